import type { Span } from '../text/index.ts';
import type { Line, Name } from './tree.ts';

/** The text of a span of a line. */
export const textOf = (line: Line, span: Span): string => line.text.slice(span.start, span.end);

/** A span of a line with its text. */
export const nameAt = (line: Line, { start, end }: Span): Name => ({ start, end, text: line.text.slice(start, end) });

/** The spans inside a line that the tree names, outermost first, in the order of the text. */
export function* nodesOf(line: Line): Generator<Span> {
  switch (line.kind) {
    case 'comment':
      yield line.body;
      for (const name of line.silence?.rules ?? []) yield name;
      if (line.silence?.reason) yield line.silence.reason;
      break;
    case 'row':
      for (const cell of [line.label, ...line.cells]) {
        yield { start: cell.bar, end: cell.stop };
        yield { start: cell.start, end: cell.end };
      }
      if (line.end) yield line.end;
      break;
    case 'section':
      yield line.ordinal;
      yield line.title;
      break;
    case 'article':
      yield line.title;
      break;
    case 'part':
    case 'prose':
      if (line.kind === 'part') yield* [line.ordinal, line.title];
      else if (line.lead) yield line.lead;
      for (const span of line.spans) {
        yield span;
        if (span.kind !== 'quote') continue;
        for (const term of span.terms) {
          yield term;
          yield* term.names;
        }
      }
      break;
    case 'blank':
  }
}

/**
 * The line cut at every end of a node: joined, the pieces are the line with its ending, and so the pieces of all lines
 * are the text. A span outside its parent would show here as text said twice or left out.
 */
export function piecesOf(line: Line): string[] {
  const cuts = new Set([0, line.text.length]);
  for (const span of nodesOf(line)) cuts.add(span.start).add(span.end);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = places.slice(1).map((end, i) => line.text.slice(places[i], end));
  return line.ending === '' ? pieces : [...pieces, line.ending];
}
