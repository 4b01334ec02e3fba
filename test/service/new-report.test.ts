import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { forms, tablesOf } from '../../forms/index.ts';
import { toJson } from '../../convert/index.ts';
import { checkText, formatText, newReport } from '../../service/index.ts';
import { makeReport, seeded, writeReport } from '../kit/index.ts';

const right = readFileSync(new URL('../../examples/right.nianbao', import.meta.url), 'utf8');

describe('a new report', () => {
  for (const form of forms) {
    const year = form.years.to ?? form.years.from + 4;

    it(`of ${year} is the blank form ${form.id}, canonical, with nothing to say but that it is blank`, () => {
      const { text, notes } = newReport({ organ: '示范市', year });
      const { report, findings } = checkText(text);
      assert.deepEqual(new Set(findings.map(({ rule }) => rule)), new Set(['blank-cell']));
      assert.deepEqual([report.form.id, report.head.organ, report.head.year], [form.id, '示范市', year]);
      assert.deepEqual(formatText(text), { text, unsafe: false });
      assert.deepEqual(notes, []);
      assert.match(text, new RegExp(`${year}年1月1日至${year}年12月31日`));
    });
  }

  it('takes another edition than the year’s when asked, and the first for a year before all', () => {
    assert.equal(toJson(checkText(newReport({ organ: '示范市', year: 2008 }).text).report).edition, '2019');
    const { text } = newReport({ organ: '示范市', year: 2025, edition: '2019' });
    assert.match(text, /政府集中采购/);
  });
});

describe('a new report from last year’s', () => {
  const { text, notes } = newReport({ organ: '示范县', year: 2026, from: right });

  it('carries over what was not concluded, and nothing else', () => {
    for (let seed = 0; seed < 20; seed++) {
      const last = makeReport(seed);
      const made = newReport({ organ: last.organ, year: last.year + 1, from: last.text });
      const { tables } = toJson(checkText(made.text).report);
      const before = toJson(checkText(last.text).report).tables;
      assert.deepEqual(tables.applications?.carriedIn, before.applications?.carriedOut, `seed ${seed}`);
      const others = Object.values({ ...tables, applications: { ...tables.applications, carriedIn: {} } });
      const numbers = others.flatMap(rows => Object.values(rows)).flatMap(cells => Object.values(cells));
      assert.ok(numbers.every(number => number === null));
      assert.deepEqual(made.notes, []);
    }
  });

  it('has nothing to say but that it is not written yet, and is canonical', () => {
    const found = new Set(checkText(text).findings.map(({ rule }) => rule));
    assert.deepEqual(found, new Set(['blank-cell', 'empty-section']));
    assert.deepEqual(formatText(text), { text, unsafe: false });
    assert.deepEqual(notes, []);
  });

  it('writes what was in force beside its cell, as a comment', () => {
    assert.match(text, /^\/\/ .*现行有效件数 86\n\| 行政规范性文件 \|/m);
    assert.match(text, /^\/\/ .*现行有效件数 0\n\| 规章 /m);
  });

  it('writes no stock that the old edition counted otherwise', () => {
    const { organ, text: last } = makeReport(3, forms[0]);
    const made = newReport({ organ, year: 2021, from: last }).text;
    assert.doesNotMatch(made, /^\/\/ .*(?:现行有效|对外公开总数量)/m);
  });

  it('raises the year in title and period, and leaves the numbers of notices', () => {
    const head = [
      '示范县2024年政府信息公开工作年度报告',
      '',
      '年度：2024',
      '',
      '　　依据2024年要点（政办〔2024〕5号、[2024]6号、（2024）7号）编制，期限为 2024 年1月1日至2024年12月31日，2023年的另报。',
    ];
    const raised = newReport({ organ: '示范县', year: 2025, from: `${head.join('\n')}\n` }).text.split('\n');
    assert.equal(raised[0], '示范县2025年政府信息公开工作年度报告');
    assert.ok(
      raised.includes(
        '　　依据2025年要点（政办〔2024〕5号、[2024]6号、（2024）7号）编制，期限为 2025 年1月1日至2025年12月31日，2023年的另报。',
      ),
    );
    assert.ok(!raised.some(line => line.startsWith('年度')));
  });

  it('leaves what was true of last year’s publication as comments', () => {
    assert.match(text, /^\/\/ 格式：2021$/m);
    assert.match(text, /^\/\/ 发布日期：2026-03-18$/m);
    assert.match(text, /^机关：示范县人民政府$/m);
  });

  it('keeps every word of the sections as a comment, under the headings as they were', () => {
    const body = right.slice(right.indexOf('一、总体情况'));
    for (const line of body.split('\n').filter(one => one.startsWith('　　'))) {
      assert.ok(text.includes(`\n// ${line.trim()}\n`), line);
      assert.ok(!text.includes(line));
    }
    for (const heading of body.match(/^（.）.*|^[一二三四五六]、.*/gm) ?? []) {
      assert.ok(text.includes(`\n${heading}\n`));
    }
  });

  it('parts a heading from the words behind it', () => {
    const from = `${right.split('\n')[0]}\n\n一、总体情况\n\n（一）公开方面。全年公开12条。\n(二)申请：\n`;
    const made = newReport({ organ: '示范县', year: 2026, from }).text;
    assert.match(made, /\n（一）公开方面\n\/\/ 全年公开12条。\n\n\(二\)申请\n/);
  });

  it('names a misnamed section as it should be', () => {
    const from = right.replace('一、总体情况', '1. 政府信息公开总体情况');
    assert.equal(newReport({ organ: '示范县', year: 2026, from }).text, text);
  });

  it('takes over no silence: it was for last year’s findings', () => {
    const from = right
      .replace('一、总体情况', '// 忽略全文：missing-part 上级另有要求\n\n$&')
      .replace('| 行政许可 ', '// 忽略：row-label 台账如此\n$&');
    const made = newReport({ organ: '示范县', year: 2026, from }).text;
    assert.ok(!checkText(made).findings.some(({ rule }) => rule === 'unused-ignore'));
  });

  it('says so when the old report is of another year or another organ, or of none', () => {
    const noted = (organ: string, year: number, from = right): number => newReport({ organ, year, from }).notes.length;
    assert.equal(noted('示范县人民政府', 2026), 0);
    assert.equal(noted('示范县', 2027), 1);
    assert.equal(noted('邻县', 2026), 1);
    assert.equal(noted('邻县', 2027), 2);
    assert.equal(noted('示范县', 2026, '一、总体情况\n'), 1);
  });

  it('reads whatever it is given', () => {
    for (const from of ['', '|||', '\ufeff', right.replaceAll('\n', '\r\n'), right.slice(0, 4000)]) {
      const made = newReport({ organ: '示范县', year: 2026, from }).text;
      assert.deepEqual(
        checkText(made)
          .report.blocks.slice(1)
          .map(block => block.heading?.match?.ordinal),
        [1, 2, 3, 4, 5, 6],
      );
      assert.ok(!made.includes('\r'));
    }
  });

  it('begins the year after, again and again', () => {
    let from = writeReport({ ...makeReport(11, forms[0]), year: 2019 }, seeded(1), true);
    const organ = checkText(from).report.head.organ ?? assert.fail('no organ');
    for (let year = 2020; year < 2024; year++) {
      const next = newReport({ organ, year, from });
      assert.deepEqual(next.notes, []);
      const { report } = checkText(next.text);
      assert.equal(report.head.year, year);
      assert.equal(
        report.blocks.flatMap(({ tables }) => tables).length,
        tablesOf(report.form).length,
        'every table is there once',
      );
      from = next.text;
    }
  });
});
