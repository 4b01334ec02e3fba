import assert from 'node:assert/strict';
import { readForeign, toHtml, toJson } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { importReport } from '../../service/index.ts';
import { makeReport } from '../kit/index.ts';

const lossesOf = ({ remarks }: Awaited<ReturnType<typeof importReport>>): string[] =>
  remarks.filter(({ kind }) => kind === 'loss').map(({ text }) => text);

const bodyOf = (text: string): string => toHtml(readReport(text), 'fragment');

describe('import: pages of the web', () => {
  it('finds the report on a page of a site, and names what it leaves out', async () => {
    for (let seed = 0; seed < 10; seed++) {
      const before = readReport(makeReport(seed).text);
      const page = `<!DOCTYPE html><html><head><title>年报 - 示范县人民政府</title><script>var a = "<p>一、总体情况</p>";</script>
        <style>p { color: red }</style></head><body>
        <div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
        <table width="1000"><tr><td><div>当前位置：首页&nbsp;&gt;&nbsp;年报</div></td></tr><tr><td>
        <div class="meta">发布时间：2025-01-20 浏览次数：<span id="hits">35</span></div>
        <div class="content"><!-- 正文 -->${bodyOf(makeReport(seed).text)}</div></td></tr></table>
        <div style="display: none">隐藏的一段</div>
        <div class="foot"><p>主办：示范县人民政府办公室</p><p>备案号 12345678</p></div></body></html>`;
      const imported = await importReport(page);
      assert.deepEqual(toJson(readReport(imported.text)), toJson(before), `seed ${seed}`);
      assert.deepEqual(lossesOf(imported), [
        '隐藏的一段',
        '首页',
        '政务公开',
        '当前位置：首页 > 年报',
        '发布时间：2025-01-20 浏览次数：35',
        '主办：示范县人民政府办公室',
        '备案号 12345678',
      ]);
    }
  });

  it('reads what an editor of a site makes of a report: breaks, spans, lists and bold by style', async () => {
    const { text } = await importReport(`<div>
      <p style="text-align:center"><span style="font-size:22pt">示范县<br>2024年政府信息公开<b>工作年度报告</b></span></p>
      <p>&nbsp;&nbsp;&nbsp;&nbsp;一、总体情况</p>
      <p>&emsp;&emsp;（一）主动公开。全年<span style="font-weight:bold">公开</span>信息。<br>&emsp;&emsp;另有三项。</p>
      <ol start="2"><li>目录更新。</li><li>网站<i>改版</i>。</li></ol><ul><li>培训一次。</li></ul>
      <h2>五、存在的主要问题及改进情况</h2><p>无。</p></div>`);
    assert.deepEqual(
      text.split('\n').filter(line => line !== ''),
      [
        '示范县2024年政府信息公开工作年度报告',
        '一、总体情况',
        '（一）主动公开。全年**公开**信息。',
        '　　另有三项。',
        '　　2.目录更新。',
        '　　3.网站改版。',
        '　　培训一次。',
        '五、存在的主要问题及改进情况',
        '　　无。',
      ],
    );
  });

  it('reads spans of cells, and blank cells where they are', async () => {
    const { text } = await importReport(`<p>示范县2024年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>
      <table><tr><td colspan="4">第二十条第（一）项</td></tr>
      <tr><td>信息内容</td><td>本年制发<br>件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>规章</td><td>&nbsp;</td><td>0</td><td></td></tr>
      <tr><td>行政规范性文件</td><td>3</td><td><p>1</p></td><td>20</td></tr></table>
      <p>四、政府信息公开行政复议、行政诉讼情况</p>
      <table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>${'结果维持 结果纠正 其他结果 尚未审结 总计'
        .split(' ')
        .map(one => `<td rowspan="2">${one}</td>`)
        .join('')}
      <td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>${'结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计'
        .split(' ')
        .map(one => `<td>${one}</td>`)
        .join('')}</tr>
      <tr><td></td><td></td><td></td><td></td><td></td><td>1</td><td></td><td>2</td><td></td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>`);
    const { tables } = toJson(readReport(text));
    assert.deepEqual(tables.normative, {
      regulation: { issued: null, repealed: 0, inForce: null },
      document: { issued: 3, repealed: 1, inForce: 20 },
    });
    assert.deepEqual(tables.disputes, {
      review: { upheld: null, corrected: null, otherOutcome: null, pending: null, total: null },
      direct: { upheld: 1, corrected: null, otherOutcome: 2, pending: null, total: 3 },
      afterReview: { upheld: 0, corrected: 0, otherOutcome: 0, pending: 0, total: 0 },
    });
  });

  it('leaves numbers of a column or a row that the form does not have out, and shifts nothing', async () => {
    const imported = await importReport(`<p>示范县2024年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>
      <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年修改件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>规章</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>
      <tr><td>行政规范性文件</td><td>5</td><td></td><td>6</td><td>7</td></tr>
      <tr><td>村规民约</td><td>8</td><td>8</td><td>8</td><td>8</td></tr></table>
      <p>统计表</p><table><tr><td>月份</td><td>条数</td></tr><tr><td>一月</td><td>31</td></tr></table>`);
    assert.deepEqual(toJson(readReport(imported.text)).tables.normative, {
      regulation: { issued: 1, repealed: 3, inForce: 4 },
      document: { issued: 5, repealed: 6, inForce: 7 },
    });
    assert.deepEqual(lossesOf(imported).sort(), ['2', '一月 31', '月份 条数', '本年修改件数', '村规民约 8 8 8 8']);
  });

  it('reads what Word puts on the clipboard', async () => {
    const { format, text } = await readForeign(
      'Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000500\r\nStartFragment:00000131\r\nEndFragment:00000460\r\n' +
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {} --></style></head><body>' +
        '<!--StartFragment--><p class=MsoTitle>示范县2024年政府信息公开工作年度报告<o:p></o:p></p>' +
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;</span></span>" +
        '<![endif]>总体情况<o:p></o:p></p><p class=MsoNormal>已公开。<o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>',
    );
    assert.equal(format, 'html');
    assert.equal(text, '示范县2024年政府信息公开工作年度报告\n\n一、总体情况\n\n　　已公开。\n');
  });

  it('refuses a web archive in words', async () => {
    const archive =
      'From: <Saved by Blink>\nSubject: 年报\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="a"\n';
    await assert.rejects(readForeign(archive), { name: 'ImportError', fault: 'web-archive' });
  });

  it('leaves out a table of contents', async () => {
    const imported = await importReport(
      [
        '示范县2024年政府信息公开工作年度报告',
        '目录',
        '一、总体情况',
        '二、主动公开政府信息情况',
        '六、其他需要报告的事项',
        '',
        '一、总体情况',
        '已公开。',
        '二、主动公开政府信息情况',
        '六、其他需要报告的事项',
        '无。',
      ].join('\n'),
    );
    assert.equal(imported.text.match(/^[一二六]、/gm)?.length, 3);
    assert.equal(lossesOf(imported).length, 4);
  });
});
