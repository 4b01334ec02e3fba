import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeFile } from '../../../cli/write.ts';
import { inFolder, type Folder } from '../../cli/kit.ts';
import type { Campaign } from '../campaign.ts';

const OLD = '旧'.repeat(50_000);
const WORD = '新';
const NEW = WORD.repeat(70_000);

/** A call of the file system more than these is not made; whoever makes more has to say so here. */
const CALLS = 20;

const BLOWS = ['kill', 'ENOSPC', 'EACCES'] as const;

/** What is there before, and what may become of it. */
const places = [
  { name: 'nothing', existing: 'keep', prepare: () => undefined },
  { name: 'nothing', existing: 'replace', prepare: () => undefined },
  { name: 'a file', existing: 'keep', prepare: ({ write }: Folder) => void write('a', OLD) },
  {
    name: 'a file of mode 640',
    existing: 'replace',
    prepare: ({ write }: Folder) => {
      fs.chmodSync(write('a', OLD), 0o640);
    },
  },
  {
    name: 'a link',
    existing: 'replace',
    prepare: ({ write, file }: Folder) => {
      fs.chmodSync(write('real', OLD), 0o640);
      fs.symlinkSync('real', file('a'));
    },
  },
] as const;

export const writing: Campaign = {
  name: 'writing',
  promise:
    'A file is entirely old or entirely new whenever its writer is killed or refused; its mode and its link stay, and nothing is left beside it',
  unit: 'strokes: each call of the file system, killed and refused',
  seeds: { short: 0, normal: CALLS * BLOWS.length * places.length, deep: CALLS * BLOWS.length * places.length },
  patience: 20,
  attempt(seed) {
    const place = places[seed % places.length]!;
    const blow = BLOWS[Math.floor(seed / places.length) % BLOWS.length]!;
    const call = 1 + Math.floor(seed / places.length / BLOWS.length);
    return inFolder(async folder => {
      place.prepare(folder);
      const target = folder.file('a');
      const said = await write(target, place.existing, blow, call);
      const now = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : undefined;
      const before = place.name === 'nothing' ? undefined : OLD;
      assert.ok(now === before || (now === NEW && !(before && place.existing === 'keep')), 'neither old nor new');
      if (said) assert.ok(said.calls < CALLS, `${said.calls} calls: raise CALLS`);
      // The next run, whatever it writes, takes away what the killed one left.
      writeFile(folder.file('next'), 'x', 'keep');
      const beside = place.name === 'a link' ? ['real'] : [];
      assert.deepEqual(
        fs.readdirSync(folder.path).sort(),
        [...(now === undefined ? [] : ['a']), ...beside, 'next'].sort(),
      );
      if (before === undefined) return;
      if (place.name === 'a link') assert.ok(fs.lstatSync(target).isSymbolicLink());
      if (place.name !== 'a file') assert.equal(fs.statSync(target).mode & 0o777, 0o640);
    });
  },
};

interface Said {
  readonly calls: number;
  readonly code?: string;
}

const writer = fileURLToPath(new URL('../writer.mjs', import.meta.url));

/** Runs the writer; what it says, if it lives to say anything. */
const write = (target: string, existing: string, blow: string, call: number): Promise<Said | undefined> =>
  new Promise((resolve, reject) => {
    const given = ['--import', 'tsx', writer, target, WORD, existing, blow, String(call)];
    execFile(process.execPath, given, (error, out, complaints) => {
      if (error?.signal === 'SIGKILL') resolve(undefined);
      else if (error) reject(new Error(complaints));
      else resolve(JSON.parse(out) as Said);
    });
  });
