import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { formOfYear, forms } from '../../forms/index.ts';
import { alone, openSnapshot, type Snapshot } from '../../service/index.ts';
import { escapeMarkdown } from '../../service/features/card.ts';
import { hover } from '../../service/features/hover.ts';
import { readReport } from '../../model/index.ts';
import { makeReport } from '../kit/index.ts';
import { anywhere, assertInside, opened, textIn } from './anywhere.ts';

const options = { locale: 'zh', workspace: alone, markdown: false } as const;

/** The words of the hover at the cursor, and what it is about. */
function at(source: string, more: Partial<Parameters<typeof hover>[2]> = {}): { words: string; about: string } {
  const { snapshot, cursor } = opened(source);
  const found = hover(snapshot, cursor, { ...options, ...more });
  assert.ok(found && MarkupContent.is(found.contents) && found.range, 'there is a hover');
  return { words: found.contents.value, about: textIn(snapshot, found.range) };
}

const nothingAt = (source: string): void => {
  const { snapshot, cursor } = opened(source);
  assert.equal(hover(snapshot, cursor, options), undefined);
};

const table = (...rows: string[]): string =>
  `四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n${rows.join('\n')}\n`;

const head = '| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |';

const applications = (...rows: string[]): string =>
  `某县2025年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n${head}\n${rows.join('\n')}\n`;

describe('hover', () => {
  it('says which cell a number in prose states', () => {
    const prose = '\n一、总体情况\n（二）依申请公开。收到申请⟦12⟧件，约3件未办。\n';
    const row = '| 一、本年新收政府信息公开申请数量 | 9 | 3 | 0 | 0 | 0 | 0 | 12 |';
    const source = applications(row) + prose;
    const { words, about } = at(source.replace(/⟦12⟧/, '1‸2'));
    assert.equal(about, '12');
    assert.match(words, /本年新收[^]*12/);
    nothingAt(source.replace(/⟦12⟧/, '12').replace('约3', '约‸3'));
  });

  it('lists of a long sum only what there is to add', () => {
    const cells = ' 0 | 0 | 0 | 0 | 0 | 0 |';
    const rows = [`| （一）予以公开 | ‸2 |${cells}`, `| （二）部分公开 | 0 |${cells}`, `| （七）总计 | 2 |${cells}`];
    assert.match(at(applications(...rows)).words, /办结总计 2 = 予以公开 2（其余 1 项为 0，19 项未填），有未填/);
    const blank = [`| （一）予以公开 | ‸ |${cells}`, `| （七）总计 | 2 |${cells}`];
    assert.match(at(applications(...blank)).words, /办结总计 2 = 予以公开 未填（其余 20 项未填），有未填/);
  });

  it('says of a label what is counted and how its total is made up', () => {
    const { words, about } = at(table('| 行政‸复议 | 3 | 0 | 1 | 2 | 6 |'));
    assert.equal(about, '行政复议');
    assert.match(words, /案件/);
    assert.match(words, /总计 6 = 结果维持 3 \+ 结果纠正 0 \+ 其他结果 1 \+ 尚未审结 2，相符/);
    assert.match(words, /\{行政复议\}/);
  });

  it('names the official row of a label that is written another way', () => {
    assert.match(at(table('| 未经行政复议直接‸起诉 | 1 | 0 | 0 | 0 | 1 |')).words, /^未经复议直接起诉\n/);
  });

  it('adds up the columns at a row that ends them', () => {
    const { words } = at(
      applications(
        '| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |',
        '| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
        '| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
        '| 四、结转‸下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 2 |',
      ),
    );
    assert.match(words, /本年新收 \+ 上年结转 = 办结总计 \+ 结转下年/);
    assert.match(words, /自然人：5 \+ 1 = 6 ≠ 4 \+ 3 = 7，不符，相差 1/);
    assert.match(words, /- 总计：5 \+ 1 = 4 \+ 2，相符/);
  });

  it('says of a cell its row, its column, its value and its share', () => {
    const { words, about } = at(table('| 行政复议 | ‸3 | 0 | 1 | 2 | 7 |'));
    assert.equal(about, '3');
    assert.match(words, /^行政复议 · 结果维持\n3\n/);
    assert.match(words, /总计 7 ≠ .* = 6，不符，相差 1，本格占 50%/);
  });

  it('computes a cell that says so', () => {
    assert.match(at(table('| 行政复议 | 3 | 0 | 1 | 2 | ‸= |')).words, /\n6（自动计算）\n/);
  });

  it('says which sums wait for a blank cell', () => {
    assert.match(at(table('| 行政复议 | 3 | ‸ | 1 | 2 | 6 |')).words, /未填\n.*尚不能核对/);
  });

  it('does not guess the columns of a row with too few cells', () => {
    assert.match(at(table('| 行政复议 | 3 | ‸0 | 6 |')).words, /3 格.*5 格/);
  });

  it('compares with last year, and what was carried over with what was handed on', () => {
    const old = readReport(
      applications(
        '| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
        '| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |',
      ).replace('2025', '2024'),
    );
    const workspace = { ...alone, lastYear: () => ({ uri: 'file:///old', report: old }) };
    const received = applications('| 一、本年新收政府信息公开申请数量 | ‸5 | 0 | 0 | 0 | 0 | 0 | 5 |');
    assert.match(at(received, { workspace }).words, /2024 年为 4，今年增加 1（增长 25%）/);
    assert.match(at(received, { workspace, locale: 'en' }).words, /2024: 4, now 1 more \(\+25%\)/);
    assert.match(at(received.replace('‸5', '‸1'), { workspace }).words, /2024 年为 4，今年减少 3（下降 75%）/);
    assert.match(at(received.replace('‸5', '‸4'), { workspace }).words, /2024 年为 4，今年相同/);
    // A blank cell has last year's number too: that is when it is wanted most.
    assert.match(at(received.replace('‸5', '‸ '), { workspace }).words, /未填[^]*2024 年为 4$/m);
    const fromNothing = received.replace('‸5 | 0', '5 | ‸2');
    assert.match(at(fromNothing, { workspace }).words, /2024 年为 0，今年增加 2$/m);
    const carried = applications('| 二、上年结转政府信息公开申请数量 | ‸1 | 0 | 0 | 0 | 0 | 0 | 5 |');
    assert.match(at(carried, { workspace }).words, /2024 年“四、结转下年度继续办理”为 2，今年减少 1/);
  });

  it('compares every cell of every table with last year', () => {
    const { text } = makeReport(3, formOfYear(forms, 2025));
    const snapshot = openSnapshot('file:///now', 1, text);
    const { year = 0 } = snapshot.report.head;
    const old = readReport(text.replaceAll(String(year), String(year - 1)));
    const workspace = { ...alone, lastYear: () => ({ uri: 'file:///old', report: old }) };
    for (const block of snapshot.report.blocks) {
      const start = snapshot.report.starts[snapshot.report.blocks.indexOf(block)] ?? 0;
      for (const row of block.tables.flatMap(table => table.rows)) {
        for (const { bar } of row.row.cells) {
          const position = { line: start + row.line, character: bar + 1 };
          const found = hover(snapshot, position, { ...options, workspace });
          assert.match(MarkupContent.is(found?.contents) ? found.contents.value : '', new RegExp(`${year - 1} 年`));
        }
      }
    }
  });

  it('tells a column and its group, and how a total column is made up', () => {
    const [before = '', after = ''] = applications('').split('商业企业');
    assert.match(at(`${before}商业‸企业${after}`).words, /^商业企业\n属于“法人或其他组织”/);
    assert.match(at(applications('').replace('总计 |', '总‸计 |')).words, /总计 = 自然人 \+ 商业企业/);
  });

  it('explains headings, parts, articles and fields', () => {
    assert.equal(at('四、政府信息公开行政‸复议、行政诉讼情况').about, '四、政府信息公开行政复议、行政诉讼情况');
    assert.match(at('一、总体情况\n（一）主动‸公开。全年。').words, /^主动公开\n/);
    const articles =
      '二、主动公开政府信息情况\n第二十条第‸（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 3 |\n';
    assert.match(at(articles).words, /行政许可/);
    assert.equal(at(`某县2025年政府信息公开工作年度报告\n机关：某‸县`).about, '机关：某县');
  });

  it('tells the rule that a comment silences', () => {
    const { words, about } = at('// 忽略：row-‸total 已核');
    assert.equal(about, 'row-total');
    assert.match(words, /各列之和|总计/);
  });

  it('tells what a quote is worth, and which cell it is', () => {
    const { words, about } = at(`${table('| 行政复议 | 3 | 0 | 1 | 2 | 6 |')}　　有{行政‸复议}件。`);
    assert.equal(about, '{行政复议}');
    assert.match(words, /^\{行政复议\} = 6\n- “总计”列“行政复议” 6/);
    assert.match(at('某县2025年政府信息公开工作年度报告\n\n　　有{本年收‸到}件。').words, /没有“本年收到”.*本年新收/);
  });

  it('speaks English', () => {
    assert.match(at(table('| 行政复议 | ‸3 | 0 | 1 | 2 | 6 |'), { locale: 'en' }).words, /agrees, this cell is 50%/);
  });

  it('has nothing to say in prose, outside a row and on unknown labels', () => {
    nothingAt('某县2025年政府信息公开工作年度报告\n\n　　全年‸无事。');
    nothingAt(table('‸  | 行政复议 | 3 | 0 | 1 | 2 | 6 |'));
    nothingAt(table('| 行政复议 | 3 | 0 | 1 | 2 | 6 |‸'));
    nothingAt(table('| 便民服‸务 | 3 |'));
    nothingAt('// 忽略：no-such-‸rule');
  });

  it('lets no markup of a report through', () => {
    const { words } = at('某县2025年政府信息公开工作年度报告\n\n　　有{[a](http://x)<img src=x>*b*`c`‸}件。', {
      markdown: true,
    });
    assert.doesNotMatch(words.replaceAll('\\[', '').replaceAll('\\<', ''), /\[a]|<img|http:\/\//);
    for (const bad of [
      '[a](b)',
      '<b>',
      '![a](b)',
      '**a**',
      '`a`',
      '&lt;',
      '~~a~~',
      '# a',
      '- a',
      '1. a',
      'www.a.b',
      'a@b.c',
    ]) {
      assert.match(escapeMarkdown(bad), /\\/);
    }
    assert.equal(escapeMarkdown('一\n# 二\u202e'), '一 # 二');
  });

  it('stands any text and any position', () => {
    const last = (snapshot: Snapshot): typeof alone => ({
      ...alone,
      lastYear: () => ({ uri: '', report: snapshot.report }),
    });
    for (const { snapshot, position } of anywhere()) {
      const found = hover(snapshot, position, { locale: 'en', markdown: true, workspace: last(snapshot) });
      if (found?.range) assertInside(snapshot, found.range);
    }
  });
});
