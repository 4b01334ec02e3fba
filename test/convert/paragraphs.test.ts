import assert from 'node:assert/strict';
import { dropMarks, joinCut } from '../../convert/import/paragraphs.ts';
import { paragraph, slice, type SourceParagraph } from '../../convert/import/source.ts';
import { readText } from '../../convert/import/text.ts';

const paragraphs = (...lines: readonly string[]): SourceParagraph[] =>
  lines.map((text, index) => paragraph(text, { line: index + 1 }));

const textsOf = (blocks: readonly unknown[]): string[] => (blocks as SourceParagraph[]).map(({ text }) => text);

/** What becomes of lines; those with 标题 in them are headings. */
const joined = (...lines: readonly string[]): string[] =>
  textsOf(joinCut(paragraphs(...lines), text => text.includes('标题')).blocks);

describe('import: paragraphs that a page has cut', () => {
  const long = '本行政机关全年共受理各类政府信息公开申请若';
  const cut: readonly (readonly [string, string])[] = [
    [long, '干件'],
    ['甲', '，乙'],
    ['甲', '》乙'],
    ['甲，', '乙'],
    ['甲、', '乙'],
    ['截至2024年', '12月底'],
    [`一、${long}。又`, '干件'],
    [long, '10.5万元'],
    [long.slice(1), '干件'],
    [long, '123、干件'],
    [long, '一件'],
    [long, '12件'],
    [long, '十一十二、干件'],
    [long, '一百、干件'],
    [long, '另有（二）、2.以及二是和●干件'],
    [`${long}；${long}，2、干件`, '又'],
    [`甲，乙。${long}：丙`, '又'],
  ];
  for (const [before, next] of cut) {
    it(`are one again: ${before} / ${next}`, () => assert.deepEqual(joined(before, next), [before + next]));
  }

  const apart: readonly (readonly [string, string])[] = [
    [long.slice(2), '干件'],
    ['甲', '乙'],
    [`${long}。`, '干件'],
    [`${long}）`, '干件'],
    [long, '（一）干件'],
    [long, '十二、干件'],
    [long, '(十二)干件'],
    [long, '二十一.干件'],
    [long, '二）干件'],
    [long, '1.干件'],
    [long, '12、干件'],
    [long, '1．干件'],
    [long, '一是干件'],
    ...Array.from('●■◆·•①⑳㈠㈩*-', mark => [long, `${mark}干件`] as const),
    ['甲，', '③乙'],
    [`一、${long}`, '干件'],
    [`标题${long}`, '干件'],
    [long, '标题'],
    ['截至2024年', '约12月底'],
    ['截至2024年度', '12月底'],
    ['截至年', '12月底'],
    ['甲', '乙，丙'],
    ['甲，乙', '丙'],
  ];
  for (const [before, next] of apart) {
    it(`stay apart: ${before} / ${next}`, () => assert.deepEqual(joined(before, next), [before, next]));
  }

  it('stay apart where one is a heading or all bold', () => {
    const [before, next] = paragraphs(long, '，干件') as [SourceParagraph, SourceParagraph];
    const texts = (...both: SourceParagraph[]): number => joinCut(both, () => false).blocks.length;
    const all = { start: 0, end: long.length };
    assert.equal(texts(before, next), 1);
    assert.equal(texts({ ...before, level: 1 }, next), 2);
    assert.equal(texts(before, { ...next, level: 1 }), 2);
    assert.equal(texts({ ...before, bold: [all] }, next), 2);
    assert.equal(texts({ ...before, bold: [{ ...all, start: 1 }] }, next), 1);
    assert.equal(texts({ ...before, bold: [{ ...all, end: 3 }] }, next), 1);
    assert.equal(
      texts(
        {
          ...before,
          bold: [
            { start: 0, end: 1 },
            { start: 3, end: long.length },
          ],
        },
        next,
      ),
      1,
    );
  });

  it('are told, and keep what is bold and a space between foreign words', () => {
    const [before, next] = paragraphs(`${long} OA`, 'web系统') as [SourceParagraph, SourceParagraph];
    const { blocks, remarks } = joinCut(
      [
        { ...before, bold: [{ start: 0, end: 2 }] },
        { ...next, bold: [{ start: 0, end: 3 }] },
      ],
      () => false,
    );
    const at = long.length + 4;
    assert.deepEqual(blocks, [
      {
        ...before,
        text: `${long} OA web系统`,
        bold: [
          { start: 0, end: 2 },
          { start: at, end: at + 3 },
        ],
      },
    ]);
    assert.deepEqual(
      remarks.map(({ kind, text, place }) => [kind, text, place]),
      [['change', 'web系统', { line: 2 }]],
    );
    assert.deepEqual(joined(`${long}OA`, '系统'), [`${long}OA系统`]);
    assert.deepEqual(joined(`${long}OA`, '系统web'), [`${long}OA系统web`]);
    assert.deepEqual(joined(`${long}共`, 'OA'), [`${long}共OA`]);
    assert.deepEqual(joined(`${long}OA共`, 'web'), [`${long}OA共web`]);
    assert.deepEqual(joined(`${long}，`, `${long}，`, '丙'), [`${long}，${long}，丙`]);
  });
});

describe('import: marks of pages', () => {
  const dropped = (...lines: readonly string[]): string[] => {
    const { blocks, remarks } = dropMarks(paragraphs(...lines));
    assert.ok(remarks.every(({ kind }) => kind === 'loss'));
    return [...textsOf(blocks), ...remarks.map(({ text }) => `-${text}`)];
  };

  for (const mark of [
    '第 3 页',
    '第128页',
    '第3页 共12页',
    '第3页，共 12 页',
    '第3页/共12页',
    '第 3 页 ， 共 128 页',
    '第3页,共12页',
    '第3页共12页',
    '— 3 —',
    '-3-',
    '--12--',
    'page 3',
    'Page 3 of 12',
    'PAGE 128 of 128',
    ' ··第3页.. ',
  ]) {
    it(`are left out: ${mark}`, () => assert.deepEqual(dropped('甲', mark), ['甲', `-${mark}`]));
  }

  for (const words of ['3', '第3页的数据', '见第3页', '第1234页', '-3', '3-', '- 1234 -', 'page three', 'Page 3 of']) {
    it(`are not: ${words}`, () => assert.deepEqual(dropped(words), [words]));
  }

  it('are lines that head three pages', () => {
    const head = '示范县政府信息公开工作年度报告';
    assert.deepEqual(dropped(head, '甲', head, '乙'), [head, '甲', head, '乙']);
    assert.deepEqual(dropped(head, '甲', head, '乙', head), ['甲', '乙', `-${head}`, `-${head}`, `-${head}`]);
    const named = (length: number): string => `${'年'.repeat(length)}报告`;
    for (const one of [named(6), named(40)]) {
      assert.deepEqual(dropped(one, one, one), [`-${one}`, `-${one}`, `-${one}`]);
    }
    for (const one of [named(5), named(41), `按时，${named(6)}`, `${named(6)}书`]) {
      assert.deepEqual(dropped(one, one, one), [one, one, one]);
    }
  });

  it('are the names of bookmarks, wherever they stand', () => {
    assert.deepEqual(dropped('甲[bookmark: a]乙[bookmark:]丙', '[bookmark:b]'), [
      '甲乙丙',
      '-[bookmark: a]',
      '-[bookmark:]',
      '-[bookmark:b]',
    ]);
    assert.deepEqual(dropped(`[bookmark:${'a'.repeat(61)}]`).length, 1);
  });
});

describe('import: a stretch of a paragraph', () => {
  it('is without the space at its ends, and its bold words with it', () => {
    const source: SourceParagraph = {
      ...paragraph('  甲乙 丙丁  ', {}),
      bold: [
        { start: 1, end: 4 },
        { start: 6, end: 9 },
      ],
    };
    const marks = ({ text, bold }: SourceParagraph): unknown => [
      text,
      ...bold.map(({ start, end }) => text.slice(start, end)),
    ];
    assert.deepEqual(marks(slice(source, 0)), ['甲乙 丙丁', '甲乙', '丁']);
    assert.deepEqual(marks(slice(source, 3)), ['乙 丙丁', '乙', '丁']);
    assert.deepEqual(marks(slice(source, 4, 6)), ['丙']);
    assert.deepEqual(marks(slice(source, 0, 7)), ['甲乙 丙丁', '甲乙', '丁']);
    assert.deepEqual(marks(slice(source, 9)), ['']);
  });
});

describe('import: plain text and Markdown', () => {
  const linesOf = (text: string): string[] =>
    readText(text).blocks.map(block => {
      if (block.kind === 'table') return `${block.rows.length}`;
      const { level, bold } = block;
      const marks = bold.map(({ start, end }) => `${start}-${end}`).join();
      return `${level > 0 ? `h${level} ` : ''}${block.text}${marks === '' ? '' : ` ${marks}`}`;
    });

  it('has its paragraphs by lines, whatever ends them', () => {
    assert.deepEqual(linesOf('甲\r\n乙\n丙\r丁\f戊\v己\u0085庚\u2028辛\u2029壬'), '甲乙丙丁戊己庚辛壬'.split(''));
  });

  const marks: readonly (readonly [string, string])[] = [
    ['# 甲', 'h1 甲'],
    ['   ###### 甲', 'h6 甲'],
    ['####### 甲', '####### 甲'],
    ['##  甲', 'h2 甲'],
    ['    # 甲', '# 甲'],
    ['#甲', '#甲'],
    ['甲 # 乙', '甲 # 乙'],
    ['甲**乙**丙**丁**', '甲乙丙丁 1-2,3-4'],
    ['**甲**乙**', '甲乙** 0-1'],
    [' 甲 ', '甲'],
    ['甲乙**丙', '甲乙**丙'],
    ['甲****乙', '甲乙'],
    ['**甲', '**甲'],
    ['甲\\*乙', '甲\\*乙'],
    ['## 甲\\*乙\\-\\[\\`\\~\\/\\:\\@\\甲', 'h2 甲*乙-[`~/:@\\甲'],
  ];
  for (const [line, expected] of marks) {
    it(`reads ${line}`, () => assert.equal(linesOf(line)[0], expected));
  }

  it('has its tables end at a heading', () => {
    assert.deepEqual(linesOf('| 甲 | 1 |\n## 一、总体情况\n| 乙 | 2 |'), ['1', 'h2 一、总体情况', '1']);
  });

  it('is Markdown where it has a heading or a table of it', () => {
    assert.equal(readText('# 甲').format, 'markdown');
    assert.equal(readText('| 甲 | 乙 |\n| --- | --- |\n| 丙 | 1 |').format, 'markdown');
    assert.equal(readText('甲**乙**').format, 'text');
  });
});
