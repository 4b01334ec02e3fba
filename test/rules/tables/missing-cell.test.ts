import assert from 'node:assert/strict';
import { checkText } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { applications, disputes, licensing, normative } from '../snippets.ts';

const rule = 'missing-cell';

describe('rule: missing-cell', () => {
  it('finds six numbers for seven columns, and lets none of them count', () => {
    const source = applications('| 一、本年新收政府信息公开申请数量 | ⟦1 | 2 | 3 | 4 | 5 | 6⟧ |');
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends, undefined);
    const { report, findings } = checkText(source.replace(/[⟦⟧]/g, ''));
    assert.ok(report.blocks[1]?.tables[0]?.sums.grid.every(value => Number.isNaN(value)));
    assert.ok(!findings.some(one => one.rule === 'row-total'));
  });

  it('finds them while the row is being typed', () => {
    finds(rule, normative('| 规章 | ⟦0⟧'));
    finds(rule, normative('| 规章 | ⟦0 | 0⟧ |'));
    finds(rule, normative('｜规章｜⟦０｜０⟧'));
  });

  it('finds blanks at the ends of the row too', () => {
    finds(rule, normative('| 规章 ⟦|  | 0⟧ |'));
    finds(rule, normative('| 规章 | ⟦0 |  ⟧|'));
  });

  it('appends blank cells to a label alone', () => {
    for (const row of ['| ⟦行政许可⟧ |', '| ⟦行政许可⟧', '| ⟦行政许可⟧   ']) {
      const source = licensing(row);
      finds(rule, source);
      assert.match(mended(rule, source), /^\| 行政许可 +\| +\|$/m);
    }
    assert.match(mended(rule, normative('| 规章')), /^\| 规章 \| +\| +\| +\|$/m);
  });

  it('has nothing against full rows, groups, or rows that no form has', () => {
    finds(rule, disputes('| 行政复议 |  |  |  |  |  |', '| 行政诉讼 |', '| 备注 | 1 |'));
    finds(rule, normative('| 规章 | 0 | 0 | 0'));
  });
});
