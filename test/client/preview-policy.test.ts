import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { toHtml } from '../../convert/index.ts';
import { openSnapshot } from '../../service/index.ts';
import { loadInEditor } from '../kit/extension-host.ts';
import { hostile } from '../kit/hostile-texts.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** What the page of a preview needs of the editor. */
interface Editor {
  readonly env: { readonly language: string };
  readonly l10n: { readonly t: (text: string) => string };
  readonly Uri: { readonly joinPath: (base: string, ...parts: string[]) => string };
}

/** What makes the page. */
interface Shell {
  readonly pageRoots: (extension: string) => readonly string[];
  readonly shellHtml: (webview: object, extension: string) => string;
}

const NONCE = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/;

/** The page's own source in an editor, as the editor names it. */
const webview = {
  cspSource: 'https://*.vscode-cdn.net',
  asWebviewUri: (uri: string): string => `https://file.vscode-cdn.net/${uri}`,
};

describe('the policy of a page', () => {
  let shellIn: (editor: Editor) => Shell;

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../client/preview/shell.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'cjs',
      external: ['vscode'],
    });
    const code = outputFiles[0]!.text;
    shellIn = editor => loadInEditor(code, editor) as unknown as Shell;
  });

  const editor = (language = 'zh-cn', t = (text: string): string => text): Editor => ({
    env: { language },
    l10n: { t },
    Uri: { joinPath: (base, ...parts) => [base, ...parts].join('/') },
  });

  it('lets the preview run our script by its word and take our sheets, and nothing else', () => {
    const html = shellIn(editor()).shellHtml(webview, 'extension');
    const [meta, ...others] = elementsOf(html).filter(element => attribute(element, 'http-equiv') !== undefined);
    assert.deepEqual(others, []);
    const [nonce = ''] = NONCE.exec(html) ?? [];
    assert.equal(
      attribute(meta!, 'content'),
      `default-src 'none'; style-src https://*.vscode-cdn.net; script-src 'nonce-${nonce}'`,
    );
    const loading = elementsOf(html).filter(({ attrs }) => attrs.some(({ name }) => name === 'src' || name === 'href'));
    assert.deepEqual(
      loading.map(element => attribute(element, 'src') ?? attribute(element, 'href')),
      ['media/report.css', 'media/preview.css', 'dist/preview.js'].map(
        path => `https://file.vscode-cdn.net/extension/${path}`,
      ),
    );
    const scripts = elementsOf(html).filter(({ tagName }) => tagName === 'script');
    assert.deepEqual(
      scripts.map(script => attribute(script, 'nonce')),
      [nonce],
    );
    assert.ok(!elementsOf(html).some(({ attrs }) => attrs.some(({ name }) => name.startsWith('on'))));
  });

  it('has another word each time', () => {
    const { shellHtml } = shellIn(editor());
    const words = Array.from({ length: 20 }, () => NONCE.exec(shellHtml(webview, 'extension'))?.[0]);
    assert.equal(new Set(words).size, words.length);
  });

  it('opens two folders of the extension to the page, and no report’s', () => {
    assert.deepEqual(shellIn(editor()).pageRoots('extension'), ['extension/dist', 'extension/media']);
  });

  it('lets a page run scripts, and neither commands nor forms', async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../client/preview/panel.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    const parse = (uri: string): object => ({ path: uri, toString: () => uri });
    const { PreviewPanel } = loadInEditor(outputFiles[0]!.text, {
      ...editor(),
      Uri: { ...editor().Uri, parse },
      workspace: { asRelativePath: String },
    }) as { PreviewPanel: new (host: object, panel: object, state: object) => unknown };
    // What was set before, be it by an editor that shows a page again, must not stay.
    const options = { enableCommandUris: true, enableForms: true, localResourceRoots: undefined };
    const panel = { visible: false, webview: { ...webview, options, html: '', onDidReceiveMessage: () => undefined } };
    new PreviewPanel({ context: { extensionUri: 'extension' } }, panel, { uri: 'file:///a.nianbao', locked: false });
    assert.deepEqual(panel.webview.options, {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: ['extension/dist', 'extension/media'],
    });
  });

  it('is not left by what an editor says of itself', () => {
    for (const text of hostile) {
      const html = shellIn(editor(text)).shellHtml({ ...webview, cspSource: text }, 'extension');
      const names = elementsOf(html).map(({ tagName }) => tagName);
      assert.deepEqual(
        names,
        elementsOf(shellIn(editor()).shellHtml(webview, 'extension')).map(({ tagName }) => tagName),
      );
    }
  });

  it('lets an exported page run and load nothing', () => {
    for (const text of hostile) {
      const html = toHtml(openSnapshot('file:///a.nianbao', 1, `${text}\n\n一、${text}\n`).report, 'page');
      const metas = elementsOf(html).filter(({ tagName }) => tagName === 'meta');
      assert.deepEqual(
        metas.map(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`)),
        [
          ['charset=utf-8'],
          ['name=viewport', 'content=width=device-width'],
          ['http-equiv=Content-Security-Policy', "content=default-src 'none'; style-src 'unsafe-inline'"],
        ],
      );
      // It comes before anything that it is to hold back.
      assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<title>'));
    }
  });
});

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const attribute = ({ attrs }: Element, name: string): string | undefined => attrs.find(one => one.name === name)?.value;
