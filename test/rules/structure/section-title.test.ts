import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';

const rule = 'section-title';

/** Titles of real reports, each with the official one that it means. */
const titles = [
  ['一', '政府信息公开总体情况', '总体情况'],
  ['一', '总休情况', '总体情况'],
  ['三', '收到和处理政府信息公开申请的情况', '收到和处理政府信息公开申请情况'],
  ['四', '政府信息公开行政复议和行政诉讼情况', '政府信息公开行政复议、行政诉讼情况'],
  ['四', '政府信息公开行政复议，行政诉讼情况', '政府信息公开行政复议、行政诉讼情况'],
  ['五', '存在问题及改进情况', '存在的主要问题及改进情况'],
  ['五', '政府信息公开工作存在的主要问题及改进情况', '存在的主要问题及改进情况'],
  ['六', '其他需要报告事项', '其他需要报告的事项'],
  ['六', '其它需要报告的事项。', '其他需要报告的事项'],
] as const;

describe('rule: section-title', () => {
  for (const [ordinal, title, right] of titles) {
    it(`finds ${title}`, () => {
      const [finding] = finds(rule, `${ordinal}、⟦${title}⟧\n`);
      assert.equal(finding?.severity, 'warning');
      assert.equal(mended(rule, `${ordinal}、${title}\n`), `${ordinal}、${right}\n`);
    });
  }

  it('points out the wording of the Regulation, no more', () => {
    const source = '四、⟦因政府信息公开工作被申请行政复议、提起行政诉讼情况⟧\n';
    const [finding] = finds(rule, source);
    assert.equal(finding?.severity, 'information');
    assert.equal(mended(rule, source), '四、政府信息公开行政复议、行政诉讼情况\n');
  });

  it('does not count spaces or widths', () => {
    finds(rule, '一、 总体情况\n');
    finds(rule, '一、总 体 情 况　\n');
  });

  it('finds the title of a heading that is misnumbered too', () => finds(rule, '1、⟦政府信息公开总体情况⟧\n'));

  it('leaves a title that means nothing to another rule', () => finds(rule, '七、附件\n'));
});
