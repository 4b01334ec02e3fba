import assert from 'node:assert/strict';
import { openSnapshot, type Snapshot } from '../../service/index.ts';
import { legend } from '../../service/features/offers.ts';
import { semanticTokens, semanticTokensEdits } from '../../service/features/semantic-tokens.ts';
import type { Range } from '../../text/index.ts';
import { brokenReports, opened } from './anywhere.ts';
import { sample } from './sample.ts';

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** The tokens as places of the text: what a client makes of the numbers. */
function decoded(snapshot: Snapshot, range?: Range): Token[] {
  const { data } = semanticTokens(snapshot, range);
  const tokens: Token[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    [line, start] = [line + lines, lines > 0 ? columns : start + columns];
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, start, length, type: legend.tokenTypes[type] ?? assert.fail(), modifiers });
  }
  return tokens;
}

/** The tokens of a text in words: `行政复议 variable`. */
function tokens(source: string, line?: number): string[] {
  const { snapshot } = opened(source);
  return decoded(snapshot)
    .filter(token => line === undefined || token.line === line)
    .map(({ line: at, start, length, type, modifiers }) =>
      [snapshot.report.tree.lines[at]?.text.slice(start, start + length), type, ...modifiers].join(' '),
    );
}

describe('semantic tokens', () => {
  it('tell title, fields, comments and quotes', () => {
    assert.deepEqual(tokens(sample, 0), [
      '示范市 class declaration',
      '2025 number',
      '年政府信息公开工作年度报告 class declaration',
    ]);
    assert.deepEqual(tokens(sample, 3), ['年度 property declaration', '2025 number']);
    assert.deepEqual(tokens(sample, 5), ['// 忽略： comment', 'row-total property', ' 已核 comment']);
    assert.deepEqual(tokens(sample, 6), ['{行政复议} macro', '{行政诉讼} macro', '{机关} macro']);
  });

  it('tell headings, labels, numbers and what is computed', () => {
    assert.deepEqual(tokens(sample, 8), ['一、 keyword', '总体情况 class']);
    assert.deepEqual(tokens(sample, 10), ['（一） keyword', '主动公开 class']);
    assert.deepEqual(tokens(sample, 15).slice(0, 2), ['案件类型 property', '结果维持 property']);
    assert.deepEqual(tokens(sample, 16), [
      '行政复议 variable',
      '3 number',
      '0 number',
      '1 number',
      '2 number',
      '= operator readonly',
    ]);
    assert.deepEqual(tokens(sample, 17), ['行政诉讼 enumMember']);
  });

  it('mark what is written in another way, and leave out what means nothing', () => {
    const section =
      '四、政府信息公开行政复议、行政诉讼情况\n| 未经行政复议直接起诉 | 3件 | 1 | 0 | 0 | 0 |\n| 便民服务 | 无 |\n';
    assert.deepEqual(tokens(section, 1).slice(0, 2), ['未经行政复议直接起诉 variable deprecated', '1 number']);
    assert.deepEqual(tokens(section, 2), []);
    assert.deepEqual(tokens('标题\n\n　　{无此行}件，**粗**'), [
      '标题 class declaration',
      '** operator',
      '** operator',
    ]);
  });

  it('of a range are those of its lines', () => {
    const { snapshot } = opened(sample);
    const range = { start: { line: 8, character: 2 }, end: { line: 16, character: 5 } };
    const expected = decoded(snapshot).filter(({ line }) => line >= 8 && line <= 16);
    assert.deepEqual(decoded(snapshot, range), expected);
  });

  it('are sorted, never overlap and stay in their lines, in any text', () => {
    for (const snapshot of brokenReports(200)) {
      let [line, end] = [0, 0];
      for (const token of decoded(snapshot)) {
        assert.ok(token.line > line || (token.line === line && token.start >= end));
        [line, end] = [token.line, token.start + token.length];
        assert.ok(token.length > 0 && end <= (snapshot.report.tree.lines[line]?.text.length ?? 0));
      }
      for (const outside of [-5, 1e9]) {
        const at = { line: outside, character: outside };
        assert.deepEqual(semanticTokens(snapshot, { start: at, end: at }).data, []);
      }
    }
  });

  it('change by one piece, which turns the old numbers into the new ones', () => {
    let before: readonly number[] = [];
    const texts = [...brokenReports(60)];
    for (const snapshot of [openSnapshot('', 1, ''), ...texts, ...texts.slice(-1)]) {
      const after = semanticTokens(snapshot).data;
      const edits = semanticTokensEdits(before, after);
      const changed = [...before];
      for (const { start, deleteCount, data } of edits) changed.splice(start, deleteCount, ...(data ?? []));
      assert.deepEqual(changed, after);
      assert.ok(edits.length <= 1);
      before = after;
    }
    assert.deepEqual(semanticTokensEdits(before, before), []);
  });
});
