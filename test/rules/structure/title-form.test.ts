import assert from 'node:assert/strict';
import { forms } from '../../../forms/index.ts';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { lines, TITLE } from '../snippets.ts';

const rule = 'title-form';

describe('rule: title-form', () => {
  for (const title of [
    TITLE,
    '示范市2025年度政府信息公开工作年度报告',
    '示范市２０２５年政府信息公开工作年度报告',
    '示范市 2025 年政府信息公开 工作年度报告',
    '示范市二〇二五年政府信息公开工作年度报告',
    '2025年示范市人民政府信息公开工作年度报告',
    '示范市财政局2025年度信息公开工作报告',
    '示范市财政局关于2025年政府信息公开工作情况的报告',
    '# 示范市2025年政务公开工作年度报告',
  ]) {
    it(`accepts ${title}`, () => finds(rule, `${title}\n`));
  }

  it('finds a title without a year', () => {
    finds(rule, '⟦示范市政府信息公开工作年度报告⟧\n');
    finds(rule, '# ⟦示范市政府信息公开工作年度报告⟧\n');
  });

  it('puts 年 behind a bare year', () => {
    const source = '示范市⟦2025⟧政府信息公开工作年度报告\n';
    finds(rule, source);
    assert.equal(mended(rule, source), `${TITLE}\n`);
    assert.equal(mended(rule, `\ufeff${source}`), `\ufeff${TITLE}\n`);
  });

  it('puts in the organ where the fields know it', () => {
    const [bare] = finds(rule, '⟦2025年政府信息公开工作年度报告⟧\n');
    assert.equal(bare?.mends, undefined);
    const source = lines('⟦2025年政府信息公开工作年度报告⟧', '机关：示范市');
    finds(rule, source);
    assert.equal(mended(rule, source), lines(TITLE, '机关：示范市'));
    // Without a year the title would not be whole by that.
    const undated = findingsOf(lines('政府信息公开工作年度报告', '机关：示范市'), rule);
    assert.deepEqual(
      undated.map(({ mends }) => mends),
      [undefined, undefined],
    );
  });

  it('finds a title of something else', () => finds(rule, '⟦示范市2025年工作总结⟧\n'));

  it('finds a second title, and points to the first', () => {
    const [finding] = finds(rule, lines(TITLE, '⟦示范市2024年政府信息公开工作年度报告⟧', '', '一、总体情况'));
    assert.deepEqual(finding?.related?.[0]?.range.start, { line: 0, character: 0 });
  });

  it('leaves a title inside a section alone', () => finds(rule, lines(TITLE, '', '一、总体情况', '', TITLE)));

  it('says that no edition is so old', () => {
    finds(rule, '示范市⟦2008⟧年政府信息公开工作年度报告\n');
    finds(rule, '示范市2099年政府信息公开工作年度报告\n');
    const first = forms[0]?.years.from ?? 0;
    finds(rule, `示范市${first}年政府信息公开工作年度报告\n`);
    finds(rule, `示范市⟦${first - 1}⟧年政府信息公开工作年度报告\n`);
  });

  it('asks for nothing where there is no title', () => finds(rule, '一、总体情况\n'));
});
