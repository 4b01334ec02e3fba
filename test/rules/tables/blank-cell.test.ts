import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { applications, disputes, enforcement, fees, lines, normative } from '../snippets.ts';

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
  });

  it('finds a blank table, and a blank section, as one', () => {
    const half =
      normative('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |') +
      enforcement('| 行政处罚 |  |', '| 行政强制 |  |').replace(/.*\n\n/, '');
    finds(rule, half.replace(/(?<=六）项\n\| )信息内容/, '⟦$&⟧'));
    finds(rule, enforcement('| 行政处罚 |  |', '| 行政强制 |  |').replace('主动公开政府信息情况', '⟦$&⟧'));
    const all = findingsOf(newReport({ organ: '示范市', year: 2025 }).text, rule);
    assert.deepEqual(
      all.map(finding => finding.cells?.length),
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
    assert.match(mended(rule, source), /\| 3 \| 0 \| +0 \| +2 \| 5 \|$/m);
  });

  it('offers nothing where no number would do', () => {
    const [finding] = finds(rule, disputes('| 行政复议 | 3 | 0 |⟦  ⟧| 0 | 2 |'));
    assert.deepEqual([finding?.expected, finding?.mends], [undefined, undefined]);
    const [pair] = finds(rule, disputes('| 行政复议 | 6 | 0 |⟦  |  ⟧| 5 |'));
    assert.equal(pair?.mends, undefined);
  });

  it('takes 0 and a computed cell for filled in', () => {
    finds(rule, disputes('| 行政复议 | 0 | 0 | 0 | 0 | = |', '| 行政诉讼 |'));
    finds(rule, fees('| 行政事业性收费 | 0 |'));
  });

  it('does not ask where it cannot be known which cell is blank', () => {
    finds(rule, normative('| 规章 | 0 |  |', '| 行政规范性文件 | 0 | 0 | 0 |'));
    finds(rule, normative('| 规章 | 0 | 0 | 0 |', '| 便民服务中心窗口 |  |  |  |'));
  });

  it('has nothing to say where no table is', () => finds(rule, lines('三、收到和处理政府信息公开申请情况')));
});
