import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { toDiagnostic, type DiagnosticOptions } from '../../service/diagnostics.ts';
import { findingsOf, marked } from '../kit/index.ts';

const all: DiagnosticOptions = {
  uri: 'file:///r.nianbao',
  locale: 'zh',
  related: true,
  codeDescription: true,
  data: true,
  tags: true,
  docs: 'file:///docs/rules',
};
const none = { ...all, related: false, codeDescription: false, data: false, tags: false };

const table =
  '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';
const twice = (last: string): string =>
  `二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n| 行政许可 | ${last} |\n`;

describe('diagnostics', () => {
  it('carry what the client can show', () => {
    const { text, ranges } = marked(`${table}| 行政复议 | ⟦1⟧ | 0 | 0 | 2 | ⟦4⟧ |\n`);
    const [finding] = findingsOf(text, 'dispute-total');
    const diagnostic = toDiagnostic(finding!, all);
    assert.deepEqual(diagnostic.range, ranges[1]);
    assert.equal(diagnostic.code, 'dispute-total');
    assert.equal(diagnostic.codeDescription?.href, 'file:///docs/rules/dispute-total.md');
    assert.equal(diagnostic.source, 'nianbao');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic.relatedInformation?.length, 4);
    assert.deepEqual(diagnostic.relatedInformation[0]?.location, { uri: all.uri, range: ranges[0] });
    assert.deepEqual(diagnostic.data, { mends: 1 });
    assert.equal(toDiagnostic(finding!, { ...all, locale: 'en' }).message, finding!.message.en);
  });

  it('carry nothing that it cannot, and no address that there is not', () => {
    const [finding] = findingsOf(`${table}| 行政复议 | 1 | 0 | 0 | 2 | 4 |\n`, 'dispute-total');
    const keys = ['range', 'severity', 'code', 'source', 'message'];
    assert.deepEqual(Object.keys(toDiagnostic(finding!, none)), keys);
    assert.equal(toDiagnostic(finding!, { ...all, docs: '' }).codeDescription, undefined);
  });

  it('weigh as much as their findings', () => {
    const severity = (text: string, rule: string): number | undefined =>
      toDiagnostic(findingsOf(text, rule)[0]!, none).severity;
    assert.equal(severity('4、总体情况\n', 'section-number'), DiagnosticSeverity.Warning);
    assert.equal(
      severity('一、总体情况\n\n（一）主动公开\n　　无。\n', 'missing-part'),
      DiagnosticSeverity.Information,
    );
  });

  it('mark what could be left out', () => {
    const tags = (text: string, rule: string): unknown => toDiagnostic(findingsOf(text, rule)[0]!, all).tags;
    assert.deepEqual(tags(twice('4'), 'duplicate-row'), [DiagnosticTag.Unnecessary]);
    assert.equal(tags(twice('5'), 'duplicate-row'), undefined);
    assert.deepEqual(tags('一、总体情况\n\n// 忽略：row-total 已核\n无。\n', 'unused-ignore'), [
      DiagnosticTag.Unnecessary,
    ]);
    assert.equal(tags('// 忽略：section-title\n一、政府信息公开总体情况\n', 'unused-ignore'), undefined);
  });
});
