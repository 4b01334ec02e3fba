import assert from 'node:assert/strict';
import { finds } from '../../kit/index.ts';
import { applications, licensing, lines } from '../snippets.ts';

const rule = 'unknown-row';

describe('rule: unknown-row', () => {
  it('finds a label like none of the form', () => {
    finds(rule, licensing('| 行政许可 | 4 |', '| ⟦便民服务中心窗口⟧ | 7 |'));
    finds(rule, applications('| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| ⟦备注⟧ |'));
  });

  it('finds a row without a label', () => {
    finds(rule, licensing('| 行政许可 | 4 |', '⟦|  ⟧| 7 |'));
    const [finding] = finds(rule, licensing('| 行政许可 | 4 |', '⟦|⟧'));
    assert.equal(finding?.message.zh, '这一行没有行名');
  });

  it('recognises a label by its words in any width, spacing and punctuation', () => {
    finds(
      rule,
      applications(
        '| （三） 不予公开 |',
        '| １．属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| 2、其他法律、行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| 3.危及"三安全一稳定" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| 保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    );
  });

  it('finds rows that belong to no table at all, by their first line', () => {
    finds(rule, lines('五、存在的主要问题及改进情况', '', '⟦| 季度 | 场次 |⟧', '| 一季度 | 3 |'));
    finds(rule, lines('⟦| 季度 | 场次 |⟧', '| 一季度 | 3 |'));
  });

  it('takes an escaped bar for prose', () =>
    finds(rule, lines('五、存在的主要问题及改进情况', '', '\\| 季度 \\| 场次 \\|')));
});
