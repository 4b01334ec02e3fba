import path from 'node:path';
import type { Bilingual } from '../../forms/index.ts';
import type { Finding, Severity } from '../../rules/index.ts';
import type { CheckedFile, Printer, PrinterOptions } from './printer.ts';
import { visible } from './visible.ts';

/** `--format github`: workflow commands, which GitHub shows at the lines of a change. */
export function githubPrinter(options: PrinterOptions): Printer {
  const titles = new Map<string, Bilingual>(options.rules.map(rule => [rule.id, rule.title]));
  return {
    begin: () => '',
    *file(checked) {
      for (const finding of checked.findings) yield command(finding, fileName(checked, options)) + '\n';
    },
    between: '',
    end: () => '',
  };

  function command({ rule, severity, range, message }: Finding, file: string): string {
    const title = titles.get(rule)?.[options.locale];
    const properties = {
      file,
      line: range.start.line + 1,
      endLine: range.end.line + 1,
      ...columnsOf(range),
      title: title === undefined ? rule : `${title} (${rule})`,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(visible(message[options.locale]))}`;
  }
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

// GitHub takes columns only where the range stays on one line.
const columnsOf = ({ start, end }: Finding['range']): object =>
  start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};

/** GitHub counts paths from the checked-out repository, wherever in it the command runs. */
function fileName({ path: shown, absolute }: CheckedFile, { cwd, env }: PrinterOptions): string {
  if (absolute === undefined) return shown;
  const root = env.GITHUB_WORKSPACE ?? cwd;
  return path.relative(root, absolute).split(path.sep).join('/');
}

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
