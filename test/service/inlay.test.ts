import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver-types';
import { checkSnapshot, textOfSnapshot } from '../../service/index.ts';
import { inlayHints } from '../../service/features/inlay.ts';
import { applyEdits, type Range } from '../../text/index.ts';
import { assertInside, brokenReports, opened } from './anywhere.ts';
import { sample } from './sample.ts';

const none = { computed: false, totals: false, blanks: false, quotes: false };
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 0 } };

function hints(source: string, show: Partial<typeof none>, range = whole): { text: string; found: InlayHint[] } {
  const { snapshot } = opened(source);
  const found = inlayHints(snapshot, range, {
    locale: 'zh',
    show: { ...none, ...show },
    findings: checkSnapshot(snapshot),
  });
  return { text: textOfSnapshot(snapshot), found };
}

/** The lines that have hints, each hint in 〔〕 at its place. */
function shown(source: string, show: Partial<typeof none>, range?: Range): string[] {
  const { text, found } = hints(source, show, range);
  const lines = text.split('\n');
  return found.map(({ position: { line, character }, label }) => {
    const words = lines[line] ?? '';
    return `${words.slice(0, character)}〔${label as string}〕${words.slice(character)}`;
  });
}

describe('inlay hints', () => {
  it('show the value of a computed cell behind its =', () => {
    assert.deepEqual(shown(sample, { computed: true }), ['| 行政复议 | 3 | 0 | 1 | 2 | =〔6〕 |']);
  });

  it('show what is right beside a total that fails', () => {
    assert.deepEqual(shown(sample, { totals: true }), ['| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 4〔应为 1〕 |']);
  });

  it('show what the only blank of a sum must be, and put it in', () => {
    assert.deepEqual(shown(sample, { blanks: true }), ['| 复议后起诉 | 2 | 〔应填 2〕 | 0 | 1 | 5 |']);
    const { text, found } = hints(sample, { blanks: true });
    const edits = (found[0]?.textEdits ?? []).map(({ range, newText }) => ({ range, text: newText }));
    assert.match(applyEdits(text, edits), /\| 复议后起诉 \| 2 \| +2 +\| 0 \| 1 \| 5 \|/);
  });

  it('show the values of quotes', () => {
    const found = shown(sample, { quotes: true });
    assert.equal(found.length, 5);
    assert.match(found[0] ?? '', /\{行政复议}〔= 6〕/);
    assert.match(found[2] ?? '', /\{机关}〔= 示范市〕/);
  });

  it('show nothing that is switched off, and nothing outside the range', () => {
    assert.deepEqual(shown(sample, {}), []);
    const range = { start: { line: 8, character: 0 }, end: { line: 12, character: 0 } };
    assert.deepEqual(
      hints(sample, { computed: true, totals: true, blanks: true, quotes: true }, range).found.map(one => one.label),
      ['= 6', '= 3'],
    );
  });

  it('stand any text', () => {
    const show = { computed: true, totals: true, blanks: true, quotes: true };
    for (const snapshot of brokenReports(200)) {
      for (const { position, textEdits } of inlayHints(snapshot, whole, {
        locale: 'en',
        show,
        findings: checkSnapshot(snapshot),
      })) {
        assertInside(snapshot, { start: position, end: position });
        for (const { range } of textEdits ?? []) assertInside(snapshot, range);
      }
    }
  });
});
