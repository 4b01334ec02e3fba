import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { printReport, toHtml, type HtmlForm } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { makeReport, mutate, seeded } from '../kit/index.ts';
import { lines, TITLE } from '../rules/snippets.ts';
import { hostile } from '../kit/hostile-texts.ts';

const right = readFileSync(new URL('../../examples/right.nianbao', import.meta.url), 'utf8');

const html = (text: string, form?: HtmlForm): string => toHtml(readReport(text), form);

type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a page, and what the parser had to say of it. */
function elementsOf(source: string): { elements: Element[]; errors: string[] } {
  const errors: string[] = [];
  const elements: Element[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(source, { onParseError: ({ code }) => errors.push(code) })];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return { elements, errors };
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(one => one.name === name)?.value;

const textOf = (element: DefaultTreeAdapterTypes.ChildNode): string =>
  'value' in element ? element.value : 'childNodes' in element ? element.childNodes.map(textOf).join('') : '';

describe('a report as HTML', () => {
  it('is a valid page by itself, in its language, with nothing to load and nothing to run', () => {
    const { elements, errors } = elementsOf(html(right));
    assert.deepEqual(errors, []);
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['script', 'link', 'img', 'a', 'iframe', 'form']) assert.ok(!names.has(name), name);
    assert.equal(attribute(elements[0]!, 'lang'), 'zh-CN');
    assert.equal(textOf(elements.find(({ tagName }) => tagName === 'title')!), '示范县2025年政府信息公开工作年度报告');
    const policy = elements.find(element => attribute(element, 'http-equiv') === 'Content-Security-Policy')!;
    assert.equal(attribute(policy, 'content'), "default-src 'none'; style-src 'unsafe-inline'");
  });

  it('has headings by level, and tables with captions and scoped heads', () => {
    const { elements } = elementsOf(html(right));
    const named = (name: string): Element[] => elements.filter(({ tagName }) => tagName === name);
    assert.deepEqual(
      ['h1', 'h2', 'h3', 'table', 'caption'].map(name => named(name).length),
      [1, 6, 5, 3, 3],
    );
    // Several articles in one table are bodies, each with its own head.
    assert.deepEqual([named('thead').length, named('tbody').length], [2, 4 + 2]);
    assert.ok(named('th').every(head => ['col', 'row'].includes(attribute(head, 'scope') ?? '')));
    assert.equal(textOf(named('caption')[2]!), '政府信息公开行政复议、行政诉讼情况');
    const cells = printReport(readReport(right)).pieces.flatMap(piece =>
      piece.kind === 'table'
        ? piece.groups.flatMap(({ head, body }) => [...head, ...body].flatMap(row => row.cells.map(({ text }) => text)))
        : [],
    );
    const shown = elements.filter(({ tagName }) => tagName === 'th' || tagName === 'td').map(textOf);
    assert.deepEqual(shown, cells);
  });

  it('is a fragment without looks, or with its looks in every element', () => {
    assert.match(html(right, 'fragment'), /^<article class="nianbao" lang="zh-CN">\n<h1>/);
    assert.ok(!html(right, 'fragment').includes('style'));
    const { elements } = elementsOf(html(right, 'styled-fragment'));
    const plain = elements.filter(
      element =>
        /^(?:h[1-6]|p|table|th|td|caption)$/.test(element.tagName) && attribute(element, 'style') === undefined,
    );
    assert.deepEqual(plain, []);
    assert.equal(html(right, 'styled-fragment').replace(/ style="[^"]*"/g, ''), html(right, 'fragment'));
  });

  it('shows markup in a report as the characters that it is', () => {
    for (const attack of hostile) {
      for (const form of ['page', 'fragment', 'styled-fragment'] as const) {
        const { elements } = elementsOf(
          html(
            lines(
              `${attack}2025年政府信息公开工作年度报告`,
              `机关：${attack}`,
              `发布日期：${attack}`,
              attack,
              `| ${attack} |`,
            ),
            form,
          ),
        );
        assert.deepEqual(
          elements.filter(isActive).map(({ tagName }) => tagName),
          [],
          attack,
        );
      }
    }
    const { elements } = elementsOf(html(lines(TITLE, '<b>甲</b> & "乙"'), 'fragment'));
    assert.equal(textOf(elements.find(({ tagName }) => tagName === 'p')!), '<b>甲</b> & "乙"');
  });

  it('holds of a broken text what is printed of it, and no more', () => {
    for (let seed = 0; seed < 60; seed++) {
      const report = readReport(mutate(makeReport(seed).text, hostile.join('\n'), seeded(seed)));
      const { elements } = elementsOf(toHtml(report));
      assert.deepEqual(elements.filter(isActive), [], `seed ${seed}`);
      const headings = printReport(report).pieces.filter(({ kind }) => kind === 'heading').length;
      assert.equal(elements.filter(({ tagName }) => tagName === 'h2').length, headings, `seed ${seed}`);
    }
  });
});

/** Whether an element could run, load or send something, or was not made by us at all. */
const isActive = ({ tagName, attrs }: Element): boolean =>
  !/^(?:html|head|meta|title|style|body|article|h[1-3]|p|b|strong|table|caption|colgroup|col|thead|tbody|tr|th|td)$/.test(
    tagName,
  ) || attrs.some(({ name }) => /^(?:on|src|href|action|data)/.test(name));
