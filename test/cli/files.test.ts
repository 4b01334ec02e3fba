import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../cli/files.ts';
import { asNobody, BLANK, inFolder, nianbao, RIGHT, type Folder } from './kit.ts';

const search = (cwd: string) => ({ cwd, ignores: () => Promise.resolve(false) });

const found = async (folder: Folder, ...operands: string[]): Promise<string[]> =>
  (await findFiles(operands, search(folder.path))).files.map(file => file.path);

function tree(folder: Folder): void {
  for (const name of [
    'b.nianbao',
    'a.年报',
    'A.NIANBAO',
    'note.txt',
    '.hidden.nianbao',
    '市/c.nianbao',
    '市/区/d.年报',
  ]) {
    folder.write(name, RIGHT);
  }
  for (const name of ['node_modules/x.nianbao', '.git/y.nianbao', '市/[1].nianbao']) folder.write(name, RIGHT);
}

describe('cli: the files that operands mean', () => {
  it('are those of a folder and all below it, sorted', () =>
    inFolder(async folder => {
      tree(folder);
      const all = ['A.NIANBAO', 'a.年报', 'b.nianbao', '市/[1].nianbao', '市/c.nianbao', '市/区/d.年报'];
      assert.deepEqual(await found(folder, '.'), all);
      assert.deepEqual(await found(folder, '市', './', '.'), all);
      assert.deepEqual(await found(folder, '市/../市/'), all.slice(3));
      assert.deepEqual(await found(folder, folder.file('市/区')), [folder.file('市/区/d.年报')]);
    }));

  it('are files with any ending where they are named', () =>
    inFolder(async folder => {
      tree(folder);
      assert.deepEqual(await found(folder, 'note.txt', './b.nianbao', 'b.nianbao'), ['b.nianbao', 'note.txt']);
      assert.deepEqual(await found(folder, '.hidden.nianbao'), ['.hidden.nianbao']);
    }));

  it('are what globs match, and what exists as it stands', () =>
    inFolder(async folder => {
      tree(folder);
      assert.deepEqual(await found(folder, '*.nianbao'), ['b.nianbao']);
      assert.deepEqual(await found(folder, '**/*.年报'), ['a.年报', '市/区/d.年报']);
      assert.deepEqual(await found(folder, './市/*.nianbao'), ['市/[1].nianbao', '市/c.nianbao']);
      assert.deepEqual(await found(folder, '市/{c,区/d}.*'), ['市/c.nianbao', '市/区/d.年报']);
      assert.deepEqual(await found(folder, '*.txt'), ['note.txt']);
      assert.deepEqual(await found(folder, '市/[1].nianbao'), ['市/[1].nianbao']);
      assert.deepEqual(await found(folder, folder.file('市/c.*')), [folder.file('市/c.nianbao')]);
      const below = await findFiles(['../*.nianbao'], search(folder.file('市')));
      assert.deepEqual(
        below.files.map(file => file.path),
        ['../b.nianbao'],
      );
    }));

  it('end where links go round in circles', () =>
    inFolder(async folder => {
      tree(folder);
      symlinkSync('.', folder.file('here'));
      symlinkSync('../..', folder.file('市/区/up'));
      symlinkSync('loop', folder.file('loop'));
      symlinkSync('市', folder.file('0'));
      symlinkSync('gone', folder.file('gone.txt'));
      assert.deepEqual(await found(folder, '.'), [
        'A.NIANBAO',
        'a.年报',
        'b.nianbao',
        '市/[1].nianbao',
        '市/c.nianbao',
        '市/区/d.年报',
      ]);
      assert.deepEqual(await found(folder, '0/*.nianbao'), ['0/[1].nianbao', '0/c.nianbao']);
    }));

  it('include links to files and to folders elsewhere', () =>
    inFolder(async folder => {
      folder.write('x/a.nianbao', RIGHT);
      folder.write('y/real.nianbao', RIGHT);
      symlinkSync('../y/real.nianbao', folder.file('x/b.nianbao'));
      symlinkSync('../y', folder.file('x/y'));
      assert.deepEqual(await found(folder, 'x'), ['x/a.nianbao', 'x/b.nianbao', 'x/y/real.nianbao']);
    }));

  it('do not include what is no file', () =>
    inFolder(async folder => {
      mkdirSync(folder.file('odd.nianbao'));
      folder.write('odd.nianbao/a.nianbao', RIGHT);
      assert.deepEqual(await found(folder, '.'), ['odd.nianbao/a.nianbao']);
    }));
});

describe('cli: files that cannot be read', () => {
  it('are told of, each in its words, and the others are checked', () =>
    inFolder(async folder => {
      folder.write('a.nianbao', BLANK);
      folder.write('binary.nianbao', new Uint8Array(100));
      folder.write('broken.nianbao', new Uint8Array([0xe4, 0xbd, 0xff, 0xff, 0x0a]));
      folder.write('large.nianbao', '');
      truncateSync(folder.file('large.nianbao'), 16 * 1024 * 1024 + 1);
      symlinkSync('nowhere', folder.file('link.nianbao'));
      mkdirSync(folder.file('empty'));
      const operands = ['.', 'empty', 'nothing', '*.x', 'a.nianbao/b'];
      const { code, out, err } = await nianbao(['check', ...operands], { cwd: folder.path });
      assert.equal(code, 2);
      assert.deepEqual(err.trimEnd().split('\n'), [
        'empty：文件夹里没有年报文件（*.nianbao、*.年报）',
        'nothing：文件不存在',
        '*.x：没有匹配的文件',
        'a.nianbao/b：路径中有一段不是文件夹',
        'binary.nianbao：是二进制文件，不是文本',
        'broken.nianbao：编码不明（不是 UTF-8、UTF-16 或 GB18030）',
        'large.nianbao：超过 16 MiB，未读取',
        'link.nianbao：文件不存在',
      ]);
      assert.match(out, /检查了 1 个文件：\d+ 处警告；8 项未能完成\n$/);
    }));

  it('may vanish while others are read', () =>
    inFolder(async folder => {
      for (const name of ['a', 'b', 'c']) folder.write(`${name}.nianbao`, `${BLANK}\n\n\n`);
      let gone = false;
      const onWrite = (): void => {
        if (!gone) unlinkSync(folder.file('b.nianbao'));
        gone = true;
      };
      const { code, out, err } = await nianbao(['format', '--check'], { cwd: folder.path, onWrite });
      assert.equal(code, 2);
      assert.match(err, /^b\.nianbao：文件不存在$/m);
      assert.match(out, /^c\.nianbao/m);
    }));

  it('may be forbidden, as files and as folders', () =>
    inFolder(async folder => {
      folder.write('a.nianbao', RIGHT);
      chmodSync(folder.write('b.nianbao', RIGHT), 0o000);
      folder.write('closed/c.nianbao', RIGHT);
      chmodSync(folder.file('closed'), 0o000);
      const run = (...operands: string[]) => asNobody(() => nianbao(['check', ...operands], { cwd: folder.path }));
      const all = await run('.');
      assert.equal(all.code, 2);
      assert.equal(all.err, 'closed：没有权限\nb.nianbao：没有权限\n');
      assert.match(all.out, /检查了 1 个文件，没有发现问题/);
      const named = await run('closed/c.nianbao', 'closed', 'closed/*.nianbao');
      assert.equal(named.code, 2);
      assert.equal(named.err.split('\n').filter(line => line.endsWith('没有权限')).length, 3);
      chmodSync(folder.file('closed'), 0o755);
    }));

  it('do not go unnoticed on standard input', async () => {
    const { code, out, err } = await nianbao(['check', '-'], { stdin: new Uint8Array(9000) });
    assert.equal(code, 2);
    assert.equal(err, '标准输入：是二进制文件，不是文本\n');
    assert.equal(out, '检查了 0 个文件；1 项未能完成\n');
  });

  it('may be bad paths', async () => {
    assert.match((await nianbao(['check', 'a\0b'])).err, /^a<U\+0000>b：路径无效/);
    assert.match((await nianbao(['check', 'x'.repeat(5000)])).err, /路径太长/);
  });
});

describe('cli: encodings', () => {
  // 示范市 in the bytes of GB18030.
  const gbk = [0xca, 0xbe, 0xb7, 0xb6, 0xca, 0xd0];

  it('of old files are recognised, and said', () =>
    inFolder(async folder => {
      folder.write('a.nianbao', new Uint8Array([...gbk, 0x0a]));
      folder.write('b.nianbao', Buffer.from(`\ufeff${RIGHT}`, 'utf16le'));
      folder.write('c.nianbao', `\ufeff${RIGHT}`);
      const { code, out, err } = await nianbao(['check', '.'], { cwd: folder.path });
      assert.equal(code, 1);
      assert.equal(err, 'a.nianbao：按 GB18030 读取\n');
      assert.match(out, /\n {4}1 \| 示范市\n/);
      assert.doesNotMatch(out, /^[bc]\.nianbao/m);
    }));

  it('of standard input too', async () => {
    const { err } = await nianbao(['check', '-', '--locale', 'en'], { stdin: new Uint8Array(gbk) });
    assert.equal(err, 'standard input: read as GB18030\n');
  });
});

describe('cli: paths', () => {
  it('are shown as they were written', () =>
    inFolder(async folder => {
      folder.write('市/a.nianbao', BLANK);
      for (const [operand, shown] of [
        ['./市', '市/a.nianbao'],
        ['市/', '市/a.nianbao'],
        [folder.file('市'), path.join(folder.path, '市/a.nianbao')],
        ['../' + path.basename(folder.path), `../${path.basename(folder.path)}/市/a.nianbao`],
      ] as const) {
        const { out } = await nianbao(['check', operand, '--format', 'json'], { cwd: folder.path });
        assert.equal((JSON.parse(out) as { files: [{ path: string }] }).files[0].path, shown);
      }
    }));
});
