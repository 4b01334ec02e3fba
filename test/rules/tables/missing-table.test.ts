import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { disputes, enforcement, licensing, lines, windows } from '../snippets.ts';

const rule = 'missing-table';
const blank = newReport({ organ: '示范市', year: 2025 }).text;
const heading = '二、主动公开政府信息情况';

/** The blank report without the table of an item of article 20. */
const without = (item: string, text = blank): string =>
  text.replace(new RegExp(`第二十条第（${item}）项\r?\n(?:\\|.*\r?\n)+\r?\n`), '');

describe('rule: missing-table', () => {
  it('has nothing to say of the blank form', () => finds(rule, blank));

  for (const item of '一五六八') {
    it(`finds that the one of item ${item} is missing and puts it in its place`, () => {
      finds(rule, without(item).replace(heading, `⟦${heading}⟧`));
      assert.equal(mended(rule, without(item)), blank);
    });
  }

  it('puts it behind a table that has but a head', () => {
    const bare = without('五').replace(/\| 规章.*\n\| 行政规范性文件.*\n/, '');
    assert.match(mended(rule, bare), /本年制发件数.*\n\n第二十条第（五）项\n/);
  });

  it('puts it between a table and what is said behind it, and before a table of rows alone', () => {
    const [text = '', ...rest] = blank.split(/(?=第二十条第（五）项)/);
    assert.match(mended(rule, `${text}　　另见附件。\n`), /行政规范性文件.*\n\n第二十条第（五）项[^]*另见附件/);
    assert.equal(rest.length, 1);
    const rows = lines(heading, '', '　　如下。', '| 行政处罚 | 3 |', '| 行政强制 | 0 |');
    assert.match(mended(rule, rows), /如下。\n\n第二十条第（一）项[^]*行政处罚/);
  });

  it('finds each of several', () => {
    finds(rule, without('五', without('六')).replace(heading, `⟦⟦${heading}⟧⟧`));
  });

  it('is not content with prose', () => {
    const source = lines('⟦四、政府信息公开行政复议、行政诉讼情况⟧', '', '　　无。');
    finds(rule, source);
    assert.match(mended(rule, source), /　　无。\n\n\| 案件类型 .*\n\| 行政复议 /);
  });

  it('finds one that stands in another section, and moves it', () => {
    const [title, , ...table] = disputes('| 行政复议 | 1 | 0 | 0 | 0 | 1 |').trimEnd().split('\n');
    const source = lines(`⟦${title!}⟧`, '', '五、存在的主要问题及改进情况', '', ...table, '', '　　无。');
    const [finding] = finds(rule, source);
    assert.equal(finding?.related?.[0]?.range.start.line, 4);
    assert.equal(
      mended(rule, source),
      lines(title!, '', ...table, '', '五、存在的主要问题及改进情况', '', '', '　　无。'),
    );
  });

  it('moves one below its article', () => {
    const table = '| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 3 |\n| 行政强制 | 0 |\n';
    const strayed = without('六').replace(/(五、存在的.*\n\n)/, `$1${table}\n`);
    finds(rule, strayed.replace(heading, `⟦${heading}⟧`));
    assert.ok(mended(rule, strayed).includes(`\n\n第二十条第（六）项\n${table}\n第二十条第（八）项`));
  });

  it('compares tables of the other edition with that edition', () => {
    const old = newReport({ organ: '示范市', year: 2020 }).text.replace('2020年', '2025年');
    finds(rule, old);
    finds(rule, without('九', old).replace(heading, `⟦${heading}⟧`));
  });

  it('goes by the edition of the first table, where there is one of an older form too', () => {
    const [procurement] = /第二十条第（九）项\n(?:\|.*\n)+/.exec(newReport({ organ: '示范市', year: 2020 }).text) ?? [];
    assert.ok(procurement);
    finds(rule, blank.replace('三、', `${procurement}\n三、`));
  });

  it('asks for it once, where the section is given twice', () => {
    finds(rule, lines('⟦三、收到和处理政府信息公开申请情况⟧', '三、收到和处理政府信息公开申请情况'));
  });

  it('knows a table by its rows where the article is not there or another', () => {
    const three = '⟦⟦⟦';
    finds(
      rule,
      `${three}${heading}⟧⟧⟧${licensing('| 行政许可 | 4 |')
        .slice(heading.length)
        .replace(/第二十条.*\n/, '')}`,
    );
    finds(rule, `${three}${heading}⟧⟧⟧${enforcement('| 行政处罚 | 4 |').slice(heading.length).replace('六', '五')}`);
  });

  it('puts one in ahead of the next one’s head, where that has no article', () => {
    const next = '| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 3 |\n';
    const licences = mended(rule, lines(heading, '', next)).indexOf('行政许可');
    const rest = mended(rule, lines(heading, '', next)).indexOf(next);
    assert.ok(licences >= 0 && licences < rest);
  });

  it('keeps the line endings', () => assert.equal(mended(rule, windows(without('五'))), windows(blank)));
});
