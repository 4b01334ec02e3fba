import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { lines, windows } from '../snippets.ts';

const rule = 'section-order';

describe('rule: section-order', () => {
  it('finds two that have changed places', () => {
    const source = lines('五、存在的主要问题及改进情况', '乙', '⟦四、政府信息公开行政复议、行政诉讼情况⟧', '甲');
    finds(rule, source);
    assert.equal(
      mended(rule, source),
      lines('四、政府信息公开行政复议、行政诉讼情况', '甲', '', '五、存在的主要问题及改进情况', '乙'),
    );
  });

  it('names the one that is out of place, not those that it pushed aside', () => {
    finds(
      rule,
      lines(
        '一、总体情况',
        '⟦六、其他需要报告的事项⟧',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '五、存在的主要问题及改进情况',
      ),
    );
  });

  it('goes by the words, not by the numbers', () => {
    finds(rule, lines('二、总体情况', '一、主动公开政府信息情况'));
    finds(rule, lines('一、主动公开政府信息情况', '⟦二、总体情况⟧'));
  });

  it('moves a section that the form does not have with the one before it', () => {
    const source = lines('六、其他需要报告的事项', '七、附件', '一、总体情况');
    assert.equal(mended(rule, source), lines('一、总体情况', '', '六、其他需要报告的事项', '', '七、附件'));
  });

  it('keeps the head where it is, and the line endings', () => {
    const source = windows(
      lines('示范市2025年政府信息公开工作年度报告', '', '二、主动公开政府信息情况', '一、总体情况'),
    );
    assert.equal(
      mended(rule, source),
      windows(lines('示范市2025年政府信息公开工作年度报告', '', '一、总体情况', '', '二、主动公开政府信息情况')),
    );
  });

  it('leaves one blank line between them', () =>
    assert.equal(
      mended(rule, lines('二、主动公开政府信息情况', '乙', '', '', '一、总体情况', '甲', '', '')),
      lines('一、总体情况', '甲', '', '二、主动公开政府信息情况', '乙'),
    ));

  it('leaves the text’s end as it is', () =>
    assert.equal(mended(rule, '二、主动公开政府信息情况\n一、总体情况'), '一、总体情况\n\n二、主动公开政府信息情况'));

  it('does not count a section given twice', () =>
    finds(rule, lines('一、总体情况', '二、主动公开政府信息情况', '一、总体情况')));
});
