import type { Form } from '../forms/index.ts';
import type { Block, Report } from '../model/index.ts';
import { compareRanges } from '../text/index.ts';
import { moveFinding, type Finding, type Mend } from './finding.ts';
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
  const ending = report.tree.lines[0]?.ending ?? '\n';
  return found
    .map(one => finish(one, settings, ending === '' ? '\n' : ending))
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

function finish({ sum: _, ...draft }: Found, settings: Settings, ending: string): Finding {
  const set = settings.rules[draft.rule];
  const severity = set !== undefined && set !== 'off' ? set : (draft.severity ?? severityOf.get(draft.rule) ?? 'error');
  const { mends } = draft;
  if (!mends || ending === '\n') return { ...draft, severity };
  return { ...draft, severity, mends: mends.map(mend => withEnding(mend, ending)) };
}

const withEnding = (mend: Mend, ending: string): Mend => ({
  ...mend,
  edits: mend.edits.map(edit => ({ ...edit, text: edit.text.replaceAll('\n', ending) })),
});
