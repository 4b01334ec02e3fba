import {
  type CancellationToken,
  type Location,
  type LocationLink,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  actionKinds,
  checkSnapshot,
  codeActions,
  codeLenses,
  complete,
  completionTriggers,
  definition,
  documentLinks,
  documentSymbols,
  foldingRanges,
  formatEdits,
  formatOnType,
  formatRange,
  formattingTriggers,
  highlights,
  hover,
  inlayHints,
  legend,
  prepareRename,
  references,
  rename,
  resolveCompletion,
  selectionRanges,
  signatureHelp,
  signatureTriggers,
  workspaceSymbols,
  type Finding,
  type Snapshot,
} from '../service/index.ts';
import type { Client } from './capabilities.ts';
import { commands, execute } from './commands.ts';
import { guarded } from './guard.ts';
import { Tokens } from './semantic-tokens.ts';
import type { Session } from './session.ts';

const [firstFormatting = '|', ...moreFormatting] = formattingTriggers;

/** What the server says it can do. Diagnostics are offered for asking only to a client that asks. */
export const providers = (client: Client): ServerCapabilities => ({
  completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
  hoverProvider: true,
  inlayHintProvider: true,
  codeActionProvider: { codeActionKinds: [...actionKinds] },
  codeLensProvider: {},
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: firstFormatting,
    moreTriggerCharacter: moreFormatting,
  },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentHighlightProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  workspaceSymbolProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  executeCommandProvider: { commands: [...commands] },
  ...(client.pullsDiagnostics && {
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true, workDoneProgress: true },
  }),
});

/** Ties every request to the service's answer to it. */
export function registerRequests(session: Session): void {
  const { connection } = session;
  const { languages } = connection;
  const tokens = new Tokens(session);
  connection.onCompletion(
    about(session, 'textDocument/completion', ({ position }, snapshot) =>
      complete(snapshot, position, completionOptions(session)),
    ),
  );
  connection.onCompletionResolve(
    guarded(session, 'completionItem/resolve', item => resolveCompletion(item, completionOptions(session))),
  );
  connection.onSignatureHelp(
    about(session, 'textDocument/signatureHelp', ({ position }, snapshot) =>
      signatureHelp(snapshot, position, session.editor),
    ),
  );
  connection.onHover(
    about(session, 'textDocument/hover', ({ position }, snapshot) =>
      hover(snapshot, position, {
        locale: session.editor.locale,
        workspace: session.index,
        markdown: session.client.markdown,
      }),
    ),
  );
  languages.inlayHint.on(
    about(session, 'textDocument/inlayHint', ({ range }, snapshot) =>
      inlayHints(snapshot, range, {
        locale: session.editor.locale,
        show: session.editor.hints,
        findings: findingsOf(session, snapshot),
      }),
    ),
  );
  connection.onCodeAction(
    about(session, 'textDocument/codeAction', ({ range, context }, snapshot) =>
      codeActions(snapshot, range, findingsOf(session, snapshot), {
        locale: session.editor.locale,
        versioned: session.client.versionedEdits,
        diagnostics: context.diagnostics,
        settings: session.rules.of(snapshot.uri),
        ...(context.only && { only: context.only }),
      }),
    ),
  );
  connection.onCodeLens(
    about(session, 'textDocument/codeLens', (_, snapshot) =>
      session.editor.lenses ? codeLenses(snapshot, findingsOf(session, snapshot), session.editor) : [],
    ),
  );
  connection.onDocumentFormatting(about(session, 'textDocument/formatting', (_, snapshot) => formatEdits(snapshot)));
  connection.onDocumentRangeFormatting(
    about(session, 'textDocument/rangeFormatting', ({ range }, snapshot) => formatRange(snapshot, range)),
  );
  connection.onDocumentOnTypeFormatting(
    about(session, 'textDocument/onTypeFormatting', ({ position, ch }, snapshot) =>
      formatOnType(snapshot, position, ch),
    ),
  );
  connection.onDocumentSymbol(
    about(session, 'textDocument/documentSymbol', (_, snapshot) => {
      const symbols = documentSymbols(snapshot, session.editor.locale);
      return session.client.hierarchicalSymbols ? symbols : flat(symbols, snapshot.uri);
    }),
  );
  connection.onFoldingRanges(about(session, 'textDocument/foldingRange', (_, snapshot) => foldingRanges(snapshot)));
  connection.onSelectionRanges(
    about(session, 'textDocument/selectionRange', ({ positions }, snapshot) => selectionRanges(snapshot, positions)),
  );
  connection.onDocumentHighlight(
    about(session, 'textDocument/documentHighlight', ({ position }, snapshot) => highlights(snapshot, position)),
  );
  connection.onDefinition(
    about(session, 'textDocument/definition', ({ position }, snapshot): LocationLink[] | Location[] => {
      const links = definition(snapshot, position);
      if (session.client.definitionLinks) return links;
      return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
    }),
  );
  connection.onReferences(
    about(session, 'textDocument/references', ({ position, context }, snapshot) =>
      references(snapshot, position, context.includeDeclaration),
    ),
  );
  connection.onPrepareRename(
    about(session, 'textDocument/prepareRename', ({ position }, snapshot) => prepareRename(snapshot, position)),
  );
  connection.onRenameRequest(
    about(session, 'textDocument/rename', ({ position, newName }, snapshot) => {
      const edit = rename(snapshot, position, newName);
      return edit && writtenFor(session.client, edit);
    }),
  );
  connection.onDocumentLinks(
    about(session, 'textDocument/documentLink', (_, snapshot) => documentLinks(snapshot, session.editor.locale)),
  );
  connection.onWorkspaceSymbol(
    guarded(session, 'workspace/symbol', ({ query }) => workspaceSymbols(session.index, query)),
  );
  languages.semanticTokens.on(
    about(session, 'textDocument/semanticTokens/full', (_, snapshot) => tokens.full(snapshot)),
  );
  languages.semanticTokens.onDelta(
    about(session, 'textDocument/semanticTokens/full/delta', ({ previousResultId }, snapshot) =>
      tokens.delta(snapshot, previousResultId),
    ),
  );
  languages.semanticTokens.onRange(
    about(session, 'textDocument/semanticTokens/range', ({ range }, snapshot) => tokens.range(snapshot, range)),
  );
  languages.diagnostics.on(
    guarded(session, 'textDocument/diagnostic', ({ textDocument, previousResultId }) =>
      session.diagnostics.document(textDocument.uri, previousResultId),
    ),
  );
  languages.diagnostics.onWorkspace((params, token, progress, results) =>
    guarded(session, 'workspace/diagnostic', () => session.diagnostics.workspace(params, token, progress, results))(
      params,
      token,
    ),
  );
  connection.onExecuteCommand(
    guarded(session, 'workspace/executeCommand', (params, token: CancellationToken) => execute(session, params, token)),
  );
}

/**
 * A request about an open report: the positions in it and in its answer are counted as the client counts, and a report
 * that is not open has no answer.
 */
function about<P extends { readonly textDocument: { readonly uri: string } }, R>(
  session: Session,
  method: string,
  answer: (params: P, snapshot: Snapshot) => R,
): (params: P, token: CancellationToken) => Promise<R> {
  return guarded<P, R>(session, method, params => {
    const { uri } = params.textDocument;
    const document = session.documentAt(uri);
    if (!document) return null as R;
    session.diagnostics.flush();
    return session.outgoing(answer(session.incoming(params, uri), document.snapshot) ?? (null as R), uri);
  });
}

/** An edit as the client takes it: one that knows no versions of documents is given the edits by address. */
function writtenFor(client: Client, edit: WorkspaceEdit): WorkspaceEdit {
  if (client.versionedEdits) return edit;
  const documents = (edit.documentChanges ?? []).filter(change => TextDocumentEdit.is(change));
  return {
    changes: Object.fromEntries(
      documents.map(({ textDocument, edits }) => [textDocument.uri, edits.filter(one => TextEdit.is(one))]),
    ),
  };
}

const findingsOf = (session: Session, snapshot: Snapshot): readonly Finding[] =>
  checkSnapshot(snapshot, session.rules.of(snapshot.uri));

const completionOptions = ({ client, editor, index }: Session): Parameters<typeof complete>[2] => ({
  locale: editor.locale,
  snippets: client.snippets,
  insertReplace: client.insertReplace,
  workspace: index,
  thisYear: new Date().getFullYear(),
});

/** The outline as a list, for clients that know no tree of symbols. */
function flat(symbols: ReturnType<typeof documentSymbols>, uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind = SymbolKind.File, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children, uri, name),
  ]);
}
