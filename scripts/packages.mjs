/**
 * The packages whose code may be shipped with ours: under which licence, and what for. The build fails over any other,
 * so that none comes in by the way; test/package.test.ts says which are listed for nothing.
 *
 * @type {Readonly<Record<string, { readonly licence: string, readonly use: string }>>}
 */
export const packages = {
  chevrotain: { licence: 'Apache-2.0', use: 'lexer and parser' },
  '@chevrotain/cst-dts-gen': { licence: 'Apache-2.0', use: 'chevrotain' },
  '@chevrotain/gast': { licence: 'Apache-2.0', use: 'chevrotain' },
  '@chevrotain/utils': { licence: 'Apache-2.0', use: 'chevrotain' },
  'get-east-asian-width': { licence: 'MIT', use: 'columns that line up' },
  'jsonc-parser': { licence: 'MIT', use: 'settings with comments' },
  picomatch: { licence: 'MIT', use: 'patterns of paths' },
  fflate: { licence: 'MIT', use: 'Word documents, which are archives' },
  saxes: { licence: 'ISC', use: 'what is in Word documents' },
  xmlchars: { licence: 'MIT', use: 'saxes' },
  parse5: { licence: 'MIT', use: 'web pages' },
  entities: { licence: 'BSD-2-Clause', use: 'parse5' },
  'vscode-jsonrpc': { licence: 'MIT', use: 'messages between editor and server' },
  'vscode-languageserver-types': { licence: 'MIT', use: 'names of the protocol' },
  'vscode-languageclient': { licence: 'MIT', use: 'the extension’s side of the protocol' },
  'vscode-languageserver-protocol': { licence: 'MIT', use: 'vscode-languageclient' },
  'vscode-languageserver-textdocument': { licence: 'MIT', use: 'vscode-languageclient' },
  minimatch: { licence: 'BlueOak-1.0.0', use: 'vscode-languageclient' },
  'brace-expansion': { licence: 'MIT', use: 'minimatch' },
  'balanced-match': { licence: 'MIT', use: 'minimatch' },
  semver: { licence: 'ISC', use: 'vscode-languageclient' },
};
