import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Report } from '../../model/index.ts';
import { printReport } from '../printed.ts';
import { bodyFile, footerFile } from './body.ts';
import { propertiesFile } from './properties.ts';
import { fontsFile, settingsFile, stylesFile } from './styles.ts';
import { xmlFile } from './xml.ts';

/** The files of a Word document, zipped. Nothing in it depends on the clock: the same report gives the same bytes. */
export function packDocument(report: Report): Uint8Array {
  const { title, pieces } = printReport(report);
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['document', `${office}/officeDocument`, 'word/document.xml'],
      [
        'core',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': propertiesFile(title, report),
    'word/document.xml': bodyFile(pieces),
    'word/_rels/document.xml.rels': relations([
      ['styles', `${office}/styles`, 'styles.xml'],
      ['settings', `${office}/settings`, 'settings.xml'],
      ['fonts', `${office}/fontTable`, 'fontTable.xml'],
      ['odd', `${office}/footer`, 'footer-odd.xml'],
      ['even', `${office}/footer`, 'footer-even.xml'],
    ]),
    'word/styles.xml': stylesFile,
    'word/settings.xml': settingsFile,
    'word/fontTable.xml': fontsFile,
    'word/footer-odd.xml': footerFile('FooterOdd'),
    'word/footer-even.xml': footerFile('FooterEven'),
  };
  // The first moment that a zip can name, in the local time that it counts in.
  const mtime = new Date(1980, 0, 1);
  const zippable: Zippable = {};
  for (const [name, text] of Object.entries(files)) zippable[name] = [strToU8(text), { mtime, os: 0 }];
  return zipSync(zippable);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (all: readonly (readonly [string, string, string])[]): string =>
  xmlFile(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = xmlFile(
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    [
      ['/word/document.xml', `${word}.document.main+xml`],
      ['/word/styles.xml', `${word}.styles+xml`],
      ['/word/settings.xml', `${word}.settings+xml`],
      ['/word/fontTable.xml', `${word}.fontTable+xml`],
      ['/word/footer-odd.xml', `${word}.footer+xml`],
      ['/word/footer-even.xml', `${word}.footer+xml`],
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ]
      .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join('') +
    '</Types>',
);
