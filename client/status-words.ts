import { l10n } from 'vscode';
import type { Status } from '../server/index.ts';

/** How many faults of each weight, in words. */
export function faultsIn({ error, warning, information }: Status['findings']): string {
  const parts = [
    ...(error > 0 ? [l10n.t('errors: {0}', error)] : []),
    ...(warning > 0 ? [l10n.t('warnings: {0}', warning)] : []),
    ...(information > 0 ? [l10n.t('notes: {0}', information)] : []),
  ];
  return parts.length === 0 ? l10n.t('no faults') : parts.join(l10n.t(', '));
}

/** How many sums hold, in words. */
export function sumsIn({ holding, known, open }: Status['sums']): string {
  if (known === 0) return open === 0 ? l10n.t('no sums to check') : l10n.t('sums that wait for numbers: {0}', open);
  const holds = l10n.t('{0} of {1} sums hold', holding, known);
  return open === 0 ? holds : l10n.t('{0}, {1} waiting for numbers', holds, open);
}
