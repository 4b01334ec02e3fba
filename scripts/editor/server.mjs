// The server of a real VS Code, with a packaged extension installed: the editor is then a page in any browser.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './builds.mjs';

/** A first start without offers, experiments, trackers or other people's extensions: only the report. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'files.autoSave': 'off',
};

const environment = {
  ...process.env,
  // No gallery: nothing is looked up on the network.
  EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  // A VS Code that this one was started from would have its extension host talked to.
  VSCODE_IPC_HOOK_CLI: '',
};

/**
 * @typedef {object} Editor
 * @property {string} url the page with the folder open in it
 * @property {number} port
 * @property {number} pid the process of the server, below which all others are
 * @property {(files: readonly string[], payload?: readonly (readonly [string, string])[]) => string} address the page
 *   with these files of the folder open as well, the last one in front
 * @property {() => string} log what the server has printed
 * @property {string} data the folder of settings, logs and extensions
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server and waits until it listens.
 *
 * @param {object} options
 * @param {string} options.folder what is opened as the workspace
 * @param {'1.100' | '1.117'} [options.version]
 * @param {string} [options.vsix] the extension to install
 * @param {Readonly<Record<string, unknown>>} [options.settings] the user's settings, besides the quiet ones
 * @param {string} [options.data] where settings, logs and extensions are kept; else they go when it stops
 * @param {string} [options.token] what the address must hold to be let in; else everyone on this machine is
 * @param {number} [options.port] a free one unless told
 * @param {readonly string[]} [options.args] more arguments for the server
 * @param {(step: string) => void} [options.log] is told what takes a while
 * @returns {Promise<Editor>}
 */
export async function startEditor({ folder, version = '1.117', vsix, settings, data, token, port, args = [], log }) {
  const program = join(build(version, log), 'out/server-main.js');
  const home = data ?? mkdtempSync(join(tmpdir(), 'nianbao-vscode-'));
  const places = ['--server-data-dir', home, '--extensions-dir', join(home, 'extensions')];
  const run = [...(typeof WebSocket === 'undefined' ? ['--experimental-websocket'] : []), program, ...places];

  writeSettings(join(home, 'data/User'), { ...quietSettings, ...settings });
  if (vsix !== undefined) {
    log?.('installing the extension');
    const install = ['--install-extension', resolve(vsix), '--force'];
    execFileSync(process.execPath, [...run, ...install], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  const door = token === undefined ? ['--without-connection-token'] : ['--connection-token', token];
  const listen = ['--host', '127.0.0.1', '--port', `${port ?? 0}`, '--accept-server-license-terms'];
  const child = spawn(process.execPath, [...run, ...listen, ...door, '--telemetry-level', 'off', ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise(done => child.once('exit', done));
  const listening = new Promise((done, fail) => {
    const hear = chunk => {
      printed += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(printed);
      if (found) done(Number(found[1]));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(code => fail(new Error(`VS Code ended with ${code}\n${printed}`)));
  });
  const at = await listening;

  const path = decodeURIComponent(pathToFileURL(resolve(folder)).pathname);
  const query = token === undefined ? '' : `tkn=${token}&`;
  const url = `http://127.0.0.1:${at}/?${query}folder=${encodeURIComponent(path)}`;
  const remote = file => `vscode-remote://127.0.0.1:${at}${encodeURI(file.startsWith('/') ? file : `${path}/${file}`)}`;
  return {
    url,
    port: at,
    pid: child.pid,
    data: home,
    address: (files, payload = []) => {
      const entries = [...payload, ...files.map(file => ['openFile', remote(file)])];
      return `${url}&payload=${encodeURIComponent(JSON.stringify(entries))}`;
    },
    log: () => printed,
    stop: async () => {
      child.kill();
      await ended;
      if (data === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, unknown>>} settings
 */
function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}
