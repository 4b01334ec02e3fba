import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toJson } from '../../convert/index.ts';
import type { Finding } from '../../rules/index.ts';
import { checkText, formatText } from '../../service/index.ts';
import { withMarks } from '../kit/index.ts';

interface Expected {
  readonly edition: string;
  /** The rule of each finding and the line with the place marked, in the order of the text. */
  readonly findings: readonly string[];
  /** Every cell that holds another number than 0. Left out where there are many. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** The rows that have a cell without a number. */
  readonly blanks?: readonly string[];
}

const sixNumbersForSeven = [
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
].map(label => `missing-cell | ${label} | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |`);

const corpus: Readonly<Record<string, Expected>> = {
  'examples/right.nianbao': { edition: '2021', findings: [], blanks: [] },
  'examples/faulty.nianbao': {
    edition: '2021',
    findings: [
      'field-conflict 年度：⟦2024⟧',
      'unknown-reference …年新收政府信息公开申请{⟦本年收到⟧}件，上年结转{上年结转…',
      'missing-row | ⟦信息内容⟧ | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      'table-header | 信息内容 | ⟦本年处理绝对数量⟧ |',
      'blank-cell | 行政强制 |⟦ ⟧|',
      'not-a-number | 行政事业性收费 | ⟦1173.52万元⟧ |',
      'row-label | ⟦3.危机“三安全一稳定”⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'row-total | 1.本机关不掌握相关政府信息 | ⟦28⟧ | 1 | 0 | 0 | 1 | 0 | 27 |',
      'section-number ⟦4、⟧政府信息公开行政复议、行政诉讼情况',
      'dispute-total | 复议后起诉 | 2 | 0 | 0 | 1 | ⟦2⟧ |',
    ],
    blanks: ['normative.regulation', 'enforcement.coercion'],
  },
  'test/corpus/large-city.nianbao': { edition: '2021', findings: [], blanks: [] },
  'test/corpus/sample-000.nianbao': {
    edition: '2021',
    findings: [
      'blank-cell | 行政许可 |⟦ ⟧|',
      'table-header | 信息内容 | ⟦本年收费金额（单位：万元，保留4位小数）⟧ |',
      'section-number ⟦4、 ⟧政府信息公开行政复议、行政诉讼情况',
      'table-header | 案件类型 | 结果维持 | 结果纠正 | 其他结果 | ⟦尚未申结⟧ | 总计 |',
      'fee-statement ⟦六、其他需要报告的事项⟧',
    ],
    numbers: {},
    blanks: ['licensing.licence'],
  },
  'test/corpus/sample-001.nianbao': {
    edition: '2019',
    findings: ['section-title 一、⟦政府信息公开总体情况⟧', 'blank-cell | 行政复议 |⟦ | | | | ⟧|'],
    numbers: {
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
    },
    blanks: ['disputes.review'],
  },
  'test/corpus/sample-002.nianbao': {
    edition: '2021',
    findings: ['missing-part ⟦一、总体情况⟧', 'fee-statement ⟦六、其他需要报告的事项⟧'],
    numbers: { 'licensing.licence.decisions': 1, 'enforcement.penalty.decisions': 2 },
    blanks: [],
  },
  'test/corpus/sample-003.nianbao': {
    edition: '2021',
    findings: [
      'missing-part ⟦一、总体情况⟧',
      'table-header | 申请人情况 | 自然人 | 商业企业 | 科研机构 | ⟦社会公益⟧ | 法律服务 | 其他 | 总计 |',
      'table-header | 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益 | ⟦法律服务⟧ | 其他 | 总计 |',
      'row-label | ⟦三、 本 年⟧ |',
      'row-label | ⟦（二）部分公开（区分处理的，只计这一情形，⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'missing-cell | 1.属于国家秘密 ⟦| | 0 | 0 | 0 | 0 | 0⟧ |',
      ...sixNumbersForSeven,
      'row-label | ⟦5.要求行政机关确认或重新⟧ | 0 | 0 | 0 | 0 | 0 | 0 |',
      'missing-cell | 5.要求行政机关确认或重新 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'row-label | ⟦1.申请人无正当理由逾期不⟧ | 0 | 0 | 0 | 0 | 0 | 0 |',
      'missing-cell | 1.申请人无正当理由逾期不 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'row-label | ⟦2.申请人逾期未按收费通知 要求缴纳费用、行政机关不⟧ | 0 | 0 | 0 | 0 | 0 | 0 |',
      'missing-cell | 2.申请人逾期未按收费通知 要求缴纳费用、行政机关不 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'missing-cell | 3.其他 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'missing-cell | (七) 总计 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'missing-cell | 四、结转下年度继续办理 | ⟦0 | 0 | 0 | 0 | 0 | 0⟧ |',
      'table-header | 案件类型 | ⟦结果⟧ | 结果 | 其他 | 尚未 | 总 |',
      'table-header | 案件类型 | 结果 | ⟦结果⟧ | 其他 | 尚未 | 总 |',
      'table-header | 案件类型 | 结果 | 结果 | ⟦其他⟧ | 尚未 | 总 |',
      'table-header | 案件类型 | 结果 | 结果 | 其他 | ⟦尚未⟧ | 总 |',
      'table-header | 案件类型 | 结果 | 结果 | 其他 | 尚未 | ⟦总⟧ |',
      'extra-cell | 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 | ⟦0⟧ |',
      'section-title 五、⟦存在问题及改进情况⟧',
      'fee-statement ⟦六、其他需要报告的事项⟧',
    ],
    numbers: { 'licensing.licence.decisions': 711, 'enforcement.penalty.decisions': 8 },
    // Nothing is shifted: a row whose cells cannot be placed has no number at all.
    blanks: [
      ...['secret', 'law', 'stability', 'thirdParty', 'internal', 'process', 'caseFile', 'inquiry'].map(
        key => `applications.refused.${key}`,
      ),
      ...['notHeld', 'notMade', 'unclear'].map(key => `applications.unable.${key}`),
      ...['petition', 'repeat', 'publication', 'excessive', 'confirm'].map(key => `applications.declined.${key}`),
      ...['uncorrected', 'unpaid', 'rest'].map(key => `applications.other.${key}`),
      'applications.concluded',
      'applications.carriedOut',
      'disputes.direct',
    ],
  },
  'test/corpus/sample-004.nianbao': {
    edition: '2021',
    findings: [
      'organ-name …函〔2021〕30号），⟦黑松岗子镇⟧人民政府编制了本报告。统…',
      'organ-name …52条、政务新媒体9条。⟦黑松岗子镇⟧黑松岗子镇在集市举办公开…',
      'repeated-words …52条、政务新媒体9条。⟦黑松岗子镇黑松岗子镇⟧在集市举办公开日活动，设…',
      'organ-name …务新媒体9条。黑松岗子镇⟦黑松岗子镇⟧在集市举办公开日活动，设…',
      'wrong-edition | ⟦信息内容⟧ | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |',
      'row-label | ⟦一、本年新收到政府信息公开申请数量⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'row-label | ⟦二、上年结转政府信息公开数量⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'row-label | ⟦3.危机“三安全一稳定”⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'row-label | ⟦7.属于行政法案卷⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'row-label | ⟦2.没有现成信息需另行制作⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      'organ-name …⟦黑松岗子镇⟧人民政府的公开工作还有不…',
      'fee-statement ⟦六、其他需要报告的事项⟧',
    ],
    numbers: {},
    blanks: [],
  },
};

describe('corpus', () => {
  for (const [path, expected] of Object.entries(corpus)) {
    describe(path, () => {
      const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
      const { report, findings } = checkText(text);

      it('gives exactly the findings expected', () => {
        assert.deepEqual(
          findings.map(finding => shown(text, finding)),
          expected.findings,
        );
      });

      it('holds the numbers expected', () => {
        const json = toJson(report);
        const cells = Object.entries(json.tables).flatMap(([table, rows]) =>
          Object.entries(rows).flatMap(([row, values]) =>
            Object.entries(values).map(([column, value]) => ({ row: `${table}.${row}`, column, value })),
          ),
        );
        const numbers = cells.flatMap(({ row, column, value }) =>
          value ? [[`${row}.${column}`, value] as const] : [],
        );
        const blanks = cells.flatMap(({ row, value }) => (value === null ? [row] : []));
        assert.equal(json.edition, expected.edition);
        if (expected.numbers) assert.deepEqual(Object.fromEntries(numbers), expected.numbers);
        assert.deepEqual([...new Set(blanks)], expected.blanks);
      });

      it('is canonical, or becomes so without a finding more or less', () => {
        const formatted = formatText(text);
        assert.equal(formatted.unsafe, false);
        if (!path.includes('sample')) assert.equal(formatted.text, text);
        assert.equal(formatText(formatted.text).text, formatted.text);
        const after = checkText(formatted.text).findings;
        assert.deepEqual(
          after.map(({ rule, message }) => [rule, message]),
          findings.map(({ rule, message }) => [rule, message]),
        );
      });
    });
  }

  it('plants ten faults of ten rules in the faulty example', () => {
    const rules = corpus['examples/faulty.nianbao']!.findings.map(finding => finding.split(' ')[0]);
    assert.equal(new Set(rules).size, 10);
  });
});

/** How much of a long paragraph is shown on each side of a finding. */
const AROUND = 12;

/** A finding as one line: its rule, and its line with the place marked, runs of spaces made one. */
function shown(text: string, { rule, range }: Finding): string {
  const line = withMarks(text, [range]).split('\n')[range.start.line]!.trim();
  const [from, to] = [Math.max(0, line.indexOf('⟦') - AROUND), line.indexOf('⟧') + 1 + AROUND];
  const isLong = line.length > 60 && !line.startsWith('|');
  return `${rule} ${isLong ? `…${line.slice(from, to)}…` : line.replace(/ {2,}/g, ' ')}`;
}
