import assert from 'node:assert/strict';
import { isOfReport, readReport, tellingLines } from '../../model/index.ts';

/** Whether what is said of an organ is taken for what the report of another says of its own. */
function isSaidOf(named: string, organ: string): boolean {
  const { blocks, form, head } = readReport(
    [`${organ}2025年政府信息公开工作年度报告`, '一、总体情况', `　　${named}收到政府信息公开申请12件。`].join('\n'),
  );
  assert.equal(head.organ, organ);
  const [statement] = blocks.flatMap(block => tellingLines(block, form)).flatMap(({ told }) => told.statements);
  return statement !== undefined && isOfReport(statement, head);
}

describe('model: organs in prose', () => {
  const cases: readonly (readonly [organ: string, own: readonly string[], others: readonly string[]])[] = [
    [
      '示范县',
      ['全县', '我县', '示范县', '县政府及其部门', '县政府和各部门'],
      ['全市', '全州', '全盟', '全省', '市政府及其部门'],
    ],
    ['示范 县', ['全县', '示范县'], ['全市']],
    ['示范县人民政府', ['全县', '县政府及其部门'], ['县政府', '全市']],
    ['示范市', ['全市', '全县'], ['全州', '全省']],
    ['示范区', ['全区'], ['全市']],
    ['示范旗', ['全旗'], ['全盟']],
    ['示范州', ['全州', '全盟', '全市'], ['全省']],
    ['示范省', ['全省', '全州'], []],
    ['示范自治区', ['全区'], []],
    ['示范开发区管委会', ['全区', '开发区', '管委会'], ['全市']],
    ['示范开发区管理委员会', ['全区', '管委会'], ['全市']],
    ['示范镇', ['全镇', '镇政府', '示范镇'], ['全县', '县政府']],
    ['示范街道办事处', ['全街道', '示范街道'], ['全区']],
    // A town is named with what it belongs to or without; another town is another.
    ['示范县石桥镇人民政府', ['镇政府', '石桥镇人民政府', '石桥镇', '示范县石桥镇'], ['青岚镇', '全县', '县政府']],
    ['石桥镇', ['示范县石桥镇', '石桥镇'], ['青岚镇']],
    [
      '示范县',
      [],
      ['石桥镇', '示范县石桥镇', '县教育局', '示范县教育局', '县政府办公室', '县直机关', '县国家安全局', '县级'],
    ],
    // Their names hold words that mean something else in other places.
    ['示范县', [], ['县政务服务中心', '县住房和城乡建设局', '县政务服务和大数据管理局', '县信访局']],
    ['示范市', ['示范省示范市'], ['石桥区', '青岚县']],
    // Of an office, other words may be short for its name; what is not may be another's.
    [
      '示范县教育局',
      ['县教育局', '教育局', '局机关', '全局', '全系统', '示范市示范县教育局'],
      ['全县', '县', '县政府及其部门', '示范县教育局招生办', '县教体局', '县住建局', '县第一中学'],
    ],
    ['示范县住房和城乡建设局', ['县住房和城乡建设局', '县住建局', '住建局'], ['县自然资源和规划局', '市住建局']],
    ['示范市国家安全局', ['市国家安全局'], ['市公安局']],
    ['示范县人民政府办公室', ['县政府办公室'], ['全县']],
  ];
  for (const [organ, own, others] of cases) {
    it(`of the report of ${organ}`, () => {
      const named = [...own, ...others];
      assert.deepEqual(
        named.filter(one => isSaidOf(one, organ)),
        own,
      );
    });
  }

  it('are whatever may say of what a number is a part', () => {
    assert.ok(!isSaidOf('征地拆迁方面', '示范县'));
    assert.ok(!isSaidOf('市场监管领域', '示范县'));
    assert.ok(isSaidOf('本年度内', '示范县'));
  });
});
