import { toCsv, toDocx, toHtml, toJson, toMarkdown } from '../convert/index.ts';
import type { Report } from '../model/index.ts';

/** What a report can be written as for others: a text, or the bytes of a file. */
export const exporters = {
  docx: toDocx,
  html: (report: Report): string => toHtml(report),
  md: toMarkdown,
  csv: toCsv,
  json: (report: Report): string => `${JSON.stringify(toJson(report), null, 2)}\n`,
} as const satisfies Record<string, (report: Report) => string | Promise<Uint8Array>>;

/** The notations, by the ending of their files. */
export type ExportFormat = keyof typeof exporters;
