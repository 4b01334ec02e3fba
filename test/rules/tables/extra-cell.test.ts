import assert from 'node:assert/strict';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { disputes, licensing } from '../snippets.ts';

const rule = 'extra-cell';

describe('rule: extra-cell', () => {
  it('finds more numbers than columns and does not guess which is one too many', () => {
    const [finding] = finds(rule, licensing('| 行政许可 | 4 | ⟦5 | 6⟧ |'));
    assert.equal(finding?.mends, undefined);
    assert.equal(finding?.message.zh, '“行政许可”应有 1 格，现有 3 格');
    const [mixed] = findingsOf(licensing('| 行政许可 | 4 |  | 6 |'), rule);
    assert.equal(mixed?.mends, undefined);
  });

  it('deletes blank ones', () => {
    for (const row of ['| 行政许可 | 4 ⟦|  |  ⟧|', '| 行政许可 | 4 ⟦||⟧|']) {
      finds(rule, licensing(row));
      assert.equal(mended(rule, licensing(row)), licensing('| 行政许可 | 4 |'));
    }
  });

  it('finds values behind the label of a group', () => {
    const [finding] = finds(rule, disputes('| 行政诉讼 | ⟦1 | 0 | 0 | 0 | 1⟧ |'));
    assert.equal(finding?.message.zh, '“行政诉讼”是分组名，后面不填数');
    const blank = disputes('| 行政诉讼 ⟦|  |  |  |  |  ⟧|');
    finds(rule, blank);
    assert.equal(mended(rule, blank), disputes('| 行政诉讼 |'));
  });

  it('has nothing to say of a row that no form has', () => finds(rule, licensing('| 便民服务中心窗口 | 1 | 2 | 3 |')));
});
