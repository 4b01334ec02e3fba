import assert from 'node:assert/strict';
import { comparePositions, editsConflict, type Position, type Range, type TextLines } from '../../text/index.ts';

/** Where an answer's places lie: the text at an address, if the client has it open. */
export type TextAt = (uri: string) => TextLines | undefined;

/**
 * Every place in an answer lies in the text that it is of and cuts no character in two; ranges do not end before they
 * begin, lie in those that are said to hold them, and no two edits of one list are of the same piece.
 */
export function assertSound(method: string, answer: unknown, uri: string, textAt: TextAt): void {
  const fault =
    faultIn(answer, uri, textAt, '') ?? (isTokens(answer) ? tokenFault(answer.data, textAt(uri)) : undefined);
  assert.equal(fault, undefined, `${method}${fault}`);
}

type Fields = Readonly<Record<string, unknown>>;

function faultIn(value: unknown, uri: string, textAt: TextAt, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    return overlapIn(value, path) ?? firstFault(value, (one, index) => faultIn(one, uri, textAt, `${path}[${index}]`));
  }
  const fields = value as Fields;
  if (isPosition(fields)) return placeFault(fields, textAt(uri), path);
  if (isRange(fields) && comparePositions(fields.start, fields.end) > 0) return `${path}: ends before it begins`;
  const own = addressIn(fields) ?? uri;
  return (
    outsideIn(fields, path) ??
    firstFault(Object.entries(fields), ([name, one]) =>
      faultIn(
        one,
        name === 'originSelectionRange' ? uri : name.includes('://') ? name : own,
        textAt,
        `${path}.${name}`,
      ),
    )
  );
}

function placeFault({ line, character }: Position, text: TextLines | undefined, path: string): string | undefined {
  if (!text) return undefined;
  const told = `${path} ${line}:${character}`;
  if (line < 0 || line >= text.count) return `${told} is outside the text`;
  const { length } = text.line(line);
  if (character < 0 || character > length) return `${told} is outside its line`;
  return cutsCharacter(text.line(line), character) ? `${told} is inside a character` : undefined;
}

const cutsCharacter = (line: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(line.slice(Math.max(0, at - 1), at + 1));

/** What is said to lie in a range, and does not. */
function outsideIn(fields: Fields, path: string): string | undefined {
  const { range, selectionRange, parent, children, targetRange, targetSelectionRange } = fields;
  const holds = (outer: unknown, inner: unknown): boolean =>
    !isRange(outer) ||
    !isRange(inner) ||
    (comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0);
  if (!holds(range, selectionRange)) return `${path}.selectionRange is outside the range`;
  if (!holds((parent as Fields | undefined)?.range, range)) return `${path}.range is outside its parent`;
  if (!holds(targetRange, targetSelectionRange)) return `${path}.targetSelectionRange is outside the range`;
  const inside = (Array.isArray(children) ? (children as Fields[]) : []).every(child => holds(range, child.range));
  return inside ? undefined : `${path}.children are outside the range`;
}

function overlapIn(list: readonly unknown[], path: string): string | undefined {
  const edits = list.flatMap(one => (isEdit(one) ? [{ range: one.range, text: one.newText }] : []));
  const overlap = edits.some((one, index) => edits.slice(index + 1).some(other => editsConflict(one, other)));
  return overlap ? `${path}: edits that overlap` : undefined;
}

/** Colours follow each other, and none goes past its line or begins or ends inside a character. */
function tokenFault(data: readonly number[], text: TextLines | undefined): string | undefined {
  let [line, start, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0] = data.slice(at, at + 3);
    [line, start] = [line + lines, lines > 0 ? columns : start + columns];
    if (lines === 0 && start < end) return `: token ${at / 5} overlaps`;
    end = start + length;
    const fault = [start, end]
      .map(character => placeFault({ line, character }, text, `: token ${at / 5}`))
      .find(Boolean);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function firstFault<T>(list: readonly T[], faultOf: (one: T, index: number) => string | undefined): string | undefined {
  for (const [index, one] of list.entries()) {
    const fault = faultOf(one, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const isTokens = (value: unknown): value is { data: readonly number[] } =>
  typeof value === 'object' && value !== null && Array.isArray((value as Fields).data);

const isPosition = (value: unknown): value is Position & Fields =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Fields).line === 'number' &&
  typeof (value as Fields).character === 'number';

const isRange = (value: unknown): value is Range & Fields =>
  typeof value === 'object' &&
  value !== null &&
  isPosition((value as Fields).start) &&
  isPosition((value as Fields).end);

const isEdit = (value: unknown): value is { range: Range; newText: string } =>
  typeof value === 'object' && value !== null && isRange((value as Fields).range) && 'newText' in value;

function addressIn({ uri, targetUri, textDocument }: Fields): string | undefined {
  const named = [uri, targetUri, (textDocument as Fields | undefined)?.uri];
  return named.find((one): one is string => typeof one === 'string');
}
