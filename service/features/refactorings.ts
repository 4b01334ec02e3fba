import type { Finding } from '../../rules/index.ts';
import type { Range } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import type { ActionDraft } from './action-drafts.ts';
import { blankActions } from './blank-actions.ts';
import { insertActions } from './insert-actions.ts';
import { quoteActions } from './quote-actions.ts';
import { totalActions } from './total-actions.ts';

export { rewriteKinds } from './rewrite-kinds.ts';

/** What can be written in another way at a place, whether or not anything is wrong there. */
export function* refactorings(snapshot: Snapshot, range: Range, findings: readonly Finding[]): Generator<ActionDraft> {
  const { report } = snapshot;
  yield* totalActions(report, range.start);
  yield* blankActions(report, range.start.line);
  yield* quoteActions(report, range);
  yield* insertActions(snapshot, range.start.line, findings);
}
