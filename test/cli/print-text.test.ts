import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { paintFor } from '../../cli/colour.ts';
import { textPrinter } from '../../cli/print/text.ts';
import type { Finding } from '../../rules/index.ts';
import { checked, finding, printing } from './kit.ts';

const TEXT = '示范市2025年政府信息公开工作年度报告\r\n\r\n| 规章 | 3 | 12 |\r\n| 其他 | 1 |\r\n';

const print = (findings: readonly Finding[], more = {}, text = TEXT, path = 'a.nianbao'): string =>
  [...textPrinter(printing(more)).file(checked(text, findings, path))].join('');

const tally = (error: number, warning: number, information: number, files = 1) => ({
  files,
  error,
  warning,
  information,
});

describe('cli: check --format text', () => {
  it('shows the line, the fault, what belongs to it and the mend', () => {
    const found = finding(2, 11, 13, {
      related: [finding(2, 7, 8, { message: { zh: '加数', en: 'addend' } }), finding(3, 2, 4)],
      mends: [
        { title: { zh: '改为 13', en: 'Set to 13' }, edits: [] },
        { title: { zh: '另一种', en: 'Another' }, edits: [] },
      ],
    });
    assert.equal(
      print([found]),
      [
        'a.nianbao:3:12 错误 应为 13  row-total',
        '    3 | | 规章 | 3 | 12 |',
        '      |              ^^',
        '        第 3 行：加数',
        '        第 4 行：应为 13',
        '        改法：改为 13',
        '',
        '',
      ].join('\n'),
    );
  });

  it('speaks English', () => {
    const found = finding(2, 11, 13, { severity: 'information', related: [finding(3, 2, 4)] });
    assert.match(
      print([found], { locale: 'en' }),
      /^a\.nianbao:3:12 note should be 13 {2}row-total\n[^]*line 4: should be 13/,
    );
  });

  it('underlines the first line of a range over several', () => {
    const over = finding(2, 2, 13, {});
    const range = { start: over.range.start, end: { line: 3, character: 4 } };
    assert.match(print([{ ...over, range }]), / {4}3 \| \| 规章 \| 3 \| 12 \|\n {6}\| {3}\^{15}\n\n$/);
  });

  it('shows an empty line and the place behind the last', () => {
    assert.match(print([finding(1, 0, 0)]), /\n {4}2 \|\n {6}\| \^\n\n$/);
    assert.match(print([finding(9, 4, 5)]), /\n {3}10 \|\n {6}\| \^\n\n$/);
  });

  it('names standard input', () => {
    assert.match(print([finding(0, 0, 1)], {}, TEXT, '-'), /^标准输入:1:1 /);
  });

  it('cuts what is related to a few and tells how many more', () => {
    const related = Array.from({ length: 30 }, (_, line) => finding(line, 0, 1));
    assert.match(print([finding(2, 11, 13, { related })]), /第 8 行：应为 13\n {8}另有 22 处相关\n/);
  });

  it('lets neither path nor message nor text drive the terminal', () => {
    const evil = '\u001b]0;x\u0007\u202e\n';
    const message = { zh: evil, en: evil };
    const found = finding(0, 0, 1, {
      message,
      related: [finding(0, 0, 1, { message })],
      mends: [{ title: message, edits: [] }],
    });
    const printed = print([found], {}, `甲${evil}`, `b${evil}.nianbao`);
    // eslint-disable-next-line no-control-regex -- the point of the test
    assert.doesNotMatch(printed, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    assert.equal(printed.split('\n').length, 7);
  });

  it('colours by severity, and underlines in place all the same', () => {
    const paint = paintFor({ isTTY: true }, {});
    const printed = print([finding(2, 11, 13, { severity: 'warning' })], { paint });
    assert.ok(printed.includes('\u001b[33m警告\u001b[39m'));
    assert.ok(printed.includes('\u001b[33m^^\u001b[39m'));
    assert.equal(stripVTControlCharacters(printed), print([finding(2, 11, 13, { severity: 'warning' })]));
  });

  it('counts at the end', () => {
    const end = (
      counts: ReturnType<typeof tally>,
      problems: readonly string[] = [],
      locale: 'zh' | 'en' = 'zh',
    ): string => textPrinter(printing({ locale })).end({ tally: counts, problems, right: [] });
    assert.equal(end(tally(2, 1, 4, 3)), '检查了 3 个文件：2 处错误，1 处警告，4 处提示\n');
    assert.equal(end(tally(0, 1, 0)), '检查了 1 个文件：1 处警告\n');
    assert.equal(end(tally(0, 0, 0)), '检查了 1 个文件，没有发现问题\n');
    assert.equal(end(tally(0, 0, 0, 0), ['x']), '检查了 0 个文件；1 项未能完成\n');
    assert.equal(end(tally(2, 1, 1, 3), [], 'en'), 'Checked 3 files: 2 errors, 1 warning, 1 note\n');
  });
});

describe('cli: colours', () => {
  const coloured = (isTTY: boolean, env: Record<string, string>): boolean =>
    paintFor({ isTTY }, env)('red', 'x') !== 'x';

  it('are for terminals, unless the environment says otherwise', () => {
    assert.equal(coloured(true, {}), true);
    assert.equal(coloured(false, {}), false);
    assert.equal(coloured(true, { NO_COLOR: '1' }), false);
    assert.equal(coloured(true, { NO_COLOR: '' }), true);
    assert.equal(coloured(true, { TERM: 'dumb' }), false);
    assert.equal(coloured(false, { FORCE_COLOR: '1' }), true);
    assert.equal(coloured(false, { FORCE_COLOR: '', NO_COLOR: '1' }), true);
    assert.equal(coloured(true, { FORCE_COLOR: '0' }), false);
  });
});
