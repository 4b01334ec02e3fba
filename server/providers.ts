import type { ServerCapabilities } from 'vscode-languageserver';
import { actionKinds, completionTriggers, formattingTriggers, legend, signatureTriggers } from '../service/core.ts';
import type { Client } from './capabilities.ts';
import { commands } from './command-names.ts';

const [firstFormatting = '|', ...moreFormatting] = formattingTriggers;

/** What the server says it can do. Diagnostics are offered for asking only to a client that asks. */
export const providers = (client: Client): ServerCapabilities => ({
  completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
  hoverProvider: true,
  inlayHintProvider: true,
  codeActionProvider: client.actionLiterals ? { codeActionKinds: [...actionKinds] } : true,
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
  renameProvider: client.preparesRename ? { prepareProvider: true } : true,
  documentLinkProvider: {},
  workspaceSymbolProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  executeCommandProvider: { commands: [...commands] },
  ...(client.pullsDiagnostics && {
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true, workDoneProgress: true },
  }),
});
