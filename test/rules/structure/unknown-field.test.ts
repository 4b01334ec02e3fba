import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE } from '../snippets.ts';

const rule = 'unknown-field';

describe('rule: unknown-field', () => {
  it('knows its own fields, in either width', () =>
    finds(
      rule,
      lines(TITLE, '机关：示范市', '年度: 2025', '格式：２０２１', '发布日期：2026-01-20', '联系电话：0900-6221180'),
    ));

  it('finds a name that is none', () => finds(rule, lines(TITLE, '⟦网址⟧：example.gov')));

  it('mends a name with one slip', () => {
    const source = lines(TITLE, '⟦发部日期⟧：2026-01-20');
    finds(rule, source);
    assert.equal(mended(rule, source), lines(TITLE, '发布日期：2026-01-20'));
    const [finding] = finds(rule, lines(TITLE, '⟦发部日子⟧：2026-01-20'));
    assert.equal(finding?.mends, undefined);
  });

  it('takes a sentence with a colon for prose', () => {
    finds(rule, lines(TITLE, '各位代表、同志们：', '现将全年工作报告如下：公开信息12条。'));
    finds(rule, lines(TITLE, '', '一、总体情况', '网址：example.gov'));
  });

  it('finds an edition that there is not, and names the year’s', () => {
    const source = lines(TITLE, '机关：示范市', '格式：⟦1999⟧');
    finds(rule, source);
    assert.equal(mended(rule, source), lines(TITLE, '机关：示范市', '格式：2021'));
    assert.equal(
      mended(rule, lines('示范市2020年政府信息公开工作年度报告', '格式：２')),
      lines('示范市2020年政府信息公开工作年度报告', '格式：2019'),
    );
  });

  it('leaves the edition open where two fields name one', () => {
    const findings = finds(rule, lines(TITLE, '格式：⟦1999⟧', '格式：⟦1998⟧'));
    assert.deepEqual(
      findings.map(({ mends }) => mends),
      [undefined, undefined],
    );
  });

  for (const year of ['2025', '2025年', '２０２５年度', '2025度']) {
    it(`takes ${year} for a year`, () => finds(rule, lines(TITLE, `年度：${year}`)));
  }

  for (const year of ['25', '今年', '20255', '2025年报告']) {
    it(`finds that ${year} is no year`, () => finds(rule, lines(TITLE, `年度：⟦${year}⟧`)));
  }

  for (const date of [
    '2026-02-30',
    '2026年13月1日',
    '2026-01-00',
    '2026-00-20',
    '2026-12-99',
    '一月二十日',
    '20260120',
    '约2026-01-20',
    '2026-01-20前',
  ]) {
    it(`finds that ${date} is no date`, () => finds(rule, lines(TITLE, `发布日期：⟦${date}⟧`)));
  }

  for (const date of ['2026-01-20', '2026年1月20日', '2026/1/20', '２０２６．１．２０', '2028-02-29', '']) {
    it(`takes ${date === '' ? 'a blank' : date} for a date`, () => finds(rule, lines(TITLE, `发布日期：${date}`)));
  }
});
