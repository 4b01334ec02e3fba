import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { forms, tablesOf, valueRows } from '../../forms/index.ts';
import { toJson, type ReportJson } from '../../convert/index.ts';
import { checkText } from '../../service/index.ts';
import { makeReport } from '../kit/index.ts';
import { applications, disputes, licensing, lines, normative, TITLE } from '../rules/snippets.ts';

const json = (text: string): ReportJson => toJson(checkText(text).report);

/** The value at an address such as `applications.refused.secret.total`. */
function cell({ tables }: ReportJson, address: string): number | null | undefined {
  const [table = '', ...rest] = address.split('.');
  const column = rest.pop() ?? '';
  return tables[table]?.[rest.join('.')]?.[column];
}

const right = json(readFileSync(new URL('../../examples/right.nianbao', import.meta.url), 'utf8'));

describe('a report as JSON', () => {
  it('says what it is a report of', () => {
    const { edition, title, organ, year } = right;
    assert.deepEqual(
      { edition, title, organ, year },
      { edition: '2021', title: '示范县2025年政府信息公开工作年度报告', organ: '示范县', year: 2025 },
    );
  });

  it('says nothing of what the report does not', () => {
    const named = (text: string): unknown => {
      const { title, organ, year } = json(text);
      return { title, organ, year };
    };
    assert.deepEqual(named('一、总体情况\n'), { title: '', organ: null, year: null });
    assert.deepEqual(named(`# ${TITLE} \n`), { title: TITLE, organ: '示范市', year: 2025 });
  });

  it('has the sections under their official headings, with their words', () => {
    assert.deepEqual(
      right.sections.map(({ id }) => id),
      ['overview', 'disclosure', 'applications', 'disputes', 'problems', 'others'],
    );
    assert.equal(right.sections[5]?.title, '六、其他需要报告的事项');
    const others = right.sections.at(-1);
    assert.match(others?.text ?? '', /^本年度发出收费通知0件/);
    assert.equal(right.sections[1]?.text, '');
  });

  it('has the numbers by table, row and column, with flat keys for rows', () => {
    const { tables } = right;
    assert.deepEqual(Object.keys(tables), [
      'normative',
      'licensing',
      'enforcement',
      'fees',
      'applications',
      'disputes',
    ]);
    assert.deepEqual(tables.normative, {
      regulation: { issued: 0, repealed: 0, inForce: 0 },
      document: { issued: 12, repealed: 9, inForce: 86 },
    });
    assert.deepEqual(tables.fees, { fee: { amount: 2864.37 } });
    assert.deepEqual(tables.applications?.['refused.caseFile'], {
      person: 6,
      business: 0,
      research: 0,
      charity: 0,
      legal: 1,
      other: 0,
      total: 7,
    });
  });

  it('has the same numbers as the report was made from, in either edition', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { form, text, grids } = makeReport(seed);
      const { tables } = json(text);
      for (const table of tablesOf(form)) {
        const numbers = valueRows(table).flatMap(({ key }) =>
          table.columns.map(column => tables[table.id]?.[key]?.[column.key]),
        );
        const truth = grids.get(table.id)?.map(number => number + 0); // -0 is 0
        assert.deepEqual(numbers, truth, `seed ${seed}, ${table.id}`);
      }
    }
  });

  it('has every row and column of a table that is there, and no table that is not', () => {
    const report = json(lines(TITLE) + disputes('| 行政复议 | 1 | 0 | 0 | 0 | 1 |'));
    assert.deepEqual(Object.keys(report.tables), ['disputes']);
    assert.deepEqual(Object.keys(report.tables.disputes ?? {}), ['review', 'direct', 'afterReview']);
    assert.equal(cell(report, 'disputes.direct.total'), null);
  });

  it('has null where there is no number, or it cannot be known which', () => {
    const report = json(
      normative('| 规章 |  | 若干 | 1e5 |', '| 行政规范性文件 | 3 | 5 |') +
        disputes('| 行政复议 | 1 | 0 | 0 | 0 | = |', '| 复议后起诉 | = | 0 | 0 | 0 | 1 |').replace(/^.*\n/, ''),
    );
    assert.deepEqual(report.tables.normative, {
      regulation: { issued: null, repealed: null, inForce: null },
      document: { issued: null, repealed: null, inForce: null },
    });
    assert.equal(cell(report, 'disputes.afterReview.upheld'), null);
  });

  it('has computed cells as their numbers, and null where one of their addends is blank', () => {
    const report = json(
      applications(
        '| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 1 | = |',
        '| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 |  | 0 | 0 | = |',
        '| （七）总计 | 7 | 0 | 0 | 0 | 0 | 0 | = |',
        '| 四、结转下年度继续办理 | = | = | = | = | = | = | = |',
      ),
    );
    assert.equal(cell(report, 'applications.received.total'), 10);
    assert.equal(cell(report, 'applications.carriedIn.total'), null);
    assert.equal(cell(report, 'applications.carriedOut.person'), 3);
    assert.equal(cell(report, 'applications.carriedOut.charity'), null);
  });

  it('has what is only written in another way as the number that it means', () => {
    const value = (text: string): unknown =>
      cell(json(licensing(`| 行政许可 | ${text} |`)), 'licensing.licence.decisions');
    assert.deepEqual(['1,234', '１２', '3件', '无', '-0'].map(value), [1234, 12, 3, 0, 0]);
    assert.ok(!Object.is(value('-0'), -0));
  });

  it('prints quotes as numbers, and those that mean nothing as they stand', () => {
    const prose =
      '　　{机关}{年度}年新收｛本年新收｝件，自然人{本年新收.自然人-上年结转.自然人}件，{无此行}{上年结转}。';
    const source =
      lines(TITLE, '', '一、总体情况', prose) +
      applications(
        '| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 1 | = |',
        '| 二、上年结转政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 |  |',
      );
    assert.equal(json(source).sections[0]?.text, '示范市2025年新收10件，自然人5件，{无此行}{上年结转}。');
  });

  it('has words without marks, escapes, comments and rows', () => {
    const source = lines(
      TITLE,
      '一、总体情况',
      '// 内部',
      '（一）主动公开。**公开**\\{12\\}条。',
      '　　两个*字*和一个\\|。',
      '',
      '| 甲 | 1 |',
    );
    assert.equal(json(source).sections[0]?.text, '（一）主动公开。公开{12}条。\n两个*字*和一个|。');
  });

  it('takes the table of its own section, where it stands in two', () => {
    const [, , ...stray] = disputes('| 行政复议 | 9 | 0 | 0 | 0 | 9 |').trimEnd().split('\n');
    const source =
      lines('三、收到和处理政府信息公开申请情况', '', ...stray) + disputes('| 行政复议 | 1 | 0 | 0 | 0 | 1 |');
    assert.equal(cell(json(source), 'disputes.review.total'), 1);
  });

  it('names tables of another edition by that edition’s keys', () => {
    const report = json(readFileSync(new URL('../corpus/sample-004.nianbao', import.meta.url), 'utf8'));
    assert.equal(report.edition, '2021');
    assert.deepEqual(report.tables.normative?.document, { made: 0, published: 0, total: 0 });
    assert.equal(cell(report, 'applications.other.total'), 0);
  });

  it('is there for any text', () => {
    assert.deepEqual(json(''), {
      edition: forms.at(-1)?.id,
      title: '',
      organ: null,
      year: null,
      sections: [],
      tables: {},
    });
    const odd = json('七、附件\n　　甲\n');
    assert.deepEqual(odd.sections, [{ id: null, title: '七、附件', text: '甲' }]);
  });

  it('survives being written and read again', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(right)), right);
  });
});
