import assert from 'node:assert/strict';
import { newReport } from '../../../service/index.ts';
import { finds, mended } from '../../kit/index.ts';
import { lines } from '../snippets.ts';

const rule = 'missing-part';
const five = [
  '（一）主动公开。公开12条。',
  '（二）依申请公开。无。',
  '（三）政府信息管理。定期清理。',
  '（四）政府信息公开平台建设。已改版。',
  '（五）监督保障。已培训。',
];

describe('rule: missing-part', () => {
  it('has nothing to say of five parts, however they are written', () => {
    finds(rule, lines('一、总体情况', ...five));
    finds(rule, lines('一、总体情况', '(一)主动公开', '甲', '(二) 依申请公开：无', ...five.slice(2)));
    finds(
      rule,
      lines('一、总体情况', ...five.slice(0, 3), '（四）平台建设方面。已改版。', '（五）监督保障情况。已培训。'),
    );
    finds(rule, lines('一、总体情况', ...five.slice(0, 4), '（六）监督保障。序号错了。'));
  });

  it('finds one and puts its heading where it belongs', () => {
    const source = lines('⟦一、总体情况⟧', ...five.filter((_, i) => i !== 2));
    finds(rule, source);
    assert.equal(
      mended(rule, source),
      lines('一、总体情况', five[0]!, five[1]!, '', '（三）政府信息管理', five[3]!, five[4]!),
    );
  });

  it('puts it behind what is said before it, ahead of the blank lines', () => {
    const source = lines('一、总体情况', '', five[0]!, '　　甲。', '', five[2]!, '', five[4]!);
    assert.equal(
      mended(rule, source),
      lines(
        '一、总体情况',
        '',
        five[0]!,
        '　　甲。',
        '',
        '（二）依申请公开',
        '',
        five[2]!,
        '',
        '（四）政府信息公开平台建设',
        '',
        five[4]!,
      ),
    );
  });

  it('puts the last one at the text’s end', () => {
    const four = `一、总体情况\n${five.slice(0, 4).join('\n')}`;
    assert.equal(mended(rule, four), `${four}\n\n（五）监督保障`);
  });

  it('finds several as one', () => {
    const source = lines('⟦一、总体情况⟧', '', five[1]!);
    const [finding] = finds(rule, source);
    assert.equal(finding?.severity, 'information');
    assert.deepEqual(mended(rule, source).match(/^（.）/gm), ['（一）', '（二）', '（三）', '（四）', '（五）']);
  });

  it('puts in none where the numbers are taken by other parts', () => {
    const [finding] = finds(rule, lines('⟦一、总体情况⟧', '（一）加强领导。已配专人。', '（二）用好载体。已改版。'));
    assert.equal(finding?.mends, undefined);
  });

  it('finds prose without parts, which nobody can part but its writer', () => {
    const [finding] = finds(rule, lines('⟦一、总体情况⟧', '　　全年公开信息12条。'));
    assert.equal(finding?.mends, undefined);
  });

  it('lets a blank form be', () => finds(rule, newReport({ organ: '示范市', year: 2025 }).text));

  it('asks for no parts in other sections', () => finds(rule, lines('五、存在的主要问题及改进情况', '（一）问题。')));
});
