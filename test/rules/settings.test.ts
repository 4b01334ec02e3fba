import assert from 'node:assert/strict';
import { defaultSettings, rules, type RuleSetting } from '../../rules/index.ts';
import { parseSettings } from '../../rules/later.ts';
import { checkText } from '../../service/index.ts';
import { marked, withMarks } from '../kit/index.ts';
import { disputes } from './snippets.ts';

/** The settings that a text gives, whose faults are exactly the marked places. */
function settingsOf(source: string): ReturnType<typeof parseSettings> {
  const { text } = marked(source);
  const read = parseSettings(text);
  assert.equal(
    withMarks(
      text,
      read.faults.map(({ range }) => range),
    ),
    source,
  );
  return read;
}

describe('settings, as text', () => {
  it('are rules and paths, with comments and last commas', () => {
    const { settings } = settingsOf(`{
      // 本县的要求
      "$schema": "x",
      "rules": { "row-total": "off", "missing-part": "error", },
      "ignore": ["旧稿/**"],
    }`);
    assert.deepEqual(settings, { rules: { 'row-total': 'off', 'missing-part': 'error' }, ignore: ['旧稿/**'] });
  });

  it('may say nothing', () => assert.deepEqual(settingsOf('{}').settings, defaultSettings));

  it('are named where they are wrong, and the rest holds', () => {
    const { settings } = settingsOf(`{
      ⟦"rule"⟧: {},
      "rules": { ⟦"row-totals"⟧: "off", "balance": ⟦"high"⟧, "fraction": ⟦3⟧, "decimals": "warning" }
    }`);
    assert.deepEqual(settings, { rules: { decimals: 'warning' }, ignore: [] });
    const [fault] = settingsOf('{ "rules": { "balance": ⟦["off"]⟧ } }').faults;
    assert.equal(fault?.message.zh, '“balance”只能设为：off、information、warning、error');
  });

  it('name the rule that is probably meant', () => {
    const [fault] = settingsOf('{ "rules": { ⟦"row-totals"⟧: "off" } }').faults;
    assert.match(fault?.message.zh ?? '', /row-total”/);
    const [near, far] = settingsOf('{ "rules": { ⟦"missing-tabel"⟧: "off", ⟦"row"⟧: "off" } }').faults;
    assert.match(near?.message.zh ?? '', /missing-table”/);
    assert.deepEqual(far?.message, { zh: '没有“row”这个规则', en: 'Unknown rule “row”' });
  });

  it('have lists and objects where they belong', () => {
    settingsOf('{ "rules": ⟦["row-total"]⟧ }');
    settingsOf('{ "ignore": ⟦"旧稿/**"⟧ }');
    settingsOf('{ "ignore": ["旧稿/**", ⟦1⟧, 2] }');
    settingsOf('⟦[]⟧');
    settingsOf('\n  ⟦[1]⟧ // 无');
    settingsOf('⟦"off"⟧');
    settingsOf('⟦null⟧');
  });

  it('are default where they are no JSON, with one fault at the place', () => {
    for (const text of ['', '{', '{ "rules" }', '{ rules: {} }', '{}}', '{ "rules": { "balance": "off" } }}', '规则']) {
      const { settings, faults } = parseSettings(text);
      assert.deepEqual([settings, faults.length], [defaultSettings, 1], text);
    }
  });
});

describe('settings, in a check', () => {
  const wrong = disputes('| 行政复议 | 1 | 0 | 0 | 2 | 4 |');
  const severity = (setting?: RuleSetting): readonly string[] =>
    checkText(wrong, { rules: setting ? { 'dispute-total': setting } : {}, ignore: [] })
      .findings.filter(({ rule }) => rule === 'dispute-total')
      .map(finding => finding.severity);

  it('give a rule another severity', () => {
    assert.deepEqual(severity(), ['error']);
    assert.deepEqual(severity('information'), ['information']);
    assert.deepEqual(severity('warning'), ['warning']);
  });

  it('turn a rule off', () => assert.deepEqual(severity('off'), []));

  it('outweigh the severity of a single finding', () => {
    const legal = '二、行政机关主动公开政府信息情况\n';
    const found = (rules: Record<string, RuleSetting>): string[] =>
      checkText(legal, { rules, ignore: [] })
        .findings.filter(({ rule }) => rule === 'section-title')
        .map(finding => finding.severity);
    assert.deepEqual(found({}), ['information']);
    assert.deepEqual(found({ 'section-title': 'error' }), ['error']);
  });

  it('turn every rule off', () => {
    const off = Object.fromEntries(rules.map(({ id }) => [id, 'off' as const]));
    assert.deepEqual(checkText(`// 忽略：balance\n${wrong}`, { rules: off, ignore: [] }).findings, []);
  });

  it('do not stick to the text: the next check has its own', () => {
    assert.deepEqual(severity('off'), []);
    assert.deepEqual(severity(), ['error']);
  });

  it('leave other sums their findings when one is off', () => {
    const rows = disputes('| 行政复议 | 1 | 0 | 0 | 2 | 4 |', '| 行政处罚 | 1 |');
    const left = checkText(rows, { rules: { 'dispute-total': 'off' }, ignore: [] }).findings;
    assert.ok(left.some(({ rule }) => rule === 'unknown-row'));
  });
});

describe('presets', () => {
  const wrong = disputes('| 行政复义 | 1 | 0 | 0 | 2 | 4 |');
  const found = (source: string): string[] =>
    checkText(wrong, parseSettings(source).settings).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  const isThere = (source: string, finding: string): boolean => found(source).includes(finding);

  it('of sums leave errors alone', () => {
    assert.ok(isThere('{ "preset": "sums" }', 'dispute-total error'));
    assert.ok(found('{ "preset": "sums" }').every(finding => finding.endsWith(' error')));
  });

  it('of submit are the default', () => assert.deepEqual(found('{ "preset": "submit" }'), found('{}')));

  it('of strict raise every finding by one step', () => {
    assert.ok(isThere('{}', 'row-label warning'));
    assert.ok(isThere('{ "preset": "strict" }', 'row-label error'));
  });

  it('keep apart what a rule is sure of and what it is not', () => {
    const severities = (text: string, rule: string): (string | undefined)[] =>
      ['{}', '{ "preset": "strict" }', '{ "preset": "sums" }'].map(
        source => checkText(text, parseSettings(source).settings).findings.find(one => one.rule === rule)?.severity,
      );
    // The heading has the words of the regulation, which is no error; another is a slip.
    const heading = (title: string): string => `四、${title}\n`;
    assert.deepEqual(severities(heading('因政府信息公开工作被申请行政复议、提起行政诉讼情况'), 'section-title'), [
      'information',
      'warning',
      undefined,
    ]);
    const fees = '六、其他需要报告的事项\n\n　　未收取信息处理费。\n　　收取信息处理费400元。\n';
    assert.deepEqual(severities(fees, 'fee-statement'), ['warning', 'error', undefined]);
  });

  it('do not lower what is set for a rule', () => {
    const set = (preset: string): boolean =>
      isThere(`{ "preset": "${preset}", "rules": { "dispute-total": "information" } }`, 'dispute-total information');
    assert.deepEqual(['sums', 'submit', 'strict'].map(set), [true, true, true]);
  });

  it('are outweighed by what is set for a rule', () =>
    assert.ok(isThere('{ "preset": "sums", "rules": { "row-label": "information" } }', 'row-label information')));

  it('are named where they are none', () => {
    const [fault] = settingsOf('{ "preset": ⟦"lax"⟧ }').faults;
    assert.equal(fault?.message.zh, 'preset 只能是：sums、submit、strict');
    settingsOf('{ "preset": ⟦1⟧ }');
  });
});
