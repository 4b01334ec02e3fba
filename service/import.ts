import { readForeign, sayPlace, type Remark, type SourceFormat } from '../convert/index.ts';
import { forms as allForms, type Bilingual, type Form } from '../forms/index.ts';
import { readReport, type Report } from '../model/index.ts';
import { checkReport, defaultSettings, ruleById, type Finding, type RuleGroup } from '../rules/index.ts';
import { applyEdits, TextLines } from '../text/index.ts';
import { formatText } from './format.ts';
import { mendsOf } from './mend.ts';

export {
  faultWords,
  ImportError,
  MOST_BYTES,
  sayPlace,
  type ImportFault,
  type SourceFormat,
} from '../convert/index.ts';

/** A foreign file as a report, mended and in canonical form. */
export interface ImportedReport {
  readonly format: SourceFormat;
  readonly text: string;
  /** What was left out, changed, mended or found out, in the order of the report as far as it stands there. */
  readonly remarks: readonly ImportRemark[];
}

/** A remark on an import, with the line of the report that it is about, where there is one. */
export interface ImportRemark extends Omit<Remark, 'target'> {
  readonly line?: number;
}

/**
 * Reads a foreign file: its bytes, or its words where they come from a clipboard. What is certainly written wrong is
 * mended; nothing that the file does not have is added, since that is for its writer to see and do.
 */
export async function importReport(
  input: Uint8Array | string,
  forms: readonly Form[] = allForms,
): Promise<ImportedReport> {
  const { format, text: read, remarks } = await readForeign(input, forms);
  const { text: mended, mends } = mendWords(read, forms);
  const { text } = formatText(mended, forms);
  const report = readReport(text, forms);
  const placed = [...remarks, ...mends].map(({ target, ...remark }): ImportRemark => {
    const line = target === undefined ? undefined : lineOfTarget(report, target);
    return { ...remark, ...(line !== undefined && { line }) };
  });
  return { format, text, remarks: placed };
}

/** The place in the file, its words, and what became of them. */
export function sayRemark({ text, place, message }: ImportRemark): Bilingual {
  const where = sayPlace(place);
  const said = text === '' || message.zh.includes(text) ? '' : text.replace(/\s+/g, ' ');
  return {
    zh: [where.zh, said && `“${said}”`, message.zh].filter(part => part !== '').join('：'),
    en: [where.en, said && `“${said}”`, message.en].filter(part => part !== '').join(': '),
  };
}

/** A mend can make room for another one, but there is an end to it. */
const MOST_ROUNDS = 5;

/** The groups of rules whose mends are a matter of form. Numbers and prose are the writer's, and stay as findings. */
const formal: readonly RuleGroup[] = ['structure', 'tables'];

/** Whether an import may make the mend of a finding: it changes how something is written, and adds nothing. */
const mendable = ({ rule }: Finding): boolean =>
  formal.includes(ruleById(rule)?.group ?? 'meta') && !rule.startsWith('missing-') && rule !== 'blank-cell';

function mendWords(text: string, forms: readonly Form[]): { text: string; mends: Remark[] } {
  const mends: Remark[] = [];
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = checkReport(readReport(mended, forms), defaultSettings).filter(mendable);
    const { edits } = mendsOf(findings);
    if (edits.length === 0) break;
    const lines = new TextLines(mended);
    for (const finding of findings) {
      const mend = finding.mends?.find(one => !one.guess);
      if (!mend?.edits.every(edit => edits.includes(edit))) continue;
      mends.push({
        kind: 'change',
        text: mend.edits.map(({ range }) => lines.slice(range).trim()).join(' '),
        place: {},
        message: both(finding.message, mend.title),
      });
    }
    mended = applyEdits(mended, edits);
  }
  return { text: mended, mends };
}

const both = (message: Bilingual, title: Bilingual): Bilingual => ({
  zh: `${message.zh}：已${title.zh}`,
  en: `${message.en}: ${title.en}`,
});

/** The line of a row, `applications.refused.secret`, of a table, or of a section's heading. */
function lineOfTarget({ blocks, starts }: Report, target: string): number | undefined {
  const [id = '', ...key] = target.split('.');
  for (const [index, { heading, tables }] of blocks.entries()) {
    const start = starts[index] ?? 0;
    if (key.length === 0 && heading?.match?.section.id === id) return start;
    const table = tables.find(({ form }) => form.id === id);
    const line =
      table?.byKey.get(key.join('.'))?.line ?? table?.rows.find(row => row.match?.row.key === key.join('.'))?.line;
    if (line !== undefined) return start + line;
  }
  return undefined;
}
