import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';

const rule = 'unknown-section';

describe('rule: unknown-section', () => {
  it('finds a heading that the form does not have', () => {
    const [finding] = finds(rule, '六、其他需要报告的事项\n\n⟦七、附件⟧\n');
    assert.equal(finding?.mends?.[0]?.guess, true);
  });

  it('makes it prose by indenting it', () => {
    assert.equal(mended(rule, '七、附件\n'), '　　七、附件\n');
    finds(rule, '　　七、附件\n');
  });

  it('finds a number without a title', () => finds(rule, '⟦七、⟧\n'));

  it('takes a number in any other form for prose', () => {
    finds(rule, '7、附件\n');
    finds(rule, '七 附件\n');
  });

  it('leaves a title near an official one to another rule', () => finds(rule, '一、总的情况\n'));
});
