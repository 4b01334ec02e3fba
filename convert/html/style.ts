import type { HtmlPart } from './piece.ts';

/** Where each part of a report stands in a page. */
const selectors: Readonly<Record<HtmlPart, string>> = {
  title: 'h1',
  heading: 'h2',
  subheading: 'h3',
  paragraph: 'p',
  lead: 'b',
  organ: 'p.organ',
  date: 'p.date',
  contact: 'p.contact',
  table: 'table',
  caption: 'caption',
  head: 'th',
  label: 'th[scope="row"]',
  value: 'td',
  note: 'td.note',
};

const fangsong = 'font-family:FangSong,仿宋,FangSong_GB2312,仿宋_GB2312,STFangsong,Noto Serif CJK SC,serif';
const heiti = 'font-family:SimHei,黑体,STHeiti,Heiti SC,Noto Sans CJK SC,sans-serif;font-weight:400';
const kaiti = 'font-family:KaiTi,楷体,KaiTi_GB2312,楷体_GB2312,STKaiti,Noto Serif CJK SC,serif;font-weight:400';
const songti = 'font-family:方正小标宋简体,FZXiaoBiaoSong-B05S,SimSun,宋体,STSong,Noto Serif CJK SC,serif';

const cell = 'border:1px solid;padding:3pt;line-height:1.35;word-break:break-word;font-weight:400';

/** How official documents are set (GB/T 9704): 仿宋 for the text, 黑体 and 楷体 for its headings. */
export const styles: Readonly<Record<HtmlPart, string>> = {
  title: `margin:0 0 24pt;text-align:center;font-size:22pt;font-weight:700;line-height:1.4;${songti}`,
  heading: `margin:0;text-indent:2em;font-size:16pt;line-height:1.8;${heiti}`,
  subheading: `margin:0;text-indent:2em;font-size:16pt;line-height:1.8;${kaiti}`,
  paragraph: `margin:0;text-indent:2em;text-align:justify;font-size:16pt;line-height:1.8;${fangsong}`,
  lead: kaiti,
  organ: `margin:36pt 0 0;padding-right:2em;text-align:right;text-indent:0;font-size:16pt;line-height:1.8;${fangsong}`,
  date: `margin:0;padding-right:4em;text-align:right;text-indent:0;font-size:16pt;line-height:1.8;${fangsong}`,
  contact: `margin:0;text-indent:2em;font-size:16pt;line-height:1.8;${fangsong}`,
  table: `width:100%;margin:6pt 0 12pt;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;text-align:center;${fangsong}`,
  // The heading above says it to those who see; a caption is for those who hear it.
  caption: 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap',
  head: cell,
  label: `${cell};text-align:left`,
  value: cell,
  note: `${cell};text-align:left`,
};

/** The same as a style sheet, for everything inside an element of the class. */
export const sheet = (Object.keys(selectors) as HtmlPart[])
  .map(part => `.nianbao ${selectors[part]} { ${styles[part].replaceAll(';', '; ').replaceAll(':', ': ')}; }\n`)
  .join('');
