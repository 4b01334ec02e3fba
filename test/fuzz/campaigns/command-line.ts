import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import path from 'node:path';
import { inFolder, nianbao, RIGHT, type Folder } from '../../cli/kit.ts';
import { makeReport, mutate, pick, seeded, type Random } from '../../kit/index.ts';
import type { Campaign } from '../campaign.ts';

export const commandLine: Campaign = {
  name: 'command-line',
  promise:
    'Whatever it is given, the command line ends with 0, 1 or 2 and says why, shows no stack, and changes no file that it was not told to',
  unit: 'calls with any arguments on any files',
  seeds: { short: 60, normal: 1_500, deep: 20_000 },
  patience: 60,
  attempt: seed =>
    inFolder(async folder => {
      const random = seeded(seed);
      fill(folder, random);
      const argv = Array.from({ length: 1 + random(5) }, (_, at) => pick(random, at === 0 ? FIRST : WORDS));
      // A server would wait for its client.
      if (argv.includes('lsp') && !argv.includes('--help')) return;
      const before = contents(folder.path);
      const stdin = pick(random, ['', RIGHT, '\u0000\u0001', '年'.repeat(10_000)]);
      const { code, out, err } = await nianbao(argv, { cwd: folder.path, stdin });
      const said = `nianbao ${argv.join(' ')}\n${err}`;
      assert.ok([0, 1, 2].includes(code), said);
      assert.ok(code !== 2 || err !== '', said);
      assert.doesNotMatch(err, /^ {4}at |程序内部出错|internal error/m, said);
      assert.doesNotMatch(out, /\[object |\bundefined\b|\bNaN\b/, said);
      const after = contents(folder.path);
      // Only `format` writes into what is there; `--force` lets others do so too.
      const mayChange = argv.includes('format') || argv.includes('--force');
      for (const [name, content] of before) {
        assert.ok(after.has(name), `${said}${name} is gone`);
        if (!mayChange) assert.equal(after.get(name), content, `${said}${name} is another`);
      }
      for (const name of after.keys()) assert.doesNotMatch(name, /\.tmp$/, said);
    }),
};

const FIRST = [
  'check',
  'check',
  'format',
  'new',
  'import',
  'export',
  'rules',
  'lsp',
  'help',
  '--help',
  '-h',
  '',
  'chek',
  '-',
];

const FILES = [
  'right.nianbao',
  'broken.nianbao',
  'empty.nianbao',
  'binary.nianbao',
  'utf16.nianbao',
  '年 报.年报',
  '-dash.nianbao',
  'folder',
  'folder/deep.nianbao',
  'loop',
  'nowhere',
  'page.html',
  'letter.docx',
  'table.csv',
  '.nianbaorc.json',
];

const WORDS = [
  ...FILES,
  // Above the folder lies whatever else this machine keeps among its temporary files.
  ...['-', '.', 'folder/..', '/dev/null', '*.nianbao', '**/*', '[', '{a,b', '', ' ', '--', '\ud800', '年'.repeat(300)],
  ...[
    '--format',
    'json',
    'sarif',
    'github',
    'letter',
    'text',
    '--to',
    'html',
    'docx',
    'md',
    'csv',
    '--check',
    '--force',
  ],
  ...[
    '-o',
    '--output',
    'out.txt',
    '--output=folder',
    '--output=no/where',
    '--from',
    '--edition',
    '2019',
    '2021',
    '2025',
  ],
  ...[
    '--locale',
    'en',
    '--locale=zh',
    '--version',
    '--help',
    '--format=',
    '--__proto__',
    '--constructor',
    '示范市',
    '1e3',
  ],
];

function fill({ write, file, path: root }: Folder, random: Random): void {
  write('right.nianbao', RIGHT);
  write('broken.nianbao', mutate(makeReport(random(100)).text, RIGHT, random));
  write('empty.nianbao', '');
  write(
    'binary.nianbao',
    Uint8Array.from({ length: 500 }, () => random(256)),
  );
  write('utf16.nianbao', Buffer.from(`\ufeff${RIGHT}`, 'utf16le'));
  write('年 报.年报', RIGHT.replaceAll('\n', '\r\n'));
  write('-dash.nianbao', RIGHT);
  write('folder/deep.nianbao', RIGHT);
  write('page.html', mutate('<table><tr><td>行政许可<td>1</table>', '<script>', random));
  write(
    'letter.docx',
    Uint8Array.from({ length: 300 }, () => random(256)),
  );
  write('table.csv', '行政许可,1\n"');
  write(
    '.nianbaorc.json',
    pick(random, ['{}', '{', '[]', '{"rules":{"row-total":"off"}}', '{"rules":{"no":1}}', 'null']),
  );
  // A file whose name is in no encoding.
  fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.nianbao')]), RIGHT);
  fs.symlinkSync('loop', file('loop'));
  fs.symlinkSync('..', file('folder/up'));
}

/** What is in every file of a folder; of one whose name is in no encoding, only that it is there. */
function contents(folder: string): ReadonlyMap<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => path.join(parentPath, name));
  return new Map(paths.map(one => [one, fs.existsSync(one) ? fs.readFileSync(one, 'latin1') : '']));
}
