import type { Report } from '../model/index.ts';
import { escapeHtml } from './html/escape.ts';
import { pieceHtml, type HtmlLook } from './html/piece.ts';
import { sheet, styles } from './html/style.ts';
import { printReport } from './printed.ts';

export { escapeHtml } from './html/escape.ts';
export { pieceHtml, type HtmlLook, type HtmlPart } from './html/piece.ts';
export { sheet } from './html/style.ts';

/**
 * What is made. `page`: a document by itself, set as it is printed. `fragment`: the bare elements, which take the look
 * of the site that they are pasted into. `styled-fragment`: the same with their look in each of them, for editors of
 * sites that let nothing else through.
 */
export type HtmlForm = 'page' | 'fragment' | 'styled-fragment';

/** The report as HTML, in the layout of the official form. There is no script in it, and nothing is loaded. */
export function toHtml(report: Report, form: HtmlForm = 'page'): string {
  const { title, pieces } = printReport(report);
  const look = form === 'styled-fragment' ? styled : bare;
  const article = `<article class="nianbao" lang="zh-CN">\n${pieces.map(piece => `${pieceHtml(piece, look)}\n`).join('')}</article>\n`;
  return form === 'page' ? page(title, article) : article;
}

const bare: HtmlLook = { attributes: () => '', behind: () => '' };

const styled: HtmlLook = { attributes: part => ` style="${styles[part]}"`, behind: () => '' };

const page = (title: string, article: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
@page { size: A4; margin: 30mm 26mm 28mm; }
body { margin: 0; color: #000; background: #fff; }
${sheet}.nianbao h1, .nianbao h2, .nianbao h3 { break-after: avoid; }
.nianbao tr { break-inside: avoid; }
@media screen { .nianbao { max-width: 158mm; margin: 30mm auto; padding: 0 5mm; } }
</style>
</head>
<body>
${article}</body>
</html>
`;
