import assert from 'node:assert/strict';
import { readReport, type Report } from '../../model/index.ts';
import { checkReport, defaultSettings, factsOf, KnownReports, type Finding, type Settings } from '../../rules/index.ts';
import { changeSnapshot, openSnapshot, textOfSnapshot } from '../../service/index.ts';
import { TextLines } from '../../text/index.ts';
import { makeStatedReport, pick, seeded, type Random } from '../kit/index.ts';
import { enforcement, lines, TITLE, windows } from './snippets.ts';

const SCRIPTS = 8;
const EDITS = 12;

/** A place in a text, by offsets, and what is written there. */
type Edit = readonly [start: number, end: number, text: string];

/** What a writer does from one moment to the next. */
const edits: readonly ((text: string, random: Random) => Edit)[] = [
  rewrite(/(?<=\| *)\d+(?= *\|)/g, random => String(random(30))),
  rewrite(/(?<=\| *)\d+(?= *\|)/g, random => pick(random, ['0', '', '3件', '2.5', '-1', '='])),
  rewrite(/(?<=[\u4e00-\u9fff])\d+(?=[件条期])/g, random => String(random(30))),
  rewrite(/20\d\d/g, random => String(2019 + random(8))),
  rewrite(/^/gm, random => pick(random, ['\n', '正文，有半角,标点。\n', '// 忽略：row-total 已核\n', '// 备注\n'])),
  rewrite(/.*\n/g, () => ''),
  rewrite(/^(?=[一二三四五六]、|\| )/gm, random => pick(random, ['　', '2024年，我镇公开信息12条。\n', '七、其他\n'])),
];

/** Writes something at one of the places of a pattern; at the text's end, where there is none. */
function rewrite(pattern: RegExp, write: (random: Random) => string): (text: string, random: Random) => Edit {
  return (text, random) => {
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) return [text.length, text.length, '\n'];
    const { 0: there, index } = pick(random, places);
    return [index, index + there.length, write(random)];
  };
}

const settings: readonly Settings[] = [
  defaultSettings,
  { rules: { 'row-total': 'off', 'blank-cell': 'error', 'stale-year': 'error' }, ignore: [] },
];

describe('what was found before an edit', () => {
  it('is mended with the line ending that the text has now', () => {
    const text = windows(lines(TITLE, '一、总体情况') + enforcement('| 行政处罚 | 2 |'));
    const before = openSnapshot('file:///a.nianbao', 0, text);
    checkReport(before.report);
    const range = { start: { line: 0, character: TITLE.length }, end: { line: 1, character: 0 } };
    const { report } = changeSnapshot(before, 1, [{ range, text: '\n' }]);
    const inserted = (found: readonly Finding[]): string | undefined =>
      found.find(({ rule }) => rule === 'missing-row')?.mends?.[0]?.edits[0]?.text;
    assert.match(inserted(checkReport(before.report)) ?? '', /^\r\n\|/);
    assert.match(inserted(checkReport(report)) ?? '', /^\n\|/);
  });

  it('is found anew in a section where only the year above it is another', () => {
    const text = lines(TITLE, '', '一、总体情况', '', '　　2025年，我镇公开信息12条。');
    const before = openSnapshot('file:///a.nianbao', 0, text);
    const stale = (report: Report): number => checkReport(report).filter(({ rule }) => rule === 'stale-year').length;
    assert.equal(stale(before.report), 0);
    const character = TITLE.indexOf('2025') + 3;
    const range = { start: { line: 0, character }, end: { line: 0, character: character + 1 } };
    assert.equal(stale(changeSnapshot(before, 1, [{ range, text: '6' }]).report), 1);
  });

  for (let seed = 0; seed < SCRIPTS; seed++) {
    it(`is told again only where a fresh read finds it too, whatever is set and known meanwhile: seed ${seed}`, () => {
      const random = seeded(seed);
      const known = new KnownReports();
      const { text: first, year } = makeStatedReport(seed);
      const earlier = first.replaceAll(String(year), String(year - 1));
      let set = defaultSettings;
      let snapshot = openSnapshot('file:///a.nianbao', 0, pick(random, ['', '\ufeff']) + first);
      for (let version = 1; version <= EDITS; version++) {
        const text = textOfSnapshot(snapshot);
        const [start, end, written] = pick(random, edits)(text, random);
        const lines = new TextLines(text);
        const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
        snapshot = changeSnapshot(snapshot, version, [{ range, text: written }]);
        if (random(5) === 0) set = pick(random, settings);
        if (random(5) === 0) known.set('earlier', factsOf(readReport(earlier.replace(/\d+(?= *\|)/, String(version)))));
        assert.deepEqual(
          checkReport(snapshot.report, set, known),
          checkReport(readReport(textOfSnapshot(snapshot)), { ...set }, known),
          `edit ${version}: ${JSON.stringify([start, end, written])}`,
        );
      }
    });
  }
});
