import { CodeActionKind } from 'vscode-languageserver-types';
import { ruleById, type Finding } from '../../rules/index.ts';
import type { Range, TextEdit } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { mendsOf } from '../mend.ts';
import type { ActionDraft } from './action-drafts.ts';
import { findingsOfTable } from './lenses.ts';

const kind = CodeActionKind.QuickFix;

/**
 * The mends of the findings at a place, the first certain one of each preferred; then all of the same rule at once, and
 * all of the table.
 */
export function* mendActions(
  snapshot: Snapshot,
  range: Range,
  here: readonly Finding[],
  findings: readonly Finding[],
): Generator<ActionDraft> {
  for (const finding of here) {
    const preferred = finding.mends?.find(mend => !mend.guess);
    for (const mend of finding.mends ?? []) {
      yield {
        kind,
        title: mend.title,
        edits: mend.edits,
        findings: [finding],
        ...(mend === preferred && { preferred: true }),
      };
    }
  }
  for (const rule of new Set(here.map(finding => finding.rule))) yield* ofRule(rule, findings);
  yield* ofTable(snapshot, range, findings);
}

function* ofRule(id: string, findings: readonly Finding[]): Generator<ActionDraft> {
  const same = findings.filter(({ rule }) => rule === id);
  const { edits, count } = mendsOf(same);
  if (count < 2) return;
  const title = ruleById(id)?.title ?? { zh: id, en: id };
  yield {
    kind,
    title: { zh: `“${title.zh}”同类问题全部改正（${count} 处）`, en: `Fix all: ${title.en} (${count})` },
    edits,
    findings: mended(same, edits),
  };
}

function* ofTable(snapshot: Snapshot, range: Range, findings: readonly Finding[]): Generator<ActionDraft> {
  const inTable = findingsOfTable(snapshot, findings, range.start.line);
  const { edits, count } = mendsOf(inTable);
  if (count === 0) return;
  yield {
    kind,
    title: { zh: `改正本表全部问题（${count} 处）`, en: `Fix all in this table (${count})` },
    edits,
    findings: mended(inTable, edits),
  };
}

/** The findings whose mend is among the edits: one that conflicts with another mend waits for the next time. */
export function mended(findings: readonly Finding[], edits: readonly TextEdit[]): readonly Finding[] {
  const made = new Set(edits);
  return findings.filter(({ mends }) => mends?.find(mend => !mend.guess)?.edits.every(edit => made.has(edit)));
}
