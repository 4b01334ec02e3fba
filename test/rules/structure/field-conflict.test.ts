import assert from 'node:assert/strict';
import { applyEdits } from '../../../text/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE } from '../snippets.ts';

const rule = 'field-conflict';

describe('rule: field-conflict', () => {
  it('finds another year than the title’s and offers both ways out', () => {
    const source = lines(TITLE, '年度：⟦2024⟧');
    const [finding] = finds(rule, source);
    assert.deepEqual(
      finding?.mends?.map(({ guess }) => guess),
      [true, true],
    );
    assert.equal(mended(rule, source), lines(TITLE, '年度：2025'));
    const other = finding.mends[1]!.edits;
    assert.equal(
      applyEdits(lines(TITLE, '年度：2024'), other),
      lines('示范市2024年政府信息公开工作年度报告', '年度：2024'),
    );
    assert.deepEqual(finding.related?.[0]?.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 7 } });
  });

  it('takes the widths and 年度 behind the year for the same', () => {
    finds(rule, lines(TITLE, '年度：２０２５年度'));
    finds(rule, lines('示范市二〇二五年政府信息公开工作年度报告', '年度:2025'));
  });

  it('finds another organ', () => finds(rule, lines(TITLE, '机关：⟦邻县人民政府⟧')));

  for (const organ of ['示范市人民政府', '示范市人民政府办公室', '某省示范市', '示范市']) {
    it(`takes ${organ} for the organ of the title`, () => finds(rule, lines(TITLE, `机关：${organ}`)));
  }

  const ofOrgan = (organ: string): string => `${organ}2025年政府信息公开工作年度报告`;

  for (const [title, field] of [
    ['城南街道', '丙区城南街道办事处'],
    ['丙区城南街道', '城南街道办事处'],
    ['丙区城南街道办事处', '丙区人民政府城南街道办事处'],
    ['城南街道办事处', '城南街道'],
    ['甲县发展和改革委员会', '甲县发展改革委'],
    ['甲县发展改革委价格监测中心', '甲县发展和改革委员会价格监测中心'],
  ] as const) {
    it(`takes ${field} for ${title}`, () => finds(rule, lines(ofOrgan(title), `机关：${field}`)));
  }

  for (const [title, field] of [
    ['石桥镇', '青山镇人民政府'],
    ['甲县教育局', '甲县财政局'],
    ['城南街道', '城北街道办事处'],
    ['示范市', '示范市财政局'],
    ['示范市政务公开科', '示范市办公室政务公开科'],
  ] as const) {
    it(`does not take ${field} for ${title}`, () => finds(rule, lines(ofOrgan(title), `机关：⟦${field}⟧`)));
  }

  it('finds a field given twice with two values', () => {
    finds(rule, lines(TITLE, '发布日期：2026-01-20', '发布日期：⟦2026-01-30⟧'));
    finds(rule, lines(TITLE, '发布日期：2026-01-20', '发布日期：2026-01-20'));
  });

  it('finds one contradiction a field', () => finds(rule, lines(TITLE, '年度：⟦2024⟧', '年度：⟦2023⟧')));

  it('does not hold fields that nobody knows against each other, nor one without a value', () => {
    finds(rule, lines(TITLE, '网址：甲', '邮编：乙'));
    finds(rule, lines(TITLE, '机关：'));
    finds(rule, lines(TITLE, '机关：⟦人民政府办公室⟧'));
  });

  it('does not change the title to a year of another edition, under which every table would be wrong', () => {
    const [finding] = finds(rule, lines(TITLE, '年度：⟦2020⟧'));
    assert.equal(finding?.mends?.length, 1);
    assert.equal(mended(rule, lines(TITLE, '年度：2020')), lines(TITLE, '年度：2025'));
  });

  it('has nothing to compare with where the title is not there', () => finds(rule, '年度：2024\n'));
});
