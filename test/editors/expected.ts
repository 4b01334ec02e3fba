import assert from 'node:assert/strict';
import { formatText } from '../../service/index.ts';
import { FAULTY, Home, lineOf, type Seen } from './kit.ts';

/** What an editor must show of the fixture, whichever it is: the tests of one run of its script. */
export function itSeesWhatItShould(canRun: () => boolean, run: (home: Home) => Promise<Seen>): void {
  let seen: Seen;

  before(async function () {
    if (!canRun()) return this.skip();
    const home = new Home();
    try {
      seen = await run(home);
    } finally {
      home.remove();
    }
  });

  it('knows a report by the ending of its name', () =>
    assert.deepEqual(seen.kinds, { nianbao: 'nianbao', 年报: 'nianbao' }));

  it('shows what is wrong where it is wrong', () => {
    const label = {
      code: 'row-label',
      message: '行名“3.危机‘三安全一稳定’”应为“3.危及‘三安全一稳定’”',
      ...placeOf('3.危机“三安全一稳定”', '3.危机“三安全一稳定”'),
    };
    const total = {
      code: 'dispute-total',
      message: '“总计”列“行政复议”为 4，四种结果之和为 3',
      ...placeOf('| 行政复议 |', '4'),
    };
    assert.deepEqual(seen.diagnostics, [label, total]);
  });

  it('completes a label that is half typed', () => {
    assert.equal(seen.completion[0], '复议后起诉');
    assert.equal(seen.completed, '|   复议后起诉');
  });

  it('tells what is counted in a row', () => assert.match(seen.hover, /已依法确定为国家秘密/));

  it('mends the total, and the diagnostic goes', () => {
    assert.equal(seen.action, '“总计”列“行政复议”改为 3');
    assert.deepEqual(seen.left, ['row-label']);
  });

  it('formats the report', () => {
    const { text } = formatText(FAULTY.replace('| 4 |', '| 3 |'));
    assert.notEqual(text, FAULTY);
    assert.equal(seen.text, text);
  });
}

/** Where some words stand in the line that holds these. */
function placeOf(line: string, words: string): Pick<Seen['diagnostics'][number], 'line' | 'start' | 'end'> {
  const number = lineOf(line);
  const start = FAULTY.split('\n')[number]!.lastIndexOf(words);
  return { line: number, start, end: start + words.length };
}
