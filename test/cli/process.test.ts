import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BLANK, ended, inFolder, RIGHT } from './kit.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const start = (cwd: string, ...argv: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', tsx, main, ...argv], { cwd });

describe('cli: the process', () => {
  it('reads, writes and ends', () =>
    inFolder(async ({ path }) => {
      const child = start(path, 'check', '-');
      child.stdin.end(RIGHT);
      assert.deepEqual(await ended(child), { code: 0, out: '检查了 1 个文件，没有发现问题\n', err: '' });
    }));

  it('says quietly no more when its reader has gone', () =>
    inFolder(async ({ path, write }) => {
      for (let n = 0; n < 300; n++) write(`${n}.nianbao`, BLANK);
      const child = start(path, 'check', '--format', 'json');
      child.stdout.once('data', () => child.stdout.destroy());
      const [[code], err] = (await Promise.all([once(child, 'close'), text(child.stderr)])) as [[number], string];
      assert.deepEqual([code, err], [141, '']);
    }));

  it('ends with 130 when it is interrupted while it waits', () =>
    inFolder(async ({ path }) => {
      const child = start(path, 'check', 'nothing', '-');
      child.stderr.once('data', () => child.kill('SIGINT'));
      const { code, err } = await ended(child);
      assert.deepEqual([code, err], [130, 'nothing：文件不存在\n']);
    }));
});
