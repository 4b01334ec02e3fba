import assert from 'node:assert/strict';
import { faultsOf, MAX_LINE, nodesOf, piecesOf, readTree, textOf } from '../../grammar/index.ts';
import { lineOf } from './show.ts';

/** The texts of the pieces of a line, in the order in which they are walked. */
const nodes = (text: string): string[] => [...nodesOf(lineOf(text))].map(span => textOf(lineOf(text), span));

describe('grammar: the pieces of a line', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['// 话', ['话']],
    ['// 忽略：row-total、syntax 已核', ['忽略：row-total、syntax 已核', 'row-total', 'syntax', '已核']],
    ['// 忽略全文：syntax', ['忽略全文：syntax', 'syntax']],
    ['| 规章 | 3 |  |', ['| 规章 ', '规章', '| 3 ', '3', '|  ', '', '|']],
    ['| 规章 | 3', ['| 规章 ', '规章', '| 3', '3']],
    ['一、总体情况', ['一、', '总体情况']],
    ['第二十条第（一）项', ['第二十条第（一）项']],
    ['（一）主动公开。另', ['（一）', '主动公开', '另']],
    [
      '　　新收{本年新收.总计+上年结转}件',
      ['新收', '{本年新收.总计+上年结转}', '本年新收.总计', '本年新收', '总计', '上年结转', '上年结转', '件'],
    ],
    ['　　**甲**', ['**', '甲', '**']],
    ['', []],
    [' ', []],
  ];
  for (const [text, expected] of cases) {
    it(`are those of ${JSON.stringify(text)}`, () => assert.deepEqual(nodes(text), expected));
  }

  it('are all of the line, cut where one of them ends', () => {
    assert.deepEqual(piecesOf(lineOf('| 甲 | 3 |\r\n')), ['| ', '甲', ' ', '| ', '3', ' ', '|', '\r\n']);
    assert.deepEqual(piecesOf(lineOf('一、甲')), ['一、', '甲']);
    assert.deepEqual(piecesOf(lineOf('')), []);
  });
});

describe('grammar: a line', () => {
  // What is open at the end of a line is closed there, whatever it is.
  const lines = [
    '// 忽略全文：syntax',
    '// 忽略：syntax 已核',
    '// 忽略：',
    '// 话',
    '| 规章 | 3 |',
    '| 规章 |',
    '| 规章',
    '一、总体情况',
    '二、',
    '第二十条第（一）项',
    '（一）主动公开。共{规章.总计}件',
    '（一）',
    '　　共{规章.总计+规章}件',
    '　　共{规章.总计',
    '　　共{规章 5}件{}',
    '　　**共**',
    '机关：示范县',
    '\\一、不是标题',
    '　　甲\\',
    '1.甲',
    '　',
    '',
  ];
  for (const line of lines) {
    it(`is read alike whatever stands above it: ${JSON.stringify(line)}`, () => {
      for (const above of lines) {
        const [first, second] = readTree(`${above}\n${line}`).lines;
        assert.deepEqual({ ...first, ending: '' }, lineOf(above));
        assert.deepEqual(second, lineOf(line), above);
      }
    });
  }
});

describe('grammar: lines that nobody writes', () => {
  it('are those of more than so many characters, each for itself', () => {
    const row = `| ${'甲'.repeat(MAX_LINE - 2)}`;
    for (const ending of ['\n', '\r\n', '\r'] as const) {
      const lines = readTree(`${row}${ending}${row}甲${ending}${row}甲乙${ending}一、丙${ending}${row}`).lines;
      assert.deepEqual(
        lines.map(({ kind, text, ending }) => [kind, text.length, ending]),
        [
          ['row', MAX_LINE, ending],
          ['prose', MAX_LINE + 1, ending],
          ['prose', MAX_LINE + 2, ending],
          ['section', 3, ending],
          ['row', MAX_LINE, ''],
        ],
      );
      assert.deepEqual(
        lines.map(line => faultsOf(line, false)),
        [
          [],
          [{ kind: 'line-too-long', start: 0, end: MAX_LINE + 1 }],
          [{ kind: 'line-too-long', start: 0, end: MAX_LINE + 2 }],
          [],
          [],
        ],
      );
    }
  });

  it('have one piece, and a line behind them where they have an end', () => {
    const long = '|'.repeat(MAX_LINE + 1);
    const [only, ...more] = readTree(long).lines;
    assert.deepEqual(only, {
      kind: 'prose',
      text: long,
      ending: '',
      spans: [{ kind: 'text', start: 0, end: long.length }],
    });
    assert.deepEqual(more, []);
    assert.deepEqual(
      readTree(`\r\n\n\r${long}\r`).lines.map(({ text, ending }) => [text.length, ending]),
      [
        [0, '\r\n'],
        [0, '\n'],
        [0, '\r'],
        [MAX_LINE + 1, '\r'],
        [0, ''],
      ],
    );
  });
});
