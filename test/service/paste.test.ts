import assert from 'node:assert/strict';
import { readClipboard, spread, toHtml, toJson, type Grid } from '../../convert/index.ts';
import { forms, tablesOf } from '../../forms/index.ts';
import { blankReport } from '../../model/index.ts';
import {
  checkText,
  openSnapshot,
  paste,
  textOfSnapshot,
  type Clipboard,
  type Pasted,
  type Snapshot,
} from '../../service/index.ts';
import { applyEdits } from '../../text/index.ts';
import { makeReport, pick, seeded, type MadeReport } from '../kit/index.ts';
import { applications, disputes, enforcement, fees, normative, windows } from '../rules/snippets.ts';
import { anywhere, opened } from './anywhere.ts';

describe('pasting a table', () => {
  it('fills in from the cell of the cursor, where there are no labels', async () => {
    assert.equal(
      await after(normative('| 规章 | ‸ | 1 | 2 |', '| 行政规范性文件 |  |  |  |'), '3\t4\t5\r\n6\t7\t8\r\n'),
      normative(
        '| 规章           |            3 |            4 |            5 |',
        '| 行政规范性文件 |            6 |            7 |            8 |',
      ).replace('信息内容 ', '信息内容       '),
    );
    const once = await pasted(normative('| 规章 | 9 | ‸ | 2 |', '| 行政规范性文件 |  |  |  |'), '3\n4\n');
    assert.deepEqual(rowsIn(once.text), ['规章 9 3 2', '行政规范性文件  4 ']);
    assert.deepEqual([once.placed, once.unplaced], [2, []]);
  });

  it('passes over labels of groups, or takes the blank row beside one', async () => {
    const rows = [
      '| （二）部分公开 | ‸ |',
      '| （三）不予公开 |',
      '| 1.属于国家秘密 |  |',
      '| 2.其他法律行政法规禁止公开 |',
    ];
    const expected = ['（二）部分公开 1 2', '（三）不予公开', '1.属于国家秘密 3 4', '2.其他法律行政法规禁止公开'];
    const filled = (text: string): string[] => rowsIn(text).map(row => row.trimEnd());
    for (const block of ['1\t2\n3\t4\n', '1\t2\n\t\n3\t4\n']) {
      assert.deepEqual(filled((await pasted(applications(...rows), block)).text), expected);
    }
  });

  it('fills in by labels and heads, in whatever order they stand', async () => {
    const { text, unplaced } = await pasted(
      normative('| 规章 | 1 | 1‸ | 1 |', '| 行政规范性文件 | 1 | 1 | 1 |'),
      '单位：件\t\t\n\t现行有效件数\t本年制发件数\n规范性文件\t7\t8\n规 章\t9\t\n',
    );
    assert.deepEqual(rowsIn(text), ['规章 1 1 9', '行政规范性文件 8 1 7']);
    assert.deepEqual(unplaced, []);
  });

  it('follows the heads of the report, where these stand in another order', async () => {
    const source = normative('| 规章 | ‸ |  |  |').replace(
      '本年废止件数 | 现行有效件数',
      '现行有效件数 | 本年废止件数',
    );
    assert.deepEqual(rowsIn((await pasted(source, '规章\t1\t2\t3\n')).text), ['规章 1 3 2']);
    assert.deepEqual(rowsIn((await pasted(source.replace('‸ |', ' | ‸'), '1\n2\n')).text), ['规章  1 ']);
  });

  it('puts values with labels into the table that has these, and rows that are missing into the report', async () => {
    const source = `${enforcement('| 行政处罚 | ‸ |')}\n${disputes('| 复议后起诉 | 1 | 0 | 0 | 0 | 1 |')}`;
    const { text } = await pasted(source, '行政强制\t5\n行政复议\t1\t2\t3\t4\t10\n');
    assert.deepEqual(rowsIn(text), ['行政处罚 ', '行政强制 5', '复议后起诉 1 0 0 0 1']);
    const both = await pasted(source, '<table><tr><td>行政复议<td>1<td>2<td>3<td>4<td>10</table>', 'html');
    assert.deepEqual(rowsIn(both.text), ['行政处罚 ', '行政复议 1 2 3 4 10', '复议后起诉 1 0 0 0 1']);
  });

  it('writes numbers as the language does', async () => {
    const cells = ['1,234', '１２', '—', '/', '3件', ' 0 ', '='];
    const { text } = await pasted(applications('| （一）予以公开 |‸  |  |  |  |  |  |  |'), `${cells.join('\t')}\n`);
    assert.deepEqual(rowsIn(text), ['（一）予以公开 1234 12 0 0 3 0 =']);
    assert.deepEqual(rowsIn((await pasted(fees('| 行政事业性收费 | ‸ |'), '251000元\t\n')).text), [
      '行政事业性收费 25.1',
    ]);
  });

  it('leaves what it cannot place as it was, and names it', async () => {
    const source = normative('| 规章 | 1 |‸ 2 | 3 |', '| 行政规范性文件 | 4 | 5 | 6 | 7 |');
    const by = await pasted(source, '\t本年制发件数\t备注\n规章\t若干\t甲\n行政规范性文件\t8\n九、其他\t9\n');
    assert.equal(by.placed, 0);
    assert.equal(by.text, source.replace('‸', ''));
    assert.deepEqual(
      by.unplaced.map(({ value, row, column }) => [value, row, column]),
      [
        ['若干', '规章', '本年制发件数'],
        ['甲', '规章', ''],
        ['8', '行政规范性文件', '本年制发件数'],
        ['9', '九、其他', '本年制发件数'],
      ],
    );
    const beyond = await pasted(source.replace(' 6 | 7', ' 6'), '1\t2\t3\n4\t5\t6\n7\t8\t\n');
    assert.deepEqual(rowsIn(beyond.text), ['规章 1 1 2', '行政规范性文件 4 4 5']);
    assert.deepEqual(
      beyond.unplaced.map(({ value }) => value),
      ['3', '6', '7', '8'],
    );
    assert.equal(new Set([...by.unplaced, ...beyond.unplaced].map(({ reason }) => reason)).size, 6);
  });

  it('places nothing by a guess, and names what may be meant', async () => {
    const source = applications('| （一）予以公开 |‸  |  |  |  |  |  |  |');
    const { text, unplaced } = await pasted(
      source,
      '1.属于国家机密\t1\t0\t0\t0\t0\t0\t1\n（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n',
    );
    assert.deepEqual(rowsIn(text), ['（一）予以公开 2 0 0 0 0 0 2']);
    assert.equal(unplaced.length, 7);
    assert.match(unplaced[0]?.reason ?? '', /属于国家秘密/);
    const heads = await pasted(normative('| 规章 | ‸ |  |  |'), '\t本年制发件数\t本年制定份数\n规章\t1\t2\n');
    assert.deepEqual(rowsIn(heads.text), ['规章 1  ']);
    assert.deepEqual(
      heads.unplaced.map(({ value }) => value),
      ['2'],
    );
  });

  it('names values that have drifted among the labels', async () => {
    const block =
      '三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n（一）予以公开\t2\t\t0\t0\t0\t0\t0\t2\n';
    const { unplaced } = await pasted(applications('| （一）予以公开 |‸  |  |  |  |  |  |  |'), block);
    assert.deepEqual(
      unplaced.map(({ value }) => value),
      ['2'],
    );
  });

  it('does not take tables of a page by their place, where there are several', async () => {
    const source = enforcement('| 行政处罚 | ‸ |');
    const page = '<table><tr><td>8<td>9</table><table><tr><td>行政处罚<td>1</table>';
    const { text, unplaced } = await pasted(source, page, 'html');
    assert.deepEqual(rowsIn(text), ['行政处罚 1']);
    assert.deepEqual(
      unplaced.map(({ value }) => value),
      ['8', '9'],
    );
  });

  it('does not let one value take the place of another', async () => {
    const { text, unplaced } = await pasted(enforcement('| 行政处罚 |‸  |'), '行政处罚\t1\n行政处罚\t2\n行政处罚\t1\n');
    assert.deepEqual(rowsIn(text), ['行政处罚 1']);
    assert.deepEqual(
      unplaced.map(({ value }) => value),
      ['2'],
    );
  });

  it('does nothing outside tables and without values', async () => {
    const source = enforcement('| 行政处罚 | ‸ |');
    assert.equal(await result(source.replace('‸', '').replace('二、', '二、‸'), '1\t2'), undefined);
    assert.equal(await result(source, '信息内容\t本年处理决定数量\n行政处罚\t\n'), undefined);
    assert.equal(await result(source, '一句话\n又一句\n'), undefined);
  });

  it('says that a whole sheet is no table of a report, and leaves the text as it is', async () => {
    const source = enforcement('| 行政处罚 | ‸ |');
    assert.deepEqual((await result(source, '1\t'.repeat(3999)))?.edits.length, 1);
    const done = (await result(source, '7\t'.repeat(5000))) ?? assert.fail('nothing is said');
    assert.deepEqual([done.edits, done.placed, done.unplaced.length], [[], 0, 1]);
    assert.match(done.unplaced[0]?.reason ?? '', /4000 格/);
  });

  it('keeps the line endings of the text', async () => {
    const source = windows(enforcement('| 行政处罚 | ‸ |', '| 行政强制 |  |'));
    const text = await after(source, '1\n2\n');
    assert.equal(text, windows(text.replaceAll('\r', '')));
    assert.match(
      await after(windows(enforcement('| 行政强制 | ‸ |')), '行政处罚\t1\n'),
      /行政处罚[^\r\n]*\r\n\| 行政强制/,
    );
  });

  it('brings a whole report over from its official print', async () => {
    for (let seed = 0; seed < 8; seed++) {
      const made = makeReport(seed);
      const { text, unplaced } = await overPrint(made, { html: toHtml(checkText(made.text).report), text: '' });
      assert.deepEqual(unplaced, []);
      assert.deepEqual(numbersIn(text), numbersIn(made.text), `seed ${seed}`);
    }
  });

  it('brings every table over from what a spreadsheet copies of its print, with heads and without', async () => {
    for (let seed = 0; seed < 8; seed++) {
      const made = makeReport(seed);
      const html = toHtml(checkText(made.text).report);
      const tables = await readClipboard({ html, text: '' });
      for (const table of tables) {
        for (const heads of ['heads', 'labels'] as const) {
          const copied = asText(table, heads);
          const { text, placed, unplaced } = await overPrint(made, { text: copied });
          assert.deepEqual(unplaced, [], copied);
          const [numbers, all] = [numbersIn(text), numbersIn(made.text)];
          for (const id of Object.keys(numbers)) assertPart(numbers[id] ?? {}, all[id] ?? {});
          assert.equal(placed, valuesIn(numbers).filter(value => value !== null).length);
        }
      }
    }
  });

  it('stands any clipboard at any position, and is right about what it placed', () => {
    const values = ['1', '', '甲', '总计', '行政许可', '其他', '1.属于国家秘密', '自然人', '—', '第二十条第（五）项'];
    let number = 0;
    for (const { snapshot, position } of anywhere()) {
      if (number++ % 20 > 0) continue;
      const random = seeded(number);
      const rows = Array.from({ length: random(5) }, () =>
        Array.from({ length: random(6) }, () => pick(random, values)),
      );
      const grid: Grid = { rows: rows.map(row => row.map((text, column) => ({ text, column, columns: 1, rows: 1 }))) };
      const done = paste(snapshot, position, [grid], { locale: 'en' });
      if (!done) continue;
      const text = applied(snapshot, done);
      assert.ok(done.placed > 0 || text === textOfSnapshot(snapshot));
      assert.equal(
        text
          .split('\n')
          .filter(line => !/^[ \t]*[|｜]/.test(line))
          .join('\n'),
        textOfSnapshot(snapshot)
          .split('\n')
          .filter(line => !/^[ \t]*[|｜]/.test(line))
          .join('\n'),
      );
    }
  });
});

async function result(source: string, copied: string, as: keyof Clipboard = 'text'): Promise<Pasted | undefined> {
  const { snapshot, cursor } = opened(source);
  return paste(snapshot, cursor, await readClipboard({ text: '', [as]: copied }), { locale: 'zh' });
}

async function pasted(source: string, copied: string, as?: keyof Clipboard): Promise<Pasted & { text: string }> {
  const done = (await result(source, copied, as)) ?? assert.fail('nothing is pasted');
  return { ...done, text: applied(opened(source).snapshot, done) };
}

const after = async (source: string, copied: string): Promise<string> => (await pasted(source, copied)).text;

const applied = (snapshot: Snapshot, { edits }: Pasted): string =>
  applyEdits(
    textOfSnapshot(snapshot),
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );

/** The rows of a text without their heads: labels and values, apart by spaces. */
const rowsIn = (text: string): string[] =>
  text.split('\n').flatMap(line => {
    const [first, ...cells] = line.split('|').map(cell => cell.trim());
    return first === '' && cells.length > 0 && !/信息内容|申请人情况|案件类型/.test(line)
      ? [cells.slice(0, -1).join(' ')]
      : [];
  });

/** What is pasted into the first table of a blank report. */
async function overPrint({ form, organ, year }: MadeReport, copied: Clipboard): Promise<Pasted & { text: string }> {
  const text = blankReport(form, organ, year);
  const line = text.split('\n').findIndex(one => one.startsWith('|'));
  const snapshot = openSnapshot('file:///r.nianbao', 1, text);
  const done = paste(snapshot, { line, character: 5 }, await readClipboard(copied), { locale: 'zh' });
  assert.ok(done, copied.text);
  return { ...done, text: applied(snapshot, done) };
}

const numbersIn = (text: string): ReturnType<typeof toJson>['tables'] => toJson(checkText(text).report).tables;

const valuesIn = (tables: ReturnType<typeof numbersIn>): (number | null)[] =>
  Object.values(tables).flatMap(rows => Object.values(rows).flatMap(columns => Object.values(columns)));

/** The numbers that are there are those of the whole. */
function assertPart(part: ReturnType<typeof numbersIn>[string], whole: typeof part): void {
  for (const [row, columns] of Object.entries(part)) {
    for (const [column, value] of Object.entries(columns)) {
      if (value !== null) assert.equal(value, whole[row]?.[column], `${row}.${column}`);
    }
  }
}

/** A table as a spreadsheet copies it: merged cells leave blanks. Without heads it has its rows of values alone. */
function asText(table: Grid, part: 'heads' | 'labels'): string {
  const heads = new Set(forms.flatMap(tablesOf).flatMap(({ columns }) => columns.map(({ label }) => label)));
  const places = spread(table);
  const width = Math.max(...places.map(row => row.length));
  const isAcross = width > 12;
  return table.rows
    .filter(cells => part === 'heads' || isAcross || !cells.some(({ text }) => heads.has(text)))
    .map(cells => Array.from({ length: width }, (_, column) => cells.find(one => one.column === column)?.text ?? ''))
    .map(row => `${row.join('\t')}\r\n`)
    .join('');
}
