import assert from 'node:assert/strict';
import { checkText } from '../../service/index.ts';
import { finds, findingsOf } from '../kit/index.ts';
import { applications, disputes, licensing, lines, TITLE, windows } from './snippets.ts';
import { full } from './sums/tables.ts';

const wrong = '| 行政复议 | 1 | 0 | 0 | 2 | 4 |';
const shown = '| 行政复议 | 1 | 0 | 0 | 2 | ⟦4⟧ |';
const rule = 'dispute-total';

describe('silences', () => {
  for (const comment of [
    '// 忽略：dispute-total 已核',
    '//忽略:dispute-total 已核',
    '／／　忽略： dispute-total　已核',
    '  // 忽略：dispute-total 已核',
    '// 忽略：row-label、dispute-total 已核',
    '// 忽略：row-label, dispute-total 已核',
    '// 忽略：dispute-total',
  ]) {
    it(`silence the next line: ${comment}`, () => {
      assert.deepEqual(findingsOf(disputes(comment, wrong), rule), []);
      assert.deepEqual(findingsOf(windows(disputes(comment, wrong)), rule), []);
    });
  }

  for (const comment of [
    '// 忽略 dispute-total',
    '// 忽略：dispute 已核',
    '忽略：dispute-total',
    '// 已核，忽略：dispute-total',
  ]) {
    it(`do not: ${comment}`, () => finds(rule, disputes(comment, shown)));
  }

  it('reach over blank lines and other comments, to one line only', () => {
    finds(rule, disputes('// 忽略：dispute-total 已核', '', '// 甲', wrong, shown.replace('行政复议', '复议后起诉')));
  });

  it('may stand one above the other', () => {
    const source = disputes(
      '// 忽略：dispute-total 已核',
      '// 忽略：row-label 方言',
      '| 行政复义 | 1 | 0 | 0 | 2 | 4 |',
    );
    const silenced = checkText(source).findings.map(finding => finding.rule);
    assert.ok(!silenced.some(id => [rule, 'row-label', 'unused-ignore'].includes(id)));
  });

  it('name the rule, and leave the others their say', () => {
    const row = '| ⟦行政复义⟧ | 1 | 0 | 0 | 2 | 4 |';
    finds('row-label', disputes('// 忽略：dispute-total 已核', row));
  });

  it('go for the whole file from above the first section', () => {
    const file =
      lines(TITLE, '// 忽略全文：dispute-total 上级系统如此') +
      disputes(wrong, wrong.replace('行政复议', '复议后起诉'));
    assert.deepEqual(findingsOf(file, rule), []);
    assert.deepEqual(findingsOf(file, 'unused-ignore'), []);
  });

  it('do not go for the file from inside a section', () => {
    finds(rule, disputes('// 忽略全文：dispute-total 已核', shown));
  });

  it('silence what a rule says of the report as a whole, at its line', () => {
    const source = lines(TITLE, '// 忽略：field-conflict 待改', '年度：2024');
    assert.deepEqual(findingsOf(source, 'field-conflict'), []);
    assert.deepEqual(findingsOf(lines('// 忽略：missing-section 节选', TITLE), 'missing-section'), []);
  });

  it('take a silenced sum out of the search for the wrong cell', () => {
    const rows = full({ '2.重复申请': '9 | 0 | 0 | 0 | 0 | 0 | 8' });
    const at = rows.findIndex(row => row.includes('2.重复申请'));
    const silenced = rows.toSpliced(at, 0, '// 忽略：row-total 原始台账如此');
    // Only the sum down the column is left, and no one cell explains two.
    assert.deepEqual(findingsOf(applications(...silenced), 'row-total'), []);
    const [finding] = findingsOf(applications(...silenced), 'result-total');
    assert.deepEqual(finding?.cells?.[0], 'applications.concluded.person');
    assert.equal(finding.suspect, undefined);
  });

  it('count as used when they silence one finding of many', () => {
    const source = licensing('// 忽略：not-a-number、unknown-row 待核', '| 行政许可 | 3件 |');
    finds('unused-ignore', source.replace('unknown-row', '⟦unknown-row⟧'));
  });
});
