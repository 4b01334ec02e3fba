import type { SemanticTokens } from 'vscode-languageserver/node';
import type { Position } from '../../text/index.ts';

/** How a client counts the characters of a line. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** How long a piece of text is, counted in the plainest way. */
export function lengthOf(piece: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return piece.length;
  return encoding === 'utf-8' ? Buffer.byteLength(piece) : Array.from(piece).length;
}

/** Every position in a value, which is counted in UTF-16, counted otherwise. */
export function counted(value: unknown, encoding: Encoding, lines: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(one => counted(one, encoding, lines));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) {
    const { line, character } = value as Position;
    return { line, character: lengthOf((lines[line] ?? '').slice(0, character), encoding) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, counted(one, encoding, lines)]));
}

/** What a client that counts like this takes each token to stand on. */
export function wordsOf({ data }: SemanticTokens, encoding: Encoding, lines: readonly string[]): string[] {
  const words: string[] = [];
  let [line, start] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    [line, start] = [line + data[i]!, data[i]! > 0 ? data[i + 1]! : start + data[i + 1]!];
    const [from, to] = [start, start + data[i + 2]!];
    const whole = lines[line]!;
    if (encoding === 'utf-16') words.push(whole.slice(from, to));
    else if (encoding === 'utf-8') words.push(Buffer.from(whole).subarray(from, to).toString());
    else words.push(Array.from(whole).slice(from, to).join(''));
  }
  return words;
}
