import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { disputes, lines, TITLE_2019 } from '../snippets.ts';

const rule = 'dispute-total';

describe('rule: dispute-total', () => {
  it('finds each row that does not add up, and sets its total', () => {
    const source = disputes(
      '| 行政复议 | 3 | 0 | 1 | 2 | ⟦7⟧ |',
      '| 行政诉讼 |',
      '| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |',
      '| 复议后起诉 | 2 | 0 | 0 | 1 | ⟦2⟧ |',
    );
    const findings = finds(rule, source);
    assert.deepEqual(
      findings.map(({ expected, cells }) => [expected, cells?.[0]]),
      [
        [6, 'disputes.review.total'],
        [3, 'disputes.afterReview.total'],
      ],
    );
    assert.match(findings[0]?.message.zh ?? '', /为 7，四种结果之和为 6/);
    assert.match(mended(rule, source), /\| 2 \| 6 \|\n[^]*\| 1 \| 3 \|\n$/);
  });

  it('sets a total that is written in another way', () => {
    const source = disputes('| 行政复议 | 3 | 0 | 1 | ２ | ⟦７件⟧ |');
    finds(rule, source);
    assert.match(mended(rule, source), /\| 6 \|\n$/);
  });

  it('says nothing while a blank leaves it open, and what the rest contradicts', () => {
    finds(rule, disputes('| 行政复议 | 3 |  | 1 | 2 | 7 |'));
    const [finding] = finds(rule, disputes('| 行政复议 | 3 |  | 1 | 2 | ⟦5⟧ |'));
    assert.match(finding?.message.zh ?? '', /为 5，已填各种结果之和 6 已经超过它/);
  });

  it('computes =', () => finds(rule, disputes('| 行政复议 | 3 | 0 | 1 | 2 | = |')));

  it('is the same in the edition of 2019', () => {
    finds(rule, lines(TITLE_2019) + disputes('| 行政复议 | 3 | 0 | 1 | 2 | ⟦7⟧ |'));
  });

  it('does not add up a row whose cells cannot be placed, or numbers behind a group', () => {
    finds(rule, disputes('| 行政复议 | 3 | 0 | 1 | 7 |'));
    finds(rule, disputes('| 行政诉讼 | 3 | 0 | 1 | 2 | 7 |'));
  });
});
