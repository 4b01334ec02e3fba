import assert from 'node:assert/strict';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE, windows } from '../snippets.ts';

const rule = 'missing-title';

describe('rule: missing-title', () => {
  it('is asked for in a text without any', () => {
    finds(rule, '⟦⟧');
    finds(rule, '\n\n⟦一、总体情况⟧\n');
    finds(rule, '⟦| 行政许可 | 4 |⟧\n');
    finds(rule, '// 初稿\n\n⟦（一）主动公开⟧\n');
  });

  it('is what the first words are, whatever they say', () => {
    finds(rule, '通知\n');
    finds(rule, `# ${TITLE}\n`);
    finds(rule, `\ufeff${TITLE}\n`);
    finds(rule, `\n// 初稿\n\n${TITLE}\n`);
  });

  it('is made from the fields that stand in its place', () => {
    const source = lines('⟦机关：示范市⟧', '年度：２０２５', '', '一、总体情况');
    finds(rule, source);
    assert.equal(mended(rule, source), lines(TITLE, '', '机关：示范市', '年度：２０２５', '', '一、总体情况'));
    assert.equal(mended(rule, windows(source)).split('\r\n')[0], TITLE);
    assert.doesNotMatch(mended(rule, windows(source)), /[^\r]\n/);
    assert.ok(mended(rule, `\ufeff${source}`).startsWith(`\ufeff${TITLE}\n`));
  });

  it('is not made up from one field alone', () => {
    for (const field of ['机关：示范市', '年度：2025']) {
      const [finding] = finds(rule, `⟦${field}⟧\n`);
      assert.equal(finding?.mends, undefined);
    }
  });
});
