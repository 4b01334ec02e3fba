import type { ClientCapabilities } from 'vscode-languageserver';

/** What of the protocol's options the client has, as far as the server behaves otherwise without. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
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
  readonly actionLiterals: boolean;
  readonly preparesRename: boolean;
  readonly labelDetails: boolean;
  readonly labelOffsets: boolean;
  readonly linkTooltips: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly definitionLinks: boolean;
}

/** Reads the client's capabilities; one that advertises nothing has none. */
export function readClient(capabilities: ClientCapabilities): Client {
  const has = (...paths: readonly string[]): boolean => paths.some(path => Boolean(valueAt(capabilities, path)));
  const ofDiagnostics = (name: string): boolean =>
    has(`textDocument.diagnostic.${name}`, `textDocument.publishDiagnostics.${name}`);
  const formats = valueAt(capabilities, 'textDocument.hover.contentFormat');
  return {
    pullsDiagnostics: has('textDocument.diagnostic'),
    refreshesDiagnostics: has('workspace.diagnostics.refreshSupport'),
    refreshesHints: has('workspace.inlayHint.refreshSupport'),
    refreshesLenses: has('workspace.codeLens.refreshSupport'),
    related: ofDiagnostics('relatedInformation'),
    codeDescription: ofDiagnostics('codeDescriptionSupport'),
    tags: ofDiagnostics('tagSupport'),
    diagnosticData: ofDiagnostics('dataSupport'),
    snippets: has('textDocument.completion.completionItem.snippetSupport'),
    insertReplace: has('textDocument.completion.completionItem.insertReplaceSupport'),
    markdown: Array.isArray(formats) && formats.includes('markdown'),
    versionedEdits: has('workspace.workspaceEdit.documentChanges'),
    configuration: has('workspace.configuration'),
    registersConfiguration: has('workspace.didChangeConfiguration.dynamicRegistration'),
    registersWatchers: has('workspace.didChangeWatchedFiles.dynamicRegistration'),
    workspaceFolders: has('workspace.workspaceFolders'),
    progress: has('window.workDoneProgress'),
    appliesEdits: has('workspace.applyEdit'),
    actionLiterals: has('textDocument.codeAction.codeActionLiteralSupport'),
    preparesRename: has('textDocument.rename.prepareSupport'),
    labelDetails: has('textDocument.completion.completionItem.labelDetailsSupport'),
    labelOffsets: has('textDocument.signatureHelp.signatureInformation.parameterInformation.labelOffsetSupport'),
    linkTooltips: has('textDocument.documentLink.tooltipSupport'),
    hierarchicalSymbols: has('textDocument.documentSymbol.hierarchicalDocumentSymbolSupport'),
    definitionLinks: has('textDocument.definition.linkSupport'),
  };
}

/** What stands at a path of names, if every part of it is there. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      value,
    );
}
