import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { toCsv, toJson, toMarkdown } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { makeReport } from '../kit/index.ts';

const title = '某县2025年政府信息公开工作年度报告\n';

describe('export to Markdown', () => {
  it('writes each table flat, with all its numbers', () => {
    for (let seed = 0; seed < 20; seed++) {
      const report = readReport(makeReport(seed, forms[seed % forms.length]).text);
      const lines = toMarkdown(report).split('\n');
      const values = lines
        .filter(line => line.startsWith('|'))
        .map(line =>
          line
            .slice(1, -1)
            .split(/(?<!\\)\|/)
            .map(cell => cell.trim()),
        )
        .filter(cells => cells.slice(1).some(cell => /^-?[\d.]+$/.test(cell)))
        .map(([, ...cells]) => cells);
      const wanted = Object.values(toJson(report).tables).flatMap(rows =>
        Object.values(rows).map(row => Object.values(row).map(value => (value === null ? '' : String(value)))),
      );
      assert.deepEqual(
        values,
        wanted.filter(row => row.some(value => value !== '')),
      );
    }
  });

  it('has one delimiter row a table, and rows as long as their head', () => {
    const text = toMarkdown(readReport(makeReport(3, forms[1]).text));
    const tables = text.split('\n\n').filter(block => block.startsWith('|'));
    assert.equal(tables.length, 6);
    for (const table of tables) {
      const [head, delimiter, ...rows] = table.trim().split('\n');
      const bars = (line: string): number => line.split('|').length;
      assert.match(delimiter!, /^\| ---  *\|(?: *--: \|)+$/);
      assert.ok(rows.length > 0);
      for (const row of [delimiter!, ...rows]) assert.equal(bars(row), bars(head!));
    }
    assert.match(text, /\n第二十条第（一）项\n\n\| 信息内容/);
    assert.match(text, /\| {3}（三）不予公开 +\| +\|/);
  });

  it('writes headings, bold words and paragraphs, and leaves comments out', () => {
    const source = `${title}\n一、总体情况\n// 内部\n（一）主动公开。发文 **三件** 。\n（二）依申请公开\n　　见{年度}年。\n`;
    assert.equal(
      toMarkdown(readReport(source)),
      `# ${title}\n## 一、总体情况\n\n（一）主动公开。发文 **三件** 。\n\n### （二）依申请公开\n\n见2025年。\n`,
    );
  });

  it('signs below the text, in plain lines', () => {
    const source = `${title}机关：某县人民政府\n发布日期：2026-01-09\n联系电话：0000-77\n\n一、总体情况\n`;
    assert.equal(
      toMarkdown(readReport(source)),
      `# ${title}\n## 一、总体情况\n\n某县人民政府\n\n2026年1月9日\n\n（联系电话：0000-77）\n`,
    );
  });

  it('lets no word of a report become markup', () => {
    const words = (text: string): string =>
      toMarkdown(readReport(`${title}\n一、总体情况\n　　${text}\n`))
        .split('\n')
        .at(-2) ?? '';
    assert.equal(words('a_b * [c](d) `e` <f> &amp; ~~g~~'), 'a\\_b \\* \\[c\\](d) \\`e\\` \\<f> \\&amp; \\~\\~g\\~\\~');
    assert.equal(words('甲** **乙'), '甲 乙');
    assert.equal(words('1. 甲'), '1\\. 甲');
    assert.equal(words('# 甲'), '\\# 甲');
    assert.equal(words('- 甲'), '\\- 甲');
    assert.equal(words('12) 甲'), '12\\) 甲');
    assert.equal(words('1.'), '1\\.');
    for (const text of ['1.5万元', '甲-乙', '甲1. 乙', '1、甲']) assert.equal(words(text), text);
    const table = toMarkdown(readReport(`${title}\n二、别的\n\n| 甲\\|乙 | 丙 |\n| 丁 | 1 | 2 |\n`));
    assert.match(table, /\| 甲\\\|乙 \| +丙 \| +\|\n/);
  });
});

describe('export to CSV', () => {
  it('says of every number where it stands', () => {
    for (let seed = 0; seed < 20; seed++) {
      const report = readReport(makeReport(seed, forms[seed % forms.length]).text);
      const text = toCsv(report);
      assert.ok(text.startsWith('\ufeff机关,年度,表,行,列,数值,地址\r\n'));
      const lines = text.trimEnd().split('\r\n').slice(1).map(parse);
      const json = toJson(report);
      const wanted = Object.entries(json.tables).flatMap(([table, rows]) =>
        Object.entries(rows).flatMap(([row, columns]) =>
          Object.entries(columns).map(([column, value]) => [
            json.organ ?? '',
            String(json.year),
            value === null ? '' : String(value),
            `${table}.${row}.${column}`,
          ]),
        ),
      );
      assert.deepEqual(
        lines.map(fields => [0, 1, 5, 6].map(at => fields[at])),
        wanted,
      );
      assert.ok(lines.every(fields => fields.length === 7 && fields[3] !== '' && fields[4] !== ''));
    }
  });

  it('quotes what needs it, and lets no name become a formula', () => {
    const text = toCsv(
      readReport(
        `机关：=1+1,"甲"\n年度：2025\n\n四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n`,
      ),
    );
    const fields = parse(text.split('\r\n')[1]!);
    assert.equal(fields[0], `'=1+1,"甲"`);
    assert.deepEqual(fields.slice(1, 2), ['2025']);
  });

  it('takes what begins as a formula does for one, unless it is a number', () => {
    const organ = (text: string): string =>
      toCsv(readReport(`机关：${text}\n年度：2025\n\n二、主动公开政府信息情况\n\n| 行政许可 | 1 |\n`))
        .split('\r\n')[1]!
        .split(',')[0]!;
    for (const text of ['-1', '-12', '-12.25', '甲=1', '1-2']) assert.equal(organ(text), text);
    for (const text of ['=1', '+1', '@甲', '-', '-甲', '-1-2', '+-3', '-1.', '-12.2甲']) {
      assert.equal(organ(text), `'${text}`);
    }
  });

  it('leaves negative numbers numbers', () => {
    const { text } = makeReport(1, forms[0]);
    const negative = readReport(text.replace(/^(\| *行政许可 *\|)[^|]*\|[^|]*\|/m, '$1 5 | -3 |'));
    assert.match(toCsv(negative), /,-3,licensing\.licence\.change\r\n/);
  });

  it('leaves organ and year blank where nobody knows them', () => {
    const unknown = readReport('二、主动公开政府信息情况\n\n第二十条第（五）项\n| 行政许可 | 1 |\n');
    assert.match(toCsv(unknown), /\r\n,,[^,]*,行政许可,本年处理决定数量,1,/);
  });

  it('leaves the value of a blank cell blank', () => {
    const blank = readReport(`${title}\n二、主动公开政府信息情况\n\n第二十条第（五）项\n| 行政许可 |  |\n`);
    assert.match(toCsv(blank), /,行政许可,本年处理决定数量,,licensing\.licence\.\w+\r\n/);
  });
});

/** The fields of a line, as a spreadsheet reads them. */
const parse = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'),
  );
