import type { Span } from '../text/index.ts';
import { isUnread } from './read.ts';
import type { Line, ProseSpan } from './tree.ts';

/** What can be wrong with the syntax of a line. */
export type SyntaxFaultKind =
  'quote-unclosed' | 'quote-empty' | 'quote-form' | 'bold-unpaired' | 'faulty-character' | 'line-too-long';

/** A place in a line that cannot be understood. */
export interface SyntaxFault extends Span {
  readonly kind: SyntaxFaultKind;
}

/**
 * Characters that nobody types and nobody sees: control characters, lone surrogates, a replacement character left by a
 * wrong decoding, line separators that are none, a byte-order mark in mid-text, and the marks that turn the direction
 * of writing (with which a text can show other words than it holds).
 */
export const FAULTY =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufffd-\\uffff';
const LONE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const faultyCharacter = new RegExp(`[${FAULTY}]+|${LONE}`, 'g');
// Most lines have none, and asking that first is several times cheaper than looking for each.
const suspicious = new RegExp(`[${FAULTY}\\ud800-\\udfff]`);

/** The syntax faults of a line in their order. `first` says that a byte-order mark may lead it. */
export function faultsOf(line: Line, first: boolean): SyntaxFault[] {
  if (isUnread(line)) return [{ kind: 'line-too-long', start: 0, end: line.text.length }];
  const faults: SyntaxFault[] = [];
  if (line.kind === 'prose' || line.kind === 'part') addProseFaults(line.spans, faults);
  if (!suspicious.test(line.text)) return faults;
  for (const { index, 0: found } of line.text.matchAll(faultyCharacter)) {
    if (first && index === 0 && found === '\ufeff') continue;
    faults.push({ kind: 'faulty-character', start: index, end: index + found.length });
  }
  return faults;
}

function addProseFaults(spans: readonly ProseSpan[], faults: SyntaxFault[]): void {
  let bold: Span | undefined;
  for (const span of spans) {
    if (span.kind === 'bold') bold = bold ? undefined : span;
    else if (span.kind === 'open-quote') faults.push({ kind: 'quote-unclosed', start: span.start, end: span.end });
    else if (span.kind === 'quote') {
      if (span.broken) faults.push({ kind: 'quote-form', ...insideOf(span.broken, span) });
      else if (span.terms.length === 0) faults.push({ kind: 'quote-empty', start: span.start, end: span.end });
    }
  }
  if (bold) faults.push({ kind: 'bold-unpaired', start: bold.start, end: bold.end });
}

const insideOf = (span: Span, outer: Span): Span => ({
  start: Math.max(span.start, outer.start),
  end: Math.min(span.end, outer.end),
});
