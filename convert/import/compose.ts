import { fields as fieldForms, forms as allForms, type Form, type SectionForm } from '../../forms/index.ts';
import { readReport } from '../../model/index.ts';
import { bindSection, type BoundSection } from './bind/bind.ts';
import { gatherFlows } from './flow.ts';
import { findSection } from './headings.ts';
import { outline, type OutlinedSection } from './outline.ts';
import { dropMarks, joinCut } from './paragraphs.ts';
import { remarkWords, type Remark } from './remarks.ts';
import { readSignature } from './signature.ts';
import type { LeftOut, Source, SourceBlock, SourceParagraph, SourceTable } from './source.ts';
import { isPart, writeHeading, writeParagraph, writePart, writeTable } from './write.ts';

/** A foreign file as a report, and what was done to its words on the way. */
export interface Composed {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** Writes what a reader has found as a report in the language. */
export function compose(source: Source, forms: readonly Form[] = allForms): Composed {
  const marks = dropMarks(source.blocks);
  const { title, head, sections, remarks: outlined } = outline(marks.blocks, forms);
  const { form } = readReport(title, forms);
  const remarks = [...source.left.map(leftOut), ...marks.remarks, ...outlined];
  const composer = new Composer(forms, form, hasPartHeadings(source.blocks));
  const text = composer.write(title, head, sections);
  return { text, remarks: [...remarks, ...composer.remarks] };
}

const leftOut = ({ text, place, as }: LeftOut): Remark => ({ kind: 'loss', text, place, message: remarkWords[as] });

/** Whether the file marks （一） as a heading: then only what it marks so is one. */
const hasPartHeadings = (blocks: readonly SourceBlock[]): boolean =>
  blocks.some(block => block.kind === 'paragraph' && block.level > 0 && isPart(block));

/** A table that has no more than a word or two of the form's is another one. */
const LEAST_SCORE = 2;

class Composer {
  readonly #forms: readonly Form[];
  readonly #form: Form;
  readonly #marked: boolean;
  readonly remarks: Remark[] = [];
  /** The tables by the section that they belong to, wherever they stand. */
  readonly #tables = new Map<string, SourceTable[]>();

  constructor(forms: readonly Form[], form: Form, marked: boolean) {
    this.#forms = forms;
    this.#form = form;
    this.#marked = marked;
  }

  write(title: string, head: readonly SourceBlock[], sections: readonly OutlinedSection[]): string {
    const last = sections.at(-1);
    const signature = readSignature(last?.blocks ?? [], readReport(title, this.#forms).head.organ);
    const cut = sections.map(one => (one === last ? { ...one, blocks: signature.blocks } : one));
    const gathered = cut.map(one => ({ ...one, blocks: gatherFlows(one.blocks, this.#readings(one.section.id)) }));
    const opening = this.#opening(head);
    for (const { blocks, section } of [{ blocks: opening.blocks, section: undefined }, ...gathered]) {
      for (const block of blocks) if (block.kind === 'table') this.#home(block, section);
    }
    const written = this.#complete(gathered).map(one => this.#section(one));
    const top = [title, ...opening.fields, ...signature.fields].filter(line => line !== '');
    const parts = [top, ...this.#prose(opening.blocks, undefined), ...written.flat()];
    return `${parts.flatMap(lines => (lines.length > 0 ? lines.join('\n') : [])).join('\n\n')}\n`;
  }

  #readings(id: string): readonly SectionForm[] {
    return this.#forms.flatMap(form => form.sections.filter(section => section.id === id && section.tables));
  }

  /** The fields straight below the title; everything else there is prose. */
  #opening(head: readonly SourceBlock[]): { fields: string[]; blocks: readonly SourceBlock[] } {
    const fields: string[] = [];
    for (const block of head) {
      const field = block.kind === 'paragraph' ? /^(\S{2,4})\s*[：:]\s*(\S.{0,60})$/.exec(block.text) : undefined;
      if (!field || !fieldForms.some(({ label }) => label === field[1])) break;
      fields.push(`${field[1] ?? ''}：${field[2] ?? ''}`);
    }
    return { fields, blocks: head.slice(fields.length) };
  }

  /** Keeps a table for the section that it belongs to; one that is of no form is told. */
  #home(table: SourceTable, section: SectionForm | undefined): void {
    const scoreIn = (id: string): number => this.#bind(id, [table])?.score ?? 0;
    let home = section && scoreIn(section.id) > 0 ? section.id : undefined;
    let best = LEAST_SCORE;
    for (const { id } of home === undefined ? this.#form.sections : []) {
      const score = scoreIn(id);
      if (score > best) [home, best] = [id, score];
    }
    if (home === undefined) this.#strange(table);
    else this.#tables.set(home, [...(this.#tables.get(home) ?? []), table]);
  }

  #strange(table: SourceTable): void {
    for (const { cells, place } of table.rows) {
      const text = cells
        .map(cell => cell.text)
        .filter(words => words !== '')
        .join(' ');
      if (text !== '') this.remarks.push({ kind: 'loss', text, place, message: remarkWords.strangeTable });
    }
  }

  /** The tables of a section in the edition that knows most of them; on a tie in the report's own. */
  #bind(id: string, tables: readonly SourceTable[]): BoundSection | undefined {
    let best: BoundSection | undefined;
    for (const edition of new Set([this.#form, ...this.#forms])) {
      for (const section of edition.sections.filter(one => one.id === id)) {
        const bound = bindSection(tables, section, edition);
        if (bound.score > (best?.score ?? -1)) best = bound;
      }
    }
    return best;
  }

  /** With the sections of which the file has tables alone, each where it belongs: their headings are lost. */
  #complete(sections: readonly OutlinedSection[]): readonly OutlinedSection[] {
    const complete = [...sections];
    for (const [place, section] of this.#form.sections.entries()) {
      if (!this.#tables.has(section.id) || sections.some(one => one.section.id === section.id)) continue;
      const later = new Set(this.#form.sections.slice(place + 1).map(({ id }) => id));
      const at = complete.findIndex(one => later.has(one.section.id));
      complete.splice(at < 0 ? complete.length : at, 0, { section, blocks: [] });
    }
    return complete;
  }

  #section({ section, blocks }: OutlinedSection): string[][] {
    const tables = this.#tables.get(section.id) ?? [];
    this.#tables.delete(section.id);
    const bound = this.#bind(section.id, tables);
    if (bound) this.remarks.push(...bound.remarks);
    const firstTable = blocks.findIndex(({ kind }) => kind === 'table');
    const [before, after] = firstTable < 0 ? [blocks, []] : [blocks.slice(0, firstTable), blocks.slice(firstTable)];
    return [
      [writeHeading(this.#form, section)],
      ...this.#prose(before, section),
      ...(bound?.tables.map(writeTable) ?? []),
      ...this.#prose(after, section),
    ];
  }

  #prose(blocks: readonly SourceBlock[], section: SectionForm | undefined): string[][] {
    const paragraphs = blocks.filter(block => block.kind === 'paragraph');
    const { blocks: joined, remarks } = joinCut(paragraphs, text => findSection(text, this.#forms) !== undefined);
    this.remarks.push(...remarks);
    const written: string[][] = [];
    for (const one of joined) {
      if (one.kind === 'table') continue;
      if (this.#isPart(one, section)) written.push([writePart(one)]);
      else {
        const line = this.#paragraph(one);
        // Paragraphs stand below each other, as they do below the part that they are in.
        if (written.length === 0) written.push([line]);
        else written.at(-1)?.push(line);
      }
    }
    return written;
  }

  #isPart(paragraph: SourceParagraph, section: SectionForm | undefined): boolean {
    if (!isPart(paragraph)) return false;
    if (section?.parts || paragraph.level > 0) return true;
    const [first] = paragraph.bold;
    return !this.#marked && (first?.start !== 0 || first.end === paragraph.text.length);
  }

  #paragraph(paragraph: SourceParagraph): string {
    if (!/^(?:\/\/|／／)/.test(paragraph.text)) return writeParagraph(paragraph);
    const { text, place } = paragraph;
    this.remarks.push({ kind: 'change', text, place, message: remarkWords.slashes });
    return writeParagraph({ ...paragraph, text: text.replace(/[/／]/, '$& '), bold: [] });
  }
}
