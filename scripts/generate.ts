/**
 * Writes every generated file. With `--check` it writes nothing, names those that are stale and fails.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** Generated texts by their paths from the root of the repository. */
type Files = ReadonlyMap<string, string>;

/** Each is loaded when the files of those before it are written, since the rules import what is read off the forms. */
const generators: readonly (() => Promise<Files>)[] = [
  async () => (await import('./generate-forms.ts')).generateForms(),
  async () => (await import('./generate-rules.ts')).generateRules(),
  async () => (await import('./generate-manifest.ts')).generateManifest(),
  async () => (await import('./generate-report-schema.ts')).generateReportSchema(),
  async () => (await import('./generate-report-sheet.ts')).generateReportSheet(),
  async () => (await import('./generate-syntax.ts')).generateSyntax(),
  async () => (await import('./generate-snippets.ts')).generateSnippets(),
];

/** Folders that hold nothing but generated files: what no generator makes any more is removed there. */
const ownFolders = ['docs/rules/', 'forms/generated/', 'snippets/', 'syntaxes/'];

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const made = new Set<string>();
let stale = 0;

for (const generate of generators) {
  for (const [path, text] of await generate()) await refresh(path, text);
}
for (const folder of ownFolders) {
  for (const name of await readdir(new URL(folder, root)).catch(() => [])) {
    if (!made.has(folder + name)) await remove(folder + name);
  }
}
if (check && stale > 0) {
  console.log('Run `npm run generate`.');
  process.exitCode = 1;
}

async function refresh(path: string, text: string): Promise<void> {
  made.add(path);
  const file = new URL(path, root);
  const filepath = fileURLToPath(file);
  const pretty = await format(text, { ...(await resolveConfig(filepath)), filepath });
  if ((await readFile(file, 'utf8').catch(() => undefined)) === pretty) return;
  report(path, 'written');
  if (check) return;
  await mkdir(new URL('./', file), { recursive: true });
  await writeFile(file, pretty);
}

async function remove(path: string): Promise<void> {
  report(path, 'removed');
  if (!check) await rm(new URL(path, root), { recursive: true });
}

function report(path: string, done: 'written' | 'removed'): void {
  stale++;
  console.log(`${path} ${check ? 'is stale' : done}`);
}
