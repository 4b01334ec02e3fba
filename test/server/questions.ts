import type { Diagnostic, ServerCapabilities } from 'vscode-languageserver/node';
import type { Position, Range } from '../../text/index.ts';

/** What a question is asked about. */
export interface Subject {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
  readonly diagnostics: Diagnostic[];
  readonly resultId: string;
}

/** A request, and what it is asked with. */
export type Question = readonly [method: string, ask: (subject: Subject) => unknown];

const inDocument = ({ uri }: Subject): { textDocument: { uri: string } } => ({ textDocument: { uri } });
const atPlace = ({ uri, position }: Subject): { textDocument: { uri: string }; position: Position } => ({
  textDocument: { uri },
  position,
});
const inRange = ({ uri, range }: Subject): { textDocument: { uri: string }; range: Range } => ({
  textDocument: { uri },
  range,
});
const options = { tabSize: 2, insertSpaces: true };

/** Every request that a server may advertise that it answers, by what advertises it. */
export const questions: Readonly<Partial<Record<keyof ServerCapabilities, readonly Question[]>>> = {
  completionProvider: [
    ['textDocument/completion', atPlace],
    ['completionItem/resolve', () => ({ label: '行政许可' })],
  ],
  signatureHelpProvider: [['textDocument/signatureHelp', atPlace]],
  hoverProvider: [['textDocument/hover', atPlace]],
  inlayHintProvider: [['textDocument/inlayHint', inRange]],
  codeActionProvider: [
    ['textDocument/codeAction', of => ({ ...inRange(of), context: { diagnostics: of.diagnostics } })],
    [
      'textDocument/codeAction',
      of => ({ ...inRange(of), context: { diagnostics: [], only: ['source.fixAll.nianbao', 'refactor'] } }),
    ],
  ],
  codeLensProvider: [['textDocument/codeLens', inDocument]],
  documentFormattingProvider: [['textDocument/formatting', of => ({ ...inDocument(of), options })]],
  documentRangeFormattingProvider: [['textDocument/rangeFormatting', of => ({ ...inRange(of), options })]],
  documentOnTypeFormattingProvider: [
    ['textDocument/onTypeFormatting', of => ({ ...atPlace(of), ch: '|', options })],
    ['textDocument/onTypeFormatting', of => ({ ...atPlace(of), ch: '\n', options })],
  ],
  documentSymbolProvider: [['textDocument/documentSymbol', inDocument]],
  foldingRangeProvider: [['textDocument/foldingRange', inDocument]],
  selectionRangeProvider: [
    [
      'textDocument/selectionRange',
      of => ({ ...inDocument(of), positions: [of.position, of.range.start, of.range.end] }),
    ],
  ],
  documentHighlightProvider: [['textDocument/documentHighlight', atPlace]],
  definitionProvider: [['textDocument/definition', atPlace]],
  referencesProvider: [['textDocument/references', of => ({ ...atPlace(of), context: { includeDeclaration: true } })]],
  renameProvider: [
    ['textDocument/prepareRename', atPlace],
    ['textDocument/rename', of => ({ ...atPlace(of), newName: '北屏县人民政府' })],
  ],
  documentLinkProvider: [['textDocument/documentLink', inDocument]],
  workspaceSymbolProvider: [['workspace/symbol', () => ({ query: '示' })]],
  semanticTokensProvider: [
    ['textDocument/semanticTokens/full', inDocument],
    ['textDocument/semanticTokens/full/delta', of => ({ ...inDocument(of), previousResultId: of.resultId })],
    ['textDocument/semanticTokens/range', inRange],
  ],
  executeCommandProvider: [
    ['workspace/executeCommand', ({ uri }) => ({ command: 'nianbao.mendAll', arguments: [uri] })],
    ['workspace/executeCommand', of => ({ command: 'nianbao.mendTable', arguments: [of.uri, of.position.line] })],
    ['workspace/executeCommand', () => ({ command: 'nianbao.checkWorkspace' })],
    [
      'workspace/executeCommand',
      ({ uri }) => ({ command: 'nianbao.newReport', arguments: [{ organ: '示范市', year: 2026, from: uri }] }),
    ],
  ],
  diagnosticProvider: [
    ['textDocument/diagnostic', of => ({ ...inDocument(of), previousResultId: of.resultId })],
    ['workspace/diagnostic', ({ uri, resultId }) => ({ previousResultIds: [{ uri, value: resultId }] })],
  ],
};

/** What only our own extension asks. */
export const ownQuestions: readonly Question[] = [
  ['nianbao/status', ({ uri }) => ({ uri })],
  ['nianbao/preview', ({ uri }) => ({ uri })],
  ['nianbao/reports', () => ({})],
  ['nianbao/editions', () => ({})],
  ['nianbao/export', ({ uri }) => ({ uri, to: 'html' })],
  ['nianbao/export', ({ uri }) => ({ uri, to: 'docx' })],
  ['nianbao/missingRow', atPlace],
  ['nianbao/import', () => ({ text: '示范县2024年政府信息公开工作年度报告\n一、总体情况\n无。\n' })],
  ['nianbao/paste', of => ({ ...atPlace(of), clipboard: { text: '行政许可\t3\n行政处罚\t5' } })],
];

/** The questions that a server advertises that it answers. */
export const advertised = (capabilities: ServerCapabilities): readonly Question[] =>
  Object.entries(capabilities).flatMap(([key, value]) =>
    value === undefined ? [] : (questions[key as keyof ServerCapabilities] ?? []),
  );

/** What is advertised, but is no request. */
export const noQuestions: readonly string[] = ['positionEncoding', 'textDocumentSync', 'workspace'];
