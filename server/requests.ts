import type {
  CodeActionParams,
  CompletionItem,
  DocumentLink,
  DocumentOnTypeFormattingParams,
  ExecuteCommandParams,
  InlayHintParams,
  ReferenceParams,
  RenameParams,
  SelectionRangeParams,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  codeActions,
  codeLenses,
  complete,
  definition,
  documentLinks,
  documentSymbols,
  foldingRanges,
  formatEdits,
  formatOnType,
  formatRange,
  highlights,
  hover,
  inlayHints,
  prepareRename,
  references,
  rename,
  resolveCompletion,
  selectionRanges,
  signatureHelp,
  workspaceSymbols,
  type Snapshot,
} from '../service/index.ts';
import type { Position } from '../text/index.ts';
import { execute } from './commands.ts';
import { LSPErrorCodes, ResponseError, type Handler } from './connection.ts';
import { registerExtensionRequests } from './extension-requests.ts';
import { registerImportRequest } from './import-requests.ts';
import { guarded } from './guard.ts';
import { actionsFor, definitionFor, editFor, itemFor, signatureFor, symbolsFor } from './older-clients.ts';
import { Tokens } from './semantic-tokens.ts';
import type { Session } from './session.ts';
import { registerTableRequests } from './table-requests.ts';

/** Ties every request to the service's answer to it. */
export function registerRequests(session: Session): void {
  registerExtensionRequests(session);
  registerImportRequest(session);
  registerTableRequests(session);
  const { connection } = session;
  const tokens = new Tokens(session);
  const on = (method: string, handler: Handler): void =>
    connection.onRequest(method, guarded(session, method, handler));
  const about = (method: string, answer: Answer): void =>
    on(`textDocument/${method}`, (params: AboutDocument) => answerAbout(session, params, answer));
  const at = (method: string, answer: (snapshot: Snapshot, position: Position) => unknown): void =>
    about(method, ({ position }: TextDocumentPositionParams, snapshot) => answer(snapshot, position));

  at('completion', async (snapshot, position) => {
    await session.index.prepare(snapshot.report);
    const { items, ...list } = complete(snapshot, position, completionOptions(session));
    return { ...list, items: items.map(item => itemFor(session.client, item)) };
  });
  on('completionItem/resolve', (item: CompletionItem) => resolveCompletion(item, completionOptions(session)));
  at('signatureHelp', (snapshot, position) => {
    const help = signatureHelp(snapshot, position, session.editor);
    return help && signatureFor(session.client, help);
  });
  at('hover', async (snapshot, position) => {
    await session.index.prepare(snapshot.report);
    const { locale } = session.editor;
    return hover(snapshot, position, { locale, workspace: session.index, markdown: session.client.markdown });
  });
  about('inlayHint', ({ range }: InlayHintParams, snapshot) =>
    inlayHints(snapshot, range, {
      locale: session.editor.locale,
      show: session.editor.hints,
      findings: session.findingsOf(snapshot),
    }),
  );
  about('codeAction', ({ range, context }: CodeActionParams, snapshot) => {
    const actions = codeActions(snapshot, range, session.findingsOf(snapshot), {
      locale: session.editor.locale,
      versioned: session.client.versionedEdits,
      diagnostics: context.diagnostics,
      settings: session.rules.of(snapshot.uri),
      ...(context.only && { only: context.only }),
    });
    return actionsFor(session.client, snapshot, actions);
  });
  about('codeLens', (_, snapshot) =>
    session.editor.lenses ? codeLenses(snapshot, session.findingsOf(snapshot), session.editor) : [],
  );
  about('formatting', (_, snapshot) => formatEdits(snapshot));
  about('rangeFormatting', ({ range }: SemanticTokensRangeParams, snapshot) => formatRange(snapshot, range));
  about('onTypeFormatting', ({ position, ch }: DocumentOnTypeFormattingParams, snapshot) =>
    formatOnType(snapshot, position, ch),
  );
  about('documentSymbol', (_, snapshot) =>
    symbolsFor(session.client, documentSymbols(snapshot, session.editor.locale), snapshot.uri),
  );
  about('foldingRange', (_, snapshot) => foldingRanges(snapshot));
  about('selectionRange', ({ positions }: SelectionRangeParams, snapshot) => selectionRanges(snapshot, positions));
  at('documentHighlight', (snapshot, position) => highlights(snapshot, position));
  at('definition', (snapshot, position) => definitionFor(session.client, definition(snapshot, position)));
  about('references', ({ position, context }: ReferenceParams, snapshot) =>
    references(snapshot, position, context.includeDeclaration),
  );
  at('prepareRename', (snapshot, position) => {
    const name = prepareRename(snapshot, position);
    if (!name) throw unnamed(session);
    return name;
  });
  about('rename', ({ position, newName }: RenameParams, snapshot) => {
    const edit = rename(snapshot, position, newName, session.editor.locale);
    if (!edit) throw unnamed(session);
    if ('refused' in edit) throw new ResponseError(LSPErrorCodes.RequestFailed, edit.refused);
    return editFor(session.client, edit);
  });
  about('documentLink', (_, snapshot) => {
    const links = documentLinks(snapshot, { locale: session.editor.locale, docs: session.docs });
    return session.client.linkTooltips ? links : links.map(({ tooltip: _tooltip, ...link }): DocumentLink => link);
  });
  on('workspace/symbol', ({ query }: WorkspaceSymbolParams) => workspaceSymbols(session.index, query));
  about('semanticTokens/full', (_, snapshot) => tokens.full(snapshot));
  about('semanticTokens/full/delta', ({ previousResultId }: SemanticTokensDeltaParams, snapshot) =>
    tokens.delta(snapshot, previousResultId),
  );
  about('semanticTokens/range', ({ range }: SemanticTokensRangeParams, snapshot) => tokens.range(snapshot, range));
  on('workspace/executeCommand', (params: ExecuteCommandParams, token) => execute(session, params, token));
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

type Answer = (params: never, snapshot: Snapshot) => unknown;

/**
 * A request about an open report: the positions in it and in its answer are counted as the client counts, and a report
 * that is not open has no answer.
 */
async function answerAbout(session: Session, params: AboutDocument, answer: Answer): Promise<unknown> {
  const { uri } = params.textDocument;
  const document = session.documentAt(uri);
  if (!document) return null;
  session.diagnostics.flush();
  const { snapshot } = document;
  const result = await answer(session.incoming(params, uri) as never, snapshot);
  return session.outgoing(result ?? null, uri, snapshot.report);
}

const completionOptions = ({ client, editor, index }: Session): Parameters<typeof complete>[2] => ({
  locale: editor.locale,
  snippets: client.snippets,
  insertReplace: client.insertReplace,
  workspace: index,
  today: today(),
});

/** The day here, which is not the day in Greenwich. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** What can be renamed is the organ's name, and only where it stands. */
const unnamed = (session: Session): ResponseError =>
  new ResponseError(
    LSPErrorCodes.RequestFailed,
    session.say(
      '只有机关名称可以改名，请把光标放在它上面',
      'Only the organ’s name can be renamed: put the cursor on it',
    ),
  );
