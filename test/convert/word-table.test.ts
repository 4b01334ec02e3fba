import assert from 'node:assert/strict';
import { tableXml } from '../../convert/docx-out/table.ts';
import type { PrintedCell, PrintedTable } from '../../convert/index.ts';

const cell = (text: string, more: Partial<PrintedCell> = {}): PrintedCell => ({
  kind: 'value',
  text,
  columns: 1,
  rows: 1,
  ...more,
});

const table = (
  widths: readonly number[],
  head: readonly PrintedCell[][],
  body: readonly PrintedCell[][],
  groups = 1,
): string => {
  const rows = (cells: readonly PrintedCell[][]): { cells: PrintedCell[] }[] => cells.map(one => ({ cells: one }));
  const group = { head: rows(head), body: rows(body) };
  const printed: PrintedTable = {
    kind: 'table',
    caption: '',
    tables: [],
    articles: [],
    widths,
    groups: Array.from({ length: groups }, () => group),
    source: { line: 0, start: 0, end: 0 },
  };
  return tableXml(printed);
};

/** Each row of a table's XML: its cells' widths, spans and merges, and their words. */
const rowsOf = (xml: string): string[] =>
  xml
    .split('<w:tr>')
    .slice(1)
    .map(row =>
      row
        .split('<w:tc>')
        .slice(1)
        .map(one => {
          const [, width = ''] = /<w:tcW w:w="(\d+)"/.exec(one) ?? [];
          const [, span = '1'] = /<w:gridSpan w:val="(\d+)"/.exec(one) ?? [];
          const merge = one.includes('"restart"') ? '↓' : one.includes('<w:vMerge/>') ? '↑' : '';
          return `${width}/${span}${merge}${/<w:t [^>]*>([^<]*)/.exec(one)?.[1] ?? ''}`;
        })
        .join(' '),
    );

describe('a table in Word', () => {
  it('is as wide as the text, and no column loses what rounding takes from another', () => {
    const widths = [...table([1 / 3, 1 / 3, 1 / 3], [], []).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    );
    const whole = Number(/<w:tblW w:w="(\d+)"/.exec(table([1], [], []))?.[1]);
    // 156 mm in twentieths of a point.
    assert.equal(whole, 8845);
    assert.deepEqual(widths, [2948, 2949, 2948]);
    const odd = [...table(new Array<number>(7).fill(1 / 7), [], []).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(
      ([, width]) => Number(width),
    );
    assert.equal(
      odd.reduce((sum, one) => sum + one, 0),
      whole,
    );
  });

  it('has a cell in each row where one reaches down, or goes over several columns', () => {
    const body = [
      [cell('甲', { rows: 3 }), cell('乙', { columns: 2 })],
      [cell('丙'), cell('丁', { rows: 2 })],
      [cell('戊')],
    ];
    assert.deepEqual(rowsOf(table([0.5, 0.25, 0.25], [], body)), [
      '4423/1↓甲 4422/2乙',
      '4423/1↑ 2211/1丙 2211/1↓丁',
      '4423/1↑ 2211/1戊 2211/1↑',
    ]);
  });

  it('has no run in a blank cell', () => {
    assert.doesNotMatch(table([1], [], [[cell('')]]), /<w:r>/);
  });

  it('repeats its head on each page where it has but one, which stays with what is below it', () => {
    const one = table([1], [[cell('头', { kind: 'head' })]], [[cell('1')]]);
    assert.equal(one.match(/<w:tblHeader\/>/g)?.length, 1);
    assert.equal(one.match(/<w:keepNext\/>/g)?.length, 1);
    assert.ok(
      one.indexOf('<w:tblHeader/>') < one.indexOf('头') && one.indexOf('头') < one.lastIndexOf('<w:cantSplit/>'),
    );
    assert.equal(table([1], [[cell('头', { kind: 'head' })]], [[cell('1')]], 2).match(/<w:tblHeader\/>/g), null);
  });

  it('sets numbers that are too long for their column smaller, and words never', () => {
    const sizes = (text: string, value?: number): string | undefined =>
      /<w:sz w:val="(\d+)"/.exec(
        table(new Array<number>(15).fill(1 / 15), [], [[cell(text, value === undefined ? {} : { value })]]),
      )?.[1];
    assert.deepEqual(
      ['1', '123', '1234', '12345', '123456789'].map(text => sizes(text, Number(text))),
      [undefined, undefined, '19', '15', '8'],
    );
    assert.equal(sizes('一二三四五六七八九'), undefined);
  });

  it('has a caption only where it is of the form', () => {
    const xml = table([1], [], [[cell('甲')]]);
    assert.doesNotMatch(xml, /tblCaption/);
    assert.equal(xml.replace(/<[^>]*>/g, ''), '甲');
  });

  it('has labels to the left, and in the middle where they stand beside several rows', () => {
    const styles = (kind: PrintedCell['kind'], rows: number): string | undefined =>
      /<w:pStyle w:val="(\w+)"/.exec(table([1], [], [[cell('甲', { kind, rows })], []]))?.[1];
    assert.deepEqual(
      [styles('label', 1), styles('label', 2), styles('note', 2), styles('head', 1), styles('value', 1)],
      ['TableLabel', 'TableValue', 'TableLabel', 'TableValue', 'TableValue'],
    );
  });
});
