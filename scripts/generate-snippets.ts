/**
 * Writes the templates that an editor offers by name (“Insert Snippet”, “Fill File with Snippet”). They have no prefix:
 * while typing, the server's completion offers the same templates in their context, and nothing should be offered twice.
 */
import { fields, forms, type Form } from '../forms/index.ts';
import { blankReport, blankSection, blankTable, sectionHeading } from '../model/index.ts';
import type { Piece } from '../service/features/completion-item.ts';
import { templatePieces } from '../service/features/completion-template.ts';

/** The templates by their path. */
export function generateSnippets(): Map<string, string> {
  const newest = forms.at(-1);
  const snippets = [...forms.toReversed().map(reportSnippet), ...(newest ? partsOf(newest) : [])];
  return new Map([['snippets/nianbao.json', JSON.stringify(Object.fromEntries(snippets))]]);
}

type Snippet = readonly [name: string, value: { body: string[]; description: string; isFileTemplate?: true }];

/** A blank report, whose organ and year are asked for first, and the year once for all its places. */
function reportSnippet(form: Form): Snippet {
  const organ = fields.find(({ key }) => key === 'organ')?.label ?? '';
  const year = form.years.to ?? form.years.from;
  const lines = blankReport(form, organ, year).trimEnd().split('\n');
  const body = bodyOf(templatePieces(lines, '\n'), 3)
    .replace(organ, `\${1:${organ}}`)
    // No year is the right one every year, and one that stands there already is not looked at.
    .replaceAll(String(year), '${2:年份}');
  return [
    `空白年度报告（${form.id}年格式）`,
    { body: body.split('\n'), description: `${form.notice.number} ${form.notice.title}`, isFileTemplate: true },
  ];
}

function partsOf(form: Form): Snippet[] {
  return form.sections.flatMap((section): Snippet[] => {
    const heading = sectionHeading(form, section);
    const tables = (section.tables ?? []).map((table): Snippet => {
      const name = table.article === undefined ? `${table.name}表` : `${table.article} ${table.name}`;
      return [name, { body: snippetLines(blankTable(table)), description: heading }];
    });
    return [[heading, { body: snippetLines(blankSection(form, section)), description: section.title }], ...tables];
  });
}

const snippetLines = (lines: readonly string[]): string[] => bodyOf(templatePieces(lines, '\n'), 1).split('\n');

/** The pieces in the notation of snippets, their tab stops counted from `first`. */
function bodyOf(pieces: readonly Piece[], first: number): string {
  let stop = first;
  return pieces
    .map(piece => {
      if (typeof piece === 'string') return piece.replace(/[$}\\]/g, '\\$&');
      return piece.stop === '' ? `$${stop++}` : `\${${stop++}:${piece.stop}}`;
    })
    .join('');
}
