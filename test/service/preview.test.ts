import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { checkSnapshot, openSnapshot, preview, type Preview } from '../../service/index.ts';
import { makeReport, mutate, seeded } from '../kit/index.ts';
import { hostile } from '../kit/hostile-texts.ts';
import { disputes, lines, TITLE } from '../rules/snippets.ts';

type Element = DefaultTreeAdapterTypes.Element;

function previewOf(text: string): Preview {
  const snapshot = openSnapshot('file:///a.nianbao', 7, text);
  return preview(snapshot, checkSnapshot(snapshot), 'zh');
}

/** The elements of a preview, each with the line of the text that it comes from. */
function elementsOf({ pieces }: Preview): { element: Element; line: number | undefined }[] {
  return pieces.flatMap(({ html, line }) => {
    const found: { element: Element; line: number | undefined }[] = [];
    const open: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
    for (let node = open.pop(); node; node = open.pop()) {
      if ('tagName' in node) {
        const own = attribute(node, 'data-line');
        found.push({ element: node, line: own === undefined ? undefined : line + Number(own) });
      }
      if ('childNodes' in node) open.push(...node.childNodes.toReversed());
    }
    return found;
  });
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(one => one.name === name)?.value;

const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** What is marked as a fault: its words, message left out, its line, how grave it is, and the message. */
const faultsIn = (text: string): unknown[] =>
  elementsOf(previewOf(text)).flatMap(({ element, line }) => {
    const fault = attribute(element, 'data-fault');
    if (fault === undefined) return [];
    const [words, message] = [element.childNodes.filter(node => !('tagName' in node)), attribute(element, 'title')];
    return [[element.tagName, words.map(textOf).join(''), line, fault, message]];
  });

const RIGHT = lines(
  TITLE,
  '',
  disputes(
    '| 行政复议 | 1 | 2 | 3 | 4 | 10 |',
    '| 行政诉讼 |',
    '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |',
    '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |',
  ),
);

describe('the preview of a report', () => {
  it('says of which version it is, and where every cell is written', () => {
    const { version, title, pieces } = previewOf(RIGHT);
    assert.deepEqual([version, title, pieces.map(({ line }) => line)], [7, TITLE, [0, 2, 4]]);
    const cells = elementsOf(previewOf(RIGHT)).filter(({ element }) => element.tagName === 'td');
    const text = RIGHT.split('\n');
    for (const { element, line } of cells) {
      const [start, end] = [Number(attribute(element, 'data-start')), Number(attribute(element, 'data-end'))];
      assert.equal(text[line!]!.slice(start, end).trim(), textOf(element));
    }
    assert.equal(cells.length, 15);
  });

  it('marks the cell that is wrong, with what is wrong of it', () => {
    const wrong = RIGHT.replace('| 10 |', '| 11 |').replace('| 0 | 0 | 0 | 0 | 0 |', '| 0 | 0 | 3件 | 0 | 3 |');
    const cells = faultsIn(wrong).filter(fault => (fault as unknown[])[0] === 'td');
    assert.deepEqual(
      cells.map(fault => (fault as unknown[]).slice(1, 4)),
      [
        ['11', 5, 'error'],
        ['3件', 7, 'error'],
      ],
    );
    const { pieces } = previewOf(wrong);
    // Who cannot see the colour hears the message.
    assert.match(pieces[2]?.html ?? '', />11<span class="message">[^<]*10[^<]*<\/span><\/td>/);
  });

  it('marks a blank cell, a label and a heading', () => {
    const text = RIGHT.replace('| 1 | 2 |', '|  | 2 |').replace('复议后起诉', '行政复议后起诉').replace('四、', '4、');
    assert.deepEqual(
      faultsIn(text)
        .map(fault => (fault as unknown[]).slice(0, 4))
        .filter(([tag]) => tag !== 'h1'),
      [
        ['h2', '四、政府信息公开行政复议、行政诉讼情况', 2, 'error'],
        ['th', '复议后起诉', 8, 'warning'],
        ['td', '', 5, 'warning'],
      ],
    );
  });

  it('shows every finding somewhere', () => {
    for (let seed = 0; seed < 60; seed++) {
      const text = mutate(makeReport(seed).text, makeReport(seed + 1).text, seeded(seed));
      const snapshot = openSnapshot('file:///a.nianbao', 1, text);
      const findings = checkSnapshot(snapshot);
      const shown = preview(snapshot, findings, 'zh').pieces;
      if (shown.length === 0) continue;
      const messages = new Set(
        elementsOf({ version: 1, title: '', pieces: shown }).flatMap(({ element }) =>
          attribute(element, 'class') === 'message' ? [textOf(element)] : [],
        ),
      );
      for (const { message } of findings) {
        // A message may quote what no page can show.
        const visible = message.zh.replace(/[\p{Cc}\p{Cs}]/gu, character => (character === '\t' ? ' ' : '\ufffd'));
        assert.ok(messages.has(visible), `seed ${seed}: ${visible}`);
      }
    }
  });

  it('stays the same text where lines come above it', () => {
    const htmlOf = (text: string): string[] => previewOf(text).pieces.map(({ html }) => html);
    assert.deepEqual(htmlOf(RIGHT.replace('\n', '\n// 待核\n\n')), htmlOf(RIGHT));
  });

  it('shows markup in a report and in what is said of it as the characters that it is', () => {
    for (const attack of hostile) {
      const cell = attack.replaceAll('|', '');
      const text = lines(
        `${attack}2025年政府信息公开工作年度报告`,
        `机关：${attack}`,
        attack,
        `一、${attack}`,
        `（一）${attack}`,
        `{${attack}}`,
        disputes(`| 行政复议 | ${cell} | 0 | 0 | 0 | 0 |`, `| ${cell} | 1 | 2 |`),
      );
      for (const { element } of elementsOf(previewOf(text))) {
        assert.match(element.tagName, /^(?:h[1-3]|p|b|strong|span|table|caption|colgroup|col|thead|tbody|tr|th|td)$/);
        const odd = element.attrs.filter(
          ({ name }) => !/^(?:class|scope|width|(?:col|row)span|title|data-\w+)$/.test(name),
        );
        assert.deepEqual(odd, [], attack);
      }
    }
  });
});
