import assert from 'node:assert/strict';
import { faultWords, type ImportFault } from '../../convert/import/errors.ts';
import { readHtml } from '../../convert/import/html.ts';
import { readFile, readWords } from '../../convert/import/read.ts';
import type { LeftOut } from '../../convert/import/source.ts';

/** The paragraphs of a page, the bold words in stars, and its tables by their rows behind a `#`. */
const linesOf = (html: string): string[] =>
  readHtml(html).blocks.map(block => {
    if (block.kind === 'table') {
      return `#${block.rows.map(row => row.cells.map(cell => cell.text).join('|')).join('/')}`;
    }
    return block.bold.reduceRight(
      (line, { start, end }) => `${line.slice(0, start)}*${line.slice(start, end)}*${line.slice(end)}`,
      block.text,
    );
  });

const leftOf = (html: string): readonly LeftOut[] => readHtml(html).left;

const long = (length: number): string => '字'.repeat(length);

describe('import: the paragraphs of a page', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'begin and end with their elements',
      '甲<p>乙</p>丙<div>丁<ul><li>戊</li></ul></div>己',
      ['甲', '乙', '丙', '丁', '戊', '己'],
    ],
    ['stay together across elements inside a line', '<p>甲<span>乙<i>丙</i></span><o:p>丁</o:p></p>', ['甲乙丙丁']],
    ['have the space between elements', '<p><i>甲</i> <i>乙</i></p>', ['甲 乙']],
    ['end at tables', '<div>甲<table><tr><td>乙</table>丙</div>', ['甲', '#乙', '丙']],
    ['end at breaks and rules', '甲<br>乙<hr>丙', ['甲', '乙', '丙']],
    ['have white space as it is seen', '<p>\n  甲 \t\n 乙&nbsp;丙&nbsp;\f丁  </p><p> &nbsp; </p>', ['甲 乙 丙  丁']],
    [
      'leave out what nobody reads',
      '<p>甲<script>乙</script><style>丙</style><select><option>丁</select></p><template>戊</template>',
      ['甲'],
    ],
    [
      'have the numbers of lists',
      '<ol> <p>零</p> <li>甲 <li>乙<ul><li>丙</ul></ol><ol start=7><li>丁</ol><ul><li>戊</ul><li>己',
      ['零', '1.甲', '2.乙', '丙', '7.丁', '戊', '己'],
    ],
    ['have their bold words', '<p><b>甲</b><strong>乙</strong>丙<b></b><b>丁<b>戊</b></b></p>', ['*甲乙*丙*丁戊*']],
    [
      'have what a style makes bold',
      '<p><i style="font-weight: 700">甲</i><i style="font-weight:500">乙</i><i style="FONT-WEIGHT:bold">丙</i></p>',
      ['*甲*乙*丙*'],
    ],
    ['have not what a style makes plain', '<p><b style="font-weight:normal">甲</b>乙</p>', ['甲乙']],
    ['have bold words up to their end', '<p><b>　甲</b>乙</p><p>丙<b>丁 </b></p>', ['*甲*乙', '丙*丁*']],
  ];
  for (const [name, html, expected] of cases) it(name, () => assert.deepEqual(linesOf(html), expected));

  it('are headings where the page says so, and counted', () => {
    const { blocks } = readHtml('<h1>甲</h1>乙<h3>丙<br>丁</h3><h6>戊</h6><h7>己</h7><h2><div>庚</div>辛</h2>');
    const seen = blocks.flatMap(block =>
      block.kind === 'paragraph' ? [[block.text, block.level, block.place.paragraph]] : [],
    );
    assert.deepEqual(seen, [
      ['甲', 1, 1],
      ['乙', 0, 2],
      ['丙', 3, 3],
      ['丁', 3, 4],
      ['戊', 6, 5],
      ['己', 0, 6],
      ['庚', 2, 7],
      ['辛', 2, 8],
    ]);
  });

  it('that are hidden are told, and their scripts are not', () => {
    const page =
      '<p>甲</p><p style="color:red; DISPLAY : none">藏 \n<b>起</b><script>x</script></p><div hidden>二</div>' +
      '<span style="mso-hide:all">三</span><p style="not-display:none">乙</p><p hidden> </p><p style="display:none">四</p>';
    assert.deepEqual(linesOf(page), ['甲', '乙']);
    assert.deepEqual(leftOf(page), [
      { text: '藏 起', place: { paragraph: 2 }, as: 'hidden' },
      { text: '二', place: { paragraph: 2 }, as: 'hidden' },
      { text: '三', place: { paragraph: 2 }, as: 'hidden' },
      { text: '四', place: { paragraph: 3 }, as: 'hidden' },
    ]);
  });
});

describe('import: the tables of a page', () => {
  it('have every caption above them, a cell each', () => {
    const [table] = readHtml(
      '<table><caption>一</caption><caption> </caption><caption>二</caption><tr><td>甲</table>',
    ).blocks;
    assert.deepEqual(
      table?.kind === 'table' &&
        table.rows.map(({ cells }) => cells.map(({ text, column, columns }) => [text, column, columns])),
      ['一', '二', '甲'].map(text => [[text, 0, 1]]),
    );
  });

  it('may have a caption as long as a cell', () => {
    const { blocks } = readHtml(`<table><caption>${'字'.repeat(200)}</caption><tr><td>甲</table>`);
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['table'],
    );
  });

  it('have their captions above them, and the places of their rows', () => {
    const { blocks } = readHtml('<table><caption> 表\n一 </caption><tr><td>甲<td>1</table><table><tr><td>乙</table>');
    const rows = blocks.map(
      block => block.kind === 'table' && block.rows.map(({ cells, place }) => [cells.map(({ text }) => text), place]),
    );
    assert.deepEqual(rows, [
      [
        [['表 一'], { table: 1, row: 1 }],
        [['甲', '1'], { table: 1, row: 2 }],
      ],
      [[['乙'], { table: 2, row: 1 }]],
    ]);
  });

  const layouts: readonly (readonly [string, string, readonly string[]])[] = [
    ['a table', `<table><tr><td>前</td><td><table><tr><td>内</table></table>`, ['前', '#内']],
    ['a heading', '<table><tr><td><h2>前</h2><td>后</table>', ['前', '后']],
    ['a whole paragraph', `<table><tr><td>${long(201)}</table>`, [long(201)]],
    [
      'several paragraphs that are long together',
      `<table><tr><td><p>${long(150)}</p><p>${long(51)}</p></table>`,
      [long(150), long(51)],
    ],
    ['a cell that is long by its white space', `<table><tr><td>甲${' '.repeat(300)}</table>`, ['#甲']],
    [
      'cells that are long together only',
      `<table><tr><td>${long(200)}<td>${long(200)}</table>`,
      [`#${long(200)}|${long(200)}`],
    ],
    [
      'head cells that are long together only',
      `<table><tr><th>${long(200)}<th>${long(200)}</table>`,
      [`#${long(200)}|${long(200)}`],
    ],
  ];
  for (const [name, html, expected] of layouts) {
    it(`are the page’s layout or not where they hold ${name}`, () => assert.deepEqual(linesOf(html), expected));
  }

  it('may be lines with bars', () => {
    const { blocks } = readHtml('<p>甲</p><p>| 乙 | 1 |</p><p>丙|丁</p>');
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['paragraph', 'table', 'paragraph'],
    );
    const beside = '<p><b>甲</b>乙</p><p>| 丙 | 1 |</p><p><b>丁</b>|戊</p>';
    assert.deepEqual(linesOf(beside), ['*甲*乙', '#丙|1', '*丁*|戊']);
  });
});

describe('import: the report on a page', () => {
  const TITLE = '示范县2024年政府信息公开工作年度报告';
  const report = '<p>一、总体情况</p><p>文。</p><p>六、其他需要报告的事项</p>';

  it('is what stands around its headings, with the last title before them', () => {
    const page = `<p>${TITLE}</p><p>首页</p><p>${TITLE}</p><p>日期</p><div>${report}</div><p>页脚</p><table><tr><td>表</table>`;
    assert.deepEqual(linesOf(page), [TITLE, '一、总体情况', '文。', '六、其他需要报告的事项', '#表']);
    assert.deepEqual(leftOf(page), [
      { text: TITLE, place: { paragraph: 1 }, as: 'outside' },
      { text: '首页', place: { paragraph: 2 }, as: 'outside' },
      { text: '日期', place: { paragraph: 4 }, as: 'outside' },
      { text: '页脚', place: { paragraph: 8 }, as: 'outside' },
    ]);
  });

  it('has no title but one that a report could have', () => {
    for (const title of ['政府信息公开工作', '述职报告', '信息公开报告已经发布', `${long(72)}信息公开工作报告`]) {
      assert.deepEqual(linesOf(`<p>${title}</p><div>${report}</div>`)[0], '一、总体情况', title);
    }
    assert.equal(linesOf(`<p>政务公开工作年度报告 </p><div>${report}</div>`)[0], '政务公开工作年度报告');
    assert.equal(linesOf(`<div>${report}</div><p>${TITLE}</p>`).length, 3);
  });

  it('has no title of the page where it begins with its own', () => {
    const page = `<p>${TITLE}</p><div><p>${TITLE}</p>${report}</div>`;
    assert.deepEqual(linesOf(page).slice(0, 2), [TITLE, '一、总体情况']);
    assert.deepEqual(leftOf(page), [{ text: TITLE, place: { paragraph: 1 }, as: 'outside' }]);
  });

  it('may be lines of one element', () => {
    const page = '<p>首页</p><div>一、总体情况<br>文。<br>六、其他需要报告的事项</div>';
    assert.deepEqual(linesOf(page), ['一、总体情况', '文。', '六、其他需要报告的事项']);
  });

  it('is all of the page where one heading or none is found', () => {
    const page = '<p>首页</p><div><p>一、总体情况</p><p>文。</p></div>';
    assert.deepEqual(linesOf(page), ['首页', '一、总体情况', '文。']);
    assert.deepEqual(leftOf(page), []);
  });

  it('may have its parts in elements of their own', () => {
    const page =
      '<div>首页</div><div><div><p>一、总体情况</p></div><div>文。</div><div><b>六、其他需要报告的事项</b></div></div>';
    assert.deepEqual(linesOf(page), ['一、总体情况', '文。', '*六、其他需要报告的事项*']);
  });
});

describe('import: what a file is', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('is told by its content', async () => {
    const formats: readonly (readonly [string, string])[] = [
      ['<p>甲</p>', 'html'],
      ['\ufeff \n<!DOCTYPE html><p>甲', 'html'],
      ['<B>甲<BR>', 'html'],
      ['<甲>不是标记</甲>', 'text'],
      ['<bread>甲', 'text'],
      ['甲{"sections":[]}', 'text'],
      ['X-MIME-Version: 1.0\nContent-Type: multipart/related', 'text'],
      ['MIME-Version: 1.0\nX-Content-Type: multipart/related', 'text'],
      ['<a>一</a>', 'text'],
      ['甲<p>乙</p>', 'text'],
      ['Version:1.0\r\nStartHTML:0001\r\nEndHTML:0002\r\n<p>甲</p>', 'html'],
      ['Version:1.0 StartHTML:0001<p>甲</p>', 'html'],
      ['MIME-Version: 1.0', 'text'],
      [`MIME-Version: 1.0${' '.repeat(20_000)}\nContent-Type: multipart/related`, 'text'],
      [`<x>${' '.repeat(20_000)}<p>`, 'text'],
      [`${' '.repeat(2000)}<p>甲</p>`, 'html'],
    ];
    for (const [text, format] of formats) assert.equal((await readWords(text)).format, format, text);
    assert.equal((await readFile(bytes('<p>甲</p>'))).encoding, 'utf-8');
    // No other file is known by a part of its beginning.
    for (const text of ['Pa', 'OK', '%100', '1PDF']) {
      assert.equal((await readFile(bytes(text))).source.format, 'text', text);
    }
    // A text that only begins as Windows begins a page is all there.
    const { blocks } = await readWords(`Version:1.0 StartHTML:${'甲'.repeat(500)}`);
    assert.equal(blocks[0]?.kind === 'paragraph' && blocks[0].text.length, 522);
    const page = await readWords('<p>Version:1.0 StartHTML:1</p>');
    assert.equal(page.blocks[0]?.kind === 'paragraph' && page.blocks[0].text, 'Version:1.0 StartHTML:1');
  });

  it('is refused where it cannot be read, with the reason', async () => {
    const refused: readonly (readonly [Uint8Array, ImportFault])[] = [
      [new Uint8Array(), 'empty'],
      [bytes(' \n　'), 'empty'],
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-word'],
      [bytes('%PDF-1.7'), 'pdf'],
      [bytes(' \n{}'), 'not-a-report'],
      [bytes('{\\rtf1'), 'rtf'],
      [bytes('MIME-Version: 1.0\nContent-Type: multipart/related'), 'web-archive'],
      [bytes('From: x\nmime-version: 1.0\nContent-Type:multipart/related; a'), 'web-archive'],
      [new Uint8Array(100), 'binary'],
      [Uint8Array.of(0xff, 0x41, 0x80), 'unknown-encoding'],
      [bytes('PK'), 'damaged'],
      [new Uint8Array(50 * 1024 * 1024 + 1), 'too-large'],
      [new Uint8Array(10_000_001).fill(0x41), 'too-large'],
      [bytes(`<table>${'<tr><td colspan=1000>x'.repeat(1001)}</table>`), 'too-large'],
      [bytes('<div>'.repeat(2000)), 'too-large'],
    ];
    for (const [given, fault] of refused) {
      await assert.rejects(readFile(given), { name: 'ImportError', fault, text: faultWords[fault] }, fault);
    }
    await readFile(new Uint8Array(10_000).fill(0x41));
  });
});
