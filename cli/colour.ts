import { inspect } from 'node:util';
import type { Io, Output } from './io.ts';

/** What may stand out in a report on a terminal. */
export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'gray' | 'bold';

/** Puts a text in a style, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

/** The brush for an output: colours only for a terminal, and never against the user's will. */
export const paintFor = (output: Pick<Output, 'isTTY'>, env: Io['env']): Paint =>
  wantsColour(output, env) ? paint : plain;

// The order of https://no-color.org and of Node itself: what is forced wins, then what is forbidden, then the terminal.
function wantsColour(output: Pick<Output, 'isTTY'>, env: Io['env']): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return output.isTTY === true && env.TERM !== 'dumb';
}

const plain: Paint = (_style, text) => text;

// Not util.styleText: newer versions of it look at the process's own stdout, which is not where a test or an embedder writes.
const paint: Paint = (style, text) => {
  const [on, off] = inspect.colors[style] ?? [0, 0];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};
