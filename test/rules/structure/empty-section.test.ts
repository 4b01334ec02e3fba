import { newReport } from '../../../service/index.ts';
import { finds } from '../../kit/index.ts';
import { licensing, lines } from '../snippets.ts';

const rule = 'empty-section';
const begun = lines('一、总体情况', '', '　　全年发布信息12条。', '');

describe('rule: empty-section', () => {
  it('lets a blank form be', () => finds(rule, newReport({ organ: '示范市', year: 2025 }).text));

  it('finds sections of prose without a word, as soon as anything is written', () => {
    finds(rule, `${begun}⟦六、其他需要报告的事项⟧\n`);
    finds(rule, lines('⟦一、总体情况⟧', '', '（一）主动公开', '') + licensing('| 行政许可 | 4 |'));
  });

  it('does not take a comment for a word', () => {
    finds(rule, `${begun}⟦六、其他需要报告的事项⟧\n\n// 问财政所\n`);
    finds(rule, lines('一、总体情况', '', '// 待写', '', '六、其他需要报告的事项'));
  });

  it('takes a paragraph, a part with words, or a table', () => {
    finds(rule, `${begun}六、其他需要报告的事项\n　　无。\n`);
    finds(rule, `${begun}六、其他需要报告的事项\n（一）收费。未收取。\n`);
    finds(rule, `${begun}六、其他需要报告的事项\n| 事项 | 件数 |\n`);
  });

  it('leaves sections of tables to other rules', () => finds(rule, `${begun}二、主动公开政府信息情况\n`));
});
