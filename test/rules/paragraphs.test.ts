import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { MAX_LINE, readLines } from '../../grammar/index.ts';
import { readReport, type Report } from '../../model/index.ts';
import { tokensOf } from '../../model/prose/tokens.ts';
import { checkReport, defaultSettings } from '../../rules/index.ts';
import { paragraphsOf, sentencesOf } from '../../rules/paragraphs.ts';
import { changeSnapshot, openSnapshot, textOfSnapshot } from '../../service/index.ts';
import { pick, seeded } from '../kit/index.ts';

const folder = new URL('passages/', import.meta.url);

/** Every passage of the rules' tests, right or wrong, as one line each. */
const passages = readdirSync(folder).flatMap(file =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter(line => /^[✓✗]/.test(line))
    .flatMap(line => line.slice(2).replace(/[⟦⟧]/g, '').split('⏎')),
);

const SCRIPTS = 20;
const EDITS = 15;

describe('a line that is longer than any that a person writes', () => {
  const written = '2023年我镇收到政府信息公开申请12345件，共XX件，身份证110101199003078515。';
  const rulesIn = (line: string): string[] =>
    checkReport(readReport(`示范县2024年政府信息公开工作年度报告\n\n一、总体情况\n\n${line}\n`)).flatMap(
      ({ rule, range: { start } }) => (start.line === 4 ? [rule] : []),
    );

  it('is not looked into, whatever it holds', () => {
    assert.ok(rulesIn(written).length > 2);
    const long = written.repeat(MAX_LINE / written.length + 1);
    assert.deepEqual(rulesIn(long), ['syntax']);
    const [line] = readLines(long);
    assert.ok(line);
    assert.deepEqual([paragraphsOf({ lines: [line] }), tokensOf(line)], [[], []]);
  });
});

describe('the prose of a line', () => {
  const proseOf = (text: string): string[] => paragraphsOf({ lines: readLines(text) }).map(paragraph => paragraph.text);

  for (const written of [
    '按⟦《甲办法》⟧办理',
    '按⟦〈乙办法〉⟧和⟦《丙办法》⟧办理',
    '按⟦《》⟧办理',
    '按《甲办法办理',
    '按《甲⟦《乙》⟧》办理',
    '网址⟦https://a.cn/b?c=1&d#e⟧。',
    '网址⟦http://a.cn⟧、⟦www.b.com/c⟧',
    '网址⟦xx-gk.a.gov.cn/b?c=1⟧公开',
    '网址⟦a.gov.cn⟧公开，不是a.cn',
    '邮箱⟦a.b-c@d-e.com⟧。',
    '收到⟦{本年新收}⟧件',
    '共3.5万条/次',
    '⟦（一）主动公开。⟧已落实',
  ]) {
    it(`is what is not marked in ${written}`, () => {
      const blanked = written.replace(/⟦(.*?)⟧/g, (_, others: string) => ' '.repeat(others.length));
      assert.deepEqual(proseOf(written.replace(/[⟦⟧]/g, '')), [blanked]);
    });
  }

  it('is not there in lines that are none, nor where all is others’ words', () => {
    for (const line of ['', '一、总体情况', '| 甲 | 1 |', '// 甲', '{本年新收}']) {
      assert.deepEqual(proseOf(line), [], line);
    }
  });

  it('is made of sentences, each with its mark', () => {
    const text = '甲。乙！丙？丁；戊!己?庚;辛';
    const sentences = [...sentencesOf(text)];
    assert.deepEqual(
      sentences.map(sentence => sentence.text),
      ['甲。', '乙！', '丙？', '丁；', '戊!', '己?', '庚;', '辛'],
    );
    for (const { start, text: sentence } of sentences) {
      assert.equal(text.slice(start, start + sentence.length), sentence);
    }
    assert.deepEqual([...sentencesOf('甲。')].length, 1);
  });
});

describe('what is found in lines', () => {
  it('is no more than a hundred in one', () => {
    const found = (text: string): number =>
      checkReport(readReport(`一、总体情况\n${text}`)).filter(({ rule }) => rule === 'repeated-words').length;
    assert.equal(found('甲，，'.repeat(100)), 100);
    assert.equal(found('甲，，'.repeat(150)), 100);
    assert.equal(found(`${'甲，，'.repeat(80)}\n`.repeat(2)), 160);
  });

  it('is told again of a long section when it is asked again, and read again in another edition', () => {
    const title = '甲县石桥镇2025年政府信息公开工作年度报告';
    const long = [
      title,
      '一、总体情况',
      ...Array.from({ length: 40 }, () => '　　申请{逾期不补正}件、{无此行}件。'),
    ].join('\n');
    const found = (report: Report, settings = defaultSettings): number =>
      checkReport(report, settings).filter(({ rule }) => rule === 'unknown-reference').length;
    const before = openSnapshot('file:///a.nianbao', 0, long);
    assert.deepEqual([found(before.report), found(before.report, { ...defaultSettings })], [40, 40]);
    const start = title.indexOf('2025');
    const range = { start: { line: 0, character: start }, end: { line: 0, character: start + 4 } };
    const { report } = changeSnapshot(before, 1, [{ range, text: '2020' }]);
    assert.deepEqual([found(report), found(before.report, { ...defaultSettings })], [80, 40]);
  });

  it('is told once of each line of a long section, wherever it is edited', () => {
    const section = ['一、总体情况', ...Array.from({ length: 40 }, () => '　　申请{逾期不补正}件、{无此行}件。')];
    const before = openSnapshot('file:///a.nianbao', 0, section.join('\n'));
    checkReport(before.report);
    for (const [from, to, text] of [
      [20, 20, '　　新收{并无此行}件。\n'],
      [20, 22, ''],
      [20, 21, '　　新收{并无此行}件。\n'],
      [1, 2, ''],
      [39, 40, ''],
    ] as const) {
      const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
      const edited = changeSnapshot(before, 1, [{ range, text }]);
      assert.deepEqual(checkReport(edited.report), checkReport(readReport(textOfSnapshot(edited))));
    }
  });

  it('is the same after any edits of lines as in a fresh read', () => {
    for (let seed = 0; seed < SCRIPTS; seed++) {
      const random = seeded(seed);
      const line = (): string =>
        pick(random, [pick(random, passages), '', '　　全年公开信息126条。', '一、总体情况', '（二）依申请公开']);
      const first = ['甲县石桥镇2025年政府信息公开工作年度报告', '', ...Array.from({ length: 30 }, line)].join('\n');
      let snapshot = openSnapshot('file:///a.nianbao', 0, first);
      for (let version = 1; version <= EDITS; version++) {
        const from = random(snapshot.report.tree.lines.length);
        const to = Math.min(snapshot.report.tree.lines.length - 1, from + random(3));
        const text = Array.from({ length: random(3) }, () => `${line()}\n`).join('');
        const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
        snapshot = changeSnapshot(snapshot, version, [{ range, text }]);
        assert.deepEqual(
          checkReport(snapshot.report),
          checkReport(readReport(textOfSnapshot(snapshot))),
          `seed ${seed}, edit ${version}`,
        );
      }
    }
  });
});
