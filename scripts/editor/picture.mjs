// Takes a picture of a report in the real editor, with the packaged extension installed:
//
//   node scripts/editor/picture.mjs FILE OUT.png [OPTION=VALUE…] [STEP…]
//
// Options: vsix=, size=1280x800, scale=1, theme="Default Light Modern", version=1.117, setting.NAME=JSON.
// Steps, in their order, before the picture is taken: place:LINE:COLUMN, press:KEY, insert:TEXT, command:TITLE,
// open:FILE, wait:SELECTOR, click:SELECTOR, hover:SELECTOR, pause:MILLISECONDS.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { root } from '../steps.mjs';
import { startEditor } from './server.mjs';
import { Workbench } from './workbench.mjs';

const [file, out, ...words] = process.argv.slice(2);
if (out === undefined) throw new Error('FILE and OUT.png are needed');

const options = new Map();
const steps = [];
for (const word of words) {
  const option = /^(vsix|size|scale|theme|version|setting\.[\w.-]+)=(.*)$/su.exec(word);
  if (option) options.set(option[1], option[2]);
  else steps.push(word);
}

const settings = { 'workbench.colorTheme': options.get('theme') ?? 'Default Light Modern' };
for (const [name, value] of options) {
  if (name.startsWith('setting.')) settings[name.slice('setting.'.length)] = JSON.parse(value);
}
const [width, height] = (options.get('size') ?? '1280x800').split('x').map(Number);
const editor = await startEditor({
  folder: dirname(resolve(file)),
  version: options.get('version'),
  vsix: options.get('vsix') ?? newestPackage(),
  settings,
  log: console.error,
});
try {
  const window = { viewport: { width, height }, deviceScaleFactor: Number(options.get('scale') ?? 1) };
  const workbench = await Workbench.open(editor.address([basename(file)]), window);
  try {
    await workbench.find('.editor-instance .view-lines .view-line').click();
    for (const step of steps) await take(workbench, step);
    await workbench.page.waitForTimeout(500);
  } finally {
    // Where a step failed, the picture shows why.
    await workbench.page.screenshot({ path: out });
    await workbench.close();
  }
} finally {
  await editor.stop();
}

/**
 * @param {Workbench} workbench
 * @param {string} step
 */
async function take(workbench, step) {
  const [, name, value] = /^(\w+):(.*)$/su.exec(step) ?? [];
  const ways = {
    place: () => workbench.place(...value.split(':').map(Number)),
    press: () => workbench.press(value),
    insert: () => workbench.insert(value),
    command: () => workbench.command(value),
    open: () => workbench.openFile(value),
    wait: () => workbench.find(value).waitFor(),
    click: () => workbench.find(value).click(),
    hover: () => workbench.find(value).hover(),
    pause: () => workbench.page.waitForTimeout(Number(value)),
  };
  if (ways[name] === undefined) throw new Error(`no such step: ${step}`);
  await ways[name]();
}

/** The package that was made last. */
function newestPackage() {
  const files = readdirSync(root).filter(name => name.endsWith('.vsix'));
  const paths = files.map(name => join(root, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (paths.length === 0) console.error('There is no .vsix; the editor is shown without the extension.');
  return paths[0];
}
