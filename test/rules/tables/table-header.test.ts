import assert from 'node:assert/strict';
import { checkText, newReport } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { disclosure, disputes, fees, licensing, lines, normative, windows } from '../snippets.ts';

const rule = 'table-header';
const headed = (header: string): string => disputes('| 行政复议 | 1 | 2 | 3 | 4 | 10 |').replace(/\| 案件.*/, header);
const right = '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';

describe('rule: table-header', () => {
  it('accepts widths and spaces', () => {
    finds(rule, headed('| 案 件 类 型 | 结 果 维 持 | 结果 纠正 | 其他结果 | 尚未审结 | 总　计 |'));
    finds(rule, headed('｜案件类型｜结果维持｜结果纠正｜其他结果｜尚未审结｜总计'));
    finds(rule, fees('| 行政事业性收费 | 0 |').replace('（单位：万元）', '(单位:万元)'));
  });

  it('finds each head that differs', () => {
    const source = headed('| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | ⟦尚未申结⟧ | ⟦合计⟧ |');
    finds(rule, source);
    assert.equal(mended(rule, source), headed(right));
  });

  it('leaves the spaces beside a head as they are', () => {
    const wide = (head: string): string => headed(right.replace(' 尚未审结 ', `   ${head}  `));
    assert.equal(mended(rule, wide('尚未申结')), wide('尚未审结'));
  });

  it('takes one that is given twice for the one whose place it is in', () => {
    const source = headed(right.replace('结果纠正', '⟦结果维持⟧'));
    finds(rule, source);
    assert.equal(mended(rule, source), headed(right));
  });

  it('finds the stub', () => {
    const source = licensing('| 行政许可 | 4 |').replace('信息内容', '⟦内容⟧');
    finds(rule, source);
    assert.equal(mended(rule, source), licensing('| 行政许可 | 4 |'));
  });

  for (const head of ['本年（2023）处理决定数量', '处理决定数量', '本年处理绝对数量', '件数']) {
    it(`finds ${head}`, () => {
      const blank = newReport({ organ: '示范市', year: 2025 }).text;
      const source = blank.replace('本年处理决定数量', `⟦${head}⟧`);
      finds(rule, source);
      assert.equal(mended(rule, source), blank);
    });
  }

  it('finds a blank head', () => {
    const source = headed('| 案件类型 | 结果维持 | 结果纠正 |⟦  ⟧| 尚未审结 | 总计 |');
    finds(rule, source);
    assert.equal(mended(rule, source), headed(right));
  });

  it('finds that there are too few or too many', () => {
    const few = headed('| ⟦案件类型 | 结果维持 | 结果纠正 | 其他结果 | 总计⟧ |');
    finds(rule, few);
    assert.equal(mended(rule, few), headed(right));
    const many = headed('| ⟦案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 备注⟧ |');
    finds(rule, many);
    assert.equal(mended(rule, many), headed(right));
  });

  it('puts in all of them where there are none', () => {
    const none = headed('| ⟦案件类型⟧ |');
    finds(rule, none);
    assert.equal(mended(rule, none), headed(right));
  });

  it('believes a head that names the columns in another order', () => {
    const source = headed('| 案件类型 | ⟦结果纠正⟧ | ⟦结果维持⟧ | 其他结果 | 尚未审结 | 总计 |');
    const findings = finds(rule, source);
    assert.ok(findings.every(finding => finding.mends === undefined));
    const { report } = checkText(source.replace(/[⟦⟧]/g, ''));
    assert.deepEqual([...report.blocks[1]!.tables[0]!.sums.grid.slice(0, 2)], [2, 1]);
  });

  it('finds that there is none, and puts it in', () => {
    const source = headed('').replace('| 行政复议', '| ⟦行政复议⟧').replace('\n\n\n', '\n\n');
    finds(rule, source);
    assert.equal(mended(rule, source), headed('').replace('\n\n\n', `\n\n${right}\n`));
    assert.doesNotMatch(mended(rule, windows(source)), /[^\r]\n/);
  });

  it('finds a table under another article, and one under none', () => {
    for (const article of ['第二十条第（七）项', '第二十条第（六）项', '第十九条第（五）项']) {
      const wrong = licensing('| 行政许可 | 4 |').replace('第二十条第（五）项', `⟦${article}⟧`);
      finds(rule, wrong);
      assert.equal(mended(rule, wrong), licensing('| 行政许可 | 4 |'));
    }
    const none = lines('二、主动公开政府信息情况', '', '| ⟦信息内容⟧ | 本年处理决定数量 |', '| 行政许可 | 4 |');
    finds(rule, none);
    assert.equal(mended(rule, none), licensing('| 行政许可 | 4 |'));
  });

  for (const article of ['第二十条第(五)项', '第二十条 第（五）项', '第 二十 条第（五）项：']) {
    it(`accepts ${article}`, () => finds(rule, licensing('| 行政许可 | 4 |').replace('第二十条第（五）项', article)));
  }

  it('knows the heads of the edition that the table is written in', () => {
    const rows = [
      '| 信息内容 | 上一年项目数量 | 本年增减 | 处理决定数量 |',
      '| 行政处罚 | 5 | 0 | 0 |',
      '| 行政强制 | 6 | 0 | 0 |',
    ];
    finds(rule, lines('示范市2020年政府信息公开工作年度报告') + disclosure('六', ...rows));
    finds(rule, normative('| 规章 | 0 | 0 | 0 |'));
  });
});
