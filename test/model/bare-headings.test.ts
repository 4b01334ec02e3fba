import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { readReport, type Block, type Heading } from '../../model/index.ts';

const blockOf = (...lines: readonly string[]): Block =>
  readReport(['示范市2025年政府信息公开工作年度报告', ...lines].join('\n')).blocks[1]!;

const places = ({ ordinal, title }: Heading): unknown => [
  ordinal.start,
  ordinal.end,
  title.start,
  title.end,
  title.text,
];

describe('model: the places of headings', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ['总体情况', [0, 0, 0, 4, '总体情况']],
    ['一、总体情况', [0, 2, 2, 6, '总体情况']],
    ['4.  总体情况 ', [0, 4, 4, 8, '总体情况']],
  ];
  for (const [line, expected] of cases) {
    it(`are those of ${JSON.stringify(line)}`, () => assert.deepEqual(places(blockOf(line).heading!), expected));
  }
});

describe('model: headings of one edition alone', () => {
  it('begin a section in a report of any', () => {
    const [older, newer] = forms;
    const [first, ...others] = older!.sections;
    const editions = [{ ...older!, sections: [{ ...first!, title: '工作概述' }, ...others] }, newer!];
    const { form, blocks } = readReport('示范市2025年政府信息公开工作年度报告\n1、工作概述', editions);
    assert.deepEqual([form.id, blocks[1]?.heading?.match?.section.title], [newer!.id, '工作概述']);
  });
});

describe('model: parts', () => {
  const partsOf = (...lines: readonly string[]): unknown[] =>
    blockOf('一、总体情况', ...lines).parts.map(({ line, ordinal, title, form }) => [
      line,
      ordinal,
      title.text,
      form?.title,
    ]);

  it('are known by their titles, by words that go on behind them, and by words like them', () => {
    assert.deepEqual(
      partsOf(
        '（一）主动公开',
        '话',
        '(二) 依申请公开工作',
        '（三）政府信息管里',
        '（四）附件',
        '（五）',
        '（甲）主动公开',
      ),
      [
        [1, 1, '主动公开', '主动公开'],
        [3, 2, '依申请公开工作', '依申请公开'],
        [4, 3, '政府信息管里', '政府信息管理'],
        [5, 4, '附件', undefined],
        [6, 5, '', undefined],
      ],
    );
  });

  it('of a section that has none are parts all the same', () => {
    const [part] = blockOf('五、存在的主要问题及改进情况', '（一）主动公开').parts;
    assert.deepEqual([part?.title.text, part?.form], ['主动公开', undefined]);
  });
});
