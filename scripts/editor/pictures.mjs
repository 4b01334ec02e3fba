// Makes the pictures of docs/images/ in the real editor, with the package made last: `node scripts/editor/pictures.mjs`.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../steps.mjs';
import { shrink } from './png.mjs';
import { startEditor } from './server.mjs';
import { Workbench } from './workbench.mjs';

const FAULTY = 'faulty.nianbao';
const faulty = readFileSync(join(root, 'examples', FAULTY), 'utf8').split('\n');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where some words stand, counted from one. */
const lineOf = words => faulty.findIndex(line => line.includes(words)) + 1;

/** What is shown, by the name of its picture. */
const scenes = {
  overview: async window => {
    await window.command('Nianbao: Open Preview to the Side');
    await window.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('table')
      .last()
      .waitFor();
    await window.find('.tab', FAULTY).click();
    await window.place(lineOf('| 四、结转下年度继续办理'));
  },
  mend: async window => {
    const line = lineOf('1.本机关不掌握相关政府信息');
    await window.place(line, faulty[line - 1].indexOf('28') + 1);
    await window.press('Control+.');
    await window.find('.action-widget .monaco-list-row.action').waitFor();
  },
  completion: async window => {
    await window.place(lineOf('全年新收政府信息公开申请'));
    await window.press('End');
    await window.insert('其中自然人{');
    await window.press('Control+Space');
    await window.suggestions();
  },
};

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
cpSync(join(root, 'examples'), folder, { recursive: true });
mkdirSync(join(root, 'docs/images'), { recursive: true });
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'editor.fontSize': 12,
};
const editor = await startEditor({ folder, vsix: join(root, `${name}-${version}.vsix`), settings, log: console.error });
try {
  for (const [scene, prepare] of Object.entries(scenes)) await take(scene, prepare);
} finally {
  await editor.stop();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} scene
 * @param {(window: Workbench) => Promise<void>} prepare
 */
async function take(scene, prepare) {
  const window = await Workbench.open(editor.address([FAULTY]), { viewport: { width: 1360, height: 720 } });
  try {
    await window.find('.statusbar-item', 'to mend').waitFor({ timeout: 60_000 });
    await window.press('Control+b');
    await prepare(window);
    // What fades in has done so.
    await window.page.waitForTimeout(1000);
    const path = join(root, 'docs/images', `${scene}.png`);
    const picture = shrink(await window.page.screenshot());
    writeFileSync(path, picture);
    console.log(`${path} ${Math.round(picture.length / 1000)} kB`);
  } finally {
    await window.close();
  }
}
