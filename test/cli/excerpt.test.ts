import assert from 'node:assert/strict';
import { excerpt } from '../../cli/print/excerpt.ts';
import { visible } from '../../cli/print/visible.ts';
import { displayWidth } from '../../text/index.ts';

/** The excerpt of a line in which ⟦ ⟧ mark the fault, as the line and its underline. */
function drawn(marked: string, columns = 80): readonly [string, string] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const { text, indent, length } = excerpt(marked.replace(/[⟦⟧]/g, ''), start, end, columns);
  return [text, ' '.repeat(indent) + '^'.repeat(length)];
}

describe('cli: the excerpt of a line', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['| a | ⟦12⟧ |', '| a | 12 |', '      ^^'],
    ['| 规章 | ⟦12⟧ |', '| 规章 | 12 |', '         ^^'],
    ['⟦机关⟧：示范市', '机关：示范市', '^^^^'],
    ['　　⟦收到⟧申请', '　　收到申请', '    ^^^^'],
    ['| “三安全一稳定” | ⟦3⟧ |', '| “三安全一稳定” | 3 |', '                   ^'],
    ['𠮷⟦𠮷⟧a', '𠮷𠮷a', '  ^^'],
    ['e\u0301⟦x⟧', 'e\u0301x', ' ^'],
    ['a⟦⟧b', 'ab', ' ^'],
    ['ab⟦⟧', 'ab', '  ^'],
    ['⟦⟧', '', '^'],
    ['\t⟦x⟧', '    x', '    ^'],
    ['ab\t⟦x⟧', 'ab  x', '    ^'],
    ['中\t⟦x⟧', '中  x', '    ^'],
    ['a\u001b[31m⟦x⟧', 'a<U+001B>[31mx', '             ^'],
    ['a⟦\u202e⟧b', 'a<U+202E>b', ' ^^^^^^^^'],
    ['a⟦\ud800⟧b', 'a<U+D800>b', ' ^^^^^^^^'],
  ];
  for (const [marked, text, line] of cases) {
    it(`underlines ${visible(marked)}`, () => assert.deepEqual(drawn(marked), [text, line]));
  }

  it('keeps an underline that ends past the line inside reason', () => {
    assert.deepEqual(excerpt('ab', 1, 9, 80), { text: 'ab', indent: 1, length: 1 });
    assert.deepEqual(excerpt('ab', 7, 9, 80), { text: 'ab', indent: 2, length: 1 });
    assert.deepEqual(excerpt('abc', 2, 1, 80), { text: 'abc', indent: 2, length: 1 });
  });

  it('cuts a long line to a window around the fault', () => {
    const line = '甲'.repeat(300) + '错误' + '乙'.repeat(300);
    const { text, indent, length } = excerpt(line, 300, 302, 60);
    assert.match(text, /^…甲+错误乙+…$/);
    assert.ok(displayWidth(text, 1) <= 60);
    assert.equal(indent, displayWidth(text.slice(0, text.indexOf('错')), 1));
    assert.equal(length, 4);
  });

  it('shows the beginning and the end of a long line whole', () => {
    const line = '甲'.repeat(300);
    assert.match(excerpt(line, 0, 1, 60).text, /^甲+…$/);
    const atEnd = excerpt(line, 299, 300, 60);
    assert.match(atEnd.text, /^…甲+$/);
    assert.ok(displayWidth(atEnd.text, 1) > 50);
    assert.equal(atEnd.indent + atEnd.length, displayWidth(atEnd.text, 1));
  });

  it('underlines only what is shown of a long fault', () => {
    const { text, indent, length } = excerpt('甲'.repeat(300), 0, 300, 60);
    assert.ok(indent + length <= displayWidth(text, 1));
  });

  it('costs no more for a line of a megabyte', () => {
    const line = '甲'.repeat(1 << 20);
    const start = performance.now();
    for (let at = 0; at < 1000; at++) excerpt(line, 1000 * at, 1000 * at + 2, 100);
    assert.ok(performance.now() - start < 2000);
  });

  it('never splits a character at the edge of the window', () => {
    const line = '𠮷'.repeat(400);
    for (let at = 0; at < 60; at++) assert.doesNotMatch(excerpt(line, at, at + 1, 40).text, /U\+D/);
  });

  it('always underlines inside what is shown', () => {
    const line = 'a中\t“𠮷\u0007'.repeat(40);
    for (let start = 0; start <= line.length; start++) {
      const { text, indent, length } = excerpt(line, start, start + 3, 50);
      assert.ok(indent + length <= displayWidth(text, 1) + 1, String(start));
      assert.ok(displayWidth(text, 1) <= 50, String(start));
    }
  });
});

describe('cli: what cannot be seen', () => {
  it('is written out', () => {
    assert.equal(visible('a\u0000\u009b\u200b\ufeff\n\u2028'), 'a<U+0000><U+009B><U+200B><U+FEFF><U+000A><U+2028>');
    assert.equal(visible('示范市“”👨‍👩‍👧𠮷'), '示范市“”👨‍👩‍👧𠮷');
  });
});
