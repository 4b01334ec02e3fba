import {
  commands,
  CompletionItemKind,
  l10n,
  Range,
  SnippetString,
  window,
  type CompletionItem,
  type CompletionList,
} from 'vscode';
import type { Host } from '../host.ts';
import { ask, begin } from './new-report.ts';
import { targetOf } from './target.ts';
import { inform } from '../messages.ts';

/** Fills an empty file with the blank form; in any other, offers what of the form can be put where the cursor is. */
export async function insertForm(host: Host, given: unknown): Promise<void> {
  const document = await targetOf(given);
  if (!document) return;
  const editor = await window.showTextDocument(document);
  if (document.getText().trim() === '') {
    const beginning = await ask(host, undefined);
    if (!beginning) return;
    const { text } = await begin(host, beginning);
    const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.edit(edit => edit.replace(whole, text));
    return;
  }
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    editor.selection.active,
  );
  const items = list.items
    // Comments that silence rules are snippets too, and no part of the form.
    .filter(item => item.kind === CompletionItemKind.Snippet && !labelOf(item).startsWith('//'))
    .map(item => ({ label: labelOf(item), description: item.detail ?? '', item }));
  if (items.length === 0) {
    void inform(l10n.t('Nothing of the form is missing here; try an empty line.'));
    return;
  }
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Insert'), matchOnDescription: true });
  const text = chosen?.item.insertText;
  if (chosen && text !== undefined) {
    await editor.insertSnippet(typeof text === 'string' ? new SnippetString(text) : text, rangeOf(chosen.item));
  }
}

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

const rangeOf = ({ range }: CompletionItem): Range | undefined =>
  range === undefined || range instanceof Range ? range : range.replacing;
