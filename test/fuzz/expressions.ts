import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { tokens } from '../../grammar/tokens.ts';

const root = new URL('../../', import.meta.url);

/** A regular expression that the program runs. */
export interface Expression {
  /** The file, from the root of the repository, and the line. */
  readonly file: string;
  readonly line: number;
  /** As it is written there. */
  readonly written: string;
  /** Nothing where a part of it is known only when it is made. */
  readonly pattern?: { readonly source: string; readonly flags: string };
}

/** The expressions of the lexer, which are made of pieces. */
export const expressionsOfLexer = (): Expression[] =>
  Object.values(tokens).flatMap(({ name, PATTERN }) =>
    PATTERN instanceof RegExp
      ? [{ file: 'grammar/tokens.ts', line: 0, written: name, pattern: { source: PATTERN.source, flags: 'y' } }]
      : [],
  );

/** The expressions in the code of a room. */
export function expressionsIn(room: string): Expression[] {
  return readdirSync(new URL(`${room}/`, root), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${room}/${name.replaceAll('\\', '/')}`)
    .sort()
    .flatMap(expressionsOf);
}

function expressionsOf(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = constantsOf(source);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    const pattern = patternOf(node, constants);
    if (pattern !== 'none') {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ file, line, written: node.getText(), ...(pattern && { pattern }) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a node makes an expression of; nothing where only the running program knows, `none` where it makes none. */
function patternOf(node: ts.Node, constants: Constants): Expression['pattern'] | 'none' {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return 'none';
  if (node.expression.getText() !== 'RegExp') return 'none';
  const [source, flags = ''] = (node.arguments ?? []).map(argument => textOf(argument, constants));
  return source === undefined ? undefined : { source, flags };
}

type Constants = ReadonlyMap<string, ts.Expression>;

function constantsOf(source: ts.SourceFile): Constants {
  const declared = source.statements.filter(ts.isVariableStatement).flatMap(one => one.declarationList.declarations);
  return new Map(
    declared.flatMap(({ name, initializer }) =>
      initializer && ts.isIdentifier(name) ? [[name.text, initializer] as const] : [],
    ),
  );
}

/** The text that is written out, with the file's own constants put in. */
function textOf(node: ts.Expression, constants: Constants): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text);
    return constant && textOf(constant, constants);
  }
  if (!ts.isTemplateExpression(node)) return undefined;
  let text = node.head.text;
  for (const { expression, literal } of node.templateSpans) {
    const piece = textOf(expression, constants);
    if (piece === undefined) return undefined;
    text += piece + literal.text;
  }
  return text;
}

/** The expressions in what editors are given, in JavaScript's writing. */
export function expressionsOfEditors(): Expression[] {
  const found: Expression[] = [];
  for (const file of ['syntaxes/nianbao.tmLanguage.json', 'language-configuration.json', 'package.json']) {
    const visit = (value: unknown, key: string): void => {
      if (typeof value === 'string' && /^(?:match|begin|end|pattern|(?:before|after|previousLine)Text)$/.test(key)) {
        // Where the search stands is where JavaScript's begins.
        const source = value.replace(/\\x\{([\da-f]{4})\}/g, '\\u$1').replace(/\\[GA]/g, '^');
        found.push({ file, line: 0, written: value, pattern: { source, flags: 'u' } });
      } else if (typeof value === 'object' && value) for (const [name, one] of Object.entries(value)) visit(one, name);
    };
    visit(JSON.parse(readFileSync(new URL(file, root), 'utf8')), '');
  }
  return found;
}
