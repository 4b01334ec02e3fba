import type { Finding, Severity } from '../../rules/index.ts';
import type { Report } from '../../service/index.ts';
import type { CheckedFile, Printer } from './printer.ts';
import { visible } from './visible.ts';

/**
 * `--format letter`: a note to send back to those who wrote, in their language and without a word of ours: report by
 * report, what is to be changed and where, numbered.
 */
export function letterPrinter(): Printer {
  return {
    begin: () => '政府信息公开工作年度报告退回修改意见\n',
    *file(checked) {
      if (checked.findings.length === 0) return;
      yield `\n${nameOf(checked)}\n`;
      let number = 1;
      for (const { severities, heading } of PARTS) {
        const findings = checked.findings.filter(({ severity }) => severities.includes(severity));
        if (findings.length === 0) continue;
        yield `　　${heading}\n`;
        for (const finding of findings) {
          yield `　　${number++}. ${placeOf(finding, checked.report)}：${sentence(finding)}\n`;
        }
      }
    },
    between: '',
    name: nameOf,
    end: ({ problems, right }) =>
      [
        ...(right.length > 0 ? [`\n以下报告没有发现问题：${right.join('、')}。\n`] : []),
        ...(problems.length > 0 ? [`\n以下文件未能检查：${problems.map(visible).join('；')}。\n`] : []),
      ].join(''),
  };
}

const PARTS: readonly { readonly severities: readonly Severity[]; readonly heading: string }[] = [
  { severities: ['error', 'warning'], heading: '请修改：' },
  { severities: ['information'], heading: '请核对，确有必要的再修改：' },
];

/** The organ and the year, and the file where those do not say which of two. */
function nameOf({ path, report }: CheckedFile): string {
  const { organ, year } = report?.head ?? {};
  if (organ === undefined) return visible(path);
  return visible(`${organ}${year === undefined ? '' : `${year}年`}年度报告（${path}）`.replace('年年度', '年度'));
}

/** The section, and the line for who works on the text. */
function placeOf({ range: { start } }: Finding, report: Report | undefined): string {
  const block = report?.starts.findLastIndex(first => first <= start.line) ?? 0;
  const heading = report?.blocks[block]?.heading?.match?.section.title;
  const section = heading === undefined ? '标题和前言' : `“${visible(heading)}”部分`;
  return `${section}第 ${start.line + 1} 行`;
}

const sentence = ({ message }: Finding): string => visible(message.zh).replace(/[^？]$/, '$&。');
