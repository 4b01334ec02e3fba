import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { checkText } from '../../service/index.ts';
import { marked, withMarks } from '../kit/index.ts';
import { lines } from './snippets.ts';

const folder = new URL('passages/', import.meta.url);

/** Groups whose rules need no more of a report than a passage: a right one is silent for all of them. */
const ABOUT_PROSE = new Set(rules.filter(({ group }) => group === 'freshness' || group === 'care').map(({ id }) => id));

interface Passage {
  readonly isRight: boolean;
  /** The report that it stands in, with the marks of the findings. */
  readonly source: string;
  readonly words: string;
}

for (const file of readdirSync(folder)) {
  const rule = file.replace('.txt', '');
  describe(`rule: ${rule}, passages`, () => {
    for (const { isRight, source, words } of readPassages(readFileSync(new URL(file, folder), 'utf8'))) {
      it(`${isRight ? 'leaves alone' : 'finds'} ${words}`, () => {
        const { text, ranges } = marked(source);
        const all = checkText(text).findings;
        const found = all.filter(finding => finding.rule === rule);
        if (isRight) {
          assert.deepEqual(
            [...new Set([...found, ...all.filter(finding => ABOUT_PROSE.has(finding.rule))])].map(
              finding => `${finding.rule} ${withMarks(text, [finding.range])}`,
            ),
            [],
          );
        } else if (ranges.length === 0) assert.equal(found.length, 1);
        else {
          const places = found.map(finding => finding.range);
          assert.equal(withMarks(text, places), source);
        }
      });
    }
  });
}

/**
 * `@ organ and year｜heading` says where the passages below it stand, `✓` begins a right one and `✗` a wrong one, in
 * which the findings are marked unless they stand at the heading; `⏎` is a line's end.
 */
function* readPassages(text: string): Generator<Passage> {
  let [organ, heading] = ['', ''];
  for (const line of text.split('\n')) {
    const words = line.slice(2);
    if (line.startsWith('@')) [organ = '', heading = ''] = words.split('｜');
    if (!/^[✓✗]/.test(line)) continue;
    const title = `${organ}政府信息公开工作年度报告`;
    const body = words.split('⏎').map(one => (/^[⟦]?[（(]/.test(one) ? one : `　　${one}`));
    const source =
      heading === '' ? lines(title, '', ...body, '', '一、总体情况') : lines(title, '', heading, '', ...body);
    yield { isRight: line.startsWith('✓'), source, words };
  }
}
