import assert from 'node:assert/strict';
import { readForeign, toJson } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { faultWords } from '../../convert/index.ts';
import { lines } from '../rules/snippets.ts';

const TITLE = '示范镇2024年政府信息公开工作年度报告';

/** The lines that a text becomes, blank ones apart, and what was said of it. */
async function read(...source: readonly string[]): Promise<{ read: string[]; told: string[] }> {
  const { text, remarks } = await readForeign(lines(...source));
  return {
    read: text.split('\n').filter(line => line !== ''),
    told: remarks.map(remark => `${remark.text}：${remark.message.zh}`),
  };
}

const body = async (...source: readonly string[]): Promise<string[]> => (await read(TITLE, ...source)).read.slice(1);

describe('import: words', () => {
  it('knows the headings of sections however they are numbered and worded', async () => {
    assert.deepEqual(
      await body(
        '1、 总体情况',
        '二．主动公开政府信息的情况',
        '3. 收到和处理政府信息公开申请情况',
        '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '第五部分 存在的问题及改进情况',
        '六、其他需要报告的事项：无。',
      ),
      [
        '一、总体情况',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '四、政府信息公开行政复议、行政诉讼情况',
        '五、存在的主要问题及改进情况',
        '六、其他需要报告的事项',
        '　　无。',
      ],
    );
  });

  it('says of each heading that it has changed what it was', async () => {
    const { told } = await read(
      TITLE,
      '一、总体情况',
      '二、总体情况概述及其他',
      '4、政府信息公开行政复议、行政诉讼情况',
    );
    assert.deepEqual(told, [
      '4、政府信息公开行政复议、行政诉讼情况：“4、政府信息公开行政复议、行政诉讼情况”改为“四、政府信息公开行政复议、行政诉讼情况”',
    ]);
  });

  it('takes a numbered sentence, and a part that is called like a section, for no heading', async () => {
    assert.deepEqual(
      await body(
        '一、总体情况',
        '1.主动公开情况',
        '全年公开信息20条。',
        '二是总体情况良好。',
        '（一）主动公开情况',
        '三、加强领导，落实责任。',
      ),
      [
        '一、总体情况',
        '　　1.主动公开情况',
        '　　全年公开信息20条。',
        '　　二是总体情况良好。',
        '（一）主动公开情况',
        '　　三、加强领导，落实责任。',
      ],
    );
  });

  it('finds the title over several lines, and drops what stands before it', async () => {
    const { read: found, told } = await read('附件1', '示范县', '2024年度', '政府信息公开工作年度报告', '一、总体情况');
    assert.equal(found[0], '示范县2024年度政府信息公开工作年度报告');
    assert.deepEqual(told, ['附件1：在标题之前，不是报告正文，没有收入']);
  });

  it('joins paragraphs that were cut, and no others', async () => {
    const { read: found, told } = await read(
      TITLE,
      '一、总体情况',
      '全镇上下把公开工作放在重要位置，调整了领导小组，明确了分管负',
      '责人和联络员。',
      '— 2 —',
      '办事大厅增设自助查询机，',
      '方便群众。',
      '（一）主动公开',
      '无',
      '（二）依申请公开',
      '全年没有收到申请。',
    );
    assert.deepEqual(found.slice(2), [
      '　　全镇上下把公开工作放在重要位置，调整了领导小组，明确了分管负责人和联络员。',
      '　　办事大厅增设自助查询机，方便群众。',
      '（一）主动公开',
      '　　无',
      '（二）依申请公开',
      '　　全年没有收到申请。',
    ]);
    assert.deepEqual(told, [
      '责人和联络员。：与前一段合为一段',
      '— 2 —：是页码或页眉，没有收入',
      '方便群众。：与前一段合为一段',
    ]);
  });

  it('keeps what would mean something else in the language as the words that they are', async () => {
    const { read: found } = await read(
      TITLE,
      '一、总体情况',
      '公开{本年新收}件，甲|乙\\丙。',
      '// 不是注释。',
      '**加粗**与**未闭合。',
    );
    assert.deepEqual(found.slice(2), [
      '　　公开\\{本年新收\\}件，甲\\|乙\\\\丙。',
      '　　/ / 不是注释。',
      '　　**加粗**与**未闭合。',
    ]);
    const text = `${found.slice(0, 3).join('\n')}\n`;
    assert.equal(toJson(readReport(text)).sections[0]?.text, '公开{本年新收}件，甲|乙\\丙。');
  });

  it('takes the signature for what it is', async () => {
    const { read: found } = await read(
      TITLE,
      '六、其他需要报告的事项',
      '无。',
      '示范镇人民政府',
      '2025年1月8日',
      '（联系电话：010-1234567）',
    );
    assert.deepEqual(found, [
      TITLE,
      '机关：示范镇人民政府',
      '发布日期：2025-01-08',
      '联系电话：010-1234567',
      '六、其他需要报告的事项',
      '　　无。',
    ]);
  });

  it('writes the section of a table whose heading is lost where it belongs', async () => {
    const found = await body(
      '一、总体情况',
      '无。',
      '',
      '信息内容\t本年处理决定数量',
      '行政处罚\t5',
      '行政强制\t2',
      '',
      '',
      '',
      '六、其他需要报告的事项',
      '无。',
    );
    assert.deepEqual(
      found.filter(line => !line.startsWith('|')),
      [
        '一、总体情况',
        '　　无。',
        '二、主动公开政府信息情况',
        '第二十条第（六）项',
        '六、其他需要报告的事项',
        '　　无。',
      ],
    );
  });

  it('makes a report of any text', async () => {
    assert.deepEqual((await read('随便写的一句话。')).read, ['　　随便写的一句话。']);
    assert.deepEqual((await read('12')).read, ['　　12']);
  });

  it('has a sentence in both languages for every fault', () => {
    for (const { zh, en } of Object.values(faultWords)) assert.ok(zh !== '' && en !== '');
  });
});
