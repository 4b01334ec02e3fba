import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readLines } from '../../grammar/index.ts';
import { isOfReport, readReport, resolve, tellingLines, type Report, type Statement } from '../../model/index.ts';

/** One paragraph of the corpus: its text, and what is stated at which columns. */
interface Case {
  readonly source: string;
  readonly text: string;
  readonly stated: readonly Stated[];
  readonly place: string;
}

interface Stated {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly cells: string;
}

const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 六: 6, 十: 10, 十二: 12, 十五: 15, 二十六: 26 },
  ...{ 一百二十五: 125, 一百二十八: 128 },
};
const UNITS: Readonly<Record<string, number>> = { 元: 1e-4, 亿: 1e4 };

const cases = ['statements.txt', 'readings.txt'].flatMap(file =>
  readCases(readFileSync(new URL(`prose/${file}`, import.meta.url), 'utf8')),
);

describe('what prose states', () => {
  it('is marked in at least 300 paragraphs', () => assert.ok(cases.length >= 300, `${cases.length}`));

  it('is told without one mistake', () => {
    const wrong = cases.flatMap(one => read(one).wrong);
    assert.deepEqual(wrong, []);
  });

  it('is told of 95 in 100 numbers and more', () => {
    const missed = cases.flatMap(one => read(one).missed);
    const all = cases.reduce((sum, one) => sum + one.stated.length, 0);
    assert.ok(missed.length <= all * 0.05, `${missed.length} of ${all} missed:\n${missed.join('\n')}`);
    // To the number, so that one that is lost by mistake is noticed.
    assert.equal(missed.length, MISSED, `missed:\n${missed.join('\n')}`);
  });
});

/** How many numbers are known to be missed: change it with the cases. */
const MISSED = 14;

/** The statements of a paragraph that are not marked, and the marks that no statement answers. */
function read({ source, text, stated, place }: Case): { wrong: string[]; missed: string[] } {
  const report = reportWith(text, place);
  const found = report.blocks
    .flatMap(block => tellingLines(block, report.form).flatMap(({ told }) => told.statements))
    .filter(one => isOfReport(one, report.head))
    .map(statedBy);
  const isSame = (a: Stated, b: Stated): boolean =>
    a.start < b.end && b.start < a.end && a.value === b.value && a.cells === cellsOf(b.cells, report);
  return {
    wrong: found
      .filter(one => !stated.some(mark => isSame(one, mark)))
      .map(one => `${source} ← ${one.value}＝${one.cells}`),
    missed: stated.filter(mark => !found.some(one => isSame(one, mark))).map(mark => `${source} ← ${mark.cells}`),
  };
}

const INDENT = 2;

/** `依申请公开 · 示范县`: where a paragraph stands, and in whose report. */
function reportWith(text: string, where: string): Report {
  const [place = '', organ = '示范市'] = where.split(' · ');
  const year = place === '2020年' ? 2020 : 2025;
  const heading = place === '行政复议、行政诉讼' ? '四、政府信息公开行政复议、行政诉讼情况' : '一、总体情况';
  const part = place === '依申请公开' ? '（二）依申请公开' : '（一）主动公开';
  return readReport(`${organ}${year}年政府信息公开工作年度报告\n\n${heading}\n\n${part}\n　　${text}\n`);
}

const statedBy = ({ start, end, value, table, places }: Statement): Stated => ({
  start: start - INDENT,
  end: end - INDENT,
  value,
  cells: `${table.id} ${[...places].sort((a, b) => a - b).join(' ')}`,
});

/** The cells of a quote as the statement names them. */
function cellsOf(quote: string, report: Report): string {
  const names = quote.replace(/^(.*)\.组织$/, (_, row: string) =>
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(column => `${row}.${column}`).join('+'),
  );
  const [line] = readLines(`　　{${names}}`);
  const [span] = line?.kind === 'prose' ? line.spans : [];
  assert.ok(span?.kind === 'quote', quote);
  const references = span.terms.map(term => resolve(term, report.form));
  const places = references.flatMap(one => (one.kind === 'cells' ? one.places : assert.fail(`${quote} names no cell`)));
  const [first] = references;
  return `${first?.kind === 'cells' ? first.table.id : ''} ${places.sort((a, b) => a - b).join(' ')}`;
}

function readCases(file: string): Case[] {
  let place = '';
  return file.split('\n').flatMap(source => {
    if (source.startsWith('@')) place = source.slice(1).trim();
    if (source === '' || source.startsWith('@') || source.startsWith('#')) return [];
    return [{ source, place, ...readMarks(source) }];
  });
}

/** `⟦12｜本年新收⟧`: a number and what it states; `⟦未收到｜本年新收＝0⟧`: words that say one. */
function readMarks(source: string): { text: string; stated: Stated[] } {
  const stated: Stated[] = [];
  let text = '';
  for (const piece of source.split(/(?=⟦)|(?<=⟧)/)) {
    const [, written, cells] = /^⟦(.*)｜(.*)⟧$/.exec(piece) ?? [];
    const start = text.length;
    text += written ?? piece;
    if (written === undefined || cells === undefined) continue;
    const behind = source.slice(source.indexOf(piece) + piece.length)[0] ?? '';
    for (const one of cells.split('；')) {
      const [quote = '', said] = one.split('＝');
      const digits = written
        .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace('．', '.');
      const number = Number(said ?? NUMERALS[written] ?? digits.replaceAll(',', ''));
      stated.push({ start, end: text.length, value: number * (UNITS[behind] ?? 1), cells: quote });
    }
  }
  return { text, stated };
}
