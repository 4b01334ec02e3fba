import type { Bilingual } from '../../forms/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { Snapshot } from '../document.ts';
import { mendsOf } from '../mend.ts';
import { blockAt } from '../places.ts';
import type { ActionDraft } from './action-drafts.ts';
import { findingsOfTable } from './lenses.ts';
import { mended } from './mend-actions.ts';
import { rewriteKinds } from './rewrite-kinds.ts';

/**
 * What is missing in the report, offered at every heading and not only where it is missing; what is missing in a
 * section or a table, anywhere in it; and the sections in order.
 */
export function* insertActions(snapshot: Snapshot, line: number, findings: readonly Finding[]): Generator<ActionDraft> {
  const { report } = snapshot;
  const kind = rewriteKinds.insert;
  const inTable = findingsOfTable(snapshot, findings, line);
  yield* inserted(kind, ofRule('missing-row', inTable), {
    zh: '补上本表缺少的行',
    en: 'Insert all missing rows of the table',
  });
  const at = blockAt(report, line);
  const isHeading = at.block.heading !== undefined && at.line === 0;
  const isPart = at.block.parts.some(part => part.line === at.line);
  const heading = line - at.line;
  const inHeading = findings.filter(({ range }) => range.start.line === heading);
  if (isHeading || isPart) yield* inserted(kind, ofRule('missing-part', inHeading));
  if (isHeading) {
    yield* inserted(kind, ofRule('missing-table', inHeading), {
      zh: '补上这一部分缺少的表格',
      en: 'Insert all missing tables of the section',
    });
  }
  if (!isHeading && line !== report.head.title?.line) return;
  yield* inserted(kind, ofRule('missing-section', findings), {
    zh: '补上缺少的所有部分',
    en: 'Insert all missing sections',
  });
  yield* inserted(rewriteKinds.sort, ofRule('section-order', findings).slice(0, 1));
}

const ofRule = (id: string, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule }) => rule === id);

/** Each certain mend of the findings, and all of them at once. */
function* inserted(kind: string, findings: readonly Finding[], together?: Bilingual): Generator<ActionDraft> {
  for (const finding of findings) {
    const mend = finding.mends?.find(one => !one.guess);
    if (mend) yield { kind, title: mend.title, edits: mend.edits, findings: [finding] };
  }
  const { edits, count } = mendsOf(findings);
  if (together && count > 1) {
    yield {
      kind,
      title: { zh: `${together.zh}（${count} 处）`, en: `${together.en} (${count})` },
      edits,
      findings: mended(findings, edits),
    };
  }
}
