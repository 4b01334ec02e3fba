import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutGrid, GridTooLargeError, layGrid, readClipboard, spread, type Grid } from '../../convert/index.ts';
import { readHtmlTables } from '../../convert/grid/html-table.ts';
import { HtmlTooLargeError } from '../../convert/grid/html-tree.ts';
import { readTextTable } from '../../convert/grid/text-table.ts';
import { forms } from '../../forms/index.ts';

describe('a grid of cells', () => {
  it('gives a cell the first column that no cell from above reaches into', () => {
    const grid = layGrid([
      [
        { text: '甲', rows: 2 },
        { text: '乙', columns: 2 },
      ],
      [{ text: '丙' }, { text: '丁' }],
    ]);
    assert.deepEqual(drawn(grid), ['甲乙乙', '甲丙丁']);
    assert.deepEqual(
      drawn(
        layGrid([
          [
            { text: '甲', rows: 0 },
            { text: '乙', rows: 9 },
          ],
          [],
          [{ text: '丙' }],
        ]),
      ),
      ['甲乙', '甲乙', '甲乙丙'],
    );
  });

  it('covers every place at most once, and those of each cell', () => {
    const cell = fc.record({ text: fc.constant('x'), columns: fc.integer({ min: 0, max: 4 }), rows: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), rows => {
        const grid = layGrid(rows);
        const places = spread(grid);
        assert.equal(places.length, rows.length);
        const covered = grid.rows.flat().reduce((sum, { columns, rows: down }) => sum + columns * down, 0);
        // Cells of HTML may overlap where one that reaches down meets a wide one; then the later one stands there.
        assert.ok(places.flat().filter(one => one !== undefined).length <= covered);
        for (const [row, cells] of grid.rows.entries()) {
          for (const one of cells) assert.equal(places[row]?.[one.column], one);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('refuses one of more places than anybody writes', () => {
    const huge = `<table>${'<tr><td colspan=1000 rowspan=60000>x'.repeat(2000)}</table>`;
    assert.throws(() => readHtmlTables(huge), GridTooLargeError);
  });

  it('is cut where an article or a head begins the next table', () => {
    const rows = [
      ['第二十条第（一）项'],
      ['信息内容', '甲'],
      ['规章', '1'],
      ['第二十条 第(五)项：'],
      ['信息内容'],
      ['行政许可', '2'],
    ];
    const grid = layGrid(rows.map(cells => cells.map(text => ({ text }))));
    assert.deepEqual(cutGrid(grid, forms).map(cells), [rows.slice(0, 3), rows.slice(3)]);
    const sheet = layGrid([[{ text: '甲' }], [{ text: '1', rows: 3 }], [{ text: '申请人情况' }], [{ text: '乙' }]]);
    const spans = cutGrid(sheet, forms).map(part => part.rows.map(row => row.map(cell => cell.rows)));
    assert.deepEqual(spans, [
      [[1], [1]],
      [[1], [1]],
    ]);
  });

  it('is cut behind values only, and at nothing but the words of the form', () => {
    const parts = (...rows: readonly string[]): number[] =>
      cutGrid(layGrid(rows.map(text => [{ text }])), forms).map(part => part.rows.length);
    assert.deepEqual(parts('=', '信息内容'), [1, 1]);
    assert.deepEqual(parts('1.25', '信息内容'), [1, 1]);
    assert.deepEqual(parts('甲', '信息内容'), [2]);
    assert.deepEqual(parts('1', '信息内容：', '2', '信息：内容'), [1, 3]);
    assert.deepEqual(parts('1', '信息内容', '信息内容', '2', '信息内容'), [1, 3, 1]);
    assert.deepEqual(parts(), [0]);
    const wide = layGrid([['1'], ['信息内容', '本年制发件数']].map(cells => cells.map(text => ({ text }))));
    assert.equal(cutGrid(wide, forms).length, 2);
  });
});

describe('a table as text', () => {
  it('has a row a line and a tab between cells', () => {
    assert.deepEqual(cells(readTextTable('a\tb\r\n\tc\r\n')), [
      ['a', 'b'],
      ['', 'c'],
    ]);
    assert.deepEqual(cells(readTextTable('a\t\n\n1\t')), [['a', ''], [''], ['1', '']]);
    assert.deepEqual(cells(readTextTable('1\n１,234\n—\n')), [['1'], ['１,234'], ['—']]);
  });

  it('reads cells in quotation marks, which may hold line breaks', () => {
    assert.deepEqual(cells(readTextTable('"商业\r\n企业"\t"说""好"\n1\t2')), [
      ['商业 企业', '说"好'],
      ['1', '2'],
    ]);
    assert.deepEqual(cells(readTextTable('3.危及"三安全"\t1\n"甲"乙\t"')), [
      ['3.危及"三安全"', '1'],
      ['"甲"乙', '"'],
    ]);
  });

  it('is none without a tab or a column of numbers', () => {
    for (const text of ['', '一句话。', '1', '12\n', '第一行\n第二行\n', '| 规章 | 1 |\n| 规章 | 2 |\n']) {
      assert.equal(readTextTable(text), undefined, JSON.stringify(text));
    }
  });

  it('is what was written, for any cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', '甲', '"', '\t', '\n', ' ', ','), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), rows => {
        const written = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = rows.map(row => `${row.map(written).join('\t')}\r\n`).join('');
        const tidy = (one: string): string => one.replace(/\s+/g, ' ').trim();
        assert.deepEqual(
          cells(readTextTable(text)),
          rows.map(row => row.map(tidy)),
        );
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

describe('tables of a page', () => {
  it('have the words of their cells, whatever stands around them', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:"0"}</style></head>
      <body><!--StartFragment--><table><col width=72><tr height=18><td rowspan=2 class=xl65>商业<br>企业</td><td colspan=2>&nbsp;</td></tr>
      <tr><td><p class=MsoNormal><span lang=EN-US>1,2<b>34</b><o:p></o:p></span></p></td><td>=</td></table><!--EndFragment--></body></html>`;
    assert.deepEqual(readHtmlTables(page).map(drawn), [['商业 企业', '商业 企业1,234=']]);
  });

  it('are those that lay out no other, without rows that a filter hides', () => {
    const inner = '<table><tr><td>1</td></tr><tr style="mso-x:1; Display: none"><td>2</td></tr></table>';
    assert.deepEqual(readHtmlTables(`<table><tr><td>${inner}</td><td>菜单</td></tr></table>${inner}`).map(texts), [
      ['1'],
      ['1'],
    ]);
  });

  it('are none where there are no rows', () => {
    assert.deepEqual(readHtmlTables('<p>甲</p>'), []);
    assert.deepEqual(readHtmlTables('<table></table>'), []);
  });

  it('cost a moment, whatever the page', () => {
    const formats = Array.from({ length: 100_000 }, (_, i) => `<b id=${i}>`).join('');
    const pages = [
      `<table><tr><td>${formats}${'<p>'.repeat(900_000)}`,
      `<table>${formats.slice(0, 10_000)}${'</x>'.repeat(900_000)}`,
      '<table><tr><td>'.repeat(200_000),
      `<table>${'<td>'.repeat(300_000)}`,
    ];
    for (const page of pages) {
      const begin = performance.now();
      try {
        readHtmlTables(page);
      } catch (error) {
        assert.ok(error instanceof HtmlTooLargeError || error instanceof GridTooLargeError, String(error));
      }
      assert.ok(performance.now() - begin < 5000);
    }
  });
});

describe('the clipboard', () => {
  it('is read as a page where it has a table, else as text', async () => {
    const html = '<table><tr><td>1</td></tr></table>';
    assert.deepEqual((await readClipboard({ html, text: '2\t3' })).map(texts), [['1']]);
    assert.deepEqual((await readClipboard({ html: '<b>2</b>', text: '2\t3' })).map(texts), [['2 3']]);
    assert.deepEqual((await readClipboard({ html: '<table></table>', text: '2\t3' })).map(texts), [['2 3']]);
    assert.deepEqual(await readClipboard({ text: '一句话' }), []);
  });

  it('falls back to the text where the page is too large', async () => {
    assert.deepEqual((await readClipboard({ html: '<table><tr><td>'.repeat(2000), text: '2\t3' })).map(texts), [
      ['2 3'],
    ]);
    const page = '<table><tr><td>1</table>';
    const longest = `${page}<!--${' '.repeat(8_000_000 - page.length - 4)}`;
    assert.deepEqual((await readClipboard({ html: longest, text: '2\t3' })).map(texts), [['1']]);
    assert.deepEqual((await readClipboard({ html: `${longest} `, text: '2\t3' })).map(texts), [['2 3']]);
  });
});

const cells = (grid: Grid | undefined): string[][] => grid?.rows.map(row => row.map(({ text }) => text)) ?? [];

/** The rows of a grid, the texts of each apart by a space. */
const texts = (grid: Grid): string[] => cells(grid).map(row => row.join(' '));

/** The rows of a grid with each cell at all its places. */
const drawn = (grid: Grid): string[] => spread(grid).map(row => row.map(cell => cell?.text ?? '·').join(''));
