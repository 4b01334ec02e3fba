import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';
import { MarkupContent } from 'vscode-languageserver-types';
import { toCsv, toDocx, toHtml, toMarkdown, type HtmlForm } from '../../../convert/index.ts';
import {
  alone,
  checkSnapshot,
  documentLinks,
  hover,
  openSnapshot,
  preview,
  type Snapshot,
} from '../../../service/index.ts';
import { nianbao } from '../../cli/kit.ts';
import { pick, seeded, type Random } from '../../kit/index.ts';
import { hostile } from '../../kit/hostile-texts.ts';
import { disputes, lines } from '../../rules/snippets.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

export const injections: Campaign = {
  name: 'injections',
  promise:
    'Markup in a report is shown as the characters that it is, in the preview, in every export, in explanations and on a terminal: nothing runs, nothing loads, nothing links, nothing is a formula',
  unit: 'injections, at every place of a report',
  seeds: { short: 40, normal: 200, deep: 10_000 },
  patience: 20,
  ...madeAndHeld(seed => attackOf(seeded(seed), seed), hold),
};

async function hold(attack: string): Promise<void> {
  const text = everywhere(attack);
  const snapshot = openSnapshot('file:///a.nianbao', 1, text);
  for (const form of ['page', 'fragment', 'styled-fragment'] satisfies HtmlForm[]) {
    const html = toHtml(snapshot.report, form);
    harmless(form === 'page' ? parse(html) : parseFragment(html), form === 'page');
  }
  const { pieces } = preview(snapshot, checkSnapshot(snapshot), 'zh');
  assert.ok(pieces.length > 5);
  for (const { html } of pieces) harmless(parseFragment(html), false);
  explained(snapshot, text);
  for (const { target = '' } of documentLinks(snapshot, { locale: 'zh', docs: 'https://example.com/' })) {
    assert.match(target, /^(?:https?|file):\/\//i);
  }
  inMarkdown(toMarkdown(snapshot.report), /^(?:p|h[1-3]|strong|em|br|table|thead|tbody|tr|th|td|hr|a)$/);
  inSheet(toCsv(snapshot.report));
  inWord(await toDocx(snapshot.report));
  await onTerminal(text);
}

const TAGS = ['script', 'img', 'svg', 'iframe', 'object', 'embed', 'a', 'form', 'math', 'style', 'template', 'body'];
const EVENTS = ['onerror', 'onload', 'onclick', 'OnFocus', 'onmouseover', 'onanimationstart'];
const TARGETS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  '//example.com/x',
  'command:x',
];
const BREAKS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '-->',
  '</td>',
  '</title>',
  '</style>',
  '</article>',
  ']]>',
  '`',
  '\u0000',
  '&quot;',
];

/** The known ones first, then ones put together. */
function attackOf(random: Random, seed: number): string {
  const known = hostile[seed];
  if (known !== undefined) return known;
  const tag = pick(random, TAGS);
  const attributes = [
    `${pick(random, EVENTS)}=${pick(random, ['alert(1)', '"alert(1)"', "'alert(1)'", '`alert(1)`'])}`,
    `${pick(random, ['src', 'href', 'xlink:href', 'action', 'style', 'srcdoc'])}="${pick(random, TARGETS)}"`,
  ];
  const space = pick(random, [' ', '/', '\u000c', '\t', '　']);
  const markup = [
    `<${tag}${space}${attributes.join(space)}>`,
    `[甲](${pick(random, TARGETS)})`,
    `![甲](${pick(random, TARGETS)})`,
    `<${pick(random, TARGETS)}>`,
    ` ${attributes.join(' ')} x=`,
    'https://example.com/x www.example.com',
  ];
  const written = pick(random, BREAKS) + pick(random, markup) + pick(random, BREAKS);
  return pick(random, [
    written,
    written,
    written.toUpperCase(),
    written.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    written.replaceAll('<', '&#60;'),
    written.replaceAll('<', '＜'),
    written.replaceAll('<', '<\u0000'),
  ]);
}

/** The same words wherever a report can hold words. */
function everywhere(attack: string): string {
  const cell = attack.replaceAll('|', '');
  return lines(
    `示范${attack}2025年政府信息公开工作年度报告`,
    `机关：${attack}`,
    `发布日期：${attack}`,
    attack,
    `一、${attack}`,
    `（一）${attack}`,
    `**${attack}**`,
    `{${attack}}`,
    `// 忽略：${attack} ${attack}`,
    disputes(`| 行政复议 | ${cell} | 0 | 0 | 0 | 0 |`, `| ${cell} | 1 | 2 |`, `| 复议后起诉${cell} | ${cell} |`),
    `落款：${attack}`,
  );
}

type Node = DefaultTreeAdapterTypes.Node;

const ELEMENTS = /^(?:h[1-3]|p|b|strong|span|article|table|caption|colgroup|col|thead|tbody|tr|th|td)$/;
const ATTRIBUTES = /^(?:class|lang|scope|width|(?:col|row)span|title|style|data-(?:line|start|end|fault))$/;
const OF_PAGES = /^(?:html|head|meta|title|style|body)$/;

/** Only elements and attributes that we write ourselves, and looks that load nothing. */
function harmless(root: Node, isPage: boolean): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('childNodes' in node) open.push(...node.childNodes);
    assert.notEqual(node.nodeName, '#comment');
    if (!('tagName' in node)) continue;
    const ours = ELEMENTS.test(node.tagName) || (isPage && OF_PAGES.test(node.tagName));
    assert.ok(ours, `<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (node.tagName === 'meta') assert.ok(META.has(value), value);
      else assert.match(name, ATTRIBUTES, `<${node.tagName} ${name}>`);
      if (name === 'style') assert.doesNotMatch(value, /url|expression|import|javascript|\\/i);
    }
  }
}

/** What the head of a page says, to the letter. */
const META = new Set([
  'utf-8',
  'viewport',
  'width=device-width',
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'",
]);

/** A reader of Markdown as credulous as there are: it takes HTML as it is, and makes links of what looks like one. */
interface MarkdownReader {
  readonly render: (text: string) => string;
}

// The packager of extensions brings one along.
const fromPackager = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce'));
const readMarkdown = fromPackager('markdown-it') as (options: object) => MarkdownReader;
const reader = readMarkdown({ html: true, linkify: true });

/** What Markdown makes of the text is no more than these elements. */
function inMarkdown(text: string, elements: RegExp): void {
  const open: Node[] = [parseFragment(reader.render(text))];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('childNodes' in node) open.push(...node.childNodes);
    assert.notEqual(node.nodeName, '#comment');
    if (!('tagName' in node)) continue;
    assert.match(node.tagName, elements, text);
    for (const { name, value } of node.attrs) {
      // An address that is written out may be followed; it loads nothing by itself.
      if (name === 'href') assert.match(value, /^(?:(?:https?:)?\/\/|mailto:)/i, text);
      else assert.ok(name === 'style' && /^text-align:(?:left|right)$/.test(value), `${name}=${value}`);
    }
  }
}

/** No field that a spreadsheet would compute. */
function inSheet(text: string): void {
  for (const line of text.replace('\ufeff', '').split('\r\n')) {
    assert.doesNotMatch(line, /(?:^|,)"?[=+@\t]|(?:^|,)"?-\D/);
  }
}

/** Every part is well-formed, and none of them leads out of the document or runs in it. */
function inWord(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const parser = new SaxesParser({ fragment: false });
    parser.on('error', error => assert.fail(`${name}: ${error.message}`));
    parser.on('opentag', ({ name: tag, attributes }) => {
      assert.doesNotMatch(tag, /:(?:hyperlink|instrText|fldChar|object|altChunk|control)$/, name);
      assert.notEqual(attributes.TargetMode, 'External', name);
      // Our own field is the number of the page.
      assert.equal(attributes['w:instr'] ?? ' PAGE ', ' PAGE ', name);
    });
    parser.write(strFromU8(part)).close();
  }
}

/** What `check` prints moves no cursor, and is in each notation what that notation has for it. */
async function onTerminal(text: string): Promise<void> {
  const print = async (format: string): Promise<string> => {
    const { code, out, err } = await nianbao(['check', '-', '--format', format], { stdin: text });
    assert.ok([0, 1].includes(code), err);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    return out;
  };
  await print('text');
  await print('letter');
  JSON.parse(await print('json'));
  for (const line of (await print('github')).trimEnd().split('\n')) {
    assert.match(
      line,
      /^::(?:error|warning|notice) file=-,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[^,]*::/,
    );
  }
  const { runs } = JSON.parse(await print('sarif')) as { runs: [{ results: { message: { text: string } }[] }] };
  for (const { message } of runs[0].results) assert.doesNotMatch(message.text, /(?<!\\)\[[^\]]*\]\(/);
}

/** Every explanation of the text, as Markdown: with what is escaped taken out, no markup of the report's is left. */
function explained(snapshot: Snapshot, text: string): void {
  let told = 0;
  for (const [line, written] of text.split('\n').entries()) {
    for (let character = 0; character <= written.length; character += 3) {
      const card = hover(snapshot, { line, character }, { locale: 'zh', workspace: alone, markdown: true });
      if (!card) continue;
      told++;
      assert.ok(MarkupContent.is(card.contents));
      const { value } = card.contents;
      const left = value.replace(/\\[!-/:-@[-`{-~]/g, '');
      assert.doesNotMatch(left, /[<>[\]`&]|:\/\/|www\./i, value);
      inMarkdown(value, /^(?:p|strong|ul|li)$/);
    }
  }
  assert.ok(told > 0);
}
