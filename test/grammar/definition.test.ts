import assert from 'node:assert/strict';
import { createToken, Lexer } from 'chevrotain';
import { LineParser } from '../../grammar/parser.ts';
import { allTokens, lexerDefinition, tokens } from '../../grammar/tokens.ts';

// The engine leaves Chevrotain's validations out of every start (and Node 20 could not run them); here they run.
describe('grammar: the definition', () => {
  let groupBy: PropertyDescriptor | undefined;
  let warnings: unknown[][];
  const { warn, error } = console;

  before(() => {
    groupBy = Object.getOwnPropertyDescriptor(Object, 'groupBy');
    if (!groupBy) Object.defineProperty(Object, 'groupBy', { configurable: true, value: groupedBy });
    warnings = [];
    const note = (...words: unknown[]): void => void warnings.push(words);
    Object.assign(console, { warn: note, error: note });
  });

  after(() => {
    Object.assign(console, { warn, error });
    if (!groupBy) delete (Object as { groupBy?: unknown }).groupBy;
  });

  it('of the lexer is valid', () => {
    const lexer = new Lexer(lexerDefinition, { positionTracking: 'onlyOffset', safeMode: true });
    assert.deepEqual(lexer.lexerDefinitionErrors, []);
    assert.deepEqual(warnings, []);
  });

  it('of the parser is valid', () => {
    // It throws where it is not.
    assert.ok(new LineParser({ skipValidations: false }));
    assert.deepEqual(warnings, []);
  });

  it('would be found out otherwise', () => {
    // So that the tests above are known to look at all.
    const [first, second] = ['First', 'Second'].map(name => createToken({ name, pattern: /a/ }));
    assert.throws(() => new Lexer([first!, second!]), /Second/);
  });

  it('names each token once and uses all of them', () => {
    const names = allTokens.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    const used = new Set(
      Object.values(lexerDefinition.modes)
        .flat()
        .flatMap(type => (typeof type === 'string' ? [] : [type, ...(type.CATEGORIES ?? [])])),
    );
    assert.deepEqual(
      Object.values(tokens).filter(type => !used.has(type)),
      [],
    );
  });

  it('has a token for every character in every mode', () => {
    const lexer = new Lexer(lexerDefinition, { safeMode: true, skipValidations: true });
    const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const characters = codes.filter(character => !/[\r\n]/.test(character));
    // What opens each mode; inside a quote a brace must follow.
    for (const [before, behind] of [
      ['', ''],
      ['x', ''],
      ['　', ''],
      ['|', ''],
      ['|x|', ''],
      ['//', ''],
      ['//忽略：', ''],
      ['一、', ''],
      ['（一）', ''],
      ['（一）x。', ''],
      ['{', '}'],
      ['x{a.', '}'],
      ['#', ''],
      ['机关：', ''],
      ['4、', ''],
    ] as const) {
      const text = characters.map(character => before + character + behind).join('\n');
      const { errors, tokens: found } = lexer.tokenize(text);
      assert.deepEqual(errors, [], JSON.stringify(before));
      assert.equal(
        found.reduce((sum, { image }) => sum + image.length, 0),
        text.length,
        JSON.stringify(before),
      );
    }
  });
});

function groupedBy<T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey): Record<PropertyKey, T[]> {
  const groups: Record<PropertyKey, T[]> = Object.create(null) as Record<PropertyKey, T[]>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
}
