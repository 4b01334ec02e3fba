import type { Span } from '../../text/index.ts';
import type { ColumnSense, Figure, Found, Heard, RowSense } from './heard.ts';
import { before, kindOf, type Cue } from './phrase.ts';
import type { Token } from './tokens.ts';

/** What a clause without a number says there is none of: 未收到申请, 无行政复议、行政诉讼, 申请数为零. */
export function nothingOf(clause: readonly Token[], heard: Heard): Found[] {
  if (heard.blocked) return [];
  const zero = clause.findIndex(token => kindOf(token) === 'noRequests');
  if (zero >= 0) return heard.topic === 'applications' ? zeroAt(clause, zero, heard) : [];
  const at = clause.findIndex(token => kindOf(token) === 'none');
  const none = clause[at];
  if (!none) return [];
  const after = clause.slice(at + 1);
  const named = cuesOf(after);
  if (!named) return [];
  const { cues, gap } = before(clause, 0, at);
  if (named.length > 0) {
    return found(figuresOf(named, heard), { start: none.start, end: named.at(-1)?.end ?? none.end }, heard, gap);
  }
  return found(figuresOf(cues, heard), { start: cues[0]?.start ?? none.start, end: none.end }, heard, gap);
}

/** 零申请; 实行零报告制度 speaks of something else. */
function zeroAt(clause: readonly Token[], at: number, heard: Heard): Found[] {
  const zero = clause[at];
  const isOther = [clause[at - 1], clause[at + 1]].some(one => one?.kind === 'text');
  return zero && !isOther ? found([NO_REQUESTS], zero, heard, undefined) : [];
}

const IDLE: ReadonlySet<string> = new Set([
  'filler',
  'disclosure',
  'and',
  'mark',
  'each',
  'year',
  'none',
  'citizen',
  'allOrgans',
  'self',
  'thisYear',
  'allChannels',
  'example',
  'matter',
  'noRequests',
]);
const NAMING: ReadonlySet<string> = new Set([
  'row',
  'column',
  'request',
  'byRequest',
  'bareRequest',
  'receive',
  'accept',
  'decide',
  'handle',
]);

/** The telling words of what there is none of; nothing where anything else is said of it. */
function cuesOf(tokens: readonly Token[]): Cue[] | undefined {
  const cues: Cue[] = [];
  for (const [index, token] of tokens.entries()) {
    const kind = kindOf(token);
    if (token.kind === 'word' && NAMING.has(kind)) cues.push(token);
    else if (!IDLE.has(kind) && !(kind === 'foreign' && isListed(tokens, index))) return undefined;
  }
  return cues;
}

/** 信访、申请: one of several things, and not what kind of request. */
const isListed = (tokens: readonly Token[], index: number): boolean =>
  [tokens[index - 1], tokens[index + 1]].some(one => one && (one.kind === 'mark' || kindOf(one) === 'and'));

/** Rows that can be said to be empty in so many words; 未予以公开 says something else. */
const EMPTY: ReadonlySet<string> = new Set([
  'applications.received',
  'applications.carriedIn',
  'applications.carriedOut',
  'disputes.review',
  'disputes.litigation',
  'disputes.direct',
  'disputes.afterReview',
  'licensing.licence',
  'enforcement.penalty',
  'enforcement.coercion',
  'fees.fee',
]);

function figuresOf(cues: readonly Cue[], heard: Heard): Figure[] {
  const rows = cues.flatMap(({ sense }) => (sense.kind === 'row' ? [sense] : []));
  const columns = cues.flatMap(({ sense }) => (sense.kind === 'column' ? [sense] : []));
  const acts = columns.filter(({ table }) => table === 'normative');
  const applicants = columns.filter(({ table }) => table === 'applications');
  if (columns.length > acts.length + applicants.length || !isAnyone(applicants)) return [];
  const documents = rows.filter(({ table }) => table === 'normative');
  const named = rows.filter(row => row.table !== 'normative');
  if (!named.every(({ table, row }) => EMPTY.has(`${table}.${row}`))) return [];
  // 未收到行政许可申请 says nothing of decisions.
  const isAskedFor = cues.some(
    ({ sense: { kind } }) => kind === 'receive' || kind === 'accept' || kind === 'bareRequest',
  );
  if (isAskedFor && named.some(({ table }) => table === 'licensing' || table === 'enforcement')) return [];
  return [...written(documents, acts), ...requested(cues, named, heard), ...named.map(emptyRow)];
}

/** 未收到自然人、法人或其他组织的申请 leaves out nobody; 未收到科研机构的申请 leaves out the others. */
const isAnyone = (applicants: readonly ColumnSense[]): boolean =>
  applicants.length === 0 ||
  ['person', 'other'].every(one => applicants.some(({ columns }) => columns[0]?.split('+').includes(one)));

const written = (documents: readonly RowSense[], acts: readonly ColumnSense[]): Figure[] =>
  documents.flatMap(({ table, row }) => acts.map(({ columns }) => ({ table, cells: [{ row, columns }] })));

function requested(cues: readonly Cue[], named: readonly RowSense[], heard: Heard): Figure[] {
  const isNamed = cues.some(({ sense: { kind } }) => kind === 'request' || kind === 'byRequest');
  const isBare =
    cues.some(({ sense: { kind } }) => kind === 'bareRequest') && heard.topic === 'applications' && named.length === 0;
  // 未收到结转的申请 has named what it speaks of.
  if (named.some(({ table }) => table === 'applications') || !(isNamed || isBare)) return [];
  return [NO_REQUESTS];
}

/** What 无 says in the part on requests. */
export const NO_REQUESTS: Figure = { table: 'applications', cells: [{ row: 'received', columns: ['total'] }] };

const emptyRow = ({ table, row }: RowSense): Figure => ({
  table,
  cells: [
    {
      row,
      columns: [table === 'applications' || table === 'disputes' ? 'total' : table === 'fees' ? 'amount' : 'decisions'],
    },
  ],
});

function found(figures: readonly Figure[], { start, end }: Span, heard: Heard, gap: Token | undefined): Found[] {
  const { year } = heard;
  const speaker = heard.speaker(gap);
  const organ = heard.organ ?? speaker;
  return figures.map(figure => ({ figure, value: 0, start, end, written: 'words', year, organ, speaker }));
}
