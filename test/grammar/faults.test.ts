import assert from 'node:assert/strict';
import { faultsOf, type SyntaxFault } from '../../grammar/index.ts';
import { lineOf } from './show.ts';

/** The faults of a line by the words that they stand at. */
const told = (text: string, faults: readonly SyntaxFault[]): string[] =>
  faults.map(({ kind, start, end }) => `${kind} ${JSON.stringify(text.slice(start, end)).slice(1, -1)}`);

const faults = (text: string, first = false): string[] => told(text, faultsOf(lineOf(text), first));

describe('grammar: faults', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['全年新收{本年新收}件，**增长**。', []],
    ['全年新收{本年新收件', ['quote-unclosed {本年新收件']],
    ['（一）主动公开。全年{}件', ['quote-empty {}']],
    ['（一）主动公开。**全年', ['bold-unpaired **']],
    ['{a.}与{b', ['quote-form }', 'quote-unclosed {b']],
    // Nobody types these and nobody sees them.
    ['a\0b', ['faulty-character \\u0000']],
    ['a\u0000\u0001b\u0002', ['faulty-character \\u0000\\u0001', 'faulty-character \\u0002']],
    ['| 规章 |\u200b3 |', ['faulty-character \u200b']],
    ['一、总体\u2028情况', ['faulty-character \u2028']],
    ['// 内部\u202e备注', ['faulty-character \u202e']],
    ['a\u0085b\u007fc\u009fd', ['faulty-character \u0085', 'faulty-character \u007f', 'faulty-character \u009f']],
    ['a\ufffdb\ufffeb\uffff', ['faulty-character \ufffd', 'faulty-character \ufffe', 'faulty-character \uffff']],
    ['a\u2066b\u200fc', ['faulty-character \u2066', 'faulty-character \u200f']],
    ['a\ud83db', ['faulty-character \\ud83d']],
    ['a\ude00b', ['faulty-character \\ude00']],
    ['\ude00\ud83d', ['faulty-character \\ude00', 'faulty-character \\ud83d']],
    ['\ud83d\ud83d\ude00', ['faulty-character \\ud83d']],
    // These are seen, or are white space that offices do type.
    ['a\tb\u00a0c　d e\u2003f', []],
    ['😀𠮷“”……——·', []],
    // A joiner in a name of a minority language or an emoji.
    ['👨\u200d👩', []],
  ];
  for (const [text, expected] of cases) {
    it(`of ${JSON.stringify(text)}`, () => assert.deepEqual(faults(text), expected));
  }

  it('count a mark at the very beginning of the text as none', () => {
    assert.deepEqual(faults('\ufeff一、总体情况', true), []);
    assert.deepEqual(faults('\ufeff一、总体情况'), ['faulty-character \ufeff']);
    assert.deepEqual(faults('一、\ufeff总体情况', true), ['faulty-character \ufeff']);
    assert.deepEqual(faults('\0一、总体情况', true), ['faulty-character \\u0000']);
    assert.deepEqual(faults('\ufeff\ufeff一、', true), ['faulty-character \ufeff\ufeff']);
    assert.deepEqual(faults('', true), []);
  });

  it('of a line that is too long are one', () => {
    const text = '{\0'.repeat(40_000);
    assert.deepEqual(faultsOf(lineOf(text), false), [{ kind: 'line-too-long', start: 0, end: 80_000 }]);
    const just = '甲'.repeat(65_536);
    assert.deepEqual(faultsOf(lineOf(just), false), []);
    assert.deepEqual(
      faultsOf(lineOf(`${just}甲`), false).map(({ kind }) => kind),
      ['line-too-long'],
    );
  });

  it('are found again for the same line', () => {
    // A pattern that remembers where it stopped would miss every other one.
    const line = lineOf('a\0b');
    assert.deepEqual(faultsOf(line, false), faultsOf(line, false));
    assert.equal(faultsOf(line, false).length, 1);
  });
});
