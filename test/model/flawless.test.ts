import assert from 'node:assert/strict';
import { isFlawless, readReport } from '../../model/index.ts';

const TABLE = `示范市2025年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 2 |
| 行政规范性文件 | 3 | 1 | 40 |`;

const DISPUTES = `示范市2025年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 | 0 | 0 | 0 | 1 |
| 行政诉讼 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |`;

const isSo = (text: string): boolean => {
  const [table, another] = readReport(text).blocks.flatMap(({ tables }) => tables);
  assert.ok(table && !another);
  return isFlawless(table);
};

describe('model: a flawless table', () => {
  it('stands as its form has it, whatever whole numbers are in it', () => {
    assert.ok(isSo(TABLE));
    assert.ok(isSo(DISPUTES));
    assert.ok(isSo(DISPUTES.replace('| 1 |', '| 7 |')));
  });

  const changes: readonly (readonly [string, text: string, from: string, to: string])[] = [
    ['has another article', TABLE, '（一）', '（二）'],
    ['has no article', TABLE, '第二十条第（一）项\n', ''],
    ['has no head', TABLE, '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n', ''],
    ['has a head with another stub', TABLE, '信息内容', '信息内客'],
    ['has a head with a column too many', TABLE, '现行有效件数 |', '现行有效件数 | 甲 |'],
    ['has a head with a column too few', TABLE, '本年废止件数 | 现行有效件数 |', '本年废止件数 |'],
    ['has a column by another name', TABLE, '本年废止件数', '本年废止数'],
    ['has its columns in another order', TABLE, '本年制发件数 | 本年废止件数', '本年废止件数 | 本年制发件数'],
    ['has a row too few', TABLE, '\n| 行政规范性文件 | 3 | 1 | 40 |', ''],
    ['has a row twice', TABLE, '| 规章 | 0 | 0 | 2 |', '| 规章 | 0 | 0 | 2 |\n| 规章 | 0 | 0 | 2 |'],
    ['has the same row in the place of another', TABLE, '行政规范性文件 |', '规章 |'],
    ['has a row by another name', TABLE, '行政规范性文件', '行政规范性文书'],
    ['has a row with a cell too few', TABLE, '| 1 | 40 |', '| 40 |'],
    ['has a cell that is blank', TABLE, '| 1 |', '|  |'],
    ['has a cell that is computed', DISPUTES, '| 0 | 1 |', '| 0 | = |'],
    ['has a cell that is no whole number', TABLE, '| 1 |', '| 1件 |'],
    ['has a value behind the label of a group', DISPUTES, '| 行政诉讼 |', '| 行政诉讼 | 0 |'],
  ];
  for (const [what, text, from, to] of changes) {
    it(`is none that ${what}`, () => {
      assert.ok(text.includes(from));
      assert.ok(!isSo(text.replace(from, to)));
    });
  }
});
