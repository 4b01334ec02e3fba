import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { defaultSettings, type Finding, type Settings } from '../../rules/index.ts';
import type { Range } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { mendsOf, type Mending } from '../mend.ts';
import { diagnosticsOf, withoutTwins, writeAction, type ActionDraft, type ActionWriting } from './action-drafts.ts';
import { mendActions } from './mend-actions.ts';
import { fixAllKind } from './offers.ts';
import { refactorings, rewriteKinds } from './refactorings.ts';
import { silenceActions } from './silence-actions.ts';
import { wholeLineEdits } from './whole-lines.ts';

/** What is asked for, and how it is to be written. */
export interface ActionOptions extends ActionWriting {
  /** The kinds asked for, each with the kinds below it; all where it is absent. */
  readonly only?: readonly string[];
  /** What the findings were found with. */
  readonly settings?: Settings;
}

/** What can be done at a place of a report: mend what was found there, accept it, or write it in another way. */
export function codeActions(
  snapshot: Snapshot,
  range: Range,
  findings: readonly Finding[],
  options: ActionOptions,
): CodeAction[] {
  const { only, settings = defaultSettings } = options;
  const wants = (...kinds: readonly string[]): boolean => kinds.some(kind => isWanted(kind, only));
  const drafts: ActionDraft[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findingsAt(range, findings, options);
    drafts.push(...mendActions(snapshot, range, here, findings), ...silenceActions(snapshot, here, findings, settings));
  }
  if (wants(...Object.values(rewriteKinds))) drafts.push(...refactorings(snapshot, range, findings));
  const asked = drafts.filter(({ kind }) => wants(kind)).map(draft => cutDown(snapshot, draft));
  const distinct = withoutTwins(asked);
  if (wants(fixAllKind)) distinct.push(...fixAll(findings).map(draft => cutDown(snapshot, draft)));
  return distinct.map(draft => writeAction(snapshot, draft, options));
}

/** Whether a kind is one of those asked for or lies below one: `refactor` asks for `refactor.rewrite` too. */
export const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some(one => one === CodeActionKind.Empty || kind === one || kind.startsWith(`${one}.`));

/** No menu shows more; what there is beyond is for the actions that mend all. */
const MOST = 50;

/** The findings that the range touches, and those on its lines that the client says it is asking about. */
function findingsAt(range: Range, findings: readonly Finding[], options: ActionOptions): readonly Finding[] {
  const { diagnostics = [], locale } = options;
  const touched: Finding[] = [];
  const named: Finding[] = [];
  for (const finding of findings) {
    const { start, end } = finding.range;
    if (end.line < range.start.line || start.line > range.end.line) continue;
    if (isTouched(finding.range, range)) touched.push(finding);
    else if (diagnosticsOf(finding, diagnostics, locale).length > 0) named.push(finding);
  }
  return [...touched, ...named].slice(0, MOST);
}

const isTouched = ({ start, end }: Range, range: Range): boolean =>
  isAtOrBefore(start, range.end) && isAtOrBefore(range.start, end);

const isAtOrBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const cutDown = (snapshot: Snapshot, draft: ActionDraft): ActionDraft => ({
  ...draft,
  edits: wholeLineEdits(snapshot, draft.edits),
});

function fixAll(findings: readonly Finding[]): readonly ActionDraft[] {
  const { edits, count } = allMends(findings);
  if (count === 0) return [];
  const title = { zh: `改正全文能确定的问题（${count} 处）`, en: `Fix all that is certain in the report (${count})` };
  return [{ kind: fixAllKind, title, edits }];
}

/** The mends of a report are the same wherever its cursor goes. */
function allMends(findings: readonly Finding[]): Mending {
  let mending = knownMends.get(findings);
  if (!mending) knownMends.set(findings, (mending = mendsOf(findings)));
  return mending;
}

const knownMends = new WeakMap<readonly Finding[], Mending>();
