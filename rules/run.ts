import type { Form } from '../forms/index.ts';
import type { Block, Report } from '../model/index.ts';
import { compareRanges, type TextEdit } from '../text/index.ts';
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
export function checkReport(report: Report, settings: Settings = defaultSettings): Finding[] {
  const isOn = (id: string): boolean => settings.rules[id] !== 'off';
  const silences = new Silences(report);
  const found: Found[] = [];
  report.blocks.forEach((block, index) => {
    const start = report.starts[index] ?? 0;
    const heard = (one: Found): boolean => !silences.covers(one.rule, one.range.start.line + start);
    const drafts = blockFindings(block, report.form, settings);
    // Silenced sums say nothing of other cells, so they are left out before suspects are looked for, and after.
    const joined = silences.none ? drafts.joined() : join(drafts.all.filter(heard)).filter(heard);
    for (const one of joined) found.push(moveFinding(one, start));
  });
  for (const rule of rules) {
    if (rule.scope !== 'report' || !isOn(rule.id)) continue;
    for (const draft of rule.check(report)) {
      const one = { ...draft, rule: rule.id };
      if (silences.none || isHeard(silences, one)) found.push(one);
    }
  }
  if (!silences.none && isOn('unused-ignore')) {
    for (const draft of silences.faults(isOn)) {
      const one = { ...draft, rule: 'unused-ignore' };
      if (isHeard(silences, one)) found.push(one);
    }
  }
  const [first] = report.tree.lines;
  const ending = first === undefined || first.ending === '' ? '\n' : first.ending;
  const mark = first?.text.startsWith('\ufeff') ?? false;
  return found
    .map(one => finish(one, settings, edit => written(edit, ending, mark)))
    .sort((a, b) => compareRanges(a.range, b.range));
}

interface BlockFindings {
  readonly all: readonly Found[];
  readonly joined: () => readonly Found[];
}

interface Remembered extends BlockFindings {
  readonly form: Form;
  readonly settings: Settings;
}

const remembered = new WeakMap<Block, Remembered>();

function blockFindings(block: Block, form: Form, settings: Settings): BlockFindings {
  const before = remembered.get(block);
  if (before?.form === form && before.settings === settings) return before;
  const all: Found[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'block' || settings.rules[rule.id] === 'off') continue;
    for (const draft of rule.check({ block, form })) all.push({ ...draft, rule: rule.id });
  }
  let joined: readonly Found[] | undefined;
  const found = { all, joined: () => (joined ??= join(all)), form, settings };
  remembered.set(block, found);
  return found;
}

const join = (found: readonly Found[]): readonly Found[] =>
  found.some(({ sum }) => sum) ? (joinSuspects(found) as Found[]) : found;

const severityOf = new Map(rules.map((rule: Rule) => [rule.id, rule.severity]));

function finish({ sum: _, ...draft }: Found, settings: Settings, write: (edit: TextEdit) => TextEdit): Finding {
  const set = settings.rules[draft.rule];
  const severity = set !== undefined && set !== 'off' ? set : (draft.severity ?? severityOf.get(draft.rule) ?? 'error');
  const { mends } = draft;
  if (!mends) return { ...draft, severity };
  return { ...draft, severity, mends: mends.map(mend => ({ ...mend, edits: mend.edits.map(write) })) };
}

/** An edit with the line ending of the text, and behind the byte-order mark, which stays the first character. */
function written({ range, text }: TextEdit, ending: string, mark: boolean): TextEdit {
  const { start, end } = range;
  const isFirst = mark && start.line === 0 && start.character === 0;
  const first = { line: 0, character: 1 };
  const isInsertion = end.line === 0 && end.character === 0;
  return {
    range: isFirst ? { start: first, end: isInsertion ? first : end } : range,
    text: ending === '\n' ? text : text.replaceAll('\n', ending),
  };
}
