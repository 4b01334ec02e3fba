import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { disclosure, disputes, lines, TITLE, TITLE_2019 } from '../snippets.ts';

const rule = 'wrong-edition';
const rows2019 = [
  '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |',
  '| 行政处罚 | 5 | -1 | 8 |',
  '| 行政强制 | 6 | 0 | 0 |',
];
const rows2021 = ['| 信息内容 | 本年处理决定数量 |', '| 行政处罚 | 8 |', '| 行政强制 | 0 |'];

describe('rule: wrong-edition', () => {
  it('finds tables of 2019 in a report of 2021, whole reports as one', () => {
    const old = newReport({ organ: '示范市', year: 2020 }).text.replace('2020年', '2025年');
    const [finding] = finds(rule, old.replace('| 信息内容   ', '| ⟦信息内容⟧   '));
    assert.equal(finding?.related?.length, 5);
  });

  it('finds tables of 2021 in a report of 2020', () => {
    finds(rule, lines(TITLE_2019) + disclosure('六', ...rows2021).replace('信息内容', '⟦信息内容⟧'));
    finds(rule, lines(TITLE_2019) + disclosure('六', ...rows2019));
  });

  it('reports the row （六）其他处理 of the other edition', () => {
    const rows = ['| ⟦（六）其他处理⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'];
    finds(rule, lines(TITLE, '三、收到和处理政府信息公开申请情况', ...rows));
  });

  it('has nothing against a table that both editions have', () =>
    finds(rule, lines(TITLE_2019) + disputes('| 行政复议 | 0 | 0 | 0 | 0 | 0 |')));

  it('finds the field that asks for it, and no table then', () => {
    const source = lines(TITLE, '格式：⟦2019⟧') + disclosure('六', ...rows2019);
    finds(rule, source);
    assert.equal(mended(rule, source), lines(TITLE, '格式：2021') + disclosure('六', ...rows2019));
  });

  it('has no year to go by in a report without', () =>
    finds(rule, lines('示范市政府信息公开工作年度报告', '格式：2019')));
});
