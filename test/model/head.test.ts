import assert from 'node:assert/strict';
import { readReport, type Head } from '../../model/index.ts';

const TITLE = '示范市2025年政府信息公开工作年度报告';

const head = (...lines: string[]): Head => readReport(lines.join('\n')).head;

/** Fields as `line key name=value`. */
const fields = ({ fields }: Head): string[] =>
  fields.map(({ line, key, name, value }) => `${line} ${key ?? '?'} ${name.text}=${value.text}`);

describe('model: fields', () => {
  it('stand below the title, in either width', () => {
    const { fields: found, ...rest } = head(
      TITLE,
      '',
      '机关：示范市人民政府',
      '年度 : 2025',
      '// 待核',
      '格式：２０２１ ',
      '发布日期:2026-01-20',
      '联系电话：',
    );
    assert.deepEqual(fields({ fields: found, furtherTitles: [] }), [
      '2 organ 机关=示范市人民政府',
      '3 year 年度=2025',
      '5 edition 格式=２０２１',
      '6 published 发布日期=2026-01-20',
      '7 phone 联系电话=',
    ]);
    assert.equal(rest.organ, '示范市');
    assert.equal(rest.edition, '2021');
    assert.deepEqual(found[1]?.name, { start: 0, end: 2, text: '年度' });
    assert.deepEqual(found[1].value, { start: 5, end: 9, text: '2025' });
  });

  it('say what the title does not', () => {
    const { organ, year, title } = head('机关：示范市', '年度：２０２０年度');
    assert.deepEqual({ organ, year, title }, { organ: '示范市', year: 2020, title: undefined });
    assert.equal(readReport('年度：2020').form.id, '2019');
    const untold = head('政府信息公开工作年度报告', '机关：示范市', '年度：2020');
    assert.deepEqual([untold.organ, untold.year], ['示范市', 2020]);
  });

  it('give way to the title', () => {
    const { organ, year } = head(TITLE, '机关：示范县', '年度：2020');
    assert.deepEqual([organ, year], ['示范市', 2025]);
  });

  it('name the edition whatever the year says', () => {
    assert.equal(readReport(`${TITLE}\n格式：2019`).form.id, '2019');
    assert.equal(readReport(`${TITLE}\n格式：1999`).form.id, '2021');
  });

  it('end where the prose begins', () => {
    assert.deepEqual(fields(head(TITLE, '各位代表：', '机关：示范市')), []);
    assert.deepEqual(fields(head(TITLE, '本报告所列数据：见下表', '机关：示范市')), []);
    assert.deepEqual(fields(head(TITLE, '　　机关：示范市', '年度：2025')), []);
    assert.deepEqual(fields(head(TITLE, '| 规章 | 3 |', '机关：示范市')), []);
    assert.deepEqual(fields(head(TITLE, '一、总体情况', '机关：示范市')), []);
  });

  it('are taken as such when their name is nearly right, or short', () => {
    assert.deepEqual(fields(head(TITLE, '发布日其：2026-01-20', '单位：示范市')), [
      '1 ? 发布日其=2026-01-20',
      '2 ? 单位=示范市',
    ]);
  });

  it('may stand beside one more title', () => {
    const found = head(TITLE, '示范县2024年政府信息公开工作年度报告', '机关：示范市');
    assert.deepEqual(found.furtherTitles, [1]);
    assert.deepEqual(fields(found), ['2 organ 机关=示范市']);
  });

  it('are none in an empty text', () => {
    assert.deepEqual(head(''), { fields: [], furtherTitles: [] });
  });
});
