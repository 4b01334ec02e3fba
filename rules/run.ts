import type { Form } from '../forms/index.ts';
import { hasProse } from '../grammar/index.ts';
import { isFlawless, type Block, type Report } from '../model/index.ts';
import { compareRanges, copyWith, Kept, moveRange, type TextEdit } from '../text/index.ts';
import { noNeighbours, type Neighbours } from './files/neighbours.ts';
import { movePlace, type Finding } from './finding.ts';
import type { Draft, Found, Rule } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { defaultSettings, settingOf, type Settings } from './settings.ts';
import { Silences } from './silences.ts';
import { joinSuspects } from './sums/suspects.ts';

/**
 * All findings of a report, in the order of their places. What was found in a block is remembered with the block, so
 * that after an edit only the blocks that changed are checked.
 */
export function checkReport(
  report: Report,
  settings: Settings = defaultSettings,
  neighbours: Neighbours = noNeighbours,
): readonly Finding[] {
  const before = checked.get(report);
  const version = neighbours.version(report);
  if (before?.settings === settings && before.version === version) return before.findings;
  const findings = find(report, settings, neighbours);
  checked.set(report, { settings, version, findings });
  return findings;
}

/** A report never changes, and is asked about by diagnostics, actions, hints and lenses in turn. */
const checked = new Kept<
  Report,
  {
    readonly settings: Settings;
    readonly version: object | undefined;
    readonly findings: readonly Finding[];
  }
>();

function find(report: Report, settings: Settings, neighbours: Neighbours): readonly Finding[] {
  const isOn = (id: string): boolean => isAsked(settings, ruleById(id));
  const silences = new Silences(report);
  const way = wayOf(report, settings);
  const found: Finding[] = [];
  report.blocks.forEach((block, index) => {
    const start = report.starts[index] ?? 0;
    const inBlock = blockFindings(block, report, settings);
    if (silences.none) {
      for (const finding of inBlock.finished(start, way)) found.push(finding);
      return;
    }
    const heard = (one: Found): boolean => isHeard(silences, one, start);
    // Silenced sums say nothing of other cells, so they are left out before suspects are looked for, and after.
    for (const one of join(inBlock.all.filter(heard)).filter(heard)) found.push(finish(one, start, way));
  });
  for (const one of reportFindings(report, settings, neighbours)) {
    if (isHeard(silences, one, 0)) found.push(finish(one, 0, way));
  }
  if (isOn('unused-ignore')) {
    for (const draft of silences.faults(isOn)) {
      const one = { draft, rule: 'unused-ignore' };
      if (isHeard(silences, one, 0)) found.push(finish(one, 0, way));
    }
  }
  return found.sort((a, b) => compareRanges(a.range, b.range));
}

/** Whether what was found so many lines further down stays when silences are applied. */
const isHeard = (silences: Silences, { rule, draft }: Found, lines: number): boolean =>
  !silences.covers(rule, draft.range.start.line + lines);

/** Whether a rule may find anything that is told. */
const isAsked = (settings: Settings, rule: Rule | undefined): boolean =>
  rule === undefined || settingOf(settings, rule) !== 'off';

/** The rules that are on, by what they look at. */
interface Asked {
  readonly report: readonly ReportRule[];
  /** Those about a block with prose, and one without. */
  readonly withProse: BlockRules;
  readonly withoutProse: BlockRules;
}

interface BlockRules {
  readonly all: readonly BlockRule[];
  /** Those of them that have something to say of tables in which only sums can be wrong, and of a block without rows. */
  readonly flawless: readonly BlockRule[];
  readonly noRows: readonly BlockRule[];
}

type BlockRule = Extract<Rule, { scope: 'block' }>;
type ReportRule = Extract<Rule, { scope: 'report' | 'neighbours' }>;

const askedBy = new WeakMap<Settings, Asked>();

function rulesOf(settings: Settings): Asked {
  let asked = askedBy.get(settings);
  if (!asked) {
    const on = rules.filter(rule => isAsked(settings, rule));
    const block = on.filter(rule => rule.scope === 'block');
    asked = {
      report: on.filter(rule => rule.scope === 'report' || rule.scope === 'neighbours'),
      withProse: byTables(block),
      withoutProse: byTables(block.filter(({ reads }) => reads !== 'prose')),
    };
    askedBy.set(settings, asked);
  }
  return asked;
}

function byTables(all: readonly BlockRule[]): BlockRules {
  const flawless = all.filter(({ group }) => group !== 'tables');
  return { all, flawless, noRows: flawless.filter(({ group }) => group !== 'sums') };
}

/** The rules that can have something to say of a block: most are about prose, or about tables that have some flaw. */
function rulesFor({ lines, tables, strays }: Block, settings: Settings): readonly BlockRule[] {
  const { withProse, withoutProse } = rulesOf(settings);
  const asked = lines.some(hasProse) ? withProse : withoutProse;
  if (strays.length > 0 || !tables.every(isFlawless)) return asked.all;
  return tables.length === 0 ? asked.noRows : asked.flawless;
}

/** What findings follow from, besides the text. */
interface Context {
  readonly form: Form;
  readonly year: number | undefined;
  readonly settings: Settings;
}

const isSameContext = (a: Context, b: Context): boolean =>
  a.form === b.form && a.year === b.year && a.settings === b.settings;

/** What was found while a shape was as it is. */
interface FoundIn extends Context {
  readonly all: readonly Found[];
}

/**
 * The rules that are to be asked. While only numbers change, those that found nothing are not asked again, but for
 * those that read numbers.
 */
function stillAsked<R extends Rule>(all: readonly R[], before: FoundIn | undefined, context: Context): readonly R[] {
  if (!before || !isSameContext(before, context)) return all;
  const said = new Set(before.all.map(({ rule }) => rule));
  return all.filter(({ id, reads, scope }) => said.has(id) || reads === 'numbers' || scope === 'neighbours');
}

function ask<R extends Rule>(asked: readonly R[], settings: Settings, check: (rule: R) => Iterable<Draft>): Found[] {
  const found: Found[] = [];
  for (const rule of asked) {
    for (const draft of check(rule)) {
      if (settingOf(settings, rule, draft.severity) !== 'off') found.push({ rule: rule.id, draft });
    }
  }
  return found;
}

/** By the shape of the report. */
const foundInReports = new Kept<object, FoundIn>();

function reportFindings(report: Report, settings: Settings, neighbours: Neighbours): readonly Found[] {
  const { form, head, shape } = report;
  const context = { form, year: head.year, settings };
  const asked = stillAsked(rulesOf(settings).report, foundInReports.get(shape), context);
  const all = ask(asked, settings, rule => rule.check(report, neighbours));
  foundInReports.set(shape, copyWith(context, { all }));
  return all;
}

interface BlockFindings extends FoundIn {
  readonly block: Block;
  /** The findings as they are told while nothing is silenced and the block begins at this line. */
  readonly finished: (start: number, way: Way) => readonly Finding[];
}

/** By the shape of the block. */
const foundInBlocks = new Kept<object, BlockFindings>();

function blockFindings(block: Block, { form, head }: Report, settings: Settings): BlockFindings {
  const context = { form, year: head.year, settings };
  const before = foundInBlocks.get(block.shape);
  if (before?.block === block && isSameContext(before, context)) return before;
  const asked = stillAsked(rulesFor(block, settings), before, context);
  const inBlock = copyWith(context, { block });
  const all = ask(asked, settings, rule => rule.check(inBlock));
  let joined: readonly Found[] | undefined;
  let last: { readonly start: number; readonly way: Way; readonly findings: readonly Finding[] } | undefined;
  const finished = (start: number, way: Way): readonly Finding[] => {
    if (all.length === 0) return NOTHING;
    if (last?.start !== start || !isSameWay(last.way, way)) {
      joined ??= join(all);
      last = { start, way, findings: joined.map(one => finish(one, start, way)) };
    }
    return last.findings;
  };
  const found = copyWith(context, { block, all, finished });
  foundInBlocks.set(block.shape, found);
  return found;
}

const NOTHING: readonly Finding[] = [];

const join = (found: readonly Found[]): readonly Found[] =>
  found.some(({ draft }) => draft.sum) ? joinSuspects(found) : found;

/** How findings are told: with the severities that are set, and edits as this text writes its lines. */
interface Way {
  readonly settings: Settings;
  readonly ending: string;
  /** Whether the text begins with a byte-order mark. */
  readonly mark: boolean;
}

function wayOf({ tree: { lines } }: Report, settings: Settings): Way {
  const [first] = lines;
  const ending = first === undefined || first.ending === '' ? '\n' : first.ending;
  return { settings, ending, mark: first?.text.startsWith('\ufeff') ?? false };
}

const isSameWay = (a: Way, b: Way): boolean => a.ending === b.ending && a.mark === b.mark;

/** A finding as it is told, so many lines further down. There may be tens of thousands, so each is copied once. */
function finish({ rule: id, draft }: Found, lines: number, way: Way): Finding {
  const rule = ruleById(id);
  const set = rule ? settingOf(way.settings, rule, draft.severity) : draft.severity;
  const severity = set === undefined || set === 'off' ? 'error' : set;
  const told: Told = copyWith(draft.sum ? withoutSum(draft) : draft, { rule: id, severity });
  if (lines > 0) {
    told.range = moveRange(draft.range, lines);
    if (draft.related) told.related = draft.related.map(place => movePlace(place, lines));
  }
  if (draft.mends) {
    told.mends = draft.mends.map(mend => copyWith(mend, { edits: mend.edits.map(edit => written(edit, lines, way)) }));
  }
  return told;
}

type Told = { -readonly [Key in keyof Finding]: Finding[Key] };

function withoutSum({ sum: _, ...draft }: Draft): Draft {
  return draft;
}

/** An edit with the line ending of the text, and behind the byte-order mark, which stays the first character. */
function written(edit: TextEdit, lines: number, { ending, mark }: Way): TextEdit {
  const { text } = edit;
  const range = moveRange(edit.range, lines);
  const { start, end } = range;
  const isFirst = mark && start.line === 0 && start.character === 0;
  const first = { line: 0, character: 1 };
  const isInsertion = end.line === 0 && end.character === 0;
  return {
    range: isFirst ? { start: first, end: isInsertion ? first : end } : range,
    text: ending === '\n' ? text : text.replaceAll('\n', ending),
  };
}
