import { valueRows } from '../forms/index.ts';
import { addressOf, placeOf, tidy, type Report } from '../model/index.ts';
import { tablesById } from './json.ts';

const head = ['机关', '年度', '表', '行', '列', '数值', '地址'];

/**
 * All numbers of a report, one a line, whose report, table, row and column the line says: lines of many reports can be
 * put below each other. With the mark and the line ends by which a spreadsheet knows what it is.
 */
export function toCsv(report: Report): string {
  const { organ = '', year } = report.head;
  const lines = [...tablesById(report).values()].flatMap(({ form, sums }) =>
    valueRows(form).flatMap((row, number) =>
      form.columns.map((column, at) => {
        const place = placeOf(form, number, at);
        const value = sums.grid[place] ?? NaN;
        return [
          organ,
          year === undefined ? '' : String(year),
          form.name,
          row.label,
          column.label,
          Number.isNaN(value) ? '' : String(tidy(value)),
          addressOf(form, place),
        ];
      }),
    ),
  );
  return `\ufeff${[head, ...lines].map(fields => `${fields.map(field).join(',')}\r\n`).join('')}`;
}

/** A field in quotation marks where it needs them. Words that a spreadsheet would take for a formula stay words. */
function field(text: string): string {
  const words = /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
}
