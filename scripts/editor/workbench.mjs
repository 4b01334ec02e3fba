/* global document, NodeFilter, Range -- what is evaluated in the page */
import { launchBrowser } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A window of VS Code in a browser, worked as a user would: by keys, mouse and what can be seen. */
export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens a window and waits until it can be used.
   *
   * @param {string} url
   * @param {import('playwright-core').BrowserContextOptions} [options]
   */
  static async open(url, options) {
    const workbench = await Workbench.empty(options);
    await workbench.go(url);
    return workbench;
  }

  /**
   * A window with nothing in it yet.
   *
   * @param {import('playwright-core').BrowserContextOptions} [options]
   */
  static async empty(options) {
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = new Workbench(await context.newPage());
    workbench.page.setDefaultTimeout(30_000);
    workbench.page.setDefaultNavigationTimeout(90_000);
    return workbench;
  }

  /** @param {string} url */
  async go(url) {
    await this.page.goto(url);
    await this.page.waitForSelector('.monaco-workbench');
  }

  /** Closes the window and its browser. */
  async close() {
    await this.page.context().browser()?.close();
  }

  /**
   * The part of the window that matches a selector.
   *
   * @param {string} selector
   * @param {string | RegExp} [hasText]
   */
  find(selector, hasText) {
    return this.page.locator(selector, hasText === undefined ? {} : { hasText }).first();
  }

  /** @param {...string} keys */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Types text that has no keys of its own, as it comes from an input method at the end.
   *
   * @param {string} text
   */
  async insert(text) {
    await this.page.keyboard.insertText(text);
  }

  /**
   * Composes text with an input method: what stands there for a while, and what is chosen at last.
   *
   * @param {readonly string[]} stages
   * @param {string} chosen
   */
  async compose(stages, chosen) {
    const session = await this.page.context().newCDPSession(this.page);
    for (const text of stages) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: chosen });
    await session.detach();
  }

  /**
   * The text of the editor in front, as far as its lines are in view.
   *
   * @returns {Promise<string>}
   */
  async text() {
    const lines = await this.page.locator('.editor-group-container.active .view-lines .view-line').evaluateAll(found =>
      found
        .map(line => ({ top: parseInt(line.style.top), text: line.textContent.replaceAll('\u00a0', ' ') }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n');
  }

  /**
   * The words above which a wavy line of errors or warnings is drawn, read off the places on the screen.
   *
   * @returns {Promise<string[]>}
   */
  async underlined() {
    return this.page.locator('.editor-group-container.active .editor-instance').evaluate(editor => {
      const isWithin = (inner, outer) => {
        const [x, y] = [inner.left + inner.width / 2, inner.top + inner.height / 2];
        return outer.left < x && x < outer.right && outer.top < y && y < outer.bottom;
      };
      const words = new Map();
      const waves = [...editor.querySelectorAll('.squiggly-error, .squiggly-warning')].map(wave =>
        wave.getBoundingClientRect(),
      );
      const texts = document.createTreeWalker(editor.querySelector('.view-lines'), NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (let at = 0; at < text.length; at++) {
          const range = new Range();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const place = range.getBoundingClientRect();
          const wave = waves.find(one => isWithin(place, one));
          if (wave) words.set(wave, (words.get(wave) ?? '') + text.data[at]);
        }
      }
      return waves.map(wave => words.get(wave) ?? '');
    });
  }

  /**
   * The labels of the completions that are offered, as far as they are in view.
   *
   * @returns {Promise<string[]>}
   */
  async suggestions() {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /**
   * Puts the cursor at a place of the editor in front, counted from one, columns in characters.
   *
   * @param {number} line
   * @param {number} [column]
   */
  async place(line, column = 1) {
    // The column that could be said here counts what is drawn, and a Chinese character is two of that.
    await this.ask('Control+g', `:${line}:1`);
    await this.press('Enter');
    await this.find('.editor-group-container.active .monaco-editor.focused').waitFor();
    await this.find('.statusbar-item', `Ln ${line},`).waitFor();
    for (let left = column; left > 1; left--) await this.press('ArrowRight');
  }

  /**
   * Runs a command of the palette by its title.
   *
   * @param {string} title
   */
  async command(title) {
    await this.#choose('F1', `>${title}`, title);
  }

  /**
   * Opens a file of the folder by its name, and waits until what is typed goes into it.
   *
   * @param {string} name
   */
  async openFile(name) {
    await this.#choose('Control+p', name, name);
    await this.find('.tab.active', name).waitFor();
    await this.find('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /**
   * Chooses from the list below the input at the top of the window. The list is of what there was when it opened, and a
   * window that starts goes on adding some; one that is busy may draw the list anew under the click, which is lost then.
   *
   * @param {string} key
   * @param {string} text
   * @param {string} row
   */
  async #choose(key, text, row) {
    const choose = async () => {
      await this.ask(key, text);
      await this.find('.quick-input-list .monaco-list-row', row).click({ timeout: 7000 });
      await this.page.waitForFunction(isChosen, text, { timeout: 7000 });
    };
    await insist(choose, () => this.press('Escape'));
  }

  /**
   * Opens the input at the top of the window by a key, and writes into it. A window that is busy may close it at once by
   * taking the focus back, so that it is opened again.
   *
   * @param {string} key
   * @param {string} text
   */
  async ask(key, text) {
    await insist(async () => {
      await this.press(key);
      await this.fillQuickInput(text, { timeout: 3000 });
    });
  }

  /**
   * Presses a key until what it brings is there: a window that is still starting may not hear it.
   *
   * @param {string} selector
   * @param {string} key
   */
  async bring(selector, key) {
    await insist(async () => {
      await this.press(key);
      await this.find(selector).waitFor({ timeout: 7000 });
    });
  }

  /**
   * Presses keys of which each moves the cursor by way of the extension host, as soon as the one before has.
   *
   * @param {...string} keys
   */
  async walk(...keys) {
    const status = this.find('.statusbar-item', /^Ln \d+/);
    for (const key of keys) {
      // What was typed before shows there a moment later, and must not be taken for the key's doing.
      let before = '';
      for (let now = await status.innerText(); now !== before; now = await status.innerText()) {
        before = now;
        await this.page.waitForTimeout(100);
      }
      await this.press(key);
      await this.page.waitForFunction(
        ([old, found]) => found.innerText !== old,
        [before, await status.elementHandle()],
      );
    }
  }

  /**
   * Writes into the input at the top of the window.
   *
   * @param {string} text
   * @param {{ readonly timeout?: number }} [options]
   */
  async fillQuickInput(text, options = {}) {
    await this.find('.quick-input-widget .quick-input-box input').fill(text, options);
  }
}

/**
 * Does again what a busy window has lost, up to three times.
 *
 * @param {() => Promise<void>} act
 * @param {() => Promise<void>} [undo] what clears away a half of it
 */
async function insist(act, undo) {
  for (let left = 3; ; left--) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await undo?.();
    }
  }
}

/**
 * Whether the input at the top of the window is gone, or asks for something else already.
 *
 * @param {string} text what was in it
 */
function isChosen(text) {
  const widget = document.querySelector('.quick-input-widget');
  return widget?.checkVisibility() !== true || widget.querySelector('.quick-input-box input')?.value !== text;
}
