import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { makeReport } from '../kit/index.ts';
import { ended, inFolder, nianbao, RIGHT, WRONG, type Folder } from './kit.ts';

/** The command line as it is shipped, which has workers; run from the sources, the main thread works alone. */
const [built, worker] = ['cli', 'check-worker'].map(name =>
  fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url)),
) as [string, string];

const start = (cwd: string, ...argv: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [built, ...argv], { cwd });

/** More reports than one thread is left alone with, of every kind. */
function writeMany({ write }: Folder): void {
  for (let n = 0; n < 210; n++) {
    const name = `${n % 7}/${String(n).padStart(3, '0')}.nianbao`;
    if (n % 50 === 1) write(name, new Uint8Array(5000));
    else if (n % 50 === 2) write(name, WRONG);
    else if (n % 50 === 3) write(name, new Uint8Array([0xff, 0xff, 0xff, 0x80]));
    else if (n % 50 === 4) write(name, RIGHT);
    else write(name, makeReport(n).text);
  }
  // What one report carried over, and another one did not carry in.
  write(
    'a/2024.nianbao',
    RIGHT.replaceAll('2025', '2024').replace(/(\| 四、结转下年度继续办理 +\|(?: 0 \|){6}) 0 /, '$1 5 '),
  );
  write('a/2025.nianbao', RIGHT);
  write('3/.nianbaorc.json', '{ "rules": { "row-total": "off" } }');
}

describe('cli: many reports', () => {
  before(() => assert.ok(existsSync(worker), 'dist/check-worker.js is missing: npm run build'));

  for (const format of ['text', 'json', 'sarif', 'github', 'letter']) {
    it(`are told of by several threads as by one: ${format}`, () =>
      inFolder(async folder => {
        writeMany(folder);
        const argv = ['check', '--format', format];
        const { code, out, err } = await ended(start(folder.path, ...argv));
        assert.deepEqual({ code, out, err }, await nianbao(argv, { cwd: folder.path }));
        if (format === 'text') assert.match(out, /^a\/2025\.nianbao:.*carry-over$/m);
        assert.equal(err.trimEnd().split('\n').length, 10);
      }));
  }

  for (const code of ['EMFILE', 'ENFILE']) {
    it(`are read later where the system opens no more at the moment: ${code}`, () =>
      inFolder(async folder => {
        for (let n = 0; n < 20; n++) folder.write(`${n}.nianbao`, RIGHT);
        const { openSync } = fs;
        let refusals = 0;
        fs.openSync = (...given) => {
          if (++refusals > 20) return openSync(...given);
          throw Object.assign(new Error(code), { code, syscall: 'open' });
        };
        syncBuiltinESMExports();
        try {
          const { out, err } = await nianbao(['check'], { cwd: folder.path });
          assert.deepEqual([out, err], ['检查了 20 个文件，没有发现问题\n', '']);
          assert.equal(refusals, 40);
        } finally {
          fs.openSync = openSync;
          syncBuiltinESMExports();
        }
      }));
  }

  it('end at once when the user interrupts', () =>
    inFolder(async folder => {
      for (let n = 0; n < 2000; n++) folder.write(`${n}.nianbao`, RIGHT);
      const child = start(folder.path, 'check', 'nothing', '.');
      child.stderr.once('data', () => child.kill('SIGINT'));
      assert.deepEqual(await ended(child), { code: 130, out: '', err: 'nothing：文件不存在\n' });
    }));
});
