import assert from 'node:assert/strict';
import { rehearse, strokesIn } from '../../server/rehearsal.ts';
import { changeSnapshot, checkSnapshot, openSnapshot, specimen } from '../../service/core.ts';
import { fullCapabilities } from '../kit/index.ts';

describe('what a server does while its client is quiet', () => {
  it('is to type into a right report: every second keystroke puts right what the one before it made wrong', () => {
    let snapshot = openSnapshot('rehearsal:r.nianbao', 0, specimen());
    const usual = checkSnapshot(snapshot).length;
    let wrong = 0;
    for (const [index, change] of [...strokesIn(specimen().split('\n'))].entries()) {
      snapshot = changeSnapshot(snapshot, index + 1, [change]);
      const found = checkSnapshot(snapshot).length;
      if (index % 2 === 1) assert.equal(found, usual);
      else if (found > usual) wrong++;
    }
    assert.ok(wrong > 100, `${wrong} keystrokes make something wrong`);
    assert.equal(snapshot.report.tree.lines.map(({ text, ending }) => text + ending).join(''), specimen());
  });

  it('is left while the client speaks, and has an end', async () => {
    const tasks: (() => void)[] = [];
    const run = (most: number): void => {
      for (let done = 0; done < most && tasks.length > 0; done++) tasks.shift()?.();
    };
    let isQuiet = true;
    let times = 0;
    const asked = (): number => times;
    rehearse(
      task => tasks.push(task),
      fullCapabilities,
      () => (times++, isQuiet),
    );
    run(10);
    assert.equal(asked(), 11);
    isQuiet = false;
    run(Infinity);
    assert.equal(asked(), 12);
    isQuiet = true;
    while (asked() === 12) await new Promise(resolve => setTimeout(resolve, 10));
    run(Infinity);
    assert.ok(asked() > 5000 && asked() < 8000, `${asked()} messages`);
  });
});
