import { feeStatement } from './care/fee-statement.ts';
import { notice } from './care/notice.ts';
import { organName } from './care/organ-name.ts';
import { personalData } from './care/personal-data.ts';
import { punctuation } from './care/punctuation.ts';
import { repeatedWords } from './care/repeated-words.ts';
import { thinSection } from './care/thin-section.ts';
import { carryOver } from './files/carry-over.ts';
import { copiedProse } from './files/copied-prose.ts';
import { placeholder } from './freshness/placeholder.ts';
import { reportingPeriod } from './freshness/reporting-period.ts';
import { staleYear } from './freshness/stale-year.ts';
import { unusedIgnore } from './meta/unused-ignore.ts';
import { proseFigure } from './prose/prose-figure.ts';
import { unknownReference } from './prose/unknown-reference.ts';
import type { Rule } from './rule.ts';
import { duplicateSection } from './structure/duplicate-section.ts';
import { emptySection } from './structure/empty-section.ts';
import { fieldConflict } from './structure/field-conflict.ts';
import { missingPart } from './structure/missing-part.ts';
import { missingSection } from './structure/missing-section.ts';
import { missingTitle } from './structure/missing-title.ts';
import { partNumber } from './structure/part-number.ts';
import { prefaceSections } from './structure/preface-sections.ts';
import { sectionNumber } from './structure/section-number.ts';
import { sectionOrder } from './structure/section-order.ts';
import { sectionTitle } from './structure/section-title.ts';
import { syntax } from './structure/syntax.ts';
import { titleForm } from './structure/title-form.ts';
import { unknownField } from './structure/unknown-field.ts';
import { unknownSection } from './structure/unknown-section.ts';
import { wrongEdition } from './structure/wrong-edition.ts';
import { balance } from './sums/balance.ts';
import { disputeTotal } from './sums/dispute-total.ts';
import { resultTotal } from './sums/result-total.ts';
import { rowTotal } from './sums/row-total.ts';
import { blankCell } from './tables/blank-cell.ts';
import { decimals } from './tables/decimals.ts';
import { duplicateRow } from './tables/duplicate-row.ts';
import { extraCell } from './tables/extra-cell.ts';
import { fraction } from './tables/fraction.ts';
import { missingCell } from './tables/missing-cell.ts';
import { missingRow } from './tables/missing-row.ts';
import { missingTable } from './tables/missing-table.ts';
import { negativeValue } from './tables/negative-value.ts';
import { notANumber } from './tables/not-a-number.ts';
import { rowLabel } from './tables/row-label.ts';
import { rowOrder } from './tables/row-order.ts';
import { tableHeader } from './tables/table-header.ts';
import { unknownRow } from './tables/unknown-row.ts';

/** All rules, in the order in which they are listed. There is no other registry. */
export const rules: readonly Rule[] = [
  missingTitle,
  titleForm,
  fieldConflict,
  unknownField,
  missingSection,
  duplicateSection,
  sectionOrder,
  sectionNumber,
  sectionTitle,
  unknownSection,
  emptySection,
  missingPart,
  partNumber,
  prefaceSections,
  wrongEdition,
  syntax,
  missingTable,
  missingRow,
  unknownRow,
  duplicateRow,
  rowOrder,
  rowLabel,
  tableHeader,
  missingCell,
  extraCell,
  blankCell,
  notANumber,
  negativeValue,
  fraction,
  decimals,
  rowTotal,
  resultTotal,
  balance,
  disputeTotal,
  proseFigure,
  unknownReference,
  staleYear,
  reportingPeriod,
  placeholder,
  carryOver,
  copiedProse,
  organName,
  repeatedWords,
  punctuation,
  personalData,
  thinSection,
  feeStatement,
  notice,
  unusedIgnore,
];

const byId = new Map(rules.map(rule => [rule.id, rule]));

/** The rule with this id. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);
