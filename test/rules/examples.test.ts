import assert from 'node:assert/strict';
import { rules, type Finding, type Rule } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import { checkText, defaultSettings } from '../../service/index.ts';
import { neighboursOf } from '../kit/index.ts';

const words = /^[A-Z“`=].*[^\s]$/;

describe('rules', () => {
  it('have ids of their own in kebab-case', () => {
    const ids = rules.map(rule => rule.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  for (const rule of rules) {
    const { id, title } = rule;
    const { description, clause, example } = pageOf(id);
    describe(id, () => {
      it('finds something in its failing example', () => assert.notEqual(foundIn(rule, example.failing).length, 0));

      it('finds nothing in its passing example', () => assert.deepEqual(foundIn(rule, example.passing), []));

      it('speaks of itself in both languages', () => {
        for (const text of [title, description, ...(clause ? [clause] : [])]) {
          assert.match(text.zh, /[\u4e00-\u9fff]/);
          assert.match(text.en, words);
        }
        assert.doesNotMatch(title.zh, /。$/);
        assert.match(description.zh, /。$/);
      });

      it('says what it finds in both languages, without a full stop in Chinese', () => {
        for (const { message, mends = [], related = [] } of foundIn(rule, example.failing)) {
          for (const text of [message, ...mends.map(mend => mend.title), ...related.map(place => place.message)]) {
            assert.match(text.zh, /[\u4e00-\u9fff].*[^。\s]$/);
            assert.match(text.en, words);
          }
        }
      });
    });
  }
});

/** What a rule finds in one of its examples, beside the other report if it needs one. */
function foundIn({ id }: Rule, text: string): readonly Finding[] {
  const { before } = pageOf(id).example;
  const neighbours = before === undefined ? undefined : neighboursOf([{ path: 'before.nianbao', text: before }]);
  return checkText(text, defaultSettings, undefined, neighbours).findings.filter(finding => finding.rule === id);
}
