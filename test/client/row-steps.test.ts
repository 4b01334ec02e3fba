import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellsOf, isRow, nextValue, previousValue, sameColumnBelow, type Step } from '../../client/row-steps.ts';
import { readLines } from '../../grammar/index.ts';
import { rangeOf, TextLines } from '../../text/index.ts';
import { makeReport, marked, mutate, seeded, withMarks } from '../kit/index.ts';

const table = `第二十条第（一）项
| 信息内容 | 本年制发件数 | 本年废止件数 |
| 规章 | 3 |     |
| 行政规范性文件 | 56 | 9 |

第二十条第（五）项
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 7 |`;

describe('steps from cell to cell', () => {
  it('goes through the values, over labels, heads and prose, and selects each', () => {
    assert.deepEqual(walk(table, nextValue), ['3', '', '56', '9', '7']);
    assert.deepEqual(walk(table, previousValue).reverse(), ['3', '', '56', '9', '7']);
    assert.equal(after('| 规章 | ‸3 | 5 |', nextValue), '| 规章 | 3 | ⟦5⟧ |');
    assert.equal(after('| 规章‸ | 13 | 5 |', nextValue), '| 规章 | ⟦13⟧ | 5 |');
    assert.equal(after('| 规章 | 13 | 5 |‸', previousValue), '| 规章 | 13 | ⟦5⟧ |');
    assert.equal(after('| 规章 | 13 | 5‸ |', nextValue), undefined);
    assert.equal(after('| 规章 | ‸13 | 5 |', previousValue), undefined);
  });

  it('passes over the label of a group, and enters a row whose head is missing', () => {
    const rows = '| 甲 | ‸1 |\n| （三）不予公开 |\n| 1.属于国家秘密 | 2件 |';
    assert.equal(after(rows, nextValue), '| 甲 | 1 |\n| （三）不予公开 |\n| 1.属于国家秘密 | ⟦2件⟧ |');
    assert.equal(after(`${rows.replace('‸', '')}‸`, previousValue), after(rows, nextValue));
  });

  it('puts the cursor into a blank cell where a digit stands to the right', () => {
    assert.equal(after('| 甲‸ |    |', nextValue), '| 甲 |   ⟦⟧ |');
    assert.equal(after('| 甲‸ | |', nextValue), '| 甲 | ⟦⟧|');
    assert.equal(after('| 甲‸ ||1|', nextValue), '| 甲 |⟦⟧|1|');
    assert.equal(after('| 甲 | 1‸ |  ', nextValue), undefined);
  });

  it('reads full-width bars and escapes as the language does', () => {
    assert.equal(after('｜ 甲\\|乙‸ ｜ １２ ｜', nextValue), '｜ 甲\\|乙 ｜ ⟦１２⟧ ｜');
  });

  it('goes down a column to the last row of the table, and no further', () => {
    const rows = '| 行政复议 | 1 | 2‸2 |\n| 行政诉讼 |\n| 复议后起诉 | 3 | 44 |\n\n| 甲 | 5 | 6 |';
    const down = rows.replace('‸', '').replace('44', '⟦44⟧');
    assert.equal(after(rows, sameColumnBelow), down);
    assert.equal(after(down.replace('⟦44⟧', '44‸'), sameColumnBelow), undefined);
    assert.equal(after('| ‸甲 | 1 |\n| 乙 | 2 |', sameColumnBelow), '| 甲 | 1 |\n| ⟦⟧乙 | 2 |');
    assert.equal(after('| 甲 | 1 |‸\n| 乙 | 2 |', sameColumnBelow), undefined);
    assert.equal(after('‸| 甲 | 1 |\n| 乙 | 2 |', sameColumnBelow), undefined);
  });

  it('sees the cells that the grammar sees, in any line', () => {
    const piece = fc.constantFrom(
      '|',
      '｜',
      ' ',
      '\u3000',
      '\t',
      '\\',
      '\\|',
      '甲',
      '3',
      '=',
      '𠮷',
      '\ud842',
      '{',
      'a',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 24 }), text => {
        const [line] = readLines(text);
        const expected = line?.kind === 'row' ? [line.label, ...line.cells] : [];
        assert.equal(isRow(text), line?.kind === 'row');
        assert.deepEqual(
          cellsOf(text).map(({ bar, stop, start, end }) => [bar, stop, start === end ? -1 : start, end - start]),
          expected.map(({ bar, stop, start, end }) => [bar, stop, start === end ? -1 : start, end - start]),
        );
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('goes forward and backward through the same places of any text, and comes to an end', () => {
    for (let seed = 0; seed < 60; seed++) {
      const text = seed % 2 ? makeReport(seed).text : mutate(makeReport(seed).text, makeReport(41).text, seeded(seed));
      assert.deepEqual(places(text, previousValue).reverse(), places(text, nextValue));
    }
  });
});

type Stepping = typeof nextValue;

/** The text with what a step from the cursor selects in marks; nothing where there is no step. */
function after(source: string, stepping: Stepping): string | undefined {
  const { text, cursor } = marked(source);
  const step = stepping(linesOf(text), cursor!.line, cursor!.character);
  return step && withMarks(text, [rangeOf(step.line, step)]);
}

/** What is selected on the way from one end of a text to the other. */
const walk = (text: string, stepping: Stepping): string[] =>
  places(text, stepping).map(({ line, start, end }) => new TextLines(text).line(line).slice(start, end));

function places(text: string, stepping: Stepping): Step[] {
  const lines = linesOf(text);
  const found: Step[] = [];
  let at = { line: 0, end: 0 };
  if (stepping === previousValue) at = { line: lines.lineCount - 1, end: Infinity };
  for (let step = stepping(lines, at.line, at.end); step; step = stepping(lines, step.line, step.end)) {
    found.push(step);
    assert.ok(found.length < 10_000, 'the steps come to an end');
  }
  return found;
}

function linesOf(text: string): { lineCount: number; lineAt: (line: number) => { text: string } } {
  const lines = new TextLines(text);
  return { lineCount: lines.count, lineAt: line => ({ text: lines.line(line) }) };
}
