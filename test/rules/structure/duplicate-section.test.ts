import assert from 'node:assert/strict';
import { finds } from '../../kit/index.ts';
import { disputes, licensing, lines, TITLE } from '../snippets.ts';

const rule = 'duplicate-section';

describe('rule: duplicate-section', () => {
  it('finds the second, and each one after it, and points to the first', () => {
    const source = lines(TITLE, '一、总体情况', '⟦一、总体情况⟧', '二、主动公开政府信息情况', '⟦一、总体情况⟧');
    const findings = finds(rule, source);
    assert.deepEqual(
      findings.map(finding => finding.related?.[0]?.range.start.line),
      [1, 1],
    );
  });

  it('goes by the words, not by the number', () => {
    finds(rule, lines('五、存在的主要问题及改进情况', '⟦六、存在问题及改进情况⟧'));
    finds(rule, lines('五、存在的主要问题及改进情况', '⟦5．存在的主要问题及改进情况⟧'));
    finds(rule, lines('六、存在的主要问题及改进情况', '六、其他需要报告的事项'));
  });

  it('finds a table that its own section has already', () => {
    const stray = lines('| ⟦行政许可⟧ | 4 |');
    finds(rule, licensing('| 行政许可 | 4 |') + lines('五、存在的主要问题及改进情况') + stray);
  });

  it('leaves a table that stands elsewhere only to another rule', () => {
    const moved = disputes('| 行政复议 | 0 | 0 | 0 | 0 | 0 |').split('\n').slice(2).join('\n');
    finds(rule, lines('五、存在的主要问题及改进情况', '') + moved);
  });

  it('has nothing against two sections that the form does not have', () => finds(rule, lines('七、附件', '七、附件')));
});
