import { isOfReport, tableOf, tellingLines, type Report, type Statement } from '../../model/index.ts';
import type { Position, Span } from '../../text/index.ts';
import { blockAt } from '../places.ts';
import { inLocale, type Locale } from '../words.ts';
import type { Card } from './card.ts';
import { nameOfPlace, numberText } from './table-cells.ts';

/** What a number in prose is taken for: the cells that it states, with what stands in them. */
export function statedAt(report: Report, position: Position, locale: Locale): { card: Card; span: Span } | undefined {
  const { block, line } = blockAt(report, position.line);
  const telling = tellingLines(block, report.form).find(one => one.line === line);
  const statement = telling?.told.statements.find(
    one => one.start <= position.character && position.character <= one.end,
  );
  if (!statement || !isOfReport(statement, report.head)) return undefined;
  return { card: cardOf(report, statement, locale), span: statement };
}

function cardOf(report: Report, { table, places, quote }: Statement, locale: Locale): Card {
  const found = tableOf(report, table.id);
  return {
    title: `{${quote}}`,
    body: [
      inLocale({ zh: '表中为：', en: 'In the table:' }, locale),
      places.map(place => {
        const value = found?.form === table ? (found.sums.grid[place] ?? NaN) : NaN;
        const number = Number.isNaN(value) ? inLocale({ zh: '未填', en: 'blank' }, locale) : numberText(value);
        return `${inLocale(nameOfPlace(table, place), locale)} ${number}`;
      }),
    ],
  };
}
