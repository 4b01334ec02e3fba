import assert from 'node:assert/strict';
import { readLines } from '../../grammar/index.ts';
import { tokensOf, type Token } from '../../model/prose/tokens.ts';

/** `12件=12 count`: what is written and what it is; text that means nothing is itself, and so is a mark. */
function show(token: Token, text: string): string {
  const written = text.slice(token.start, token.kind === 'number' ? token.stop : token.end);
  switch (token.kind) {
    case 'number': {
      const { value, unit = 'nothing', items, rough, quote } = token;
      return `${written}=${rough ? '~' : ''}${quote ? '{}' : value} ${items && unit !== 'other' ? 'items' : unit}`;
    }
    case 'year':
      return `${written}=year ${token.value}`;
    case 'word':
      return `${written}=${token.sense.kind}`;
    case 'mark':
      return token.mark;
    case 'text':
      return written;
  }
}

function tokensIn(prose: string): string[] {
  const [line] = readLines(`　　${prose}`);
  return line ? tokensOf(line).map(token => show(token, line.text)) : [];
}

type Case = readonly [prose: string, ...tokens: string[]];

const told = (cases: readonly Case[]): void => {
  for (const [prose, ...tokens] of cases) it(prose, () => assert.deepEqual(tokensIn(prose), tokens));
};

describe('model: a number in prose', () => {
  told([
    ['12件', '12件=12 count'],
    ['1,234件', '1,234件=1234 count'],
    ['1,2345件', '1=1 nothing', '，', '2345件=2345 count'],
    ['12.5万元', '12.5万元=12.5 万元'],
    ['12.件', '12=12 nothing', '.', '件=filler'],
    ['1.2.3', '1.2=1.2 nothing', '.', '3=~3 nothing'],
    ['〇件', '〇件=0 count'],
    ['十二件', '十二件=12 count'],
    ['两件', '两件=2 count'],
    ['三千二百件', '三千二百件=3200 count'],
    ['一二三四五六七八九十一二三四五六件', '一二三四五六七八九十', '一二三四五六件=123456 count'],
    ['一', '一'],
    ['百件', '百', '件=filler'],
    ['1千件', '1=1 nothing', '千', '件=filler'],
    ['12　 件', '12　 件=12 count'],
    ['零件', '零件=0 count'],
    ['零', '零=0 nothing'],
    ['零 。', '零=0 nothing', '。'],
    ['零；', '零=0 nothing', '；'],
    ['零)', '零=0 nothing', '）'],
    ['零万', '零万'],
    ['{本年新收}件', '{本年新收}件={} count'],
    ['{本年新收} 万元，3件', '{本年新收} 万元={} 万元', '，', '3件=3 count'],
    ['12件，13件', '12件=12 count', '，', '13件=13 count'],
    ['12 13件', '12=12 nothing', '13件=13 count'],
    ['12件13件', '12件=12 count', '13件=~13 count'],
  ]);
});

describe('model: what a number in prose counts', () => {
  told([
    ['12件次', '12件次=12 count'],
    ['12件 次', '12件=12 count', '次=filler'],
    ['12件数', '12=12 nothing', '件数=filler'],
    ['12次性', '12=12 nothing', '次=filler', '性'],
    ['12条', '12条=12 items'],
    ['12条件', '12条=12 items', '件=filler'],
    ['12条规定', '12条=12 other', '规定'],
    ['12项', '12项=12 count'],
    ['12项流程', '12项=12 other', '流程'],
    ['12个', '12个=12 count'],
    ['12个部门', '12个=12 other', '部门=someOrgans'],
    ['12部', '12部=12 count'],
    ['12部长', '12=12 nothing', '部长'],
    ['12元', '12元=12 元'],
    ['12亿元', '12亿元=12 亿元'],
    ['12亿', '12亿=12 other'],
    ['12人次', '12人次=12 other'],
    ['12‰', '12‰=12 other'],
    ['12工作日', '12工作日=12 other'],
  ]);
});

describe('model: a number in prose that is not exact', () => {
  told([
    ['约12件', '约', '12件=~12 count'],
    ['大约  12件', '大约', '12件=~12 count'],
    ['超过 12件', '超过', '12件=~12 count'],
    ['逾12件', '逾', '12件=~12 count'],
    ['不足12件', '不足', '12件=~12 count'],
    ['不少于12件', '不', '少=compare', '于', '12件=~12 count'],
    ['不低于12件', '不低于', '12件=~12 count'],
    ['12余件', '12余件=~12 count'],
    ['12 几件', '12 几件=~12 count'],
    ['12来件', '12来件=~12 count'],
    ['12多方', '12=~12 nothing', '多=compare', '方'],
    ['12-15件', '12=~12 nothing', '-', '15件=~15 count'],
    ['12 - 15件', '12=~12 nothing', '-', '15件=15 count'],
    ['12—15', '12=~12 nothing', '—', '15=~15 nothing'],
    ['12/15件', '12=~12 nothing', '/', '15件=~15 count'],
    ['12至15件', '12=~12 nothing', '至', '15件=15 count'],
    ['12 到 15件', '12=~12 nothing', '到', '15件=15 count'],
    ['12至今', '12=12 nothing', '至今'],
    ['12到期', '12=12 nothing', '到期'],
    ['12件左右', '12件=~12 count', '左右'],
    ['12件 以上', '12件=~12 count', '以=filler', '上'],
    ['12件有余', '12件=~12 count', '有=filler', '余'],
    ['12件多', '12件=~12 count', '多=compare'],
    ['12件以来', '12件=12 count', '以来=filler'],
    ['12件，左右', '12件=12 count', '，', '左右'],
  ]);

  it('is rough by the word before it at the very beginning of a line', () => {
    const [line] = readLines('约12件');
    assert.deepEqual(line && tokensOf(line).map(token => show(token, line.text)), ['约', '12件=~12 count']);
  });
});

describe('model: a year in prose', () => {
  told([
    ['2025年', '2025年=year 2025'],
    ['2025 年度', '2025 年度=year 2025'],
    ['2025年度内', '2025年度=year 2025', '内'],
    ['2025年全年', '2025年全年=year 2025'],
    ['1998年', '1998年=year 1998'],
    ['2099年', '2099年=year 2099'],
    ['3025年', '3025年=3025 other'],
    ['19年', '19年=19 other'],
    ['2025', '2025=2025 nothing'],
    ['二〇二五年', '二〇二五年=year 2025'],
    ['二零二五年度', '二零二五年度=year 2025'],
    ['二〇二五年度内', '二〇二五年度=year 2025', '内'],
    ['二〇一五年', '二〇一五年=2015 other'],
    ['二一二五年', '二一二五年=2125 other'],
    ['2025年1月1日至2025年12月31日', '2025年1月1日至2025年12月31日=year 2025'],
    ['2025 年 1 月 1 日起至 12 月 31 日止', '2025 年 1 月 1 日起至 12 月 31 日止=year 2025'],
    ['2025年1月1日——12月31日期间', '2025年1月1日——12月31日期间=year 2025'],
    ['2025年1月1日', '2025年1月1日=year 2025'],
    ['2025年1至12月', '2025年1至12月=year 2025'],
    ['2025年1月-12月', '2025年1月-12月=year 2025'],
    ['2025年12月底', '2025年12月底=year 2025'],
    ['1月1日至2025年 12月31日', '1月1日至2025年 12月31日=filler'],
    ['1月1日起', '1月1日起=filler'],
    ['1月--12月', '1月--12月=filler'],
    ['截至12月31日', '截至12月31日=filler'],
    ['1 月至 12 月', '1 月至 12 月=filler'],
    ['截至2025 年 12 月 31 日', '截至2025 年 12 月 31 日=filler'],
    ['截止到 12月底', '截止到 12月底=filler'],
    ['截至12月', '截至12月=filler'],
  ]);
});

describe('model: a part of a year in prose', () => {
  told([
    ['2025年6月', '2025年6月=period'],
    ['2025 年 6 月 3 日', '2025 年 6 月 3 日=period'],
    ['截至6月底', '截至6月底=period'],
    ['截止2025年6月', '截止2025年6月=period'],
    ['1月1日至6月30日', '1月1日=filler', '至', '6月30日=period'],
    ['1月2日', '1月2日=period'],
    ['10至12月', '10至12月=period'],
    ['1月至6月', '1月=period', '至', '6月=period'],
    ['12月', '12月=period'],
    ['12 月中', '12 月=period', '中'],
    ['3至6月', '3至6月=period'],
    ['3 -- 6 月 9 日', '3 -- 6 月 9 日=period'],
    ['6月份', '6月份=period'],
    ['6月初', '6月初=period'],
    ['三月份', '三月份=period'],
    ['十月末', '十月末=period'],
    ['十一月底', '十一月底=period'],
    ['十三月底', '十三月=13 other', '底'],
    ['三月', '三月=3 other'],
    ['3年', '3年=3 other'],
    ['1234567890123456789012345月', '1234567890123456789012345月=1.2345678901234568e+24 other'],
  ]);
});

describe('model: numbers in prose that count nothing', () => {
  told([
    ['第3件', '第3', '件=filler'],
    ['第 12件', '第 12', '件=filler'],
    ['第 十二件', '第 十二', '件=filler'],
    ['第一百件', '第一百', '件=filler'],
    ['第三方', '第三方'],
    ['《关于12件申请的办法》3件', '《关于12件申请的办法》', '3件=3 count'],
    ['〈第12号〉3件', '〈第12号〉', '3件=3 count'],
    ['《12件', '《', '12件=12 count'],
    ['〔2021〕30号3件', '〔2021〕30号', '3件=3 count'],
    ['[2021]30号', '[2021]30号'],
    ['（2021）30号', '（2021）30号'],
    ['（2021）件', '（', '2021=2021 nothing', '）', '件=filler'],
    ['（2021）123456号', '（', '2021=2021 nothing', '）', '123456号=123456 other'],
  ]);
});

describe('model: what stands between the numbers of prose', () => {
  told([
    [
      '征地！培训？征地；培训，征地、培训（征地）征地',
      '征地',
      '。',
      '培训=publish',
      '。',
      '征地',
      '；',
      '培训=publish',
      '，',
      '征地',
      '、',
      '培训=publish',
      '（',
      '征地',
      '）',
      '征地',
    ],
    ['答复9件：公开5件', '答复=row', '9件=9 count', '，', '公开=publish', '5件=5 count'],
    ['答复9：公开', '答复=row', '9=9 nothing', '，', '公开=publish'],
    ['行政复议：3件', '行政复议=row', '3件=3 count'],
    ['“12件”', '12件=12 count'],
    ['12“件”', '12=12 nothing', '件=filler'],
  ]);
});
