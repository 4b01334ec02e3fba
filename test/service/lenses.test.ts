import assert from 'node:assert/strict';
import { checkSnapshot, mendsOf } from '../../service/index.ts';
import { codeLenses, findingsOfTable } from '../../service/features/lenses.ts';
import { MEND_TABLE } from '../../service/features/offers.ts';
import { assertInside, brokenReports, opened } from './anywhere.ts';
import { sample } from './sample.ts';

function lenses(source: string): string[] {
  const { snapshot } = opened(source);
  return codeLenses(snapshot, checkSnapshot(snapshot), { locale: 'zh' }).map(
    ({ range, command }) => `${range.start.line} ${command?.title ?? ''}`,
  );
}

const right = sample.replace('0 | 4 |', '0 | 1 |').replace('| 2 |  | 0', '| 2 | 2 | 0');

describe('code lenses', () => {
  it('count the sums that hold, fail and wait over their table', () => {
    assert.equal(lenses(sample)[0], '15 勾稽 0/1 相符，1 项不符，1 项待填');
    assert.deepEqual(lenses(right), ['15 勾稽 2/2 相符']);
  });

  it('offer to mend what is certain in the table', () => {
    const { snapshot } = opened(sample);
    const findings = checkSnapshot(snapshot);
    const mend = codeLenses(snapshot, findings, { locale: 'zh' })[1]?.command;
    assert.equal(mend?.title, '改正本表 2 处');
    assert.equal(mend.command, MEND_TABLE);
    assert.deepEqual(mend.arguments, [snapshot.uri, 15]);
    assert.equal(mendsOf(findingsOfTable(snapshot, findings, 15)).count, 2);
    assert.deepEqual(findingsOfTable(snapshot, findings, 0), []);
  });

  it('stand at the article of a table that has one', () => {
    const source =
      '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 3件 |\n';
    assert.deepEqual(lenses(source), ['2 改正本表 1 处']);
  });

  it('stand any text', () => {
    for (const snapshot of brokenReports(200)) {
      const findings = checkSnapshot(snapshot);
      for (const { range } of codeLenses(snapshot, findings, { locale: 'en' })) {
        assertInside(snapshot, range);
        findingsOfTable(snapshot, findings, range.start.line);
      }
    }
  });
});
