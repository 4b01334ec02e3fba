import { ImportError } from '../errors.ts';
import { gatherTables } from '../soft-tables.ts';
import type { LeftOut, Source, SourceBlock, SourceParagraph } from '../source.ts';
import { BodyReader, wordsOf } from './document.ts';
import { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import { readXml, childOf, elementsOf, type XmlElement } from './xml.ts';
import { Archive } from './zip.ts';

/** Reads a Word document. Only its own parts are read; pictures and whatever else is embedded are never opened. */
export function readDocx(bytes: Uint8Array): Source {
  const archive = new Archive(bytes);
  const main = mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (name: string): XmlElement | undefined => {
    const read = archive.read(name);
    return read && readXml(read);
  };
  const own = (name: string): XmlElement | undefined => part(`${folder}${name}`);
  const document = part(main);
  const body = childOf(document, 'body');
  if (!body) throw new ImportError('damaged');
  const reader = new BodyReader({
    styleOf: readStyles(own('styles.xml')),
    numbering: new Numbering(own('numbering.xml')),
    notes: new Map([...readNotes(own('footnotes.xml'), 'footnote'), ...readNotes(own('endnotes.xml'), 'endnote')]),
  });
  reader.read(body);
  const left = [...reader.left, ...readMargins(archive, folder, part), ...readComments(own('comments.xml'))];
  return { format: 'docx', blocks: gatherInLines(reader.blocks), left };
}

/** The part that the document stands in: Word names it always alike, others may not. */
function mainPart(archive: Archive): string {
  const bytes = archive.read('_rels/.rels');
  const relations = elementsOf(bytes && readXml(bytes), 'Relationship');
  const target = relations.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))?.attributes.Target;
  const named = target?.replace(/^\//, '') ?? 'word/document.xml';
  // A spreadsheet or a presentation is such an archive too.
  if (!named.endsWith('.xml') || /(?:workbook|presentation)\.xml/.test(named) || !archive.names.includes(named)) {
    throw new ImportError('not-a-report');
  }
  return named;
}

/** The words of notes by their ids. The lines that Word draws above them are notes too. */
const readNotes = (part: XmlElement | undefined, kind: string): [string, string][] =>
  elementsOf(part, kind)
    .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
    .map(note => [`${kind} ${note.attributes.id ?? ''}`, wordsOf(note).trim()]);

/** What is printed at the head and foot of the pages. */
const readMargins = (archive: Archive, folder: string, part: (name: string) => XmlElement | undefined): LeftOut[] =>
  archive.names
    .filter(name => name.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/.test(name))
    .flatMap((name): LeftOut[] => {
      const read = part(name);
      const text = read ? wordsOf(read).trim() : '';
      return text === '' ? [] : [{ text, place: {}, as: 'page' }];
    });

const readComments = (part: XmlElement | undefined): LeftOut[] =>
  elementsOf(part, 'comment').flatMap((comment): LeftOut[] => {
    const text = wordsOf(comment).trim();
    return text === '' ? [] : [{ text, place: {}, as: 'comment' }];
  });

/** Tables that are only lines with tabs or bars in the document. */
function gatherInLines(blocks: readonly SourceBlock[]): SourceBlock[] {
  const result: SourceBlock[] = [];
  let run: SourceParagraph[] = [];
  const close = (): void => {
    result.push(...(run.length > 1 ? gatherTables(run, () => false) : run));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' && /\S\t+\S|[|｜].*[|｜]/.test(block.text)) run.push(block);
    else {
      close();
      result.push(block);
    }
  }
  close();
  return result;
}
