import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { packages } from '../scripts/packages.mjs';
import { RIGHT } from './cli/kit.ts';
import { anything, loadInEditor } from './kit/extension-host.ts';
import { TestClient } from './kit/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly 'bom-ref': string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

/** Every file below a folder, by its path from there. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** What no file that is given away may hold, beside the folders of this machine. */
const SECRETS =
  /sourceMappingURL=|-----BEGIN [A-Z ]*PRIVATE KEY|_authToken|\b(?:ghp|gho|github_pat|npm|glpat)_[A-Za-z0-9_]{20}|\bAKIA[0-9A-Z]{16}\b/;

function holdsNothingOfOurs(name: string, bytes: Uint8Array, ...folders: readonly string[]): void {
  const text = Buffer.from(bytes).toString('latin1');
  const own = [root, homedir(), tmpdir(), ...folders].filter(folder => folder.length > 4 && text.includes(folder));
  assert.deepEqual(own, [], name);
  assert.doesNotMatch(text, SECRETS, name);
}

describe('package', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
  /** The extension and the programs in it, made beside each other. */
  const make = (name: string): string => {
    const to = join(folder, name);
    const env = { ...process.env, NIANBAO_DIST: to };
    execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: root, env, stdio: 'pipe' });
    return to;
  };
  let [first, second] = ['', ''];
  const program = (name: string): string => join(first, name);

  before(() => ([first, second] = [make('first'), make('second')]));
  after(() => rmSync(folder, { recursive: true }));

  it('is the same bytes whenever it is built', () => {
    assert.deepEqual(filesIn(second), filesIn(first));
    for (const file of [...filesIn(first).map(name => `/${name}`), '.vsix']) {
      assert.ok(readFileSync(first + file).equals(readFileSync(second + file)), file);
    }
  });

  it('names every package in it, with the licence that it is allowed for and its notice', () => {
    const bom = JSON.parse(readFileSync(program('bom.json'), 'utf8')) as Record<string, unknown>;
    const components = bom.components as readonly Component[];
    const notices = readFileSync(program('licenses.txt'), 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
    assert.deepEqual([bom.bomFormat, bom.specVersion, bom.version], ['CycloneDX', '1.6', 1]);
    assert.equal(new Set(components.map(component => component['bom-ref'])).size, components.length);
    for (const { name, version, purl, licenses } of components) {
      const licence = packages[name]?.licence;
      assert.deepEqual(licenses, [{ license: { id: licence } }], name);
      assert.match(purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
      const notice = notices.find(one => one.startsWith(`${name} ${version} (${String(licence)})\n`)) ?? '';
      assert.match(notice, /copyright[^]*(?:permission|redistribution|license)[^]{300}/i, name);
    }
    // What is allowed and not there would be allowed for the next who asks.
    const names = new Set(components.map(({ name }) => name));
    assert.deepEqual([...names].sort(), Object.keys(packages).sort());
  });

  it('needs nothing at run time but what is in it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies']) {
      assert.equal(manifest[key], undefined, key);
    }
    const scripts = Object.keys(manifest.scripts as object);
    assert.deepEqual(
      scripts.filter(name => /^(?:pre|post)?(?:install|prepare|uninstall)$/.test(name)),
      [],
    );
    assert.deepEqual(
      Object.keys(JSON.parse(readFileSync(`${first}-extension/package.json`, 'utf8')) as object).filter(key =>
        /dependencies|scripts/i.test(key),
      ),
      [],
    );
  });

  it('for npm holds programs, pages and schemas, and nothing of what only developers need', () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const [packed] = JSON.parse(
      execFileSync('npm', args, {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        shell: process.platform === 'win32',
      }),
    ) as [{ files: { path: string; mode: number }[] }];
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'dist/cli.js',
      'dist/server.js',
      'dist/licenses.txt',
      'dist/bom.json',
      'LICENSE',
      'package.json',
    ]) {
      assert.ok(paths.includes(path), path);
    }
    const allowed =
      /^(?:package\.json|(?:README(?:\.zh-CN)?|CHANGELOG)\.md|LICENSE|dist\/[\w/.-]+\.(?:js|txt|json)|schemas\/[\w.-]+\.json|docs\/[\w/.-]+\.(?:md|svg|png))$/;
    assert.deepEqual(
      paths.filter(path => !allowed.test(path) || /\.map$|(?:^|\/)(?:test|\.)|secret|token/i.test(path)),
      [],
    );
    assert.deepEqual(
      packed.files.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path),
      ['dist/cli.js'],
    );
    for (const path of paths) holdsNothingOfOurs(path, readFileSync(join(root, path)));
  });

  it('for editors holds what is listed, and nothing of what only developers need', () => {
    const files = unzipSync(readFileSync(`${first}.vsix`));
    const inside = Object.keys(files)
      .filter(name => name.startsWith('extension/'))
      .map(name => name.slice('extension/'.length));
    assert.deepEqual(
      Object.keys(files)
        .filter(name => !name.startsWith('extension/'))
        .sort(),
      ['[Content_Types].xml', 'extension.vsixmanifest'],
    );
    const allowed =
      /^(?:package(?:\.nls(?:\.zh-cn)?)?\.json|(?:readme|changelog)\.md|LICENSE\.txt|language-configuration\.json|dist\/bom\.json|dist\/licenses\.txt|dist\/(?:extension-browser|launch|server|server-browser|import-worker|preview)\.js|dist\/extension\.cjs|dist\/chunks\/[\w-]+\.js|docs\/rules\/[\w-]+\.md|examples\/\w+\.nianbao|l10n\/bundle\.l10n\.zh-cn\.json|media\/(?:walkthrough\/)?[\w-]+\.(?:svg|png|css)|(?:schemas|snippets|syntaxes)\/[\w.-]+\.json)$/;
    assert.deepEqual(
      inside.filter(path => !allowed.test(path)),
      [],
    );
    for (const path of ['dist/bom.json', 'dist/licenses.txt', 'LICENSE.txt', 'dist/server.js', 'dist/extension.cjs']) {
      assert.ok(inside.includes(path), path);
    }
    for (const [name, bytes] of Object.entries(files)) holdsNothingOfOurs(name, bytes, folder);
  });

  it('holds no path of the machine that it was built on, no map and no secret', () => {
    for (const file of filesIn(first)) holdsNothingOfOurs(file, readFileSync(program(file)), folder);
  });

  describe('each of its programs loads and answers:', () => {
    it('the command line', () => {
      const run = (args: string[], input = ''): string =>
        execFileSync(process.execPath, [program('cli.js'), ...args], { cwd: folder, input, encoding: 'utf8' });
      assert.match(run(['--version']), /^\d+\.\d+\.\d+\n$/);
      assert.equal(run(['check', '-'], RIGHT), '检查了 1 个文件，没有发现问题\n');
      // In a worker of its own.
      assert.match(run(['import', '-'], '<html><body><p>一、总体情况</p></body></html>'), /一、总体情况/);
    });

    for (const [name, start] of [
      ['server.js', (file: string) => TestClient.spawned(file)],
      ['server-browser.js', (file: string) => TestClient.inWorker(file)],
    ] as const) {
      it(`the language server, ${name}`, async () => {
        const { client, kill } = start(program(name));
        const { capabilities } = await client.begin();
        assert.ok(capabilities.hoverProvider);
        kill();
      });
    }

    for (const name of ['extension.cjs', 'extension-browser.js']) {
      it(`the extension, ${name}`, () => {
        const exported = loadInEditor(readFileSync(program(name), 'utf8'), anything());
        assert.deepEqual(
          ['activate', 'deactivate'].map(one => typeof exported[one]),
          ['function', 'function'],
        );
      });
    }

    it('the page of a preview', () => {
      const told: unknown[] = [];
      const editor = { postMessage: (message: unknown) => told.push(message), getState: () => undefined };
      const scope = { acquireVsCodeApi: () => editor, document: anything(), window: anything() };
      runInContext(readFileSync(program('preview.js'), 'utf8'), createContext(scope));
      assert.deepEqual(JSON.parse(JSON.stringify(told)), [{ kind: 'ready' }]);
    });
  });
});
