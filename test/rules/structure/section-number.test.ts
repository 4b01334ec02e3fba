import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';

const rule = 'section-number';
const title = '政府信息公开行政复议、行政诉讼情况';

describe('rule: section-number', () => {
  for (const number of ['4、', '４、', '4.', '4．', '4、 ', '四.', '四，', '四 ', '4 ', '四：', '三、', '十四、']) {
    it(`finds ${number}${title}`, () => {
      finds(rule, `⟦${number}⟧${title}\n`);
      assert.equal(mended(rule, `${number}${title}\n`), `四、${title}\n`);
    });
  }

  it('finds a title without one, and says so', () => {
    const [none] = finds(rule, `⟦${title}⟧\n`);
    assert.equal(none?.message.zh, '标题前缺少序号“四、”');
    assert.equal(mended(rule, `${title}\n`), `四、${title}\n`);
    const [other] = finds(rule, `⟦4. ⟧${title}\n`);
    assert.equal(other?.message.zh, '序号“4.”应为“四、”');
  });

  it('keeps the line ending', () => assert.equal(mended(rule, `4、${title}\r\n`), `四、${title}\r\n`));

  it('has nothing against the official number', () => {
    finds(rule, `四、${title}\n`);
    finds(rule, `四、 ${title}\n`);
    finds(rule, `四、${title}`);
  });

  it('takes a numbered sentence for prose', () => {
    finds(rule, '4、政府信息公开行政复议案件共两件。\n');
    finds(rule, `　　4、${title}\n`);
  });

  it('goes by a title that is misspelt under an official mark', () => {
    finds(rule, '⟦三、⟧政府信息公开行政复议、行政诉讼情况表\n');
    finds(rule, '四、政府信息公开行政复议、行政诉讼情况表\n');
  });

  it('has no number for a section that the form does not have', () => finds(rule, '七、附件\n'));
});
