import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { disclosure, fees, lines, TITLE_2019 } from '../snippets.ts';

const rule = 'decimals';
const cell = (value: string): string => fees(`| 行政事业性收费 | ${value} |`);

describe('rule: decimals', () => {
  it('finds more than the form prints', () => {
    for (const value of ['1.23456', '０．００００１', '1.00001万元', '2511.3元']) {
      const [finding] = finds(rule, cell(`⟦${value}⟧`));
      assert.equal(finding?.mends, undefined);
    }
  });

  it('drops those that say nothing', () => {
    for (const [value, right] of [
      ['1.23450', '1.2345'],
      ['12.00000', '12'],
    ] as const) {
      finds(rule, cell(`⟦${value}⟧`));
      assert.equal(mended(rule, cell(value)), cell(right));
    }
  });

  it('allows four', () => {
    for (const value of ['1.2345', '0.0001', '12', '12.50', '1,234.5']) finds(rule, cell(value));
  });

  it('allows a cent where the head of the form names no unit', () => {
    const head = '| 信息内容 | 采购项目数量 | 采购总金额 |';
    const source = (value: string): string =>
      lines(TITLE_2019) + disclosure('九', head, `| 政府集中采购 | 8 | ${value} |`);
    finds(rule, source('5.234567'));
    finds(rule, source('52345.67元'));
    finds(rule, source('⟦5.2345678⟧'));
  });

  it('knows the column by its head, wherever that stands', () => {
    const head = '| 信息内容 | 采购总金额 | 采购项目数量 |';
    const [finding] = finds(rule, lines(TITLE_2019) + disclosure('九', head, '| 政府集中采购 | ⟦5.2345678⟧ | 8 |'));
    assert.deepEqual(finding?.cells, ['procurement.central.amount']);
    assert.match(finding.message.zh, /超过 6 位/);
  });
});
