import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { withSwitches, type Numbered } from './faults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The tests that ask the rooms themselves: those that start processes or editors would take minutes for each fault. */
const FOLDERS = ['text', 'grammar', 'model', 'rules', 'convert', 'corpus'];

/** Tests that try the same thing ten thousand times. */
const LONG = ['grammar/any-text.test.ts', 'convert/import-hostile.test.ts', 'rules/right.test.ts'];

/** Those tests and the code under them as one script, with all of the faults in it, each behind its switch. */
export async function bundle(faults: readonly Numbered[]): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: testFiles()
        .map(file => `import './${file}';`)
        .join('\n'),
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['typescript'],
    // The manifest says that no file does anything by being loaded, which is not so of tests.
    ignoreAnnotations: true,
    charset: 'utf8',
    write: false,
    logLevel: 'error',
    plugins: [switches(faults)],
  });
  return outputFiles[0]?.text ?? '';
}

function testFiles(): string[] {
  return FOLDERS.flatMap(folder =>
    readdirSync(`${root}/test/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      name => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
    .filter(name => name.endsWith('.test.ts') && !LONG.includes(name))
    .sort()
    .map(name => `test/${name}`);
}

const switches = (faults: readonly Numbered[]): esbuild.Plugin => ({
  name: 'switches',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const file = relative(root, path);
      const text = withSwitches(
        await readFile(path, 'utf8'),
        faults.filter(fault => fault.file === file),
      );
      const said = file.endsWith('.test.ts') ? `$room(${JSON.stringify(file.split(sep)[1])});${text}` : text;
      // A test finds its files by where it stands, which is not where the script does.
      const contents = said.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: 'ts' };
    });
  },
});
