import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { applications, disputes, enforcement, fees, licensing, lines, normative } from '../snippets.ts';
import { full } from '../sums/tables.ts';

const rule = 'blank-cell';
const received = '| 一、本年新收政府信息公开申请数量 ';

describe('rule: blank-cell', () => {
  it('finds one a cell, at the room between its bars', () => {
    finds(rule, normative('| 规章 | 0 |⟦   ⟧| 0 |', '| 行政规范性文件 |⟦⟧| 0 |⟦　⟧|'));
    finds(rule, normative('｜规章｜０｜⟦　⟧｜０｜', '| 行政规范性文件 | 0 | 0 | 0 |'));
  });

  it('finds neighbours as one', () => {
    const [finding] = finds(rule, normative('| 规章 |⟦  |  ⟧| 0 |', '| 行政规范性文件 | 0 | 0 | 0 |'));
    assert.deepEqual(finding?.cells, ['normative.regulation.issued', 'normative.regulation.repealed']);
    assert.deepEqual(finding.message, {
      zh: '“规章”“本年制发件数”、“本年废止件数”未填',
      en: '“规章” is blank in 本年制发件数, 本年废止件数',
    });
  });

  it('finds rows that are blank as a whole, one below the other, as one', () => {
    const [finding] = finds(
      rule,
      disputes(
        '| 行政复议 | 1 | 0 | 0 | 0 | 1 |',
        '| 行政诉讼 |',
        '| 未经复议直接起诉 |⟦  |  |  |  |  ⟧|',
        '| 复议后起诉 |  |  |  |  |  |',
      ),
    );
    assert.equal(finding?.cells?.length, 10);
    assert.equal(finding.message.zh, '“未经复议直接起诉”等 2 行未填');
    assert.equal(finding.related?.length, 1);
    finds(rule, enforcement('| 行政处罚 |⟦  ⟧|', '| 行政强制 |  |', '| 行政处罚 | 2 |'));
  });

  it('finds one row that is blank as a whole, or blank in its only column', () => {
    const said = (source: string): string[] => finds(rule, source).map(({ message }) => message.zh);
    assert.deepEqual(said(disputes('| 行政复议 |⟦  |  |  |  |  ⟧|', '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |')), [
      '“行政复议”整行未填',
    ]);
    assert.deepEqual(said(enforcement('| 行政处罚 | 2 |', '| 行政强制 |⟦  ⟧|')), ['“行政强制”“本年处理决定数量”未填']);
  });

  it('finds rows apart where one of them is blank only in part, or another row stands between them', () => {
    const filled = '0 | 0 | 0 | 0 | 0 |';
    const blank = '⟦  |  |  |  |  ⟧|';
    finds(
      rule,
      disputes('| 行政复议 | 0 | 0 | 0 | 0 |⟦  ⟧|', `| 未经复议直接起诉 |${blank}`, `| 复议后起诉 | ${filled}`),
    );
    finds(
      rule,
      disputes(`| 行政复议 |${blank}`, '| 未经复议直接起诉 |⟦  ⟧| 0 | 0 | 0 | 0 |', `| 复议后起诉 | ${filled}`),
    );
    finds(rule, disputes(`| 行政复议 |${blank}`, `| 未经复议直接起诉 | ${filled}`, `| 复议后起诉 |${blank}`));
    finds(
      rule,
      disputes(
        `| 行政复议 |${blank}`,
        `| 备注 | ${filled}`,
        `| 未经复议直接起诉 |${blank}`,
        `| 复议后起诉 | ${filled}`,
      ),
    );
  });

  it('finds a blank table at its head, at its first row without one, and one of one row at its cell', () => {
    const beside = (table: string): string =>
      normative('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |') + table.replace(/.*\n\n/, '');
    const two = enforcement('| 行政处罚 |  |', '| 行政强制 |  |');
    finds(rule, beside(two.replace('信息内容', '⟦信息内容⟧')));
    finds(rule, beside(two.replace(/\| 信息内容.*\n/, '').replace('行政处罚', '⟦行政处罚⟧')));
    finds(rule, beside(two.replace('信息内容', '⟦信息内容⟧') + lines('| 执法检查 | 3 |')));
    finds(rule, beside(licensing('| 行政许可 |⟦  ⟧|')));
    finds(rule, beside(enforcement()));
  });

  it('knows the columns by their heads', () => {
    const source = disputes('| 行政复议 | 1 | 1 |⟦  ⟧| 1 | 3 |', '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |').replace(
      '结果维持 | 结果纠正 | 其他结果',
      '其他结果 | 结果纠正 | 结果维持',
    );
    const [finding] = finds(rule, source);
    assert.deepEqual([finding?.cells, finding?.expected], [['disputes.review.upheld'], 0]);
    assert.equal(finding?.message.zh, '“行政复议”“结果维持”未填；按表内关系应为 0');
  });

  it('offers no number for a row given twice, which no sum counts', () => {
    const [finding] = finds(rule, enforcement('| 行政处罚 | 2 |', '| 行政强制 | 0 |', '| 行政处罚 |⟦  ⟧|'));
    assert.deepEqual([finding?.cells, finding?.mends], [['enforcement.penalty.decisions'], undefined]);
  });

  it('finds a blank table, and a blank section, as one', () => {
    const half =
      normative('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |') +
      enforcement('| 行政处罚 |  |', '| 行政强制 |  |').replace(/.*\n\n/, '');
    finds(rule, half.replace(/(?<=六）项\n\| )信息内容/, '⟦$&⟧'));
    finds(rule, enforcement('| 行政处罚 |  |', '| 行政强制 |  |').replace('主动公开政府信息情况', '⟦$&⟧'));
    const { text } = newReport({ organ: '示范市', year: 2025 });
    const titles =
      /(?<=、)(?:主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况)$/gm;
    assert.deepEqual(
      finds(rule, text.replace(titles, '⟦$&⟧')).map(finding => finding.cells?.length),
      [10, 25 * 7, 15],
    );
  });

  it('says and writes the number where the sums leave no other', () => {
    const source = applications(`${received}| 3 | 0 | 0 |⟦  ⟧| 0 | 0 | 5 |`);
    const [finding] = finds(rule, source);
    assert.deepEqual([finding?.expected, finding?.mends?.[0]?.guess], [2, undefined]);
    assert.match(mended(rule, source), /\| 0 \| +2 \| 0 \| 0 \| 5 \|$/m);
  });

  it('says so by the sum down the column too', () => {
    const out = [
      '| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
      '| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    ];
    const [finding] = finds(
      rule,
      applications(
        `${received}| 3 | 0 | 0 | 0 | 0 | 0 | 3 |`,
        '| 二、上年结转政府信息公开申请数量 |⟦  ⟧| 0 | 0 | 0 | 0 | 0 | 2 |',
        ...out,
      ),
    );
    assert.equal(finding?.expected, 2);
  });

  it('writes several numbers, each of which the sums ask for', () => {
    const [finding] = finds(
      rule,
      applications(...full({ '2.重复申请': '⟦  |  ⟧| 0 | 0 | 0 | 0 | 8' })).replace('| ⟦', '|⟦'),
    );
    assert.deepEqual([finding?.expected, finding?.mends?.[0]?.guess], [undefined, undefined]);
    assert.equal(finding?.mends?.[0]?.title.zh, '填 8、0');
  });

  it('offers 0 as a guess where the sums leave it open', () => {
    const source = enforcement('| 行政处罚 | 2 |', '| 行政强制 |⟦      ⟧|');
    const [finding] = finds(rule, source);
    assert.deepEqual([finding?.expected, finding?.mends?.[0]?.guess], [undefined, true]);
    assert.equal(mended(rule, source), enforcement('| 行政处罚 | 2 |', '| 行政强制 |    0 |'));
  });

  it('fills in two of a sum by guess: 0, and the rest', () => {
    const source = disputes('| 行政复议 | 3 | 0 |⟦  |  ⟧| 5 |');
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends?.[0]?.guess, true);
    assert.equal(finding.mends[0].title.zh, '填 0、2');
    assert.match(mended(rule, source), /\| 3 \| 0 \| +0 \| +2 \| 5 \|$/m);
    const [zero] = finds(rule, disputes('| 行政复议 | 5 | 0 |⟦  |  ⟧| 5 |'));
    assert.equal(zero?.mends?.[0]?.title.zh, '填 0');
  });

  it('offers nothing where no number would do', () => {
    const [finding] = finds(rule, disputes('| 行政复议 | 3 | 0 |⟦  ⟧| 0 | 2 |'));
    assert.deepEqual([finding?.expected, finding?.mends], [undefined, undefined]);
    const [pair] = finds(rule, disputes('| 行政复议 | 6 | 0 |⟦  |  ⟧| 5 |'));
    assert.equal(pair?.mends, undefined);
  });

  it('offers nothing where the numbers that one sum asks for break another', () => {
    const others = { '（七）总计': '11 | 0 | 0 | 0 | 0 | 0 | 13' };
    const blank = ' |  |  |  |  |  | ';
    const rows = full({ ...others, '1.信访举报投诉类申请': blank, '2.重复申请': blank });
    const [finding] = findingsOf(applications(...rows), rule);
    assert.equal(finding?.cells?.length, 14);
    assert.equal(finding.mends, undefined);
  });

  it('takes 0 and a computed cell for filled in', () => {
    finds(rule, disputes('| 行政复议 | 0 | 0 | 0 | 0 | = |', '| 行政诉讼 |'));
    finds(rule, fees('| 行政事业性收费 | 0 |'));
  });

  it('does not ask where it cannot be known which cell is blank', () => {
    finds(rule, normative('| 规章 | 0 |  |', '| 行政规范性文件 | 0 | 0 | 0 |'));
    finds(rule, normative('| 规章 | 0 | 0 | 0 |', '| 便民服务中心窗口 |  |  |  |'));
    finds(rule, normative('| 规章 |  |  |', '| 行政规范性文件 |⟦  |  |  ⟧|'));
  });

  it('has nothing to say where no table is, or none of the form', () => {
    finds(rule, lines('三、收到和处理政府信息公开申请情况'));
    finds(rule, lines('一、总体情况', '', '| 甲 | 1 |'));
  });
});
