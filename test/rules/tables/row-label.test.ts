import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { applications, disputes, fees, lines, normative, TITLE_2019 } from '../snippets.ts';

const rule = 'row-label';
const zero = '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const row = (label: string): string => applications(`| ${label} ${zero}`);

/** Labels of real reports, each with the official one that it means. */
const labels = [
  ['一、本年新收到政府信息公开申请数量', '一、本年新收政府信息公开申请数量'],
  ['二、上年结转政府信息公开数量', '二、上年结转政府信息公开申请数量'],
  ['（二）部分公开（区分处理的，只计这一情形，', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['（二）部份公开', '（二）部分公开'],
  ['3.危机“三安全一稳定”', '3.危及“三安全一稳定”'],
  ['5.属于三类内容事务信息', '5.属于三类内部事务信息'],
  ['7.属于行政法案卷', '7.属于行政执法案卷'],
  ['2.没有现成信息需另行制作', '2.没有现成信息需要另行制作'],
  ['5.要求行政机关确认或重新', '5.要求行政机关确认或重新出具已获取信息'],
  ['（七）合计', '（七）总计'],
  ['四、结转下年继续办理', '四、结转下年度继续办理'],
] as const;

describe('rule: row-label', () => {
  for (const [label, right] of labels) {
    it(`finds ${label}`, () => {
      finds(rule, row(`⟦${label}⟧`));
      assert.equal(mended(rule, row(label)), row(right));
    });
  }

  for (const label of [
    '（二）部分公开',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
    '1. 属于国家秘密',
    '１．属于 国家秘密',
    '1.信访、举报、投诉类申请',
    '1.申请人无正当理由逾期不补正',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ]) {
    it(`accepts ${label}`, () => finds(rule, row(label)));
  }

  it('finds another ordinal, other quotation marks, and none of either', () => {
    for (const label of ['2.属于国家秘密', '属于国家秘密', '（1）属于国家秘密']) {
      finds(rule, row(`⟦${label}⟧`));
      assert.equal(mended(rule, row(label)), row('1.属于国家秘密'));
    }
    finds(rule, row('⟦3.危及"三安全一稳定"⟧'));
  });

  it('finds the label of a group', () => {
    finds(rule, disputes('| ⟦行政诉迅⟧ |'));
    assert.equal(mended(rule, disputes('| 行政诉迅 |')), disputes('| 行政诉讼 |'));
  });

  it('finds the label of the other edition', () => {
    const rows = ['| 规章 | 0 | 0 | 0 |', '| ⟦规范性文件⟧ | 3 | 3 | 21 |'];
    finds(rule, normative(...rows));
    const old = normative(...rows).replace(
      /\| 信息内容.*/,
      '| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |',
    );
    finds(rule, lines(TITLE_2019) + old.replace(/[⟦⟧]/g, ''));
  });

  it('never takes the row that another label is sure to mean', () => {
    const source = applications(
      `| ⟦一、上年新收政府信息公开申请数量⟧ ${zero}`,
      `| 二、上年结转政府信息公开申请数量 ${zero}`,
    );
    finds(rule, source);
    assert.match(mended(rule, source), /\| 一、本年新收政府信息公开申请数量 \|/);
  });

  it('leaves the width of the column to the formatter, and the rest of the row as it was', () => {
    assert.equal(mended(rule, fees('|行政事业收费|=|')), fees('|行政事业性收费|=|'));
  });
});
