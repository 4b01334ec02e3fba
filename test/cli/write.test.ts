import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import path from 'node:path';
import { writeFile } from '../../cli/write.ts';
import { asNobody, inFolder } from './kit.ts';

describe('cli: writing', () => {
  it('makes a file, and leaves nothing beside it', () =>
    inFolder(({ path: root, file }) => {
      writeFile(file('a'), '年报', 'keep');
      assert.equal(fs.readFileSync(file('a'), 'utf8'), '年报');
      assert.deepEqual(fs.readdirSync(root), ['a']);
    }));

  it('keeps what is there, unless it is to be replaced', () =>
    inFolder(({ path: root, write, file }) => {
      write('a', 'old');
      assert.throws(() => writeFile(file('a'), 'new', 'keep'), { code: 'EEXIST' });
      assert.equal(fs.readFileSync(file('a'), 'utf8'), 'old');
      writeFile(file('a'), 'new', 'replace');
      assert.equal(fs.readFileSync(file('a'), 'utf8'), 'new');
      assert.deepEqual(fs.readdirSync(root), ['a']);
    }));

  it('keeps mode and owner', () =>
    inFolder(({ write, file }) => {
      write('a', 'old');
      if (process.getuid?.() === 0) fs.chownSync(file('a'), 65534, 65534);
      fs.chmodSync(file('a'), 0o640);
      const before = fs.statSync(file('a'));
      writeFile(file('a'), 'new', 'replace');
      const after = fs.statSync(file('a'));
      assert.notEqual(after.ino, before.ino);
      assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
    }));

  it('writes through links', () =>
    inFolder(({ write, file }) => {
      write('real/a', 'old');
      fs.symlinkSync('real/a', file('link'));
      fs.symlinkSync('link', file('link2'));
      assert.throws(() => writeFile(file('link2'), 'new', 'keep'), { code: 'EEXIST' });
      writeFile(file('link2'), 'new', 'replace');
      assert.equal(fs.readFileSync(file('real/a'), 'utf8'), 'new');
      assert.ok(fs.lstatSync(file('link')).isSymbolicLink());
      assert.deepEqual(fs.readdirSync(file('real')), ['a']);
      fs.symlinkSync('real/b', file('dangling'));
      writeFile(file('dangling'), 'b', 'keep');
      assert.equal(fs.readFileSync(file('real/b'), 'utf8'), 'b');
    }));

  it('fails on circles of links, folders and missing folders', () =>
    inFolder(({ path: root, file }) => {
      fs.symlinkSync('loop', file('loop'));
      assert.throws(() => writeFile(file('loop'), 'x', 'replace'), { code: 'ELOOP' });
      assert.throws(() => writeFile(root, 'x', 'replace'), { code: 'EISDIR' });
      assert.throws(() => writeFile(file('no/a'), 'x', 'replace'), { code: 'ENOENT' });
      assert.deepEqual(fs.readdirSync(root), ['loop']);
    }));

  it('does not replace what is no file', () => {
    writeFile('/dev/null', 'x', 'keep');
    assert.ok(fs.statSync('/dev/null').isCharacterDevice());
  });

  it('respects write protection of files and folders, and leaves nothing behind', () =>
    inFolder(async ({ path: root, write, file }) => {
      write('a', 'old');
      fs.chmodSync(file('a'), 0o444);
      fs.chmodSync(root, 0o777);
      const replace = (name: string) =>
        asNobody(() => Promise.resolve().then(() => writeFile(file(name), 'x', 'replace')));
      await assert.rejects(replace('a'), { code: 'EACCES' });
      fs.chmodSync(file('a'), 0o666);
      fs.chmodSync(root, 0o555);
      await assert.rejects(replace('a'), { code: 'EACCES' });
      await assert.rejects(replace('b'), { code: 'EACCES' });
      assert.equal(fs.readFileSync(file('a'), 'utf8'), 'old');
      assert.deepEqual(fs.readdirSync(root), ['a']);
    }));

  it('removes its temporary file when the last step fails', () =>
    inFolder(({ path: root, write, file }) => {
      write('a', 'old');
      const text = {
        // What comes to be a text only while it is written stands for whatever may go wrong there.
        toString: (): string => {
          throw new Error('disk on fire');
        },
      };
      assert.throws(() => writeFile(file('a'), text as unknown as string, 'replace'));
      assert.deepEqual(fs.readdirSync(root), ['a']);
      assert.equal(fs.readFileSync(file('a'), 'utf8'), 'old');
    }));

  it('takes names as long as the system takes', () =>
    inFolder(({ file }) => {
      const name = '年'.repeat(80);
      writeFile(file(name), 'x', 'keep');
      writeFile(file(name), 'y', 'replace');
      assert.equal(fs.readFileSync(file(name), 'utf8'), 'y');
      assert.equal(path.basename(file(name)), name);
    }));
});
