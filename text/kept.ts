/**
 * What was worked out about an object, kept on the object itself, where only this looks for it.
 *
 * A WeakMap says the same, but V8 collects young objects without asking whether the keys of a WeakMap are alive, and
 * copies all that its values hold. With what is worked out at every keystroke that made each collection four times as
 * long. A WeakMap is for keys that live as long as the program.
 */
export class Kept<Key extends object, Value> {
  readonly #name = Symbol('kept');

  get(key: Key): Value | undefined {
    return (key as Slots<Value>)[this.#name];
  }

  set(key: Key, value: Value): void {
    const slots = key as Slots<Value>;
    if (this.#name in slots) slots[this.#name] = value;
    // A copy of the object, and who compares it with another, must not see it.
    else Object.defineProperty(slots, this.#name, { value, writable: true });
  }
}

type Slots<Value> = Record<symbol, Value | undefined>;
