import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { zipSync } from 'fflate';
import { asNobody, BLANK, inFolder, nianbao, RIGHT, WRONG, type Folder } from './kit.ts';

/** What is wrong with a file, what is asked of it, and what is said of it. The code is 2 where none is given. */
interface Kind {
  readonly bad: string;
  readonly make?: (folder: Folder) => void;
  readonly ask: string;
  readonly said: RegExp;
  readonly code?: number;
}

const LARGE = 100 * 1024 * 1024;

const large =
  (name: string) =>
  ({ write }: Folder): void =>
    truncateSync(write(name, ''), LARGE);
const file =
  (name: string, content: string | Uint8Array, mode?: number) =>
  ({ write }: Folder): void => {
    const made = write(name, content);
    if (mode !== undefined) chmodSync(made, mode);
  };
const link =
  (name: string, to: string) =>
  ({ file: at }: Folder): void =>
    symlinkSync(to, at(name));
const folder =
  (name: string, mode = 0o755) =>
  ({ file: at }: Folder): void => {
    mkdirSync(at(name));
    chmodSync(at(name), mode);
  };
const both =
  (...makers: readonly ((folder: Folder) => void)[]) =>
  (one: Folder): void =>
    makers.forEach(make => make(one));

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);
const noise = Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 256);
// 示范市 in GB18030.
const gbk = bytes(0xca, 0xbe, 0xb7, 0xb6, 0xca, 0xd0, 0x0a);
const utf16 = Buffer.from(`\ufeff${BLANK}\n\n`, 'utf16le');
const settings = (content: string | Uint8Array) => both(file('a.nianbao', RIGHT), file('.nianbaorc.json', content));
const zip = (names: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(names);

const kinds: readonly Kind[] = [
  { bad: 'no file', ask: 'check a.nianbao', said: /^a\.nianbao：文件不存在$/m },
  { bad: 'no file, in English', ask: 'check a.nianbao --locale en', said: /^a\.nianbao: no such file$/m },
  { bad: 'an empty folder', make: folder('x'), ask: 'check x', said: /^x：文件夹里没有年报文件/m },
  { bad: 'no match', ask: 'check *.nianbao', said: /没有匹配的文件/ },
  { bad: 'no folder to match in', ask: 'check x/*.nianbao', said: /没有匹配的文件/ },
  { bad: 'a path through a file', make: file('a', RIGHT), ask: 'check a/b', said: /路径中有一段不是文件夹/ },
  { bad: 'a circle of links', make: link('a.nianbao', 'a.nianbao'), ask: 'check a.nianbao', said: /符号链接循环/ },
  { bad: 'a link to nothing', make: link('a.nianbao', 'b'), ask: 'check a.nianbao', said: /文件不存在/ },
  { bad: 'a link to nothing in a folder', make: link('a.nianbao', 'b'), ask: 'check', said: /a\.nianbao：文件不存在/ },
  { bad: 'a name too long', ask: `check ${'年'.repeat(200)}`, said: /路径太长/ },
  { bad: 'a path too long', ask: `check ${'x/'.repeat(3000)}`, said: /路径太长/ },
  { bad: 'no path', ask: 'check a\u0000b', said: /^a<U\+0000>b：路径无效$/m },
  { bad: 'nothing but noughts', make: file('a.nianbao', new Uint8Array(99)), ask: 'check', said: /是二进制文件/ },
  { bad: 'noise', make: file('a.nianbao', noise), ask: 'check', said: /是二进制文件|编码不明/ },
  {
    bad: 'a picture',
    make: file('a.nianbao', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0)),
    ask: 'check',
    said: /是二进制文件/,
  },
  { bad: 'a broken encoding', make: file('a.nianbao', bytes(0xe4, 0xbd, 0xff, 0xff)), ask: 'check', said: /编码不明/ },
  {
    bad: 'half a UTF-16',
    make: file('a.nianbao', bytes(0xff, 0xfe, 0x2d)),
    ask: 'check',
    said: /编码不明|是二进制文件/,
  },
  { bad: '100 MB', make: large('a.nianbao'), ask: 'check', said: /^a\.nianbao：超过 16 MiB，未读取$/m },
  { bad: 'a forbidden file', make: file('a.nianbao', RIGHT, 0), ask: 'check', said: /a\.nianbao：没有权限/ },
  { bad: 'a forbidden folder', make: folder('x', 0), ask: 'check x', said: /x：没有权限/ },
  { bad: 'a forbidden folder below', make: folder('x', 0), ask: 'check', said: /x：没有权限/ },
  { bad: 'settings that are none', make: settings('{'), ask: 'check', said: /^\.nianbaorc\.json:1:\d+：/m },
  { bad: 'settings that are empty', make: settings(''), ask: 'check', said: /^\.nianbaorc\.json:1:\d+：/m },
  { bad: 'settings that are a list', make: settings('[]'), ask: 'check', said: /^\.nianbaorc\.json:1:\d+：/m },
  {
    bad: 'settings of an unknown rule',
    make: settings('{"rules":{"row-totl":"off"}}'),
    ask: 'check',
    said: /row-totl/,
  },
  { bad: 'settings of an unknown key', make: settings('{"ruls":{}}'), ask: 'check', said: /ruls/ },
  {
    bad: 'settings of an unknown severity',
    make: settings('{"rules":{"row-total":"of"}}'),
    ask: 'check',
    said: /row-total|of/,
  },
  { bad: 'settings that say what cannot be left out', make: settings('{"ignore":1}'), ask: 'check', said: /ignore/ },
  { bad: 'settings with another’s powers', make: settings('{"__proto__":{"x":1}}'), ask: 'check', said: /__proto__/ },
  { bad: 'settings that are noise', make: settings(noise), ask: 'check', said: /^\.nianbaorc\.json：/m },
  {
    bad: 'settings of 100 MB',
    make: both(file('a.nianbao', RIGHT), large('.nianbaorc.json')),
    ask: 'check',
    said: /^\.nianbaorc\.json：超过/m,
  },
  {
    bad: 'settings that are a folder',
    make: both(file('a.nianbao', RIGHT), folder('.nianbaorc.json')),
    ask: 'check',
    said: /是文件夹，不是文件/,
  },
  {
    bad: 'settings that are forbidden',
    make: both(file('a.nianbao', RIGHT), file('.nianbaorc.json', '{}', 0)),
    ask: 'check',
    said: /^\.nianbaorc\.json：没有权限/m,
  },
  {
    bad: 'settings in a circle',
    make: both(file('a.nianbao', RIGHT), link('.nianbaorc.json', '.nianbaorc.json')),
    ask: 'check',
    said: /符号链接循环/,
  },

  { bad: 'no file', ask: 'format a', said: /文件不存在/ },
  { bad: 'noughts', make: file('a.nianbao', new Uint8Array(99)), ask: 'format', said: /是二进制文件/ },
  { bad: '100 MB', make: large('a.nianbao'), ask: 'format', said: /超过 16 MiB/ },
  { bad: 'GB18030', make: file('a.nianbao', gbk), ask: 'format', said: /按 GB18030 读取|GB18030 编码/, code: 0 },
  { bad: 'UTF-16', make: file('a.nianbao', utf16, 0o666), ask: 'format', said: /原文件是 UTF-16LE 编码，未改写/ },
  {
    bad: 'a file that may not be written',
    make: file('a.nianbao', `${BLANK}\n\n`, 0o444),
    ask: 'format',
    said: /没有权限/,
  },
  {
    bad: 'a folder that may not be written',
    make: both(file('x/a.nianbao', `${BLANK}\n\n`, 0o666), ({ file: at }) => chmodSync(at('x'), 0o555)),
    ask: 'format',
    said: /没有权限/,
  },

  { bad: 'no file', ask: 'export a --to html', said: /文件不存在/ },
  { bad: 'a folder', make: folder('x'), ask: 'export x --to html', said: /是文件夹，不是文件/ },
  { bad: 'noughts', make: file('a', new Uint8Array(99)), ask: 'export a --to html', said: /是二进制文件/ },
  { bad: 'a report with errors', make: file('a', WRONG), ask: 'export a --to html', said: /处错误，未导出/, code: 1 },
  {
    bad: 'a file there already',
    make: both(file('a', RIGHT), file('a.docx', 'x')),
    ask: 'export a --to docx',
    said: /^a\.docx：文件已存在/m,
  },
  {
    bad: 'two for one place',
    make: both(file('x/a', RIGHT), file('y/a', RIGHT), folder('z', 0o777)),
    ask: 'export x/a y/a --to html -o z/',
    said: /刚刚由另一份同名年报写成/,
  },
  {
    bad: 'several for one file',
    make: both(file('a', RIGHT), file('b', RIGHT)),
    ask: 'export a b --to html -o c.html',
    said: /-o 要写文件夹/,
  },
  {
    bad: 'no folder to write to',
    make: file('a', RIGHT),
    ask: 'export a --to html -o no/a.html',
    said: /no\/a\.html：文件夹不存在/,
  },
  { bad: 'an ending that means nothing', make: file('a', RIGHT), ask: 'export a -o a.pdf', said: /--to/ },
  {
    bad: 'a document for the terminal',
    make: file('a', RIGHT),
    ask: 'export a --to docx -o -',
    said: /Word 文档要写入文件/,
  },
  {
    bad: 'a form of what has none',
    make: file('a', RIGHT),
    ask: 'export a --to csv --html-form page',
    said: /--html-form 只用于/,
  },

  { bad: 'no file', ask: 'import a.docx', said: /文件不存在/ },
  { bad: 'a folder', make: folder('x'), ask: 'import x', said: /是文件夹，不是文件/ },
  { bad: 'nothing', make: file('a.txt', ''), ask: 'import a.txt', said: /^a\.txt：文件里没有文字$/m },
  { bad: 'nothing but spaces', make: file('a.txt', ' \n\t\n'), ask: 'import a.txt', said: /^a\.txt：文件里没有文字$/m },
  { bad: 'an empty archive', make: file('a.docx', zip({})), ask: 'import a.docx', said: /^a\.docx：/m },
  {
    bad: 'an archive of something else',
    make: file('a.docx', zip({ 'x.txt': noise })),
    ask: 'import a.docx',
    said: /^a\.docx：/m,
  },
  {
    bad: 'a document with nothing in it',
    make: file('a.docx', zip({ 'word/document.xml': bytes(60) })),
    ask: 'import a.docx',
    said: /^a\.docx：/m,
  },
  {
    bad: 'half an archive',
    make: file('a.docx', zip({ 'word/document.xml': noise }).slice(0, 150)),
    ask: 'import a.docx',
    said: /^a\.docx：/m,
  },
  {
    bad: 'an old Word document',
    make: file('a.doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)),
    ask: 'import a.doc',
    said: /^a\.doc：/m,
  },
  { bad: 'a PDF', make: file('a.pdf', '%PDF-1.7\n%\u00e2\u00e3\n'), ask: 'import a.pdf', said: /^a\.pdf：.*PDF/m },
  {
    bad: 'a web archive',
    make: file('a.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'),
    ask: 'import a.mht',
    said: /^a\.mht：/m,
  },
  { bad: 'JSON of something else', make: file('a.json', '{"a":1}'), ask: 'import a.json', said: /^a\.json：/m },
  { bad: 'JSON that is none', make: file('a.json', '{"a":'), ask: 'import a.json', said: /^a\.json：/m },
  {
    bad: 'a picture',
    make: file('a.png', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0)),
    ask: 'import a.png',
    said: /^a\.png：/m,
  },
  { bad: 'noise', make: file('a.txt', noise), ask: 'import a.txt', said: /^a\.txt：/m },
  { bad: '100 MB', make: large('a.txt'), ask: 'import a.txt', said: /^a\.txt：/m },
  {
    bad: 'a file there already',
    make: both(file('a.txt', RIGHT), file('a.nianbao', 'x')),
    ask: 'import a.txt',
    said: /^a\.nianbao：文件已存在/m,
  },
  { bad: 'a forbidden file', make: file('a.txt', RIGHT, 0), ask: 'import a.txt', said: /没有权限/ },

  { bad: 'a file there already', make: file('a', 'x'), ask: 'new 示范市 2025 -o a', said: /^a：文件已存在/m },
  { bad: 'no folder to write to', ask: 'new 示范市 2025 -o no/a', said: /文件夹不存在/ },
  {
    bad: 'a folder in the place',
    make: folder('x'),
    ask: 'new 示范市 2025 -o x',
    said: /是文件夹，不是文件|文件已存在/,
  },
  { bad: 'a circle in the place', make: link('a', 'a'), ask: 'new 示范市 2025 -o a', said: /符号链接循环/ },
  { bad: 'no last year', ask: 'new 示范市 2025 --from a', said: /文件不存在/ },
  { bad: 'a folder as last year', make: folder('x'), ask: 'new 示范市 2025 --from x', said: /是文件夹，不是文件/ },
  {
    bad: 'noughts as last year',
    make: file('a', new Uint8Array(99)),
    ask: 'new 示范市 2025 --from a',
    said: /是二进制文件/,
  },
  {
    bad: 'a list of findings there is no place for',
    make: file('a.nianbao', WRONG),
    ask: 'check --format json -o no/a.json',
    said: /no\/a\.json：文件夹不存在/,
  },
];

describe('cli: bad files', () => {
  for (const { bad, make, ask, said, code = 2 } of kinds) {
    it(`${ask.slice(0, 40).replace('\u0000', '␀')}: ${bad}`, () =>
      inFolder(async one => {
        make?.(one);
        chmodSync(one.path, 0o777);
        // A worker would be started as nobody, and could not read its own program.
        const run = () => nianbao(ask.split(' '), { cwd: one.path });
        const done = ask.startsWith('import') && !bad.includes('forbidden') ? await run() : await asNobody(run);
        assert.match(done.err, said);
        assert.equal(done.code, code, done.err);
        assert.doesNotMatch(done.err, /内部出错|^ {4}at /m);
      }));
  }

  it('check: what is no file at all', () =>
    inFolder(async one => {
      const server = createServer().listen(one.file('a.nianbao'));
      await new Promise(resolve => server.once('listening', resolve));
      const { code, err } = await nianbao(['check', 'a.nianbao'], { cwd: one.path });
      server.close();
      assert.equal(code, 2);
      assert.match(err, /^a\.nianbao：/m);
      assert.doesNotMatch(err, /内部出错/);
    }));
});
