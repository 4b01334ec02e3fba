// VS Code as a page and nothing else: no server behind it, extensions in the browser's worker, as on vscode.dev.
import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from './builds.mjs';
import { quietSettings } from './server.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves the page and waits until it can be opened.
 *
 * @param {object} options
 * @param {string} options.folder what is opened as the workspace, `host:/` in the editor
 * @param {'1.117' | '1.137'} [options.version]
 * @param {string} [options.extension] the folder of the extension, as it is in a .vsix
 * @param {string} [options.tests] a folder that is an extension under development
 * @param {string} [options.testsPath] the script of that folder that runs the tests
 * @param {Readonly<Record<string, unknown>>} [options.settings]
 * @param {string} [options.locale] such as `zh-cn`, for which only the newest has texts
 * @param {(step: string) => void} [options.log]
 */
export async function startWebEditor({
  folder,
  version = '1.137',
  extension,
  tests,
  testsPath,
  settings,
  locale,
  log,
}) {
  const program = build(version, log);
  const files = resolve(folder);
  const mounts = {
    '/build/': program,
    '/host-files/': fileURLToPath(new URL('host-files', import.meta.url)),
    ...(extension !== undefined && { '/extension/': resolve(extension) }),
    ...(tests !== undefined && { '/tests/': resolve(tests) }),
  };
  const page = host => pageOf({ program, host, extension, tests, testsPath, settings, locale });

  const server = createServer((request, response) => {
    const send = (code, body = '', type = 'text/plain') => response.writeHead(code, { 'Content-Type': type }).end(body);
    answer(request, send).catch(error => send(error.code === 'ENOENT' ? 404 : 500, String(error)));

    async function answer() {
      const url = new URL(request.url, 'http://localhost');
      const path = decodeURIComponent(url.pathname);
      if (path === '/') return send(200, page(request.headers.host), types['.html']);
      if (path === '/files' || path.startsWith('/files/')) {
        return answerFile(request, within(files, path.slice('/files'.length)), url.search, send);
      }
      const mount = Object.keys(mounts).find(one => path.startsWith(one));
      if (mount === undefined) return send(404);
      const file = within(mounts[mount], path.slice(mount.length));
      const type = types[extname(file)] ?? 'application/octet-stream';
      const patch = patches.find(([name]) => file.endsWith(join(...name.split('/'))))?.[1];
      if (patch) return send(200, patch(await readFile(file, 'utf8')), type);
      const { size } = await stat(file);
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${server.address().port}/`;
  return {
    url,
    /** @param {readonly string[]} names files of the folder to open */
    address: names => `${url}?payload=${encodeURIComponent(JSON.stringify(names.map(opened)))}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

const opened = name => ['openFile', `host:/${encodeURI(name)}`];

/** What a build must be told to run from one origin and without a server of its own. */
const patches = [
  // code-server keeps the user's data with its server.
  [
    'out/vs/workbench/workbench.web.main.internal.js',
    code =>
      code.replace(
        /(get userRoamingDataHome\(\)\{return [\w$]+\([\w$]+\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.)vscodeRemote/,
        '$1vscodeUserData',
      ),
  ],
  // A webview asks for a host name of its own, for which a machine has no name server.
  [
    'webview/browser/pre/index.html',
    code =>
      /parent\.hostname === hostname/.test(code)
        ? code
        : code
            .replace(
              'const hostname = location.hostname;',
              '$& if (new URL(parentOrigin).hostname === hostname) return start(parentOrigin);',
            )
            .replace(/'sha256-[^']+'/g, "'unsafe-inline'"),
  ],
];

/** The page that creates the workbench. */
function pageOf({ program, host, extension, tests, testsPath, settings, locale }) {
  const at = path => ({ scheme: 'http', authority: host, path });
  const origin = `http://${host}`;
  const code = `${origin}/build/out`;
  const configuration = {
    productConfiguration: {
      nameShort: 'VS Code',
      nameLong: 'VS Code Web',
      quality: 'stable',
      commit: 'none',
      enableTelemetry: false,
      webEndpointUrlTemplate: `${origin}/build`,
      webviewContentExternalBaseUrlTemplate: `${code}/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: { 'nianbao-tests.host-files': ['fileSearchProvider'] },
    },
    additionalBuiltinExtensions: [at('/host-files'), ...(extension === undefined ? [] : [at('/extension')])],
    configurationDefaults: { ...quietSettings, ...settings },
    ...(isOfCodeServer(program) && {
      userDataPath: '/',
      isEnabledCoderGettingStarted: false,
      isEnabledFileDownloads: false,
      isEnabledFileUploads: false,
    }),
    ...(tests !== undefined && {
      developmentOptions: { extensions: [at('/tests')], extensionTestsPath: at(`/tests/${testsPath}`) },
    }),
  };
  const words = locale === undefined ? '/build/out/nls.messages.js' : `/build/nls/${locale}/nls.messages.js`;
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <link rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.internal.css">
  </head>
  <body aria-label="">
    <script src="${words}"></script>
    <script>globalThis._VSCODE_FILE_ROOT = ${JSON.stringify(`${code}/`)};</script>
    <script type="module">
      import { create, URI } from '/build/out/vs/workbench/workbench.web.main.internal.js';
      const payload = JSON.parse(new URL(location.href).searchParams.get('payload') ?? '[]');
      create(document.body, {
        ...${JSON.stringify(configuration).replaceAll('<', '\\u003c')},
        workspaceProvider: {
          trusted: true,
          workspace: { folderUri: URI.parse('host:/') },
          payload,
          open: async () => false,
        },
      });
    </script>
  </body>
</html>`;
}

const isOfCodeServer = program => /code-server/.test(readFileSync(join(program, 'package.json'), 'utf8').slice(0, 200));

/**
 * What the file system of the page asks of the folder.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {string} file
 * @param {string} question
 * @param {(code: number, body?: string | Buffer, type?: string) => void} send
 */
async function answerFile(request, file, question, send) {
  if (request.method === 'PUT') await writeFile(file, await buffer(request));
  else if (request.method === 'POST') await mkdir(file, { recursive: true });
  else if (request.method === 'DELETE') await rm(file, { recursive: true });
  else if (question === '?stat') {
    const found = await stat(file);
    const { ctimeMs: ctime, mtimeMs: mtime, size } = found;
    return send(200, JSON.stringify({ type: found.isDirectory() ? 2 : 1, ctime, mtime, size }));
  } else if (question === '?list') {
    const entries = await readdir(file, { withFileTypes: true });
    return send(200, JSON.stringify(entries.map(entry => [entry.name, entry.isDirectory() ? 2 : 1])));
  } else if (question === '?walk') {
    const entries = await readdir(file, { withFileTypes: true, recursive: true });
    const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
    return send(200, JSON.stringify(paths.map(path => relative(file, path).split(sep).join('/'))));
  } else return send(200, await readFile(file), 'application/octet-stream');
  return send(200);
}

/** The path inside a folder; a way out of it is as good as a file that is not there. */
function within(folder, path) {
  const file = join(folder, path);
  if (file === folder || file.startsWith(folder + sep)) return file;
  throw Object.assign(new Error(path), { code: 'ENOENT' });
}
