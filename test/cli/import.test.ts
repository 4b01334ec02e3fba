import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toDocx, toHtml } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { importReport } from '../../service/index.ts';
import { makeReport } from '../kit/index.ts';
import { inFolder, nianbao } from './kit.ts';

const sample = readFileSync(new URL('../convert/samples/sample-000.txt', import.meta.url), 'utf8');
const worker = fileURLToPath(new URL('../../dist/import-worker.js', import.meta.url));

describe('cli: import', function () {
  this.timeout(60_000);
  before(() => assert.ok(existsSync(worker), 'dist/import-worker.js is missing: npm run build'));

  it('writes the report beside the file, and what was changed or left out to standard error', () =>
    inFolder(async ({ path, file, write }) => {
      write('年报.txt', sample);
      const { code, out, err } = await nianbao(['import', '年报.txt'], { cwd: path });
      assert.equal(code, 0);
      assert.equal(out, '');
      assert.equal(readFileSync(file('年报.nianbao'), 'utf8'), (await importReport(sample)).text);
      const [first, ...remarks] = err.trimEnd().split('\n');
      assert.equal(first, '年报.txt 已导入为 年报.nianbao');
      assert.ok(remarks.includes('年报.txt：第 31 行：“行政许可”原文没有填数，留空'));
      assert.ok(remarks.every(line => line.startsWith('年报.txt：第 ')));
    }));

  it('overwrites nothing unless it is forced to', () =>
    inFolder(async ({ path, file, write }) => {
      write('a.txt', sample);
      write('a.nianbao', '原有');
      const kept = await nianbao(['import', 'a.txt'], { cwd: path });
      assert.equal(kept.code, 2);
      assert.match(kept.err, /^a\.nianbao：文件已存在/);
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), '原有');
      const forced = await nianbao(['import', '--force', 'a.txt'], { cwd: path });
      assert.equal(forced.code, 0);
      assert.notEqual(readFileSync(file('a.nianbao'), 'utf8'), '原有');
    }));

  it('imports many files of any kind into a folder, in order, and goes on behind one that cannot be read', () =>
    inFolder(async ({ path, file, write }) => {
      const report = readReport(makeReport(1).text);
      write('out/.keep', '');
      write('a.docx', await toDocx(report));
      write('b.htm', toHtml(report));
      write('c.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3));
      write('d.docx', 'PK');
      const files = ['a.docx', 'b.htm', 'c.doc', 'd.docx', 'e.txt'];
      const { code, err } = await nianbao(['import', ...files, '-o', 'out'], { cwd: path });
      assert.equal(code, 2);
      assert.equal(readFileSync(file('out/a.nianbao'), 'utf8'), readFileSync(file('out/b.nianbao'), 'utf8'));
      assert.deepEqual(err.trimEnd().split('\n'), [
        'a.docx 已导入为 out/a.nianbao',
        'b.htm 已导入为 out/b.nianbao',
        'c.doc：是旧版 Word（.doc）或加密的文件，请用 Word 或 WPS 另存为 .docx 再导入',
        'd.docx：文件已损坏，无法读取',
        'e.txt：文件不存在',
        '导入了 2 个文件，3 个未能导入，0 处没有收入',
      ]);
    }));

  it('reads standard input and writes standard output', async () => {
    const { code, out } = await nianbao(['import', '-'], { stdin: sample });
    assert.equal(code, 0);
    assert.match(out, /^青岚镇2021年政府信息公开工作年度报告\n/);
  });

  it('wants a file, and one output for each', async () => {
    const none = await nianbao(['import']);
    assert.equal(none.code, 2);
    assert.match(none.err, /缺少文件/);
    const one = await nianbao(['import', 'a.txt', 'b.txt', '-o', 'c.nianbao']);
    assert.match(one.err, /-o 要写文件夹/);
    const english = await nianbao(['import', 'missing.txt', '--locale', 'en']);
    assert.equal(english.err, 'missing.txt: no such file\n');
  });
});
