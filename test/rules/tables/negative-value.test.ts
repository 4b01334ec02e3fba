import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { disclosure, disputes, fees, licensing, lines, TITLE_2019 } from '../snippets.ts';

const rule = 'negative-value';

describe('rule: negative-value', () => {
  it('finds them in any width, with a separator and with a unit', () => {
    for (const value of ['-4', '－４', '−4', '-1,234', '-3件', '-1.5']) {
      finds(rule, licensing(`| 行政许可 | ⟦${value}⟧ |`));
    }
    finds(rule, fees('| 行政事业性收费 | ⟦-0.5⟧ |'));
  });

  it('writes -0 as 0 and guesses at nothing else', () => {
    assert.equal(mended(rule, licensing('| 行政许可 | -0 |')), licensing('| 行政许可 | 0 |'));
    const [finding] = finds(rule, licensing('| 行政许可 | ⟦-4⟧ |'));
    assert.equal(finding?.mends, undefined);
  });

  it('allows them where the edition of 2019 counts a change', () => {
    const head = '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |';
    finds(
      rule,
      lines(TITLE_2019) + disclosure('六', head, '| 行政处罚 | 5 | -2 | ⟦-8⟧ |', '| 行政强制 | ⟦-6⟧ | －１ | 0 |'),
    );
  });

  it('takes a dash alone for nothing', () => finds(rule, disputes('| 行政复议 | - | －－ | — | 0 | 0 |')));
});
