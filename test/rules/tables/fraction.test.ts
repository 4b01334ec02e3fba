import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { disclosure, fees, licensing, lines, TITLE_2019 } from '../snippets.ts';

const rule = 'fraction';
const cell = (value: string): string => licensing(`| 行政许可 | ${value} |`);

describe('rule: fraction', () => {
  it('finds decimals in a count', () => {
    for (const value of ['4.5', '４．５', '1.50', '0.1', '2.5件']) {
      const [finding] = finds(rule, cell(`⟦${value}⟧`));
      assert.equal(finding?.mends, undefined);
    }
  });

  it('drops decimals that say nothing', () => {
    for (const value of ['3.0', '３．００']) {
      finds(rule, cell(`⟦${value}⟧`));
      assert.equal(mended(rule, cell(value)), cell('3'));
    }
  });

  it('finds them in a change, which is a count too', () => {
    const head = '| 信息内容 | 上一年项目数量 | 本年增/减 |';
    finds(rule, lines(TITLE_2019) + disclosure('八', head, '| 行政事业性收费 | 3 | ⟦-0.5⟧ |'));
  });

  it('allows them in money', () => finds(rule, fees('| 行政事业性收费 | 12.5 |')));
});
