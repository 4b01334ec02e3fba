import type { ClientCapabilities } from 'vscode-languageserver';

/** What of the protocol's options the client has, as far as the server behaves otherwise without. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly tags: boolean;
  readonly diagnosticData: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly markdown: boolean;
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly appliesEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly definitionLinks: boolean;
}

/** Reads the client's capabilities; one that advertises nothing has none. */
export function readClient({ textDocument, workspace, window }: ClientCapabilities): Client {
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const item = textDocument?.completion?.completionItem;
  const has = (value: unknown): boolean => value !== undefined && value !== false && value !== null;
  return {
    pullsDiagnostics: has(pulled),
    refreshesDiagnostics: has(workspace?.diagnostics?.refreshSupport),
    refreshesHints: has(workspace?.inlayHint?.refreshSupport),
    refreshesLenses: has(workspace?.codeLens?.refreshSupport),
    refreshesTokens: has(workspace?.semanticTokens?.refreshSupport),
    related: has(pulled?.relatedInformation) || has(published?.relatedInformation),
    codeDescription: has(pulled?.codeDescriptionSupport) || has(published?.codeDescriptionSupport),
    tags: has(pulled?.tagSupport) || has(published?.tagSupport),
    diagnosticData: has(pulled?.dataSupport) || has(published?.dataSupport),
    snippets: has(item?.snippetSupport),
    insertReplace: has(item?.insertReplaceSupport),
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    versionedEdits: has(workspace?.workspaceEdit?.documentChanges),
    configuration: has(workspace?.configuration),
    registersConfiguration: has(workspace?.didChangeConfiguration?.dynamicRegistration),
    registersWatchers: has(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    workspaceFolders: has(workspace?.workspaceFolders),
    progress: has(window?.workDoneProgress),
    appliesEdits: has(workspace?.applyEdit),
    hierarchicalSymbols: has(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    definitionLinks: has(textDocument?.definition?.linkSupport),
  };
}
