import { EXPORT, IMPORT, MISSING_ROW, PASTE, PREVIEW, STATUS } from './protocol.ts';

/**
 * What a value must be for a handler to read it: of a kind, a list of such, or an object with such members. A member
 * whose name ends with `?` may be absent or null. What a handler does not read is not looked at, so that a client that
 * is ahead of us, or behind, is not refused for it.
 */
type Shape = keyof typeof kinds | readonly [Shape] | { readonly [name: string]: Shape };

const kinds = {
  any: () => true,
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  integer: Number.isInteger,
  natural: value => Number.isInteger(value) && (value as number) >= 0,
} satisfies Record<string, (value: unknown) => boolean>;

const position = { line: 'natural', character: 'natural' } as const;
const range = { start: position, end: position } as const;
const address = { uri: 'string' } as const;
const report = { textDocument: address } as const;
const atPlace = { ...report, position } as const;
const inRange = { ...report, range } as const;

const expected: Readonly<Record<string, Shape>> = {
  initialize: {
    capabilities: { 'general?': { 'positionEncodings?': ['string'] } },
    'workspaceFolders?': [address],
    'rootUri?': 'string',
  },
  'textDocument/didOpen': { textDocument: { ...address, version: 'integer', text: 'string' } },
  'textDocument/didChange': {
    textDocument: { ...address, version: 'integer' },
    contentChanges: [{ 'range?': range, text: 'string' }],
  },
  'textDocument/didClose': report,
  'workspace/didChangeWatchedFiles': { changes: [address] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [address], removed: [address] } },
  'textDocument/completion': atPlace,
  'completionItem/resolve': { label: 'string' },
  'textDocument/signatureHelp': atPlace,
  'textDocument/hover': atPlace,
  'textDocument/inlayHint': inRange,
  'textDocument/codeAction': { ...inRange, context: { 'diagnostics?': [{ range }], 'only?': ['string'] } },
  'textDocument/codeLens': report,
  'textDocument/formatting': report,
  'textDocument/rangeFormatting': inRange,
  'textDocument/onTypeFormatting': { ...atPlace, ch: 'string' },
  'textDocument/documentSymbol': report,
  'textDocument/foldingRange': report,
  'textDocument/selectionRange': { ...report, positions: [position] },
  'textDocument/documentHighlight': atPlace,
  'textDocument/definition': atPlace,
  'textDocument/references': { ...atPlace, context: { includeDeclaration: 'boolean' } },
  'textDocument/prepareRename': atPlace,
  'textDocument/rename': { ...atPlace, newName: 'string' },
  'textDocument/documentLink': report,
  'workspace/symbol': { query: 'string' },
  'textDocument/semanticTokens/full': report,
  'textDocument/semanticTokens/full/delta': { ...report, previousResultId: 'string' },
  'textDocument/semanticTokens/range': inRange,
  'workspace/executeCommand': { command: 'string', 'arguments?': ['any'] },
  'textDocument/diagnostic': { ...report, 'previousResultId?': 'string' },
  'workspace/diagnostic': { previousResultIds: [{ ...address, value: 'string' }] },
  [STATUS]: address,
  [PREVIEW]: address,
  [EXPORT]: { ...address, to: 'string' },
  [MISSING_ROW]: atPlace,
  [PASTE]: { ...atPlace, clipboard: { 'html?': 'string', text: 'string' } },
  [IMPORT]: { 'text?': 'string', 'base64?': 'string' },
};

/** What is wrong with what a method was sent, with the way to it; nothing where its handler can read it. */
export function faultIn(method: string, params: unknown): string | undefined {
  const shape = expected[method];
  return shape && faultOf(params, shape, 'params');
}

function faultOf(value: unknown, shape: Shape, path: string): string | undefined {
  if (typeof shape === 'string') return kinds[shape](value) ? undefined : `${path} is no ${shape}`;
  if (isList(shape)) {
    if (!Array.isArray(value)) return `${path} is no list`;
    return first(value, (one, index) => faultOf(one, shape[0], `${path}[${index}]`));
  }
  if (!isObject(value)) return `${path} is no object`;
  return first(Object.entries(shape), ([named, member]) => {
    const name = named.replace('?', '');
    const given = value[name];
    return named !== name && (given ?? null) === null ? undefined : faultOf(given, member, `${path}.${name}`);
  });
}

function first<T>(list: readonly T[], faultAt: (one: T, index: number) => string | undefined): string | undefined {
  for (const [index, one] of list.entries()) {
    const fault = faultAt(one, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

/** An empty list may be what a client's language makes of an empty object. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.length === 0);
