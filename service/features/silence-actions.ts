import { CodeActionKind } from 'vscode-languageserver-types';
import type { Line } from '../../grammar/index.ts';
import type { Report } from '../../model/index.ts';
import { ruleById, type Finding, type Settings } from '../../rules/index.ts';
import { rangeOf, sortEdits, type TextEdit } from '../../text/index.ts';
import { checkSnapshot } from '../check.ts';
import { changeSnapshot, type Snapshot } from '../document.ts';
import type { ActionDraft } from './action-drafts.ts';

const kind = CodeActionKind.QuickFix;

/** Stands for the reason, which only the writer knows. */
const REASON = '原因';

/** Comments that accept what is found at a place: on its line, and for what is found in the head, in the whole file. */
export function* silenceActions(
  snapshot: Snapshot,
  here: readonly Finding[],
  findings: readonly Finding[],
  settings: Settings,
): Generator<ActionDraft> {
  const { report } = snapshot;
  const firstSection = report.starts[1] ?? report.tree.lines.length;
  for (const { rule, line } of targetsOf(here)) {
    const zh = `${ruleById(rule)?.title.zh ?? ''}（${rule}）`;
    const silenced = findings.filter(one => one.rule === rule && one.range.start.line === line);
    if (isSilenceable(report.tree.lines[line])) {
      yield {
        kind,
        title: { zh: `忽略这一行的问题：${zh}`, en: `Ignore on this line: ${rule}` },
        edits: silence(snapshot, { rule, line }, silenced, settings),
        findings: silenced,
      };
    }
    if (line < firstSection) {
      yield {
        kind,
        title: { zh: `全文忽略这类问题：${zh}`, en: `Ignore in the whole file: ${rule}` },
        edits: [fileSilence(report, rule)],
        findings: silenced,
      };
    }
  }
}

/** What a comment silences: all that a rule finds on a line. */
interface Target {
  readonly rule: string;
  readonly line: number;
}

/** The targets of these findings, each once. A silence at fault is not silenced but mended. */
function targetsOf(findings: readonly Finding[]): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const { rule, range } of findings) {
    const { line } = range.start;
    if (rule !== 'unused-ignore') targets.set(`${line} ${rule}`, { rule, line });
  }
  return [...targets.values()];
}

/** A comment silences the next line that is neither comment nor blank. */
const isSilenceable = (line: Line | undefined): boolean =>
  line !== undefined && line.kind !== 'comment' && line.kind !== 'blank';

/** How many comments may be put in for one finding. */
const MOST = 8;

/**
 * The comment above a line. A cell that several failed sums point to is one finding only as long as none of them is
 * silenced: the others would come up each for itself, so they are silenced along, unless that silenced more than them.
 */
function silence(
  snapshot: Snapshot,
  target: Target,
  silenced: readonly Finding[],
  settings: Settings,
): readonly TextEdit[] {
  const { report } = snapshot;
  const wanted = [target];
  const first = [lineSilence(report, target)];
  if (!silenced.some(({ suspect }) => suspect)) return first;
  const before = checkSnapshot(snapshot, settings).filter(isAboutSilence);
  const known = new Set(before.map(saying));
  const kept = before.filter(({ rule, range }) => rule !== target.rule || range.start.line !== target.line);
  for (let edits = first; edits.length <= MOST; edits = wanted.map(one => lineSilence(report, one))) {
    const sorted = sortEdits(edits);
    const after = checkSnapshot(changeSnapshot(snapshot, snapshot.version, sorted.toReversed()), settings);
    const left = new Set(after.map(saying));
    const next = after.find(one => isAboutSilence(one) && !known.has(saying(one)));
    if (!kept.every(one => left.has(saying(one))) || next?.rule === 'unused-ignore') break;
    if (!next) return edits;
    const { line } = next.range.start;
    wanted.push({ rule: next.rule, line: line - sorted.filter(({ range }, i) => range.start.line + i < line).length });
  }
  return first;
}

const isAboutSilence = ({ rule }: Finding): boolean => rule === 'unused-ignore' || ruleById(rule)?.group === 'sums';

const saying = ({ rule, message }: Finding): string => `${rule} ${message.zh}`;

function lineSilence(report: Report, { rule, line }: Target): TextEdit {
  return { range: beginningOf(report, line), text: `// 忽略：${rule} ${REASON}${endingOf(report, line)}` };
}

/** Below the title and the fields, where the eye looks for what holds for the whole report. */
function fileSilence(report: Report, rule: string): TextEdit {
  const { title, fields } = report.head;
  const above = Math.max(title?.line ?? -1, ...fields.map(field => field.line));
  const comment = `// 忽略全文：${rule} ${REASON}`;
  if (above < 0) return { range: beginningOf(report, 0), text: comment + endingOf(report, 0) };
  const end = report.tree.lines[above]?.text.length ?? 0;
  return { range: rangeOf(above, { start: end, end }), text: endingOf(report, above) + comment };
}

/** The beginning of a line; a byte-order mark stays the first of the text. */
function beginningOf({ tree }: Report, line: number): TextEdit['range'] {
  const start = line === 0 && tree.lines[0]?.text.startsWith('\ufeff') ? 1 : 0;
  return rangeOf(line, { start, end: start });
}

/** How lines end here; a last line that does not end is taken to end as the first. */
function endingOf({ tree }: Report, line: number): string {
  const own = tree.lines[line]?.ending ?? '';
  const first = tree.lines[0]?.ending ?? '';
  return own !== '' ? own : first !== '' ? first : '\n';
}
