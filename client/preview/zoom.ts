const LEVELS = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/**
 * How large the sheet is drawn: as wide as the view, unless the buttons, or the wheel with Ctrl held, say otherwise. A
 * pinch of two fingers arrives as such a wheel too.
 */
export class Zoom {
  readonly #sheet: HTMLElement;
  readonly #changed: (level: number | undefined) => void;
  /** Undefined: as wide as the view. */
  #level: number | undefined;

  constructor(sheet: HTMLElement, level: number | undefined, changed: (level: number | undefined) => void) {
    this.#sheet = sheet;
    this.#changed = changed;
    this.#level = level;
    this.#show();
  }

  listen(): void {
    document.querySelector('#smaller')?.addEventListener('click', () => this.#step(-1));
    document.querySelector('#larger')?.addEventListener('click', () => this.#step(1));
    document.querySelector('#fit')?.addEventListener('click', () => this.#set(undefined));
    window.addEventListener('resize', () => this.#show());
    window.addEventListener(
      'wheel',
      event => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#step(event.deltaY < 0 ? 1 : -1);
      },
      { passive: false },
    );
  }

  #step(by: 1 | -1): void {
    const now = this.#level ?? this.#fitting();
    const next = by > 0 ? LEVELS.find(level => level > now) : LEVELS.findLast(level => level < now);
    if (next !== undefined) this.#set(next);
  }

  #set(level: number | undefined): void {
    this.#level = level;
    this.#show();
    this.#changed(level);
  }

  #show(): void {
    const level = this.#level ?? this.#fitting();
    this.#sheet.style.setProperty('zoom', String(level));
    const button = document.querySelector('#fit');
    if (button) button.textContent = `${Math.round(level * 100)}%`;
  }

  /** The largest level at which the whole width is seen; a sheet is never drawn larger than it is on paper unasked. */
  #fitting(): number {
    this.#sheet.style.setProperty('zoom', '1');
    return Math.min(1, (this.#sheet.parentElement?.clientWidth ?? Infinity) / this.#sheet.offsetWidth);
  }
}
