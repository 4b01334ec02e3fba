import assert from 'node:assert/strict';
import { finds } from '../../kit/index.ts';
import { applications } from '../snippets.ts';
import { full } from './tables.ts';

const rule = 'result-total';

describe('rule: result-total', () => {
  it('has nothing against a table that adds up', () => finds(rule, applications(...full())));

  it('finds the total of each column that fails', () => {
    const source = applications(
      ...full({
        '（七）总计': '⟦12⟧ | 0 | 0 | 0 | 0 | 0 | ⟦12⟧',
        '一、本年新收政府信息公开申请数量': '13 | 0 | 0 | 0 | 0 | 0 | 13',
      }),
    );
    const findings = finds(rule, source);
    assert.deepEqual(
      findings.map(({ expected, actual, cells }) => [expected, actual, cells?.[0]]),
      [
        [10, 12, 'applications.concluded.person'],
        [10, 12, 'applications.concluded.total'],
      ],
    );
    assert.match(findings[0]?.message.zh ?? '', /为 12，各项办理结果之和为 10/);
  });

  it('is joined into the finding of the one cell that explains it', () => {
    const source = applications(...full({ '（一）予以公开': '⟦3⟧ | 0 | 0 | 0 | 0 | 0 | 2' }));
    const [finding] = finds('row-total', source);
    assert.deepEqual(finding?.suspect, { cell: 'applications.granted.person', expected: 2, mends: 2 });
    finds(rule, source.replace(/[⟦⟧]/g, ''));
  });

  it('leaves the sum open where a row is blank, unless the others are too many', () => {
    finds(
      rule,
      applications(...full({ '（一）予以公开': ' | 0 | 0 | 0 | 0 | 0 | ', '2.重复申请': '0 | 0 | 0 | 0 | 0 | 0 | 0' })),
    );
    const findings = finds(
      rule,
      applications('| （一）予以公开 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |', '| （七）总计 | ⟦5⟧ | 0 | 0 | 0 | 0 | 0 | ⟦5⟧ |'),
    );
    assert.ok(findings.every(({ expected, mends }) => expected === undefined && mends === undefined));
    assert.match(findings[0]?.message.zh ?? '', /为 5，已填各项结果之和 6 已经超过它/);
  });

  it('computes =, also from computed rows', () => {
    finds(
      rule,
      applications(
        ...full({ '（七）总计': '= | = | = | = | = | = | =', '（一）予以公开': '2 | 0 | 0 | 0 | 0 | 0 | =' }),
      ),
    );
  });

  it('counts the row （六） of 2019 and not the label of its group', () => {
    const rows = [
      '| （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |',
      '| （六）其他处理 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
      '| （七）总计 | ⟦5⟧ | 0 | 0 | 0 | 0 | 0 | ⟦5⟧ |',
    ];
    finds(rule, `示范市2020年政府信息公开工作年度报告\n${applications(...rows)}`);
  });
});
