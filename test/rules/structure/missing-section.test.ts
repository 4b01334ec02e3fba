import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { lines, TITLE, TITLE_2019, windows } from '../snippets.ts';

const rule = 'missing-section';
const blank = newReport({ organ: '示范市', year: 2025 }).text;

/** The blank report without some sections, by their ordinals. */
const without = (...ordinals: readonly string[]): string =>
  blank
    .split(/^(?=[一二三四五六]、)/m)
    .filter(block => !ordinals.includes(block[0] ?? ''))
    .join('')
    .trimEnd() + '\n';

describe('rule: missing-section', () => {
  it('has nothing to say of the blank form', () => finds(rule, blank));

  it('finds one in the middle, behind the section before it, and puts it in its place', () => {
    finds(rule, without('四').replace('三、收到和处理政府信息公开申请情况', '⟦$&⟧'));
    assert.equal(mended(rule, without('四')), blank);
  });

  it('finds the first behind the head, and the last behind the one before', () => {
    finds(rule, without('一').replace(TITLE, '⟦$&⟧'));
    finds(rule, without('六').replace('五、存在的主要问题及改进情况', '⟦$&⟧'));
    assert.equal(mended(rule, without('一')), blank);
    assert.equal(mended(rule, without('六')), blank);
  });

  it('sets it off from what stands above it', () => {
    const [, second = '', third = ''] = /^(二、.*)[^]*^(三、.*)/m.exec(blank) ?? [];
    const above = (text: string): string => mended(rule, text).split(second)[0] ?? '';
    assert.equal(above(lines(TITLE, '一、总体情况', '甲。', third)), lines(TITLE, '一、总体情况', '甲。', ''));
    assert.equal(above(lines(TITLE, '一、总体情况', '', third)), lines(TITLE, '一、总体情况', ''));
    assert.ok(mended(rule, `${second}\n`).startsWith('一、总体情况\n'));
    assert.ok(mended(rule, lines(TITLE, second)).startsWith(lines(TITLE, '', '一、总体情况')));
  });

  it('finds each of several, and puts all of them in', () => {
    finds(rule, without('三', '四').replace('二、主动公开政府信息情况', '⟦⟦$&⟧⟧'));
    assert.equal(mended(rule, without('三', '四')), blank);
    assert.equal(mended(rule, without('一', '三', '四', '六')), blank);
  });

  it('finds all six where there is nothing but a title, or not even that', () => {
    finds(rule, `⟦⟦⟦⟦⟦⟦${TITLE}⟧⟧⟧⟧⟧⟧\n`);
    finds(rule, '⟦⟦⟦⟦⟦⟦⟧⟧⟧⟧⟧⟧');
    assert.equal(mended(rule, ''), `${blank.slice(blank.indexOf('一、'))}\n`);
    assert.ok(mended(rule, `${TITLE}\n`).startsWith(`${TITLE}\n\n`));
    assert.deepEqual(mended(rule, `${TITLE}\n`).match(/^[一二三四五六]、/gm), [
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
  });

  it('finds the heading lost above a table, where the table stands', () => {
    const headless = blank.replace('四、政府信息公开行政复议、行政诉讼情况\n\n', '');
    const header = /^\| 案件类型.*$/m.exec(headless)![0];
    finds(rule, headless.replace(header, `⟦${header}⟧`));
    assert.equal(mended(rule, headless), blank);
  });

  it('sets a heading that was lost off from what stands above it', () => {
    const [, table = ''] = /(\| 案件类型[^]*)\n\n五、/.exec(blank) ?? [];
    const source = lines(TITLE, '', '一、总体情况', '　　公开为先。', table);
    assert.ok(mended(rule, source).includes('　　公开为先。\n\n四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型'));
  });

  it('offers no place among sections that are out of order', () => {
    const source = lines(
      `⟦⟦⟦${TITLE}⟧⟧⟧`,
      '',
      '⟦五、存在的主要问题及改进情况⟧',
      '四、政府信息公开行政复议、行政诉讼情况',
    );
    const findings = finds(rule, source);
    assert.ok(findings.every(finding => finding.mends === undefined));
  });

  it('puts in the tables of the year’s edition', () =>
    assert.match(mended(rule, `${TITLE_2019}\n`), /^\| 政府集中采购 +\| +\| +\|$/m));

  it('keeps the line endings', () => assert.equal(mended(rule, windows(without('四'))), windows(blank)));

  it('takes a section with a wrong number or title as there', () => {
    finds(rule, blank.replace('四、', '4. '));
    finds(rule, blank.replace('一、总体情况', '一、政府信息公开总体情况'));
    finds(rule, blank.replace('一、总体情况', '一、总休情况'));
  });

  it('does not take an indented line for a heading', () => {
    const source = lines(TITLE, '', '　　一、总体情况');
    assert.match(mended(rule, source), /^一、总体情况$/m);
  });
});
