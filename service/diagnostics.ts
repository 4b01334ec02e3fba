import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/index.ts';
import { inLocale, type Locale } from './words.ts';

/** What a client can show of a diagnostic, and where the rules are explained. */
export interface DiagnosticOptions {
  readonly uri: string;
  readonly locale: Locale;
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  readonly tags: boolean;
  /** The folder of the pages that explain the rules, one a rule; empty where there is none. */
  readonly docs: string;
}

/** What a diagnostic carries for the code actions: how many mends its finding has. */
export interface DiagnosticData {
  readonly mends: number;
}

/** Who says so, beside each message. */
export const diagnosticSource = 'nianbao';

/** A finding as an editor shows it. */
export function toDiagnostic(finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { rule, severity, range, message, related, mends } = finding;
  const { uri, locale, docs } = options;
  const data: DiagnosticData = { mends: mends?.length ?? 0 };
  return {
    range,
    severity: severities[severity],
    code: rule,
    ...(options.codeDescription &&
      docs !== '' && { codeDescription: { href: `${docs.replace(/\/$/, '')}/${rule}.md` } }),
    source: diagnosticSource,
    message: inLocale(message, locale),
    ...(options.tags && isUnnecessary(finding) && { tags: [UNNECESSARY] }),
    ...(options.related &&
      related &&
      related.length > 0 && {
        relatedInformation: related.map(place => ({
          location: { uri, range: place.range },
          message: inLocale(place.message, locale),
        })),
      }),
    ...(options.data && { data }),
  };
}

// The protocol's numbers: its package of types would be loaded at each start for these four.
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3 };
const UNNECESSARY: DiagnosticTag = 1;

/**
 * Whether the text would say the same without what is underlined: a silence that silences nothing, a row that copies
 * another. A silence that lacks only its reason does work, and a second row with other numbers may be the right one.
 */
function isUnnecessary({ rule, severity, mends }: Finding): boolean {
  if (rule === 'unused-ignore') return severity !== 'information';
  return rule === 'duplicate-row' && (mends?.some(mend => !mend.guess) ?? false);
}
