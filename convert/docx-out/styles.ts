import { margin, page, size, spread } from './page.ts';
import { xmlFile } from './xml.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const fangsong = '仿宋';
const heiti = '黑体';
const kaiti = '楷体';
const songti = '宋体';
const title = '方正小标宋简体';
const latin = 'Times New Roman';

/** The fonts, each with what stands in for it where a computer does not have it. */
export const fontsFile = xmlFile(
  `<w:fonts ${main}>${[
    { name: fangsong, other: 'FangSong_GB2312', family: 'modern' },
    { name: heiti, other: 'SimHei', family: 'modern' },
    { name: kaiti, other: 'KaiTi_GB2312', family: 'modern' },
    { name: songti, other: 'SimSun', family: 'auto' },
    { name: title, other: songti, family: 'auto' },
  ]
    .map(
      ({ name, other, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
    )
    .join('')}</w:fonts>`,
);

/** Settings of the whole document: other page numbers on even pages, and Chinese rules for marks at line ends. */
export const settingsFile = xmlFile(
  `<w:settings ${main}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>` +
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
);

const font = (name: string): string =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${name}"/>`;

/** Letters of a size; those of the text stand so close that 28 fill a line. */
const sized = (halfPoints: number): string =>
  `<w:spacing w:val="${halfPoints === size.three ? spread : 0}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

/** Two characters in, whatever their size; the second number is for programs that do not count characters. */
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

/** Lines that stand free of the page's grid. */
const offGrid = '<w:snapToGrid w:val="0"/>';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly letters?: string;
}

const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/><w:spacing w:after="${page.line}" w:line="700" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    letters: font(title) + sized(size.two),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>',
    letters: font(heiti),
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:outlineLvl w:val="1"/>',
    letters: font(kaiti),
  },
  {
    id: 'Organ',
    name: 'Organ',
    paragraph: `<w:keepNext/><w:spacing w:before="${page.line * 2}"/><w:ind w:rightChars="200" w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`,
  },
  {
    id: 'Date',
    name: 'Date',
    paragraph: '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
  },
  {
    id: 'TableValue',
    name: 'Table Value',
    paragraph: `${offGrid}<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`,
    letters: font(songti) + sized(size.five),
  },
  {
    id: 'TableLabel',
    name: 'Table Label',
    paragraph: `${offGrid}<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`,
    letters: font(songti) + sized(size.five),
  },
  {
    id: 'TableGap',
    name: 'Table Gap',
    paragraph: `${offGrid}<w:spacing w:line="240" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>`,
  },
  {
    id: 'FooterOdd',
    name: 'Footer Odd',
    paragraph: `${offGrid}<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`,
    letters: font(songti).replaceAll(latin, songti) + sized(size.four),
  },
  {
    id: 'FooterEven',
    name: 'Footer Even',
    paragraph: `${offGrid}<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:leftChars="100" w:left="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`,
    letters: font(songti).replaceAll(latin, songti) + sized(size.four),
  },
];

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;

/** How everything is set (GB/T 9704): 仿宋 for the text, 黑体 and 楷体 for its headings, 小标宋 for the title. */
export const stylesFile = xmlFile(
  `<w:styles ${main}>` +
    `<w:docDefaults><w:rPrDefault><w:rPr>${font(fangsong)}${sized(size.three)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr><w:spacing w:line="${page.line}" w:lineRule="exact"/>${indented}<w:jc w:val="both"/></w:pPr></w:style>` +
    styles
      .map(
        ({ id, name, paragraph, letters }) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
          `<w:pPr>${paragraph}</w:pPr>${letters === undefined ? '' : `<w:rPr>${letters}</w:rPr>`}</w:style>`,
      )
      .join('') +
    `<w:style w:type="character" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr>${font(kaiti)}</w:rPr></w:style>` +
    '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/>' +
    `<w:tblPr><w:jc w:val="center"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>` +
    `<w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
    '</w:styles>',
);
