/**
 * What an edition of the official form is made of. An edition is one module in `editions/` that exports such a
 * value; everything else (binding, checks, completion, templates, exports) is read off it.
 */

/** A text that users read, in both languages of the tool. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One edition of the report's form. */
export interface Form {
  /** The edition's name in `格式：…` and in JSON: the year of its notice. */
  readonly id: string;
  /** The notice that prescribes the form. */
  readonly notice: { readonly number: string; readonly title: string };
  /** Report years that use this edition; without `to`, all from `from` on. */
  readonly years: { readonly from: number; readonly to?: number };
  /** The paragraph that opens a blank report; `{年度}` stands for the year. */
  readonly preface: string;
  readonly sections: readonly SectionForm[];
}

/** One of the fixed sections of a report. */
export interface SectionForm {
  readonly id: string;
  /** The official title without its ordinal; the ordinal is the section's place in the form. */
  readonly title: string;
  /** Titles that mean this section in real reports and are mended to the official one. */
  readonly aliases?: readonly string[];
  /** Titles taken from the regulation's own wording: pointed out as information only. */
  readonly legalAliases?: readonly string[];
  readonly parts?: readonly PartForm[];
  readonly tables?: readonly TableForm[];
  readonly explanation: Bilingual;
}

/** A fixed part of a section, headed （一）, （二） … */
export interface PartForm {
  readonly title: string;
  /** Titles accepted as they are. */
  readonly aliases?: readonly string[];
  /** The table whose numbers the part speaks of. */
  readonly table?: string;
  readonly explanation: Bilingual;
}

/** A table of the form. */
export interface TableForm {
  readonly id: string;
  /** What messages call the table. */
  readonly name: string;
  /** The article of the regulation printed above the table, where the section has several tables. */
  readonly article?: string;
  /** Head of the label column. */
  readonly stub: string;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
  readonly sums: readonly SumForm[];
  /** A note printed in the corner of the official table: the stub then heads the columns instead of the labels. */
  readonly note?: string;
  /** `across`: the official print sets the rows side by side in one line of numbers. */
  readonly print: 'down' | 'across';
}

/** A column of numbers. */
export interface ColumnForm {
  readonly key: string;
  readonly label: string;
  /** Short Chinese key for quotes in prose, unique in the table. */
  readonly name: string;
  readonly value: ValueKind;
  /** The head printed over several columns (法人或其他组织). */
  readonly group?: string;
  /** A stock that goes on from year to year: last year's number helps to write this year's. */
  readonly running?: true;
  /** Heads accepted as they are. */
  readonly aliases?: readonly string[];
  /** Heads met in real reports that are certainly this column written wrong; `{年度}` in them is any year. */
  readonly misspellings?: readonly string[];
}

/**
 * What a cell may hold. `count`: whole and not negative; `change`: whole, may be negative; `money`: not negative,
 * at most `decimals` places; `unit: 'free'` accepts 元, 万元 or 亿元 behind the number where the form's head names no unit.
 */
export type ValueKind =
  | { readonly kind: 'count' }
  | { readonly kind: 'change' }
  | { readonly kind: 'money'; readonly decimals: number; readonly unit: '万元' | 'free' };

/** A row of the form: one that holds values, or the label over a group of rows. */
export type RowForm = ValueRowForm | GroupRowForm;

interface RowFormBase {
  /** Stable address of the row in its table: `received`, `refused.secret`. */
  readonly key: string;
  /** The official long label, with its ordinal. */
  readonly label: string;
  /** The official short label, where one exists: what templates and completion write. */
  readonly short?: string;
  /** Short Chinese key for quotes in prose, unique in the form. */
  readonly name: string;
  /** Labels accepted as they are. */
  readonly aliases?: readonly string[];
  /** Labels met in real reports that are certainly this row written wrong. */
  readonly misspellings?: readonly string[];
  /** What is counted here. */
  readonly explanation: Bilingual;
}

/** A row with one value a column. */
export interface ValueRowForm extends RowFormBase {
  readonly rows?: undefined;
  /** The row whose values in last year's report are this row's values now. */
  readonly lastYear?: string;
}

/** A label alone, with the rows under it. */
export interface GroupRowForm extends RowFormBase {
  readonly rows: readonly RowForm[];
  /** Whether a quote of the group means the sum of its rows. */
  readonly quotable: boolean;
}

/** The rule that reports a sum when it fails. */
export type SumRule = 'row-total' | 'result-total' | 'balance' | 'dispute-total';

/**
 * 勾稽关系. `row`: in every row, column `total` is the sum of the columns `parts`. `column`: in every column, the
 * rows `left` add up to the rows `right`. `computes` names the row that `=` is computed for by a column sum; a row sum
 * computes its total.
 */
export type SumForm =
  | { readonly along: 'row'; readonly rule: SumRule; readonly total: string; readonly parts: readonly string[] }
  | {
      readonly along: 'column';
      readonly rule: SumRule;
      readonly left: readonly string[];
      readonly right: readonly string[];
      readonly computes?: string;
    };
