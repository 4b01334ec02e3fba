import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { LANGUAGE } from '../host.ts';
import { inform } from '../messages.ts';

/** The report that a command is about: that of the explorer or of the title bar, or else the one being edited. */
export async function targetOf(given: unknown): Promise<TextDocument | undefined> {
  const document = given instanceof Uri ? await workspace.openTextDocument(given) : inHand();
  if (document?.languageId === LANGUAGE) return document;
  void inform(l10n.t('Open a report first.'));
  return undefined;
}

/** The report with the cursor; where that is in a panel, the only one in view. */
function inHand(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === LANGUAGE) return active;
  const [first, second] = window.visibleTextEditors.filter(({ document }) => document.languageId === LANGUAGE);
  return second ? undefined : first?.document;
}
