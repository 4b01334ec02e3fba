import assert from 'node:assert/strict';
import { finds, findingsOf, mended } from '../../kit/index.ts';
import { TITLE } from '../snippets.ts';

const rule = 'syntax';
const inProse = (text: string): string => `${TITLE}\n\n一、总体情况\n\n　　${text}\n`;

describe('rule: syntax', () => {
  for (const text of [
    '新收⟦{⟧本年新收件。',
    '新收⟦｛⟧本年新收件。',
    '新收⟦{}⟧件。',
    '新收⟦｛　｝⟧件。',
    '新收{本年新收+⟦}⟧件。',
    '新收{本年新收+⟦+⟧上年结转}件。',
    '新收{⟦+⟧本年新收}件。',
    '新收{⟦.⟧自然人}件。',
    '⟦**⟧全年公开12条。',
    '**全年**公开⟦**⟧12条。',
    '全年⟦\u0000⟧公开⟦\u200b\u202e⟧12条。',
    '全年⟦\ufffd⟧公开⟦\u2028⟧12条。',
  ]) {
    it(`finds the marks in ${JSON.stringify(text)}`, () => finds(rule, inProse(text)));
  }

  it('says what is missing before a brace, and what it cannot read elsewhere', () => {
    const said = (text: string): string | undefined => findingsOf(inProse(text), rule)[0]?.message.zh;
    assert.equal(said('新收{本年新收+}件。'), '“}”前面缺行名');
    assert.match(said('新收{本年新收++上年结转}件。') ?? '', /^引用里的“\+”读不懂/);
  });

  it('names the first three of the characters that nobody can see', () => {
    const said = (text: string): string | undefined => findingsOf(inProse(text), rule)[0]?.message.en;
    assert.equal(said('全年\u0001公开'), 'Invisible character U+0001, to be deleted');
    assert.equal(said('全年\u200b\u202e\u0000\u200b公开'), 'Invisible character U+200B U+202E U+0000, to be deleted');
  });

  it('finds them in the only line of a text, and in the first and the last of a long section', () => {
    finds(rule, `示范⟦\u0001⟧市2025年政府信息公开工作年度报告`);
    const section = ['一、总体⟦\u0001⟧情况', ...Array<string>(40).fill('　　公开信息。'), '　　公开⟦\u0001⟧信息。'];
    finds(rule, [TITLE, ...section].join('\n'));
  });

  it('finds a half of a surrogate pair, not a whole one', () => {
    finds(rule, inProse('全年⟦\ud83d⟧公开'));
    finds(rule, inProse('全年😀公开𠀀'));
  });

  it('takes escaped signs, full-width quotes and a lone bar as they are', () => {
    finds(rule, inProse('写作\\{本年新收\\}，\\|，\\\\。'));
    finds(rule, inProse('新收｛本年新收．自然人＋上年结转｝件，3*4=12。'));
    finds(rule, inProse('甲 | 乙'));
  });

  it('looks into the prose behind a part', () => finds(rule, '一、总体情况\n（一）主动公开。新收⟦{⟧件\n'));

  it('deletes what nobody can see, in tables too', () => {
    const source =
      '二、主动公开政府信息情况\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政⟦\u200b⟧许可 | 4 |\n';
    finds(rule, source);
    assert.ok(mended(rule, source).endsWith('| 行政许可 | 4 |\n'));
  });

  it('allows a byte-order mark at the beginning only', () => {
    finds(rule, `\ufeff${TITLE}\n`);
    finds(rule, `${TITLE}\n⟦\ufeff⟧机关：示范市\n`);
    finds(rule, `示范市⟦\ufeff⟧2025年政府信息公开工作年度报告\n`);
  });

  it('reads a line that nobody wrote no further', () => finds(rule, `${TITLE}\n⟦${'{'.repeat(70_000)}⟧\n`));
});
