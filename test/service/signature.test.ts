import assert from 'node:assert/strict';
import type { SignatureHelp } from 'vscode-languageserver-types';
import { signatureTriggers } from '../../service/features/offers.ts';
import { signatureHelp } from '../../service/features/signature.ts';
import { openSnapshot } from '../../service/index.ts';
import { TextLines } from '../../text/index.ts';
import { makeReport, marked, mutate, seeded } from '../kit/index.ts';

const three =
  '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n';

describe('signature help', () => {
  it('lights the column of the cell', () => {
    const row = '| 一、本年新收政府信息公开申请数量 | 1 | 2‸ |';
    assert.equal(lit(`${three}${row}`), '商业企业');
    assert.equal(lit(`${three}| 一、本年新收政府信息公开申请数量 |‸`), '自然人');
    assert.equal(lit(`${three}| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 |‸`), '总计');
    assert.match(helpAt(`${three}${row}`)?.signatures[0]?.documentation as string, /新收到/);
  });

  it('follows a header that names the columns in another order', () => {
    const two =
      '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |\n';
    assert.equal(lit(`${two}| 规章 | ‸1 | 2 | 3 |`), '现行有效件数');
    assert.equal(lit(`${two}| 规章 | 1 | 2 | ‸3 |`), '本年废止件数');
  });

  it('is silent in labels, behind the last column, over groups and in prose', () => {
    assert.equal(helpAt(`${three}| 一、本年‸ | 1 |`), undefined);
    assert.equal(helpAt(`${three}| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |‸`), undefined);
    assert.equal(helpAt(`${three}| 三、本年度办理结果 |‸`), undefined);
    assert.equal(helpAt('一、总体情况\n甲|‸'), undefined);
    assert.deepEqual(signatureTriggers, ['|', '｜']);
  });

  it('stands every position of every text', () => {
    for (let seed = 0; seed < 200; seed++) {
      const text = mutate(makeReport(seed % 40).text, makeReport(41).text, seeded(seed));
      const lines = new TextLines(text);
      const snapshot = openSnapshot('file:///a.nianbao', 1, text);
      for (let line = -1; line <= lines.count; line++) {
        for (let character = 0; character < lines.line(line).length + 3; character += 3) {
          const help = signatureHelp(snapshot, { line, character }, { locale: 'en' });
          if (help) assert.notEqual(litOf(help), '');
        }
      }
    }
  });
});

function helpAt(source: string): SignatureHelp | undefined {
  const { text, cursor } = marked(source);
  return signatureHelp(openSnapshot('file:///a.nianbao', 1, text), cursor!, { locale: 'zh' });
}

const lit = (source: string): string => litOf(helpAt(source) ?? assert.fail('no help'));

function litOf({ signatures, activeParameter }: SignatureHelp): string {
  const label = signatures[0]!.parameters![activeParameter!]!.label;
  return typeof label === 'string' ? label : signatures[0]!.label.slice(...label);
}
