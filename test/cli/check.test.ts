import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { BLANK, inFolder, nianbao, RIGHT, WRONG } from './kit.ts';

describe('cli: check', () => {
  it('ends with 0 where nothing is at error level, with 1 where something is', async () => {
    for (const [stdin, code] of [
      [RIGHT, 0],
      [BLANK, 0],
      [WRONG, 1],
      ['', 1],
    ] as const) {
      assert.equal((await nianbao(['check', '-'], { stdin })).code, code);
    }
  });

  it('ends with 2 where it could not do all, whatever else was found', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', WRONG);
      assert.equal((await nianbao(['check', 'a.nianbao', 'b.nianbao'], { cwd: path })).code, 2);
    }));

  it('works in the folder where it runs when nothing is named', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', RIGHT);
      const { code, out, err } = await nianbao(['check'], { cwd: path });
      assert.deepEqual([code, out, err], [0, '检查了 1 个文件，没有发现问题\n', '']);
    }));

  it('shows a failed sum with its line', async () => {
    const text = RIGHT.replace(/(?<=\| 行政复议 +\|(?: 0 \|){4}) 0 /, ' 7 ');
    assert.notEqual(text, RIGHT);
    const { code, out } = await nianbao(['check', '-'], { stdin: text });
    assert.equal(code, 1);
    const [head, line, underline] = out.split('\n');
    assert.match(head!, /^标准输入:\d+:\d+ 错误 .*7.* {2}dispute-total$/);
    assert.match(line!, /^ +\d+ \| \| 行政复议/);
    // 行政复议 takes four columns more than it has characters.
    assert.equal(underline!.indexOf('^'), line!.lastIndexOf('7') + 4);
    assert.match(underline!, / \^$/);
  });

  it('writes one document of several files and standard input', () =>
    inFolder(async ({ path, write }) => {
      write('b.nianbao', WRONG);
      write('a.nianbao', RIGHT);
      const argv = ['check', '.', '-', '--format', 'json'];
      const { code, out } = await nianbao(argv, { cwd: path, stdin: BLANK });
      const { files, summary } = JSON.parse(out) as {
        files: { path: string; findings: { severity: string }[] }[];
        summary: Record<string, number>;
      };
      assert.equal(code, 1);
      assert.deepEqual(
        files.map(file => file.path),
        ['-', 'a.nianbao', 'b.nianbao'],
      );
      const count = (severity: string): number =>
        files.flatMap(file => file.findings).filter(finding => finding.severity === severity).length;
      assert.deepEqual(summary, {
        files: 3,
        errors: count('error'),
        warnings: count('warning'),
        information: count('information'),
      });
    }));

  it('keeps the streams apart: what could not be done is no part of the result', async () => {
    for (const format of ['json', 'sarif']) {
      const { out, err } = await nianbao(['check', 'nothing', '-', '--format', format], { stdin: RIGHT });
      assert.doesNotThrow(() => JSON.parse(out) as unknown);
      assert.equal(err, 'nothing：文件不存在\n');
    }
    assert.equal((await nianbao(['check', '-', '--format', 'github'], { stdin: RIGHT })).out, '');
  });

  it('uses the width and the colours of a terminal', async () => {
    const long = `${'长'.repeat(500)}\n`;
    const { out } = await nianbao(['check', '-'], { stdin: long, terminal: true, columns: 60 });
    assert.ok(out.includes('\u001b['));
    const echoed = stripVTControlCharacters(out)
      .split('\n')
      .find(line => line.includes('…'))!;
    assert.ok(echoed.length <= 40);
    const plain = await nianbao(['check', '-'], { stdin: long, terminal: true, env: { NO_COLOR: '1' } });
    assert.ok(!plain.out.includes('\u001b'));
  });

  it('says the same twice', () =>
    inFolder(async ({ path, write }) => {
      for (const name of ['c', 'a', 'b/d', 'b/a']) write(`${name}.nianbao`, BLANK);
      for (const format of ['text', 'json', 'sarif', 'github']) {
        const runs = [1, 2].map(() => nianbao(['check', '.', '--format', format], { cwd: path }));
        const [first, second] = await Promise.all(runs);
        assert.deepEqual(first, second);
      }
    }));

  it('reads what no report should be', async () => {
    const odd = ['|'.repeat(1 << 20), '甲'.repeat(1 << 20), '\0\u2028\r\n\r|\u0007', '= '.repeat(1000)];
    for (const stdin of odd) {
      for (const format of ['text', 'json', 'sarif', 'github']) {
        const { code, out } = await nianbao(['check', '-', '--format', format], { stdin });
        assert.ok(code === 1 || code === 2, String(code));
        for (const line of format === 'text' ? out.split('\n') : []) assert.ok(line.length < 2000);
      }
    }
  });
});

describe('cli: progress', () => {
  const slow = (): (() => number) => {
    let now = 0;
    return () => (now += 400);
  };

  it('shows on a terminal after a second, and never beside a result', () =>
    inFolder(async ({ path, write }) => {
      for (const name of 'abcdef') write(`${name}.nianbao`, name === 'e' ? BLANK : RIGHT);
      let screen = '';
      const onWrite = (text: string, name: string): void => {
        if (name === 'out') assert.ok(screen === '' || screen.endsWith('\n') || screen.endsWith('\u001b[2K'), screen);
        screen += text;
      };
      const { err, out } = await nianbao(['check'], { cwd: path, terminal: true, now: slow(), onWrite });
      const shown = [...err.matchAll(/检查中 (?<done>\d)\/6 …/g)].map(match => match.groups!.done);
      assert.deepEqual(shown, ['3', '4', '5', '6']);
      assert.ok(err.endsWith('\r\u001b[2K'));
      assert.match(out, /检查了 6 个文件/);
    }));

  it('is not shown where all is quick, or where there is no terminal', () =>
    inFolder(async ({ path, write }) => {
      for (const name of 'abcdef') write(`${name}.nianbao`, RIGHT);
      assert.equal((await nianbao(['check'], { cwd: path, now: slow() })).err, '');
      assert.equal((await nianbao(['check'], { cwd: path, terminal: true })).err, '');
    }));
});

describe('cli: interrupts', () => {
  it('end a run with 130, between two files', () =>
    inFolder(async ({ path, write }) => {
      for (const name of 'abc') write(`${name}.nianbao`, BLANK);
      const interrupt = new AbortController();
      const onWrite = (text: string): void => {
        if (text.startsWith('a.nianbao')) interrupt.abort();
      };
      const { code, out, err } = await nianbao(['check'], { cwd: path, signal: interrupt.signal, onWrite });
      assert.equal(code, 130);
      assert.doesNotMatch(out, /b\.nianbao/);
      assert.equal(err, '');
    }));
});
