import type { Form } from '../forms/index.ts';
import type { Block, Report } from '../model/index.ts';
import { compareRanges, type TextEdit } from '../text/index.ts';
import { noNeighbours, type Neighbours } from './files/neighbours.ts';
import { moveFinding, type Finding } from './finding.ts';
import type { Draft, Rule } from './rule.ts';
import { rules } from './rules.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { isHeard, Silences } from './silences.ts';
import { joinSuspects } from './sums/suspects.ts';

/** A draft with the rule that made it. */
type Found = Draft & { readonly rule: string };

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
  const lastYear = neighbours.lastYear(report)?.report;
  const { copies } = neighbours;
  if (before?.settings === settings && before.lastYear === lastYear && before.copies === copies) return before.findings;
  const findings = find(report, settings, neighbours);
  checked.set(report, { settings, lastYear, copies, findings });
  return findings;
}

/** A report never changes, and is asked about by diagnostics, actions, hints and lenses in turn. */
const checked = new WeakMap<
  Report,
  {
    readonly settings: Settings;
    readonly lastYear: Report | undefined;
    readonly copies: Neighbours['copies'];
    readonly findings: readonly Finding[];
  }
>();

function find(report: Report, settings: Settings, neighbours: Neighbours): readonly Finding[] {
  const isOn = (id: string): boolean => settings.rules[id] !== 'off';
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
    const heard = (one: Found): boolean => !silences.covers(one.rule, one.range.start.line + start);
    // Silenced sums say nothing of other cells, so they are left out before suspects are looked for, and after.
    for (const one of join(inBlock.all.filter(heard)).filter(heard)) found.push(finish(moveFinding(one, start), way));
  });
  for (const rule of rules) {
    if ((rule.scope !== 'report' && rule.scope !== 'neighbours') || !isOn(rule.id)) continue;
    for (const draft of rule.check(report, neighbours)) {
      const one = { ...draft, rule: rule.id };
      if (silences.none || isHeard(silences, one)) found.push(finish(one, way));
    }
  }
  if (!silences.none && isOn('unused-ignore')) {
    for (const draft of silences.faults(isOn)) {
      const one = { ...draft, rule: 'unused-ignore' };
      if (isHeard(silences, one)) found.push(finish(one, way));
    }
  }
  return found.sort((a, b) => compareRanges(a.range, b.range));
}

interface BlockFindings {
  readonly form: Form;
  readonly year: number | undefined;
  readonly settings: Settings;
  readonly all: readonly Found[];
  /** The findings as they are told while nothing is silenced and the block begins at this line. */
  readonly finished: (start: number, way: Way) => readonly Finding[];
}

const remembered = new WeakMap<Block, BlockFindings>();

function blockFindings(block: Block, { form, head }: Report, settings: Settings): BlockFindings {
  const { year } = head;
  const before = remembered.get(block);
  if (before?.form === form && before.year === year && before.settings === settings) return before;
  const all: Found[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'block' || settings.rules[rule.id] === 'off') continue;
    for (const draft of rule.check({ block, form, year })) all.push({ ...draft, rule: rule.id });
  }
  let joined: readonly Found[] | undefined;
  let last: { readonly start: number; readonly way: Way; readonly findings: readonly Finding[] } | undefined;
  const finished = (start: number, way: Way): readonly Finding[] => {
    if (last?.start !== start || !isSameWay(last.way, way)) {
      joined ??= join(all);
      last = { start, way, findings: joined.map(one => finish(moveFinding(one, start), way)) };
    }
    return last.findings;
  };
  const found = { form, year, settings, all, finished };
  remembered.set(block, found);
  return found;
}

const join = (found: readonly Found[]): readonly Found[] =>
  found.some(({ sum }) => sum) ? (joinSuspects(found) as Found[]) : found;

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

const isSameWay = (a: Way, b: Way): boolean => a.settings === b.settings && a.ending === b.ending && a.mark === b.mark;

const severityOf = new Map(rules.map((rule: Rule) => [rule.id, rule.severity]));

function finish({ sum: _, ...draft }: Found, way: Way): Finding {
  const set = way.settings.rules[draft.rule];
  const severity = set !== undefined && set !== 'off' ? set : (draft.severity ?? severityOf.get(draft.rule) ?? 'error');
  const { mends } = draft;
  if (!mends) return { ...draft, severity };
  return {
    ...draft,
    severity,
    mends: mends.map(mend => ({ ...mend, edits: mend.edits.map(edit => written(edit, way)) })),
  };
}

/** An edit with the line ending of the text, and behind the byte-order mark, which stays the first character. */
function written({ range, text }: TextEdit, { ending, mark }: Way): TextEdit {
  const { start, end } = range;
  const isFirst = mark && start.line === 0 && start.character === 0;
  const first = { line: 0, character: 1 };
  const isInsertion = end.line === 0 && end.character === 0;
  return {
    range: isFirst ? { start: first, end: isInsertion ? first : end } : range,
    text: ending === '\n' ? text : text.replaceAll('\n', ending),
  };
}
