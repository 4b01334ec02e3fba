import assert from 'node:assert/strict';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { alone, type Snapshot, type Workspace } from '../../service/index.ts';
import { documentSymbols, foldingRanges, selectionRanges, workspaceSymbols } from '../../service/features/symbols.ts';
import { comparePositions, type Range } from '../../text/index.ts';
import { anywhere, assertInside, brokenReports, opened, textIn } from './anywhere.ts';
import { sample } from './sample.ts';

const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` [${detail}]`}`,
    ...outline(children ?? [], depth + 1),
  ]);

const within = (inner: Range, outer: Range): boolean =>
  comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;

function assertNested(snapshot: Snapshot, symbols: readonly DocumentSymbol[], parent?: Range): void {
  for (const { name, range, selectionRange, children } of symbols) {
    assertInside(snapshot, range);
    assert.notEqual(name.trim(), '');
    assert.ok(within(selectionRange, range), name);
    assert.ok(!parent || within(range, parent), name);
    assertNested(snapshot, children ?? [], range);
  }
}

describe('document symbols', () => {
  it('are the outline: sections, parts, tables, groups and rows with their totals', () => {
    assert.deepEqual(outline(documentSymbols(opened(sample).snapshot, 'zh')), [
      '示范市2025年政府信息公开工作年度报告 [2021]',
      '  一、总体情况',
      '    （一）主动公开',
      '  四、政府信息公开行政复议、行政诉讼情况',
      '    政府信息公开行政复议、行政诉讼情况 [0/1 相符]',
      '      行政复议 [6]',
      '      行政诉讼',
      '        未经复议直接起诉 [4]',
      '        复议后起诉 [5]',
    ]);
  });

  it('give all numbers of a row without a total, and do without a title', () => {
    const source = '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 规章 | 3 |  | 5 |\n';
    assert.deepEqual(outline(documentSymbols(opened(`// 无标题\n${source}`).snapshot, 'en')), [
      '二、主动公开政府信息情况',
      '  第二十条第（一）项 规章和行政规范性文件',
      '    规章 [3 / – / 5]',
    ]);
  });

  it('are nested in any text', () => {
    for (const snapshot of brokenReports(200)) assertNested(snapshot, documentSymbols(snapshot, 'zh'));
  });
});

describe('folding', () => {
  it('folds sections, parts, tables and comments', () => {
    const source = `// 甲\n// 乙\n\n${sample.split('\n\n').slice(3).join('\n\n')}`;
    assert.deepEqual(
      foldingRanges(opened(source).snapshot).map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? '']),
      [
        [0, 1, 'comment'],
        [3, 6, ''],
        [5, 6, ''],
        [8, 14, ''],
        [10, 14, ''],
      ],
    );
  });

  it('never crosses itself, in any text', () => {
    for (const snapshot of brokenReports(200)) {
      const folds = foldingRanges(snapshot);
      const open: number[] = [];
      for (const { startLine, endLine } of folds) {
        assert.ok(endLine > startLine && endLine < snapshot.report.tree.lines.length);
        while ((open.at(-1) ?? Infinity) < startLine) open.pop();
        assert.ok(endLine <= (open.at(-1) ?? Infinity), `${snapshot.uri} ${startLine}-${endLine}`);
        open.push(endLine);
      }
    }
  });
});

describe('selection ranges', () => {
  function grown(source: string): string[] {
    const { snapshot, cursor } = opened(source);
    const texts: string[] = [];
    for (let one: SelectionRange | undefined = selectionRanges(snapshot, [cursor])[0]; one; one = one.parent) {
      texts.push(textIn(snapshot, one.range).trim());
    }
    return texts;
  }

  it('grow from a number to its cell, row, table, section and report', () => {
    const texts = grown(sample.replace('| 3 |', '| ‸3 |'));
    assert.deepEqual(texts.slice(0, 3), ['3', '| 3', '| 行政复议 | 3 | 0 | 1 | 2 | = |']);
    assert.match(texts[3] ?? '', /^\| 案件类型[^]*复议后起诉/);
    assert.match(texts[4] ?? '', /^四、/);
    assert.match(texts[5] ?? '', /^示范市/);
    assert.equal(texts.length, 6);
  });

  it('grow from a name in a quote to the quote, the sentence and the paragraph', () => {
    const texts = grown(sample.replace('{行政复议}件', '{行政‸复议}件'));
    assert.deepEqual(texts.slice(0, 3), ['行政复议', '{行政复议}', '{行政复议}件，{行政诉讼}件，{机关}。']);
    assert.match(texts[3] ?? '', /^示范市人民政府按照/);
  });

  it('grow inside each other around the position, in any text', () => {
    for (const { snapshot, position } of anywhere()) {
      const [first] = selectionRanges(snapshot, [position]);
      assert.ok(first);
      for (let one: SelectionRange | undefined = first; one; one = one.parent) {
        assertInside(snapshot, one.range);
        assert.ok(!one.parent || within(one.range, one.parent.range));
      }
    }
  });
});

describe('workspace symbols', () => {
  const workspace: Workspace = {
    ...alone,
    reports: () => [
      { uri: 'file:///a.nianbao', organ: '示范市', year: 2024 },
      { uri: 'file:///b.nianbao', organ: '示范市', year: 2025 },
      { uri: 'file:///c.nianbao', organ: '清屏县', year: 2025 },
      { uri: 'file:///%E7%94%B2%.nianbao', organ: undefined, year: undefined },
    ],
  };
  const names = (query: string): string[] => workspaceSymbols(workspace, query).map(({ name }) => name);

  it('find reports by organ, year and pieces of both', () => {
    assert.deepEqual(names('示范'), ['示范市 2025年', '示范市 2024年']);
    assert.deepEqual(names('２０２５ 屏'), ['清屏县 2025年']);
    assert.deepEqual(names('示范2024'), ['示范市 2024年']);
    assert.deepEqual(names('无此'), []);
    assert.equal(names('').length, 4);
  });
});
