import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE, TITLE_2019 } from '../snippets.ts';

const rule = 'unknown-reference';
const prose = (text: string, title = TITLE): string => lines(title, '', '一、总体情况', '', `　　${text}`);

describe('rule: unknown-reference', () => {
  for (const text of [
    '{本年新收}',
    '{本年新收.自然人}',
    '{本年新收 . 自然人}',
    '｛本年新收．自然人｝',
    '{自然人.本年新收}',
    '{行政复议.总计}',
    '{未经复议直接起诉.结果纠正}',
    '{行政许可}',
    '{现行有效.行政规范性文件}',
    '{行政规范性文件.现行有效}',
    '{不予公开}',
    '{行政诉讼.尚未审结}',
    '{机关}{年度}',
    '{本年新收+上年结转-结转下年}',
    '{一、本年新收政府信息公开申请数量}',
    '{（二）部分公开}',
    '{收费金额}',
    '\\{无此行\\}',
  ]) {
    it(`accepts ${text}`, () => finds(rule, prose(`全年${text}件。`)));
  }

  it('finds a row that is none and offers the nearest, as a guess', () => {
    const source = prose('全年{⟦本年收到⟧}件。');
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends?.[0]?.guess, true);
    assert.equal(mended(rule, source), prose('全年{本年新收}件。'));
  });

  it('finds a row and a column written together, also where they stand apart elsewhere', () => {
    finds(rule, prose('全年{本年新收.自然人}件，即{⟦本年新收自然人⟧}件。'));
  });

  it('finds a column that is none, at the column', () => {
    const source = prose('全年{本年新收.法律服务}件。').replace('法律服务', '⟦法律服务⟧');
    finds(rule, source);
    assert.equal(mended(rule, source), prose('全年{本年新收.法律服务机构}件。'));
  });

  it('finds a name of several cells and offers them', () => {
    const [row] = finds(rule, prose('现有文件{⟦行政规范性文件⟧}件。'));
    assert.equal(row?.mends?.length, 3);
    assert.match(row.message.zh, /^“行政规范性文件”有好几格，请写明：“[^“”]+”、“[^“”]+”、“[^“”]+”$/);
    const [column] = finds(rule, prose('现有文件{⟦现行有效⟧}件。'));
    assert.equal(column?.mends?.length, 2);
    finds(rule, prose('其中自然人{⟦自然人⟧}件。'));
  });

  it('finds each wrong one of a sum, and of a line', () => {
    finds(rule, prose('共{本年新收+⟦去年结转⟧-⟦甲⟧}件，另有{⟦乙⟧}件。'));
  });

  it('finds too many names', () => finds(rule, prose('全年{⟦本年新收.自然人.总计⟧}件。')));

  it('offers nothing that has no character in common', () => {
    const [finding] = finds(rule, prose('全年{⟦xyz⟧}件。'));
    assert.deepEqual(finding?.mends, []);
  });

  it('leaves a quote that cannot be read to another rule', () => {
    for (const text of ['{无此行+}', '{无此行++甲}', '{无此行']) finds(rule, prose(`全年${text}件。`));
  });

  it('goes by the edition of the year', () => {
    finds(rule, prose('{逾期不补正}件'));
    finds(rule, prose('{⟦逾期不补正⟧}件', TITLE_2019));
    finds(rule, prose('{政府集中采购.采购金额}万元', TITLE_2019));
    finds(rule, prose('{⟦政府集中采购⟧.采购金额}万元'));
  });

  it('looks behind a part and above the first section, not into rows, headings or comments', () => {
    finds(
      rule,
      lines(TITLE, '', '{⟦甲⟧}', '一、总体情况', '（一）主动公开。{⟦甲⟧}', '（二）{甲}', '// {甲}', '| {甲} | {甲} |'),
    );
  });
});
