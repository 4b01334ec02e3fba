import assert from 'node:assert/strict';
import {
  nodesOf,
  piecesOf,
  readTree,
  type Line,
  type ProseSpan,
  type RowLine,
  type SyntaxTree,
} from '../../grammar/index.ts';
import type { Span } from '../../text/index.ts';

/** Reads a text and holds the tree to what any text is promised. */
export function readSoundly(text: string): SyntaxTree {
  const tree = readTree(text);
  assert.equal(tree.lines.flatMap(piecesOf).join(''), text);
  tree.lines.forEach(checkNesting);
  return tree;
}

/** Every piece stands inside the one that it belongs to, and after the one before it. */
export function checkNesting(line: Line): void {
  const whole = { start: 0, end: line.text.length };
  for (const node of nodesOf(line)) checkInside(node, whole);
  switch (line.kind) {
    case 'row':
      checkRow(line);
      break;
    case 'section':
      checkOrder([line.ordinal, line.title]);
      break;
    case 'part':
      checkOrder([line.ordinal, line.title, ...line.spans]);
      checkSpans(line.spans, line.text.length);
      break;
    case 'prose':
      checkOrder([...(line.lead ? [line.lead] : []), ...line.spans]);
      checkSpans(line.spans, line.text.length);
      break;
    case 'comment': {
      const { rules = [], reason } = line.silence ?? {};
      const inside = [...rules, ...(reason ? [reason] : [])];
      checkOrder(inside);
      for (const one of inside) checkInside(one, line.body);
      break;
    }
    case 'article':
    case 'blank':
  }
}

function checkInside(inner: Span, outer: Span): void {
  // Comparing with what is no number would be true of nothing, and asserting that it is false of everything.
  const sound = outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  assert.ok(sound, `${inner.start}–${inner.end} outside ${outer.start}–${outer.end}`);
}

function checkOrder(spans: readonly Span[]): void {
  spans.forEach((span, i) => assert.ok((spans[i - 1]?.end ?? 0) <= span.start, `${span.start} before the piece ahead`));
}

/** From bar to bar without a gap: what stands in a row belongs to a cell. */
function checkRow({ label, cells, end, text }: RowLine): void {
  let bar = label.bar;
  for (const cell of [label, ...cells]) {
    assert.equal(cell.bar, bar);
    checkInside(cell, { start: cell.bar + 1, end: cell.stop });
    bar = cell.stop;
  }
  if (end) assert.equal(end.start, bar);
  assert.equal(end ? end.end : bar, text.length);
}

/** Prose leaves nothing out up to the end of its line. */
function checkSpans(spans: readonly ProseSpan[], end: number): void {
  spans.forEach((span, i) => {
    assert.equal(span.end, spans[i + 1]?.start ?? end);
    if (span.kind !== 'quote') return;
    const inside = { start: span.start + 1, end: span.end - 1 };
    checkOrder(span.terms);
    for (const term of span.terms) {
      checkInside(term, inside);
      checkOrder(term.names);
      for (const name of term.names) checkInside(name, term);
    }
    // The closing brace itself may be where it went wrong.
    if (span.broken) checkInside(span.broken, { start: inside.start, end: span.end });
  });
}
