import type { WordKind } from '../../forms/index.ts';
import { copyWith } from '../../text/index.ts';
import {
  isIntake,
  rowOf,
  rowsOf,
  type ColumnSense,
  type Figure,
  type Heard,
  type NamedYear,
  type RowSense,
} from './heard.ts';
import { has, kindOf, type Cue, type Phrase } from './phrase.ts';
import { SAID } from './said.ts';
import type { NumberToken } from './tokens.ts';

/** The figure that a number states. */
export interface Answer {
  /** Nothing for a number that may turn out to be one by what follows. */
  readonly figure: Figure | undefined;
  readonly year?: NamedYear | undefined;
  /** Whether the words behind the number were needed to tell. */
  readonly used?: boolean;
  /** Whether the number may include what was left from last year. */
  readonly open?: boolean;
  /** 各: the number is that of each row by itself, and not their sum. */
  readonly each?: boolean;
  /** 依申请公开12件 may count documents, if those are what the sentence goes on with. */
  readonly bare?: boolean;
}

/** Tells what a number states by the words on both sides of it and by what was said before; nothing where that is not certain. */
export function figureOf(number: NumberToken, left: Phrase, right: Phrase, heard: Heard): Answer | undefined {
  if (number.rough || number.unit === 'other' || has(left.cues, 'none')) return undefined;
  if (heard.blocked || heard.isMixed) return undefined;
  if (left.loose && left.gap && heard.tellsResults && heard.textOf(left.gap) === '公开') {
    return cell({ kind: 'row', table: 'applications', row: 'granted' });
  }
  // 由9件增加到15件 is about last year's number, 占行政复议案件126件 about that of something greater.
  if (left.loose || isGap(right, 'compare') || isGap(left, 'share')) return undefined;
  return told({ number, left, right, heard, cues: left.cues });
}

function told(said: Said): Answer | undefined {
  const { number, left, right, heard } = said;
  const answer = read(said);
  if (answer) return answer;
  // 5件予以公开: the words stand behind, and nothing that tells more stands before.
  const only = left.cues.every(({ sense }) => TURNED.has(sense.kind));
  // 2025办结 has left out 年.
  if (!only || right.cues.length === 0 || number.unit === undefined) return undefined;
  const behind: Phrase = { cues: [], gap: right.gap, loose: false };
  const turned = read({ number, left, right: behind, heard, cues: [...left.cues, ...right.cues] });
  // 对12件申请进行答复 says nothing of how many came in.
  if (turned?.open === true && !has(left.cues, 'receive', 'accept')) return undefined;
  return turned && copyWith(turned, { used: true });
}

const isGap = ({ gap }: Phrase, kind: WordKind): boolean => gap !== undefined && kindOf(gap) === kind;

/** What may stand before a number whose noun stands behind it: 收到12件申请, 作出3件行政处罚决定, 制发2件规范性文件. */
const TURNED: ReadonlySet<string> = new Set(['each', 'sum', 'decide', 'receive', 'accept', 'column', 'bareRequest']);

interface Said {
  readonly number: NumberToken;
  readonly left: Phrase;
  readonly right: Phrase;
  readonly heard: Heard;
  readonly cues: readonly Cue[];
}

const TOTAL = ['total'];
const isMoney = ({ unit }: NumberToken): boolean => unit === '元' || unit === '万元' || unit === '亿元';
const columnsOf = (cues: readonly Cue[], table: string): ColumnSense[] =>
  cues.flatMap(({ sense }) => (sense.kind === 'column' && sense.table === table ? [sense] : []));

function read(said: Said): Answer | undefined {
  const { cues, number } = said;
  const row = rowsOf(cues).at(-1);
  if (isMoney(number)) return money(said, row);
  switch (row?.table) {
    case 'applications':
      return result(said, row);
    case 'disputes':
      return dispute(said, row);
    case 'normative':
      return documents(said);
    case 'licensing':
    case 'enforcement':
      return decision(said, row);
    case 'procurement':
      return cues.at(-1)?.sense === row ? cell(row, ['items']) : undefined;
    case undefined:
      return unnamed(said);
    default:
      return undefined;
  }
}

const cell = ({ table, row }: RowSense, columns: readonly string[] = TOTAL): Answer => ({
  figure: { table, cells: [{ row, columns }] },
});

function money({ cues, heard }: Said, row: RowSense | undefined): Answer | undefined {
  // 预算收入12亿元，其中行政事业性收费1.2亿元 counts what the whole county takes in.
  if (row?.table === 'fees') return heard.hasSaid(SAID.foreign) ? undefined : cell(row, ['amount']);
  const amount = columnsOf(cues, 'procurement').length === 1;
  if (amount) return cell({ kind: 'row', table: 'procurement', row: 'central' }, ['amount']);
  return undefined;
}

const spokenOfRequests = ({ cues, right, heard }: Said): boolean =>
  heard.topic === 'applications' ||
  has(cues, 'request', 'byRequest') ||
  has(right.cues.slice(0, 1), 'request', 'byRequest');

/** A row of the table of requests, named. */
function result(said: Said, last: RowSense): Answer | undefined {
  const { cues, heard } = said;
  if (!spokenOfRequests(said)) return undefined;
  const columns = columnsOf(cues, 'applications');
  if (columns.length > 0 || has(cues, 'citizen')) return undefined;
  const { row } = narrowed(cues, last);
  const isResult = !NUMBERED.has(row);
  if (isResult && heard.hasSaid(SAID.attribute)) return undefined;
  if (isOfSome(row, said)) return undefined;
  const joined = heard.joined.filter(({ row: one }) => one !== row);
  const each = has(cues, 'each', 'respectively');
  // 新收和上年结转共48件 is a sum that can be told; 新收和办结 is none.
  const isSum = [...joined, { row }].every(one => isIntake(one.row));
  if (!isResult && joined.length > 0 && !isSum && !each) return undefined;
  return {
    figure: { table: 'applications', cells: [...joined, { row }].map(one => ({ row: one.row, columns: TOTAL })) },
    each,
  };
}

/** Whether not all that came in, or has ended, is counted. */
function isOfSome(row: string, { cues, left, right, heard }: Said): boolean {
  if (heard.isOfOthers) return true;
  if ((heard.isOfSome || heard.isOfUnclear) && !isIntake(row) && row !== 'carriedOut') return true;
  const isLimited = ({ gap }: Phrase): boolean =>
    gap !== undefined && (gap.kind !== 'text' || heard.speaker(gap) !== undefined);
  // 上年结转3件行政复议 counts reviews, 答复5件公开 those that were disclosed.
  if (NUMBERED.has(row) && (isLimited(right) || rowsOf(right.cues).some(({ table }) => table !== 'applications'))) {
    return true;
  }
  if (row !== 'received' && row !== 'concluded') return false;
  // 办结14件，其中新收11件 counts those of them that have ended.
  if (heard.says(SAID.more) || (heard.among && rowOf(heard.whole) === 'concluded')) return true;
  if (row === 'received') return false;
  // 上年结转申请办结3件 counts those alone, as does 收到的12件已办结11件.
  return isLimited(left) || heard.isAside || has(right.cues, 'row') || rowsOf(cues).some(one => one.row !== row);
}

/** 本机关不掌握…无法提供: the reason is the narrower row, unless 等原因 says that there are others. */
function narrowed(cues: readonly Cue[], last: RowSense): RowSense {
  const at = cues.findLastIndex(({ sense }) => sense.kind === 'row');
  const reason = cues[at - 1]?.sense;
  if (reason?.kind !== 'row') return last;
  // 予以公开答复5件: the answer was that they are disclosed.
  return last.row === 'concluded' || reason.row.startsWith(`${last.row}.`) ? reason : last;
}

/** The rows that count requests, and not how they ended. */
const NUMBERED: ReadonlySet<string> = new Set(['received', 'carriedIn', 'carriedOut', 'concluded']);

function dispute(said: Said, row: RowSense): Answer | undefined {
  const { cues, right, heard, number } = said;
  if (heard.says(SAID.judge) || has(cues, 'handle', 'accept')) return undefined;
  // 上年结转行政复议1件 counts those alone.
  if (rowsOf(cues).some(one => one.row === 'carriedIn' || one.row === 'carriedOut')) return undefined;
  // Only the form distinguishes lawsuits by whether a review came first.
  const isOfForm = row.row === 'direct' || row.row === 'afterReview';
  const linked = (heard.linked || isOfForm) && (!has(cues, 'receive') || heard.says(SAID.disclosure));
  if (!linked && number.value !== 0) return undefined;
  const [outcome, more] = columnsOf(cues, 'disputes');
  if (more) return undefined;
  const follows = right.cues[0]?.sense;
  const behind = follows?.kind === 'column' && follows.table === 'disputes' ? follows : undefined;
  const columns = outcome?.columns ?? behind?.columns ?? TOTAL;
  const rows = [...heard.joined, row];
  const figure: Figure = {
    table: 'disputes',
    cells: [...new Set(rows.map(one => one.row))].map(one => ({ row: one, columns })),
  };
  heard.dispute = { table: 'disputes', cells: figure.cells.map(one => ({ row: one.row, columns: TOTAL })) };
  return { figure, each: has(cues, 'each', 'respectively'), used: behind !== undefined && outcome === undefined };
}

function documents(said: Said): Answer | undefined {
  const { cues, heard, number } = said;
  if (heard.says(SAID.publish | SAID.foreign) || number.items) return undefined;
  const [named, more] = columnsOf(cues, 'normative');
  const column = named ?? heard.column;
  const rows = rowsOf(cues);
  if (!column || more || has(cues, 'receive', 'accept', 'handle', 'bareRequest')) return undefined;
  heard.column = column;
  const all = [...heard.joined, ...rows];
  return { figure: { table: 'normative', cells: all.map(({ row }) => ({ row, columns: column.columns })) } };
}

/** Licences, penalties and the like: decided, not published, applied for or counted by kind. */
function decision({ cues, heard, number, right, left }: Said, row: RowSense): Answer | undefined {
  if (
    number.items ||
    has(cues, 'receive', 'accept', 'handle', 'request', 'bareRequest') ||
    heard.says(SAID.publish) ||
    heard.says(SAID.matter)
  ) {
    return undefined;
  }
  const decided = has(cues, 'decide');
  if (!decided && (heard.hasSaid(SAID.publish | SAID.foreign) || left.gap || right.gap)) {
    return undefined;
  }
  const cells = [...heard.joined, row].map(one => ({ row: one.row, columns: ['decisions'] }));
  return { figure: { table: row.table, cells }, each: has(cues, 'each') };
}

/** No row is named: the words before, or the verb, say which it is. */
function unnamed(said: Said): Answer | undefined {
  const { cues, heard, number } = said;
  const [applicant] = columnsOf(cues, 'applications');
  const [outcome] = columnsOf(cues, 'disputes');
  const [action] = columnsOf(cues, 'normative');
  if (has(cues, 'citizen')) return undefined;
  if (outcome) return heard.dispute && heard.linked ? { figure: withColumns(heard.dispute, outcome) } : undefined;
  if (action) return number.items ? undefined : acted(said, action);
  if (has(cues, 'carry')) return carried(said);
  if (applicant) return fromApplicant(said, applicant);
  if (has(cues, 'receive', 'accept', 'request', 'byRequest')) return received(said);
  if (has(cues, 'sum', 'handle')) return summed(said);
  return undefined;
}

const withColumns = ({ table, cells }: Figure, { columns }: ColumnSense): Figure => ({
  table,
  cells: cells.map(({ row }) => ({ row, columns })),
});

/** 废止3件, after the documents were named. */
function acted({ cues, heard }: Said, { columns }: ColumnSense): Answer | undefined {
  if (heard.documents.length === 0 || cues.length !== 1 || heard.says(SAID.publish)) return undefined;
  return { figure: { table: 'normative', cells: heard.documents.map(({ row }) => ({ row, columns })) } };
}

function carried({ heard, cues }: Said): Answer | undefined {
  const { carried: year, among, last } = heard;
  const to = (row: string): Answer => copyWith(cell({ kind: 'row', table: 'applications', row }), { year });
  if (heard.topic !== 'applications' || has(cues, 'receive', 'accept')) return undefined;
  if (year) return to(year.shift === 1 ? 'carriedOut' : 'carriedIn');
  const before = rowOf(last);
  if (among) return before === 'received' ? to('carriedIn') : undefined;
  return before === 'concluded' ? to('carriedOut') : undefined;
}

function fromApplicant(said: Said, column: ColumnSense): Answer | undefined {
  const { cues, heard } = said;
  const table = 'applications';
  if (heard.applicants || heard.isOfUnclear) return undefined;
  if (has(cues, 'receive', 'accept')) {
    return has(cues, 'request', 'byRequest') || heard.topic === table
      ? { figure: { table, cells: [{ row: 'received', columns: column.columns }] } }
      : undefined;
  }
  if (heard.topic !== table) return undefined;
  if (!heard.subject && heard.stated.length === 0 && heard.before.length === 0) {
    return { figure: { table, cells: [{ row: 'received', columns: column.columns }] } };
  }
  const { base } = heard;
  return base?.table === table ? { figure: withColumns(base, column) } : undefined;
}

/** What came in; nothing yet where what follows may say that it is more than that. */
function received(said: Said): Answer | undefined {
  const { cues, left, heard, number } = said;
  if (heard.says(SAID.more)) return undefined;
  if (has(cues, 'receive', 'accept')) return cameIn(said) ? RECEIVED : undefined;
  if (has(cues, 'handle')) return HANDLED;
  if (heard.among || left.gap?.kind === 'text') return undefined;
  if (has(cues, 'request')) return RECEIVED;
  return number.items || heard.hasSaid(SAID.publish) ? undefined : BARE;
}

const RECEIVED: Answer = {
  figure: { table: 'applications', cells: [{ row: 'received', columns: TOTAL }] },
  open: true,
};
const HANDLED: Answer = { figure: undefined, open: true };
const BARE: Answer = { ...RECEIVED, bare: true };

function cameIn({ cues, left, right, heard }: Said): boolean {
  // 县长信箱收到2件 is one of the ways in.
  const isWay = left.gap !== undefined && kindOf(left.gap) === 'foreign' && !heard.says(SAID.allChannels);
  if (heard.says(SAID.among) || isWay) return false;
  if (has(cues, 'request', 'byRequest')) return true;
  if (heard.topic !== 'applications') return false;
  // 收到12件 and nothing more, where requests are spoken of.
  return has(cues, 'bareRequest') || (!right.loose && right.cues.every(({ sense }) => sense.kind === 'each'));
}

/** 共13件, after what was received and what was left from last year; 共5件, after reviews and lawsuits. */
function summed({ heard, cues, right }: Said): Answer | undefined {
  const [first, second] = heard.stated.slice(-2).map(one => one.figure);
  const open: Answer | undefined =
    has(cues, 'handle') && heard.topic === 'applications' && !right.loose
      ? { figure: undefined, open: true }
      : undefined;
  if (!first || !second || heard.among) return open;
  const cells = [...first.cells, ...second.cells];
  const isPair = ['received carriedIn', 'review litigation'].includes(cells.map(({ row }) => row).join(' '));
  return isPair ? { figure: { table: first.table, cells } } : open;
}
