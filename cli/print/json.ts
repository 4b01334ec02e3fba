import type { Finding, Mend, RelatedPlace } from '../../rules/index.ts';
import type { Printer, PrinterOptions } from './printer.ts';
import { jsonText } from './visible.ts';

/** `--format json`: one document, a file a line, written while the files are checked. */
export function jsonPrinter({ locale }: Pick<PrinterOptions, 'locale'>): Printer {
  return {
    begin: () => '{"files":[',
    *file({ path, findings }) {
      yield `\n{"path":${jsonText(path)},"findings":[`;
      for (const [index, finding] of findings.entries()) yield `${index ? ',' : ''}\n${jsonText(findingJson(finding))}`;
      yield ']}';
    },
    between: ',',
    end: ({ tally: { files, error, warning, information } }) =>
      `\n],"summary":${jsonText({ files, errors: error, warnings: warning, information })}}\n`,
  };

  // JSON.stringify leaves out what is undefined, as the contract wants it.
  function findingJson({ rule, severity, range, message, cells, expected, actual, suspect, ...more }: Finding): object {
    return {
      rule,
      severity,
      range,
      message: message[locale],
      cells,
      expected,
      actual,
      suspect,
      related: more.related?.map(relatedJson),
      mends: more.mends?.map(mendJson),
    };
  }

  function relatedJson({ range, message }: RelatedPlace): object {
    return { range, message: message[locale] };
  }

  function mendJson({ title, edits }: Mend): object {
    return { title: title[locale], edits };
  }
}
