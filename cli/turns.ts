/** So many reports are taken at a time: few enough that all threads end together. */
const TURN = 8;

/** A counter that several threads count on with. */
export const sharedCounter = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

/** The reports that one of several threads is to check, from and to a number, until all are taken. */
export function* turnsOf(counter: Int32Array, length: number): Generator<[from: number, to: number]> {
  for (let from; (from = Atomics.add(counter, 0, TURN)) < length;) yield [from, Math.min(from + TURN, length)];
}
