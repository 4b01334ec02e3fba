import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What a headless Chromium does not need, and must not do, to show a page of this machine. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters in shades of grey, so that pictures of them are small and look alike everywhere.
  '--disable-lcd-text',
];

/** The Chromium of this machine: what CHROMIUM names, or the first on the path. */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [process.env.CHROMIUM, ...names.flatMap(name => folders.map(folder => join(folder, name)))];
  return candidates.find(file => file !== undefined && canRun(file));
}

/** Starts it without a window. */
export function launchBrowser() {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium on the path; CHROMIUM can name one.');
  return chromium.launch({ executablePath, args });
}

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
