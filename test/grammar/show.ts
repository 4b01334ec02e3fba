import {
  readTree,
  textOf,
  type Cell,
  type Line,
  type Name,
  type ProseSpan,
  type Silence,
} from '../../grammar/index.ts';
import { toHalfWidth } from '../../text/index.ts';

/** The only line of a text, or the one asked for. */
export function lineOf(text: string, index = 0): Line {
  const line = readTree(text).lines[index];
  if (!line) throw new Error(`no line ${index}`);
  return line;
}

/**
 * A line in a few words: its kind, then each piece in the order of the text, in half-width forms and any white space
 * as a space, so that a line typed either way shows as the same. `row [规章] integer 3, blank; ended`.
 */
export function show(line: Line): string {
  const said = (span: { start: number; end: number }): string =>
    `[${toHalfWidth(textOf(line, span)).replace(/\s/g, ' ')}]`;
  switch (line.kind) {
    case 'blank':
      return 'blank';
    case 'comment':
      return `comment ${said(line.body)}${line.silence ? ` ${showSilence(line.silence, said)}` : ''}`;
    case 'row': {
      const cells = line.cells.map(cell => showCell(cell, said));
      return `row ${said(line.label)}${cells.length > 0 ? ` ${cells.join(', ')}` : ''}${line.end ? '; ended' : ''}`;
    }
    case 'section':
      return `section ${said(line.ordinal)} ${said(line.title)}`;
    case 'part':
      return ['part', said(line.ordinal), said(line.title), ...line.spans.map(span => showSpan(span, said))].join(' ');
    case 'article':
      return `article ${said(line.title)}`;
    case 'prose': {
      const lead = line.lead ? [line.lead.kind, said(line.lead)] : [];
      return ['prose', ...lead, ...line.spans.map(span => showSpan(span, said))].join(' ');
    }
  }
}

type Said = (span: { start: number; end: number }) => string;

const showSilence = ({ scope, rules, reason }: Silence, said: Said): string =>
  [scope, ...rules.map(({ text }) => text), ...(reason ? [said(reason)] : [])].join(' ');

function showCell(cell: Cell, said: Said): string {
  if (cell.kind === 'integer') return `integer ${cell.value}`;
  return cell.kind === 'text' ? `text ${said(cell)}` : cell.kind;
}

function showSpan(span: ProseSpan, said: Said): string {
  if (span.kind !== 'quote') return `${span.kind} ${said(span)}`;
  const terms = span.terms.map(
    ({ sign, names }) => `${sign < 0 ? '-' : '+'}${names.map(({ text }) => text).join('.')}`,
  );
  return `quote ${[...terms, ...(span.broken ? [`broken ${said(span.broken)}`] : [])].join(' ')}`.trimEnd();
}

/** A line's tree without its words: kinds, columns and values, which a full-width form must not change. */
export function shapeOf(line: Line): unknown {
  return JSON.parse(JSON.stringify(line, (key, value: unknown) => (isWords(key, value) ? undefined : value)));
}

const isWords = (key: string, value: unknown): boolean => key === 'text' && typeof (value as Name['text']) === 'string';
