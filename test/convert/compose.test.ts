import assert from 'node:assert/strict';
import { layGrid } from '../../convert/grid/grid.ts';
import { compose } from '../../convert/import/compose.ts';
import { remarkWords } from '../../convert/import/remarks.ts';
import { paragraph, type SourceBlock, type SourceParagraph, type SourceTable } from '../../convert/import/source.ts';

const TITLE = '示范县2024年政府信息公开工作年度报告';

const table = (...lines: readonly string[]): SourceTable => ({
  kind: 'table',
  layout: 'laid',
  rows: layGrid(lines.map(line => line.split('/').map(text => ({ text })))).rows.map((cells, index) => ({
    cells,
    place: { table: 1, row: index + 1 },
  })),
});

/** Strings are paragraphs. The lines of the report, blank ones apart, and what was said. */
function composed(...blocks: readonly (string | SourceBlock)[]): { text: string; lines: string[]; told: string[] } {
  const { text, remarks } = compose({
    format: 'text',
    blocks: blocks.map(block => (typeof block === 'string' ? paragraph(block, {}) : block)),
    left: [],
  });
  return {
    text,
    lines: text.split('\n').filter(line => line !== ''),
    told: remarks.filter(({ kind }) => kind === 'loss').map(remark => remark.text),
  };
}

const headed = (text: string): SourceParagraph => paragraph(text, {}, 2);
const bold = (text: string, end: number): SourceParagraph => ({ ...paragraph(text, {}), bold: [{ start: 0, end }] });

describe('import: the report that is written', () => {
  it('has the fields that stand straight below the title, and what is none as words', () => {
    const long = '字'.repeat(62);
    assert.deepEqual(
      composed(TITLE, '机关：示范县人民政府', '发布日期 : 2025-01-09', '栏目：甲', '联系电话：1', '一、总体情况').lines,
      [TITLE, '机关：示范县人民政府', '发布日期：2025-01-09', '　　栏目：甲', '　　联系电话：1', '一、总体情况'],
    );
    assert.deepEqual(composed(TITLE, `机关：${long}`).lines, [TITLE, `　　机关：${long}`]);
    assert.deepEqual(composed(TITLE, `机关：${long.slice(1)}`).lines, [TITLE, `机关：${long.slice(1)}`]);
    assert.deepEqual(composed(TITLE, '注 机关：甲').lines, [TITLE, '　　注 机关：甲']);
  });

  it('sets the slashes apart that would begin a comment, and no others', () => {
    assert.deepEqual(
      composed('一、总体情况', '//甲//乙。', '／／丙。', '见 https://www.example.cn/。').lines.slice(1),
      ['　　/ /甲//乙。', '　　／ ／丙。', '　　见 https://www.example.cn/。'],
    );
  });

  it('has no title where the file has none', () => {
    const { text, told } = composed('一、总体情况', '甲。');
    assert.equal(text, '一、总体情况\n\n　　甲。\n');
    assert.deepEqual(told, []);
    assert.equal(composed('一、总体情况', '甲。', '乙。').text, '一、总体情况\n\n　　甲。\n　　乙。\n');
    assert.deepEqual(composed('一、总体情况', '甲。', '示范县教育局', '2025年1月9日').lines, [
      '机关：示范县教育局',
      '发布日期：2025-01-09',
      '一、总体情况',
      '　　甲。',
    ]);
  });

  it('has its parts where they are headings, or may be', () => {
    assert.deepEqual(
      composed(TITLE, '五、存在的主要问题及改进情况', '（一）甲。乙。', bold('（二）丙', 4), '丁。').lines,
      [TITLE, '五、存在的主要问题及改进情况', '（一）甲。乙。', '（二）丙', '　　丁。'],
    );
    // Only the beginning is bold: a paragraph with a lead.
    assert.deepEqual(
      composed('五、存在的主要问题及改进情况', bold('（一）甲。乙。', 4)).lines.at(-1),
      '　　**（一）甲**。乙。',
    );
  });

  it('has a part where the file has a heading of any level', () => {
    for (const level of [1, 2]) {
      const { lines } = composed('一、总体情况', paragraph('（一）主动公开', {}, level));
      assert.equal(lines.at(-1), '（一）主动公开');
    }
  });

  it('has only marked parts where the file marks them, but those of the form', () => {
    assert.deepEqual(
      composed(
        '一、总体情况',
        headed('（一）主动公开'),
        '（二）依申请公开',
        '五、存在的主要问题及改进情况',
        '（一）甲。',
      ).lines,
      ['一、总体情况', '（一）主动公开', '（二）依申请公开', '五、存在的主要问题及改进情况', '　　（一）甲。'],
    );
    assert.deepEqual(composed('五、存在的主要问题及改进情况', headed('（一）甲'), '（二）乙。').lines.slice(1), [
      '（一）甲',
      '　　（二）乙。',
    ]);
    assert.deepEqual(
      composed('五、存在的主要问题及改进情况', paragraph('（一）甲', {}, 1), '（二）乙。').lines.at(-1),
      '　　（二）乙。',
    );
    assert.deepEqual(composed('五、存在的主要问题及改进情况', headed('甲'), '（二）乙。').lines.slice(1), [
      '　　甲',
      '（二）乙。',
    ]);
  });

  it('has every table in its section, wherever it stood, and words in their order around it', () => {
    const licensing = table('第二十条第（五）项', '信息内容/本年处理决定数量', '行政许可/7');
    const normative = table('第二十条第（一）项', '信息内容/本年制发件数/本年废止件数/现行有效件数', '规章/1/2/3');
    const { lines, told } = composed(
      '一、总体情况',
      licensing,
      '甲。',
      '二、主动公开政府信息情况',
      '乙。',
      normative,
      '丙。',
      table('行政处罚/1'),
    );
    assert.deepEqual(
      lines.filter(line => !line.startsWith('|')),
      [
        '一、总体情况',
        '　　甲。',
        '二、主动公开政府信息情况',
        '　　乙。',
        '第二十条第（一）项',
        '第二十条第（五）项',
        '第二十条第（六）项',
        '　　丙。',
      ],
    );
    assert.deepEqual(
      lines.filter(line => /[17] +\|/.test(line)).map(line => line.replace(/ +/g, '')),
      ['|规章|1|2|3|', '|行政许可|7|', '|行政处罚|1|'],
    );
    assert.deepEqual(told, []);
    const { lines: behind } = composed('二、主动公开政府信息情况', licensing, '甲。');
    assert.deepEqual([behind[1], behind.at(-1)], ['第二十条第（五）项', '　　甲。']);
  });

  it('tells the rows of a table that is of no form, blank ones apart', () => {
    assert.deepEqual(composed('一、总体情况', table('月份/条数', '/', '一月/31'), '甲。').told, [
      '月份 条数',
      '一月 31',
    ]);
    assert.deepEqual(composed('一、总体情况', table('信息内容/本年制发件数'), '甲。').told, ['信息内容 本年制发件数']);
    for (const heading of ['一、总体情况', '二、主动公开政府信息情况']) {
      const { remarks } = compose({ format: 'text', blocks: [paragraph(heading, {}), table('一月/31')], left: [] });
      assert.deepEqual(remarks, [
        { kind: 'loss', text: '一月 31', place: { table: 1, row: 1 }, message: remarkWords.strangeTable },
      ]);
    }
  });

  it('has a section whose heading is lost where it belongs, if it has tables', () => {
    const [licensing, review] = [table('行政许可/7'), table('案件类型/结果维持/总计', '行政复议/1/1')];
    const headings = (...blocks: readonly (string | SourceBlock)[]): string[] =>
      composed(...blocks).lines.flatMap(line => /^([一二三四五六])、/.exec(line)?.[1] ?? []);
    const [first, fifth, sixth] = ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'];
    assert.deepEqual(headings(first, licensing), ['一', '二']);
    assert.deepEqual(headings(review, first, licensing), ['一', '二', '四']);
    assert.deepEqual(headings(first, review, licensing, fifth, sixth), ['一', '二', '四', '五', '六']);
    assert.deepEqual(headings(licensing, first, '二、主动公开政府信息情况', '甲。'), ['一', '二']);
  });

  it('has a table that is hardly one of the form in the section that it stands in', () => {
    assert.deepEqual(composed('二、主动公开政府信息情况', table('规章')).told, []);
  });
});
