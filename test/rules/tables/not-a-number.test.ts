import assert from 'node:assert/strict';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { applications, disclosure, disputes, fees, licensing, lines, TITLE_2019 } from '../snippets.ts';

const rule = 'not-a-number';
const cell = (value: string): string => licensing(`| 行政许可 | ${value} |`);

/** What is only written in another way, and the number that it certainly means. */
const certain = [
  ['/', '0'],
  ['－', '0'],
  ['——', '0'],
  ['无', '0'],
  ['没有', '0'],
  ['3件', '3'],
  ['３ 件', '3'],
  ['1,234项', '1234'],
  ['+5', '5'],
  ['007', '7'],
  ['00', '0'],
  ['十二', '12'],
  ['1,23,4', '1234'],
] as const;

describe('rule: not-a-number', () => {
  for (const [value, right] of certain) {
    it(`mends ${value}`, () => {
      finds(rule, cell(`⟦${value}⟧`));
      assert.equal(mended(rule, cell(value)), cell(right));
      assert.deepEqual(findingsOf(cell(value), rule)[0]?.cells, ['licensing.licence.decisions']);
    });
  }

  it('says what is wrong with each', () => {
    const said = (value: string): string | undefined => findingsOf(cell(value), rule)[0]?.message.zh;
    assert.equal(said('3件'), '“3件”应当写成 3');
    assert.equal(said('1234567890123'), '“1234567890123”太长，不像是件数');
    assert.equal(said('1,234,567,890,123'), '“1,234,567,890,123”太长，不像是件数');
    for (const value of ['若干', '约1234567890123', '1234567890123多']) {
      assert.equal(said(value), `“${value}”不是数字；没有请填 0`);
    }
  });

  for (const value of ['1e5', '12345678901234567890', '1.2.3', '3元', '若干', '{本年新收}', '一百', '3 4', '?']) {
    it(`does not guess at ${value}`, () => {
      const [finding] = finds(rule, cell(`⟦${value}⟧`));
      assert.equal(finding?.mends, undefined);
    });
  }

  for (const value of ['0', '０', '１２', '1,234', '１，２３４，５６７', '999999999999', '']) {
    it(`takes ${value === '' ? 'a blank' : value} as it is`, () => finds(rule, cell(value)));
  }

  it('leaves what is a number, but not for this column, to other rules', () => {
    finds(rule, cell('-3'));
    finds(rule, cell('1.50'));
    finds(rule, cell('-0'));
  });

  it('knows units of money', () => {
    const money = (value: string): string => fees(`| 行政事业性收费 | ${value} |`);
    finds(rule, money('12.5'));
    for (const [value, right] of [
      ['⟦5.2 万元⟧', '5.2'],
      ['⟦251000元⟧', '25.1'],
      ['⟦1.5亿元⟧', '15000'],
    ] as const) {
      finds(rule, money(value));
      assert.equal(mended(rule, money(value)), money(right));
    }
    finds(rule, money('⟦3件⟧'));
  });

  it('allows a unit where the head of the form names none', () => {
    const procurement = (value: string): string =>
      lines(TITLE_2019) +
      disclosure('九', '| 信息内容 | 采购项目数量 | 采购总金额 |', `| 政府集中采购 | 8 | ${value} |`);
    finds(rule, procurement('5.2 万元'));
    finds(rule, procurement('251000元'));
    finds(rule, procurement('⟦约5万元⟧'));
  });

  it('allows a plus sign where the form counts a change', () => {
    const change = (value: string): string =>
      lines(TITLE_2019) +
      disclosure('八', '| 信息内容 | 上一年项目数量 | 本年增/减 |', `| 行政事业性收费 | 3 | ${value} |`);
    finds(rule, change('+2'));
    finds(rule, change('-2'));
    finds(rule, change('⟦无⟧'));
  });

  it('finds = where the form computes nothing', () => {
    const [finding] = finds(rule, cell('⟦=⟧'));
    assert.deepEqual(finding?.cells, ['licensing.licence.decisions']);
    assert.match(finding.message.zh, /^格式中没有算出这一格的公式/);
    finds(rule, disputes('| 行政复议 | ⟦＝⟧ | 0 | 0 | 0 | 1 |'));
  });

  it('allows = where the form has a sum', () => {
    finds(rule, disputes('| 行政复议 | 1 | 0 | 0 | 0 | ＝ |'));
    finds(rule, applications('| （七）总计 | = | = | = | = | = | = | = |'));
  });

  it('still counts what is only written in another way', () =>
    finds('dispute-total', disputes('| 行政复议 | 3件 | / | 无 | ＋2 | ⟦6⟧ |')));
});
