import assert from 'node:assert/strict';
import { forms, tablesOf } from '../forms/index.ts';
import { blankRows, writeRows } from '../model/index.ts';
import type { Finding } from '../rules/index.ts';
import { checkText, formatText } from '../service/index.ts';
import { finds, marked } from './kit/index.ts';

const MEGABYTE = 1 << 20;
const QUARTER = MEGABYTE / 4;
/** A few times what it takes; what grows out of hand takes minutes. */
const SECONDS = 25;

const TITLE = '示范市2025年政府信息公开工作年度报告';
const DISPUTES = '四、政府信息公开行政复议、行政诉讼情况';
const DISPUTES_HEAD = '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';
const LICENSING = ['二、主动公开政府信息情况', '', '第二十条第（五）项'];
const LICENSING_HEAD = '| 信息内容 | 本年处理决定数量 |';

const report = (...lines: readonly string[]): string => [TITLE, '', ...lines, ''].join('\n');

/** Checks a text, formats it, formats that once more: in time, and without another meaning. */
function survives(text: string): readonly Finding[] {
  const { findings } = inTime('check', () => checkText(text));
  const formatted = inTime('format', () => formatText(text));
  assert.equal(formatted.unsafe, false, 'formatting keeps the meaning');
  if (formatted.text === text) return findings;
  const again = inTime('format again', () => formatText(formatted.text));
  assert.equal(again.unsafe, false);
  // Not assert.equal: it would print both, and they may be megabytes long.
  assert.ok(again.text === formatted.text, 'formatting twice changes nothing more');
  return findings;
}

function inTime<T>(what: string, run: () => T): T {
  // The processor's time: a machine that has other things to do must not fail a test.
  const begin = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < SECONDS, `${what} took ${seconds.toFixed(1)} s`);
  return result;
}

/** The rule finds just the marked places, and the text survives. */
function findsSafely(rule: string, source: string): readonly Finding[] {
  survives(marked(source).text);
  return finds(rule, source);
}

/** How many findings there are of each rule. */
function counts(findings: readonly Finding[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { rule } of findings) found[rule] = (found[rule] ?? 0) + 1;
  return found;
}

describe('bad input: too little', () => {
  for (const [name, text] of [
    ['nothing', ''],
    ['a mark', '\ufeff'],
    ['white space', ' 　\n\t\r\n'],
    ['a comment', '// 待写'],
  ] as const) {
    it(`${name} lacks the title and every section`, () => {
      const found = counts(survives(text));
      assert.deepEqual(found, { 'missing-title': 1, 'missing-section': found['missing-section'] });
    });
  }

  it('a title alone lacks every section', () => {
    for (const text of [TITLE, `${TITLE}\n`, `\ufeff# ${TITLE}`]) {
      assert.deepEqual(Object.keys(counts(survives(text))), ['missing-section'], text);
    }
  });
});

describe('bad input: too much', function () {
  this.timeout(120_000);

  const texts: readonly (readonly [string, string, string?])[] = [
    ['10 MB of | on one line', '|'.repeat(10 * MEGABYTE), 'syntax'],
    ['10 MB of | in lines', `${'|'.repeat(1023)}\n`.repeat(10 * 1024), 'unknown-row'],
    ['256 KB of lines of one |', '|\n'.repeat(QUARTER / 2), 'unknown-row'],
    ['1 MB of prose on one line', '年'.repeat(MEGABYTE), 'syntax'],
    [
      '1 MB on one line under a section',
      report('一、总体情况', '', `　　${'全年{本年新收}件。'.repeat(MEGABYTE / 11)}`),
      'syntax',
    ],
    ['the longest row that is read', `| a ${'| 1 '.repeat(16_000)}|`, 'unknown-row'],
    ['the most open braces that are read', '{'.repeat(65_000), 'syntax'],
    ['the most bold marks that are read', '**'.repeat(32_000)],
    ['the longest white space that is read', `| a |${' '.repeat(65_000)}x`],
    [
      'the longest number that is read',
      report(...LICENSING, LICENSING_HEAD, `| 行政许可 | ${'9,'.repeat(32_000)} |`),
      'not-a-number',
    ],
    ['256 KB of line ends', '\n\r\n\r'.repeat(QUARTER / 4), 'missing-title'],
    ['256 KB of NULs in lines', '\0\n'.repeat(QUARTER / 2), 'syntax'],
    ['256 KB of headings', '一、总体情况\n'.repeat(QUARTER / 19), 'duplicate-section'],
    ['1 MB of titles', `${TITLE}\n`.repeat(MEGABYTE / 55), 'title-form'],
    ['256 KB of fields', '机关：甲\n'.repeat(QUARTER / 13)],
    ['256 KB of quotes', '{行政复议}与{+}\n'.repeat(QUARTER / 21), 'syntax'],
    ['1 MB of silences', '// 忽略：row-total 待核\n'.repeat(MEGABYTE / 30), 'unused-ignore'],
    [
      '1 MB of one row',
      report(DISPUTES, DISPUTES_HEAD, '| 行政复议 | 1 | 2 | 3 | 4 | 11 |\n'.repeat(MEGABYTE / 40)),
      'duplicate-row',
    ],
    [
      '1 MB of unknown rows',
      report(DISPUTES, DISPUTES_HEAD, '| 便民服务 | 1 | 2 | 3 | 4 | 11 |\n'.repeat(MEGABYTE / 40)),
      'unknown-row',
    ],
    [
      '2 MB of one table',
      report('二、主动公开政府信息情况', '第二十条第（一）项\n| 规章 | 1 | 2 | 3 |\n'.repeat((2 * MEGABYTE) / 52)),
      'duplicate-row',
    ],
  ];
  for (const [name, text, rule] of texts) {
    it(name, () => {
      const found = counts(survives(text));
      if (rule !== undefined) assert.ok((found[rule] ?? 0) > 0, JSON.stringify(found));
    });
  }

  it('200 columns', () => {
    const ones = Array.from({ length: 200 }, () => '1').join(' | ');
    findsSafely('extra-cell', report(...LICENSING, LICENSING_HEAD, `| 行政许可 | 1 | ⟦${ones}⟧ |`));
    findsSafely('extra-cell', report(...LICENSING, LICENSING_HEAD, `| 行政许可 | 1 ⟦${'|'.repeat(200)}⟧|`));
    const heads = Array.from({ length: 200 }, () => '本年处理决定数量').join(' | ');
    findsSafely('table-header', report(...LICENSING, `| ⟦信息内容 | ${heads}⟧ |`, '| 行政许可 | 1 |'));
  });
});

describe('bad input: strange characters', () => {
  it('that nobody sees are found where they stand', () => {
    findsSafely('syntax', report('一、总体情况', '', '　　甲⟦\0⟧乙⟦\ud800⟧丙⟦\u2028⟧丁⟦\u0007⟧', ''));
    findsSafely('syntax', report('一、总体情况', '', '　　半个字符⟦\udc00⟧与⟦\ud83d⟧，完整的😀'));
    findsSafely('syntax', report(...LICENSING, LICENSING_HEAD, '| 行政⟦\u200b⟧许可 | 3⟦\0⟧ |'));
    findsSafely('syntax', `示范市⟦\u2028⟧2025年政府信息公开工作年度报告⟦\0⟧\n\n一、总体⟦\ufeff⟧情况\n`);
  });

  it('do not keep the rest from being read', () => {
    findsSafely('row-label', report(...LICENSING, LICENSING_HEAD, '| ⟦行政\0许可⟧ | 3 |'));
    findsSafely('not-a-number', report(...LICENSING, LICENSING_HEAD, '| 行政许可 | ⟦3\0⟧ |'));
    findsSafely('section-title', report('一、⟦总体\0情况⟧'));
  });

  it('end a line just where an editor ends it', () => {
    const text = `${TITLE}\r\n\r\n一、总体情况\r\r\n　　甲\u2028乙。\n\r二、主动公开政府信息情况`;
    survives(text);
    finds('syntax', text.replace('\u2028', '⟦\u2028⟧'));
    finds('missing-table', text.replace('二、主动公开政府信息情况', '⟦⟦⟦⟦二、主动公开政府信息情况⟧⟧⟧⟧'));
    for (const ending of ['\r', '\r\n']) {
      const report = [TITLE, '', '机关：⟦示范县⟧', '', '一、总体情况', '', '　　甲。', ''].join(ending);
      findsSafely('field-conflict', report);
    }
  });
});

describe('bad input: head', () => {
  it('of a year before the first edition', () => {
    findsSafely('title-form', '示范市⟦2008⟧年政府信息公开工作年度报告\n');
  });

  it('of a year far ahead is checked against the newest', () => {
    const text = '示范市2099年政府信息公开工作年度报告\n';
    assert.deepEqual(Object.keys(counts(survives(text))), ['missing-section']);
    assert.equal(checkText(text).report.form.id, '2021');
  });

  it('of an edition that there is not', () => {
    const [finding] = findsSafely('unknown-field', `${TITLE}\n格式：⟦1999⟧\n`);
    assert.deepEqual(
      finding?.mends?.map(mend => mend.edits.map(edit => edit.text)),
      [['2021']],
    );
  });

  it('with two titles', () => {
    findsSafely('title-form', `${TITLE}\n\n⟦示范市2024年政府信息公开工作年度报告⟧\n`);
    findsSafely('title-form', `${TITLE}\n⟦${TITLE}⟧\n机关：示范市\n`);
  });
});

describe('bad input: order', () => {
  it('a section twice', () => {
    findsSafely('duplicate-section', report('一、总体情况', '', '　　甲。', '', '⟦一、总体情况⟧', '', '　　乙。'));
  });

  it('a table twice', () => {
    const table = ['| 行政许可 | 3 |', '| ⟦行政许可⟧ | 4 |'];
    findsSafely('duplicate-row', report(...LICENSING, LICENSING_HEAD, ...table));
  });

  it('rows in another order', () => {
    findsSafely(
      'row-order',
      report(
        DISPUTES,
        '',
        DISPUTES_HEAD,
        '| 行政诉讼 |',
        '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |',
        '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |',
        '| ⟦行政复议⟧ | 0 | 0 | 0 | 0 | 0 |',
      ),
    );
  });

  it('a table under the wrong section', () => {
    const applications = '三、收到和处理政府信息公开申请情况';
    const rows = ['| 行政复议 | 1 | 0 | 0 | 0 | ⟦2⟧ |', '| 行政诉讼 |', '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |'];
    const source = report(applications, '', DISPUTES_HEAD, ...rows, '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |', '', DISPUTES);
    // It is read as what it is, and its own section says where it stands.
    findsSafely('dispute-total', source);
    const missing = source
      .replace(/[⟦⟧]/g, '')
      .replace(applications, `⟦${applications}⟧`)
      .replace(DISPUTES, `⟦${DISPUTES}⟧`);
    const [, own] = findsSafely('missing-table', missing);
    assert.equal(own?.related?.[0]?.range.start.line, 4);
  });
});

describe('bad input: numbers', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    ['0', undefined],
    ['０', undefined],
    ['１２', undefined],
    ['1,234', undefined],
    ['⟦1e5⟧', 'not-a-number'],
    ['⟦1,23,4⟧', 'not-a-number', '1234'],
    ['⟦-0⟧', 'negative-value', '0'],
    ['⟦00⟧', 'not-a-number', '0'],
    ['⟦1.50⟧', 'fraction'],
    ['⟦99999999999999999999⟧', 'not-a-number'],
    ['⟦-99999999999999999999⟧', 'not-a-number'],
    ['⟦=⟧', 'not-a-number'],
    ['⟦＝⟧', 'not-a-number'],
    ['⟦==⟧', 'not-a-number'],
    ['⟦NaN⟧', 'not-a-number'],
    ['⟦Infinity⟧', 'not-a-number'],
  ];
  for (const [cell, rule, right] of cases) {
    it(`such as ${cell.replace(/[⟦⟧]/g, '')}`, () => {
      const source = report(...LICENSING, LICENSING_HEAD, `| 行政许可 | ${cell} |`);
      for (const one of ['not-a-number', 'negative-value', 'fraction', 'decimals']) {
        const found = findsSafely(one, one === rule ? source : marked(source).text);
        if (one === rule) assert.equal(found[0]?.mends?.[0]?.edits[0]?.text, right);
      }
    });
  }

  it('that are = everywhere', () => {
    const row = (label: string): string => `| ${label} | ⟦=⟧ | ⟦=⟧ | ⟦=⟧ | ⟦=⟧ | = |`;
    findsSafely(
      'not-a-number',
      report(
        DISPUTES,
        '',
        DISPUTES_HEAD,
        row('行政复议'),
        '| 行政诉讼 | = | = |',
        row('未经复议直接起诉'),
        row('复议后起诉'),
        '| = | = | = | = | = | = |',
      ),
    );
    const applications = tablesOf(forms.at(-1)!).find(({ id }) => id === 'applications')!;
    const rows = writeRows(blankRows(applications, () => '='));
    const found = counts(survives(report('三、收到和处理政府信息公开申请情况', '', ...rows)));
    // Totals, results and what is carried over are computed; six columns of 23 rows are not.
    assert.equal(found['not-a-number'], 23 * 6);
    assert.equal(found['row-total'] ?? found['result-total'] ?? found.balance, undefined);
  });
});
