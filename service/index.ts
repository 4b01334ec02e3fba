/** What an editor or a command line asks of a report, as plain data. */
export * from './check.ts';
export * from './diagnostics.ts';
export * from './document.ts';
export * from './export.ts';
export { codeActions } from './features/actions.ts';
export { complete, resolveCompletion } from './features/completion.ts';
export { formatEdits, formatOnType, formatRange } from './features/formatting.ts';
export { hover } from './features/hover.ts';
export { inlayHints, type ShownHints } from './features/inlay.ts';
export { codeLenses, findingsOfTable } from './features/lenses.ts';
export { documentLinks } from './features/links.ts';
export { definition, highlights, references } from './features/navigation.ts';
export {
  actionKinds,
  completionTriggers,
  formattingTriggers,
  legend,
  MEND_TABLE,
  signatureTriggers,
} from './features/offers.ts';
export { prepareRename, rename } from './features/rename.ts';
export { semanticTokens, semanticTokensEdits } from './features/semantic-tokens.ts';
export { signatureHelp } from './features/signature.ts';
export { documentSymbols, foldingRanges, selectionRanges, workspaceSymbols } from './features/symbols.ts';
export * from './format.ts';
export * from './import.ts';
export * from './import-pool.ts';
export * from './mend.ts';
export * from './missing-row.ts';
export * from './neighbours.ts';
export * from './new-report.ts';
export * from './paste.ts';
export { readClipboard, type Clipboard } from '../convert/index.ts';
export * from './places.ts';
export { preview, type Preview, type PreviewPiece } from './preview.ts';
export * from './status.ts';
export * from './words.ts';
export * from './workspace.ts';
