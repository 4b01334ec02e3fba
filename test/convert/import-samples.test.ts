import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toJson, type ReportJson } from '../../convert/index.ts';
import { forms, tablesOf, valueRows } from '../../forms/index.ts';
import { readReport } from '../../model/index.ts';
import { checkText, importReport, type ImportRemark } from '../../service/index.ts';

/** Five reports as they stand on the web: the shapes, labels and numbers of real ones around words of our own. */
const sample = (number: string): Buffer => readFileSync(new URL(`samples/sample-${number}.txt`, import.meta.url));

interface Read {
  readonly text: string;
  readonly json: ReportJson;
  readonly remarks: readonly ImportRemark[];
}

async function read(number: string): Promise<Read> {
  const { text, remarks } = await importReport(sample(number));
  return { text, json: toJson(readReport(text)), remarks };
}

/** Every value of an edition by its address, all of them noughts but those given. */
function values(edition: string, others: Readonly<Record<string, number | null>> = {}): Record<string, number | null> {
  const form = forms.find(({ id }) => id === edition)!;
  const addresses = tablesOf(form).flatMap(table =>
    valueRows(table).flatMap(row => table.columns.map(column => `${table.id}.${row.key}.${column.key}`)),
  );
  for (const address of Object.keys(others)) assert.ok(addresses.includes(address), address);
  return { ...Object.fromEntries(addresses.map(address => [address, 0])), ...others };
}

const flat = ({ tables }: ReportJson): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, cells]) =>
        Object.entries(cells).map(([column, value]) => [`${table}.${row}.${column}`, value]),
      ),
    ),
  );

const columns = ['person', 'business', 'research', 'charity', 'legal', 'other', 'total'];

/** All values of these rows, blank. */
const blank = (...rows: readonly string[]): Record<string, null> =>
  Object.fromEntries(rows.flatMap(row => columns.map(column => [`applications.${row}.${column}`, null])));

const losses = ({ remarks }: Read): string[] => remarks.filter(({ kind }) => kind === 'loss').map(({ text }) => text);

const rulesIn = (text: string): ReadonlySet<string> => new Set(checkText(text).findings.map(({ rule }) => rule));

describe('import: the samples', () => {
  it('reads a cell a line; a value that is not there is left blank and told', async () => {
    const report = await read('000');
    assert.equal(report.json.title, '青岚镇2021年政府信息公开工作年度报告');
    assert.deepEqual(flat(report.json), values('2021', { 'licensing.licence.decisions': null }));
    assert.deepEqual(losses(report), []);
    const told = report.remarks.filter(({ kind }) => kind === 'note');
    assert.deepEqual(
      told.map(({ message, line }) => [message.zh, report.text.split('\n')[line!]?.replace(/\s+/g, '')]),
      [['“行政许可”原文没有填数，留空', '|行政许可||']],
    );
    const changed = report.remarks.filter(({ kind }) => kind === 'change').map(({ text }) => text);
    assert.deepEqual(changed, [
      '本年收费金额（单位：万元，保留4位小数）',
      '4、 政府信息公开行政复议、行政诉讼情况',
      '尚未申结',
      '尚未申结',
      '尚未申结',
    ]);
    assert.match(report.text, /^（三）政府信息管理。/m);
    assert.ok(rulesIn(report.text).has('blank-cell'));
    assert.deepEqual(
      checkText(report.text).findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('reads rows with tabs whose columns drift, and joins what page breaks have cut', async () => {
    const report = await read('001');
    assert.equal(report.json.title, '临沂河县北屏镇2020年政府信息公开工作年度报告');
    assert.deepEqual(
      flat(report.json),
      values('2019', {
        'normative.document.made': 3,
        'normative.document.published': 3,
        'normative.document.total': 21,
        'licensing.licence.lastYear': 2,
        'licensing.licence.decisions': 5,
        'licensing.service.lastYear': 145,
        'licensing.service.decisions': 186,
        'enforcement.penalty.lastYear': 5,
        'enforcement.coercion.lastYear': 6,
        'procurement.central.items': 8,
        'procurement.central.amount': 5.2,
        ...blank('other', 'concluded'),
        ...Object.fromEntries(
          ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'].map(key => [`disputes.review.${key}`, null]),
        ),
      }),
    );
    assert.deepEqual(losses(report), ['(六) 其他处理 0 0 0 0 0 0 0 0', '(七) 总计 0 0 0 0 0 0 0 0']);
    const joined = report.remarks.filter(({ message }) => message.zh.includes('合为一段'));
    assert.deepEqual(
      joined.map(({ place }) => place.line),
      [11, 15, 21, 27, 96],
    );
    assert.match(report.text, /^一、总体情况$/m);
    assert.match(report.text, /^　　2020年1月1日至2020年12月31日，/m);
  });

  it('reads labels that go over two lines, and drops the mark of a bookmark', async () => {
    const report = await read('002');
    assert.deepEqual(
      flat(report.json),
      values('2021', { 'licensing.licence.decisions': 1, 'enforcement.penalty.decisions': 2 }),
    );
    assert.deepEqual(losses(report), ['[bookmark: _GoBack]']);
    assert.equal(report.text.match(/^（[一二三四]）/gm)?.length, 6);
  });

  it('reads headings of Markdown and labels cut short; numbers without a sure place are left out and told', async () => {
    const report = await read('003');
    assert.equal(report.json.title, '江湾镇2023年度政府信息公开工作年度报告');
    const found = flat(report.json);
    const whole = ['received', 'carriedIn', 'granted', 'partial'];
    const disputed = Object.keys(values('2021')).filter(address => address.startsWith('disputes.'));
    const doubtful = valueRows(tablesOf(forms.at(-1)!).find(({ id }) => id === 'applications')!)
      .map(({ key }) => key)
      .filter(key => !whole.includes(key));
    assert.deepEqual(
      found,
      values('2021', {
        'licensing.licence.decisions': 711,
        'enforcement.penalty.decisions': 8,
        ...blank(...doubtful),
        ...Object.fromEntries(disputed.map(address => [address, null])),
      }),
    );
    const told = losses(report);
    assert.equal(told.filter(text => /( 0){6}$/.test(text)).length, doubtful.length);
    assert.ok(told.includes('（三）不予公开 1.属于国家秘密 0 0 0 0 0'));
    assert.ok(told.includes('0'.repeat(16).split('').join(' ')));
    assert.match(report.text, /^　　\*\*\(一\) /m);
    // The labels that were cut short are whole again.
    assert.match(report.text, /^\| *5\.要求行政机关确认或重新出具已获取信息 *\|/m);
    assert.match(report.text, /^\| *（二）部分公开（区分处理的，只计这一情形，不计其他情形） *\|/m);
    assert.match(report.text, /\| 社会公益组织 \| 法律服务机构 \|/);
  });

  it('reads tables of the other edition as what they are', async () => {
    const report = await read('004');
    assert.deepEqual(flat(report.json), values('2019'));
    assert.equal(report.json.year, 2021);
    assert.deepEqual(
      report.remarks.filter(({ kind }) => kind === 'change').map(({ text }) => text),
      [
        '一、本年新收到政府信息公开申请数量',
        '二、上年结转政府信息公开数量',
        '3.危机“三安全一稳定”',
        '7.属于行政法案卷',
        '2.没有现成信息需另行制作',
      ],
    );
    assert.ok(rulesIn(report.text).has('wrong-edition'));
  });
});
