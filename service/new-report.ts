import { formOfYear, forms as allForms, valueRows, type Bilingual, type Form, type TableForm } from '../forms/index.ts';
import type { Line } from '../grammar/index.ts';
import {
  blankReport,
  blankRows,
  blankSection,
  partHeading,
  placeOf,
  readReport,
  sectionHeading,
  tableOf,
  writeRows,
  type Block,
  type Report,
} from '../model/index.ts';

/** Whose report of which year is begun, and from what. */
export interface NewReportOptions {
  readonly organ: string;
  readonly year: number;
  /** An edition other than the year's. */
  readonly edition?: string;
  /** The text of last year's report. */
  readonly from?: string;
}

/** A report that is begun, and what its writer should know of how. */
export interface NewReport {
  readonly text: string;
  readonly notes: readonly Bilingual[];
}

/**
 * A report to be filled in: the blank form, or, from last year's, the form with what goes on from year to year: what
 * was carried over, the stock of documents beside its cell, the head with the year raised, and the old words as comments.
 */
export function newReport(options: NewReportOptions, forms: readonly Form[] = allForms): NewReport {
  const form = forms.find(({ id }) => id === options.edition) ?? formOfYear(forms, options.year) ?? forms[0];
  if (!form) throw new Error('there is no edition');
  if (options.from === undefined) return { text: blankReport(form, options.organ, options.year), notes: [] };
  const last = readReport(options.from, forms);
  return { text: continued(last, form, options), notes: [...notesOn(last, options)] };
}

function* notesOn({ head }: Report, { organ, year }: NewReportOptions): Generator<Bilingual> {
  if (head.year === undefined) {
    yield {
      zh: '上年的报告读不出年度，其中的年份没有改动',
      en: 'The year of the old report cannot be read; no year in it was raised',
    };
  } else if (head.year !== year - 1) {
    yield {
      zh: `给出的是 ${head.year} 年的报告，不是 ${year - 1} 年的`,
      en: `The report given is of ${head.year}, not of ${year - 1}`,
    };
  }
  if (head.organ !== undefined && !head.organ.includes(organ) && !organ.includes(head.organ)) {
    yield {
      zh: `给出的是“${head.organ}”的报告，不是“${organ}”的`,
      en: `The report given is of “${head.organ}”, not of “${organ}”`,
    };
  }
}

function continued(last: Report, form: Form, { organ, year }: NewReportOptions): string {
  const raise = (text: string): string => {
    const { year: old } = last.head;
    // Not in 〔2024〕: a notice keeps its number.
    if (old === undefined) return text;
    const digits = String(old).replace(
      /\d/g,
      digit => `[${digit}${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}]`,
    );
    return text.replace(new RegExp(`(?<![\\d０-９〔\\[（(])${digits}(?=\\s*年)`, 'g'), String(year));
  };
  const lines = [`${organ}${year}年政府信息公开工作年度报告`, '', ...headLines(last, raise)];
  for (const section of form.sections) {
    const old = last.blocks.find(block => block.heading?.match?.section.id === section.id);
    const prose = old ? proseOf(old) : [];
    if (section.tables) {
      const tables = section.tables.flatMap(table => [...tableLines(table, last), '']);
      lines.push(sectionHeading(form, section), '', ...prose, ...(prose.length > 0 ? [''] : []), ...tables);
    } else if (old && old.parts.length > 0) {
      lines.push(sectionHeading(form, section), '', ...prose, '');
    } else if (section.parts) {
      lines.push(
        ...blankSection(form, section).slice(0, 2),
        ...prose,
        ...section.parts.flatMap((_, i) => [partHeading(section, i), '']),
      );
    } else lines.push(sectionHeading(form, section), '', ...prose, '');
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** Fields and preface. What belongs to last year's publication alone becomes a comment. */
function headLines(last: Report, raise: (text: string) => string): string[] {
  const fields = new Map(last.head.fields.map(field => [field.line, field]));
  const titles = new Set([last.head.title?.line, ...last.head.furtherTitles]);
  const lines = (last.blocks[0]?.lines ?? []).flatMap((line, index): string[] => {
    const field = fields.get(index);
    if (titles.has(index)) return [];
    if (field?.key === 'year') return [];
    // The edition follows from the new year; the day of publication is not known yet.
    if (field?.key === 'edition' || field?.key === 'published') return [asComment(line)];
    return [line.kind === 'comment' && line.silence ? asComment(line) : raise(line.text)];
  });
  return [...lines, ''];
}

/** The words of a section: headings of parts stay, everything else becomes a comment. */
const proseOf = (block: Block): string[] =>
  block.lines.slice(1).flatMap(line => {
    if (line.kind === 'comment' || line.kind === 'prose') return [asComment(line)];
    if (line.kind !== 'part') return [];
    const heading = line.text.slice(0, line.title.end);
    const rest = line.text.slice(line.title.end).replace(/^[。：:\s]+/, '');
    return ['', heading, ...(rest === '' ? [] : [`// ${rest}`])];
  });

/** What is accepted this year is not what was accepted last year: a silencing comment becomes a note of what it was. */
const asComment = (line: Line): string => {
  if (line.kind !== 'comment') return `// ${line.text.trim()}`;
  return line.silence ? `// 上年${line.text.slice(line.body.start)}` : line.text;
};

/** A blank table with what last year's report hands on to it. */
function tableLines(table: TableForm, last: Report): string[] {
  const old = tableOf(last, table.id);
  const valueOf = (row: string | undefined, column: string): string => {
    const place =
      old?.form === undefined || row === undefined ? -1 : valueRows(old.form).findIndex(({ key }) => key === row);
    const at = old?.form.columns.findIndex(({ key }) => key === column) ?? -1;
    if (!old || place < 0 || at < 0) return '';
    const value = old.sums.grid[placeOf(old.form, place, at)] ?? NaN;
    return Number.isNaN(value) ? '' : String(value);
  };
  const rows = valueRows(table);
  const handedOn = new Map(rows.map(row => [row.key, row.lastYear]));
  const written = writeRows(blankRows(table, (row, column) => valueOf(handedOn.get(row), column)));
  const comments = new Map(
    rows.map(row => {
      const stocks = table.columns
        .filter(column => column.running)
        .flatMap(column => {
          const value = valueOf(row.key, column.key);
          return value === '' ? [] : [`${column.label} ${value}`];
        });
      return [row.key, stocks.length > 0 ? `// 上年${row.name}${stocks.join('，')}` : undefined];
    }),
  );
  return [
    ...(table.article === undefined ? [] : [table.article]),
    ...blankRows(table).flatMap(({ key }, index) => {
      const comment = key === undefined ? undefined : comments.get(key);
      return [...(comment === undefined ? [] : [comment]), written[index] ?? ''];
    }),
  ];
}

/** An edition of the form, as far as one is chosen by it. */
export interface Edition {
  readonly id: string;
  /** The notice that prescribes it. */
  readonly notice: string;
  readonly from: number;
  readonly to?: number;
}

/** The editions that a report can be begun in. */
export const editions = (forms: readonly Form[] = allForms): readonly Edition[] =>
  forms.map(({ id, notice, years }) => ({ id, notice: notice.title, ...years }));
