import type { CompletionItem } from 'vscode-languageserver-types';
import { valueRows } from '../../forms/index.ts';
import type { RowLine } from '../../grammar/index.ts';
import { equationsAt, placeOf, same, solve, type Row, type Table } from '../../model/index.ts';
import { ruleById } from '../../rules/index.ts';
import { inLocale } from '../words.ts';
import { rowAt } from '../places.ts';
import { cellWord, CompletionItemKind, itemOf } from './completion-item.ts';
import type { CompletionRequest } from './completion-request.ts';

/** In a cell: `=` where the form computes it, and the value that the sums ask for. */
export function completeValue(request: CompletionRequest, line: RowLine, index: number): CompletionItem[] {
  const found = rowAt(request.report, request.number);
  if (!found) return [];
  const { table, row } = found;
  const column = row.order[index] ?? index;
  const number = valueRows(table.form).findIndex(({ key }) => key === row.match?.row.key);
  if (number < 0 || row.duplicate || column >= table.form.columns.length) return [];
  const place = placeOf(table.form, number, column);
  const grid = gridWith(table, row, number);
  const { word, lead } = cellWord(request, line.cells[index]);
  const equations = equationsAt(table.form, place);
  const computing = equations.find(({ computes }) => computes === place);
  const computed = computing && solve(computing, place, grid);
  const items: CompletionItem[] = [];
  if (computing) {
    items.push(
      itemOf(request, {
        label: '=',
        kind: CompletionItemKind.Operator,
        pieces: [`${lead}=`],
        word,
        ways: ['＝'],
        order: ['0'],
        whole: true,
        ...(computed !== undefined && { detail: String(computed) }),
      }),
    );
  }
  const values: number[] = [];
  const kind = table.form.columns[column]?.value.kind;
  for (const equation of equations) {
    const value = solve(equation, place, grid);
    if (value === undefined || (value < 0 && kind !== 'change') || values.some(one => same(one, value))) continue;
    values.push(value);
    const rule = ruleById(equation.rule);
    items.push(
      itemOf(request, {
        label: String(value),
        kind: CompletionItemKind.Value,
        pieces: [lead + String(value)],
        word,
        order: ['1', values.length],
        whole: true,
        ...(rule && { detail: inLocale(rule.title, request.options.locale) }),
      }),
    );
  }
  return items;
}

/** The table's numbers, with those of a row that is still being typed. */
function gridWith({ form, sums }: Table, row: Row, number: number): readonly number[] {
  if (row.aligned) return sums.grid;
  const grid = sums.grid.slice();
  form.columns.forEach((_, column) => {
    grid[placeOf(form, number, column)] = row.row.cells[row.order.indexOf(column)]?.value ?? NaN;
  });
  return grid;
}
