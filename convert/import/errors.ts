import type { Bilingual } from '../../forms/index.ts';

/** Why a file could not be read at all. */
export type ImportFault =
  | 'too-large'
  | 'too-deep'
  | 'damaged'
  | 'encrypted'
  | 'old-word'
  | 'pdf'
  | 'rtf'
  | 'web-archive'
  | 'not-a-report'
  | 'binary'
  | 'unknown-encoding'
  | 'doctype'
  | 'empty'
  | 'too-slow';

/** A file that cannot be imported; told in a sentence, never with a stack. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly fault: ImportFault;
  readonly text: Bilingual;

  constructor(fault: ImportFault) {
    super(faultWords[fault].en);
    this.fault = fault;
    this.text = faultWords[fault];
  }
}

/** What users are told of each fault. */
export const faultWords: Readonly<Record<ImportFault, Bilingual>> = {
  'too-large': { zh: '文件太大，不像一份年报，没有导入', en: 'is larger than any report and was not imported' },
  'too-deep': { zh: '文件里层层相套太深，没有导入', en: 'is nested more deeply than any report and was not imported' },
  damaged: { zh: '文件已损坏，无法读取', en: 'is damaged and cannot be read' },
  encrypted: { zh: '文件设有密码，请取消密码后再导入', en: 'is protected by a password; remove it first' },
  'old-word': {
    zh: '是旧版 Word（.doc）或加密的文件，请用 Word 或 WPS 另存为 .docx 再导入',
    en: 'is an old Word file (.doc) or protected by a password; save it as .docx first',
  },
  pdf: { zh: '是 PDF，请用 Word 或 WPS 另存为 .docx 再导入', en: 'is a PDF; save it as .docx first' },
  rtf: { zh: '是 RTF，请用 Word 或 WPS 另存为 .docx 再导入', en: 'is an RTF file; save it as .docx first' },
  'web-archive': {
    zh: '是网页存档（.mht），请在浏览器中另存为 .html 再导入',
    en: 'is a web archive (.mht); save the page as .html first',
  },
  'not-a-report': {
    zh: '不是能导入的文件（可以是 docx、html、txt、md、json）',
    en: 'is no file that can be imported (docx, html, txt, md or json)',
  },
  binary: { zh: '是二进制文件，不是文本', en: 'is a binary file, not a text' },
  'unknown-encoding': {
    zh: '编码不明（不是 UTF-8、UTF-16 或 GB18030）',
    en: 'has an unknown encoding (not UTF-8, UTF-16 or GB18030)',
  },
  doctype: {
    zh: '文件的 XML 中有 DOCTYPE，为安全起见没有导入',
    en: 'has a DOCTYPE in its XML and, for safety, was not imported',
  },
  empty: { zh: '文件里没有文字', en: 'holds no text' },
  'too-slow': { zh: '读取超时，没有导入', en: 'took too long to read and was not imported' },
};
