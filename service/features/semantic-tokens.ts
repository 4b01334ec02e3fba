import type { SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver-types';
import { isGroup, type Form } from '../../forms/index.ts';
import type { CommentLine, PartLine, ProseLine, Quote, RowLine } from '../../grammar/index.ts';
import {
  resolve,
  type Block,
  type Certainty,
  type Header,
  type Report,
  type Row,
  type Table,
} from '../../model/index.ts';
import { ruleById } from '../../rules/index.ts';
import { Kept, type Range, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { tokenModifiers, tokenTypes } from './offers.ts';
import { blocksBetween } from './table-cells.ts';

type TokenType = (typeof tokenTypes)[number];
type Modifier = (typeof tokenModifiers)[number];

/** What each word is once the form is known, on all lines or on those of a range. A label that means nothing has no token. */
export function semanticTokens({ report }: Snapshot, range?: Range): SemanticTokens {
  const first = Math.max(0, range?.start.line ?? 0);
  const last = Math.min(range?.end.line ?? Infinity, report.tree.lines.length - 1);
  const pieces: EncodedTokens[] = [];
  let done = 0;
  for (const { block, start } of blocksBetween(report, first, last)) {
    const isWhole = first <= start && start + block.lines.length <= last + 1;
    const tokens = isWhole ? tokensOf(report, block) : encoded(report, block, first - start, last - start);
    if (tokens.data.length === 0) continue;
    pieces.push({ data: tokens.data, line: start + (tokens.data[0] ?? 0) - done });
    done = start + tokens.line;
  }
  // In one array made long enough at once: a million numbers pushed one by one take five times as long.
  const data = new Array<number>(pieces.reduce((sum, piece) => sum + piece.data.length, 0));
  let at = 0;
  for (const piece of pieces) {
    data[at] = piece.line;
    for (let i = 1; i < piece.data.length; i++) data[at + i] = piece.data[i] ?? 0;
    at += piece.data.length;
  }
  return { data };
}

/** What must be changed in the numbers of one answer to have those of the next: one piece, as small as can be. */
export function semanticTokensEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const data = after.slice(start, after.length - same);
  return [{ start, deleteCount: before.length - same - start, ...(data.length > 0 && { data }) }];
}

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: Modifier | undefined;
}

/** The tokens of lines of a block as the protocol has them, counted from the block's first line, and the last one's line. */
interface EncodedTokens {
  readonly data: readonly number[];
  readonly line: number;
}

/** The tokens of a whole block, which stay the same as long as it is the same block. */
function tokensOf(report: Report, block: Block): EncodedTokens {
  let tokens = knownTokens.get(block);
  if (!tokens) knownTokens.set(block, (tokens = encoded(report, block, 0, block.lines.length - 1)));
  return tokens;
}

const knownTokens = new Kept<Block, EncodedTokens>();

function encoded(report: Report, block: Block, first: number, last: number): EncodedTokens {
  const tokensIn = lineReader(report, block);
  const data: number[] = [];
  let line = 0;
  for (let index = Math.max(0, first); index <= Math.min(last, block.lines.length - 1); index++) {
    let column = 0;
    let done = 0;
    for (const { start, end, type, modifier } of tokensIn(index).sort((a, b) => a.start - b.start)) {
      if (start < done || end <= start) continue;
      const bits = modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier);
      data.push(index - line, start - column, end - start, tokenTypes.indexOf(type), bits);
      [line, column, done] = [index, start, end];
    }
  }
  return { data, line };
}

/** Reads the tokens of one line of a block after the other. */
function lineReader(report: Report, block: Block): (line: number) => Token[] {
  const isHead = block === report.blocks[0];
  const isKnown = quoteReader(report.form);
  const rows = new Map<number, { table: Table; row: Row }>();
  const headers = new Map<number, Header>();
  for (const table of block.tables) {
    for (const row of table.rows) rows.set(row.line, { table, row });
    if (table.header) headers.set(table.header.line, table.header);
  }
  return index => {
    const line = block.lines[index];
    switch (line?.kind) {
      case 'comment':
        return commentTokens(line);
      case 'row': {
        const found = rows.get(index);
        const header = headers.get(index);
        return found ? rowTokens(found.table, found.row) : header ? headerTokens(header, line) : [];
      }
      case 'section':
        return headingTokens(block);
      case 'article':
        return block.tables.some(({ article }) => article?.line === index && article.official)
          ? [tokenAt(line.title, 'keyword')]
          : [];
      case 'part':
        return partTokens(block, index, line, isKnown);
      case 'prose':
        if (isHead) return headTokens(report, index) ?? proseTokens(line, isKnown);
        return index === 0 && block.heading ? headingTokens(block) : proseTokens(line, isKnown);
      default:
        return [];
    }
  };
}

/** Title and fields; nothing where the line is neither. */
function headTokens({ head }: Report, line: number): Token[] | undefined {
  const { title } = head;
  if (title?.line === line) {
    const { start, end } = title.span;
    const year = title.year ?? { start: end, end };
    return [
      { start, end: year.start, type: 'class', modifier: 'declaration' },
      tokenAt(year, 'number'),
      { start: year.end, end, type: 'class', modifier: 'declaration' },
    ];
  }
  const field = head.fields.find(one => one.line === line);
  if (!field) return undefined;
  const value: Token = tokenAt(field.value, field.key === 'year' ? 'number' : 'string');
  return field.key === undefined ? [value] : [tokenAt(field.name, 'property', 'declaration'), value];
}

function headingTokens({ heading }: Block): Token[] {
  if (!heading) return [];
  const { ordinal, title, match } = heading;
  const modifier = match?.certainty === 'legal' ? undefined : certaintyOf(match?.certainty);
  const name: Token[] = match ? [tokenAt(title, 'class', modifier)] : [];
  return [tokenAt(ordinal, 'keyword'), ...name];
}

function partTokens(block: Block, index: number, line: PartLine, isKnown: (quote: Quote) => boolean): Token[] {
  const part = block.parts.find(one => one.line === index);
  return [
    tokenAt(line.ordinal, 'keyword'),
    ...(part?.form ? [tokenAt(line.title, 'class')] : []),
    ...proseTokens(line, isKnown),
  ];
}

function proseTokens(line: ProseLine | PartLine, isKnown: (quote: Quote) => boolean): Token[] {
  return line.spans.flatMap((span): Token[] => {
    if (span.kind === 'quote') return isKnown(span) ? [tokenAt(span, 'macro')] : [];
    if (span.kind === 'bold') return [tokenAt(span, 'operator')];
    return span.kind === 'escape' ? [tokenAt(span, 'string')] : [];
  });
}

function rowTokens(table: Table, { row, match, order, readings }: Row): Token[] {
  const tokens: Token[] = [];
  if (match) {
    const type = isGroup(match.row) ? 'enumMember' : 'variable';
    tokens.push(tokenAt(row.label, type, certaintyOf(match.certainty)));
  }
  const bad = new Set(readings.flatMap(({ index, reading }) => (reading.fault === undefined ? [] : [index])));
  row.cells.forEach((cell, index) => {
    if ((order[index] ?? index) >= table.form.columns.length) return;
    if (cell.kind === 'computed') tokens.push(tokenAt(cell, 'operator', 'readonly'));
    const read = readings.some(one => one.index === index) && !bad.has(index);
    if (cell.kind === 'integer' || read) tokens.push(tokenAt(cell, 'number'));
  });
  return tokens;
}

function headerTokens({ stub, columns }: Header, row: RowLine): Token[] {
  const tokens: Token[] = stub ? [tokenAt(row.label, 'property', certaintyOf(stub))] : [];
  row.cells.forEach((cell, index) => {
    const head = columns[index];
    if (head?.column === undefined) return;
    tokens.push(tokenAt(cell, 'property', certaintyOf(head.certainty)));
  });
  return tokens;
}

/** A comment, cut at the names of rules that it silences. */
function commentTokens({ text, silence }: CommentLine): Token[] {
  const names = (silence?.rules ?? []).filter(name => ruleById(name.text));
  const tokens: Token[] = [];
  let done = text.length - text.trimStart().length;
  for (const name of names) {
    tokens.push({ start: done, end: name.start, type: 'comment' }, tokenAt(name, 'property'));
    done = name.end;
  }
  return [...tokens, { start: done, end: text.trimEnd().length, type: 'comment' }];
}

/** A label that is understood but not written as the form has it looks as if it were out of use. */
const certaintyOf = (certainty: Certainty | 'legal' | undefined): Modifier | undefined =>
  certainty === undefined || certainty === 'exact' ? undefined : 'deprecated';

/** Tells quotes that mean something in a form; the same names are looked up once. */
function quoteReader(form: Form): (quote: Quote) => boolean {
  const known = new Map<string, boolean>();
  return ({ terms, broken }) =>
    !broken &&
    terms.length > 0 &&
    terms.every(term => {
      const name = JSON.stringify(term.names.map(({ text }) => text));
      const before = known.get(name);
      if (before !== undefined) return before;
      const { kind } = resolve(term, form);
      const means = kind === 'cells' || kind === 'field';
      known.set(name, means);
      return means;
    });
}

const tokenAt = ({ start, end }: Span, type: TokenType, modifier?: Modifier): Token => ({ start, end, type, modifier });
