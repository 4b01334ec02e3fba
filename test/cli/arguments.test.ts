import assert from 'node:assert/strict';
import { inFolder, nianbao, RIGHT } from './kit.ts';

const commands = ['check', 'format', 'new', 'import', 'export', 'rules', 'lsp'];

describe('cli: arguments', () => {
  // What is written, and what the first line of the complaint must say.
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['', /没有写命令/],
    ['chek', /没有“chek”这个命令，是不是 check？可用的命令：check、format、new、import、export、rules、lsp/],
    ['CHECK x', /是不是 check？/],
    ['import', /缺少文件/],
    ['lsp a.nianbao', /多余的参数：a\.nianbao/],
    ['lsp --node-ipc', /没有 --node-ipc 这个选项/],
    ['summary', /可用的命令/],
    ['a.nianbao', /nianbao check a\.nianbao/],
    ['x/乙.年报', /nianbao check x\/乙\.年报/],
    ['help nothing', /没有“nothing”这个命令/],
    ['help check format', /多余的参数：format/],
    ['nothing --help', /没有“nothing”这个命令/],
    ['--formt json check', /没有 --formt 这个选项/],
    ['--format json check', /选项 --format 要写在命令后面/],
    ['-o x new', /选项 -o 要写在命令后面/],
    ['--locale fr check', /选项 --locale 不能是“fr”。可以是：zh、en/],
    ['check --locale', /选项 --locale 后面要写语言/],
    ['check --formt json', /没有 --formt 这个选项，是不是 --format？/],
    ['check --form=json', /没有 --form 这个选项，是不是 --format？/],
    ['check -format json', /没有 -format 这个选项，是不是 --format？/],
    ['check ——format json', /没有 ——format 这个选项，是不是 --format？/],
    ['check －－format json', /没有 －－format 这个选项，是不是 --format？/],
    ['check --xyz', /没有 --xyz 这个选项$/m],
    ['check -x', /没有 -x 这个选项$/m],
    ['rules --force', /没有 --force 这个选项$/m],
    ['check --format', /选项 --format 后面要写输出格式/],
    ['check --format=', /选项 --format 后面要写输出格式/],
    ['check --format --locale zh', /选项 --format 后面要写输出格式/],
    ['check --format jsn', /选项 --format 不能是“jsn”，是不是 json？可以是：text、json、sarif、github/],
    ['check --format word', /选项 --format 不能是“word”/],
    ['format --check=yes', /选项 --check 不带值/],
    ['format --no-check', /没有 --no-check 这个选项/],
    ['new', /缺少机关/],
    ['new 示范市', /缺少年度/],
    ['new 示范市 2025 x', /多余的参数：x/],
    ['new 2025 示范市', /nianbao new 示范市 2025/],
    ['new 示范市 25', /年度“25”要写成/],
    ['new 示范市 20255', /年度“20255”/],
    ['new 示范市 2007', /年度“2007”/],
    ['new 示范市 2100', /年度“2100”/],
    ['new 示范市 去年', /年度“去年”/],
    ['new 示范市 2025 --edition 2020', /选项 --edition 不能是“2020”.*可以是：2019、2021/],
    ['new 示范市 2009', /2009 年没有对应的格式.*2019、2021/],
    ['new 示范市 2025 -o', /选项 -o 后面要写文件/],
    ['new 示范市 2025 --from', /选项 --from 后面要写上年年报/],
    ['export', /缺少文件/],
    ['export a', /要用 --to 指明，可以是：docx、html、md、csv、json/],
    ['export a --to pdf', /选项 --to 不能是“pdf”/],
    ['rules a b', /多余的参数：b/],
    ['rules row-totl', /没有“row-totl”这条规则，是不是 row-total？/],
  ];
  for (const [line, said] of wrong) {
    it(`refuses: nianbao ${line}`, async () => {
      const { code, out, err } = await nianbao(line.split(' ').filter(word => word !== ''));
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err.split('\n')[0]!, said);
      assert.match(err, /详见 nianbao .*--help\n$/);
    });
  }

  it('refuses empty arguments', async () => {
    for (const argv of [
      ['check', ''],
      ['new', ' ', '2025'],
      ['new', '甲\n乙', '2025'],
    ]) {
      assert.equal((await nianbao(argv)).code, 2, argv.join());
    }
  });

  it('takes what stands behind -- as it is', () =>
    inFolder(async ({ path, write }) => {
      write('-x.nianbao', RIGHT);
      write('——check', RIGHT);
      const { code, out } = await nianbao(['check', '--', '-x.nianbao', '——check'], { cwd: path });
      assert.equal(code, 0);
      assert.match(out, /检查了 2 个文件/);
    }));

  it('takes the options before, between and behind the operands', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', RIGHT);
      for (const line of [
        '--locale en check a.nianbao',
        'check --locale=en a.nianbao',
        'check a.nianbao --locale en',
      ]) {
        assert.equal((await nianbao(line.split(' '), { cwd: path })).out, 'Checked 1 file, nothing found\n');
      }
    }));

  it('lets the last of two win', async () => {
    assert.match((await nianbao(['check', '-', '--format', 'text', '--format', 'json'], { stdin: RIGHT })).out, /^\{/);
  });

  it('complains in English when asked to', async () => {
    for (const [argv, env] of [
      [['--locale', 'en', 'chek'], {}],
      [['chek'], { NIANBAO_LOCALE: 'en' }],
    ] as const) {
      assert.match((await nianbao(argv, { env })).err, /^unknown command chek, did you mean check\? Commands: check, /);
    }
    assert.match((await nianbao(['chek', '--locale', 'zh'], { env: { NIANBAO_LOCALE: 'en' } })).err, /^没有/);
  });
});

describe('cli: help', () => {
  it('lists the commands that are there, and no other', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = await nianbao(argv);
      assert.equal(code, 0);
      assert.equal(err, '');
      const listed = [...out.matchAll(/^ {2}(?<name>[a-z]+) {2}/gm)].map(match => match.groups!.name);
      assert.deepEqual(listed, commands);
    }
  });

  it('explains every command in both languages', async () => {
    for (const command of commands) {
      for (const argv of [
        ['help', command],
        [command, '--help'],
        ['-h', command],
        [command, 'x', 'y', 'z', '-h'],
      ]) {
        const { code, out } = await nianbao(argv);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`\\n用法：nianbao ${command} ?`));
      }
      assert.match((await nianbao([command, '--help', '--locale', 'en'])).out, /\nUsage: nianbao/);
    }
  });

  it('tells the version', async () => {
    for (const argv of [['--version'], ['-v'], ['check', '--version']]) {
      assert.match((await nianbao(argv)).out, /^\d+\.\d+\.\d+\S*\n$/);
    }
  });
});
