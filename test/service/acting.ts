import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions, type ActionOptions } from '../../service/features/actions.ts';
import { checkSnapshot, textOfSnapshot, type Finding, type Snapshot } from '../../service/index.ts';
import { applyEdits, type Range, type TextEdit } from '../../text/index.ts';
import { opened } from './anywhere.ts';

/** The edits of an action that is written without versions. */
export const editsOf = ({ edit }: CodeAction): TextEdit[] =>
  Object.values(edit?.changes ?? {}).flatMap(edits => edits.map(({ range, newText }) => ({ range, text: newText })));

/** The text after an action. */
export const done = (snapshot: Snapshot, action: CodeAction): string =>
  applyEdits(textOfSnapshot(snapshot), editsOf(action));

/** The actions at the cursor of a marked text, or over its first range. */
export function actionsAt(source: string, options: Partial<ActionOptions> = {}): [Snapshot, readonly CodeAction[]] {
  const { snapshot, cursor, ranges } = opened(source);
  const range = ranges[0] ?? { start: cursor, end: cursor };
  return [snapshot, actionsIn(snapshot, range, checkSnapshot(snapshot), options)];
}

/** The actions in a range. */
export const actionsIn = (
  snapshot: Snapshot,
  range: Range,
  findings: readonly Finding[],
  options: Partial<ActionOptions> = {},
): CodeAction[] => codeActions(snapshot, range, findings, { locale: 'zh', ...options });

/** What the actions of a kind call themselves. */
export const titlesAt = (source: string, ...only: string[]): string[] =>
  actionsAt(source, only.length > 0 ? { only } : {})[1].map(({ title }) => title);

/** The text after the action of this title. */
export function after(source: string, title: string): string {
  const [snapshot, actions] = actionsAt(source);
  const action = actions.find(one => one.title === title);
  assert.ok(action, `no “${title}” among ${actions.map(one => one.title).join('; ')}`);
  return done(snapshot, action);
}
