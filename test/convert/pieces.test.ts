import assert from 'node:assert/strict';
import { toHtml } from '../../convert/index.ts';
import { readHtmlTables } from '../../convert/grid/html-table.ts';
import { readReport } from '../../model/index.ts';
import { lines, TITLE } from '../rules/snippets.ts';

const report = readReport(
  lines(
    TITLE,
    '机关：示范市 & 县',
    '发布日期：2026-03-05',
    '',
    '1、总体情况',
    '（一）主动公开。共{行政处罚}件，**另有<五>件**。',
    '（二）依申请公开',
    '第二十条第（九）项',
    '二、主动公开政府信息情况',
    '第二十条第（六）项',
    '| 信息内容 | 本年处理决定数量 |',
    '| 行政处罚 | 4 |',
    '| 行政强制 |  |',
  ),
);

describe('a report as HTML, to the letter', () => {
  it('is bare in a fragment', () => {
    assert.equal(
      toHtml(report, 'fragment'),
      lines(
        '<article class="nianbao" lang="zh-CN">',
        '<h1>示范市2025年政府信息公开工作年度报告</h1>',
        '<h2>一、总体情况</h2>',
        '<p><b>（一）主动公开</b>。共4件，<strong>另有&lt;五&gt;件</strong>。</p>',
        '<h3>（二）依申请公开</h3>',
        '<p>第二十条第（九）项</p>',
        '<h2>二、主动公开政府信息情况</h2>',
        '<table>',
        '<caption>行政处罚和行政强制</caption>',
        '<colgroup><col width="50%"><col width="50%"></colgroup>',
        '<thead>',
        '<tr><th scope="col" colspan="2">第二十条第（六）项</th></tr>',
        '<tr><th scope="col">信息内容</th><th scope="col">本年处理决定数量</th></tr>',
        '</thead>',
        '<tbody>',
        '<tr><th scope="row">行政处罚</th><td>4</td></tr>',
        '<tr><th scope="row">行政强制</th><td></td></tr>',
        '</tbody>',
        '</table>',
        '<p class="organ">示范市 &amp; 县</p>',
        '<p class="date">2026年3月5日</p>',
        '</article>',
      ),
    );
  });

  it('has a space for a tab, and the mark of what cannot be shown for any other such character', () => {
    const page = toHtml(readReport(lines(TITLE, '甲\t乙\u0007丙\ud800丁"\'&')), 'fragment');
    assert.match(page, /<p>甲 乙\ufffd丙\ufffd丁&quot;&#39;&amp;<\/p>/);
  });

  it('has neither a caption nor an empty part in a table of no form', () => {
    const table = toHtml(readReport(lines(TITLE, '二、别的', '| 甲 | 乙 | 丙 |')), 'fragment');
    assert.equal(
      table.slice(table.indexOf('<table>'), table.indexOf('</article>')),
      lines(
        '<table>',
        '<colgroup><col width="33.33%"><col width="33.33%"><col width="33.33%"></colgroup>',
        '<thead>',
        '<tr><th scope="col">甲</th><th scope="col">乙</th><th scope="col">丙</th></tr>',
        '</thead>',
        '</table>',
      ),
    );
  });

  it('has its look in one sheet where it is a page', () => {
    const page = toHtml(report, 'page');
    assert.ok(page.includes('.nianbao td.note { border: 1px solid; padding: 3pt; line-height: 1.35; '));
    assert.ok(page.includes('font-weight: 400; text-align: left; }\n'));
  });

  it('has its look in each element where the site lets nothing else through', () => {
    const styled = toHtml(report, 'styled-fragment');
    assert.equal(styled.replace(/ style="[^"]+"/g, ''), toHtml(report, 'fragment'));
    const bare = styled.match(/<(?:h\d|p|b|table|caption|th|td)\b(?![^>]* style=")[^>]*>/g);
    assert.equal(bare, null);
  });
});

describe('the tables of a page', () => {
  const texts = (html: string): string[] =>
    readHtmlTables(html).map(({ rows }) => rows.map(cells => cells.map(({ text }) => text).join('/')).join(' '));

  it('are read without what is hidden of them', () => {
    const row = (style: string, one: string): string => `<tr style="${style}"><td>${one}</td></tr>`;
    const rows =
      row('color:red;DISPLAY : none', '甲') + row('display:none', '乙') + row('x-display:none', '丙') + row('', '丁');
    assert.deepEqual(texts(`<table>${rows}</table>`), ['丙 丁']);
  });

  it('have the words that a page shows, on one line', () => {
    const unread = '<script>丙</script><style>丁</style><noscript>戊</noscript><template>己</template><!--庚--><head>';
    assert.deepEqual(texts(`<table><tr><td>甲${unread}乙</table>`), ['甲乙']);
    for (const apart of ['<br>', '<p>', '<div>', '<li>', '<h6>']) {
      assert.deepEqual(texts(`<table><tr><td>甲${apart}乙`), ['甲 乙'], apart);
    }
    assert.deepEqual(texts('<table><tr><td>甲<i>乙</i><span>丙</span>'), ['甲乙丙']);
  });

  it('are those that hold no others, and something', () => {
    assert.deepEqual(
      texts('<table><tr><td>甲<table><tr><td>乙</table></table><TABLE></TABLE><table><tr><td>丙</table>'),
      ['乙', '丙'],
    );
    assert.deepEqual(texts('<p>甲</p>'), []);
  });

  it('have their cells where their spans put them', () => {
    const [grid] = readHtmlTables('<table><tr><td rowspan=2>甲<td colspan="2">乙<tr><td>丙<td>丁</table>');
    assert.deepEqual(
      grid?.rows.map(cells => cells.map(({ text, column, columns, rows }) => [text, column, columns, rows])),
      [
        [
          ['甲', 0, 1, 2],
          ['乙', 1, 2, 1],
        ],
        [
          ['丙', 1, 1, 1],
          ['丁', 2, 1, 1],
        ],
      ],
    );
    const [far] = readHtmlTables('<table><tr><td colspan=" 12 ">甲<td colspan="x2">乙<td>丙</table>');
    assert.deepEqual(
      far?.rows[0]?.map(({ column, columns }) => [column, columns]),
      [
        [0, 12],
        [12, 1],
        [13, 1],
      ],
    );
    const [wild] = readHtmlTables('<table><tr><td colspan="x">甲<td colspan=0>乙<td>丙</table>');
    assert.deepEqual(
      wild?.rows[0]?.map(({ column, columns }) => [column, columns]),
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    );
  });
});
