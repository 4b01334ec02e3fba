import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE } from '../snippets.ts';

describe('rule: part-number', () => {
  const rule = 'part-number';
  const parts = (...ordinals: readonly string[]): string =>
    lines('一、总体情况', ...ordinals.map(ordinal => `${ordinal}主动公开。公开信息。`));

  it('finds a first part that is not （一）, one left out and one given twice', () => {
    finds(rule, parts('⟦（二）⟧', '（三）'));
    finds(rule, parts('（一）', '⟦（三）⟧', '（四）'));
    finds(rule, parts('（一）', '（二）', '⟦（二）⟧'));
    assert.equal(mended(rule, parts('（一）', '（三）')), parts('（一）', '（二）'));
  });

  it('leaves alone what is counted rightly, and what begins again', () => {
    finds(rule, parts('（一）', '（二）', '（三）'));
    finds(rule, parts('(一)', '（二）', '（一）', '（二）'));
  });
});

describe('rule: preface-sections', () => {
  const rule = 'preface-sections';
  const preface = (text: string): string => lines(TITLE, '', text, '', '一、总体情况');

  it('finds sections left out of the list', () =>
    finds(
      rule,
      preface(
        '编制说明。⟦报告包括概述、主动公开情况、收到和处理政府信息公开申请情况、存在的问题及改进措施、其他事项。⟧',
      ),
    ));

  it('asks for no list elsewhere', () => {
    const listing = '全文包括概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况。';
    finds(rule, preface(`⟦${listing}⟧`));
    finds(rule, lines(TITLE, '', '一、总体情况', listing));
  });

  it('looks at a sentence of six hundred characters, and at no longer one', () => {
    const listing = '全文包括概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况';
    const long = (length: number): string => `${listing.padEnd(length - 1, '，逐项编制')}。`;
    finds(rule, preface(`⟦${long(600)}⟧`));
    finds(rule, preface(long(601)));
  });

  it('looks for it where a preface is, though a text without headings is a head to its end', () => {
    const listing = '全文包括概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况。';
    const below = (count: number, text: string): string =>
      lines(TITLE, ...Array.from({ length: count }, () => '。'), text);
    finds(rule, below(50, `⟦${listing}⟧`));
    finds(rule, below(60, listing));
  });

  for (const text of [
    '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议和提起行政诉讼情况、政府信息公开工作存在主要问题及改进情况和其他需要报告事项。',
    '本报告依照《中华人民共和国政府信息公开条例》编制，统计期限包括全年。',
    '本报告包括县本级和各乡镇的数据。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, preface(text)));
  }
});
