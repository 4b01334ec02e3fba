import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual } from '../../forms/index.ts';
import type { Finding, Mend, RelatedPlace, Rule, Severity } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import type { Range, TextEdit } from '../../text/index.ts';
import { version } from '../version.ts';
import type { CheckedFile, Printer, PrinterOptions } from './printer.ts';
import { jsonText } from './visible.ts';

/** `--format sarif`: SARIF 2.1.0 for code scanning, with every rule described, written while the files are checked. */
export function sarifPrinter({ locale, cwd, rules }: PrinterOptions): Printer {
  const ruleIndex = new Map<string, number>(rules.map((rule, index) => [rule.id, index]));
  return {
    begin: () =>
      `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{"tool":${jsonText(tool())},` +
      `"language":${jsonText(LANGUAGES[locale])},"columnKind":"utf16CodeUnits","results":[`,
    *file(checked) {
      const uri = uriOf(checked, cwd);
      for (const [index, finding] of checked.findings.entries()) {
        yield `${index ? ',' : ''}\n${jsonText(resultOf(finding, uri))}`;
      }
    },
    between: ',',
    end: ({ problems }) => {
      const toolExecutionNotifications = problems.map(text => ({ level: 'error', message: message(text) }));
      const invocation = { executionSuccessful: problems.length === 0, toolExecutionNotifications };
      return `\n],"invocations":[${jsonText(invocation)}]}]}\n`;
    },
  };

  function tool(): object {
    const driver = { name: 'nianbao', version, semanticVersion: version, language: LANGUAGES[locale] };
    return { driver: { ...driver, rules: rules.map(descriptorOf) } };
  }

  function descriptorOf({ id, group, severity, title }: Rule): object {
    const { description, clause } = pageOf(id);
    return {
      id,
      shortDescription: textOf(title),
      fullDescription: textOf(description),
      ...(clause && { help: textOf(clause) }),
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { tags: [group] },
    };
  }

  function resultOf(finding: Finding, uri: string): object {
    const { rule, severity, range, cells, expected, actual, suspect } = finding;
    return {
      ruleId: rule,
      ruleIndex: ruleIndex.get(rule),
      level: LEVELS[severity],
      message: textOf(finding.message),
      locations: [{ physicalLocation: locationOf(uri, range) }],
      relatedLocations: finding.related?.map((place, id) => relatedOf(place, id, uri)),
      // An edit may be offered twice under one title; the schema wants every fix to be another.
      fixes: finding.mends && unique(finding.mends.filter(mend => mend.edits.length > 0).map(mend => fixOf(mend, uri))),
      properties: { cells, expected, actual, suspect },
    };
  }

  function relatedOf(place: RelatedPlace, id: number, uri: string): object {
    return { id, message: textOf(place.message), physicalLocation: locationOf(uri, place.range) };
  }

  function fixOf({ title, edits }: Mend, uri: string): object {
    const replacements = edits.map(replacementOf);
    return { description: textOf(title), artifactChanges: [{ artifactLocation: { uri }, replacements }] };
  }

  function textOf(text: Bilingual): object {
    return message(text[locale]);
  }
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LANGUAGES = { zh: 'zh-CN', en: 'en-US' };

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

// SARIF 3.11.5 wants braces doubled, and 3.11.6 makes a link of [text](1): a report quotes cells in braces.
const message = (text: string): object => {
  const doubled = text.replace(/[{}]/g, '$&$&');
  return { text: doubled.includes('](') ? doubled.replaceAll('[', '\\[') : doubled };
};

const locationOf = (uri: string, range: Range): object => ({ artifactLocation: { uri }, region: regionOf(range) });

const replacementOf = ({ range, text }: TextEdit): object => ({
  deletedRegion: regionOf(range),
  insertedContent: { text },
});

const regionOf = ({ start, end }: Range): object => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Relative to where the command runs, as code scanning wants it; what lies outside is named in full. */
function uriOf({ path: shown, absolute }: CheckedFile, cwd: string): string {
  if (absolute === undefined) return 'stdin';
  const relative = path.relative(cwd, absolute);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return pathToFileURL(absolute).href;
  return (relative || shown).split(path.sep).map(encodeURIComponent).join('/');
}

const unique = (values: readonly object[]): object[] => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];
