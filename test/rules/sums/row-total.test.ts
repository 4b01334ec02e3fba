import assert from 'node:assert/strict';
import { finds, findingsOf, marked, mended } from '../../kit/index.ts';
import { applications, lines, TITLE_2019, windows } from '../snippets.ts';

const rule = 'row-total';
const carriedIn = (cells: string): string => applications(`| 二、上年结转政府信息公开申请数量 ${cells}`);

describe('rule: row-total', () => {
  it('finds a total that its columns do not make, and sets it', () => {
    const source = carriedIn('| 1 | 2 | 3 | 4 | 5 | 6 | ⟦20⟧ |');
    const [finding] = finds(rule, source);
    assert.deepEqual([finding?.expected, finding?.actual, finding?.suspect], [21, 20, undefined]);
    assert.match(finding?.message.zh ?? '', /为 20，各列之和为 21/);
    assert.deepEqual(finding?.cells?.slice(0, 2), ['applications.carriedIn.total', 'applications.carriedIn.person']);
    assert.equal(finding.related?.length, 6);
    assert.equal(mended(rule, source), carriedIn('| 1 | 2 | 3 | 4 | 5 | 6 | 21 |'));
    finds(rule, windows(source));
  });

  it('reads full-width forms, separators and numbers with a unit', () => {
    finds(rule, carriedIn('｜１，０００｜２３４｜０｜０｜０｜０｜1,234｜'));
    finds(rule, carriedIn('｜１，０００｜２３４｜０｜０｜０｜０｜⟦１２３５⟧｜'));
    finds(rule, carriedIn('| 3件 | / | 0 | 0 | 0 | 0 | 3 |'));
  });

  it('says nothing while a blank leaves it open', () => {
    finds(rule, carriedIn('| 1 |  | 0 | 0 | 0 | 0 | 5 |'));
    finds(rule, carriedIn('| 1 | 1 | 0 | 0 | 0 | 0 |  |'));
  });

  it('says what the part that is known contradicts already, and offers no number', () => {
    const [finding] = finds(rule, carriedIn('| 4 | 2 |  | 0 | 0 | 0 | ⟦5⟧ |'));
    assert.deepEqual([finding?.expected, finding?.actual, finding?.mends], [undefined, 5, undefined]);
    assert.equal(finding?.related?.length, 5);
    assert.match(finding.message.zh, /为 5，已填各列之和 6 已经超过它/);
  });

  it('computes =, and finds nothing in it', () => {
    finds(rule, carriedIn('| 1 | 2 | 3 | 4 | 5 | 6 | = |'));
  });

  it('follows a head in another order', () => {
    const source = carriedIn('| ⟦7⟧ | 1 | 0 | 0 | 0 | 0 | 5 |').replace(
      /\| 申请人情况.*/,
      '| 申请人情况 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 自然人 |',
    );
    finds(rule, source);
    assert.match(mended(rule, source), /情况 \|.*\n\|[^|]*\| 6 \| 1 /);
  });

  it('looks at the row of a misspelt label, not at a second one or one of no form', () => {
    finds(rule, applications('| 二、上年结转政府信息公开数量 | 1 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧ |'));
    finds(
      rule,
      applications('| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |'),
    );
    finds(rule, applications('| 电话咨询情况 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |'));
  });

  it('looks at the first and the last row, and at the row （六） of 2019', () => {
    finds(rule, applications('| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧ |'));
    finds(rule, applications('| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧ |'));
    finds(rule, lines(TITLE_2019) + applications('| （六）其他处理 | 1 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧ |'));
  });

  it('can be silenced', () => {
    const source = carriedIn('| 1 | 0 | 0 | 0 | 0 | 0 | 2 |').replace(
      '| 二、',
      '// 忽略：row-total 原始台账如此\n| 二、',
    );
    assert.deepEqual(findingsOf(marked(source).text, rule), []);
  });
});
