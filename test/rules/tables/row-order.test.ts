import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { applications, disputes, enforcement, lines, windows } from '../snippets.ts';

const rule = 'row-order';
const zero = '0 | 0 | 0 | 0 | 0 | 0 | 0 |';

describe('rule: row-order', () => {
  it('finds two that have changed places', () => {
    const source = enforcement('| 行政强制 | 1 |', '| ⟦行政处罚⟧ | 2 |');
    finds(rule, source);
    assert.equal(mended(rule, source), enforcement('| 行政处罚 | 2 |', '| 行政强制 | 1 |'));
    assert.equal(mended(rule, windows(source)), windows(enforcement('| 行政处罚 | 2 |', '| 行政强制 | 1 |')));
  });

  it('finds a row in the wrong group, and groups in the wrong order, as one', () => {
    const rows = [
      '| （三）不予公开 |',
      `| 8.属于行政查询事项 | ${zero}`,
      '| （四）无法提供 |',
      `| 3.补正后申请内容仍不明确 | ${zero}`,
    ];
    const moved = applications(rows[0]!, rows[2]!, rows[3]!, rows[1]!.replace(/8.*项/, '⟦$&⟧'));
    finds(rule, moved);
    assert.equal(mended(rule, moved), applications(...rows));
    const [finding] = finds(rule, applications(rows[2]!, rows[3]!, rows[0]!.replace(/（.*开/, '⟦$&⟧'), rows[1]!));
    assert.equal(finding?.related?.length, 1);
  });

  it('moves the comments above a row with it', () => {
    const source = enforcement('// 甲', '| 行政强制 | 1 |', '// 乙', '| ⟦行政处罚⟧ | 2 |');
    finds(rule, source);
    assert.equal(mended(rule, source), enforcement('// 乙', '| 行政处罚 | 2 |', '// 甲', '| 行政强制 | 1 |'));
    assert.equal(
      mended(rule, enforcement('// 甲', '// 乙', '| 行政强制 | 1 |', '| 行政处罚 | 2 |')),
      enforcement('| 行政处罚 | 2 |', '// 甲', '// 乙', '| 行政强制 | 1 |'),
    );
  });

  it('does not reach over other text', () => {
    const [finding] = finds(rule, enforcement('| 行政强制 | 1 |', '　　另见附件。', '| ⟦行政处罚⟧ | 2 |'));
    assert.equal(finding?.mends, undefined);
  });

  it('leaves a row of no form behind the one above it', () => {
    const source = disputes('| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |', '| 备注 |', '| ⟦行政复议⟧ | 0 | 0 | 0 | 0 | 0 |');
    finds(rule, source);
    assert.equal(
      mended(rule, source),
      disputes('| 行政复议 | 0 | 0 | 0 | 0 | 0 |', '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |', '| 备注 |'),
    );
  });

  it('does not count a row given twice', () =>
    finds(rule, enforcement('| 行政处罚 | 1 |', '| 行政强制 | 1 |', '| 行政处罚 | 1 |')));

  it('has nothing against rows that are missing', () =>
    finds(rule, lines('四、政府信息公开行政复议、行政诉讼情况', '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |')));
});
