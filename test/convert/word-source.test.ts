import assert from 'node:assert/strict';
import { readDocx } from '../../convert/import/docx/read.ts';
import type { LeftOut, SourceBlock } from '../../convert/import/source.ts';
import { wordCell, wordFile, wordParagraph as words, wordPart, wordTable } from '../kit/index.ts';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const blocksOf = (body: string, parts?: Parts): readonly SourceBlock[] => readDocx(wordFile(body, parts)).blocks;

const leftOf = (body: string, parts?: Parts): readonly LeftOut[] => readDocx(wordFile(body, parts)).left;

/** The paragraphs' words, the bold ones in stars. */
const linesOf = (body: string, parts?: Parts): string[] =>
  blocksOf(body, parts).map(block => {
    if (block.kind === 'table') return block.rows.map(row => row.cells.map(cell => cell.text).join('|')).join('/');
    const { text, bold } = block;
    return bold.reduceRight(
      (line, { start, end }) => `${line.slice(0, start)}*${line.slice(start, end)}*${line.slice(end)}`,
      text,
    );
  });

const run = (inside: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
const text = (one: string): string => `<w:t>${one}</w:t>`;
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;

describe('import: the lists of Word', () => {
  interface LevelForm {
    readonly format?: string;
    readonly form: string;
    readonly start?: number;
  }

  const level = ({ format, form, start }: LevelForm, at: number): string =>
    `<w:lvl w:ilvl="${at}">${start === undefined ? '' : `<w:start w:val="${start}"/>`}` +
    `${format === undefined ? '' : `<w:numFmt w:val="${format}"/>`}<w:lvlText w:val="${form}"/></w:lvl>`;

  const list = (
    levels: readonly LevelForm[],
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
  ): Parts => ({
    'word/numbering.xml': wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="7">${levels.map(level).join('')}</w:abstractNum>${nums}`,
    ),
  });

  const item = (at: number, id = '1'): string =>
    words('甲', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

  /** The numbers of so many items. */
  const numbers = (form: LevelForm, count: number): string[] =>
    linesOf(item(0).repeat(count), list([form])).map(line => line.slice(0, -1));

  const formats: readonly (readonly [string, number, readonly string[]])[] = [
    ['decimal', 9, ['9', '10', '11']],
    ['chineseCounting', 9, ['九', '十', '十一']],
    ['taiwaneseCountingThousand', 1, ['一', '二']],
    ['japaneseCounting', 1, ['一', '二']],
    ['ideographDigital', 98, ['九十八', '九十九', '100']],
    ['chineseCounting', 0, ['0', '一']],
    ['ideographEnclosedCircle', 1, ['①', '②']],
    ['decimalEnclosedCircle', 19, ['⑲', '⑳', '21']],
    ['decimalEnclosedCircleChinese', 0, ['0', '①']],
    ['ideographTraditional', 1, ['1', '2']],
    ['ideographZodiac', 1, ['1', '2']],
    ['lowerLetter', 25, ['y', 'z', 'aa', 'bb']],
    ['upperLetter', 1, ['A', 'B']],
    ['upperLetter', 53, ['AAA', 'BBB']],
    ['decimalFullWidth', 9, ['９', '１０']],
    ['bullet', 1, ['', '']],
    ['none', 1, ['', '']],
  ];
  for (const [format, start, expected] of formats) {
    it(`are counted in ${format} from ${start}`, () => {
      const found = numbers({ format, form: format === 'bullet' ? '•' : '%1', start }, expected.length);
      assert.deepEqual(found, expected);
    });
  }

  it('are counted in figures from 1 where the list does not say', () => {
    assert.deepEqual(numbers({ form: '%1.' }, 2), ['1.', '2.']);
  });

  it('show the numbers of the levels above, and begin anew below each', () => {
    const levels = [{ form: '%1.' }, { form: '%1.%2.' }, { form: '%1-%2-%3.', start: 5 }];
    const body = [0, 1, 1, 2, 0, 1, 2, 2].map(at => item(at)).join('');
    assert.deepEqual(linesOf(body, list(levels)), [
      '1.甲',
      '1.1.甲',
      '1.2.甲',
      '1-2-5.甲',
      '2.甲',
      '2.1.甲',
      '2-1-5.甲',
      '2-1-6.甲',
    ]);
    // A level above that has no number yet shows the one that it would begin with.
    assert.deepEqual(linesOf(item(1), list([{ form: '%1.', start: 3 }, { form: '%1.%2.' }])), ['3.1.甲']);
  });

  it('count on in lists of one kind, unless one says where it begins', () => {
    const num = (id: number, inside = ''): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${inside}</w:num>`;
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>';
    const other = `<w:lvlOverride w:ilvl="0">${level({ form: '第%1' }, 0)}</w:lvlOverride>`;
    const parts = list([{ form: '%1.' }], num(1) + num(2) + num(3, anew) + num(4, other));
    const body = ['1', '2', '1', '3', '3', '1', '4'].map(id => item(0, id)).join('');
    assert.deepEqual(linesOf(body, parts), ['1.甲', '2.甲', '3.甲', '4.甲', '5.甲', '4.甲', '第1甲']);
  });

  it('that are not there number nothing', () => {
    assert.deepEqual(linesOf(item(0, '9') + item(5) + item(0, '0'), list([{ form: '%1.' }])), ['甲', '甲', '甲']);
    assert.deepEqual(linesOf(item(0)), ['甲']);
  });

  it('number the first line of a paragraph, and no blank one', () => {
    const properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const body = `<w:p>${properties}${run(`${text('甲')}<w:br/>${text('乙')}<w:cr/>${text('丙')}`)}</w:p><w:p>${properties}</w:p>${item(0)}`;
    assert.deepEqual(linesOf(body, list([{ form: '%1.' }])), ['1.甲', '乙', '丙', '3.甲']);
  });
});

describe('import: the styles of Word', () => {
  const style = (id: string, inside: string): string => `<w:style w:styleId="${id}">${inside}</w:style>`;
  const styled = (id: string, properties = ''): string => words('甲', `<w:pStyle w:val="${id}"/>${properties}`);
  const styles = (...all: readonly string[]): Parts => ({ 'word/styles.xml': wordPart('styles', all.join('')) });
  const levelsOf = (body: string, parts?: Parts): number[] =>
    blocksOf(body, parts).map(block => (block.kind === 'paragraph' ? block.level : -1));

  it('say the level of a heading by their name, or by an outline, which comes first', () => {
    const parts = styles(
      style('a', '<w:name w:val="heading 2"/>'),
      style('b', '<w:name w:val="标题 3"/>'),
      style('c', '<w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="4"/></w:pPr>'),
      style('d', '<w:name w:val="my heading 2"/>'),
      style('e', '<w:name w:val="e"/><w:basedOn w:val="a"/>'),
    );
    assert.deepEqual(levelsOf(['a', 'b', 'c', 'd', 'e'].map(id => styled(id)).join(''), parts), [2, 3, 5, 0, 2]);
    const names = ['标题3', 'heading 2 Char'].map((name, at) => style(`n${at}`, `<w:name w:val="${name}"/>`));
    assert.deepEqual(levelsOf(styled('n0') + styled('n1'), styles(...names)), [3, 0]);
    const outline = '<w:outlineLvl w:val="9"/>';
    assert.deepEqual(
      levelsOf(styled('a', outline) + styled('x') + words('甲', '<w:outlineLvl w:val="0"/>'), parts),
      [0, 0, 1],
    );
  });

  it('make words bold, which the words themselves may take back', () => {
    const parts = styles(
      style('a', '<w:rPr><w:b/></w:rPr>'),
      style('b', '<w:basedOn w:val="a"/><w:rPr><w:b w:val="off"/></w:rPr>'),
    );
    const two = (id: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text('甲'))}${run(text('乙'), '<w:b w:val="false"/>')}</w:p>`;
    assert.deepEqual(linesOf(two('a') + two('b'), parts), ['*甲*乙', '甲乙']);
  });
});

describe('import: the lists that styles of Word begin', () => {
  it('have the level of the style where the paragraph names but another list', () => {
    const numbers = (list: string, level = ''): string => `<w:numPr>${level}<w:numId w:val="${list}"/></w:numPr>`;
    const second = '<w:ilvl w:val="1"/>';
    const levels = (form: string): string =>
      [0, 1].map(at => `<w:lvl w:ilvl="${at}"><w:lvlText w:val="${form}${at + 1}%${at + 1}."/></w:lvl>`).join('');
    const parts = {
      'word/styles.xml': wordPart('styles', `<w:style w:styleId="a"><w:pPr>${numbers('1', second)}</w:pPr></w:style>`),
      'word/numbering.xml': wordPart(
        'numbering',
        `<w:abstractNum w:abstractNumId="7">${levels('a')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${levels('b')}</w:abstractNum>` +
          '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
      ),
    };
    const styled = (properties = ''): string => words('甲', `<w:pStyle w:val="a"/>${properties}`);
    assert.deepEqual(linesOf(styled() + styled(numbers('2')) + styled(numbers('2', '<w:ilvl w:val="0"/>')), parts), [
      'a21.甲',
      'b21.甲',
      'b11.甲',
    ]);
  });
});

describe('import: the words of Word', () => {
  it('are those that are seen', () => {
    const ruby = `<w:ruby><w:rt>${run(text('yin'))}</w:rt><w:rubyBase>${run(text('音'))}</w:rubyBase></w:ruby>`;
    const seen: readonly (readonly [string, string])[] = [
      [run('<w:noBreakHyphen/>'), '-'],
      [run(`${text('甲')}<w:tab/>${text('乙')}`), '甲\t乙'],
      [run(`${text('甲')}<w:ptab/>${text('乙')}`), '甲\t乙'],
      [run('<w:sym w:font="Symbol" w:char="4E59"/>'), '乙'],
      [run(ruby), '音'],
      [run(text('甲<w:x/>乙')), '甲乙'],
      [`<w:hyperlink>${run(text('链接'))}</w:hyperlink>`, '链接'],
      [`<w:del>${run(text('删'))}</w:del><w:moveFrom>${run(text('移'))}</w:moveFrom>${run(text('留'))}`, '留'],
      [run(`<mc:AlternateContent><mc:Fallback>${text('乙')}</mc:Fallback></mc:AlternateContent>`), '乙'],
      [
        `<mc:AlternateContent><mc:Choice>${run(text('甲'))}</mc:Choice><mc:Fallback>${run(text('乙'))}</mc:Fallback></mc:AlternateContent>`,
        '甲',
      ],
    ];
    for (const [inside, expected] of seen) assert.deepEqual(linesOf(paragraph(inside)), [expected], inside);
  });

  it('are none where a symbol is of its font alone', () => {
    for (const code of ['1F', '9F', 'D800', 'DFFF', '1F600', 'x', '']) {
      assert.deepEqual(linesOf(paragraph(run(`<w:sym w:char="${code}"/>`), run(text('甲')))), ['甲'], code);
    }
    assert.deepEqual(linesOf(paragraph(run('<w:sym w:char="E000"/>'))), ['\ue000']);
    assert.deepEqual(linesOf(paragraph(run(text('甲')), run('<w:sym w:char="20"/>'), run(text('乙')))), ['甲 乙']);
  });

  it('are bold from run to run, tabs and notes apart', () => {
    const bold = (inside: string): string => run(inside, '<w:b/>');
    assert.deepEqual(linesOf(paragraph(bold(text('甲')), bold(text('乙')), run(text('丙')), bold(text('丁')))), [
      '*甲乙*丙*丁*',
    ]);
    assert.deepEqual(linesOf(paragraph(bold(`${text('甲')}<w:tab/>${text('乙')}`))), ['*甲*\t*乙*']);
  });

  it('are kept apart from what was hidden, and pictures are told by their names', () => {
    const picture = (inside: string): string => paragraph(run(`<w:drawing>${inside}</w:drawing>`));
    const body =
      paragraph(run(text('甲')), run(text('藏'), '<w:vanish/>'), run(text(' '), '<w:vanish/>')) +
      picture('<a><wp:docPr name="图1" descr="公章"/></a>') +
      picture('<wp:docPr name="图2"/>') +
      picture('<b name="无"/>') +
      picture('<a/><wp:docPr name="图3"/>') +
      paragraph(run('<w:pict><wp:docPr name="图4"/></w:pict><w:object><wp:docPr name="图5"/></w:object>'));
    assert.deepEqual(linesOf(body), ['甲']);
    assert.deepEqual(leftOf(body), [
      { text: '藏', place: { paragraph: 1 }, as: 'hidden' },
      { text: '公章', place: { paragraph: 2 }, as: 'picture' },
      { text: '图2', place: { paragraph: 3 }, as: 'picture' },
      { text: '', place: { paragraph: 4 }, as: 'picture' },
      { text: '图3', place: { paragraph: 5 }, as: 'picture' },
      { text: '图4', place: { paragraph: 6 }, as: 'picture' },
      { text: '图5', place: { paragraph: 6 }, as: 'picture' },
    ]);
  });

  it('of a text box stand behind the paragraph that it hangs on', () => {
    const box = `<wps:txbx><w:txbxContent>${words('内')}${words('里')}</w:txbxContent></wps:txbx>`;
    const drawn = `<w:drawing><wp:docPr name="框"/>${box}</w:drawing>`;
    const other = `<w:pict><v:shape>${box.replace('内', '旧')}</v:shape></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice>${drawn}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
    for (const inside of [
      drawn,
      both,
      `<w:pict><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box.replace('内', '旧')}</mc:Fallback></mc:AlternateContent></w:pict>`,
    ]) {
      const body = paragraph(run(`${text('甲')}${inside}${text('乙')}`)) + words('丙');
      assert.deepEqual(linesOf(body), ['甲乙', '内', '里', '丙']);
      assert.deepEqual(leftOf(body), []);
    }
  });

  it('of notes stand where they are called', () => {
    const parts = {
      'word/endnotes.xml': wordPart(
        'endnotes',
        `<w:endnote w:id="1" w:type="normal">${words('尾注')}</w:endnote><w:endnote w:id="2">${words(' ')}</w:endnote>`,
      ),
      'word/footnotes.xml': wordPart(
        'footnotes',
        `<w:footnote w:id="1" w:type="separator">${words('线')}</w:footnote><w:footnote w:id="2">${words('脚注')}</w:footnote>`,
      ),
    };
    const called = [
      'endnoteReference w:id="1"',
      'endnoteReference w:id="2"',
      'footnoteReference w:id="1"',
      'footnoteReference w:id="2"',
    ];
    assert.deepEqual(linesOf(paragraph(run(text('甲')), ...called.map(one => run(`<w:${one}/>`))), parts), [
      '甲（注：尾注）（注：脚注）',
    ]);
  });

  it('of a note are those that are seen', () => {
    const note =
      `<w:p> ${run('<w:instrText>PAGE</w:instrText>')}${run(text('注'))}` +
      `<w:del>${run(`<w:delText>删</w:delText>${text('除')}`)}</w:del>${run(text('释'))} </w:p>`;
    const parts = { 'word/footnotes.xml': wordPart('footnotes', `<w:footnote w:id="2">${note}</w:footnote>`) };
    assert.deepEqual(linesOf(paragraph(run(text('甲')), run('<w:footnoteReference w:id="2"/>')), parts), [
      '甲（注：注释）',
    ]);
  });

  it('whose mark was deleted go on in the next paragraph, unless a table follows', () => {
    const open = (one: string): string => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(text(one))}</w:p>`;
    const table = wordTable([wordCell('格')]);
    assert.deepEqual(linesOf(open('甲') + words('乙') + words('丙')), ['甲乙', '丙']);
    assert.deepEqual(linesOf(open('甲') + open('乙') + words('丙')), ['甲乙丙']);
    assert.deepEqual(linesOf(open('甲') + table + words('乙')), ['甲', '格', '乙']);
    assert.deepEqual(linesOf(words('甲') + open('乙')), ['甲', '乙']);
    assert.deepEqual(linesOf(table + open('') + words('乙')), ['格', '乙']);
  });
});

describe('import: the tables of Word', () => {
  const cellsOf = (body: string): unknown[] =>
    blocksOf(body).map(block =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map(({ text, column, columns }) => [text, column, columns]))
        : block.text,
    );
  const merge = (value = ''): string => `<w:vMerge${value === '' ? '' : ` w:val="${value}"`}/>`;

  it('have their cells where they are seen', () => {
    const table = wordTable(
      [wordCell('甲', merge('restart')), wordCell('乙', '<w:gridSpan w:val="2"/>'), wordCell('丙')],
      [wordCell('', merge()), wordCell('丁'), wordCell('戊'), wordCell('己')],
      [wordCell('', merge('continue')), wordCell('庚'), wordCell(''), wordCell('辛')],
    );
    assert.deepEqual(cellsOf(table), [
      [
        [
          ['甲', 0, 1],
          ['乙', 1, 2],
          ['丙', 3, 1],
        ],
        [
          ['丁', 1, 1],
          ['戊', 2, 1],
          ['己', 3, 1],
        ],
        [
          ['庚', 1, 1],
          ['', 2, 1],
          ['辛', 3, 1],
        ],
      ],
    ]);
  });

  it('keep a merged cell that has words of its own, and one that nothing reaches', () => {
    const table = wordTable(
      [wordCell('甲', merge('restart')), wordCell('乙')],
      [wordCell('丙', merge()), wordCell('', merge())],
      [wordCell('丁'), wordCell('')],
      [wordCell('', merge()), wordCell('戊')],
    );
    assert.deepEqual(cellsOf(table), [
      [
        [
          ['甲', 0, 1],
          ['乙', 1, 1],
        ],
        [
          ['丙', 0, 1],
          ['', 1, 1],
        ],
        [
          ['丁', 0, 1],
          ['', 1, 1],
        ],
        [
          ['', 0, 1],
          ['戊', 1, 1],
        ],
      ],
    ]);
  });

  it('have their words on one line, hidden ones apart, and begin anew where a merge does', () => {
    const hidden = run(text('藏'), '<w:vanish/>');
    const two = `<w:tc>${words(' 甲 ')}${words('')}${words('乙')}<w:p>${hidden}</w:p></w:tc>`;
    const table = wordTable(
      [two],
      [wordCell('丙', merge('restart'))],
      [wordCell('', merge('restart'))],
      [wordCell('', merge())],
    );
    assert.deepEqual(cellsOf(table), [[[['甲 乙', 0, 1]], [['丙', 0, 1]], [['', 0, 1]], []]]);
    assert.deepEqual(
      leftOf(table).map(one => one.text),
      ['藏'],
    );
  });

  it('may begin a row further in, and have spans that nobody believes', () => {
    const rows =
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${wordCell('甲')}</w:tr>` +
      `<w:tr>${wordCell('乙', '<w:gridSpan w:val="0"/>')}${wordCell('丙', '<w:gridSpan w:val="99999"/>')}${wordCell('丁')}</w:tr>`;
    assert.deepEqual(cellsOf(`<w:tbl>${rows}</w:tbl>`), [
      [
        [['甲', 2, 1]],
        [
          ['乙', 0, 1],
          ['丙', 1, 1000],
          ['丁', 1001, 1],
        ],
      ],
    ]);
  });

  it('hold what was put in under control or by a change, and not what was taken out', () => {
    const row = (inside: string, change = ''): string => `<w:tr><w:trPr>${change}</w:trPr>${inside}</w:tr>`;
    const table =
      `<w:tbl><w:tblPr><w:tr>${wordCell('无')}</w:tr></w:tblPr>${row(`<w:sdt><w:sdtContent>${wordCell('甲')}</w:sdtContent></w:sdt><w:del>${wordCell('删')}</w:del>`)}` +
      `<w:ins>${row(wordCell('乙'))}</w:ins><w:del>${row(wordCell('删'))}</w:del>` +
      `${row(wordCell('删'), '<w:del/>')}${row(wordCell('移'), '<w:moveFrom/>')}${row(wordCell('丙'), '<w:ins/>')}</w:tbl>`;
    assert.deepEqual(cellsOf(table), [[[['甲', 0, 1]], [['乙', 0, 1]], [['丙', 0, 1]]]]);
  });

  it('that hold tables or whole paragraphs are the page’s layout', () => {
    const inner = wordTable([wordCell('内')]);
    assert.deepEqual(cellsOf(wordTable([`<w:tc>${words('前')}${inner}</w:tc>`, wordCell('后')])), [
      '前',
      [[['内', 0, 1]]],
      '后',
    ]);
    const controlled = `<w:tc><w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt></w:tc>`;
    assert.deepEqual(cellsOf(wordTable([wordCell('前')], [controlled])), ['前', [[['内', 0, 1]]]]);
    const [fits, long] = ['字'.repeat(200), '字'.repeat(201)];
    assert.deepEqual(cellsOf(wordTable([wordCell(fits)])), [[[[fits, 0, 1]]]]);
    assert.deepEqual(cellsOf(wordTable([wordCell(long)])), [long]);
    const linked = `<w:tc><w:p><w:hyperlink>${run(text(long))}</w:hyperlink></w:p></w:tc>`;
    assert.deepEqual(cellsOf(wordTable([linked])), [long]);
  });

  it('are none where lines have but one bar, whose words stay bold', () => {
    assert.deepEqual(linesOf(paragraph(run(text('甲|乙'), '<w:b/>')).repeat(2)), ['*甲|乙*', '*甲|乙*']);
  });

  it('are counted, and so are their rows and the paragraphs between them', () => {
    const table = wordTable([wordCell('甲')], [wordCell('乙')]);
    const places = blocksOf(table + words('丙') + table).flatMap(block =>
      block.kind === 'table' ? block.rows.map(({ place }) => place) : [block.place],
    );
    assert.deepEqual(places, [
      { table: 1, row: 1 },
      { table: 1, row: 2 },
      { paragraph: 1 },
      { table: 2, row: 1 },
      { table: 2, row: 2 },
    ]);
  });

  it('typed with tabs are tables where there are at least two lines of them', () => {
    const typed = (one: string): string => words(one);
    assert.deepEqual(
      blocksOf(typed('甲\t1') + typed('乙\t\t2')).map(({ kind }) => kind),
      ['table'],
    );
    assert.deepEqual(
      blocksOf(typed('甲|1|') + typed('乙|2|')).map(({ kind }) => kind),
      ['table'],
    );
    assert.deepEqual(
      blocksOf(typed('甲\t1') + typed('乙')).map(({ kind }) => kind),
      ['paragraph', 'paragraph'],
    );
    assert.deepEqual(
      blocksOf(typed('| 甲 | 1 |') + typed('｜乙｜2｜') + typed('丙')).map(({ kind }) => kind),
      ['table', 'paragraph'],
    );
  });
});

describe('import: the archive of Word', () => {
  const relations = (target: string): Parts => ({
    '_rels/.rels': `<Relationships><Relationship Type="x/styles" Target="no.xml"/><Relationship Type="x/officeDocument" Target="${target}"/></Relationships>`,
  });

  it('says where the document stands', () => {
    const body = wordPart('document', `<w:body>${words('别处', '<w:pStyle w:val="a"/>')}</w:body>`);
    const styles = wordPart('styles', '<w:style w:styleId="a"><w:rPr><w:b/></w:rPr></w:style>');
    const parts = { 'main/other.xml': body, 'main/styles.xml': styles };
    assert.deepEqual(linesOf(words('甲'), { ...parts, ...relations('/main/other.xml') }), ['*别处*']);
    assert.deepEqual(linesOf(words('甲'), { ...parts, ...relations('main/other.xml') }), ['*别处*']);
    const deep = { 'main/in/other.xml': body, 'main/in/styles.xml': styles };
    assert.deepEqual(linesOf(words('甲'), { ...deep, ...relations('main/in/other.xml') }), ['*别处*']);
  });

  it('has its document where Word puts it, unless it says otherwise', () => {
    const others = '<Relationship Target="no.xml"/><Relationship Type="x/officeDocument/styles" Target="no.xml"/>';
    assert.deepEqual(linesOf(words('甲'), { '_rels/.rels': `<Relationships>${others}</Relationships>` }), ['甲']);
  });

  it('is no report’s where it holds something else', () => {
    for (const target of ['xl/workbook.xml', 'ppt/presentation.xml', 'word/gone.xml', 'word/document.bin']) {
      const parts = {
        ...relations(target),
        'xl/workbook.xml': '<a/>',
        'ppt/presentation.xml': '<a/>',
        'word/document.bin': '<a/>',
      };
      assert.throws(() => blocksOf(words('甲'), parts), { fault: 'not-a-report' }, target);
    }
    assert.throws(() => blocksOf('', { 'word/document.xml': wordPart('document', '') }), { fault: 'damaged' });
  });

  it('has heads and feet of pages, and comments, which are told', () => {
    const parts = {
      'word/header2.xml': wordPart('hdr', words(' 页眉 ')),
      'word/footer.xml': wordPart('ftr', words('1')),
      'word/footer3.xml': wordPart('ftr', words(' ')),
      'word/headers.xml': wordPart('hdr', words('不是')),
      'word/header2.xml.rels': wordPart('hdr', words('不是')),
      'word/old/header1.xml': wordPart('hdr', words('旧页眉')),
      'other/header1.xml': wordPart('hdr', words('不是')),
      'word/comments.xml': wordPart(
        'comments',
        `<w:comment>${words('核')}</w:comment><w:comment>${words(' ')}</w:comment>`,
      ),
    };
    assert.deepEqual(leftOf(words('甲'), parts), [
      { text: '页眉', place: {}, as: 'page' },
      { text: '1', place: {}, as: 'page' },
      { text: '旧页眉', place: {}, as: 'page' },
      { text: '核', place: {}, as: 'comment' },
    ]);
  });

  it('may be written in UTF-16', () => {
    for (const order of ['big', 'little'] as const) {
      const bytes = Buffer.from(
        `\ufeff${wordPart('document', `<w:body>${words('甲')}</w:body>`).replace('UTF-8', 'UTF-16')}`,
        'utf16le',
      );
      const part = Uint8Array.from(order === 'big' ? bytes.swap16() : bytes);
      assert.deepEqual(linesOf('', { 'word/document.xml': part }), ['甲'], order);
    }
  });
});
