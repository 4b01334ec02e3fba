/** What an editor or a command line asks of a report, as plain data. */
export * from './check.ts';
export * from './diagnostics.ts';
export * from './document.ts';
export { codeActions, actionKinds } from './features/actions.ts';
export { complete, completionTriggers, resolveCompletion } from './features/completion.ts';
export { formatEdits, formatOnType, formatRange, formattingTriggers } from './features/formatting.ts';
export { hover } from './features/hover.ts';
export { inlayHints, type ShownHints } from './features/inlay.ts';
export { codeLenses, findingsOfTable, MEND_TABLE } from './features/lenses.ts';
export {
  definition,
  documentLinks,
  highlights,
  prepareRename,
  references,
  rename,
} from './features/navigation.ts';
export { legend, semanticTokens, semanticTokensEdits } from './features/semantic-tokens.ts';
export { signatureHelp, signatureTriggers } from './features/signature.ts';
export { documentSymbols, foldingRanges, selectionRanges, workspaceSymbols } from './features/symbols.ts';
export * from './format.ts';
export * from './mend.ts';
export * from './new-report.ts';
export * from './places.ts';
export * from './words.ts';
export * from './workspace.ts';
