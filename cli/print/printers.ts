import { rules } from '../../rules/index.ts';
import { paintFor } from '../colour.ts';
import type { Io, Locale, Output } from '../io.ts';
import type { Printer, PrinterOptions } from './printer.ts';

/** How findings are to be printed, as plain data, which can be handed to a worker. */
export interface Printing {
  readonly format: string;
  readonly locale: Locale;
  readonly cwd: string;
  readonly env: Io['env'];
  readonly output: Pick<Output, 'isTTY' | 'columns'>;
}

/** The printer for a notation; it is loaded with the first use. */
export async function printerFor({ format, locale, cwd, env, output }: Printing): Promise<Printer> {
  const columns = output.isTTY && output.columns ? output.columns : PAGE;
  const options: PrinterOptions = { locale, cwd, env, paint: paintFor(output, env), columns, rules };
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonPrinter(options);
    case 'sarif':
      return (await import('./sarif.ts')).sarifPrinter(options);
    case 'github':
      return (await import('./github.ts')).githubPrinter(options);
    case 'letter':
      return (await import('./letter.ts')).letterPrinter();
    default:
      return (await import('./text.ts')).textPrinter(options);
  }
}

/** The width of what is no terminal. */
const PAGE = 120;
