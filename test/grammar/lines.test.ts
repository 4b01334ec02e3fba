import assert from 'node:assert/strict';
import { readTree } from '../../grammar/index.ts';
import { LineParser } from '../../grammar/parser.ts';
import { lineOf, shapeOf, show } from './show.ts';

/** What a line is, and the line typed in half-width and in full-width forms. */
type Case = readonly [shown: string, half: string, ...full: string[]];

const cases: readonly Case[] = [
  ['blank', ''],
  ['blank', '  ', '　　', ' \u00a0', '\t　'],

  // Fields and titles: the model decides whether they stand where they mean something.
  ['prose field [机关:] text [示范市]', '机关:示范市', '机关：示范市'],
  ['prose field [年度 : ] text [2025]', '年度 : 2025', '年度　：　２０２５', '年度 ：\t2025'],
  ['prose field [格式:]', '格式:', '格式：'],
  ['prose hash [# ] text [示范市2025年度报告]', '# 示范市2025年度报告', '#　示范市２０２５年度报告'],
  ['prose text [示范市2025年政府信息公开工作年度报告]', '示范市2025年政府信息公开工作年度报告'],

  ['section [一、] [总体情况]', '一、总体情况'],
  ['section [十二、] [x]', '十二、x'],
  ['section [一、] [总体情况]', '一、 总体情况 ', '一、　总体情况　'],
  ['section [四、] []', '四、'],
  ['prose number [4、] text [总体情况]', '4、总体情况', '４、总体情况'],
  ['prose number [四.] text [总体情况]', '四.总体情况', '四．总体情况'],
  ['prose number [四 ] text [总体情况]', '四 总体情况', '四　总体情况', '四\t总体情况'],
  ['prose number [4. ] text [总体情况]', '4. 总体情况', '４．　总体情况'],
  ['prose number [12,] text [x]', '12,x', '１２，x'],
  ['prose number [四:] text [x]', '四:x', '四：x'],
  // No ordinals: a year, a number too long, a word that begins with one.
  ['prose text [2025年]', '2025年', '２０２５年'],
  ['prose text [123、x]', '123、x', '１２３、x'],
  ['prose text [四类信息]', '四类信息'],

  ['part [(一)] [主动公开]', '(一)主动公开', '（一）主动公开', '(一）主动公开', '（一)主动公开'],
  ['part [( 二 )] [依申请公开]', '( 二 )依申请公开', '（　二　）依申请公开'],
  ['part [(一)、] [主动公开]', '(一)、主动公开', '（一）、主动公开'],
  ['part [(一).] [主动公开]', '(一).主动公开', '（一）．主动公开'],
  ['part [(一)] [主动公开] text [发布12条。]', '(一)主动公开:发布12条。', '（一）主动公开：发布１２条。'],
  ['part [(一)] [主动公开] text [发布。]', '(一)主动公开。发布。', '（一）主动公开。发布。'],
  ['part [(一)] [x] quote +本年新收 text [件]', '(一)x。{本年新收}件', '（一）x。｛本年新收｝件'],
  ['part [(一)] [x] bold [**] text [y] bold [**]', '(一)x。**y**', '（一）x。**y**'],
  ['part [(一)] []', '(一)', '（一）'],
  ['part [(一)] []', '(一)。', '（一）：'],

  ['article [第二十条第(一)项]', '第二十条第(一)项', '第二十条第（一）项', '第二十条第(一）项'],
  ['article [第二十条  第(一)项]', '第二十条  第(一)项', '第二十条　　第（一）项'],
  ['article [第二十条第(一)项:]', '第二十条第(一)项: ', '第二十条第（一）项：　'],
  ['article [第二十条(八)项]', '第二十条(八)项', '第二十条（八）项'],
  ['prose text [第二十条第(一)项规定]', '第二十条第(一)项规定', '第二十条第（一）项规定'],

  ['row [规章] integer 3, integer 5, integer 74; ended', '| 规章 | 3 | 5 | 74 |', '｜　规章　｜　３　｜ ５ ｜ ７４ ｜'],
  ['row [规章] integer 12; ended', '|规章|12|', '｜规章｜1２｜'],
  ['row [(七)总计] computed, blank; ended', '| (七)总计 | = |  |', '｜ （七）总计 ｜ ＝ ｜　　｜'],
  ['row [(三)不予公开]; ended', '| (三)不予公开 |', '｜　（三）不予公开　｜'],
  [
    'row [规章] text [1,234], text [-3], text [1.5]; ended',
    '|规章|1,234|-3|1.5|',
    '｜规章｜１，２３４｜－３｜１．５｜',
  ],
  ['row [规章] text [007], text [+5], text [3 5]; ended', '|规章|007|+5|3 5|', '｜规章｜００７｜＋５｜３　５｜'],
  // Twelve digits are a number, thirteen are no count of anything.
  [
    'row [x] integer 123456789012, text [1234567890123]',
    '|x|123456789012|1234567890123',
    '｜ｘ｜１２３４５６７８９０１２｜１２３４５６７８９０１２３',
  ],
  ['row [x] integer 0; ended', '    | x | 0 |', '　　　　｜　ｘ　｜　０　｜'],
  ['row [x] text [==]; ended', '|x|==|', '｜ｘ｜＝＝｜'],
  // Not closed yet, in each state of typing.
  ['row []', '|', '｜'],
  ['row [规]', '|规', '｜规'],
  ['row [规章]; ended', '|规章|', '｜规章｜'],
  ['row [规章] integer 3', '|规章| 3', '｜规章｜　３'],
  ['row [规章] integer 3, integer 5', '|规章|3|5 ', '｜规章｜３｜５　'],
  ['row [规章] integer 3, text [5件]', '|规章|3|5件', '｜规章｜３｜５件'],
  ['row [规章] computed', '|规章|=', '｜规章｜＝'],
  ['row [] blank; ended', '|||', '｜｜｜'],

  ['comment [等财政所数据]', '// 等财政所数据', '／／　等财政所数据'],
  ['comment [x]', '  //x', '　　／／x'],
  ['comment []', '//', '／／'],
  [
    'comment [忽略:row-total 台账如此] next-line row-total [台账如此]',
    '//忽略:row-total 台账如此',
    '／／忽略：row-total　台账如此',
  ],
  ['comment [忽略:row-total] next-line row-total', '//忽略:row-total ', '／／忽略：row-total　'],
  ['comment [忽略全文: a-b,c d] file a-b c [d]', '//忽略全文: a-b,c d', '／／忽略全文：　a-b，c　d'],
  ['comment [忽略:a、b-c] next-line a b-c', '// 忽略:a、b-c', '／／　忽略：a、b-c'],
  ['comment [忽略:] next-line', '// 忽略:', '／／　忽略：'],
  ['comment [忽略:原因] next-line [原因]', '// 忽略:原因', '／／　忽略：原因'],
  ['comment [忽略 row-total]', '// 忽略 row-total', '／／　忽略　row-total'],
  ['comment [不要忽略:row-total]', '// 不要忽略:row-total', '／／　不要忽略：row-total'],

  // Whatever is indented is prose, so that a paragraph can begin like a heading.
  ['prose text [一、总体情况]', '  一、总体情况', '　　一、总体情况'],
  ['prose text [(一)主动公开]', '  (一)主动公开', '　　（一）主动公开'],
  ['prose text [机关:示范市]', '  机关:示范市', '　　机关：示范市'],
  ['prose text [第二十条第(一)项]', ' 第二十条第(一)项', '　第二十条第（一）项'],

  ['prose bold [**] text [重点] bold [**] text [x]', '**重点**x'],
  ['prose text [2] text [*] text [3]', '2*3', '２*３'],
  ['prose text [新收] quote +本年新收 text [件]', '新收{本年新收}件', '新收｛本年新收｝件', '新收{本年新收｝件'],
  ['prose quote +本年新收.自然人', '{本年新收.自然人}', '｛本年新收．自然人｝', '{本年新收。自然人}'],
  ['prose quote +a +b -c.d', '{a+b-c.d}', '｛a＋b－c．d｝', '{a＋b−c.d}'],
  ['prose quote +a.b', '{ a . b }', '｛　a　．　b　｝'],
  ['prose quote +a quote +b', '{a}{b}', '｛a｝｛b｝'],
  ['prose text [x] bold [**] quote +a bold [**]', 'x**{a}**', 'x**｛a｝**'],
];

describe('grammar: lines', () => {
  for (const [shown, half, ...full] of cases) {
    it(`reads ${JSON.stringify(half)} as ${shown}`, () => {
      assert.equal(show(lineOf(half)), shown);
      for (const text of full) {
        assert.equal(show(lineOf(text)), shown, text);
        if (text.length === half.length) assert.deepEqual(shapeOf(lineOf(text)), shapeOf(lineOf(half)), text);
      }
    });
  }

  it('does so in any company', () => {
    const lines = cases.flatMap(([shown, ...texts]) => texts.map(text => ({ text, shown })));
    for (const ending of ['\n', '\r\n', '\r']) {
      const tree = readTree(lines.map(({ text }) => text).join(ending));
      assert.deepEqual(
        tree.lines.map(show),
        lines.map(({ shown }) => shown),
      );
      assert.deepEqual(new Set(tree.lines.slice(0, -1).map(line => line.ending)), new Set([ending]));
    }
  });

  it('never has to recover from what the grammar does not take', () => {
    const parser = new LineParser();
    for (const text of cases.flatMap(([, ...texts]) => texts)) {
      parser.read(text);
      assert.deepEqual(parser.errors, [], text);
    }
  });

  it('gives a mark at the very beginning to the first line', () => {
    assert.equal(show(lineOf('\ufeff一、总体情况')), 'section [一、] [总体情况]');
    assert.equal(show(lineOf('\ufeff| 规章 | 3 |')), 'row [规章] integer 3; ended');
    assert.equal(show(lineOf('\ufeff')), 'blank');
    assert.equal(show(lineOf('\ufeff\n一、总体情况', 1)), 'section [一、] [总体情况]');
  });

  it('ends lines where an editor does', () => {
    const { lines } = readTree('一、甲\n\r\n\r二、乙\u2028三、丙\r');
    assert.deepEqual(
      lines.map(line => [line.text, line.ending]),
      [
        ['一、甲', '\n'],
        ['', '\r\n'],
        ['', '\r'],
        ['二、乙\u2028三、丙', '\r'],
        ['', ''],
      ],
    );
  });

  it('takes a line longer than anybody writes as prose', () => {
    const long = `| ${'甲'.repeat(70_000)}`;
    assert.equal(lineOf(long).kind, 'prose');
    assert.deepEqual(
      readTree(`一、甲\r\n${long}\r${long}\n二、乙`).lines.map(line => [line.kind, line.ending]),
      [
        ['section', '\r\n'],
        ['prose', '\r'],
        ['prose', '\n'],
        ['section', ''],
      ],
    );
  });
});

describe('grammar: escapes', () => {
  const escapes: readonly (readonly [string, string])[] = [
    ['x\\{a\\}', 'prose text [x] escape [\\{] text [a] escape [\\}]'],
    ['\\｛a\\｝', 'prose escape [\\{] text [a] escape [\\}]'],
    ['\\| 不是表格 |', 'prose escape [\\|] text [ 不是表格 |]'],
    ['\\\\{a}', 'prose escape [\\\\] quote +a'],
    ['\\n', 'prose text [\\] text [n]'],
    ['x\\', 'prose text [x] text [\\]'],
    ['| a\\|b | c\\｜d |', 'row [a\\|b] text [c\\|d]; ended'],
    ['| a\\\\| 1 |', 'row [a\\\\] integer 1; ended'],
    ['| a\\', 'row [a\\]'],
    ['| a | 1\\', 'row [a] text [1\\]'],
  ];
  for (const [text, shown] of escapes) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(show(lineOf(text)), shown));
  }
});
