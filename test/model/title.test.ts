import assert from 'node:assert/strict';
import { readReport, type TitleFault } from '../../model/index.ts';
import { marked } from '../kit/index.ts';

/** A title with its organ and its year marked, in the order in which they stand; the year's value; its faults. */
type Case = readonly [marked: string, year: number | undefined, ...faults: TitleFault[]];

const cases: readonly Case[] = [
  ['⟦示范市⟧⟦2025⟧年政府信息公开工作年度报告', 2025],
  ['⟦示范市⟧⟦2025⟧年度政府信息公开工作年度报告', 2025],
  ['⟦示范市⟧⟦2025⟧年信息公开工作报告', 2025],
  ['⟦示范市人民政府办公室⟧⟦2025⟧年政务公开工作年度报告', 2025],
  ['⟦示范市人民政府⟧⟦2025⟧年政府信息公开工作年度报告', 2025],
  ['⟦2025⟧年⟦示范市⟧政府信息公开工作年度报告', 2025],
  ['⟦2024⟧年度⟦国家税务总局示范市税务局⟧政府信息公开工作年度报告', 2024],
  // The word 政府 belongs to the organ as much as to the subject.
  ['⟦2025⟧年⟦示范市人民政府⟧信息公开工作年度报告', 2025],
  ['⟦示范市⟧关于⟦2022⟧年度政府信息公开工作情况的报告', 2022],
  ['关于⟦示范市⟧⟦2022⟧年政府信息公开工作情况的报告', 2022],
  ['⟦示范市人民政府⟧关于⟦2022⟧年政府信息公开工作情况的报告', 2022],
  ['⟦2022⟧年⟦示范市⟧关于政府信息公开工作情况的报告', 2022],
  ['⟦示范市⟧ 《⟦2025⟧年政府信息公开工作年度报告》', 2025],
  ['⟦2022⟧年⟦示范市⟧关于落实关于政府信息公开的规定的报告', 2022],
  ['⟦示范市⟧ 关于⟦2022⟧年政府信息公开工作情况的报告', 2022],
  ['《⟦示范市⟧⟦2025⟧年政府信息公开工作年度报告》', 2025],
  ['# ⟦示范市⟧⟦2025⟧年政府信息公开工作年度报告', 2025],
  ['　　⟦示范市⟧　⟦2025⟧ 年　政府信息公开工作年度报告', 2025],
  ['⟦第12345中学⟧⟦2025⟧年政府信息公开工作年度报告', 2025],
  ['⟦示范市⟧⟦２０２５⟧年政府信息公开工作年度报告', 2025],
  ['⟦示范市⟧⟦二〇二五⟧年政府信息公开工作年度报告', 2025],
  ['⟦示范市⟧⟦二○二一⟧年度政府信息公开工作年度报告', 2021],
  ['⟦示范市⟧⟦二零二一⟧年政府信息公开年度报告', 2021],
  ['⟦示范市⟧⟦2021⟧政府信息公开工作年度报告', 2021, 'year-mark'],
  ['⟦2025⟧年政府信息公开工作年度报告', 2025, 'no-organ'],
  ['关于⟦2022⟧年政府信息公开工作情况的报告', 2022, 'no-organ'],
  ['⟦示范市⟧政府信息公开工作年度报告', undefined, 'no-year'],
  ['⟦示范市⟧⟦2025⟧年工作总结', 2025, 'wording'],
  ['⟦示范市⟧⟦2025⟧年工作报告', 2025, 'wording'],
  ['⟦示范市⟧⟦2025⟧年政府信息公开工作', 2025, 'wording'],
  ['政府信息公开工作年度报告', undefined, 'no-year', 'no-organ'],
  ['工作总结', undefined, 'no-year', 'wording', 'no-organ'],
  ['政府信息公开工作⟦2025⟧年度报告', 2025, 'no-organ'],
  ['⟦2025⟧年⟦示范市人民⟧信息公开工作年度报告', 2025],
  // Five digits are no year.
  ['⟦示范市20250年⟧政府信息公开工作年度报告', undefined, 'no-year'],
  // The subject may come before the year.
  ['⟦示范镇⟧政府信息公开工作⟦2025⟧年度报告', 2025],
  ['⟦示范市人民政府⟧信息公开工作年度报告', undefined, 'no-year'],
];

describe('model: title', () => {
  for (const [source, year, ...faults] of cases) {
    it(`of ${source}`, () => {
      const { text, ranges } = marked(source);
      const { head } = readReport(`\n// 附注\n${text}\n`);
      assert.equal(head.title?.line, 2);
      const places = [head.title.organ, head.title.year].flatMap(span => (span ? [[span.start, span.end]] : []));
      assert.deepEqual(
        places.sort(([a = 0], [b = 0]) => a - b),
        ranges.map(({ start, end }) => [start.character, end.character]),
      );
      assert.equal(
        head.title.organ?.text,
        head.title.organ && text.slice(head.title.organ.start, head.title.organ.end),
      );
      assert.equal(head.title.year?.value, year);
      assert.equal(head.year, year);
      assert.deepEqual(head.title.faults, faults);
    });
  }

  it('decides the edition by its year', () => {
    const ids = [1999, 2008, 2019, 2020, 2021, 2025, 2099].map(
      year => readReport(`示范市${year}年政府信息公开工作年度报告`).form.id,
    );
    // Before the first edition there is nothing but the first to check against.
    assert.deepEqual(ids, ['2019', '2019', '2019', '2019', '2021', '2021', '2021']);
    assert.equal(readReport('示范市政府信息公开工作年度报告').form.id, '2021');
  });
});
