import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { disputes, enforcement, licensing, lines, normative, TITLE_2019, windows } from '../snippets.ts';

const rule = 'missing-row';
const blank = newReport({ organ: '示范市', year: 2025 }).text;

/** The blank report without the rows that begin so. */
const without = (...labels: readonly string[]): string =>
  blank
    .split('\n')
    .filter(line => !labels.some(label => line.replace(/^\| */, '').startsWith(label)))
    .join('\n');

describe('rule: missing-row', () => {
  it('has nothing to say of the blank form', () => finds(rule, blank));

  it('finds the first below the head, and the last below the one before', () => {
    finds(rule, enforcement('| 行政强制 | 0 |').replace('信息内容', '⟦信息内容⟧'));
    finds(rule, enforcement('| ⟦行政处罚⟧ | 0 |'));
    assert.equal(mended(rule, without('规章')), blank);
    assert.equal(mended(rule, without('行政强制')), blank);
  });

  it('puts them in as wide as the others', () => {
    assert.equal(mended(rule, without('1.属于国家秘密')), blank);
    assert.equal(mended(rule, without('（一）予以公开', '（七）总计', '四、结转下年度')), blank);
    assert.equal(
      mended(rule, normative('| 规章 | 0 | 0 | 0 |')),
      normative('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 |   |   |   |'),
    );
  });

  it('puts them in as wide as the first that has all of its cells and ends with a bar', () => {
    const inserted = (...rows: readonly string[]): string | undefined =>
      findingsOf(normative(...rows), rule)[0]?.mends?.[0]?.edits[0]?.text;
    const full = '| 备注 | 0 | 0  | 0   |';
    const asWide = '\n| 行政规范性文件 |   |    |     |';
    assert.equal(inserted('| 规章       | 0     | 0     |', full), asWide);
    assert.equal(inserted('| 规章       | 0     | 0     | 0', full), asWide);
    assert.equal(inserted('| 规章       | 0     | 0     | 0', full, full.replaceAll('0 ', '0  ')), asWide);
  });

  it('finds neighbours together and others apart', () => {
    assert.equal(
      finds(
        rule,
        without('2.重复', '3.要求', '5.属于').replace(/[14]\.(?:信访举报投诉类申请|保护第三方合法权益)/g, '⟦$&⟧'),
      ).length,
      2,
    );
    assert.equal(mended(rule, without('2.重复', '3.要求', '5.属于')), blank);
  });

  it('names all of a few, and the first three of many', () => {
    const said = (...labels: readonly string[]): string[] =>
      findingsOf(without(...labels), rule).map(({ message }) => message.zh);
    assert.deepEqual(said('行政处罚', '行政强制'), ['缺少“行政处罚”、“行政强制”']);
    assert.deepEqual(said('行政复议', '行政诉讼', '未经', '复议后'), [
      '缺少“行政复议”、“行政诉讼”、“未经复议直接起诉”、“复议后起诉”',
    ]);
    assert.deepEqual(said('4.保护', '5.属于', '6.属于', '7.属于', '8.属于'), [
      '“3.危及‘三安全一稳定’”之后缺少“4.保护第三方合法权益”、“5.属于三类内部事务信息”、“6.属于四类过程性信息” 等 5 行',
    ]);
  });

  it('finds the label of a group, alone or with its rows', () => {
    finds(rule, without('行政诉讼').replace('行政复议           ', '⟦行政复议⟧           '));
    assert.equal(mended(rule, without('行政诉讼')), blank);
    assert.equal(mended(rule, without('（四）无法', '1.本机关', '2.没有', '3.补正')), blank);
  });

  it('keeps the line endings', () => assert.equal(mended(rule, windows(without('行政诉讼'))), windows(blank)));

  it('does not count a misspelt row, or one out of order, as missing', () => {
    finds(rule, enforcement('| 行政处法 | 0 |', '| 行政强制 | 0 |'));
    finds(rule, enforcement('| 行政强制 | 0 |', '| 行政处罚 | 0 |'));
  });

  it('counts the rows of the edition that the table is written in', () => {
    const header = '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |';
    const old = licensing('| ⟦行政许可⟧ | 2 | 0 | 5 |').replace(/\| 信息内容.*/, header);
    finds(rule, lines(TITLE_2019) + old);
  });

  it('waits for the head where there is none', () => {
    const [finding] = finds(rule, disputes('| ⟦复议后起诉⟧ | 0 | 0 | 0 | 0 | 0 |').replace(/\| 案件.*\n/, ''));
    assert.equal(finding?.mends, undefined);
  });
});
