import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Bilingual } from '../../forms/index.ts';
import { readReport, type Report } from '../../model/index.ts';
import { rangeOf, type Position, type Range, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale, type Locale } from '../words.ts';

/** Why something is not done, in the words of the user. */
export interface Refusal {
  readonly refused: string;
}

/** The organ's name under the cursor, in the title, in its field or in prose. */
export function prepareRename(
  { report }: Snapshot,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  for (const name of namesOf(report)) {
    const span = occurrencesOn(report, position.line, name).find(
      ({ start, end }) => start <= position.character && position.character <= end,
    );
    if (span) return { range: rangeOf(position.line, span), placeholder: name };
  }
  return undefined;
}

/**
 * Gives the organ another name wherever exactly the name under the cursor stands: in the title, in the field and in
 * prose. A title may say 示范市 and the field 示范市人民政府: these are two names, each renamed by itself, and the short one is
 * left alone inside the long one. Whether any other word goes on (示范市 in 示范市财政局) is not guessed at: a place that is
 * renamed gives its new name to its offices too. A name that the report could not be read back with is refused, and why.
 */
export function rename(
  snapshot: Snapshot,
  position: Position,
  newName: string,
  locale: Locale,
): WorkspaceEdit | Refusal | undefined {
  const { report, uri, version } = snapshot;
  const found = prepareRename(snapshot, position);
  if (!found) return undefined;
  const name = newName.trim();
  const refused = whyNot(report, found.placeholder, name);
  if (refused) return { refused: inLocale(refused, locale) };
  const edits: TextEdit[] = report.tree.lines.flatMap((_, line) =>
    occurrencesOn(report, line, found.placeholder).map(span => ({ range: rangeOf(line, span), newText: name })),
  );
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The organ's names, the longer first: the title's and the field's. */
function namesOf({ head }: Report): string[] {
  const field = head.fields.find(({ key }) => key === 'organ');
  const names = new Set([head.title?.organ?.text ?? '', field?.value.text ?? '']);
  return [...names].filter(name => name !== '').sort((a, b) => b.length - a.length);
}

/** Where a line says exactly this name, and no longer name of the organ around it. */
function occurrencesOn(report: Report, index: number, name: string): Span[] {
  const { head } = report;
  const line = report.tree.lines[index];
  if (line?.kind !== 'prose' && line?.kind !== 'part') return [];
  if (head.title?.line === index) return head.title.organ?.text === name ? [spanOf(head.title.organ)] : [];
  const field = head.fields.find(one => one.line === index);
  if (field) return field.key === 'organ' && field.value.text === name ? [spanOf(field.value)] : [];
  const longer = namesOf(report).filter(other => other !== name && other.includes(name));
  const taken = longer.flatMap(other => placesOf(line.text, other));
  return placesOf(line.text, name).filter(
    place =>
      !taken.some(other => isWithin(place, other)) &&
      line.spans.some(span => span.kind === 'text' && isWithin(place, span)),
  );
}

function placesOf(text: string, name: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    places.push({ start: at, end: at + name.length });
  }
  return places;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Why the new name would not stay a name where the old one stood: it means something else in prose, or in the title. */
function whyNot({ head, tree, forms }: Report, name: string, newName: string): Bilingual | undefined {
  if (newName === '') return { zh: '机关名称不能为空', en: 'The name of the organ cannot be empty' };
  const [sign] = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}{}｛｝|｜\\*]/u.exec(newName) ?? [];
  if (sign !== undefined) {
    const shown = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(sign) ? undefined : sign;
    return {
      zh: shown === undefined ? '机关名称不能含换行等控制字符' : `机关名称不能含“${shown}”，它在年报中另有含义`,
      en:
        shown === undefined
          ? 'The name of the organ cannot hold line ends or control characters'
          : `The name of the organ cannot hold “${shown}”, which means something else in a report`,
    };
  }
  const { title } = head;
  const line = title && tree.lines[title.line]?.text;
  if (title?.organ?.text !== name || line === undefined) return undefined;
  const renamed = line.slice(0, title.organ.start) + newName + line.slice(title.organ.end);
  const read = readReport(renamed, forms).head;
  if (read.title?.organ?.text === newName && read.year === title.year?.value) return undefined;
  return {
    zh: `标题改为“${renamed.trim()}”后，其中的机关名称或年度将无法识别`,
    en: `From the title “${renamed.trim()}” the organ or the year could no longer be read`,
  };
}
