import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { applications, disputes, licensing, normative, windows } from '../snippets.ts';

const rule = 'duplicate-row';

describe('rule: duplicate-row', () => {
  it('deletes a copy', () => {
    const source = licensing('| 行政许可 | 4 |', '| ⟦行政许可⟧ | 4 |');
    const [finding] = finds(rule, source);
    assert.equal(finding?.related?.[0]?.range.start.line, 4);
    assert.equal(mended(rule, source), licensing('| 行政许可 | 4 |'));
    assert.equal(mended(rule, windows(source)), windows(licensing('| 行政许可 | 4 |')));
    assert.equal(mended(rule, source.trimEnd()), licensing('| 行政许可 | 4 |').trimEnd());
  });

  it('takes numbers that are written in two ways for the same', () => {
    const source = licensing('| 行政许可 | 1234 |', '| ⟦行政许可⟧ | １，２３４ |');
    finds(rule, source);
    assert.equal(mended(rule, source), licensing('| 行政许可 | 1234 |'));
  });

  it('does not choose between two that differ', () => {
    const [finding] = finds(rule, licensing('| 行政许可 | 4 |', '| ⟦行政许可⟧ | 5 |', '| ⟦行政许可⟧ |  |'));
    assert.equal(finding?.mends, undefined);
  });

  it('does not choose between a row that lacks a number and one that has all', () => {
    const zeros = '| 0 | 0 | 0 | 0 | 0 | 0 ';
    const [finding] = finds(rule, applications(`| 2.重复申请 ${zeros}|`, `| ⟦2.重复申请⟧ ${zeros}| 0 |`));
    assert.equal(finding?.mends, undefined);
  });

  it('does not choose between two whose words or whose unplaced numbers differ', () => {
    for (const [first, second] of [
      ['| 3 | 5 |', '| 0 | 7 |'],
      ['| 约3件 | 0 | 0 |', '| 约9件 | 0 | 0 |'],
      ['| 3 | 0 | 0 |', '|  | 0 | 0 |'],
    ] as const) {
      const [finding] = finds(rule, normative(`| 规章 ${first}`, `| ⟦规章⟧ ${second}`));
      assert.equal(finding?.mends, undefined, second);
      const copied = normative(`| 规章 ${first}`, `| ⟦规章⟧ ${first}`);
      assert.equal(mended(rule, copied), normative(`| 规章 ${first}`));
    }
    const [finding] = finds(
      rule,
      normative('| 规章 | 约3件 | 0 | 0 |', '| ⟦规章⟧ | 约9件 | 0 | 0 |').replace(
        '本年制发件数 | 本年废止件数 | 现行有效件数',
        '现行有效件数 | 本年制发件数 | 本年废止件数',
      ),
    );
    assert.equal(finding?.mends, undefined);
  });

  it('finds a group given twice', () => {
    const source = disputes('| 行政诉讼 |', '| ⟦行政诉讼⟧ |');
    finds(rule, source);
    assert.equal(mended(rule, source), disputes('| 行政诉讼 |'));
  });

  it('finds the second of two spellings', () =>
    finds(
      rule,
      applications(
        '| （二）部分公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
        '| ⟦（二）部分公开（区分处理的，只计这一情形，不计其他情形）⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    ));

  it('does not confuse rows of two groups, or a row with a column', () =>
    finds(
      rule,
      applications(
        '| （五）不予处理 |',
        '| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| （六）其他处理 |',
        '| 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    ));
});
