// `npm start`: installs, builds, and opens VS Code with the extension and the examples in the browser. `--desktop` opens
// the desktop's own `code` instead, `--no-open` only prints the address, `--port N` sets it, and `--check` shows on the
// command line what is wrong with the examples.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, node, root } from './steps.mjs';

const CHECKED = `
接下来 / What next
  npm start                              在浏览器里打开 VS Code / VS Code in the browser
  node dist/cli.js new 示范市 2025       一份空白报告 / a blank report
  node dist/cli.js check 文件.nianbao    检查自己的报告 / check a report of your own
  node dist/cli.js --help                全部命令 / all commands
`;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string' },
  },
});

process.exitCode = values.check ? check() : await open();

function check() {
  const failed = install() || node('scripts/build.mjs');
  if (failed) return failed;
  // Findings are what the faulty example is for; only a check that could not run is a failure.
  const code = node('dist/cli.js', 'check', 'examples/');
  if (code > 1) return code;
  console.log(CHECKED);
  return 0;
}

async function open() {
  const failed = node('scripts/package.mjs');
  if (failed) return failed;
  const { name, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const extension = resolve(root, `${name}-${version}.vsix`);
  const folder = copyExamples();
  return values.desktop ? openDesktop(extension, folder) : openBrowser(extension, folder);
}

/** A copy to be written in; what was changed in it stays. */
function copyExamples() {
  const folder = resolve(root, 'out/start/examples');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(resolve(root, 'examples'))) {
    try {
      copyFileSync(resolve(root, 'examples', file), join(folder, file), constants.COPYFILE_EXCL);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  return folder;
}

/**
 * @param {string} extension
 * @param {string} folder
 */
function openDesktop(extension, folder) {
  // On Windows `code` is a script, which only a shell runs; it takes the arguments as they are written.
  const windows = process.platform === 'win32';
  const quoted = windows ? text => `"${text}"` : text => text;
  for (const args of [
    ['--install-extension', quoted(extension), '--force'],
    [quoted(folder), quoted(join(folder, 'faulty.nianbao'))],
  ]) {
    const { status, error } = spawnSync('code', args, { stdio: 'inherit', shell: windows });
    if (error) console.error(`没有找到 code 命令 / There is no command “code” here: ${error.message}`);
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/**
 * @param {string} extension
 * @param {string} folder
 */
async function openBrowser(extension, folder) {
  const { startEditor } = await import('./editor/server.mjs');
  const editor = await startEditor({
    folder,
    vsix: extension,
    data: resolve(root, 'out/start/editor'),
    token: randomBytes(16).toString('hex'),
    ...(values.port !== undefined && { port: Number(values.port) }),
    log: step => console.log(step),
  });
  const address = editor.address(['right.nianbao', 'faulty.nianbao']);
  console.log(`
年报 Nianbao —— 在浏览器里打开 / Open in a browser:

  ${address}

Ctrl+C 结束 / stops it.
`);
  if (!values['no-open']) show(address);
  await new Promise(stop => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal => process.once(signal, stop)));
  await editor.stop();
  return 0;
}

/**
 * Opens the browser where there is one; where there is none, the address above is enough.
 *
 * @param {string} address
 */
function show(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
