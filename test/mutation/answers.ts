import { readFileSync } from 'node:fs';
import type { Fault } from './faults.ts';

/**
 * Why no test can notice a fault, or why none should. Known by what is written and not by the number of the line, so
 * that it lasts as long as the code that it speaks of.
 */
export interface Answer {
  readonly file: string;
  /** The line with the place marked. */
  readonly code: string;
  /** Left out where nothing that is put there matters. */
  readonly after?: string;
  readonly because: string;
}

/** All that are written. */
export const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as readonly Answer[];

/** The answer to a fault, if one is written. */
export const answerTo = (fault: Fault): Answer | undefined => answers.find(answer => speaksOf(answer, fault));

/** Whether an answer is to this fault. */
export const speaksOf = (answer: Answer, { file, code, after }: Fault): boolean =>
  answer.file === file && answer.code === code && (answer.after === undefined || answer.after === after);
