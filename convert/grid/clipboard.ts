import { GridTooLargeError, type Grid } from './grid.ts';
import { readTextTable } from './text-table.ts';

/** What was copied in another program, in the notations that it was put on the clipboard in. */
export interface Clipboard {
  readonly html?: string;
  readonly text: string;
}

/** A longer page is not taken apart: a whole sheet, or a site, was copied by mistake. */
const LONGEST_PAGE = 8_000_000;

/** The tables on the clipboard. The page tells more than the text: which cells are merged. */
export async function readClipboard({ html = '', text }: Clipboard): Promise<readonly Grid[]> {
  const tables = /<table/i.test(html) && html.length <= LONGEST_PAGE ? await tablesIn(html) : [];
  if (tables.length > 0) return tables;
  const table = readTextTable(text);
  return table ? [table] : [];
}

async function tablesIn(html: string): Promise<readonly Grid[]> {
  // The parser of HTML is large and seldom wanted; a server that has read no page has not loaded it.
  const [{ readHtmlTables }, { HtmlTooLargeError }] = await Promise.all([
    import('./html-table.ts'),
    import('./html-tree.ts'),
  ]);
  try {
    return readHtmlTables(html);
  } catch (error) {
    if (error instanceof HtmlTooLargeError || error instanceof GridTooLargeError) return [];
    throw error;
  }
}
