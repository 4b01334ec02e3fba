import type { Bilingual } from '../forms/index.ts';
import type { Severity } from '../rules/index.ts';

/** What the command line itself says. Rules, mends and settings bring their own words. */
export const words = {
  severities: {
    error: { zh: '错误', en: 'error' },
    warning: { zh: '警告', en: 'warning' },
    information: { zh: '提示', en: 'note' },
  } satisfies Record<Severity, Bilingual>,
  standardInput: { zh: '标准输入', en: 'standard input' },

  mend: (title: string): Bilingual => ({ zh: `改法：${title}`, en: `Mend: ${title}` }),
  related: (line: number, message: string): Bilingual => ({
    zh: `第 ${line} 行：${message}`,
    en: `line ${line}: ${message}`,
  }),
  moreRelated: (count: number): Bilingual => ({ zh: `另有 ${count} 处相关`, en: `and ${count} more` }),
  summary: ({ files, ...found }: { files: number } & Record<Severity, number>, problems: number): Bilingual => ({
    zh: `检查了 ${files} 个文件${files > 0 ? foundZh(found) : ''}${problems > 0 ? `；${problems} 项未能完成` : ''}`,
    en: `Checked ${plural(files, 'file')}${files > 0 ? foundEn(found) : ''}${problems > 0 ? `; ${problems} not done` : ''}`,
  }),
  checking: (done: number, total: number): Bilingual => ({
    zh: `检查中 ${done}/${total} …`,
    en: `Checking ${done}/${total} …`,
  }),

  help: {
    about: {
      zh: '年报：检查、整理和导出政府信息公开工作年度报告',
      en: 'Nianbao: checks, formats and exports the yearly report on government information disclosure',
    },
    command: { zh: '命令', en: 'command' },
    commands: { zh: '命令：', en: 'Commands:' },
    options: { zh: '选项：', en: 'Options:' },
    more: { zh: 'nianbao help <命令> 说明一个命令。', en: 'nianbao help <command> explains a command.' },
    paths: {
      zh: '可以写文件、文件夹（包括其中的文件夹）、通配符（要加引号）；- 是标准输入。不写就是当前文件夹。',
      en: 'Paths are files, folders with all below them, or quoted globs; - is standard input. Default: this folder.',
    },
  },
  noCommand: { zh: '没有写命令', en: 'no command given' },
  unknownCommand: (name: string, known: readonly string[], nearest: string | undefined): Bilingual => ({
    zh: `没有“${name}”这个命令${nearest ? `，是不是 ${nearest}？` : '。'}可用的命令：${known.join('、')}`,
    en: `unknown command ${name}${nearest ? `, did you mean ${nearest}?` : '.'} Commands: ${known.join(', ')}`,
  }),
  commandForgotten: (operand: string): Bilingual => ({
    zh: `文件前面要写命令，例如：nianbao check ${operand}`,
    en: `a command stands before the file, for example: nianbao check ${operand}`,
  }),
  unknownOption: (option: string, nearest: string | undefined): Bilingual => ({
    zh: `没有 ${option} 这个选项${nearest ? `，是不是 ${nearest}？` : ''}`,
    en: `unknown option ${option}${nearest ? `, did you mean ${nearest}?` : ''}`,
  }),
  optionBeforeCommand: (option: string): Bilingual => ({
    zh: `选项 ${option} 要写在命令后面`,
    en: `option ${option} must stand behind the command`,
  }),
  missingValue: (option: string, value: Bilingual): Bilingual => ({
    zh: `选项 ${option} 后面要写${value.zh}`,
    en: `option ${option} needs a value (${value.en})`,
  }),
  needlessValue: (option: string): Bilingual => ({
    zh: `选项 ${option} 不带值`,
    en: `option ${option} takes no value`,
  }),
  wrongChoice: (option: string, value: string, known: readonly string[], nearest: string | undefined): Bilingual => ({
    zh: `选项 ${option} 不能是“${value}”${nearest ? `，是不是 ${nearest}？` : '。'}可以是：${known.join('、')}`,
    en: `option ${option} cannot be "${value}"${nearest ? `, did you mean ${nearest}?` : '.'} Choices: ${known.join(', ')}`,
  }),
  missingOption: (option: string, known: readonly string[]): Bilingual => ({
    zh: `要用 ${option} 指明，可以是：${known.join('、')}`,
    en: `${option} is required. Choices: ${known.join(', ')}`,
  }),
  missingOperand: (name: Bilingual): Bilingual => ({ zh: `缺少${name.zh}`, en: `missing ${name.en}` }),
  emptyOperand: { zh: '有一个参数是空的', en: 'an argument is empty' },
  extraOperand: (operand: string): Bilingual => ({
    zh: `多余的参数：${operand}`,
    en: `unexpected argument: ${operand}`,
  }),
  usage: (line: string): Bilingual => ({ zh: `用法：${line}`, en: `Usage: ${line}` }),
  seeHelp: (command: string | undefined): Bilingual => ({
    zh: `详见 nianbao ${command ? command + ' ' : ''}--help`,
    en: `See nianbao ${command ? command + ' ' : ''}--help`,
  }),
  internal: (where: string, detail: string): Bilingual => ({
    zh: `${where}：程序内部出错，请报告：${detail}`,
    en: `${where}: an internal error, please report it: ${detail}`,
  }),

  at: (path: string, message: Bilingual): Bilingual => ({
    zh: `${path}：${message.zh}`,
    en: `${path}: ${message.en}`,
  }),
  noMatch: { zh: '没有匹配的文件', en: 'no file matches' },
  noReports: {
    zh: '文件夹里没有年报文件（*.nianbao、*.年报）',
    en: 'no report in this folder (*.nianbao, *.年报)',
  },
  ignored: { zh: '按设置忽略', en: 'ignored by the settings' },
  readAs: (encoding: string): Bilingual => ({ zh: `按 ${encoding} 读取`, en: `read as ${encoding}` }),
  binary: { zh: '是二进制文件，不是文本', en: 'is a binary file, not a text' },
  unknownEncoding: {
    zh: '编码不明（不是 UTF-8、UTF-16 或 GB18030）',
    en: 'unknown encoding (not UTF-8, UTF-16 or GB18030)',
  },
  tooLarge: (limit: string): Bilingual => ({ zh: `超过 ${limit}，未读取`, en: `larger than ${limit}, not read` }),
  interrupted: { zh: '已中断', en: 'interrupted' },

  exists: {
    zh: '文件已存在，未改动（覆盖请加 --force）',
    en: 'exists already and was left alone (--force overwrites)',
  },
  noFolder: { zh: '文件夹不存在', en: 'no such folder' },
  otherEncoding: (encoding: string): Bilingual => ({
    zh: `原文件是 ${encoding} 编码，未改写（加 --force 则改存为 UTF-8）`,
    en: `is encoded as ${encoding} and was left alone (--force writes it as UTF-8)`,
  }),
  unsafeFormat: {
    zh: '整理后的意思与原文不一致，未改动，请报告这份文件',
    en: 'formatting would have changed its meaning; it was left alone, please report this file',
  },
  formatted: (path: string): Bilingual => ({ zh: `已整理 ${path}`, en: `formatted ${path}` }),
  formatSummary: (changed: number, unchanged: number): Bilingual => ({
    zh: `整理了 ${changed} 个文件，${unchanged} 个无需整理`,
    en: `Formatted ${plural(changed, 'file')}, ${unchanged} unchanged`,
  }),
  formatCheck: (changed: number, unchanged: number): Bilingual => ({
    zh: `${changed} 个文件需要整理，${unchanged} 个无需整理`,
    en: `${plural(changed, 'file')} to format, ${unchanged} in order`,
  }),

  organForm: { zh: '机关名称要写成一行文字', en: 'the organ must be one line of text' },
  swapped: (organ: string, year: string): Bilingual => ({
    zh: `先写机关，后写年度：nianbao new ${organ} ${year}`,
    en: `the organ comes first, then the year: nianbao new ${organ} ${year}`,
  }),
  yearForm: (year: string): Bilingual => ({
    zh: `年度“${year}”要写成 2008 到 2099 之间的四位数字`,
    en: `the year "${year}" must be four digits between 2008 and 2099`,
  }),
  noEdition: (year: string, known: readonly string[]): Bilingual => ({
    zh: `${year} 年没有对应的格式，请用 --edition 指明：${known.join('、')}`,
    en: `no edition of the form fits ${year}, choose one with --edition: ${known.join(', ')}`,
  }),
  unknownRule: (id: string, nearest: string | undefined): Bilingual => ({
    zh: `没有“${id}”这条规则${nearest ? `，是不是 ${nearest}？` : ''}（nianbao rules 列出全部规则）`,
    en: `no rule ${id}${nearest ? `, did you mean ${nearest}?` : ''} (nianbao rules lists them all)`,
  }),
  ruleGroups: {
    structure: { zh: '结构', en: 'Structure' },
    tables: { zh: '表格', en: 'Tables' },
    sums: { zh: '勾稽关系', en: 'Sums' },
    prose: { zh: '文字与表格', en: 'Prose against tables' },
    freshness: { zh: '旧年份', en: 'Freshness' },
    'across files': { zh: '跨文件', en: 'Across files' },
    care: { zh: '细节', en: 'Care' },
    meta: { zh: '其他', en: 'Meta' },
  },
  ruleHeadings: {
    clause: { zh: '依据', en: 'Clause' },
    before: { zh: '另一份报告', en: 'Another report' },
    failing: { zh: '不符合的例子', en: 'Failing' },
    passing: { zh: '符合的例子', en: 'Passing' },
  },
  noServer: (path: string): Bilingual => ({
    zh: `没有语言服务器 ${path}（源代码目录中先运行 npm run build）`,
    en: `there is no language server at ${path} (in the source tree, npm run build makes it)`,
  }),
  importing: (done: number, total: number): Bilingual => ({
    zh: `导入中 ${done}/${total} …`,
    en: `Importing ${done}/${total} …`,
  }),
  imported: (file: string, to: string): Bilingual => ({
    zh: `${file} 已导入为 ${to}`,
    en: `${file} imported as ${to}`,
  }),
  importSummary: (done: number, failed: number, losses: number): Bilingual => ({
    zh: `导入了 ${done} 个文件${failed > 0 ? `，${failed} 个未能导入` : ''}，${losses} 处没有收入`,
    en: `Imported ${plural(done, 'file')}${failed > 0 ? `, ${failed} not` : ''}; ${plural(losses, 'passage')} left out`,
  }),
  oneOutput: (output: string): Bilingual => ({
    zh: `有多个文件时，-o 要写文件夹（末尾加 /），不是“${output}”`,
    en: `with several files, -o must name a folder (ending in /), not "${output}"`,
  }),
  exported: (path: string): Bilingual => ({ zh: `已导出 ${path}`, en: `exported ${path}` }),
  exportTwice: (path: string): Bilingual => ({
    zh: `${path} 刚刚由另一份同名年报写成，未覆盖`,
    en: `${path} was just written from another report of that name and was left alone`,
  }),
  exportToFile: { zh: 'Word 文档要写入文件，请用 -o 指明', en: 'a Word document goes to a file, name it with -o' },
  onlyHtml: { zh: '--html-form 只用于 --to html', en: '--html-form is for --to html only' },
  exportErrors: (count: number): Bilingual => ({
    zh: `有 ${count} 处错误，未导出（先用 nianbao check 查看，或加 --force 照样导出）`,
    en: `has ${plural(count, 'error')} and was not exported (see nianbao check, or add --force)`,
  }),
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function foundZh({ error, warning, information }: Record<Severity, number>): string {
  const found = [
    error > 0 ? `${error} 处错误` : '',
    warning > 0 ? `${warning} 处警告` : '',
    information > 0 ? `${information} 处提示` : '',
  ].filter(part => part !== '');
  return found.length > 0 ? `：${found.join('，')}` : '，没有发现问题';
}

function foundEn({ error, warning, information }: Record<Severity, number>): string {
  const found = [
    error > 0 ? plural(error, 'error') : '',
    warning > 0 ? plural(warning, 'warning') : '',
    information > 0 ? plural(information, 'note') : '',
  ].filter(part => part !== '');
  return found.length > 0 ? `: ${found.join(', ')}` : ', nothing found';
}
