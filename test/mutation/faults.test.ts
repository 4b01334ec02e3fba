import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { answers, speaksOf } from './answers.ts';
import { faultsIn, withFault, withSwitches } from './faults.ts';

/** What each fault makes of a text. */
const made = (text: string): string[] => faultsIn('one.ts', text).map(fault => withFault(text, fault));

describe('faults to put in', () => {
  it('change one thing each', () => {
    assert.deepEqual(made('const a = b < 3;'), ['const a = b <= 3;', 'const a = b >= 3;', 'const a = b < 4;']);
    assert.deepEqual(made('if (a) b();'), ['if (true) b();', 'if (false) b();', 'if (a) ;']);
    assert.deepEqual(made('const a = /^b+[^c]/;'), [
      'const a = /b+[^c]/;',
      'const a = /^b[^c]/;',
      'const a = /^b+[c]/;',
    ]);
    assert.deepEqual(made("const a = b.split(',').filter(c);"), [
      "const a = b.split(',');",
      "const a = b.split('').filter(c);",
    ]);
  });

  it('leave alone what is not run, and what is said to people', () => {
    assert.deepEqual(made('type A = 1 | 2; interface B { readonly c: true }'), []);
    assert.deepEqual(made("const a = say('改为 0', `Change to ${b + 1}`);"), []);
    assert.deepEqual(made('[a, b[0]] = c; const { 0: d } = e;'), [
      '; const { 0: d } = e;',
      '[a, b[1]] = c; const { 0: d } = e;',
    ]);
  });

  it('are all in one text, each behind its switch', () => {
    const text = '(() => { let n = 0; for (const x of [1, 2]) if (x > 1) n += x; else n -= 1; return [n]; })()';
    const faults = faultsIn('one.ts', text).map((fault, id) => ({ ...fault, id }));
    const switched = withSwitches(text, faults);
    const run = (source: string, on?: number): unknown =>
      JSON.stringify(new Script(source).runInNewContext({ $fault: (id: number) => id === on }));
    assert.equal(run(switched), run(text));
    for (const fault of faults) assert.equal(run(switched, fault.id), run(withFault(text, fault)), fault.after);
  });

  it('are still there where an answer speaks of them', () => {
    const gone = answers.filter(answer => {
      const path = new URL(`../../${answer.file}`, import.meta.url);
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return !faultsIn(answer.file, text).some(fault => speaksOf(answer, fault));
    });
    assert.deepEqual(gone, []);
  });
});
