import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writeFile } from '../../../cli/write.ts';
import { inFolder, type Folder } from '../../cli/kit.ts';
import type { Campaign } from '../campaign.ts';

const OLD = '旧'.repeat(50_000);
const WORD = '新';
const NEW = WORD.repeat(70_000);

/** Killed before a call and behind it; no room, no right, no disk to write to, a disk that fails. */
const BLOWS = ['kill', 'killed', 'ENOSPC', 'EACCES', 'EROFS', 'EIO'] as const;

/** What is there before, what else stands beside it, and whether it may be written over. */
interface Place {
  readonly before: string | undefined;
  readonly existing: 'keep' | 'replace';
  readonly beside: readonly string[];
  /** So often the file system is called, at most. */
  readonly calls: number;
  readonly mode?: number;
  readonly prepare: (folder: Folder) => void;
}

const old =
  (name: string, mode: number) =>
  ({ write }: Folder): void =>
    fs.chmodSync(write(name, OLD), mode);

const link =
  (name: string, to: string) =>
  ({ file }: Folder): void =>
    fs.symlinkSync(to, file(name));

const both =
  (...makers: readonly ((folder: Folder) => void)[]) =>
  (folder: Folder): void =>
    makers.forEach(make => make(folder));

const [replaced, linked] = [
  { before: OLD, existing: 'replace', calls: 15, mode: 0o640 },
  { before: undefined, existing: 'keep', calls: 13 },
] as const;

const places: readonly Place[] = [
  { before: undefined, existing: 'keep', beside: [], calls: 11, prepare: () => undefined },
  { before: undefined, existing: 'replace', beside: [], calls: 11, prepare: () => undefined },
  { before: OLD, existing: 'keep', beside: [], calls: 2, prepare: old('a', 0o644) },
  { ...replaced, beside: [], prepare: old('a', 0o640) },
  { ...replaced, beside: [], mode: 0o755, prepare: old('a', 0o755) },
  { ...replaced, beside: ['real'], prepare: both(old('real', 0o640), link('a', 'real')) },
  {
    ...replaced,
    beside: ['other', 'real'],
    prepare: both(old('real', 0o640), link('other', 'real'), link('a', 'other')),
  },
  { ...linked, beside: ['real'], prepare: link('a', 'real') },
];

/** Every call of every place, struck in every way; and one more, which does not come. */
const strokes = places.flatMap(place =>
  Array.from({ length: place.calls + 1 }, (_, at) => at + 1).flatMap(call =>
    BLOWS.map(blow => ({ place, call, blow })),
  ),
);

/** Two or more writers of one file, who begin at the same moment. */
const RACES = 20;

export const writing: Campaign = {
  name: 'writing',
  promise:
    'A file is entirely old or entirely new whenever its writer is killed or refused, and whoever else writes it; its mode and its link stay, nothing is overwritten unasked, and the next run leaves nothing beside it',
  unit: 'strokes: each call of the file system, killed and refused, and writers at once',
  seeds: { short: 0, normal: strokes.length + RACES, deep: strokes.length + 50 * RACES },
  patience: 30,
  attempt: seed =>
    inFolder(folder => (seed < strokes.length ? strike(seed, folder) : race(seed - strokes.length, folder))),
  close: () => fs.rmSync(built, { force: true }),
};

async function strike(seed: number, folder: Folder): Promise<void> {
  const { place, call, blow } = strokes[seed]!;
  const { before, existing, beside, mode, calls, prepare } = place;
  prepare(folder);
  const target = folder.file('a');
  const isLink = fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const said = await write(target, WORD, existing, blow, call);
  const now = contentOf(target);
  const mayBeNew = before === undefined || existing === 'replace';
  assert.ok(now === before || (mayBeNew && now === NEW), 'neither old nor new');
  // Who is refused may have more to tidy up.
  if (said && call > calls) assert.ok(said.calls <= calls, `${said.calls} calls`);
  // Who was not stopped has written, or says why not.
  if (said && said.code === undefined) assert.ok(now === NEW);
  // The next run, whatever it writes, takes away what the killed one left.
  writeFile(folder.file('next'), 'x', 'keep');
  const isReal = now !== undefined || beside.length > 1;
  const names = [...(isLink || now !== undefined ? ['a'] : []), ...(isReal ? beside : []), 'next'];
  assert.deepEqual(fs.readdirSync(folder.path).sort(), names.sort());
  assert.equal(fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false, isLink);
  if (mode !== undefined) assert.equal(fs.statSync(target).mode & 0o777, mode);
}

/** Several write one file at once: one of them has written it, and whoever reads it meanwhile reads all of one text. */
async function race(seed: number, folder: Folder): Promise<void> {
  const existing = seed % 2 === 0 ? 'keep' : 'replace';
  const target = folder.file('a');
  if (existing === 'replace') folder.write('a', OLD);
  const words = ['甲', '乙', '丙'];
  const whole = new Set<string | undefined>([existing === 'replace' ? OLD : undefined, ...words.map(textOf)]);
  const state = { isOver: false };
  const reading = (async () => {
    while (!state.isOver) {
      assert.ok(whole.has(contentOf(target)), 'a text in the making');
      await new Promise(setImmediate);
    }
  })();
  const told = await Promise.all(words.map(word => write(target, word, existing, 'none', 0)));
  state.isOver = true;
  await reading;
  const winners = words.filter((_, at) => told[at]?.code === undefined);
  if (existing === 'keep') {
    assert.equal(winners.length, 1, 'the first to come');
    assert.ok(told.every(one => one?.code === undefined || one.code === 'EEXIST'));
  } else assert.equal(winners.length, words.length);
  assert.ok(winners.map(textOf).includes(contentOf(target) ?? ''));
  assert.deepEqual(fs.readdirSync(folder.path), ['a']);
}

const textOf = (word: string): string => word.repeat(70_000);

const contentOf = (file: string): string | undefined =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;

interface Said {
  readonly calls: number;
  readonly code?: string;
}

const writer = fileURLToPath(new URL('../writer.mjs', import.meta.url));
const source = fileURLToPath(new URL('../../../cli/write.ts', import.meta.url));
const built = path.join(tmpdir(), `nianbao-write-${process.pid}.mjs`);

/** A writer that has to be compiled first would take ten times as long to start. */
let compiled: Promise<unknown> | undefined;

/** Runs the writer; what it says, if it lives to say anything. */
async function write(
  target: string,
  word: string,
  existing: string,
  blow: string,
  call: number,
): Promise<Said | undefined> {
  await (compiled ??= build({ entryPoints: [source], outfile: built, bundle: true, platform: 'node', format: 'esm' }));
  const given = [writer, pathToFileURL(built).href, target, word, existing, blow, String(call)];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, given, (error, out, complaints) => {
      if (error?.signal === 'SIGKILL') resolve(undefined);
      else if (error) reject(new Error(complaints));
      else resolve(JSON.parse(out) as Said);
    });
  });
}
