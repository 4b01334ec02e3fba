import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { run } from '../../cli/cli.ts';
import type { Io } from '../../cli/io.ts';
import type { CheckedFile, PrinterOptions } from '../../cli/print/printer.ts';
import { rules, type Finding, type Rule } from '../../rules/index.ts';
import { newReport } from '../../service/index.ts';
import { TextLines } from '../../text/index.ts';

/** What a run left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Surroundings of a run that differ from: no terminal, nothing on standard input, an empty environment. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Io['env'];
  readonly cwd?: string;
  readonly columns?: number;
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  /** Called with every piece that is written, before it is taken. */
  readonly onWrite?: (text: string, name: 'out' | 'err') => void;
}

/** Runs the command line in this process. */
export async function nianbao(argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const pieces = { out: '', err: '' };
  const to = (name: keyof typeof pieces): Io['stdout'] => ({
    write: text => {
      around.onWrite?.(text, name);
      pieces[name] += text;
    },
    isTTY: around.terminal ?? false,
    columns: around.columns,
  });
  const code = await run(argv, {
    stdin: streamOf(around.stdin ?? ''),
    stdout: to('out'),
    stderr: to('err'),
    cwd: around.cwd ?? tmpdir(),
    env: around.env ?? {},
    signal: around.signal,
    now: around.now,
  });
  return { code, ...pieces };
}

/** Standard input that holds these bytes, in small pieces as a pipe hands them out. */
// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous whether or not it waits
export async function* streamOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += 7000) yield bytes.subarray(at, at + 7000);
}

/** Runs something as a user who owns nothing: to root no file is forbidden. */
export async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** A folder for one test, with these files in it; `use` removes it afterwards. */
export interface Folder {
  readonly path: string;
  readonly file: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
}

/** Runs a test in an empty folder and removes it. */
export async function inFolder(test: (folder: Folder) => Promise<void> | void): Promise<void> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'nianbao-cli-')));
  chmodSync(root, 0o755);
  const file = (name: string): string => path.join(root, name);
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(path.dirname(file(name)), { recursive: true });
    writeFileSync(file(name), content);
    return file(name);
  };
  try {
    await test({ path: root, file, write });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A blank form: nothing wrong with it but its blank cells. */
export const BLANK = newReport({ organ: '示范市', year: 2025 }).text;

/** A report with nothing wrong: the blank form with a nought in every cell and the least that its sections have to say. */
export const RIGHT = BLANK.replace(/(?<=\|) +(?=\|)/g, ' 0 ')
  .replace(/^（.）.*$/gm, '$&\n　　无')
  .replace(/^五、.*$/m, '$&\n　　部分栏目更新不及时，下一步指定专人按月检查。')
  .replace(/^六、.*$/m, '$&\n　　本年度未收取信息处理费。');

/** A report with errors: its title is gone. */
export const WRONG = '\n';

/** A finding made by hand, at characters of one line. */
export const finding = (line: number, start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'row-total',
  severity: 'error',
  range: { start: { line, character: start }, end: { line, character: end } },
  message: { zh: '应为 13', en: 'should be 13' },
  ...more,
});

/** A checked file made by hand. */
export const checked = (text: string, findings: readonly Finding[], file = 'a.nianbao'): CheckedFile => ({
  path: file,
  absolute: file === '-' ? undefined : path.resolve('/reports', file),
  lines: new TextLines(text),
  findings,
});

/** Options of a printer: plain, Chinese, 80 columns, in /reports. */
export const printing = (more: Partial<PrinterOptions> = {}): PrinterOptions => ({
  locale: 'zh',
  cwd: '/reports',
  env: {},
  paint: (_style, text) => text,
  columns: 80,
  rules,
  ...more,
});

/** A rule by its id. */
export const ruleNamed = (id: string): Rule => rules.find(rule => rule.id === id)!;

/** What a program said until it ended. */
export async function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number | null; out: string; err: string }> {
  const exit = once(child, 'close') as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, out, err };
}
