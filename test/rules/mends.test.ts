import assert from 'node:assert/strict';
import { finds, findingsOf, mended } from '../kit/index.ts';
import { applications, disputes, enforcement, licensing, lines, normative, TITLE } from './snippets.ts';

const received = '| 一、本年新收政府信息公开申请数量 ';

describe('rules of tables: what the mends write', () => {
  it('rows as wide as the head where no row is there', () => {
    assert.equal(
      mended('missing-row', enforcement()),
      enforcement('| 行政处罚 |                  |', '| 行政强制 |                  |'),
    );
  });

  it('a head in the words of the form, above the first row', () => {
    const headless = enforcement('| 行政处罚 | 4 |', '| 行政强制 | 5 |').replace(/\| 信息内容.*\n/, '');
    assert.equal(
      mended('table-header', headless),
      headless.replace('| 行政处罚', '| 信息内容 | 本年处理决定数量 |\n$&'),
    );
  });

  it('the words of the form in a head that has others, or none', () => {
    const head = (written: string): string =>
      licensing('| 行政许可 | 3 |').replace('| 信息内容 | 本年处理决定数量 |', written);
    const right = licensing('| 行政许可 | 3 |');
    for (const written of [
      '| 信息内容 | 本年处理绝对数量 |',
      '| 信息内客 | 本年处理决定数量 |',
      '| 信息内容 |  |',
      '| 信息内容 | 本年处理决定数量 | 备注 |',
    ]) {
      assert.equal(mended('table-header', head(written)), right, written);
    }
  });

  it('the article that a table belongs under', () => {
    const right = licensing('| 行政许可 | 3 |');
    assert.equal(mended('table-header', right.replace('（五）', '（四）')), right);
    assert.equal(mended('table-header', right.replace('第二十条第（五）项\n', '')), right);
  });
});

describe('rule: blank-cell, side by side', () => {
  const whole = '| 行政复议 |⟦  |  |  |  |  ⟧|';

  it('a row that is blank as a whole and one that is not are two', () => {
    finds('blank-cell', disputes(whole, '| 行政诉讼 |', '| 未经复议直接起诉 |⟦  ⟧| 0 | 0 | 0 | 3 |'));
    finds(
      'blank-cell',
      disputes('| 行政复议 | 0 | 0 | 0 | 3 |⟦  ⟧|', '| 行政诉讼 |', '| 未经复议直接起诉 |⟦  |  |  |  |  ⟧|'),
    );
  });

  it('rows that are blank as a whole with a filled one between them are two', () => {
    finds('blank-cell', disputes(whole, '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |', '| 复议后起诉 |⟦  |  |  |  |  ⟧|'));
  });

  it('rows that are blank as a whole with one between them that nobody knows are two', () => {
    finds(
      'blank-cell',
      disputes(
        whole,
        '| 便民服务中心 | 0 | 0 | 0 | 0 | 0 |',
        '| 复议后起诉 |⟦  |  |  |  |  ⟧|',
        '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |',
      ),
    );
  });

  it('says the sums of a row only where one cell is blank', () => {
    const [one] = findingsOf(disputes('| 行政复议 | 1 |  | 0 | 0 | 4 |', '| 行政诉讼 |'), 'blank-cell');
    assert.deepEqual([one?.expected, one?.mends?.[0]?.guess], [3, undefined]);
    const [two] = findingsOf(disputes('| 行政复议 | 1 |  |  | 0 | 1 |', '| 行政诉讼 |'), 'blank-cell');
    assert.equal(two?.expected, undefined);
  });
});

describe('rules of sums: the cell that explains them', () => {
  const rows = (granted: number, total: number): string =>
    applications(
      `${received}| 3 | 0 | 0 | 0 | 0 | 0 | 3 |`,
      '| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      `| （一）予以公开 | ${granted} | 0 | 0 | 0 | 0 | 0 | 3 |`,
      `| （七）总计 | ${total} | 0 | 0 | 0 | 0 | 0 | 3 |`,
      '| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    );

  it('is named with its number, the sums beside it, and mended', () => {
    const found = ['row-total', 'balance', 'result-total'].flatMap(rule => findingsOf(rows(3, 5), rule));
    assert.equal(found.length, 1);
    const [{ expected, actual, cells, related, suspect }] = found as [(typeof found)[number]];
    assert.deepEqual([expected, actual], [3, 5]);
    assert.equal(cells?.[0], 'applications.concluded.person');
    assert.equal(new Set(cells).size, cells.length);
    assert.deepEqual(
      [suspect?.cell, suspect?.expected, suspect?.mends],
      ['applications.concluded.person', 3, related?.length],
    );
    assert.match(mended(found[0]!.rule, rows(3, 5)), /（七）总计 \| 3 \|/);
  });

  it('is none where a sum is alone', () => {
    const [only, ...more] = findingsOf(disputes('| 行政复议 | 1 | 2 | 0 | 0 | 4 |', '| 行政诉讼 |'), 'dispute-total');
    assert.deepEqual([only?.expected, only?.actual, only?.suspect, more.length], [3, 4, undefined, 0]);
    assert.match(mended('dispute-total', disputes('| 行政复议 | 1 | 2 | 0 | 0 | 4 |')), /\| 1 \| 2 \| 0 \| 0 \| 3 \|/);
  });
});

describe('rules of other lines: where they point', () => {
  it('rows without a name are marked from bar to bar', () => {
    finds('unknown-row', normative('| 规章 | 0 | 0 | 0 |', '⟦|  ⟧| 1 | 2 | 3 |'));
    finds('unknown-row', normative('| 规章 | 0 | 0 | 0 |', '| ⟦便民服务中心窗口⟧ | 1 | 2 | 3 |'));
  });

  it('a sentence of the preface is marked without the space around it', () => {
    const listing = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况三个部分组成';
    finds('preface-sections', lines(TITLE, '', `　　公开为先。 ⟦${listing}。⟧ 另见网站。`, '', '一、总体情况'));
    finds('preface-sections', lines(TITLE, '', `　　⟦${listing}⟧　`, '', '一、总体情况'));
  });

  it('a heading that was lost is missed above the first of its tables', () => {
    const source = lines(
      TITLE,
      '',
      '一、总体情况',
      '',
      '⟦第二十条第（五）项⟧',
      '| 信息内容 | 本年处理决定数量 |',
      '| 行政许可 | 0 |',
      '',
      '第二十条第（六）项',
      '| 信息内容 | 本年处理决定数量 |',
      '| 行政处罚 | 0 |',
      '| 行政强制 | 0 |',
    );
    const text = source.replace(/[⟦⟧]/g, '');
    const [lost] = findingsOf(text, 'missing-section').filter(({ range }) => range.start.line === 4);
    assert.deepEqual(lost?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } });
  });
});
