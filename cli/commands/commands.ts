import type { CommandForm, OptionForm } from '../command.ts';

/** The commands in the order of the help. Each is loaded only when it runs, so that the others cost nothing. */
export const commands: readonly CommandForm[] = [
  {
    name: 'check',
    summary: { zh: '检查年报', en: 'check reports' },
    operands: [{ name: { zh: '文件或文件夹', en: 'paths' }, count: 'any' }],
    options: [
      {
        name: 'format',
        value: { zh: '输出格式', en: 'format' },
        choices: ['text', 'json', 'sarif', 'github', 'letter'],
        explanation: {
          zh: '输出格式（默认 text；letter 是退回修改意见）',
          en: 'how findings are written (default: text; letter is a note to send back, in Chinese)',
        },
      },
      outputOption(),
      forceOption({ zh: '覆盖已有的文件', en: 'overwrite an existing file' }),
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'format',
    summary: { zh: '把年报整理成规范写法', en: 'write reports in their canonical form' },
    operands: [{ name: { zh: '文件或文件夹', en: 'paths' }, count: 'any' }],
    options: [
      {
        name: 'check',
        explanation: { zh: '只列出需要整理的文件，不改动', en: 'only list the files that would change' },
      },
      {
        name: 'force',
        explanation: { zh: '把其他编码的文件改存为 UTF-8', en: 'write files of another encoding as UTF-8' },
      },
    ],
    load: async () => (await import('./format.ts')).format,
  },
  {
    name: 'new',
    summary: { zh: '新建一份空白年报', en: 'write a blank report' },
    operands: [
      { name: { zh: '机关', en: 'organ' }, count: 'one' },
      { name: { zh: '年度', en: 'year' }, count: 'one' },
    ],
    options: [
      {
        name: 'edition',
        value: { zh: '格式', en: 'edition' },
        explanation: { zh: '格式（默认按年度）', en: 'edition of the form (default: by the year)' },
      },
      {
        name: 'from',
        value: { zh: '上年年报', en: 'file' },
        explanation: { zh: '从上年年报带入结转数等', en: "carry figures over from last year's report" },
      },
      outputOption(),
      forceOption({ zh: '覆盖已有的文件', en: 'overwrite an existing file' }),
    ],
    load: async () => (await import('./new.ts')).newCommand,
  },
  {
    name: 'import',
    summary: { zh: '把 Word、网页、文本文件导入为年报', en: 'import Word files, web pages and texts' },
    operands: [{ name: { zh: '文件', en: 'file' }, count: 'some' }],
    options: [
      {
        name: 'output',
        short: 'o',
        value: { zh: '文件或文件夹', en: 'path' },
        explanation: {
          zh: '写入这个文件或文件夹（默认写在原文件旁边；- 是标准输出）',
          en: 'write to this file or folder (default: beside the original; - is standard output)',
        },
      },
      forceOption({ zh: '覆盖已有的文件', en: 'overwrite existing files' }),
    ],
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'export',
    summary: { zh: '把年报导出为 Word、网页等格式', en: 'export reports to Word, HTML and other formats' },
    operands: [{ name: { zh: '文件', en: 'file' }, count: 'some' }],
    options: [
      {
        name: 'to',
        value: { zh: '目标格式', en: 'format' },
        choices: ['docx', 'html', 'json', 'md', 'csv'],
        explanation: {
          zh: '目标格式（不写时看 -o 的文件名）',
          en: 'the notation to export to (default: by the name behind -o)',
        },
      },
      {
        name: 'html-form',
        value: { zh: '网页形式', en: 'form' },
        choices: ['page', 'fragment', 'styled-fragment'],
        explanation: {
          zh: '整页（默认）、只有内容的片段，或自带样式的片段',
          en: 'a whole page (default), its bare content, or the content with inline styles',
        },
      },
      {
        name: 'output',
        short: 'o',
        value: { zh: '文件或文件夹', en: 'path' },
        explanation: {
          zh: '写入这个文件或文件夹（默认：一份年报的文字格式输出到标准输出，其余写在年报旁边）',
          en: 'write to this file or folder (default: text of one report is printed, else beside the report)',
        },
      },
      forceOption({
        zh: '有错误也导出，并覆盖已有的文件',
        en: 'export in spite of errors, overwrite existing files',
      }),
    ],
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'rules',
    summary: { zh: '列出检查规则，或说明其中一条', en: 'list the rules, or explain one' },
    operands: [{ name: { zh: '规则', en: 'id' }, count: 'optional' }],
    options: [],
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  {
    name: 'lsp',
    summary: { zh: '为编辑器运行语言服务器', en: 'run the language server for an editor' },
    operands: [],
    options: [
      {
        name: 'stdio',
        explanation: {
          zh: '用标准输入和输出通信（总是如此，可以不写）',
          en: 'talk over standard input and output (always so, may be left out)',
        },
      },
    ],
    load: async () => (await import('./lsp.ts')).lsp,
  },
];

/** Options that every command takes. */
export const generalOptions: readonly OptionForm[] = [
  {
    name: 'locale',
    value: { zh: '语言', en: 'language' },
    choices: ['zh', 'en'],
    explanation: { zh: '消息的语言（也可用环境变量 NIANBAO_LOCALE）', en: 'language of messages (or NIANBAO_LOCALE)' },
  },
  { name: 'help', short: 'h', explanation: { zh: '显示用法', en: 'show this help' } },
  { name: 'version', short: 'v', explanation: { zh: '显示版本', en: 'show the version' } },
];

function outputOption(): OptionForm {
  return {
    name: 'output',
    short: 'o',
    value: { zh: '文件', en: 'file' },
    explanation: { zh: '写入这个文件（默认写到标准输出）', en: 'write to this file (default: standard output)' },
  };
}

function forceOption(explanation: OptionForm['explanation']): OptionForm {
  return { name: 'force', explanation };
}
