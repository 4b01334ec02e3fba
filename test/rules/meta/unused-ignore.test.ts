import assert from 'node:assert/strict';
import type { Settings } from '../../../rules/index.ts';
import { checkText } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { disputes, licensing, lines, TITLE, windows } from '../snippets.ts';

const rule = 'unused-ignore';
const wrong = '| 行政复议 | 1 | 0 | 0 | 2 | 4 |';
const right = '| 行政复议 | 1 | 0 | 0 | 2 | 3 |';

describe('rule: unused-ignore', () => {
  it('finds a silence that silences nothing, and deletes it', () => {
    const source = disputes('// 忽略：⟦dispute-total⟧ 已核', right);
    finds(rule, source);
    assert.equal(mended(rule, source), disputes(right));
    assert.equal(mended(rule, windows(source)), windows(disputes(right)));
    finds(rule, disputes('// 忽略：dispute-total 已核', wrong));
  });

  it('leaves the byte-order mark where it is', () => {
    const source = lines('// 忽略：fraction 已核', TITLE);
    assert.equal(mended(rule, `\ufeff${source}`), `\ufeff${lines(TITLE)}`);
  });

  it('finds the one of several that has no use, and leaves the others', () => {
    const [finding] = finds(rule, disputes('// 忽略：dispute-total、⟦row-label⟧ 已核', wrong));
    assert.equal(finding?.mends, undefined);
  });

  it('finds a rule that there is not, and offers the nearest as a guess', () => {
    const source = disputes('// 忽略：⟦dispute-totals⟧ 已核', right);
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends?.[0]?.guess, true);
    assert.equal(mended(rule, source), disputes('// 忽略：dispute-total 已核', right));
  });

  it('offers none where none is near', () => {
    const [finding] = finds(rule, disputes('// 忽略：⟦disputes-and-more⟧ 已核', right));
    assert.equal(finding?.mends, undefined);
  });

  it('says nothing of a rule that is not asked', () => {
    const source = disputes('// 忽略：dispute-total 已核', right);
    const found = (rules: Settings['rules']): number =>
      checkText(source, { rules, ignore: [] }).findings.filter(one => one.rule === rule).length;
    assert.deepEqual([found({}), found({ 'dispute-total': 'off' }), found({ balance: 'off' })], [1, 0, 1]);
  });

  it('finds one without a rule', () => {
    finds(rule, disputes('⟦// 忽略：⟧', wrong));
    finds(rule, disputes('⟦// 忽略：已核⟧', wrong));
  });

  it('asks for a reason, kindly', () => {
    const [finding] = finds(rule, disputes('⟦// 忽略：dispute-total⟧', wrong));
    assert.equal(finding?.severity, 'information');
  });

  it('finds one for the whole file below the first section, once', () => {
    finds(rule, disputes('⟦// 忽略全文：dispute-total 已核⟧', wrong));
    finds(rule, disputes('⟦// 忽略全文：dispute-total⟧', wrong));
    finds(rule, lines(TITLE, '// 忽略全文：dispute-total 已核') + disputes(wrong));
    finds(rule, lines(TITLE, '// 忽略全文：⟦dispute-total⟧ 已核') + disputes(right));
  });

  it('finds one with nothing below it', () => {
    const source = licensing('| 行政许可 | 4 |', '// 忽略：⟦fraction⟧ 已核');
    finds(rule, source);
    finds(rule, source.trimEnd());
  });

  it('has nothing against one for the line and one for the file, which both have their use', () =>
    finds(rule, lines(TITLE, '// 忽略全文：dispute-total 已核') + disputes('// 忽略：dispute-total 已核', wrong)));

  it('takes the only comment of a text away, and leaves the byte-order mark', () => {
    assert.equal(mended(rule, '\ufeff// 忽略：fraction 已核'), '\ufeff');
  });

  it('can itself be silenced', () =>
    finds(rule, lines(TITLE, '// 忽略全文：unused-ignore 模板自带', '// 忽略全文：fraction 模板自带')));

  it('is silenced for the whole text only, since a comment is for the line below the comments', () =>
    finds(rule, disputes('// 忽略：⟦unused-ignore⟧ 已核', '// 忽略：⟦fraction⟧ 已核', right)));

  it('takes a comment that only speaks of it for a comment', () =>
    finds(rule, disputes('// 请勿忽略：dispute-total', wrong)));
});
