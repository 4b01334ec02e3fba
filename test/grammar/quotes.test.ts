import assert from 'node:assert/strict';
import { faultsOf, piecesOf, type Line, type Quote } from '../../grammar/index.ts';
import { lineOf, show } from './show.ts';

describe('grammar: quotes that cannot be read', () => {
  // What stands before and behind a broken quote is read as ever.
  const broken = [
    '{+}',
    '{.}',
    '{-}',
    '{a+}',
    '{a-}',
    '{a.}',
    '{a..b}',
    '{a.b.}',
    '{a+.b}',
    '{a++b}',
    '{a+-b}',
    '{a.+b}',
    '{.a}',
    '{-a}',
    '{+a}',
    '{++}',
    '{.a+b}',
    '{a+b.}',
    '{a.b+}',
    '{..}',
    '｛＋a｝',
    '{+.}',
    '{a.b.+}',
  ];
  for (const inside of broken) {
    it(`end at their brace: ${inside}`, () => {
      const line = lineOf(`前${inside}中{b}后\n| 规章 | 3 |`);
      const [before, quote, between, next, behind] = spansOf(line);
      assert.deepEqual([before?.kind, between?.kind, behind?.kind], ['text', 'text', 'text']);
      checkQuote(line, quote, inside);
      assert.ok(next?.kind === 'quote' && !next.broken, 'the quote behind it is right');
      assert.deepEqual(
        faultsOf(line, true).map(fault => fault.kind),
        ['quote-form'],
      );
      assert.equal(piecesOf(line).join(''), line.text + line.ending);
    });

    it(`do so at the end of the text: ${inside}`, () => {
      const line = lineOf(inside);
      checkQuote(line, spansOf(line)[0], inside);
    });
  }

  it('show where they went wrong', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['{a.}', '}'],
      ['{a+}', '}'],
      ['{a..b}', '.'],
      ['{a+-b}', '-'],
      ['{.a}', '.'],
      ['{+a}', '+'],
    ];
    for (const [text, wrong] of faults) {
      const line = lineOf(text);
      assert.deepEqual(
        faultsOf(line, true).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
        [['quote-form', wrong]],
        text,
      );
    }
  });

  const others: readonly (readonly [string, string, string])[] = [
    ['{}', 'prose quote', 'quote-empty'],
    ['｛｝', 'prose quote', 'quote-empty'],
    ['{a', 'prose open-quote [{a]', 'quote-unclosed'],
    ['x｛a', 'prose text [x] open-quote [{a]', 'quote-unclosed'],
    ['{a{b}', 'prose open-quote [{a] quote +b', 'quote-unclosed'],
    ['{{b}}', 'prose open-quote [{] quote +b text [}]', 'quote-unclosed'],
    ['a}b', 'prose text [a] text [}] text [b]', ''],
    ['**a', 'prose bold [**] text [a]', 'bold-unpaired'],
    ['**a**b**', 'prose bold [**] text [a] bold [**] text [b] bold [**]', 'bold-unpaired'],
  ];
  for (const [text, shown, fault] of others) {
    it(`reads ${text}`, () => {
      const line = lineOf(text);
      assert.equal(show(line), shown);
      assert.equal(
        faultsOf(line, true)
          .map(({ kind }) => kind)
          .join(),
        fault,
      );
    });
  }

  it('keep the names that they have', () => {
    assert.equal(show(lineOf('{.a}')), 'prose quote +a broken [.]');
    assert.equal(show(lineOf('{a..b}')), 'prose quote +a.b broken [.]');
    assert.equal(show(lineOf('{a.+b-}')), 'prose quote +a +b broken [+]');
  });

  it('are empty with nothing but white space inside', () => {
    assert.deepEqual(faultsOf(lineOf('{ 　}'), true), [{ kind: 'quote-empty', start: 0, end: 4 }]);
  });
});

const spansOf = (line: Line) => (line.kind === 'prose' || line.kind === 'part' ? line.spans : []);

function checkQuote(
  line: Line,
  quote: ReturnType<typeof spansOf>[number] | undefined,
  text: string,
): asserts quote is Quote {
  assert.equal(quote?.kind, 'quote');
  assert.equal(line.text.slice(quote.start, quote.end), text);
  assert.ok(quote.broken && quote.broken.start >= quote.start && quote.broken.end <= quote.end, 'broken inside itself');
  for (const term of quote.terms) {
    assert.ok(Number.isInteger(term.start) && Number.isInteger(term.end), 'a term has its place');
    assert.ok(
      term.names.every(name => line.text.slice(name.start, name.end) === name.text),
      'a name is in the text',
    );
  }
}
