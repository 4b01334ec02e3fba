import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { readTree } from '../../grammar/index.ts';
import { resolve } from '../../model/index.ts';

/** What is offered for a quote that nobody knows, and which of its names is the wrong one. */
function offered(text: string): string {
  const [line] = readTree(text).lines;
  const span = line?.kind === 'prose' ? line.spans[0] : undefined;
  assert.ok(span?.kind === 'quote');
  const found = resolve(
    span.terms[0]!,
    forms.find(({ id }) => id === '2021')!,
  );
  return found.kind === 'unknown' ? `${found.name}: ${found.nearest.join(' ')}`.trim() : found.kind;
}

describe('model: names that are nearly known', () => {
  const cases: readonly (readonly [string, string])[] = [
    // The row is known, wherever it stands, so the column is wrong.
    ['{自然.本年新收}', '自然: 自然人'],
    ['{本年新收.自然}', '自然: 自然人'],
    // The column is known, wherever it stands, so the row is wrong.
    ['{自然人.新收}', '新收: 本年新收'],
    ['{新收.自然人}', '新收: 本年新收'],
    // Neither is: the first is taken for the row.
    ['{本年新手.自然}', '本年新手: 本年新收'],
    // A part of a name is nearer than a name with other characters; the nearest come first, and at most three.
    ['{新收}', '新收: 本年新收'],
    ['{行政复义}', '行政复义: 行政复议 行政许可 行政处罚'],
    ['{本年新收申请}', '本年新收申请: 本年新收 重复申请'],
    // A known name is found in a longer one, however long.
    ['{示范市人民政府办公室今年的本年新收}', '示范市人民政府办公室今年的本年新收: 本年新收'],
    // Two rows: the first is the row.
    ['{行政复议.行政诉讼}', '行政诉讼:'],
    ['{年}', '年: 本年新收 上年结转 结转下年'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(offered(text), expected));
});
