import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { findingsOf } from '../kit/index.ts';

const words = /^[A-Z“`=].*[^\s]$/;

describe('rules', () => {
  it('have ids of their own in kebab-case', () => {
    const ids = rules.map(rule => rule.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  for (const { id, title, description, clause, example } of rules) {
    describe(id, () => {
      it('finds something in its failing example', () => assert.notEqual(findingsOf(example.failing, id).length, 0));

      it('finds nothing in its passing example', () => assert.deepEqual(findingsOf(example.passing, id), []));

      it('speaks of itself in both languages', () => {
        for (const text of [title, description, ...(clause ? [clause] : [])]) {
          assert.match(text.zh, /[\u4e00-\u9fff]/);
          assert.match(text.en, words);
        }
        assert.doesNotMatch(title.zh, /。$/);
        assert.match(description.zh, /。$/);
      });

      it('says what it finds in both languages, without a full stop in Chinese', () => {
        for (const { message, mends = [], related = [] } of findingsOf(example.failing, id)) {
          for (const text of [message, ...mends.map(mend => mend.title), ...related.map(place => place.message)]) {
            assert.match(text.zh, /[\u4e00-\u9fff].*[^。\s]$/);
            assert.match(text.en, words);
          }
        }
      });
    });
  }
});
