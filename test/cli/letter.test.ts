import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { inFolder, nianbao } from './kit.ts';

const WRONG =
  '石桥镇2025年政府信息公开工作年度报告\n\n一、总体情况\n　　2024年，我镇公开信息XX条。\n\n六、其他需要报告的事项\n　　无。\n';
const RIGHT = readFileSync(new URL('../../examples/right.nianbao', import.meta.url), 'utf8');

describe('cli: check --format letter', () => {
  it('writes what is to be changed, report by report and numbered, without the names of rules', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', WRONG);
      write('b.nianbao', RIGHT);
      const { out, code } = await nianbao(['check', '.', '--format', 'letter'], { cwd: path });
      assert.equal(code, 1);
      assert.match(
        out,
        /^政府信息公开工作年度报告退回修改意见\n\n石桥镇2025年度报告（a\.nianbao）\n　　请修改：\n　　1\. /,
      );
      assert.match(out, /“总体情况”部分第 4 行：“XX”是没有填写的内容/);
      assert.match(out, /请核对，确有必要的再修改：[^]*　　\d+\. “其他需要报告的事项”部分第 6 行：/);
      assert.match(out, /以下报告没有发现问题：示范县2025年度报告（b\.nianbao）。\n$/);
      assert.doesNotMatch(out, /[a-z]-[a-z]/);
      const numbers = [...out.matchAll(/^　　(\d+)\. /gm)].map(([, number]) => Number(number));
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
      );
    }));

  it('names what could not be checked', async () => {
    const { out } = await nianbao(['check', 'nothing', '-', '--format', 'letter'], { stdin: RIGHT });
    assert.match(out, /以下文件未能检查：nothing：文件不存在。/);
  });

  it('is written to a file, in Word if that is its ending', () =>
    inFolder(async ({ path, file, write }) => {
      write('a.nianbao', WRONG);
      const words = (await nianbao(['check', 'a.nianbao', '--format', 'letter'], { cwd: path })).out;
      const { out } = await nianbao(['check', 'a.nianbao', '--format', 'letter', '-o', '意见.txt'], { cwd: path });
      assert.deepEqual([out, readFileSync(file('意见.txt'), 'utf8')], ['', words]);
      await nianbao(['check', 'a.nianbao', '--format', 'letter', '-o', '意见.docx'], { cwd: path });
      const { 'word/document.xml': document } = unzipSync(readFileSync(file('意见.docx')));
      assert.ok(document);
      const text = strFromU8(document)
        .replace(/<[^>]*>/g, '')
        .replaceAll('&quot;', '"');
      for (const line of words.split('\n')) assert.ok(text.includes(line.trim()), line);
    }));
});

describe('cli: check, of reports together', () => {
  it('holds a report against last year’s beside it', () =>
    inFolder(async ({ path, write }) => {
      const table = (row: string): string =>
        `三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n${row}\n`;
      const report = (year: number, row: string): string => `石桥镇${year}年政府信息公开工作年度报告\n\n${table(row)}`;
      write('甲.nianbao', report(2025, '| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |'));
      write('乙.nianbao', report(2024, '| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |'));
      const both = await nianbao(['check', '.', '--format', 'json'], { cwd: path });
      assert.match(both.out, /"carry-over"/);
      assert.doesNotMatch(
        (await nianbao(['check', '甲.nianbao', '--format', 'json'], { cwd: path })).out,
        /carry-over/,
      );
    }));
});
