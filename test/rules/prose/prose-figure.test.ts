import assert from 'node:assert/strict';
import { lineOf, readReport, tableOf } from '../../../model/index.ts';
import { ruleById, type Finding } from '../../../rules/index.ts';
import { applyEdits, rangeOf } from '../../../text/index.ts';
import {
  finds,
  findingsOf,
  makeStatedReport,
  mended,
  numeral,
  seeded,
  type Random,
  type StatedReport,
  type WrittenNumber,
} from '../../kit/index.ts';
import { applications, lines, TITLE } from '../snippets.ts';

const rule = 'prose-figure';
const REPORTS = 1000;

const received = '| 一、本年新收政府信息公开申请数量 | 11 | 2 | 0 | 0 | 0 | 0 | 13 |';
const withProse = (text: string, ...rows: readonly string[]): string =>
  lines(TITLE, '', '一、总体情况', '', '（二）依申请公开', `　　${text}`, '') +
  applications(...(rows.length > 0 ? rows : [received]));

describe('rule: prose-figure', () => {
  it('finds a number that differs from the table, at the number', () => {
    const [finding] = finds(rule, withProse('全年收到政府信息公开申请⟦12⟧件，其中自然人11件。'));
    assert.deepEqual(finding?.cells, ['applications.received.total']);
    assert.deepEqual([finding.expected, finding.actual], [13, 12]);
    assert.match(finding.message.zh, /12.*13/);
  });

  it('finds words that say another number', () => {
    const [finding] = finds(rule, withProse('全年⟦未收到政府信息公开申请⟧。'));
    assert.deepEqual([finding?.expected, finding?.actual], [13, 0]);
    assert.deepEqual(finding?.mends, []);
    finds(rule, withProse('收到政府信息公开申请13件，均为⟦自然人⟧提出。'));
  });

  it('finds a 无 that is all that the part says', () => {
    finds(rule, withProse('⟦无⟧。'));
    finds(rule, withProse('无。\n　　群众有疑问的，可以拨打电话咨询。'));
  });

  it('looks at any section, and over the quotes of the others', () => {
    finds(rule, withProse('收到申请{本年新收}件，其中自然人⟦10⟧件。'));
    finds(rule, withProse('按时答复。\n\n五、存在的主要问题及改进情况\n　　全年收到政府信息公开申请⟦12⟧件。'));
  });

  it('says nothing where the table says nothing', () => {
    finds(rule, withProse('收到申请12件。', received.replace('13', ' ')));
    finds(rule, lines(TITLE, '', '一、总体情况', '　　收到政府信息公开申请12件。'));
  });

  it('says nothing of another year', () => {
    finds(rule, withProse('2024年收到政府信息公开申请9件。2025年收到政府信息公开申请⟦12⟧件。'));
  });

  it('says nothing of what is not exact, not of the whole year, or of a part of the organ', () => {
    for (const text of [
      '收到申请近12件',
      '收到申请10余件',
      '上半年收到申请6件',
      '收到申请较上年的9件有所增加',
      '县政府办公室收到政府信息公开申请5件',
      '通过网络收到政府信息公开申请5件',
    ]) {
      finds(rule, withProse(`${text}。`));
    }
  });

  it('counts money in the unit that is written', () => {
    const fees = lines(
      TITLE,
      '',
      '一、总体情况',
      '　　收取行政事业性收费⟦203000⟧元。',
      '二、主动公开政府信息情况',
      '第二十条第（八）项',
      '| 信息内容 | 本年收费金额（单位：万元） |',
      '| 行政事业性收费 | 20.4 |',
    );
    finds(rule, fees);
    assert.match(mended(rule, fees), /收费204000元/);
    finds(rule, fees.replace('⟦203000⟧', '204000'));
  });

  it('offers the table’s number, a quote and the cell, all as guesses', () => {
    const source = withProse('全年收到政府信息公开申请⟦12⟧件。', received.replace('| 13 |', '| = |'));
    assert.equal(mended(rule, source), source.replace('⟦12⟧', '13'));
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends?.[1]?.edits[0]?.text, '{本年新收}');
    assert.ok(finding.mends.every(({ guess }) => guess));
  });

  it('offers to change the cell only where no sum breaks by that', () => {
    const mendsOf = (row: string): number =>
      findingsOf(withProse('收到政府信息公开申请12件。', row), rule)[0]?.mends?.length ?? 0;
    assert.equal(mendsOf(received), 2);
    assert.equal(mendsOf(received.replace('| 11 |', '| 10 |')), 3);
  });

  it('says nothing of right reports whose prose tells their figures', () => {
    for (let seed = 0; seed < REPORTS; seed++) {
      const { text } = makeStatedReport(seed);
      assert.deepEqual(
        draftsOf(text).map(({ message }) => message.zh),
        [],
        text,
      );
    }
  });

  it('finds the one number that was changed in the prose, with its cells', () => {
    for (const { report, number, random } of pickNumbers()) {
      const value = number.value + 1 + random(9);
      const isMoney = number.cells[0] === 'fees.fee.amount';
      const written = isMoney ? String(value) : numeral(value, random);
      const [start, end] = [number.start, number.start + written.length];
      const text = withText(report.text, number, written);
      assert.deepEqual(
        draftsOf(text).map(({ range, cells, actual }) => ({ range, cells: [...(cells ?? [])].sort(), actual })),
        [{ range: rangeOf(number.line, { start, end }), cells: [...number.cells].sort(), actual: value }],
        text,
      );
    }
  });

  it('finds the one number that was changed in a table, wherever it is told', () => {
    for (const { report, number } of pickNumbers()) {
      const [address = ''] = number.cells;
      const cell = cellAt(report.text, address);
      if (!cell) continue;
      const text = withText(report.text, cell, String(cell.value + 1));
      const at = draftsOf(text).filter(({ cells }) => cells?.includes(address));
      assert.ok(
        at.some(({ range }) => range.start.line === number.line && range.start.character === number.start),
        `${address}\n${text}`,
      );
    }
  });
});

/** What the rule itself finds: a thousand reports need not be checked by all the others. */
function draftsOf(text: string): Draft[] {
  const found = ruleById(rule);
  assert.ok(found?.scope === 'report');
  return [...found.check(readReport(text))];
}

type Draft = Omit<Finding, 'rule' | 'severity'>;

/** A number in each of many reports. */
function* pickNumbers(): Generator<{ report: StatedReport; number: WrittenNumber; random: Random }> {
  for (let seed = 0; seed < REPORTS; seed++) {
    const report = makeStatedReport(seed);
    const random = seeded(seed);
    const number = report.numbers[random(report.numbers.length)];
    if (number) yield { report, number, random };
  }
}

function withText(text: string, at: { line: number; start: number; end: number }, written: string): string {
  return applyEdits(text, [{ range: rangeOf(at.line, at), text: written }]);
}

/** A cell with a number of its own, by its address. */
function cellAt(
  text: string,
  address: string,
): { line: number; start: number; end: number; value: number } | undefined {
  const report = readReport(text);
  const [id = '', ...keys] = address.split('.');
  const column = keys.pop();
  const table = tableOf(report, id);
  const block = report.blocks.findIndex(one => table && one.tables.includes(table));
  const row = table?.byKey.get(keys.join('.'));
  const cell = row?.row.cells[table?.form.columns.findIndex(({ key }) => key === column) ?? -1];
  return row && cell?.kind === 'integer'
    ? { line: lineOf(report, block, row.line), start: cell.start, end: cell.end, value: cell.value }
    : undefined;
}
