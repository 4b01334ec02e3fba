import ts from 'typescript';
import type { Span } from '../../text/index.ts';
import { faultsAt } from './operators.ts';

/** A fault that can be put into a file. */
export interface Fault {
  /** From the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** The line with the place marked `⟦…⟧`, by which a fault is known when lines come and go above it. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** The declaration that it stands in. */
  readonly unit: Span;
  readonly after: string;
  /** Whether it is a statement that is left out. */
  readonly leaves: boolean;
}

/** A fault with the number by which it is switched on. */
export interface Numbered extends Fault {
  readonly id: number;
}

/** Words for people, which no test holds to the letter: messages, the pages of rules. Type arguments run nowhere. */
const isForReaders = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && ['say', 'Error', 'plural'].includes(node.expression.getText())) ||
  (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) ||
  (ts.isPropertyAssignment(node) && ['example', 'description', 'clause'].includes(node.name.getText())) ||
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

/** Every fault that can be put into a file, in the order of the text. */
export function faultsIn(file: string, text: string): Fault[] {
  const source = parse(file, text);
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    if (isForReaders(node)) return;
    for (const { after, leaves } of faultsAt(node)) faults.push({ ...placeOf(file, source, node), after, leaves });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function placeOf(file: string, source: ts.SourceFile, node: ts.Node): Omit<Fault, 'after' | 'leaves'> {
  const [start, end] = [node.getStart(), node.getEnd()];
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const from = start - character;
  const [code = ''] =
    /.*/.exec(`${source.text.slice(from, start)}⟦${source.text.slice(start, end)}⟧${source.text.slice(end)}`.trim()) ??
    [];
  return { file, line: line + 1, code, start, end, unit: unitOf(node) };
}

/** The statement of the file, or the member of the class, that a node belongs to. */
function unitOf(node: ts.Node): Span {
  const { parent } = node;
  if (ts.isSourceFile(parent) || (ts.isClassDeclaration(parent) && ts.isClassElement(node))) {
    return { start: node.getStart(), end: node.getEnd() };
  }
  return unitOf(parent);
}

/** The text of the file with one fault in it. */
export const withFault = (text: string, { start, end, after }: Fault): string =>
  text.slice(0, start) + (after || ';') + text.slice(end);

/**
 * The text with all of the faults in it, each behind a switch: `$fault(7) ? wrong : right`. So the code is made ready
 * once for all of them.
 */
export function withSwitches(text: string, faults: readonly Numbered[]): string {
  // Outer places open before inner ones and close behind them.
  const opening = [...faults].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces = opening.map(fault => ({ at: fault.start, text: switchTo(fault) }));
  const closing = opening.toReversed().map(({ end, leaves }) => ({ at: end, text: leaves ? '}' : ')' }));
  const all = [...closing, ...pieces].sort((a, b) => a.at - b.at);
  let end = 0;
  const written = all.map(piece => {
    const plain = text.slice(end, piece.at);
    end = piece.at;
    return plain + piece.text;
  });
  return written.join('') + text.slice(end);
}

/** Braces, so that an `else` behind the statement stays with its own `if`. */
const switchTo = ({ id, after, leaves }: Numbered): string =>
  leaves ? `{if (!$fault(${id})) ` : `($fault(${id}) ? (${after}) : `;

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
