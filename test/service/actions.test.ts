import assert from 'node:assert/strict';
import { CodeActionKind } from 'vscode-languageserver-types';
import { actionKinds, fixAllKind } from '../../service/features/offers.ts';
import { rewriteKinds } from '../../service/features/refactorings.ts';
import { toDiagnostic } from '../../service/diagnostics.ts';
import { ruleById } from '../../rules/index.ts';
import { checkSnapshot, checkText, openSnapshot, type Finding, type Snapshot } from '../../service/index.ts';
import { makeReport, seeded, spoil } from '../kit/index.ts';
import { actionsAt, actionsIn, after, done, editsOf, titlesAt } from './acting.ts';
import { anywhere, assertInside } from './anywhere.ts';

const disputes =
  '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';
const wrong = `${disputes}| 行政复义 | 1 | 0 | 3‸件 | 2件 | 6 |\n| 行政诉讼 |\n| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 5 |\n`;

const diagnosticsFor = (snapshot: Snapshot, findings: readonly Finding[]) =>
  findings.map(finding =>
    toDiagnostic(finding, {
      uri: snapshot.uri,
      locale: 'zh',
      related: true,
      codeDescription: true,
      data: true,
      tags: true,
      docs: '',
    }),
  );

describe('code actions', () => {
  it('mend the finding at the cursor, the certain mend preferred, tied to its diagnostic', () => {
    const [snapshot] = actionsAt(wrong);
    const diagnostics = diagnosticsFor(snapshot, checkSnapshot(snapshot));
    const [, [mend]] = actionsAt(wrong, { diagnostics });
    assert.ok(mend);
    assert.equal(mend.title, '改为 3');
    assert.equal(mend.kind, CodeActionKind.QuickFix);
    assert.equal(mend.isPreferred, true);
    assert.deepEqual(
      mend.diagnostics?.map(({ message }) => message),
      ['“3件”应当写成 3'],
    );
    assert.ok(diagnostics.includes(mend.diagnostics[0]!));
    assert.equal(done(snapshot, mend), wrong.replace('3‸件', '3'));
  });

  it('never prefer a guess', () => {
    const [, actions] = actionsAt('一、总体情况\n\n　　新收{本年收‸到}件。\n', { only: [CodeActionKind.QuickFix] });
    assert.ok(actions.length > 1);
    assert.ok(actions.every(({ isPreferred }) => isPreferred === undefined));
  });

  it('mend all of a rule, of a table, of the report', () => {
    assert.equal(after(wrong, '“不是数字”同类问题全部改正（2 处）'), wrong.replace('3‸件', '3').replace('2件', '2'));
    const all = wrong.replace('义', '议').replace('3‸件', '3').replace('2件', '2').replace('| 5 |', '| 0 |');
    assert.match(titlesAt(wrong).join(), /改正本表全部问题（\d 处）/);
    const table = titlesAt(wrong).find(title => title.startsWith('改正本表'));
    assert.match(after(wrong, table!), new RegExp(all.split('\n')[3]!.replace(/[|]/g, '\\|')));
    assert.deepEqual(titlesAt(wrong.replace('‸', '') + '‸', fixAllKind).length, 1);
  });

  it('name the version where the client wants it, and are asked for by kind', () => {
    const [snapshot, [mend]] = actionsAt(wrong, { versioned: true });
    const start = { line: 3, character: wrong.split('\n')[3]!.indexOf('3') };
    const range = { start, end: { line: 3, character: start.character + 2 } };
    assert.deepEqual(mend?.edit, {
      documentChanges: [{ textDocument: { uri: snapshot.uri, version: 7 }, edits: [{ range, newText: '3' }] }],
    });
    const kinds = (...only: string[]): string[] => [
      ...new Set(actionsAt(wrong, { only })[1].map(one => one.kind ?? '')),
    ];
    assert.deepEqual(kinds('source'), [fixAllKind]);
    assert.deepEqual(kinds('quickfix'), ['quickfix']);
    assert.deepEqual(kinds('quick'), []);
    assert.ok(kinds('refactor').includes(rewriteKinds.insert));
    assert.deepEqual(kinds(rewriteKinds.quote), []);
    assert.deepEqual(kinds(''), kinds(...actionKinds));
  });

  it('say it in English', () => {
    const [, actions] = actionsAt(wrong, { locale: 'en' });
    assert.ok(actions.every(({ title }) => !/改正|忽略/.test(title)));
  });

  it('find the findings of the line that the client names', () => {
    const source = wrong.replace('‸', '').replace('行政复义', '行政复义‸');
    const [snapshot, actions] = actionsAt(source);
    const diagnostics = diagnosticsFor(snapshot, checkSnapshot(snapshot));
    assert.ok(!actions.some(({ title }) => title === '改为 3'));
    assert.ok(actionsAt(source, { diagnostics })[1].some(({ title }) => title === '改为 3'));
  });

  it('stand any text and any position', () => {
    const checked = new Map<Snapshot, readonly Finding[]>();
    for (const { snapshot, position } of anywhere()) {
      const findings = checked.get(snapshot) ?? checkSnapshot(snapshot);
      checked.set(snapshot, findings);
      const actions = actionsIn(snapshot, { start: position, end: position }, findings);
      for (const action of actions) for (const { range } of editsOf(action)) assertInside(snapshot, range);
    }
  });
});

describe('silencing', () => {
  it('puts a comment above the line, between rows too', () => {
    assert.equal(
      after(wrong, '忽略这一行的问题：不是数字（not-a-number）'),
      wrong.replace('‸', '').replace('| 行政复义', '// 忽略：not-a-number 原因\n| 行政复义'),
    );
  });

  it('keeps line endings and the byte-order mark', () => {
    assert.equal(
      after('\ufeff4、‸总体情况\r\n\r\n　　无。\r\n', '忽略这一行的问题：部分序号不对（section-number）'),
      '\ufeff// 忽略：section-number 原因\r\n4、总体情况\r\n\r\n　　无。\r\n',
    );
  });

  it('holds for the file where the head is at fault', () => {
    assert.equal(
      after(
        '示范市2025年政府信息公开工作年度报告\n年度：20‸24\n',
        '全文忽略这类问题：字段与标题矛盾（field-conflict）',
      ),
      '示范市2025年政府信息公开工作年度报告\n年度：2024\n// 忽略全文：field-conflict 原因\n',
    );
  });

  it('is not offered for a silence that is at fault', () => {
    const [, actions] = actionsAt('一、总体情况\n\n// 忽略：row-‸total 已核\n无。\n', { only: ['quickfix'] });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['删去这条忽略'],
    );
  });
});

const REPORTS = 300;

describe('code actions, on reports with one to three slips', () => {
  it('apply without overlap, mend what they say and bring no error', () => {
    for (let seed = 0; seed < REPORTS; seed++) {
      const snapshot = openSnapshot('file:///r', seed, broken(seed));
      const findings = checkSnapshot(snapshot);
      const diagnostics = diagnosticsFor(snapshot, findings);
      const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(saying));
      for (const [index, finding] of findings.entries()) {
        const actions = actionsIn(snapshot, finding.range, findings, { diagnostics });
        for (const action of actions) {
          const text = done(snapshot, action);
          if (!action.isPreferred || !action.diagnostics?.includes(diagnostics[index]!)) continue;
          const found = checkText(text).findings;
          const about = `seed ${seed}: ${action.title}\n${told(findings)}\n→\n${told(found)}`;
          assert.ok(count(found, finding) < count(findings, finding), about);
          // A row with a cell too many entered no sum; with it gone, the sums of what it says are looked at.
          // One of two equal fields mended contradicts the other, which the next mend ends.
          if (finding.rule === 'extra-cell' || finding.rule === 'unknown-field') continue;
          for (const one of found) {
            assert.ok(one.severity !== 'error' || errors.has(saying(one)), `${saying(one)}\n${about}`);
          }
        }
      }
    }
  });

  it('silence exactly what they say', () => {
    let [tried, exact] = [0, 0];
    for (let seed = 0; seed < REPORTS; seed++) {
      const snapshot = openSnapshot('file:///r', seed, broken(seed));
      const findings = checkSnapshot(snapshot);
      for (const finding of findings) {
        const actions = actionsIn(snapshot, finding.range, findings, { only: [CodeActionKind.QuickFix] });
        for (const action of actions.filter(({ title }) => title.endsWith(`（${finding.rule}）`))) {
          if (!action.title.includes('忽略')) continue;
          const whole = action.title.startsWith('全文');
          const left = findings.filter(
            one => one.rule !== finding.rule || (!whole && one.range.start.line !== finding.range.start.line),
          );
          const found = checkText(done(snapshot, action)).findings;
          const about = `seed ${seed}: ${action.title}\n${told(findings)}\n→\n${told(found)}`;
          assert.ok(count(found, finding) < count(findings, finding), about);
          // Sums that one cell explains are told otherwise when one of them is silenced.
          const joined = findings.some(({ suspect }) => suspect) && isSum(finding);
          const [expected, actual] = [left, found].map(list => list.filter(one => !joined || !isSum(one)).map(saying));
          assert.deepEqual(actual?.sort(), expected?.sort(), about);
          exact += Number(!joined || left.length === found.length);
          tried++;
        }
      }
    }
    assert.ok(exact >= tried * 0.98, `${exact} of ${tried}`);
  });

  it('silence the sums of one wrong cell together', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = seeded(seed);
      const made = makeReport(seed).text.replace(
        /^(\|.*属于国家秘密[^|]*\|\s*)[\d０-９,]+/m,
        `$1${random(90_000) + 90_000}`,
      );
      const snapshot = openSnapshot('file:///r', 1, made);
      const findings = checkSnapshot(snapshot);
      const [suspect] = findings.filter(one => one.suspect);
      if (!suspect) continue;
      const silence = actionsIn(snapshot, suspect.range, findings).find(({ title }) => title.startsWith('忽略'));
      assert.deepEqual(checkText(done(snapshot, silence!)).findings.map(saying), []);
    }
  });
});

const isSum = ({ rule }: Finding): boolean => ruleById(rule)?.group === 'sums';

const broken = (seed: number): string => spoil(makeReport(seed % 100).text, 1 + (seed % 3), seeded(seed * 17 + 3));

/** What a finding says, line numbers apart: those move with the text. */
const saying = ({ rule, message }: Finding): string => `${rule} ${message.zh.replace(/第 \d+ 行/g, '')}`;

const count = (findings: readonly Finding[], finding: Finding): number =>
  findings.filter(one => saying(one) === saying(finding)).length;

const told = (findings: readonly Finding[]): string =>
  findings.map(one => `  ${one.range.start.line + 1} ${one.severity} ${one.rule}: ${one.message.zh}`).join('\n');
