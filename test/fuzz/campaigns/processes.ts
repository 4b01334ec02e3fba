import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { formatText } from '../../../service/index.ts';
import { BLANK, inFolder, RIGHT, type Folder } from '../../cli/kit.ts';
import { pick, seeded, type Random } from '../../kit/index.ts';
import type { Campaign } from '../campaign.ts';

/** Written otherwise than the formatter writes it. */
const LOOSE = BLANK.replaceAll('| ', '|   ');
const NEAT = formatText(LOOSE).text;

const FILES = 10_000;
const LARGE = 100 * 1024 * 1024;

/** What a program may take in memory beside what a short run of it takes, in KiB: a part of what it must not read. */
const MOST_MEMORY = 80 * 1024;

/** A part that is tried with one seed. */
type Trial = (folder: Folder, random: Random) => Promise<void>;

/** Tried again with every so manieth seed, at another moment each. */
const often: readonly Trial[] = [interruptedCheck, interruptedFormat, interruptedExport, closedPipe];

/** Tried once. */
const single: readonly Trial[] = [manyFiles, fewHandles, ...large(), endless, fullOutput, closedStreams, ...disks()];

export const processes: Campaign = {
  name: 'processes',
  promise: `The built program ends at once and cleanly when it is interrupted or nobody reads on, checks ${FILES.toLocaleString('en')} files, refuses files above its limit without reading them, and leaves every file whole on a full or read-only disk`,
  unit: 'runs of the program',
  seeds: { short: 0, normal: single.length + 100, deep: single.length + 2_000 },
  patience: 240,
  attempt: seed => {
    const trial = single[seed] ?? often[seed % often.length]!;
    return inFolder(folder => trial(folder, seeded(seed)));
  },
  close: () => fs.rmSync(dist, { recursive: true, force: true }),
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = path.join(tmpdir(), `nianbao-dist-${process.pid}`);

/** The program, built for these trials: what lies in dist/ may be older. */
function program(): string {
  const file = path.join(dist, 'cli.js');
  if (!fs.existsSync(file)) {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, env: { ...process.env, NIANBAO_DIST: dist } });
  }
  return file;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

/** Runs the program; `meddle` does to it what is tried. */
async function run(
  folder: Folder,
  argv: readonly string[],
  meddle: (child: ReturnType<typeof spawn>) => void | Promise<void> = () => undefined,
): Promise<Ended> {
  const begin = performance.now();
  const child = spawn(process.execPath, [program(), ...argv], { cwd: folder.path, stdio: 'pipe' });
  const exit = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const reading = Promise.all([text(child.stdout), text(child.stderr)].map(read => read.catch(() => '')));
  await meddle(child);
  const [[code, signal], [out = '', err = '']] = await Promise.all([exit, reading]);
  return { code, signal, out, err, milliseconds: performance.now() - begin };
}

/** Many reports in a few folders. */
function fill({ write }: Folder, count: number, content: string): string[] {
  return Array.from({ length: count }, (_, number) => write(`${number % 7}/${number}.nianbao`, content));
}

const interrupt =
  (random: Random) =>
  async (child: ReturnType<typeof spawn>): Promise<void> => {
    await sleep(random(700));
    child.kill('SIGINT');
  };

/** Interrupted, or done before; before the program listens, the system ends it. */
function endedCleanly({ code, signal, err }: Ended): void {
  assert.ok(signal === 'SIGINT' || [0, 1, 130].includes(code ?? -1), `${String(signal)} ${String(code)} ${err}`);
  assert.doesNotMatch(err, /^ {4}at |Error/m, err);
}

async function interruptedCheck(folder: Folder, random: Random): Promise<void> {
  fill(folder, 200, LOOSE);
  endedCleanly(await run(folder, ['check', '--format', pick(random, ['text', 'json', 'sarif'])], interrupt(random)));
}

async function interruptedFormat(folder: Folder, random: Random): Promise<void> {
  const files = fill(folder, 200, LOOSE);
  const ended = await run(folder, ['format', '.'], interrupt(random));
  endedCleanly(ended);
  const states = files.map(file => fs.readFileSync(file, 'utf8'));
  for (const state of states) assert.ok(state === LOOSE || state === NEAT, 'neither old nor new');
  if (ended.code === 0) assert.ok(states.every(state => state === NEAT));
  assert.deepEqual(strays(folder), []);
}

async function interruptedExport(folder: Folder, random: Random): Promise<void> {
  const files = fill(folder, 60, RIGHT);
  const to = pick(random, ['docx', 'html', 'json']);
  endedCleanly(await run(folder, ['export', '--to', to, ...files], interrupt(random)));
  const sizes = names(folder)
    .filter(name => name.endsWith(to))
    .map(name => fs.statSync(folder.file(name)).size);
  assert.ok(new Set(sizes).size <= 1, 'the same report makes the same file');
  assert.deepEqual(strays(folder), []);
}

/** As `| head` does: reads some of it and goes. */
async function closedPipe(folder: Folder, random: Random): Promise<void> {
  fill(folder, 150, LOOSE);
  const argv = pick(random, [
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['check'],
    ['format', '--check'],
    ['rules'],
    ['help'],
  ]);
  const wanted = random(3);
  const ended = await run(folder, argv, ({ stdout }) => {
    let pieces = 0;
    if (wanted === 0) stdout?.destroy();
    stdout?.on('data', () => {
      if (++pieces === wanted) stdout.destroy();
    });
  });
  // What was all written before the reader went has ended as ever.
  assert.ok([0, 1, 141].includes(ended.code ?? -1), `${String(ended.code)} ${ended.err}`);
  assert.equal(ended.err.replace(/^\d+ 个文件.*\n|^检查了.*\n/gm, ''), '');
}

/** Ten thousand names of a few reports, most of them short. */
function many(folder: Folder): void {
  const [title] = RIGHT.split('\n', 1);
  const kinds = [RIGHT, LOOSE, '', ...Array.from({ length: 17 }, (_, at) => `${title ?? ''}\n\n一、${at}\n`)];
  const files = kinds.map((content, at) => folder.write(`kinds/${at}.txt`, content));
  for (let number = 0; number < FILES; number++) {
    const home = folder.file(`${number % 100}`);
    if (number < 100) fs.mkdirSync(home);
    fs.linkSync(files[number % files.length]!, path.join(home, `${number}.nianbao`));
  }
}

async function manyFiles(folder: Folder): Promise<void> {
  many(folder);
  const { code, out, err } = await run(folder, ['check', '--format', 'json']);
  assert.equal(code, 1, err);
  const { files } = JSON.parse(out) as { files: { path: string; findings?: unknown[] }[] };
  assert.equal(files.length, FILES);
  const paths = files.map(file => file.path);
  assert.deepEqual(paths, [...paths].sort());
}

/** A system that lets nobody open many files. */
function fewHandles(folder: Folder): Promise<void> {
  many(folder);
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'ulimit -n 40; exec "$0" "$1" check', process.execPath, program()],
    { cwd: folder.path, encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  assert.equal(status, 1, stderr.slice(-500));
  assert.match(stdout, new RegExp(`检查了 ${FILES} 个文件`));
  return Promise.resolve();
}

/** Every way in which a file can come in, each with one that is too large. */
function large(): Trial[] {
  const ways: readonly (readonly [argv: readonly string[], name: string, from?: 'stdin'])[] = [
    [['check', 'a.nianbao'], 'a.nianbao'],
    [['check'], 'a.nianbao'],
    [['check', '-'], 'a.nianbao', 'stdin'],
    [['format', 'a.nianbao'], 'a.nianbao'],
    [['export', 'a.nianbao', '--to', 'html'], 'a.nianbao'],
    [['import', 'a.docx'], 'a.docx'],
    [['import', 'a.txt'], 'a.txt'],
    [['import', '-'], 'a.txt', 'stdin'],
    [['new', '示范市', '2025', '--from', 'a.nianbao'], 'a.nianbao'],
    [['check', 'b.nianbao'], '.nianbaorc.json'],
  ];
  return ways.map(([argv, name, from]) => async folder => {
    folder.write('b.nianbao', RIGHT);
    const file = folder.write(name, '');
    fs.truncateSync(file, LARGE);
    const usual = await memoryOf(folder, ['check', '--version']);
    const { peak, code, err } = await memoryOf(folder, argv, from && file);
    assert.equal(code, 2, err);
    assert.match(err, /超过 ?\d+ ?MiB|超过 \d+ MB|太大/, err);
    assert.ok(peak - usual.peak < MOST_MEMORY, `${argv.join(' ')}: ${(peak - usual.peak) >> 10} MiB`);
  });
}

/** Runs the program and measures what it held at most, in KiB. */
async function memoryOf(
  folder: Folder,
  argv: readonly string[],
  input?: string,
): Promise<{ peak: number; code: number | null; err: string }> {
  const report = 'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS))';
  const hook = `data:text/javascript,${encodeURIComponent(report)}`;
  const child = spawn(process.execPath, ['--import', hook, program(), ...argv], {
    cwd: folder.path,
    stdio: [input === undefined ? 'ignore' : fs.openSync(input, 'r'), 'ignore', 'pipe'],
  });
  const exit = once(child, 'close') as Promise<[number | null]>;
  const [err, [code]] = await Promise.all([text(child.stderr!), exit]);
  return { peak: Number(/peak (\d+)$/.exec(err)?.[1]), code, err };
}

/** What never ends is refused as soon as it is too much. */
async function endless(folder: Folder): Promise<void> {
  for (const argv of [
    ['check', '-'],
    ['format', '-'],
    ['import', '-'],
    ['check', '/dev/zero'],
  ]) {
    const ended = await run(folder, argv, async ({ stdin }) => {
      if (argv.includes('-') && stdin) await pipeline(Readable.from(zeros()), stdin).catch(() => undefined);
    });
    assert.equal(ended.code, 2, ended.err);
    assert.match(ended.err, /超过|太大/);
  }
}

function* zeros(): Generator<Uint8Array> {
  for (;;) yield new Uint8Array(1 << 20);
}

/** A disk that is full is no reason for silence. */
async function fullOutput(folder: Folder): Promise<void> {
  folder.write('a.nianbao', LOOSE);
  const { code, err } = await run(folder, ['new', '示范市', '2025', '-o', '/dev/full']);
  assert.deepEqual([code, err], [2, '/dev/full：磁盘已满\n']);
  const printed = spawnSync(
    'sh',
    ['-c', 'exec "$0" "$1" check --format json > /dev/full', process.execPath, program()],
    {
      cwd: folder.path,
      encoding: 'utf8',
    },
  );
  assert.equal(printed.status, 2, printed.stderr);
  assert.match(printed.stderr, /ENOSPC|磁盘已满/);
  assert.doesNotMatch(printed.stderr, /^ {4}at /m);
}

/** Streams that were never open. */
async function closedStreams(folder: Folder): Promise<void> {
  folder.write('a.nianbao', LOOSE);
  for (const redirection of ['>&-', '2>&-', '<&-', '>&- 2>&- <&-']) {
    for (const command of ['check a.nianbao', 'check -', 'chek', 'format --check a.nianbao']) {
      const shell = `"$0" "$1" ${command} ${redirection}`;
      const ended = spawnSync('sh', ['-c', shell, process.execPath, program()], {
        cwd: folder.path,
        encoding: 'utf8',
        input: RIGHT,
        timeout: 20_000,
      });
      assert.ok([0, 1, 2, 141].includes(ended.status ?? -1), `${command} ${redirection}: ${String(ended.status)}`);
      assert.doesNotMatch(ended.stderr, /^ {4}at /m);
    }
  }
  await Promise.resolve();
}

/** Disks of their own, which take a system that lets us mount them; elsewhere the campaign `writing` stands for them. */
function disks(): Trial[] {
  const script = (options: string, command: string): string =>
    `mount -t tmpfs -o size=64k tmpfs disk && cp loose disk/a.nianbao && ${options} ` +
    `"$0" "$1" ${command} disk/a.nianbao; code=$?; ls -A disk; cmp -s loose disk/a.nianbao && echo whole; exit $code`;
  const kinds = [
    ['dd if=/dev/zero of=disk/ballast bs=4k 2>/dev/null;', '磁盘已满'],
    ['mount -o remount,ro disk;', '所在磁盘只读'],
  ] as const;
  const commands = ['format', 'export --to docx', 'export --to html -o disk/'];
  return kinds.flatMap(([options, complaint]) =>
    commands.map(command => (folder): Promise<void> => {
      if (spawnSync('unshare', ['-m', 'true']).status !== 0) return Promise.resolve();
      folder.write('loose', LOOSE);
      fs.mkdirSync(folder.file('disk'));
      const shell = script(options, `${command} ${command.startsWith('export') ? '--force' : ''}`);
      const ended = spawnSync('unshare', ['-m', 'sh', '-c', shell, process.execPath, program()], {
        cwd: folder.path,
        encoding: 'utf8',
      });
      assert.equal(ended.status, 2, ended.stderr);
      assert.match(ended.stderr, new RegExp(`：${complaint}\n`));
      const left = ended.stdout.split('\n').filter(line => line !== '');
      assert.deepEqual(
        left.filter(line => line !== 'ballast'),
        ['a.nianbao', 'whole'],
      );
      return Promise.resolve();
    }),
  );
}

/** What stands in a folder and below. */
const names = ({ path: folder }: Folder): string[] => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });

const strays = (folder: Folder): string[] => names(folder).filter(name => name.endsWith('.tmp'));
