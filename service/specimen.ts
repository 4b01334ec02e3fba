import { forms } from '../forms/index.ts';
import { blankReport } from '../model/index.ts';

/** What each part and section is told to say: a figure by itself, and one quoted from the table. */
const SAID = '　　本年新收政府信息公开申请0件，上年结转政府信息公开申请{上年结转.总计}件。';

/** A report of the newest edition in which nothing happened: a zero in each cell, and words about it. */
export function specimen(): string {
  const form = forms.at(-1);
  if (!form) throw new Error('there is no edition');
  const organ = '某某镇人民政府';
  const year = form.years.from;
  return blankReport(form, organ, year)
    .replace('\n', `\n\n机关：${organ}\n年度：${year}\n格式：${form.id}\n`)
    .replace(/(?<=\|) +(?=\|)/g, ' 0 ')
    .replace(/^(?:（|[一五六]、).*$/gm, heading => `${heading}\n\n${SAID}`);
}
