import assert from 'node:assert/strict';
import { checkText } from '../../../service/index.ts';
import { lines } from '../snippets.ts';

/**
 * A right report. `{0}` is the year that it is about, `{-1}` and `{+1}` the years beside it; years that stay the same
 * from report to report are written out. Each line tells something that real reports tell, in its own way.
 */
const REPORT = lines(
  '甲县石桥镇{0}年政府信息公开工作年度报告',
  '',
  '机关：甲县石桥镇人民政府',
  '年度：{0}',
  '发布日期：{+1}-01-20',
  '',
  '　　根据《中华人民共和国政府信息公开条例》（2019年修订）和《甲县2024年政务公开工作要点》，石桥镇人民政府编制了{0}年政府信息公开工作年度报告。',
  '　　现将{0}年政府信息公开工作情况报告如下。所列数据的统计期限为{0}年1月1日至{0}年12月31日。',
  '',
  '一、总体情况',
  '',
  '　　{0}年，石桥镇坚持以公开促服务，把办事结果送到群众身边。',
  '',
  '（一）主动公开',
  '　　{0}年以来，全镇公开信息126条，较{-1}年增加14条。截至{0}年12月31日，专栏更新60次。',
  '　　按照要求，{0}年我镇清理失效文件3件，群众在公开栏就能看到。',
  '　　落实国办函〔2024〕5号文件，自2019年以来坚持每月核对，“十四五”（2021—2025年）事项逐项上墙。',
  '（二）依申请公开',
  '　　我镇{0}年度没有收到政府信息公开申请。{-1}年结转0件，结转至{+1}年继续办理0件。',
  '（三）政府信息管理',
  '　　{0}年全年清理台账4次。与{-1}年相比，差错少了一半。',
  '（四）政府信息公开平台建设',
  '　　自{0}年1月1日至{0}年12月31日，网站运行稳定。',
  '（五）监督保障',
  '　　{0}年度，本镇培训2次。',
  '',
  '五、存在的主要问题及改进情况',
  '',
  '　　{0}年，我镇公开工作还有不足，解读形式单一。{+1}年，我镇将继续丰富解读形式。下一步，{+1}年我镇计划改造公开栏。在{+1}年的工作中，我镇将进一步充实人手。',
  '',
  '六、其他需要报告的事项',
  '',
  '　　{0}年我镇未收取信息处理费。',
  '',
  '{+1}年1月20日',
);

const FORMS = /\{([+-]?\d)\}/g;
const PLACES = [...REPORT.matchAll(FORMS)].map(({ index }) => index);

/** The report of a year, the year at one place being the one that last year's report had there. */
function reportOf(year: number, forgotten?: number): { text: string; at: number } {
  let at = -1;
  const [before, behind] =
    forgotten === undefined ? [REPORT, ''] : [REPORT.slice(0, forgotten), REPORT.slice(forgotten)];
  const write = (text: string, base: number): string =>
    text.replace(FORMS, (_, shift: string) => String(base + Number(shift)));
  const head = write(before, year);
  if (forgotten !== undefined) at = head.length;
  const [old = ''] = /^\{[^}]*\}/.exec(behind) ?? [];
  return { text: head + write(old, year - 1) + write(behind.slice(old.length), year), at };
}

const found = (text: string): { rule: string; from: number; to: number }[] => {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  return checkText(text)
    .findings.filter(({ rule }) => FRESH.includes(rule))
    .map(({ rule, range: { start, end } }) => ({
      rule,
      from: (starts[start.line] ?? 0) + start.character,
      to: (starts[end.line] ?? 0) + end.character,
    }));
};

const FRESH = ['stale-year', 'reporting-period', 'field-conflict'];

describe('last year’s report, turned into this year’s', () => {
  it('gives no finding where every year was turned', () => {
    for (const year of [2022, 2023, 2025, 2027]) assert.deepEqual(found(reportOf(year).text), []);
  });

  for (const place of PLACES) {
    const line = REPORT.slice(REPORT.lastIndexOf('\n', place) + 1, place + 16).split('\n')[0] ?? '';
    it(`gives one where a year was forgotten: ${line}`, () => {
      for (const year of [2022, 2025]) {
        const { text, at } = reportOf(year, place);
        const all = found(text);
        // A wrong title makes all that is right disagree with it: there it is enough that it is not passed over.
        const isThere =
          place < '甲县石桥镇{0}年'.length ? all.length > 0 : all.some(({ from, to }) => from <= at && at < to);
        assert.ok(isThere, `${year}: ${JSON.stringify(all)}`);
      }
    });
  }

  it('is found by its title alone, where no field and no period tells the year', () => {
    const plain = (year: number): string =>
      lines(`石桥镇${year}年政府信息公开工作年度报告`, '', '一、总体情况', '', '　　2025年，我镇共公开信息126条。');
    assert.deepEqual(found(plain(2025)), []);
    assert.equal(found(plain(2024)).length, 1);
  });
});
