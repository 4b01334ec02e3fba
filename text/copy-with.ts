/**
 * A copy of an object in which some properties are others, or are added. `{ ...one, …changes }` says the same, but V8 gives
 * each object that is written so a hidden class of its own: two hundred bytes more, four times as slow to make, and all
 * code that reads such objects stays slow.
 */
export const copyWith = <One extends object, Changes extends object>(one: One, changes: Changes): One & Changes =>
  Object.assign({}, one, changes);
