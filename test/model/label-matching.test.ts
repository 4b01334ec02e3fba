import assert from 'node:assert/strict';
import { forms, tablesOf, type TableForm } from '../../forms/index.ts';
import {
  allowance,
  columnPlace,
  knowledgeOf,
  matchColumn,
  matchExactly,
  matchNearly,
  ordinalOf,
  wordsOf,
  type LabelContext,
} from '../../model/index.ts';

const table = (id: string): TableForm => tablesOf(forms.at(-1)!).find(one => one.id === id) ?? assert.fail(id);

const applications = table('applications');

const within = (group: string | undefined, ...taken: readonly string[]): LabelContext => ({
  group,
  taken: new Set(taken),
});

const told = (label: string, context = within(undefined)): string => {
  const found = matchExactly(applications, label, context) ?? matchNearly(applications, label, context);
  return found ? `${found.row.key} ${found.certainty}` : 'none';
};

describe('model: an ordinal before a label', () => {
  const cases: readonly (readonly [label: string, ordinal: number | undefined, words: string])[] = [
    ['（一）部分公开', 1, '部分公开'],
    ['( 二 ) 部分、公开', 2, '部分公开'],
    ['三、部分公开', 3, '部分公开'],
    ['　4．部分公开', 4, '部分公开'],
    ['12、部分公开', 12, '部分公开'],
    ['十一）部分公开', 11, '部分公开'],
    ['部分公开', undefined, '部分公开'],
    ['三部分公开', undefined, '三部分公开'],
    ['部分（一）公开', undefined, '部分一公开'],
    ['123、部分公开', undefined, '123部分公开'],
    ['二十一十、部分公开', undefined, '二十一十部分公开'],
    ['', undefined, ''],
  ];
  for (const [label, ordinal, words] of cases) {
    it(`of ${JSON.stringify(label)}`, () => assert.deepEqual([ordinalOf(label), wordsOf(label)], [ordinal, words]));
  }
});

describe('model: a label that is written otherwise', () => {
  it('may differ in two of five characters, and always in one', () => {
    assert.deepEqual([0, 1, 2, 4, 5, 7, 8, 10].map(allowance), [1, 1, 1, 1, 2, 2, 3, 4]);
  });

  const cases: readonly (readonly [label: string, expected: string, context?: LabelContext])[] = [
    ['部分公开', 'partial words'],
    ['(二)部分公开', 'partial exact'],
    ['（九）部分公开', 'partial words'],
    ['部公开', 'partial near'],
    // A label cut short, if enough is left of it to tell.
    ['不予处', 'declined near'],
    ['予以公', 'granted near'],
    ['部分', 'none'],
    ['（二）部分', 'partial near'],
    ['（二）部', 'none'],
    ['一本年新收', 'received near'],
    ['一本年新', 'none'],
    // One that another label is sure to mean is not guessed.
    ['部公开', 'none', within(undefined, 'partial')],
    // Its group tells which of two with the same words is meant, or that one of them is taken.
    ['其他处理', 'other words'],
    ['其他处理', 'other.rest words', within('other')],
    ['其他处理', 'other.rest words', within(undefined, 'other')],
    // As near to one as to another, whatever else it is like.
    ['属于行政执法事项', 'none'],
    ['甲乙丙丁', 'none'],
    ['。', 'none'],
  ];
  for (const [label, expected, context] of cases) {
    const where = context ? ` in ${context.group ?? 'no group'}, without ${[...context.taken].join() || 'none'}` : '';
    it(`is ${expected}: ${label}${where}`, () => assert.equal(told(label, context), expected));
  }
});

describe('model: labels that are alike', () => {
  const [row] = applications.rows;
  const nearestOf = (label: string, ...labels: readonly string[]): string | undefined => {
    const rows = labels.map(one => ({ ...row!, key: one, label: one, name: one, aliases: [], misspellings: [] }));
    return matchNearly({ ...applications, rows, sums: [] }, label, within(undefined))?.row.key;
  };

  it('are taken by how many characters differ, and only then by their length', () => {
    assert.equal(nearestOf('甲乙丙丁戊', '甲乙丙丁戊己', '甲乙丙辛壬'), '甲乙丙丁戊己');
    assert.equal(nearestOf('甲乙丙丁戊', '甲乙丙丁戊己', '甲乙丙丁戊己庚辛'), '甲乙丙丁戊己');
  });

  it('are not guessed at where one is as much longer as another is shorter', () => {
    assert.equal(nearestOf('甲乙丙丁戊己庚', '甲乙丙丁戊己', '甲乙丙丁戊己庚辛'), undefined);
  });
});

describe('model: how well a table knows a label', () => {
  it('is the same where a group and one of its rows have one label', () => {
    const [row] = applications.rows;
    const group = {
      ...row!,
      label: '其他',
      quotable: false,
      aliases: [],
      misspellings: [],
      rows: [{ ...row!, key: 'one', label: '其他' }],
    };
    const one = { ...applications, rows: [group], sums: [] };
    assert.deepEqual([knowledgeOf(one, '其他', true), knowledgeOf(one, '其他', false)], [2, 2]);
  });

  it('is by its own wordings, and by those known to be wrong', () => {
    const disputes = table('disputes');
    assert.equal(knowledgeOf(disputes, '行政复议', true), 2);
    assert.equal(knowledgeOf(disputes, '行 政 复 议', true), 2);
    assert.equal(knowledgeOf(disputes, '行政复议', false), 0);
    assert.equal(knowledgeOf(disputes, '行政诉讼', false), 2);
    assert.equal(knowledgeOf(disputes, '行政诉讼', true), 0);
    assert.equal(knowledgeOf(disputes, '行政许可', true), 0);
    const [wrong] = tablesOf(forms.at(-1)!)
      .flatMap(({ rows }) => rows)
      .flatMap(({ misspellings = [] }) => misspellings);
    const known = tablesOf(forms.at(-1)!).map(one => knowledgeOf(one, wrong ?? '', true));
    assert.ok(known.includes(1) && !known.includes(2), wrong);
  });
});

describe('model: heads of columns', () => {
  it('are known by their words, and by words like them', () => {
    const headed = (head: string): unknown => Object.values(matchColumn(table('disputes'), head));
    assert.deepEqual(headed('结果纠正'), [1, 'exact']);
    assert.deepEqual(headed('结果 纠正'), [1, 'exact']);
    assert.deepEqual(headed('“结果纠正”'), [1, 'words']);
    assert.deepEqual(headed('结果糾正'), [1, 'near']);
    assert.deepEqual(headed('甲乙丙丁'), [undefined, undefined]);
    assert.deepEqual(headed(''), [undefined, undefined]);
    assert.deepEqual(headed('。'), [undefined, undefined]);
  });

  it('of which the form has none are a fault of the form', () => {
    assert.equal(columnPlace(table('disputes'), 'corrected'), 1);
    assert.throws(() => columnPlace(table('disputes'), 'nothing'));
  });
});
