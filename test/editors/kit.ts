import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { newReport } from '../../service/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an editor's script prints: what the user would have seen. */
export interface Seen {
  readonly diagnostics: readonly {
    readonly line: number;
    /** In characters of the line, which in the fixture are code units. */
    readonly start: number;
    readonly end: number;
    readonly code: string;
    readonly message: string;
  }[];
  readonly completion: readonly string[];
  /** The line after the first completion was taken. */
  readonly completed: string;
  readonly hover: string;
  readonly action: string;
  /** The codes that are left after the action. */
  readonly left: readonly string[];
  readonly text: string;
  /** The kind of file, by its ending. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** A report that is right and tidy: noughts everywhere, and under every heading what must be said there. */
const RIGHT = newReport({ organ: '示范市', year: 2025 })
  .text.replace(/(?<=\|) +(?=\|)/g, blank => '0 '.padStart(blank.length))
  .replace(/^（.）.*$/gm, '$&\n　　无')
  .replace(/^五、.*$/m, '$&\n　　栏目更新还不够及时，解读材料偏少。下一步明确专人按月更新，重要文件同步解读。')
  .replace(/^六、.*$/m, '$&\n　　本年度没有收取信息处理费，没有其他需要报告的事项。');

/** The same with a wrong total, a misspelt label and a row that is not aligned. */
export const FAULTY = RIGHT.replace('3.危及“三', '3.危机“三').replace(
  /^\| *行政复议.*$/m,
  '| 行政复议 | 1 | 2 | 0 | 0 | 4 |',
);

/** The line of the fixture, counted from nought, that holds these words. */
export const lineOf = (words: string): number => FAULTY.split('\n').findIndex(line => line.includes(words));

/** The configuration that docs/editors.md gives in a language, the `nth` of those. */
export function configuration(language: string, nth = 0): string {
  const blocks = readFileSync(path.join(root, 'docs/editors.md'), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  const found = [...blocks].filter(([, name]) => name === language)[nth]?.[2];
  assert.ok(found !== undefined, `docs/editors.md has no ${language} block ${nth}`);
  return found;
}

/** Whether an editor is there. Where it is not, its tests are left out, but never in continuous integration. */
export function canRun(editor: string, ...argv: string[]): boolean {
  const there = spawnSync(editor, argv, { stdio: 'ignore', timeout: 20_000 }).status === 0;
  assert.ok(there || !process.env.CI, `${editor} is missing; in continuous integration its tests must run`);
  // eslint-disable-next-line no-console -- nobody should believe that these tests ran
  if (!there) console.warn(`\n!!! ${editor} is missing: its tests DO NOT RUN. See .ci/run for what to install.\n`);
  return there;
}

/** A home of its own for an editor, with the fixture in it and with `nianbao` on the path. */
export class Home {
  readonly path = mkdtempSync(path.join(tmpdir(), 'nianbao-editor-'));

  constructor() {
    for (const bundle of ['cli.js', 'server.js']) {
      assert.ok(existsSync(path.join(root, 'dist', bundle)), `dist/${bundle} is missing: npm run build`);
    }
    this.write('2025.年报', FAULTY);
    const cli = path.join(root, 'dist/cli.js');
    chmodSync(this.write('bin/nianbao', `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`), 0o755);
  }

  write(name: string, content: string): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Runs the editor with a script of this folder, and reads what the script printed. */
  async run(editor: string, argv: readonly string[]): Promise<Seen> {
    const env = {
      ...process.env,
      PATH: `${path.join(this.path, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      HOME: this.path,
      XDG_CONFIG_HOME: path.join(this.path, 'config'),
      XDG_DATA_HOME: path.join(this.path, 'data'),
      XDG_STATE_HOME: path.join(this.path, 'state'),
      XDG_CACHE_HOME: path.join(this.path, 'cache'),
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
    };
    const child = spawn(editor, argv, { cwd: this.path, env, timeout: 60_000 });
    child.stdin.end();
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const line = [...out.split('\n'), ...err.split('\n')].find(one => one.startsWith('{"'));
    assert.ok(line !== undefined, `${editor} printed no result:\n${out}\n${err}`);
    const seen = JSON.parse(line) as Seen & { failed?: string };
    assert.equal(seen.failed, undefined);
    return seen;
  }
}

/** A script of this folder. */
export const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
