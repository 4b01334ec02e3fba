import assert from 'node:assert/strict';
import { gatherTables } from '../../convert/import/soft-tables.ts';
import { sayPlace } from '../../convert/import/remarks.ts';
import { readSignature } from '../../convert/import/signature.ts';
import { paragraph, type SourceParagraph } from '../../convert/import/source.ts';
import { isPart, writeParagraph, writePart, writeTable } from '../../convert/import/write.ts';
import { forms, tablesOf } from '../../forms/index.ts';

/** What lines become: paragraphs as their words, tables as their layout and their rows. 标题 is a heading. */
const gathered = (...lines: readonly string[]): unknown[] =>
  gatherTables(
    lines.map((text, index) => ({ text, place: { line: index + 1 } })),
    text => text.includes('标题'),
  ).map(block =>
    block.kind === 'table'
      ? [block.layout, ...block.rows.map(({ cells }) => cells.map(({ text }) => text).join('/'))]
      : block.text,
  );

describe('import: tables that are lines', () => {
  const cases: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
    ['of tabs', ['甲\t1\t', '乙\t\t2'], [['loose', '甲/1/', '乙//2']]],
    ['of bars', ['| 甲 | 1 |', '|乙||2', '甲|乙|'], [['loose', '甲/1', '乙//2', '甲/乙']]],
    ['of bars between words', ['甲|乙乙|丙', '丁||戊'], [['loose', '甲/乙乙/丙', '丁//戊']]],
    [
      'of Markdown with its own bars in words',
      ['| 甲\\|乙 | 1 |', '|---|---|', '| 丙 | 2 |'],
      [['laid', '甲|乙/1', '丙/2']],
    ],
    ['of bars behind white space', [' | 甲 | 1 |', '　|乙|2|'], [['loose', '甲/1', '乙/2']]],
    ['of bars at one end, a word a line', ['甲|', '|乙', ' 丙| '], [['flowing', '甲', '乙', '丙']]],
    ['of bars at the other end', ['|甲', '乙|'], [['flowing', '甲', '乙']]],
    ['of bars with dashes for numbers', ['| 甲 | -- |', '| -- | 1 |'], [['loose', '甲/--', '--/1']]],
    ['of bars with one word and blanks', ['| 甲 | |', '| | 1 |'], [['flowing', '甲/', '/1']]],
    ['of wide bars', ['｜甲｜1｜'], [['loose', '甲/1']]],
    ['of bars with their own in words', ['| 甲\\|乙 | \\{丙\\\\ |'], [['loose', '甲|乙/{丙\\']]],
    [
      'of Markdown, whose wide bars are words',
      ['| 甲 | 1 |', '|:---|---:|', '| 乙｜丙 | |'],
      [['laid', '甲/1', '乙｜丙/']],
    ],
    ['of Markdown without bars at its ends', ['甲|1|2', '---|---|---', '乙|3|4'], [['laid', '甲/1/2', '乙/3/4']]],
    ['with rows of nothing', ['| 甲 | 1 |', '|  |', '| 乙 | 2 |'], [['loose', '甲/1', '乙/2']]],
    ['with a bar for each word', ['| 甲 |', '| 1 |', '| 乙 | 2 |', '| 丙 |'], [['flowing', '甲', '1', '乙/2', '丙']]],
    ['with most rows of several words', ['| 甲 |', '| 1 |', '| 乙 | 2 |'], [['loose', '甲', '1', '乙/2']]],
    ['of a cell a line', ['\t甲', '\t1', '', ' \t乙 ', ' 丙 ', '\t2'], [['counted', '甲/1', '乙丙/2']]],
    ['of a cell a line, one of them cut', ['\t甲', '\t 乙 ', '丙', '\t1'], [['counted', '甲/乙丙/1']]],
    ['of a cell a line with rows of nothing', ['\t甲', '', '\t', '', '\t乙'], [['counted', '甲', '乙']]],
    ['of several cells a line with white space between', ['甲\t1', ' 　', '乙\t2'], [['loose', '甲/1', '乙/2']]],
    ['of a cell a line with white space between rows', ['\t甲', '\t1', '　 ', '\t乙'], [['counted', '甲/1', '乙']]],
    ['of a cell a line with a blank one', ['\t甲', '\t', '\t1'], [['counted', '甲//1']]],
    [
      'of seven in ten such lines',
      '1234567'
        .split('')
        .map(one => `\t${one}`)
        .concat('a\tb', 'c\td', 'e\tf'),
      [['counted', '1/2/3/4/5/6/7/a\tb/c\td/e\tf']],
    ],
    [
      'of seven in eleven such lines',
      '1234567'
        .split('')
        .map(one => `\t${one}`)
        .concat('a\tb', 'c\td', 'e\tf', 'g\th'),
      [['loose', '/1', '/2', '/3', '/4', '/5', '/6', '/7', 'a/b', 'c/d', 'e/f', 'g/h']],
    ],
    [
      'of bars with one word in seven of ten lines',
      '1234567'
        .split('')
        .map(one => `|${one}`)
        .concat('a|b|', 'c|d|', 'e|f|'),
      [['flowing', '1', '2', '3', '4', '5', '6', '7', 'a/b', 'c/d', 'e/f']],
    ],
    [
      'of bars with one word in seven of eleven',
      '1234567'
        .split('')
        .map(one => `|${one}`)
        .concat('a|b|', 'c|d|', 'e|f|', 'g|h|'),
      [['loose', '1', '2', '3', '4', '5', '6', '7', 'a/b', 'c/d', 'e/f', 'g/h']],
    ],
    [
      'of more cells than a row has',
      Array.from({ length: 17 }, () => '\t1'),
      [['flowing', Array(17).fill('1').join('/')]],
    ],
    [
      'of as many cells as a row has',
      Array.from({ length: 16 }, () => '\t1'),
      [['counted', Array(16).fill('1').join('/')]],
    ],
    ['of nothing', ['\t', ' \t '], []],
  ];
  for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(gathered(...lines), expected));

  it('are none where a bar stands in words', () => {
    assert.deepEqual(gathered('甲|乙', '丙'), ['甲|乙', '丙']);
  });

  const [short, long] = ['字'.repeat(40), '字'.repeat(41)];
  const ends: readonly (readonly [string, readonly string[], number])[] = [
    ['a short line behind a row', ['甲\t1', short, '乙\t2'], 1],
    ['two short lines behind a row', ['甲\t1', '乙', '丙', '丁\t2'], 1],
    ['a short line behind the last row', ['甲\t1', '乙'], 1],
    ['a short line with white space around it', ['甲\t1', ` ${short} `, '乙\t2'], 1],
    ['a short line with a sentence in it', ['甲\t1', '乙。丙', '丁\t2'], 1],
    ['a long line', ['甲\t1', long, '乙\t2'], 3],
    ['a long line behind two rows', ['甲\t1', '乙\t2', long], 2],
    ['a long line behind a short one', ['甲\t1', '乙', long], 2],
    ['a sentence', ['甲\t1', '乙。', '丙\t2'], 3],
    ['a sentence with a space behind it', ['甲\t1', '乙。 ', '丙\t2'], 3],
    ['a heading', ['甲\t1', '标题', '乙\t2'], 3],
    ['a row of another kind', ['甲\t1', '| 乙 | 2 |', '丙\t3'], 3],
    ['a short line behind a blank one', ['甲\t1', '', '乙', '丙\t2'], 4],
    ['a blank line', ['甲\t1', '', '乙\t2'], 1],
    ['two blank lines', ['甲\t1', '', '', '乙\t2'], 1],
    ['three blank lines', ['甲\t1', '', '', '', '乙\t2'], 5],
    ['three lines of white space', ['甲\t1', ' ', '　', ' ', '乙\t2'], 5],
  ];
  for (const [name, lines, count] of ends) {
    it(`${count === 1 ? 'go on behind' : 'end at'} ${name}`, () => assert.equal(gathered(...lines).length, count));
  }

  it('know the lines that they are of', () => {
    const [table] = gatherTables(
      ['甲\t1', '', '乙\t2'].map((text, index) => ({ text, place: { line: index + 1 } })),
      () => false,
    );
    assert.deepEqual(table?.kind === 'table' && table.rows.map(({ place }) => place), [{ line: 1 }, { line: 3 }]);
  });
});

describe('import: the end of a report', () => {
  /** The fields, and how much of the lines is left. */
  const read = (lines: readonly string[], titled?: string): unknown[] => {
    const { fields, blocks } = readSignature(
      lines.map(text => paragraph(text, {})),
      titled,
    );
    return [...fields, blocks.length];
  };

  const cases: readonly (readonly [readonly string[], readonly unknown[]])[] = [
    [
      ['正文。', '示范县人民政府', '2025年1月9日'],
      ['机关：示范县人民政府', '发布日期：2025-01-09', 1],
    ],
    [
      ['正文。', '示范县教育局', ' 2025 年 12 月 31 日 '],
      ['机关：示范县教育局', '发布日期：2025-12-31', 1],
    ],
    [
      ['正文。', '2025年1月9日'],
      ['发布日期：2025-01-09', 1],
    ],
    [
      ['正文。', '县人大', '2025年1月9日'],
      ['发布日期：2025-01-09', 2],
    ],
    [['正文。', '示范县人民政府'], [2]],
    [['正文。', '至2025年1月9日'], [2]],
    [['正文。', '2025年1月9日止'], [2]],
    [
      ['正文。', '2025年1月9日', '（联系电话：010-1）'],
      ['发布日期：2025-01-09', '联系电话：010-1', 1],
    ],
    [
      ['正文。', '(联系电话:010-1)'],
      ['联系电话：010-1', 1],
    ],
    [
      ['正文。', '2025年1月9日', '(联系电话：1)'],
      ['发布日期：2025-01-09', '联系电话：1', 1],
    ],
    [
      ['正文。', `（联系电话：${'1'.repeat(60)}）`],
      [`联系电话：${'1'.repeat(60)}`, 1],
    ],
    [['正文。', `（联系电话：${'1'.repeat(61)}）`], [2]],
    [['正文。', '（联系电话：）'], [2]],
    [['正文。', '（联系电话：010-1）止'], [2]],
    [['正文。', '见（联系电话：010-1）'], [2]],
    [['正文。', '（联系人员：某甲）'], [2]],
    [['正文。', '示范县教育局', '2025年1月9日', '（联系人员：某甲）'], [4]],
    ...['示范县 教育局', '一局', '示范县教育局办', `${'县'.repeat(31)}局`].map(
      name =>
        [
          ['正文。', name, '2025年1月9日'],
          ['发布日期：2025-01-09', 2],
        ] as const,
    ),
    ...['示范局', `${'县'.repeat(30)}局`, '示范镇', '示范街道', '某某市某某区'].map(
      name =>
        [
          ['正文。', name, '2025年1月9日'],
          [`机关：${name}`, '发布日期：2025-01-09', 1],
        ] as const,
    ),
    ...['025年1月9日', '2025年111月9日', '2025年1月109日', '12025年1月9日', '2025年月9日', '2025年1月日'].map(
      text => [['正文。', text], [2]] as const,
    ),
    [
      ['示范县人民政府', '2025年1月9日'],
      ['发布日期：2025-01-09', 1],
    ],
    [[], [0]],
  ];
  for (const [lines, expected] of cases) {
    it(`is read from ${JSON.stringify(lines)}`, () => assert.deepEqual(read(lines), expected));
  }

  it('has the organ of the title, whatever its name and without a day', () => {
    assert.deepEqual(read(['正文。', '某某处'], '某某处'), ['机关：某某处', 1]);
    assert.deepEqual(read(['某某处'], '某某处'), [1]);
    assert.deepEqual(read(['正文。', '某某处'], '某处'), [2]);
  });
});

describe('import: words as they are written', () => {
  const bold = (text: string, ...spans: readonly (readonly [number, number])[]): SourceParagraph => ({
    ...paragraph(text, {}),
    bold: spans.map(([start, end]) => ({ start, end })),
  });

  it('have their bold ones in stars, blank and overlapping ones apart', () => {
    assert.equal(writeParagraph(bold('甲乙丙', [0, 1], [2, 3])), '　　**甲**乙**丙**');
    assert.equal(writeParagraph(bold('甲 乙丙', [1, 2], [2, 4], [3, 4])), '　　甲 **乙丙**');
    assert.equal(writeParagraph(bold('{甲|乙}\\｛丙｝｜', [1, 2])), '　　\\{**甲**\\|乙\\}\\\\\\｛丙\\｝\\｜');
  });

  it('are a part’s with its number and without bold in its title', () => {
    const parts: readonly (readonly [SourceParagraph, string])[] = [
      [bold('(二)、 主动公开。甲', [5, 10]), '（二）主动公开。甲'],
      [bold('（十二）主动公开：甲乙', [0, 9], [10, 11]), '（十二）主动公开：甲**乙**'],
      [bold('㈠主动', [0, 3]), '（一）主动'],
      [bold('㈩ 主动'), '（十）主动'],
      [bold('（一）主动公开。甲', [3, 9]), '（一）**主动公开。甲**'],
    ];
    for (const [source, expected] of parts) {
      assert.equal(isPart(source), true, source.text);
      assert.equal(writePart(source), expected);
    }
    for (const text of ['一、主动', '（1）主动', '见（一）主动', '（一主动']) {
      assert.equal(isPart(bold(text)), false, text);
    }
  });
});

describe('import: a table as it is written', () => {
  const [form] = forms;
  const applications = tablesOf(form!).find(({ id }) => id === 'applications')!;
  const labelled = (key: string, labels: ReadonlyMap<string, string> = new Map()): string[] =>
    writeTable({ form: applications, values: new Map([[0, '3']]), labels })
      .filter(line => line.includes(key))
      .map(line => line.slice(0, line.indexOf('|', 1)).trimEnd());

  it('has the labels of the file, else the short ones of the form', () => {
    assert.deepEqual(labelled('部分公开'), ['|   （二）部分公开']);
    const long = applications.rows.flatMap(row => row.rows ?? []).find(({ short }) => short?.includes('部分公开'))!;
    assert.deepEqual(labelled('部分公开', new Map([[long.key, long.label]])), [`|   ${long.label}`]);
  });
});

describe('import: where something stood', () => {
  it('is said by its line, its table or its paragraph, if it is known', () => {
    const said = [{ line: 3, table: 1 }, { table: 1 }, { table: 1, row: 2, paragraph: 4 }, { paragraph: 4 }, {}].map(
      place => sayPlace(place),
    );
    assert.deepEqual(said, [
      { zh: '第 3 行', en: 'line 3' },
      { zh: '第 1 张表', en: 'table 1' },
      { zh: '第 1 张表第 2 行', en: 'table 1, row 2' },
      { zh: '第 4 段', en: 'paragraph 4' },
      { zh: '', en: '' },
    ]);
  });
});
