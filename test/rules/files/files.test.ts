import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readReport } from '../../../model/index.ts';
import { checkReport, defaultSettings, factsOf, KnownReports, type Finding } from '../../../rules/index.ts';
import { changeSnapshot, checkText, openSnapshot, textOfSnapshot } from '../../../service/index.ts';
import { neighboursOf, pick, seeded, withMarks, type NamedText, type Random } from '../../kit/index.ts';
import { applications, disputes, fees, licensing, lines, normative } from '../snippets.ts';
import { paragraph, SYLLABLES, townNamed } from './towns.ts';

const title = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`;

/** The findings of one rule in the first report, with the others beside it. */
function found(rule: string, ...reports: readonly NamedText[]): readonly Finding[] {
  const text = reports[0]?.text ?? '';
  return checkText(text, defaultSettings, undefined, neighboursOf(reports)).findings.filter(one => one.rule === rule);
}

const marked = (text: string, findings: readonly Finding[]): string =>
  withMarks(
    text,
    findings.map(({ range }) => range),
  );

describe('rule: carry-over', () => {
  const rule = 'carry-over';
  const year = (name: number, row: string, organ = '石桥镇'): NamedText => ({
    path: `${name}.nianbao`,
    text: lines(title(organ, name)) + applications(row),
  });
  const before = year(2024, '| 四、结转下年度继续办理 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |');
  const now = (cells: string): NamedText => year(2025, `| 二、上年结转政府信息公开申请数量 | ${cells} |`);

  it('finds every column that differs from what last year’s report carried over, whatever the file is called', () => {
    const report = now('2 | 0 | 0 | 0 | 0 | 0 | 2');
    const findings = found(rule, report, { ...before, path: '旧稿.nianbao' });
    assert.deepEqual(
      findings.map(({ cells, expected, actual }) => [cells?.[0], expected, actual]),
      [
        ['applications.carriedIn.business', 1, 0],
        ['applications.carriedIn.total', 3, 2],
      ],
    );
    assert.equal(
      marked(report.text, findings),
      report.text.replace('| 2 | 0 |', '| 2 | ⟦0⟧ |').replace('2 |\n', '⟦2⟧ |\n'),
    );
    assert.match(findings[0]?.message.zh ?? '', /旧稿\.nianbao/);
    assert.ok(findings.every(({ mends }) => mends?.every(({ guess }) => guess)));
    // A number that is computed is not written over.
    const computed = found(rule, now('2 | 1 | 1 | 0 | 0 | 0 | ='), before);
    assert.deepEqual(
      computed.map(({ actual, mends }) => [actual, mends?.length]),
      [
        [1, 1],
        [4, undefined],
      ],
    );
  });

  it('is content where they agree, and without last year’s report', () => {
    assert.deepEqual(found(rule, now('2 | 1 | 0 | 0 | 0 | 0 | 3'), before), []);
    assert.deepEqual(found(rule, now('2 |  | 0 | 0 | 0 | 0 | 3'), before), []);
    const blank = year(2024, '| 四、结转下年度继续办理 | 2 |  | 0 | 0 | 0 | 0 | 3 |');
    assert.deepEqual(found(rule, now('2 | 1 | 0 | 0 | 0 | 0 | 3'), blank), []);
    assert.deepEqual(found(rule, now('9 | 0 | 0 | 0 | 0 | 0 | 9')), []);
    assert.deepEqual(
      found(
        rule,
        now('9 | 0 | 0 | 0 | 0 | 0 | 9'),
        year(2023, '| 四、结转下年度继续办理 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |'),
      ),
      [],
    );
    assert.deepEqual(
      found(
        rule,
        now('9 | 0 | 0 | 0 | 0 | 0 | 9'),
        year(2024, '| 四、结转下年度继续办理 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |', '南渡镇'),
      ),
      [],
    );
  });

  it('follows no report where neither says whose it is, or of which year', () => {
    const row = '| 四、结转下年度继续办理 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |';
    const carried = (heading: string): NamedText => ({
      path: 'a.nianbao',
      text: lines(heading) + applications('| 二、上年结转政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |'),
    });
    assert.deepEqual(found(rule, carried(title('', 2025)), year(2024, row, '')), []);
    const undated = '石桥镇政府信息公开工作年度报告';
    assert.deepEqual(
      found(rule, carried(undated), { path: 'b.nianbao', text: lines(undated) + applications(row) }),
      [],
    );
    assert.deepEqual(found(rule, carried(undated), year(2024, row)), []);
  });

  it('knows whose report it follows as reports come and go', () => {
    const known = new KnownReports();
    const [now, earlier] = [year(2025, '|'), year(2024, '|')].map(({ text }) => readReport(text));
    assert.ok(now && earlier);
    const before = (): string | undefined => known.lastYear(now)?.name;
    known.set('now', factsOf(now));
    assert.equal(before(), undefined);
    known.set('one', factsOf(earlier));
    assert.equal(before(), 'one');
    known.set('other', factsOf(earlier));
    assert.equal(before(), undefined, 'of two it cannot be known');
    known.delete('one');
    assert.equal(before(), 'other');
    known.set('other', { ...factsOf(earlier), organ: '南渡镇' });
    assert.equal(before(), undefined);
    known.set('other', factsOf(earlier));
    assert.equal(before(), 'other');
    known.set('other', factsOf(now));
    assert.equal(before(), undefined);
    assert.deepEqual([...known.keys()], ['now', 'other']);
  });

  it('takes the numbers of last year from the table that stands in its own section', () => {
    const [, , ...stray] = applications('| 四、结转下年度继续办理 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |').split('\n');
    const twice = before.text.replace('三、', `一、总体情况\n\n${stray.join('\n')}\n三、`);
    assert.deepEqual(found(rule, now('2 | 1 | 0 | 0 | 0 | 0 | 3'), { ...before, text: twice }), []);
  });

  it('asks nothing of a table that stands elsewhere', () => {
    const report = now('9 | 0 | 0 | 0 | 0 | 0 | 9');
    assert.deepEqual(found(rule, { ...report, text: report.text.replace(/三、.*/, '一、总体情况') }, before), []);
  });

  it('takes them from one that stands elsewhere, where no other is', () => {
    const astray = before.text.replace(/三、.*/, '一、总体情况');
    assert.equal(found(rule, now('2 | 0 | 0 | 0 | 0 | 0 | 2'), { ...before, text: astray }).length, 2);
  });

  it('takes them from the first of two sections, as this year’s are', () => {
    const again = applications('| 四、结转下年度继续办理 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |');
    assert.deepEqual(found(rule, now('2 | 1 | 0 | 0 | 0 | 0 | 3'), { ...before, text: before.text + again }), []);
  });

  it('concerns a report in another way whenever there is something else to say', () => {
    const known = new KnownReports();
    const facts = factsOf(readReport(now('2 | 0 | 0 | 0 | 0 | 0 | 2').text));
    const concern = (row: string, key = 'before'): string => {
      known.set(key, factsOf(readReport(year(2024, row).text)));
      const said = known.concern(facts);
      known.delete(key);
      return said;
    };
    const rows = ['2 | 1 | 0 | 0 | 0 | 0 | 3', '2 | 2 | 0 | 0 | 0 | 0 | 4', '2 | 0 | 0 | 0 | 0 | 0 | 2'];
    const [one, other, none] = rows.map(cells => concern(`| 四、结转下年度继续办理 | ${cells} |`));
    assert.equal(none, '');
    assert.equal(new Set([one, other, none, concern(`| 四、结转下年度继续办理 | ${rows[0] ?? ''} |`, '旧稿')]).size, 4);
  });

  it('is asked again when another report becomes known', () => {
    const known = new KnownReports();
    const report = readReport(now('2 | 0 | 0 | 0 | 0 | 0 | 2').text);
    const told = (): number => checkReport(report, defaultSettings, known).filter(one => one.rule === rule).length;
    assert.equal(told(), 0);
    known.set('before', factsOf(readReport(before.text)));
    assert.equal(told(), 2);
    known.set('before', factsOf(readReport(before.text.replace('| 2 | 1 |', '| 5 | 1 |'))));
    assert.equal(told(), 3);
    known.delete('before');
    assert.equal(told(), 0);
  });

  it('is not asked again when the other report is read anew and says the same', () => {
    const known = new KnownReports();
    const version = (text: string): object => {
      known.set('before', factsOf(readReport(text)));
      return known.version();
    };
    const first = version(before.text);
    assert.equal(version(before.text), first);
    const moved = version(before.text.replace(/三、.*/, '一、总体情况'));
    assert.notEqual(moved, first);
    const again = version(before.text);
    assert.notEqual(again, moved);
    const more = version(before.text + disputes('| 行政复议 | 0 | 0 | 0 | 0 | 0 |'));
    assert.notEqual(more, again);
    const last = version(before.text);
    assert.notEqual(last, more);
    const licences = lines(title('石桥镇', 2024)) + licensing('| 行政许可 | 3 |');
    const charges = lines(title('石桥镇', 2024)) + fees('| 行政事业性收费 | 3 |');
    const [one, other] = [version(licences), version(charges)];
    assert.notEqual(one, other);
    const prose = (...paragraphs: readonly string[]): object =>
      version(lines(title('石桥镇', 2024), '一、总体情况', ...paragraphs));
    const [here, below, changed] = [prose(OWN, ''), prose('', OWN), prose('', OWN.replace('大喇叭', '短信'))];
    assert.equal(prose('', OWN.replace('大喇叭', '短信')), changed);
    assert.equal(new Set([here, below, changed]).size, 3);
  });

  it('points out a stock that does not follow from last year’s', () => {
    const stock = (name: number, cells: string): NamedText => ({
      path: `${name}`,
      text: lines(title('石桥镇', name)) + normative(`| 行政规范性文件 | ${cells} |`),
    });
    const [finding] = found(rule, stock(2025, '3 | 1 | 9'), stock(2024, '0 | 0 | 8'));
    assert.equal(finding?.severity, 'information');
    assert.match(finding.message.zh, /8.*3.*1.*10/);
    assert.deepEqual(found(rule, stock(2025, '3 | 1 | 10'), stock(2024, '0 | 0 | 8')), []);
    for (const open of [' | 1 | 9', '3 |  | 9']) {
      assert.deepEqual(found(rule, stock(2025, open), stock(2024, '0 | 0 | 8')), []);
    }
  });

  it('follows no number into an edition that has no place for it', () => {
    const row = (name: number, cells: string): NamedText => ({
      path: `${name}`,
      text: lines(title('石桥镇', name)) + normative(cells),
    });
    const older = row(2020, '| 规章 | 0 | 0 | 8 |');
    const text = older.text.replace(/\| 信息内容.*/, '| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |');
    assert.deepEqual(found(rule, row(2021, '| 行政规范性文件 | 3 | 1 | 9 |'), { ...older, text }), []);
  });

  it('points out a number ten times last year’s, if it is not small', () => {
    const granted = (name: number, value: number): NamedText =>
      year(name, `| 一、本年新收政府信息公开申请数量 | ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`);
    const [finding, ...others] = found(rule, granted(2025, 400), granted(2024, 30));
    assert.deepEqual([finding?.cells, others], [['applications.received.total'], []]);
    assert.equal(found(rule, granted(2025, 30), granted(2024, 400)).length, 1);
    assert.equal(found(rule, granted(2025, 30), granted(2024, 2)).length, 0);
    assert.equal(found(rule, granted(2025, 290), granted(2024, 30)).length, 0);
    assert.equal(found(rule, granted(2025, 110), granted(2024, 10)).length, 1);
    assert.equal(found(rule, granted(2025, 109), granted(2024, 10)).length, 0);
    assert.equal(found(rule, granted(2025, 1000), granted(2024, 100)).length, 1);
    assert.equal(found(rule, granted(2025, 101), granted(2024, 1)).length, 1);
    assert.equal(found(rule, granted(2025, 200), granted(2024, 0)).length, 0);
    const licences = (name: number, value: number): NamedText => ({
      path: `${name}`,
      text: lines(title('石桥镇', name)) + licensing(`| 行政许可 | ${value} |`),
    });
    assert.equal(found(rule, licences(2025, 400), licences(2024, 30)).length, 1);
  });
});

const OWN =
  '把补贴发放、工程招标、集体收支三类事项逐户逐项张贴上墙，请村民代表核对签字后存档备查，并在赶集日用大喇叭播报到账时间。';

describe('rule: copied-prose', () => {
  const rule = 'copied-prose';
  const report = (organ: string, year: number, ...paragraphs: readonly string[]): NamedText => ({
    path: `${organ}${year}.nianbao`,
    text: lines(title(organ, year), '', '一、总体情况', ...paragraphs.map(text => `　　${text}`)),
  });

  it('finds a paragraph of last year’s, and names where it stood', () => {
    const now = report('石桥镇', 2025, OWN);
    const findings = found(rule, now, report('石桥镇', 2024, '短句。', OWN));
    assert.equal(marked(now.text, findings), now.text.replace(OWN, `⟦${OWN}⟧`));
    assert.match(findings[0]?.message.zh ?? '', /与2024年报告（石桥镇2024\.nianbao 第 5 行.*100%/);
    const spaced = report('石桥镇', 2025, `${OWN}　 `);
    const inSpaces = found(rule, spaced, report('石桥镇', 2024, OWN));
    assert.equal(marked(spaced.text, inSpaces), spaced.text.replace(OWN, `⟦${OWN}⟧`));
  });

  it('finds another organ’s, with some words and all numbers changed', () => {
    const changed = OWN.replace('三类', '4类').replace('请村民代表', '邀请党员代表').replace('存档', '归档');
    const findings = found(rule, report('石桥镇', 2025, changed), report('南渡镇', 2025, OWN));
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message.zh ?? '', /与南渡镇的报告.*(?:7|8|9)\d%/);
  });

  it('finds the same after an edit beside it', () => {
    const known = new KnownReports();
    known.set('before', factsOf(readReport(report('石桥镇', 2024, OWN).text)));
    const first = openSnapshot('file:///a.nianbao', 0, report('石桥镇', 2025, '短句。', OWN, '又一句。').text);
    assert.equal(known.copies(first.report).length, 1);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const edited = changeSnapshot(first, 1, [{ range, text: '多一行。\n' }]);
    assert.deepEqual(known.copies(edited.report), known.copies(readReport(textOfSnapshot(edited))));
    assert.equal(known.copies(edited.report)[0]?.line, 3);
    assert.deepEqual(known.copies(first.report)[0]?.line, 2);
  });

  it('finds what the other report has got since it became known', () => {
    const known = new KnownReports();
    const now = readReport(report('石桥镇', 2025, OWN).text);
    const other = '全年新增托育服务、消费纠纷处理两类公开事项，逐项明确更新时限和责任科室，结果在全镇通报。';
    const copies = (...paragraphs: readonly string[]): number => {
      known.set('before', factsOf(readReport(report('石桥镇', 2024, ...paragraphs).text)));
      return known.copies(now).length;
    };
    assert.deepEqual([copies(other), copies(other, OWN), copies(other)], [0, 1, 0]);
  });

  it('is asked where but one other report is known', () => {
    const now = readReport(report('石桥镇', 2025, OWN).text);
    const copies = (organ: string, year: number): number => {
      const known = new KnownReports();
      known.set('other', factsOf(readReport(report(organ, year, OWN).text)));
      return known.copies(now).length;
    };
    assert.deepEqual([copies('石桥镇', 2024), copies('南渡镇', 2025), copies('石桥镇', 2025)], [1, 1, 0]);
  });

  it('is asked again when only the title above says another organ or year', () => {
    const known = new KnownReports();
    known.set('other', factsOf(readReport(report('石桥镇', 2025, OWN).text)));
    known.set('more', factsOf(readReport(report('石桥镇', 2026).text)));
    const copiesAfter = (start: number, text: string): number => {
      const first = openSnapshot('file:///a.nianbao', 0, report('石桥镇', 2025, OWN).text);
      assert.equal(known.copies(first.report).length, 0);
      const range = { start: { line: 0, character: start }, end: { line: 0, character: start + text.length } };
      return known.copies(changeSnapshot(first, 1, [{ range, text }]).report).length;
    };
    assert.deepEqual([copiesAfter(0, '南渡'), copiesAfter(3, '2026'), copiesAfter(3, '2024')], [1, 1, 0]);
  });

  it('is said in the same way whatever last year’s report is called, where that has no other numbers', () => {
    const facts = factsOf(readReport(report('石桥镇', 2025, OWN).text));
    const concern = (key: string): string => {
      const known = new KnownReports();
      known.set('other', factsOf(readReport(report('南渡镇', 2025, OWN).text)));
      known.set(key, factsOf(readReport(report('石桥镇', 2024).text)));
      return known.concern(facts);
    };
    assert.equal(concern('一稿'), concern('二稿'));
    assert.notEqual(concern('一稿'), '');
  });

  it('takes nothing for copied from a preface', () => {
    const preface = lines(title('南渡镇', 2025), '', `　　${OWN}`, '', '一、总体情况');
    assert.equal(found(rule, report('石桥镇', 2025, OWN), report('南渡镇', 2025, OWN)).length, 1);
    assert.deepEqual(found(rule, report('石桥镇', 2025, OWN), { path: 'b.nianbao', text: preface }), []);
  });

  it('knows nothing of a report that is forgotten', () => {
    const known = new KnownReports();
    const now = readReport(report('石桥镇', 2025, OWN).text);
    for (const year of [2023, 2024]) known.set(String(year), factsOf(readReport(report('石桥镇', year, OWN).text)));
    const source = (): string | undefined => known.copies(now)[0]?.name;
    assert.equal(source(), '2024');
    known.delete('2024');
    assert.equal(source(), '2023');
  });

  it('finds nothing in the older of two, nor in short ones, nor in the preface', () => {
    assert.deepEqual(found(rule, report('石桥镇', 2024, OWN), report('石桥镇', 2025, OWN)), []);
    assert.deepEqual(found(rule, report('石桥镇', 2025, '未收到申请。'), report('石桥镇', 2024, '未收到申请。')), []);
    const preface = (year: number): NamedText => ({
      path: `${year}`,
      text: lines(title('石桥镇', year), OWN, '一、总体情况'),
    });
    assert.deepEqual(found(rule, preface(2025), preface(2024)), []);
  });

  it('leaves alone what many say', () => {
    const all = ['南渡镇', '望江镇', '平岭镇', '松塘镇', '云梁镇', '北屏镇'].map(organ => report(organ, 2025, OWN));
    assert.deepEqual(found(rule, report('石桥镇', 2025, OWN), ...all), []);
  });

  // NIANBAO_COPIES=3000 is a province's townships.
  it('finds all planted copies among many reports, and nothing else', () => {
    const count = Number(process.env.NIANBAO_COPIES ?? 600);
    const random = seeded(8);
    const reports = Array.from({ length: count }, (_, at) =>
      report(townNamed(at), 2025, ...Array.from({ length: 6 }, () => paragraph(random))),
    );
    const planted = new Map<number, number>();
    for (const [at, one] of reports.entries()) {
      if (at % 100 !== 99) continue;
      const from = reports[at - 50];
      const stolen = from?.text.split('\n')[4] ?? '';
      const copy = at % 200 === 99 ? stolen : withTenthChanged(stolen, random);
      reports[at] = { ...one, text: one.text.replace(/(一、总体情况\n).*\n/, `$1${copy}\n`) };
      planted.set(at, at - 50);
    }
    const begun = process.cpuUsage();
    const known = new KnownReports();
    const read = reports.map(one => readReport(one.text));
    const facts = read.map(one => factsOf(one));
    for (const [at, one] of facts.entries()) known.set(reports[at]?.path ?? '', one);
    const pairs = read.flatMap((one, at) => known.copies(one).map(copy => [at, copy.name] as const));
    const expected = [...planted].flatMap(([copy, from]) => [
      [copy, reports[from]?.path],
      [from, reports[copy]?.path],
    ]);
    assert.deepEqual(pairs.map(String).sort(), expected.map(String).sort());
    // What is said of a report by its facts alone is what is said of it when it is read again.
    const concerned = facts.flatMap((one, at) => (known.concern(one) === '' ? [] : [at]));
    assert.deepEqual(concerned, [...new Set(pairs.map(([at]) => at))]);
    const { user, system } = process.cpuUsage(begun);
    assert.ok((user + system) / 1e6 < Math.max(5, count / 300), `${(user + system) / 1e6} s`);
  });

  it('says the same in whatever order reports became known, were changed and forgotten', () => {
    const random = seeded(9);
    const shared = Array.from({ length: 12 }, () => paragraph(random));
    const reports = Array.from({ length: 60 }, (_, at) =>
      report(
        townNamed(at % 20),
        2023 + Math.floor(at / 20),
        pick(random, shared),
        pick(random, shared),
        paragraph(random),
      ),
    ).map(one => [one.path, factsOf(readReport(one.text))] as const);
    const sayings = (known: KnownReports): string[] => reports.map(([, facts]) => known.concern(facts));
    const inOrder = new KnownReports();
    for (const [path, facts] of reports) inOrder.set(path, facts);
    const said = sayings(inOrder);
    assert.ok(said.some(one => one !== '') && said.includes(''));
    const shuffled = new KnownReports();
    for (const [at, [path, facts]] of [...reports.entries()].reverse()) {
      shuffled.set(path, reports[(at * 7) % 60]?.[1] ?? facts);
      if (at % 3 === 0) shuffled.delete(path);
    }
    for (const [path, facts] of reports.toSorted(() => random(3) - 1)) shuffled.set(path, facts);
    assert.deepEqual(sayings(shuffled), said);
    const version = shuffled.version();
    for (const [path, facts] of reports) shuffled.set(path, structuredClone({ ...facts, tables: [] }));
    assert.equal(shuffled.version(), version);
    for (const [path] of reports) shuffled.delete(path);
    assert.deepEqual(
      sayings(shuffled),
      reports.map(() => ''),
    );
  });

  it('stands a text made of one paragraph', () => {
    const hostile = readReport(report('石桥镇', 2025, ...Array.from({ length: 5000 }, () => OWN)).text);
    const before = factsOf(readReport(report('石桥镇', 2024, ...Array.from({ length: 5000 }, () => OWN)).text));
    const known = new KnownReports();
    known.set('before', before);
    known.set('now', factsOf(hostile));
    const begun = process.cpuUsage();
    known.copies(hostile);
    known.concern(factsOf(hostile));
    assert.ok(process.cpuUsage(begun).user < 5e6);
  });
});

describe('what is kept of a report', () => {
  // NIANBAO_REPORTS=3000 is a province's townships.
  const count = Number(process.env.NIANBAO_REPORTS ?? 300);

  it('takes 20 KB at most', async () => {
    const child = fork(fileURLToPath(new URL('kept-bytes.ts', import.meta.url)), [String(count)], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    const [{ each, left }] = (await once(child, 'message')) as [{ each: number; left: number }];
    assert.ok(each > 0 && each < 20_000, `${each} bytes a report`);
    assert.equal(left, 0);
  });
});

/** The words with a tenth of them changed, wherever they stand. */
function withTenthChanged(text: string, random: Random): string {
  const words = text.match(/.{1,2}/g) ?? [];
  const places = [...words.keys()].map(place => ({ place, order: random(1 << 20) }));
  places.sort((one, other) => one.order - other.order);
  for (const { place } of places.slice(0, Math.round(words.length / 10))) {
    const at = random(SYLLABLES.length - 2);
    words[place] = SYLLABLES.slice(at, at + 2);
  }
  return words.join('');
}
