import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import { textOf, type RowLine } from '../../grammar/index.ts';
import type { Row, Table } from '../../model/index.ts';
import type { Position } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { blockAt } from '../places.ts';
import { inLocale, type Locale } from '../words.ts';

/** The columns of the row in hand, the one with the cursor lit. Nothing in a label, and behind the last column. */
export function signatureHelp(
  { report }: Snapshot,
  { line, character }: Position,
  { locale }: { readonly locale: Locale },
): SignatureHelp | undefined {
  const row = report.tree.lines[line];
  if (row?.kind !== 'row') return undefined;
  const at = blockAt(report, line);
  const cell = cellBehind(row, character);
  for (const table of at.block.tables) {
    const found = table.rows.find(one => one.line === at.line);
    if (!found && table.header?.line !== at.line) continue;
    if (found?.match?.row.rows) return undefined;
    const active = found ? (found.order[cell] ?? cell) : cell;
    if (active < 0 || active >= table.form.columns.length) return undefined;
    return helpOn(table, found, row, active, locale);
  }
  return undefined;
}

/** The cell that a cursor is in, the label being −1; behind the closing bar, the one that would come next. */
export const cellBehind = (row: RowLine, character: number): number =>
  [row.label.bar, ...row.cells.map(cell => cell.bar), ...(row.end ? [row.end.start] : [])].filter(
    bar => bar < character,
  ).length - 2;

function helpOn(table: Table, row: Row | undefined, line: RowLine, active: number, locale: Locale): SignatureHelp {
  const { columns, stub } = table.form;
  const form = row?.match?.row;
  let label = row ? (form?.short ?? form?.label ?? textOf(line, line.label)) : stub;
  const parameters = columns.map((column): ParameterInformation => {
    label += ' | ';
    const start = label.length;
    label += column.label;
    return { label: [start, label.length], ...(column.group !== undefined && { documentation: column.group }) };
  });
  return {
    signatures: [
      {
        label,
        parameters,
        activeParameter: active,
        ...(form && { documentation: inLocale(form.explanation, locale) }),
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}
