import assert from 'node:assert/strict';
import type { CompletionItem, InsertReplaceEdit, TextEdit } from 'vscode-languageserver-types';
import { forms, valueRows } from '../../forms/index.ts';
import { pinyin } from '../../forms/later.ts';
import { complete, resolveCompletion, type CompletionOptions } from '../../service/features/completion.ts';
import { alone, checkText, formatText, openSnapshot } from '../../service/index.ts';
import { readReport } from '../../model/index.ts';
import { applyEdits, TextLines, type Position } from '../../text/index.ts';
import { makeReport, marked, mutate, seeded } from '../kit/index.ts';

const title = '示范市2025年政府信息公开工作年度报告\n';
const three = `${title}\n三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n`;
const two = `${title}\n二、主动公开政府信息情况\n\n`;
const four = `${title}\n四、政府信息公开行政复议、行政诉讼情况\n\n`;

describe('completion of a row label', () => {
  it('offers the missing rows first, in their order, then those there', () => {
    const labels = labelsAt(
      `${four}| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n| ‸\n`,
    );
    assert.deepEqual(
      labels.filter(label => !label.includes('…')),
      ['行政诉讼', '未经复议直接起诉', '复议后起诉', '行政复议'],
    );
  });

  it('begins with the missing rows of the group in hand', () => {
    const labels = labelsAt(
      `${three}| 四、结转下年度继续办理 |\n| （三）不予公开 |\n| 2.其他法律行政法规禁止公开 |\n|‸`,
    ).filter(label => !label.includes('…'));
    assert.deepEqual(labels.slice(0, 2), ['1.属于国家秘密', '3.危及“三安全一稳定”']);
    assert.ok(labels.indexOf('（四）无法提供') < labels.indexOf('1.信访举报投诉类申请'));
    assert.ok(labels.indexOf('1.信访举报投诉类申请') < labels.indexOf('一、本年新收政府信息公开申请数量'));
    assert.equal(labels.at(-1), '四、结转下年度继续办理');
  });

  it('is found by Chinese, pinyin and initials, also half written', () => {
    for (const typed of ['bnxs', 'BNXSZF', 'bennianxin', '一、本年', '本年新收', '本年', '一']) {
      const source = `${three}| ${typed}‸`;
      const found = sorted(itemsAt(source).filter(item => vscodeMatches(source, item) && prefixMatches(source, item)));
      assert.ok(
        found.some(({ label }) => label === '一、本年新收政府信息公开申请数量'),
        typed,
      );
    }
    for (const typed of ['1.属', 'gjmm', 'sygjmm', '属于国家', '国家秘密', '１．属于', '1、属于']) {
      const source = `${three}| （三）不予公开 |\n| ${typed}‸ | 3 |`;
      const found = itemsAt(source).filter(item => vscodeMatches(source, item));
      assert.ok(
        found.some(({ label }) => label === '1.属于国家秘密'),
        typed,
      );
    }
  });

  it('replaces the label and nothing else, with insert and replace ranges', () => {
    const source = `${three}| 一、本年‸新收 | 3 | 5 |\n`;
    const item = itemAt(source, '一、本年新收政府信息公开申请数量');
    const edit = item.textEdit as InsertReplaceEdit;
    assert.deepEqual([edit.insert.start.character, edit.insert.end.character, edit.replace.end.character], [2, 6, 8]);
    assert.equal(accepted(source, item), `${three}| 一、本年新收政府信息公开申请数量 | 3 | 5 |\n`);
  });

  it('inserting never doubles what stands behind the cursor', () => {
    const source = `${three}| 一、‸本年新收政府信息公开申请数量 | 3 |`;
    const item = itemAt(source, '一、本年新收政府信息公开申请数量');
    assert.equal(accepted(source, item, 'insert'), source.replace('‸', ''));
  });

  it('moves a label in by its depth and lets the padding give way', () => {
    const source = `${three}| （三）不予公开 |\n| gjmm‸                      | 3 |\n`;
    assert.equal(
      accepted(source, itemAt(source, '1.属于国家秘密')),
      `${three}| （三）不予公开 |\n|     1.属于国家秘密        | 3 |\n`,
    );
  });

  it('offers the whole row with a tab stop for each cell', () => {
    const source = `${three}|   ‸`;
    const item = itemAt(source, '二、上年结转政府信息公开申请数量 |…|');
    const text = item.textEdit!.newText;
    assert.equal(text.match(/\$\d|\$\{\d/g)?.length, 7);
    assert.match(text, /\$\{7:=\} \|$/);
    const plain = itemAt(source, '二、上年结转政府信息公开申请数量 |…|', { snippets: false });
    const [row] = checkRows(accepted(source, plain));
    assert.equal(row?.aligned, true);
    assert.equal(row.match?.row.key, 'carriedIn');
  });

  it('keeps no rows for a row that has values already', () => {
    assert.ok(labelsAt(`${three}| bn‸ | 3 | 4 |`).every(label => !label.includes('…')));
  });

  it('offers the head before the first row only', () => {
    const source = `${four}|‸`;
    const item = itemAt(source, '案件类型 | 结果维持 …');
    assert.equal(accepted(source, item), `${four}| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |`);
    assert.equal(labelsAt(`${four}| 案件类型 | 结果维持 |\n| ‸`).includes('案件类型'), false);
  });

  it('offers whole rows on the empty line below a table, as they follow each other', () => {
    const source = `${three}| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | = |\n‸\n| 三、本年度办理结果 |\n`;
    const labels = labelsAt(source);
    assert.deepEqual(labels.slice(0, 3), [
      '二、上年结转政府信息公开申请数量 |…|',
      '（一）予以公开 |…|',
      '（二）部分公开 |…|',
    ]);
    assert.ok(labels.includes('（三）不予公开 |'));
    assert.ok(!labels.some(label => label.startsWith('一、本年新收') || label.startsWith('三、本年度')));
    const [row] = checkRows(accepted(source, itemAt(source, labels[0]!, { snippets: false }))).slice(1);
    assert.equal(row?.aligned, true);
    assert.equal(row.match?.row.key, 'carriedIn');
    assert.match(itemAt(source, labels[0]!).textEdit!.newText, /^\| 二、[^|]*\| +\$1 \|.*\$\{7:=\} \|$/);
  });

  it('offers them on a line that has no bar yet, also half written, and below comments', () => {
    for (const typed of ['snjz', 'sn', '上年', '二']) {
      const source = `${three}| 一、本年新收政府信息公开申请数量 | 1 |\n// 待核\n${typed}‸\n`;
      const item = itemAt(source, '二、上年结转政府信息公开申请数量 |…|', { snippets: false });
      assert.ok(vscodeMatches(source, item) && prefixMatches(source, item), typed);
      assert.match(accepted(source, item), /待核\n\| 二、上年结转政府信息公开申请数量 +\| +\|.*\|\n$/);
    }
    assert.ok(!labelsAt(`${three}| 一、本年新收政府信息公开申请数量 | 1 |\n\n‸`).some(label => label.includes('|')));
    assert.ok(!labelsAt(`${three}| 一、本年新收政府信息公开申请数量 | 1 |\n全年‸`).some(label => label.includes('|')));
  });

  it('knows the table by its article, and offers those of the section without one', () => {
    assert.ok(labelsAt(`${two}第二十条第（六）项\n|‸`).includes('行政强制'));
    assert.ok(!labelsAt(`${two}第二十条第（六）项\n|‸`).includes('规章'));
    assert.ok(labelsAt(`${two}|‸`).includes('规章'));
  });

  it('every row of every table is found by each of its names, in Chinese, pinyin and initials', () => {
    for (const form of forms) {
      for (const section of form.sections) {
        for (const table of section.tables ?? []) {
          const head = `${title}格式：${form.id}\n\n一、${section.title}\n\n${table.article ?? ''}\n| ${table.stub} |\n`;
          for (const row of valueRows(table)) {
            const label = row.short ?? row.label;
            for (const typed of [...pinyin[label]!, ...pinyin[row.name]!, label, row.name]) {
              const source = `${head}| ${typed}‸`;
              const item = itemAt(source, label);
              assert.ok(vscodeMatches(source, item) && prefixMatches(source, item), `${form.id} ${label} ${typed}`);
              // Typed on in a list that was asked for with nothing typed yet.
              const early = { ...itemAt(`${head}| ‸`, label), textEdit: item.textEdit! };
              assert.ok(vscodeMatches(source, early), `${form.id} ${label} ${typed} late`);
            }
          }
        }
      }
    }
  });
});

describe('completion of a head', () => {
  const rows = '\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n';

  it('offers the column that belongs there first, and with it those that follow', () => {
    for (const typed of [' ', '', ' 结果', ' jg', ' wc']) {
      const source = `${four}| 案件类型 |${typed}‸${rows}`;
      const labels = labelsAt(source);
      assert.deepEqual(labels.slice(0, 3), ['结果维持', '结果维持 | …', '结果纠正'], typed);
      assert.equal(
        accepted(source, itemAt(source, '结果维持 | …')),
        `${four}| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |${rows}`,
      );
    }
  });

  it('is found by Chinese, pinyin and initials', () => {
    for (const typed of ['尚', '尚未', 'swsj', 'shangwei']) {
      const source = `${four}| 案件类型 | ${typed}‸${rows}`;
      const item = itemAt(source, '尚未审结');
      assert.ok(vscodeMatches(source, item) && prefixMatches(source, item), typed);
    }
  });

  it('never doubles what stands there', () => {
    const source = `${four}| 案件类型 | 结果维持 | 结‸果 | 其他结果 | 尚未审结 | 总计 |${rows}`;
    assert.deepEqual(labelsAt(source), ['结果纠正']);
    for (const way of ['insert', 'replace'] as const) {
      const wanted = way === 'replace' ? source.replace('结‸果', '结果纠正') : source.replace('结‸', '结果纠正');
      assert.equal(accepted(source, itemAt(source, '结果纠正'), way), wanted);
    }
    const behind = `${four}| 案件类型 | 结果维持 |‸${rows}`;
    assert.equal(accepted(behind, itemAt(behind, '结果纠正')), behind.replace('‸', ' 结果纠正'));
    const stub = `${four}| 案‸ | 结果维持 | 结果纠正 |${rows}`;
    assert.deepEqual(labelsAt(stub), ['案件类型']);
  });
});

describe('completion of a cell', () => {
  const row = (cells: string): string => `${three}| 一、本年新收政府信息公开申请数量 | ${cells}`;

  it('offers = with its value where the form computes the cell', () => {
    const items = itemsAt(row('1 | 2 | 0 | 0 | 0 | 0 | ‸ |\n'));
    assert.deepEqual(
      items.map(({ label, detail }) => [label, label === '=' ? detail : '']),
      [
        ['=', '3'],
        ['3', ''],
      ],
    );
  });

  it('does so in a row that is still being typed', () => {
    assert.deepEqual(labelsAt(row('1 | 2 | 0 | 0 | 0 | 0 |‸')), ['=', '3']);
  });

  it('offers what fills the only blank of a sum, and nothing elsewhere', () => {
    assert.deepEqual(labelsAt(row('1 | ‸ | 0 | 0 | 0 | 0 | 9 |')), ['8']);
    assert.deepEqual(labelsAt(row('1 | ‸ | 0 |  | 0 | 0 | 9 |')), []);
    assert.deepEqual(labelsAt(row('1 | 2 | 0 | 0 | 0 | 0 | 3 | ‸')), []);
  });
});

describe('completion of a line', () => {
  it('offers the next sections first, with their ordinals', () => {
    const labels = labelsAt(`${title}\n一、总体情况\n\n三、收到和处理政府信息公开申请情况\n\n‸\n`).filter(label =>
      /^[一二三四五六]、[^…]*$/.test(label),
    );
    assert.deepEqual(
      labels.map(label => label[0]),
      ['四', '五', '六', '二', '一', '三'],
    );
  });

  it('replaces the heading that stands there', () => {
    for (const typed of ['三、', '三、收到', '4、', 'sdh', '三.收到和']) {
      const source = `${title}\n${typed}‸\n`;
      const wanted = typed.startsWith('4')
        ? '四、政府信息公开行政复议、行政诉讼情况'
        : '三、收到和处理政府信息公开申请情况';
      const item = itemAt(source, wanted);
      assert.ok(vscodeMatches(source, item), typed);
      assert.equal(accepted(source, item), `${title}\n${wanted}\n`);
    }
    const source = `${title}\n三、收‸到的情况\n`;
    for (const way of ['insert', 'replace'] as const) {
      assert.equal(
        accepted(source, itemAt(source, '三、收到和处理政府信息公开申请情况'), way),
        `${title}\n三、收到和处理政府信息公开申请情况\n`,
      );
    }
  });

  it('takes the indentation away, with which a heading would be prose', () => {
    const source = `${title}\n　　‸\n`;
    assert.equal(accepted(source, itemAt(source, '一、总体情况')), `${title}\n一、总体情况\n`);
  });

  it('offers the parts of the section in hand and keeps what runs in behind', () => {
    const source = `${title}\n一、总体情况\n\n（一）主动公开。有。\n\n（二）依‸。没有。\n`;
    const labels = labelsAt(source);
    assert.equal(labels[0], '（二）依申请公开');
    assert.equal(labels.at(-1), '（一）主动公开');
    assert.equal(accepted(source, itemAt(source, '（二）依申请公开')), source.replace('依‸', '依申请公开'));
    assert.ok(labelsAt(`${title}\n一、总体情况\n(‸`).includes('（一）主动公开'));
  });

  it('offers articles, alone and with their tables', () => {
    const source = `${two}第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 1 |\n\n‸\n`;
    const labels = labelsAt(source);
    assert.equal(labels[0], '第二十条第（一）项 规章和行政规范性文件');
    assert.ok(labels.indexOf('第二十条第（五）项') > labels.indexOf('第二十条第（八）项'));
    assert.ok(!labels.includes('第二十条第（五）项 行政许可'));
    const made = accepted(source, itemAt(source, '第二十条第（六）项 行政处罚和行政强制', { snippets: false }));
    assert.match(made, /第二十条第（六）项\n\| 信息内容 \| 本年处理决定数量 \|\n\| 行政处罚/);
    assert.equal(
      accepted(`${two}第二十条‸`, itemAt(`${two}第二十条‸`, '第二十条第（一）项')),
      `${two}第二十条第（一）项`,
    );
  });

  it('offers the table that an article waits for, without the article', () => {
    const source = `${two}第二十条第（五）项\n\n‸\n`;
    const made = accepted(source, itemAt(source, '行政许可', { snippets: false }));
    assert.equal(made.match(/第二十条第（五）项/g)?.length, 1);
    assert.deepEqual(
      checkRows(made).map(({ match }) => match?.row.key),
      ['licence'],
    );
  });

  it('offers whole sections and tables that are canonical', () => {
    const source = `${title}\n‸`;
    const made = accepted(source, itemAt(source, '四、政府信息公开行政复议、行政诉讼情况 …', { snippets: false }));
    assert.equal(formatText(made).text, made);
    assert.ok(labelsAt(`${four}‸`).includes('政府信息公开行政复议、行政诉讼情况'));
  });

  it('offers nothing in prose, and only what a beginning can become', () => {
    assert.deepEqual(labelsAt(`${title}\n一、总体情况\n\n　　全年共收到、‸\n`), []);
    assert.deepEqual(labelsAt(`${title}\n一、总体情况\n\n全年共‸\n`), []);
    assert.deepEqual(labelsAt(`${title}\n一、总体情况\n\n‸全年共收到\n`), []);
    assert.deepEqual(labelsAt(`${title}\n一、总体情况\n\n（一）主动公开。全年‸\n`), []);
  });
});

describe('completion of the head', () => {
  it('offers a blank report of either edition in an empty text', () => {
    for (const source of ['‸', 'nb‸', '年报‸', 'nianbao‸', '// 草稿\n‸']) {
      const items = itemsAt(source).filter(({ label }) => label.startsWith('空白'));
      assert.equal(items.length, forms.length, source);
      for (const item of items) if (source !== '‸') assert.ok(vscodeMatches(source, item), source);
    }
    const made = accepted('‸', itemAt('‸', '空白年度报告 2021 格式', { snippets: false }));
    assert.match(made, /^机关2025年政府信息公开工作年度报告\n/);
    assert.equal(
      checkText(made).findings.filter(({ rule }) => rule === 'missing-row' || rule === 'missing-section').length,
      0,
    );
    assert.match(itemAt('‸', '空白年度报告 2021 格式').textEdit!.newText, /^\$\{1:机关\}\$\{2:2025\}年/);
  });

  it('does not write the title once more', () => {
    const source = `${title}‸`;
    const made = accepted(source, itemAt(source, '空白年度报告 2021 格式', { snippets: false }));
    assert.equal(made.split('政府信息公开工作年度报告').length, 2);
    assert.ok(made.startsWith(title));
  });

  it('begins from last year’s report where there is one', () => {
    const last = readReport(makeReport(4, forms[1]).text);
    const workspace = { ...alone, lastYear: () => ({ uri: 'file:///b.nianbao', report: last }) };
    const item = itemAt('‸', '从上年报告起草', { workspace });
    assert.ok(item.textEdit!.newText.startsWith(`${last.head.organ!}${last.head.year! + 1}年`));
    assert.ok(!labelsAt('‸').includes('从上年报告起草'));
    assert.ok(!itemsAt(`${title}\n一、总体情况\n‸`, { workspace }).some(({ label }) => label.startsWith('从')));
  });

  it('offers fields that are missing, straight below the title', () => {
    assert.deepEqual(
      labelsAt(`${title}年度：2025\n‸`).filter(label => label.endsWith('：') && !label.startsWith('//')),
      ['机关：', '格式：', '发布日期：', '联系电话：'],
    );
    assert.ok(labelsAt(`${title}fb‸`).includes('发布日期：'));
    assert.ok(!labelsAt(`${title}\n　　一段。\n‸`).includes('机关：'));
  });

  it('offers what last year’s report says', () => {
    const last = readReport('示范市2024年政府信息公开工作年度报告\n机关：示范市人民政府\n联系电话：010-12345\n');
    const workspace = { ...alone, lastYear: () => ({ uri: 'file:///b.nianbao', report: last }) };
    const values = (source: string): string[] => itemsAt(source, { workspace }).map(({ label }) => label);
    assert.deepEqual(values(`${title}机关：‸`), ['示范市人民政府', '示范市']);
    assert.deepEqual(values(`${title}联系电话：‸`), ['010-12345']);
    assert.match(itemAt(`${title}联系‸`, '联系电话：', { workspace }).textEdit!.newText, /\$\{1:010-12345\}$/);
  });

  it('offers another name for a field, and keeps its value', () => {
    const source = `${title}格式：2021\n发布日‸期间：2026-01-20\n`;
    assert.deepEqual(labelsAt(source), ['机关', '年度', '发布日期', '联系电话']);
    for (const way of ['insert', 'replace'] as const) {
      assert.equal(accepted(source, itemAt(source, '发布日期'), way), source.replace('日‸期间', '日期'));
    }
  });

  it('offers the rest of the title', () => {
    for (const typed of ['示范市', '示范市2025', '示范市2025年', '示范市2025年政府信息']) {
      assert.equal(accepted(`${typed}‸`, itemAt(`${typed}‸`, title.trim())), title.trim());
    }
    for (const other of ['nb‸', '示范市2025年政府信息公开工作年度报告‸', `${title}示范市‸`, '示‸范市']) {
      assert.ok(!labelsAt(other).some(label => label.endsWith('年度报告')), other);
    }
  });

  it('offers the values of a field', () => {
    assert.deepEqual(labelsAt(`${title}格式：‸`), ['2021', '2019']);
    assert.deepEqual(labelsAt(`年度：‸`), ['2025']);
    assert.deepEqual(labelsAt(`示范市2024年政府信息公开工作年度报告\n年度：‸`), ['2024', '2025']);
    assert.deepEqual(labelsAt(`${title}机关：‸`), ['示范市']);
    assert.deepEqual(labelsAt(`${title}发布日期：‸`), ['2026-01-20', '2026-01-31', '2026-03-31']);
    assert.deepEqual(labelsAt(`示范市2023年政府信息公开工作年度报告\n发布日期：2024-‸`), ['2024-01-31', '2024-03-31']);
    const source = `${title}格式：20‸19\n`;
    assert.equal(accepted(source, itemAt(source, '2021')), `${title}格式：2021\n`);
  });
});

describe('completion of a quote', () => {
  const quoting = (prose: string): string =>
    `${three}| 一、本年新收政府信息公开申请数量 | 4 | 5 | 0 | 0 | 0 | 0 | = |\n\n五、存在的主要问题及改进情况\n\n　　${prose}`;

  it('offers rows with the cell’s value', () => {
    const source = quoting('全年{bnxs‸}件。');
    const item = itemAt(source, '本年新收');
    assert.equal(item.detail, '9');
    assert.ok(vscodeMatches(source, item));
    assert.equal(accepted(source, item), quoting('全年{本年新收}件。'));
  });

  it('closes a brace that nothing closes', () => {
    const source = quoting('全年{本年‸');
    assert.equal(accepted(source, itemAt(source, '本年新收')), quoting('全年{本年新收}'));
  });

  it('offers the columns behind a dot, and rows behind a sign', () => {
    const columns = itemsAt(quoting('{本年新收.‸}'));
    assert.deepEqual(columns.map(({ label, detail }) => `${label} ${detail ?? ''}`).slice(0, 2), [
      '自然人 4',
      '商业企业 5',
    ]);
    assert.ok(labelsAt(quoting('{本年新收+‸}')).includes('上年结转'));
    assert.ok(labelsAt(quoting('{现行有效.‸}')).includes('规章'));
    assert.equal(itemAt(quoting('{‸}'), '机关').detail, '示范市');
    assert.ok(labelsAt(quoting('{‸}')).includes('规章.制发'));
  });

  it('offers nothing outside braces and behind an escaped one', () => {
    assert.deepEqual(labelsAt(quoting('全年‸{本年新收}')), []);
    assert.deepEqual(labelsAt(quoting('全年{本年新收}‸')), []);
    assert.deepEqual(labelsAt(quoting('全年\\{本年‸')), []);
  });
});

describe('completion of a comment', () => {
  it('offers the rules with their titles, and replaces the whole id', () => {
    const source = `${title}// 忽略：row-total、row‸-lab 已核\n`;
    const item = itemAt(source, 'row-label');
    assert.equal(item.detail, '行名有出入');
    assert.equal(accepted(source, item), `${title}// 忽略：row-total、row-label 已核\n`);
    assert.ok(!labelsAt(source).includes('row-total'));
    assert.ok(labelsAt(`${title}// 忽略全文：‸`).includes('row-total'));
    assert.deepEqual(labelsAt(`${title}// 忽略：row-total 已核‸`), []);
  });

  it('offers the words that silence', () => {
    for (const typed of ['/', '//', '// ', '// 忽', 'hl', '／／']) {
      const source = `${title}\n一、总体情况\n${typed}‸\n`;
      const item = itemAt(source, '// 忽略：');
      assert.ok(vscodeMatches(source, item), typed);
      assert.equal(
        accepted(source, itemAt(source, '// 忽略：', { snippets: false })),
        `${title}\n一、总体情况\n// 忽略：\n`,
      );
    }
  });
});

describe('completion of every kind', () => {
  const one = `${title}\n一、总体情况\n\n`;
  const kinds: readonly [kind: string, before: string, label: string, after: string, ...typed: string[]][] = [
    ['title', '', title.trim(), '\n一、总体情况\n', '示范市', '示范市2025年政府信息'],
    ['blank report', '', '空白年度报告 2021 格式', '', 'nb', 'nianbao', 'kbnd', '空白', '年报'],
    ['field', title, '发布日期：', '\n\n一、总体情况\n', 'fbrq', 'fabu', '发布', '发布日期'],
    ['value of a field', `${title}格式：`, '2021', '\n', '2', '202', '2021'],
    ['section', one, '三、收到和处理政府信息公开申请情况', '\n', 'sdhcl', 'shoudao', '三', '三、', '3、收到', '收到'],
    ['whole section', one, '四、政府信息公开行政复议、行政诉讼情况 …', '\n', 'zfxxgkxz', '四、', '政府信息公开行政'],
    ['part', one, '（四）政府信息公开平台建设', '\n', 'zfxxgkpt', '（四', '(四)', '政府信息公开平'],
    ['article', two, '第二十条第（六）项', '\n', 'xzcf', 'xingzhengchufa', '行政处罚', '第二十条第（六'],
    ['article with its table', two, '第二十条第（六）项 行政处罚和行政强制', '\n', 'xzcf', '行政处', '第二十条第（六'],
    ['row', `${three}| `, '1.属于国家秘密', ' | 3 |\n', 'gjmm', '1.', '1、属于', '属于国', 'shuyu'],
    ['group', `${three}| `, '（三）不予公开', '\n', 'bygk', 'buyu', '（三', '(三)不', '不予'],
    ['whole row', three, '（一）予以公开 |…|', '\n', 'yygk', 'yuyi', '（一', '予以'],
    ['head', `${four}| 案件类型 | `, '结果维持', '\n', 'jgwc', 'jieguo', '结果', '结果维持'],
    ['quote', `${three}\n　　共{`, '本年新收', '}件\n', 'bnxs', 'bennian', '本年', '本年新收'],
    ['column in a quote', `${three}\n　　共{本年新收.`, '自然人', '}件\n', 'zrr', 'ziran', '自', '自然人'],
    ['rule in a comment', `${one}// 忽略：`, 'row-total', ' 已核\n', 'row', 'row-t', 'row-total'],
    ['comment that silences', one, '// 忽略：', '\n', 'hl', '/', '// 忽', '忽略'],
  ];

  for (const [kind, before, label, after, ...typed] of kinds) {
    it(`finds a ${kind}, half written too, and leaves one`, () => {
      const results = typed.flatMap(word => {
        const source = `${before}${word}‸${after}`;
        const item = itemAt(source, label, { snippets: false });
        assert.ok(vscodeMatches(source, item), word);
        return (['insert', 'replace'] as const).map(way => accepted(source, item, way));
      });
      // Whatever was typed of it, and however it is accepted: the text is the same.
      assert.equal(new Set(results).size, 1, [...new Set(results)].join('\n---\n'));
      assert.ok(results[0]?.startsWith(before) && results[0].endsWith(after));
    });
  }
});

describe('completion', () => {
  it('documents an item on resolve', () => {
    const item = itemAt(`${three}|‸`, '一、本年新收政府信息公开申请数量');
    assert.match(resolveCompletion(item, { locale: 'zh' }).documentation as string, /新收到/);
    assert.match(resolveCompletion(item, { locale: 'en' }).documentation as string, /newly received/);
    const rule = itemAt(`${title}// 忽略：‸`, 'row-total');
    assert.ok(resolveCompletion(rule, { locale: 'zh' }).documentation);
    for (const data of [3, { rule: 'no-such' }, { rule: 'constructor' }]) {
      assert.deepEqual(resolveCompletion({ label: 'x', data }, { locale: 'zh' }), { label: 'x', data });
    }
  });

  it('asks to be asked again while nothing is typed', () => {
    const incomplete = (source: string): boolean => {
      const { text, cursor } = marked(source);
      return complete(openSnapshot('file:///a.nianbao', 1, text), cursor!, options()).isIncomplete;
    };
    assert.equal(incomplete(`${three}|‸`), true);
    assert.equal(incomplete(`${three}| bn‸`), false);
    assert.equal(incomplete(`${three}　　全年‸`), false);
  });

  it('writes plain ranges and plain text for a client that knows no others', () => {
    const source = `${three}| 一、‸本年 | 3 |`;
    for (const item of itemsAt(source, { insertReplace: false, snippets: false })) {
      assert.ok('range' in item.textEdit!);
      assert.equal(item.insertTextFormat, 1);
    }
  });

  it('stands every position of every text', () => {
    for (let seed = 0; seed < 200; seed++) {
      const text = mutate(makeReport(seed % 40).text, makeReport(41).text, seeded(seed));
      const lines = new TextLines(text);
      const snapshot = openSnapshot('file:///a.nianbao', 1, text);
      const random = seeded(seed + 1);
      for (let line = 0; line <= lines.count; line += 1 + random(9)) {
        for (let character = random(3); character < lines.line(line).length + 3; character += 1 + random(16)) {
          for (const item of complete(snapshot, { line, character }, options()).items) {
            for (const range of rangesOf(item)) {
              assert.equal(range.start.line, line);
              assert.equal(range.end.line, line);
              assert.ok(range.start.character >= 0 && range.start.character <= range.end.character, `${seed}`);
              assert.ok(range.end.character <= lines.line(line).length, `${seed} ${line} ${character} ${item.label}`);
            }
          }
        }
      }
      for (const position of [
        { line: -1, character: 0 },
        { line: 1e6, character: 1e6 },
        { line: 0, character: -1 },
      ]) {
        complete(snapshot, position, options());
      }
    }
  });

  it('is quick on a large text', () => {
    const block = makeReport(3, forms[1]).text.split('\n').slice(1).join('\n');
    const text = `${title}\n${block.repeat(Math.ceil(1e6 / block.length))}\n一、总体情况\n\n　　{本`;
    const snapshot = openSnapshot('file:///a.nianbao', 1, text);
    const lines = snapshot.report.tree.lines.length;
    const began = performance.now();
    assert.ok(complete(snapshot, { line: lines - 1, character: 4 }, options()).items.length > 0);
    complete(snapshot, { line: lines - 2, character: 0 }, options());
    assert.ok(performance.now() - began < 200);
  });
});

const options = (more: Partial<CompletionOptions> = {}): CompletionOptions => ({
  locale: 'zh',
  snippets: true,
  insertReplace: true,
  workspace: alone,
  today: '2026-01-20',
  ...more,
});

function itemsAt(source: string, more: Partial<CompletionOptions> = {}): CompletionItem[] {
  const { text, cursor } = marked(source);
  return sorted(complete(openSnapshot('file:///a.nianbao', 1, text), cursor!, options(more)).items);
}

const sorted = (items: readonly CompletionItem[]): CompletionItem[] =>
  [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));

const labelsAt = (source: string): string[] => itemsAt(source).map(({ label }) => label);

function itemAt(source: string, label: string, more: Partial<CompletionOptions> = {}): CompletionItem {
  const items = itemsAt(source, more);
  return (
    items.find(item => item.label === label) ?? assert.fail(`${label} of ${items.map(one => one.label).join('; ')}`)
  );
}

function rangesOf({ textEdit, additionalTextEdits }: CompletionItem): TextEdit['range'][] {
  const main = 'range' in textEdit! ? [textEdit.range] : [textEdit!.insert, textEdit!.replace];
  return [...main, ...(additionalTextEdits ?? []).map(({ range }) => range)];
}

function accepted(source: string, item: CompletionItem, way: 'insert' | 'replace' = 'replace'): string {
  const edit = item.textEdit!;
  const range = 'range' in edit ? edit.range : edit[way];
  return applyEdits(
    marked(source).text,
    [{ range, newText: edit.newText }, ...(item.additionalTextEdits ?? [])].map(one => ({
      range: one.range,
      text: one.newText,
    })),
  );
}

/** What stands in the inserted range up to the cursor. */
function typedWord(source: string, item: CompletionItem): string {
  const { text, cursor } = marked(source);
  const start: Position = rangesOf(item)[0]!.start;
  return new TextLines(text).slice({ start, end: cursor! }).replace(/^[ \t]+/, '');
}

/** As Visual Studio Code filters: the characters in their order, the first at the beginning of a word; 128 at most. */
function vscodeMatches(source: string, item: CompletionItem): boolean {
  const typed = typedWord(source, item).toLowerCase();
  const words = item.filterText!.toLowerCase().slice(0, 128);
  const matchFrom = (from: number): boolean => {
    let at = from;
    for (const character of typed) {
      at = words.indexOf(character, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
  return [...words.matchAll(/(?:^|[\s./\-"':$<>()[\]{}])/g)].some(({ index, 0: mark }) => {
    const at = index + mark.length;
    return (
      typed === '' || (words.startsWith(typed[0]!, at) && matchFrom(at)) || (mark === typed[0] && matchFrom(index))
    );
  });
}

/** As clients filter that look at beginnings only. */
const prefixMatches = (source: string, item: CompletionItem): boolean =>
  item.filterText!.toLowerCase().startsWith(typedWord(source, item).toLowerCase());

const checkRows = (text: string): readonly { aligned: boolean; match?: { row: { key: string } } }[] =>
  readReport(text).blocks.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows));
