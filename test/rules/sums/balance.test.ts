import assert from 'node:assert/strict';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { applications } from '../snippets.ts';
import { full } from './tables.ts';

const rule = 'balance';
const four = (received: string, carriedIn: string, concluded: string, carriedOut: string): string =>
  applications(
    `| 一、本年新收政府信息公开申请数量 | ${received} |`,
    `| 二、上年结转政府信息公开申请数量 | ${carriedIn} |`,
    `| （七）总计 | ${concluded} |`,
    `| 四、结转下年度继续办理 | ${carriedOut} |`,
  );
const zeros = '0 | 0 | 0 | 0 | 0';

describe('rule: balance', () => {
  it('finds each column in which what came in is not what went out', () => {
    const source = four(`9 | ${zeros} | 9`, `1 | ${zeros} | 1`, `8 | ${zeros} | 8`, `⟦3⟧ | ${zeros} | ⟦3⟧`);
    const findings = finds(rule, source);
    assert.deepEqual(
      findings.map(({ expected, actual }) => [expected, actual]),
      [
        [2, 3],
        [2, 3],
      ],
    );
    assert.match(findings[0]?.message.zh ?? '', /“自然人”列不平：/);
    assert.deepEqual(findings[0]?.cells, [
      'applications.carriedOut.person',
      'applications.received.person',
      'applications.carriedIn.person',
      'applications.concluded.person',
    ]);
  });

  it('names the one cell whose correction makes row and column right', () => {
    const source = four(`9 | ${zeros} | 9`, `1 | ${zeros} | 1`, `8 | ${zeros} | 8`, `3 | ${zeros} | 2`);
    const [suspect] = findingsOf(source, 'row-total');
    assert.deepEqual(suspect?.suspect, { cell: 'applications.carriedOut.person', expected: 2, mends: 2 });
    assert.deepEqual(findingsOf(source, rule), []);
  });

  it('names a cell of a row in the middle by the sums of its row and column', () => {
    const source = applications(...full({ '2.重复申请': '9 | 0 | 0 | 0 | 0 | 0 | 8' }));
    const [suspect] = findingsOf(source, 'row-total');
    assert.deepEqual(suspect?.suspect, { cell: 'applications.declined.repeat.person', expected: 8, mends: 2 });
  });

  it('names the total that three sums agree on', () => {
    const source = applications(...full({ '（七）总计': '11 | 0 | 0 | 0 | 0 | 0 | 10' }));
    const [suspect] = findingsOf(source, 'row-total');
    assert.deepEqual(suspect?.suspect, { cell: 'applications.concluded.person', expected: 10, mends: 3 });
    assert.equal(mended('row-total', source), applications(...full()));
  });

  it('is joined into the finding that explains it, at the cell that is wrong', () => {
    const source = applications(...full({ '（七）总计': '⟦11⟧ | 0 | 0 | 0 | 0 | 0 | 10' }));
    const [finding] = finds('row-total', source);
    assert.deepEqual([finding?.expected, finding?.actual, finding?.related?.length], [10, 11, 3]);
    for (const cell of [
      'applications.concluded.total',
      'applications.granted.person',
      'applications.received.person',
    ]) {
      assert.ok(finding?.cells?.includes(cell), cell);
    }
    finds(rule, source.replace(/[⟦⟧]/g, ''));
  });

  it('finds two wrong cells apart', () => {
    const source = applications(
      ...full({
        '2.重复申请': '⟦9⟧ | 0 | 0 | 0 | 0 | 0 | 8',
        '二、上年结转政府信息公开申请数量': '2 | ⟦1⟧ | 0 | 0 | 0 | 0 | 2',
      }),
    );
    const findings = finds('row-total', source);
    assert.deepEqual(
      findings.map(({ suspect }) => suspect?.expected),
      [0, 8],
    );
    assert.equal(mended('row-total', source), applications(...full()));
  });

  it('counts for each of two wrong cells its own sums, though others are computed from it', () => {
    const source = applications(
      ...full({
        '2.重复申请': '⟦9⟧ | 0 | 0 | 0 | 0 | 0 | 8',
        '二、上年结转政府信息公开申请数量': '2 | ⟦1⟧ | 0 | 0 | 0 | 0 | 2',
        '（七）总计': '= | = | = | = | = | = | =',
      }),
    );
    const findings = finds('row-total', source);
    assert.deepEqual(
      findings.map(({ suspect, related }) => [suspect?.mends, related?.length]),
      [
        [2, 2],
        [3, 3],
      ],
    );
  });

  it('finds two wrong cells apart, though one may be set so that a sum of the other holds', () => {
    const source = applications(
      ...full({
        '2.重复申请': '⟦9⟧ | 0 | 0 | 0 | 0 | 0 | 8',
        '（七）总计': '10 | 0 | 0 | 0 | 0 | 0 | ⟦11⟧',
      }),
    );
    const findings = finds('row-total', source);
    assert.deepEqual(
      findings.map(({ suspect }) => [suspect?.expected, suspect?.mends]),
      [
        [8, 2],
        [10, 3],
      ],
    );
  });

  it('names none that would have to be less than nothing', () => {
    const source = applications(
      ...full({
        '一、本年新收政府信息公开申请数量': '11 | 1 | 0 | 0 | 0 | 0 | 12',
        '（一）予以公开': '6 | 0 | 0 | 0 | 0 | 0 | 6',
        '（七）总计': '14 | 0 | 0 | 0 | 0 | 0 | 14',
        '四、结转下年度继续办理': '3 | 1 | 0 | 0 | 0 | 0 | 0',
      }),
    );
    const found = [rule, 'row-total', 'result-total'].flatMap(id => findingsOf(source, id));
    assert.deepEqual(
      found.map(({ rule: id, suspect }) => [id, suspect]),
      [
        [rule, undefined],
        ['row-total', undefined],
      ],
    );
  });

  it('names none where two cells would explain it equally well', () => {
    const source = applications(
      ...full({
        '2.重复申请': '9 | 0 | 0 | 0 | 0 | 0 | 8',
        '（七）总计': '10 | 1 | 0 | 0 | 0 | 0 | 11',
      }),
    );
    const found = [rule, 'row-total', 'result-total'].flatMap(id => findingsOf(source, id));
    assert.deepEqual(
      found.map(({ suspect }) => suspect),
      found.map(() => undefined),
    );
    assert.equal(found.length, 6);
  });

  for (const concluded of ['= | = | = | = | = | = | =', '= | 0 | 0 | 0 | 0 | 0 | 10']) {
    it(`names a cell by the sums that what is computed from it is part of: ${concluded}`, () => {
      const source = applications(...full({ '2.重复申请': '⟦9⟧ | 0 | 0 | 0 | 0 | 0 | 8', '（七）总计': concluded }));
      const [finding] = finds('row-total', source);
      assert.deepEqual(finding?.suspect, { cell: 'applications.declined.repeat.person', expected: 8, mends: 3 });
    });
  }

  it('offers no total that breaks a sum which holds once the wrong cell is right', () => {
    const source = applications(
      ...full({
        '2.重复申请': '8 | 1 | 0 | 0 | 0 | 0 | ⟦8⟧',
        '（七）总计': '10 |  | 0 | 0 | 0 | 0 | 12',
      }),
    );
    const [finding] = finds('row-total', source);
    assert.deepEqual([finding?.expected, finding?.mends], [9, undefined]);
    assert.equal(findingsOf(source.replace(/[⟦⟧]/g, ''), 'result-total')[0]?.suspect?.expected, 10);
  });

  it('says nothing while a blank leaves it open', () => {
    finds(rule, four(`9 | ${zeros} | 9`, ` | ${zeros} | `, `8 | ${zeros} | 8`, `3 | ${zeros} | 3`));
  });

  it('says that more went out than came in, blank or not', () => {
    const source = applications(
      `| 一、本年新收政府信息公开申请数量 | 9 | ${zeros} | 9 |`,
      `| 二、上年结转政府信息公开申请数量 | 1 | ${zeros} | 1 |`,
      `| （七）总计 | 12 | ${zeros} | 12 |`,
      `| 四、结转下年度继续办理 |⟦  ⟧| ${zeros} |⟦  ⟧|`,
    );
    const [first, ...others] = finds(rule, source);
    for (const finding of [first, ...others]) {
      assert.deepEqual([finding?.expected, finding?.actual, finding?.mends], [undefined, undefined, undefined]);
    }
    assert.match(first?.message.zh ?? '', /“自然人”列已填的部分已经不平：收到 10，办理和结转 12/);
  });

  it('computes what is carried over', () => {
    finds(rule, four(`9 | ${zeros} | 9`, `1 | ${zeros} | 1`, `8 | ${zeros} | 8`, '= | = | = | = | = | = | ='));
  });
});
