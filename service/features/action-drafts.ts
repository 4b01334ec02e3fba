import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Bilingual } from '../../forms/index.ts';
import type { Finding } from '../../rules/index.ts';
import { compareRanges, sortEdits, type Range, type TextEdit } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale, type Locale } from '../words.ts';

/** A code action before it is written for a client. */
export interface ActionDraft {
  readonly kind: string;
  readonly title: Bilingual;
  readonly edits: readonly TextEdit[];
  /** What an editor may do unasked. */
  readonly preferred?: true;
  /** The findings that it mends. */
  readonly findings?: readonly Finding[];
}

/** How a client wants its code actions. */
export interface ActionWriting {
  readonly locale: Locale;
  /** Whether edits name the version that they are meant for. */
  readonly versioned?: boolean;
  /** What the client shows now: an action names the ones that it mends. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A code action as the protocol has it. */
export function writeAction(snapshot: Snapshot, draft: ActionDraft, writing: ActionWriting): CodeAction {
  const { locale, versioned, diagnostics = [] } = writing;
  const tied = (draft.findings ?? []).flatMap(finding => diagnosticsOf(finding, diagnostics, locale));
  return {
    title: inLocale(draft.title, locale),
    kind: draft.kind,
    ...(tied.length > 0 && { diagnostics: [...new Set(tied)] }),
    ...(draft.preferred && { isPreferred: true }),
    edit: workspaceEdit(snapshot, draft.edits, versioned ? 'versioned' : 'plain'),
  };
}

/** Edits of one report, in the order of their places. */
export function workspaceEdit(
  { uri, version }: Snapshot,
  edits: readonly TextEdit[],
  style: 'versioned' | 'plain',
): WorkspaceEdit {
  const written = sortEdits(edits).map(({ range, text }) => ({ range, newText: text }));
  return style === 'versioned'
    ? { documentChanges: [{ textDocument: { uri, version }, edits: written }] }
    : { changes: { [uri]: written } };
}

/** Those of the client's diagnostics that show the finding. */
export function diagnosticsOf(finding: Finding, diagnostics: readonly Diagnostic[], locale: Locale): Diagnostic[] {
  const same = diagnostics.filter(({ code, range }) => code === finding.rule && isSame(range, finding.range));
  // A rule may have several things to say of one place: several sections missing behind the same one.
  const exactly = same.filter(({ message }) => message === inLocale(finding.message, locale));
  return exactly.length > 0 ? exactly : same;
}

/** Drafts that would do the very same are one action; the one that may be done unasked speaks for all. */
export function withoutTwins(drafts: readonly ActionDraft[]): ActionDraft[] {
  const byEdits = new Map<string, ActionDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify(draft.edits);
    const before = byEdits.get(key);
    if (!before) byEdits.set(key, draft);
    else if (before.kind === draft.kind) byEdits.set(key, joined(before, draft));
  }
  return [...byEdits.values()];
}

function joined(before: ActionDraft, draft: ActionDraft): ActionDraft {
  const [speaker, other] = draft.preferred && !before.preferred ? [draft, before] : [before, draft];
  return { ...speaker, findings: [...(speaker.findings ?? []), ...(other.findings ?? [])] };
}

const isSame = (a: Range, b: Range): boolean => compareRanges(a, b) === 0;
