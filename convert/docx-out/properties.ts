import type { Report } from '../../model/index.ts';
import { escapeXml, xmlFile } from './xml.ts';

/** What the file says of itself: title, author, year and, where the report states it, the day of publication. */
export function propertiesFile(title: string, { head }: Report): string {
  const published = head.fields.find(({ key }) => key === 'published')?.value.text ?? '';
  const facts = [
    ['dc:title', title],
    ['dc:creator', head.organ ?? ''],
    ['cp:keywords', head.year === undefined ? '' : String(head.year)],
    ['dc:language', 'zh-CN'],
  ].map(([name = '', text = '']) => (text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`));
  const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(published)
    ? `<dcterms:created xsi:type="dcterms:W3CDTF">${published}T00:00:00Z</dcterms:created>`
    : '';
  return xmlFile(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${facts.join('')}${day}</cp:coreProperties>`,
  );
}
