import assert from 'node:assert/strict';
import { toJson } from '../convert/index.ts';
import { forms as official, type Bilingual, type Form } from '../forms/index.ts';
import { defaultSettings } from '../rules/index.ts';
import { checkText, formatText, mendText, newReport } from '../service/index.ts';
import { marked, withMarks } from './kit/index.ts';

const explanation: Bilingual = { zh: '只用于测试。', en: 'For tests only.' };
const count = { kind: 'count' } as const;

/** An edition that nobody prescribed: two sections, one table, and two sums that compute each other's cells. */
const third: Form = {
  id: '2030',
  notice: { number: '试办函〔2030〕1号', title: '关于试用格式的通知' },
  years: { from: 2030 },
  preface: '所列数据截至{年度}年12月31日。',
  sections: [
    { id: 'overview', title: '基本情况', parts: [{ title: '公开', explanation }], explanation },
    {
      id: 'disclosure',
      title: '办件统计',
      aliases: ['办件情况'],
      explanation,
      tables: [
        {
          id: 'cases',
          name: '办件',
          stub: '类别',
          columns: [
            { key: 'online', label: '网上', name: '网上', value: count },
            { key: 'counter', label: '窗口', name: '窗口', value: count },
            { key: 'total', label: '合计', name: '合计', value: count, running: true },
          ],
          rows: [
            {
              key: 'in',
              label: '甲、来件',
              name: '来件',
              quotable: true,
              explanation,
              rows: [
                { key: 'in.received', label: '1.本年收到的来件', name: '收到', explanation },
                { key: 'in.left', label: '2.去年留下的来件', name: '留下', lastYear: 'open', explanation },
              ],
            },
            { key: 'done', label: '乙、办完', name: '办完', explanation },
            { key: 'open', label: '丙、没有办完', name: '没办完', explanation },
          ],
          sums: [
            { along: 'row', rule: 'row-total', total: 'total', parts: ['online', 'counter'] },
            {
              along: 'column',
              rule: 'balance',
              left: ['in.received', 'in.left'],
              right: ['done', 'open'],
              computes: 'open',
            },
            {
              along: 'column',
              rule: 'result-total',
              left: ['done', 'open'],
              right: ['in.received', 'in.left'],
              computes: 'done',
            },
          ],
          print: 'down',
        },
      ],
    },
  ],
};

const forms = [...official, third];

/** A right report of the edition, with the last two rows as given. */
const report = (
  done = '| 乙、办完           |    6 |    3 |    9 |',
  open = '| 丙、没有办完       |    1 |    1 |    2 |',
): string => `示范市2031年政府信息公开工作年度报告

　　所列数据截至2031年12月31日。

一、基本情况

（一）公开
　　全年收到{收到}件，其中网上{收到.网上}件，来件共{来件}件。

二、办件统计

| 类别               | 网上 | 窗口 | 合计 |
| 甲、来件           |
|   1.本年收到的来件 |    5 |    4 |    9 |
|   2.去年留下的来件 |    2 |    0 |    2 |
${done}
${open}
`;

/** What the engine finds, every finding with its rule, is exactly what is marked. */
function finds(source: string, ...rules: readonly string[]): void {
  const { text } = marked(source);
  const { findings } = checkText(text, defaultSettings, forms);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    rules,
  );
  assert.equal(
    withMarks(
      text,
      findings.map(({ range }) => range),
    ),
    source,
  );
}

describe('a third edition', () => {
  it('is the year’s, and the one before it ends there', () => {
    const editionOf = (text: string): string => checkText(text, defaultSettings, forms).report.form.id;
    assert.equal(editionOf(report()), '2030');
    assert.equal(editionOf(report().replace('2031年政府', '2029年政府')), '2021');
    assert.equal(editionOf('示范市2020年政府信息公开工作年度报告\n格式：2030\n'), '2030');
    assert.equal(editionOf('一、基本情况\n'), '2030');
  });

  it('finds nothing in a right report', () => {
    finds(report());
    finds(report('| 乙、办完 | = | = | = |'));
    finds(report(undefined, '| 丙、没有办完 | = | = | = |'));
  });

  it('finds what is wrong by its own labels, sums and names', () => {
    finds(report().replace('|    5 |', '|    ⟦7⟧ |'), 'row-total');
    finds(report().replace('1.本年收到的来件', '⟦1.本年收来的来件⟧'), 'row-label');
    finds(report('| 乙、办完 | 6 | 3 |⟦  ⟧|'), 'blank-cell');
    finds(report('| ⟦电话咨询⟧ | 6 | 3 | 9 |').replace('2.去年留下的来件', '⟦$&⟧'), 'missing-row', 'unknown-row');
    finds(report().replace('| 窗口 |', '| ⟦柜台⟧ |'), 'table-header');
    finds(report().replace('{来件}', '{⟦本年新收⟧}'), 'unknown-reference');
    finds(report().replace('二、办件统计', '⟦2. ⟧⟦办件情况⟧'), 'section-number', 'section-title');
    finds(report().replace('（一）公开\n', '').replace('一、基本情况', '⟦$&⟧'), 'missing-part');
  });

  it('mends by its own words', () => {
    const wrong = report()
      .replace('二、办件统计', '2. 办件情况')
      .replace('|    5 |', '|    7 |')
      .replace('| 窗口 |', '| 柜台 |')
      .replace('本年收到的来件', '本年收来的来件');
    const { findings } = checkText(wrong, defaultSettings, forms);
    assert.equal(findings.length, 5);
    assert.equal(formatText(mendText(wrong, findings), forms).text, report());
  });

  it('finds a table of another edition, once', () => {
    const old = '第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n';
    const source = report().replace(/\| 类别[^]*/, old);
    const { findings } = checkText(source, defaultSettings, forms);
    assert.equal(findings.filter(({ rule }) => rule === 'wrong-edition').length, 1);
    assert.ok(!findings.some(({ rule }) => ['row-label', 'unknown-row', 'table-header'].includes(rule)));
  });

  it('is laid out as canonical text', () => {
    assert.deepEqual(formatText(report(), forms), { text: report(), unsafe: false });
    const typed = report()
      .replace(/ *\| */g, '｜')
      .replaceAll('　　', '')
      .replace(/\n\n/g, '\n');
    assert.equal(formatText(typed, forms).text, report());
  });

  it('is begun, blank and from last year’s', () => {
    const blank = newReport({ organ: '示范市', year: 2031 }, forms).text;
    const rules = new Set(checkText(blank, defaultSettings, forms).findings.map(({ rule }) => rule));
    assert.deepEqual(rules, new Set(['blank-cell']));
    const { text } = newReport({ organ: '示范市', year: 2032, from: report() }, forms);
    assert.match(text, /^　　所列数据截至2032年12月31日。$/m);
    assert.match(text, /^\| {3}2\.去年留下的来件 \| {4}1 \| {4}1 \| {4}2 \|$/m);
    assert.match(text, /^\/\/ .*合计 9\n\| {3}1\.本年收到的来件 /m);
  });

  it('follows a report of the edition before', () => {
    const from = newReport({ organ: '示范市', year: 2029 }, forms).text;
    const { text } = newReport({ organ: '示范市', year: 2030, from }, forms);
    assert.match(text, /^二、办件统计$/m);
    assert.doesNotMatch(text, /申请人情况/);
  });

  it('is exported under its own keys', () => {
    const json = toJson(checkText(report(undefined, '| 丙、没有办完 | = | = | = |'), defaultSettings, forms).report);
    assert.deepEqual(json.tables, {
      cases: {
        'in.received': { online: 5, counter: 4, total: 9 },
        'in.left': { online: 2, counter: 0, total: 2 },
        done: { online: 6, counter: 3, total: 9 },
        open: { online: 1, counter: 1, total: 2 },
      },
    });
    assert.equal(json.sections[0]?.text, '（一）公开\n全年收到9件，其中网上5件，来件共11件。');
  });

  it('works alone', () => {
    assert.deepEqual(checkText(report(), defaultSettings, [third]).findings, []);
    assert.equal(formatText(report(), [third]).text, report());
  });
});

describe('computed cells that come round to themselves', () => {
  it('are a finding, not a hang', () => {
    finds(report('| 乙、办完 | ⟦=⟧ | 3 | 9 |', '| 丙、没有办完 | ⟦=⟧ | 1 | 2 |'), 'not-a-number', 'not-a-number');
  });

  it('leave the other columns their numbers, and themselves none', () => {
    const { text } = marked(report('| 乙、办完 | = | 3 | 9 |', '| 丙、没有办完 | = | = | = |'));
    const { cases } = toJson(checkText(text, defaultSettings, forms).report).tables;
    assert.deepEqual([cases?.done?.online, cases?.open?.online, cases?.open?.counter], [null, null, 1]);
  });

  it('end, wherever = stands', () => {
    const all = report().replace(/\d+(?= +\|)/g, '=');
    assert.ok(checkText(all, defaultSettings, forms).findings.some(({ rule }) => rule === 'not-a-number'));
    assert.equal(formatText(all, forms).unsafe, false);
  });
});
