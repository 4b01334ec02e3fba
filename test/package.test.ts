import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Under which licences others' code may be shipped with ours. */
const LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

/** Every file below a folder, by its path from there. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

describe('package', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
  const build = (name: string): string => {
    const to = join(folder, name);
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, env: { ...process.env, NIANBAO_DIST: to } });
    return to;
  };
  let [first, second] = ['', ''];

  before(() => ([first, second] = [build('first'), build('second')]));
  after(() => rmSync(folder, { recursive: true }));

  it('is the same bytes whenever it is built', () => {
    assert.deepEqual(filesIn(second), filesIn(first));
    for (const file of filesIn(first)) {
      assert.ok(readFileSync(join(first, file)).equals(readFileSync(join(second, file))), file);
    }
  });

  it('names every package in it, with a licence that is allowed and its notice', () => {
    const { components } = JSON.parse(readFileSync(join(first, 'bom.json'), 'utf8')) as { components: Component[] };
    const notices = readFileSync(join(first, 'licenses.txt'), 'utf8');
    assert.ok(components.length > 10);
    for (const { name, version, purl, licenses } of components) {
      const [licence = ''] = licenses.map(({ license }) => license.id);
      assert.ok(LICENCES.includes(licence), `${name}: ${licence}`);
      assert.match(purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
      assert.ok(notices.includes(`\n${name} ${version} (${licence})\n`), name);
    }
  });

  it('holds programs, pages and schemas, and nothing of what only developers need', () => {
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
  });

  it('holds no path of the machine that it was built on and no map', () => {
    for (const file of filesIn(first)) {
      const text = readFileSync(join(first, file), 'utf8');
      assert.ok(!text.includes(root) && !text.includes(folder), file);
      assert.doesNotMatch(text, /\/\/# sourceMappingURL=/, file);
    }
  });
});
