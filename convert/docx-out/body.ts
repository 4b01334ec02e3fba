import type { PrintedPiece, PrintedRun, PrintedText } from '../printed/types.ts';
import { sectionProperties } from './page.ts';
import { tableXml } from './table.ts';
import { escapeXml, xmlFile } from './xml.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The document itself. Between two tables and at the end Word needs a paragraph. */
export function bodyFile(pieces: readonly PrintedPiece[]): string {
  const written = pieces.map((piece, index) => {
    if (piece.kind !== 'table') return textXml(piece);
    const next = pieces[index + 1];
    return tableXml(piece) + (!next || next.kind === 'table' ? paragraph('TableGap', '') : '');
  });
  const body = written.length === 0 ? paragraph('Normal', '') : written.join('');
  return xmlFile(`<w:document ${namespaces}><w:body>${body}${sectionProperties}</w:body></w:document>`);
}

/** The page number between dashes, on an odd or an even page. */
export const footerFile = (style: string): string =>
  xmlFile(
    `<w:ftr ${namespaces}>${paragraph(style, `${run('－')}<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>${run('－')}`)}</w:ftr>`,
  );

const styles: Readonly<Record<PrintedText['kind'], string>> = {
  title: 'Title',
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: 'Normal',
  organ: 'Organ',
  date: 'Date',
  contact: 'Normal',
};

const textXml = ({ kind, runs }: PrintedText): string =>
  paragraph(styles[kind], runs.map(({ text, weight }) => run(text, looks[weight])).join(''));

const looks: Readonly<Record<PrintedRun['weight'], string>> = {
  plain: '',
  bold: '<w:b/>',
  heading: '<w:rStyle w:val="Lead"/>',
};

const paragraph = (style: string, inside: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`;

/** Without the hint, marks that Chinese and Latin share, such as “ and —, would be taken from the Latin font. */
function run(text: string, look = ''): string {
  const fonts = '<w:rFonts w:hint="eastAsia"/>';
  const properties = look.startsWith('<w:rStyle') ? look + fonts : fonts + look;
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
