import type { Line } from '../../grammar/index.ts';
import {
  isOfReport,
  placedTables,
  sameEnds,
  tellingLines,
  type Block,
  type Head,
  type Report,
  type Slip,
  type TellingLine,
} from '../../model/index.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { draftOfSlip } from './contradiction.ts';
import { draftOfDisagreement, expectedBy, type Disagreement } from './disagreement.ts';
import { copyWith, Kept } from '../../text/index.ts';

/** The text says 12 where the table says 13. Where the text could mean something else, nothing is said. */
export const proseFigure: Rule = {
  id: 'prose-figure',
  group: 'prose',
  severity: 'warning',
  title: say('文中数字与表不符', 'The text says another number than the table'),
  reads: 'numbers',
  scope: 'report',
  *check(report) {
    const tables = placedTables(report);
    for (const [index, block] of report.blocks.entries()) {
      yield* draftsIn(block, report, report.starts[index] ?? 0, tables);
    }
  },
};

type Tables = ReturnType<typeof placedTables>;

/** What was found in a block, and what it follows from: as long as that is the same, so is it. */
interface Looked {
  readonly telling: readonly TellingLine[];
  readonly head: Head;
  readonly start: number;
  readonly tables: Tables;
  /** The tables that were looked at. */
  readonly asked: Set<string>;
  readonly wrong: readonly Wrong[];
  readonly drafts: readonly Draft[];
}

/** What is wrong in a line, by its place among the lines that tell something. */
interface Wrong {
  readonly at: number;
  readonly drafts: readonly Draft[];
}

/** By the first line of the block, which an edit beneath it leaves as it is. */
const looked = new Kept<Line, Looked>();

function draftsIn(block: Block, { form, head }: Report, start: number, tables: Tables): readonly Draft[] {
  const telling = tellingLines(block, form);
  const [first] = block.lines;
  if (telling.length === 0 || !first) return [];
  const last = looked.get(first);
  const before = last?.head === head && isSame(last, tables, 'table') ? last : undefined;
  const stays = before?.start === start && isSame(before, tables, 'start');
  if (stays && before.telling === telling) return before.drafts;
  const place = { telling, head, start, tables, asked: new Set(before?.asked) };
  const wrong = before ? lookAgain(place, before, stays) : lookAt(place, 0, telling.length);
  const drafts = wrong.flatMap(one => one.drafts);
  looked.set(first, copyWith(place, { wrong, drafts }));
  return drafts;
}

type Place = Omit<Looked, 'wrong' | 'drafts'>;

function isSame({ asked, tables: before }: Looked, now: Tables, what: 'table' | 'start'): boolean {
  for (const id of asked) if (before.get(id)?.[what] !== now.get(id)?.[what]) return false;
  return true;
}

/** Looks only at the lines between those that are the same above and below, and at what is wrong but stands elsewhere now. */
function lookAgain(place: Place, { telling: old, wrong }: Looked, stays: boolean): Wrong[] {
  const { telling } = place;
  const { above, below, belowBefore } = sameEnds(old, telling, (a, b) => a?.told === b?.told);
  const moved = telling.length - old.length;
  const again = (one: Wrong, by: number): readonly Wrong[] => {
    const at = one.at + by;
    return stays && telling[at]?.line === old[one.at]?.line ? [copyWith(one, { at })] : lookAt(place, at, at + 1);
  };
  return [
    ...wrong.filter(({ at }) => at < above).flatMap(one => again(one, 0)),
    ...lookAt(place, above, below),
    ...wrong.filter(({ at }) => at >= belowBefore).flatMap(one => again(one, moved)),
  ];
}

function lookAt({ telling, head, start, tables, asked }: Place, from: number, to: number): Wrong[] {
  const all: Wrong[] = [];
  for (let at = from; at < to; at++) {
    const { told, line } = telling[at] ?? NOTHING;
    const disagreements: Disagreement[] = [];
    for (const statement of told.statements) {
      const { id } = statement.table;
      asked.add(id);
      const found = tables.get(id);
      const expected = found && expectedBy(found.table, statement);
      if (!found || expected === undefined || !isOfReport(statement, head)) continue;
      disagreements.push({ statement, line: start + line, expected, ...found });
    }
    if (disagreements.length === 0 && told.slips.length === 0) continue;
    const drafts = disagreements.map(draftOfDisagreement);
    for (const slip of told.slips) if (!isTold(slip, disagreements)) drafts.push(draftOfSlip(slip, start + line));
    all.push({ at, drafts });
  }
  return all;
}

const NOTHING: TellingLine = { line: 0, told: { statements: [], slips: [] } };

/** Where the table tells which number is wrong, the sentence need not be told that one is. */
const isTold = ({ whole, addends }: Slip, disagreements: readonly Disagreement[]): boolean =>
  [whole, ...addends].some(one => disagreements.some(({ statement }) => statement.start === one.start));
