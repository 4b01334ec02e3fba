import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, editsConflict, sortEdits, TextLines, type TextEdit } from '../../text/index.ts';
import { marked } from '../kit/index.ts';

/** The marked text with each marked range replaced by the text given for it. */
function edited(source: string, ...texts: readonly string[]): string {
  const { text, ranges } = marked(source);
  return applyEdits(
    text,
    ranges.map((range, i) => ({ range, text: texts[i] ?? '' })),
  );
}

const edit = (start: number, end: number, text = ''): TextEdit => ({
  range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
  text,
});

describe('text: edits', () => {
  it('are made in the text as it was before', () => {
    assert.equal(edited('甲⟦乙⟧丙⟦丁⟧戊', '二二二', ''), '甲二二二丙戊');
    assert.equal(edited('甲⟦⟧乙', '一'), '甲一乙');
    assert.equal(edited('甲⟦\r\n乙\n⟧丙', '\n'), '甲\n丙');
    assert.equal(edited('甲'), '甲');
  });

  it('come in any order', () => {
    assert.equal(applyEdits('abcd', [edit(3, 4, 'D'), edit(0, 1, 'A')]), 'AbcD');
  });

  it('that insert at one place do so in the order given', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2'), edit(1, 1, '3')]), 'a123b');
    assert.equal(applyEdits('ab', [edit(1, 2, 'B'), edit(1, 1, '1'), edit(1, 1, '2')]), 'a12B');
    assert.equal(applyEdits('ab', [edit(1, 1, '2'), edit(0, 1, 'A')]), 'A2b');
  });

  it('that overlap are a bug of ours', () => {
    assert.throws(() => applyEdits('abcd', [edit(0, 2), edit(1, 3)]), /overlap/);
    assert.throws(() => applyEdits('abcd', [edit(0, 3, 'x'), edit(1, 1, 'y')]), /overlap/);
    assert.throws(() => applyEdits('abcd', [edit(1, 3), edit(1, 3)]), /overlap/);
  });

  it('keep their order at one place', () => {
    const [first, second, later] = [edit(1, 1, 'x'), edit(1, 1, 'a'), edit(1, 2)];
    assert.deepEqual(sortEdits([later, first, second]), [first, second, later]);
  });

  it('conflict just where they cannot both be made', () => {
    const range = fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => edit(Math.min(a, b), Math.max(a, b), 'x'));
    fc.assert(
      fc.property(range, range, (a, b) => {
        const apply = (): string => applyEdits('abcdef', [a, b]);
        if (editsConflict(a, b)) assert.throws(apply, /overlap/);
        else assert.equal(apply().length, 8 - lengthOf(a) - lengthOf(b));
        assert.equal(editsConflict(a, b), editsConflict(b, a));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('are what replacing from the end makes', () => {
    const cuts = fc.uniqueArray(fc.nat(20), { maxLength: 8 }).map(list => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.string({ minLength: 20, maxLength: 20, unit: fc.constantFrom('a', '\n', '\r', '年') }),
        cuts,
        (text, at) => {
          const lines = new TextLines(text);
          const edits: TextEdit[] = [];
          let expected = text;
          for (let i = at.length - (at.length % 2) - 1; i > 0; i -= 2) {
            const range = { start: lines.positionAt(at[i - 1]!), end: lines.positionAt(at[i]!) };
            const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
            edits.push({ range, text: `<${i}>` });
            expected = `${expected.slice(0, from)}<${i}>${expected.slice(to)}`;
          }
          assert.equal(applyEdits(text, edits), expected);
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });
});

const lengthOf = ({ range }: TextEdit): number => range.end.character - range.start.character;
