import { env, l10n, Uri, type Webview } from 'vscode';

/** The folders that the page may load from. */
export const pageRoots = (extension: Uri): readonly Uri[] => [
  Uri.joinPath(extension, 'dist'),
  Uri.joinPath(extension, 'media'),
];

/**
 * The page of a preview, empty. It runs our script alone, by a word made up for it, and takes its looks from our sheets
 * alone: whatever a report says, nothing in it can run, load or send anything.
 */
export function shellHtml(webview: Webview, extension: Uri): string {
  const nonce = crypto.randomUUID();
  const [script = '', sheet = '', looks = ''] = [
    ['dist', 'preview.js'],
    ['media', 'report.css'],
    ['media', 'preview.css'],
  ].map(path => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<link rel="stylesheet" href="${attribute(sheet)}">
<link rel="stylesheet" href="${attribute(looks)}">
<title>${l10n.t('Preview')}</title>
</head>
<body>
<div class="zoom" role="toolbar" aria-label="${attribute(l10n.t('Zoom'))}">
<button type="button" id="smaller" aria-label="${attribute(l10n.t('Smaller'))}">−</button>
<button type="button" id="fit" title="${attribute(l10n.t('As wide as the view'))}">100%</button>
<button type="button" id="larger" aria-label="${attribute(l10n.t('Larger'))}">＋</button>
</div>
<main><article id="report" class="nianbao" lang="zh-CN"></article></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
