import assert from 'node:assert/strict';
import { isFlawless, readReport } from '../../model/index.ts';
import { rules } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import { makeReport, seeded, spoil } from '../kit/index.ts';

const tableRules = rules.filter(({ group, scope }) => group === 'tables' && scope === 'block');

// The rules about tables are not asked about one that is flawless: so none of them may have anything to say of it.
describe('rules: flawless tables', () => {
  it('are what every rule about tables has nothing to say of', () => {
    let flawless = 0;
    const texts = tableRules.map(({ id }) => pageOf(id).example).flatMap(({ failing, passing }) => [failing, passing]);
    for (let seed = 0; seed < 600; seed++) texts.push(spoil(makeReport(seed).text, 1 + (seed % 3), seeded(seed)));
    for (const text of texts) {
      const report = readReport(text);
      for (const block of report.blocks) {
        if (block.strays.length > 0 || block.tables.length === 0 || !block.tables.every(isFlawless)) continue;
        flawless++;
        for (const rule of tableRules) {
          if (rule.scope !== 'block') continue;
          const found = [...rule.check({ block, form: report.form, year: report.head.year })];
          assert.deepEqual(found, [], `${rule.id} in\n${text}`);
        }
      }
    }
    assert.ok(flawless > 300, `${flawless} blocks`);
  });

  it('are those of a right report, and none that a rule finds fault with', () => {
    const { blocks } = readReport(makeReport(1).text);
    assert.ok(blocks.some(({ tables }) => tables.length > 0 && tables.every(isFlawless)));
    for (const { id } of tableRules) {
      const faulty = readReport(pageOf(id).example.failing).blocks.flatMap(({ tables }) => tables);
      assert.ok(!faulty.length || !faulty.every(isFlawless), id);
    }
  });
});
