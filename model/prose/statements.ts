import type { Form, TableForm } from '../../forms/index.ts';
import type { Line } from '../../grammar/index.ts';
import { Kept, type Span } from '../../text/index.ts';
import { carriedOver, sameEnds } from '../same-ends.ts';
import type { Block, Head, Part } from '../types.ts';
import { cellsOf } from './cells.ts';
import type { NamedYear, Topic } from './heard.ts';
import { NO_REQUESTS } from './nothing.ts';
import { isSaidOf } from './organs.ts';
import { kindOf } from './phrase.ts';
import { readNumbers, type LineReading } from './reading.ts';
import type { Slip } from './slips.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A number in prose, or words that say one, and the cells whose sum it states. */
export interface Statement extends Span {
  readonly value: number;
  /** `words` where no number is written: 未收到 is 0, 均为自然人 the number before it. */
  readonly written: 'number' | 'words';
  readonly table: TableForm;
  /** Places in the table's grid. */
  readonly places: readonly number[];
  /** What a quote of these cells says between its braces. */
  readonly quote: string;
  /** The sentence names a year, which is the report's and so much more, or else speaks of another report. */
  readonly year: NamedYear | undefined;
  /** The sentence names an organ, which is the report's, or else speaks of another or of a part: 全县, 镇政府. */
  readonly organ: string | undefined;
  /** The unit of an amount of money, which is counted in 万元 here. */
  readonly unit?: '元' | '万元' | '亿元';
  /** Other places whose sum it may as well state. */
  readonly or?: readonly number[];
}

/** What a line of prose says. It is the same object as long as the line is, and what the line stands beneath. */
export interface Told {
  readonly statements: readonly Statement[];
  /** Where its numbers contradict each other. */
  readonly slips: readonly Slip[];
  /** 无 and nothing more, which says that there were no requests only where the part says nothing else. */
  readonly alone?: true;
}

/** A line of a block that says something. */
export interface TellingLine {
  /** The line in its block. */
  readonly line: number;
  readonly told: Told;
}

/** The lines of a block that state something of the tables of a form or contradict themselves, in the order of the text. */
export function tellingLines(block: Block, form: Form): readonly TellingLine[] {
  // The prose of a block is the same as long as its shape is.
  const known = byShape.get(block.shape);
  if (known?.form === form) return known.telling;
  const [heading] = block.lines;
  const before = heading && byHeading.get(heading);
  const heard = before?.form === form ? hearAgain(block, form, before) : hear(block, form, 0, block.lines.length);
  const telling = heard.some(({ told }) => told.alone)
    ? heard.filter(({ line, told }) => !told.alone || isAlone(block, line))
    : heard;
  byShape.set(block.shape, { form, telling });
  if (heading && block.lines.length > SHORT) byHeading.set(heading, { block, form, heard });
  return telling;
}

const byShape = new Kept<object, { readonly form: Form; readonly telling: readonly TellingLine[] }>();

/** So few lines are heard again in no time. */
const SHORT = 32;

/** What was heard in a block, by its heading, which an edit beneath it leaves as it is. */
interface Heard {
  readonly block: Block;
  readonly form: Form;
  readonly heard: readonly TellingLine[];
}

const byHeading = new Kept<Line, Heard>();

/** Reads only the lines between those that are the same above and below. */
function hearAgain(block: Block, form: Form, before: Heard): readonly TellingLine[] {
  const ends = sameEnds(before.block.lines, block.lines);
  // Another part's heading changes what the lines beneath it are about.
  const isElsewhere = topicAt(before.block, ends.belowBefore) !== topicAt(block, ends.below);
  if (isElsewhere) return hear(block, form, 0, block.lines.length);
  return carriedOver(before.heard, hear(block, form, ends.above, ends.below), ends);
}

function hear(block: Block, form: Form, from: number, to: number): TellingLine[] {
  const telling: TellingLine[] = [];
  let topic = topicAt(block, from);
  let part = block.parts.findIndex(one => one.line >= from);
  for (let index = from; index < to; index++) {
    const line = block.lines[index];
    if (block.parts[part]?.line === index) topic = topicOf(block, block.parts[part++]);
    const told = line && toldBy(line, topic, form);
    if (told) telling.push({ line: index, told });
  }
  return telling;
}

/** What the lines from this one on are about, as far as the part before it says. */
const topicAt = (block: Block, line: number): Topic | undefined =>
  topicOf(
    block,
    block.parts.findLast(one => one.line < line),
  );

function topicOf({ heading }: Block, part: Part | undefined): Topic | undefined {
  if (part?.form?.table === 'applications') return 'applications';
  const id = heading?.match?.section.tables?.at(-1)?.id;
  return id === 'applications' || id === 'disputes' ? id : undefined;
}

interface Known {
  readonly topic: Topic | undefined;
  readonly form: Form;
  readonly told: Told | undefined;
}

/** Lines never change, and an edit leaves all others as the objects that they are. */
const known = new Kept<Line, Known>();

function toldBy(line: Line, topic: Topic | undefined, form: Form): Told | undefined {
  if (line.kind !== 'prose' && line.kind !== 'part') return undefined;
  const before = known.get(line);
  if (before && before.topic === topic && before.form === form) return before.told;
  const tokens = tokensOf(line);
  const told =
    (topic === 'applications' ? answerOf(tokens, form) : undefined) ??
    toldOf(readNumbers(tokens, line.text, topic), form);
  known.set(line, { topic, form, told });
  return told;
}

function toldOf({ readings, slips }: LineReading, form: Form): Told | undefined {
  const statements: Statement[] = [];
  for (const { figure, or, ...reading } of readings) {
    const cells = cellsOf(figure, form);
    const others = or && cellsOf(or, form);
    if (cells) statements.push(Object.assign(reading, cells, others && { or: others.places }));
  }
  return statements.length === 0 && slips.length === 0 ? undefined : { statements, slips };
}

/** 无。 */
function answerOf(tokens: readonly Token[], form: Form): Told | undefined {
  const words = tokens.filter(({ kind }) => kind !== 'mark');
  const [first] = words;
  if (!first || kindOf(first) !== 'none' || !words.every(word => EMPTY.has(kindOf(word)))) return undefined;
  const { start, end } = first;
  const reading = {
    start,
    end,
    value: 0,
    figure: NO_REQUESTS,
    written: 'words',
    year: undefined,
    organ: undefined,
  } as const;
  const told = toldOf({ readings: [reading], slips: [] }, form);
  return told && { statements: told.statements, slips: told.slips, alone: true };
}

const EMPTY: ReadonlySet<string> = new Set(['none', 'filler', 'self', 'thisYear', 'year']);

/** Whether no other line of the part says anything. Nothing is looked at beyond the nearest that does. */
function isAlone({ lines }: Block, index: number): boolean {
  const isEnd = (line: Line | undefined): boolean => line?.kind === 'part' || line?.kind === 'section';
  const speaks = (line: Line): boolean => (line.kind === 'prose' || line.kind === 'part') && line.spans.length > 0;
  const matters = (line: Line | undefined): boolean => line === undefined || isEnd(line) || speaks(line);
  let next = index + 1;
  while (!matters(lines[next])) next++;
  if (next < lines.length && !isEnd(lines[next])) return false;
  if (isEnd(lines[index])) return true;
  let before = index - 1;
  while (!matters(lines[before])) before--;
  const first = lines[before];
  // What matters and says nothing is an end.
  return first !== undefined && !speaks(first);
}

/** Whether a statement is one about the year and the organ of the report: a sentence may name others. */
export const isOfReport = ({ year, organ }: Statement, head: Head): boolean =>
  (!year || head.year === undefined || year.named === head.year + year.shift) &&
  (organ === undefined || (head.organ !== undefined && isSaidOf(organ, head.organ)));
