import { l10n, window } from 'vscode';
import type { Host } from '../host.ts';
import { execute } from '../requests.ts';
import { targetOf } from './target.ts';

/** Makes every mend that is certain, as one step to be undone. */
export async function mendAll({ client }: Host, given: unknown): Promise<void> {
  const document = await targetOf(given);
  if (!document) return;
  // Shown first: nobody should have a text changed that is not seen.
  await window.showTextDocument(document);
  const count = await execute<number>(client, 'nianbao.mendAll', document.uri.toString());
  window.setStatusBarMessage(
    count === 0 ? l10n.t('Nothing that can be mended with certainty') : l10n.t('Faults mended: {0}', count),
    5000,
  );
}
