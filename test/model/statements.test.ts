import assert from 'node:assert/strict';
import { forms, tablesOf } from '../../forms/index.ts';
import { readLines, type Line } from '../../grammar/index.ts';
import { bindReport, readReport, tellingLines, type Report, type TellingLine } from '../../model/index.ts';

const TITLE = '示范市2025年政府信息公开工作年度报告';
const OVERVIEW = '一、总体情况';
const REQUESTS = '（二）依申请公开';

const tellingIn = ({ blocks, form }: Report): TellingLine[] => blocks.flatMap(block => tellingLines(block, form));

describe('model: a 无 that says that there were no requests', () => {
  const isTold = (...lines: readonly string[]): boolean =>
    tellingIn(readReport([TITLE, ...lines].join('\n'))).some(({ told }) =>
      told.statements.some(({ value, quote }) => value === 0 && quote === '本年新收'),
    );

  it('is all that its part says', () => {
    for (const lines of [
      ['　　无。'],
      ['　　无'],
      ['　　没有。'],
      ['　　无，无。'],
      ['', '// 待核', '　　无。', ''],
      ['　　无。', '（三）政府信息管理', '　　建立台账。'],
      ['　　无。', '', '二、主动公开政府信息情况', '　　如下。'],
    ]) {
      assert.ok(isTold(OVERVIEW, '（一）主动公开', '　　如下。', REQUESTS, ...lines), lines.join('\n'));
    }
    assert.ok(isTold(OVERVIEW, `${REQUESTS}：无。`));
    assert.ok(isTold(OVERVIEW, `${REQUESTS}：无。`, '（三）政府信息管理：如下。'));
    assert.ok(isTold('三、收到和处理政府信息公开申请情况', '　　无。'));
  });

  it('is none beside other words', () => {
    for (const lines of [
      ['　　无。', '　　如下。'],
      ['　　如下。', '　　无。'],
      ['　　如下。', '', '　　无。'],
      ['　　无。', '', '　　如下。'],
      ['　　无投诉。'],
      ['　　投诉无。'],
      ['　　2件无。'],
    ]) {
      assert.ok(!isTold(OVERVIEW, REQUESTS, ...lines), lines.join('\n'));
    }
    assert.ok(!isTold(OVERVIEW, `${REQUESTS}：无。`, '　　如下。'));
    assert.ok(!isTold(OVERVIEW, `${REQUESTS}：如下。`, '　　无。'));
  });

  it('is none in another part', () => {
    assert.ok(!isTold(OVERVIEW, '（一）主动公开', '　　无。'));
    assert.ok(!isTold(OVERVIEW, '　　无。'));
    assert.ok(!isTold('四、政府信息公开行政复议、行政诉讼情况', '　　无。'));
  });
});

describe('model: what prose states after an edit', () => {
  const filler = Array<string>(16).fill('　　如下。');
  const lines = readLines(
    [
      ...[TITLE, OVERVIEW, '（一）主动公开', '　　收到8件。', ...filler, REQUESTS, '　　收到12件，其中自然人13件。'],
      ...[...filler, '　　办结3件。', '（三）政府信息管理', '　　收到5件。', ''],
    ].join('\n'),
  );

  it('is what a fresh read tells, wherever in a long section the edit was', () => {
    const before = bindReport({ lines }, forms);
    tellingIn(before);
    for (const written of ['　　收到9件。\n', `${REQUESTS}\n`, '（一）主动公开\n', '　　无。\n', '']) {
      for (let from = 2; from < lines.length; from++) {
        for (const to of [from, from + 1]) {
          const now: readonly Line[] = [
            ...lines.slice(0, from),
            ...readLines(written).slice(0, written === '' ? 0 : 1),
            ...lines.slice(to),
          ];
          const again = bindReport({ lines: now }, forms, before);
          assert.deepEqual(tellingIn(again), tellingIn(bindReport({ lines: now }, forms)), `${from}–${to}: ${written}`);
        }
      }
    }
  });
});

describe('model: a statement', () => {
  it('is another where the lines stand beneath another part, or in another edition', () => {
    const prose = readLines('　　收到12件。\n');
    const told = (part: string, year: number): string[] => {
      const tree = {
        lines: [
          ...readLines([`示范市${year}年政府信息公开工作年度报告`, OVERVIEW, part, ''].join('\n')).slice(0, 3),
          ...prose,
        ],
      };
      const report = bindReport(tree, forms);
      const statements = tellingIn(report).flatMap(({ told: { statements } }) => statements);
      return statements.map(({ table }) => forms.find(form => tablesOf(form).includes(table))?.id ?? 'none');
    };
    assert.deepEqual(told(REQUESTS, 2025), ['2021']);
    assert.deepEqual(told(REQUESTS, 2020), ['2019']);
    assert.deepEqual(told('（一）主动公开', 2025), []);
    assert.deepEqual(told(REQUESTS, 2020), ['2019']);
  });
});
