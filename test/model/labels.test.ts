import assert from 'node:assert/strict';
import { allRows, forms, isGroup, tablesOf, type Form, type RowForm, type TableForm } from '../../forms/index.ts';
import { matchColumn, sectionHeading, writeRows, type Row } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import { checkText } from '../../service/index.ts';
import { fold } from '../../text/index.ts';

/** What stands in the place of a character: words, digits and marks, some of which other labels have there. */
const REPLACEMENTS = ['字', '其', 'x', '1', '，', '（'];

interface Bound {
  readonly row: Row | undefined;
  /** The mends of the label's own finding, or none. */
  readonly mends: readonly string[];
  /** Rules of findings that are not about this label. */
  readonly others: readonly string[];
}

/** An otherwise complete table in which one row is labelled so. */
function bind(form: Form, table: TableForm, key: string, label: string): Bound {
  const section = form.sections.find(one => one.tables?.includes(table)) ?? assert.fail(table.id);
  const placed = allRows(table);
  const rows = placed.map(({ row, depth }) => ({
    label: row.key === key ? label : (row.short ?? row.label),
    depth,
    cells: isGroup(row) ? [] : table.columns.map(() => '0'),
  }));
  const text = [
    `示范市${form.years.from}年政府信息公开工作年度报告`,
    sectionHeading(form, section),
    ...(table.article === undefined ? [] : [table.article]),
    ...writeRows([{ label: table.stub, depth: 0, cells: table.columns.map(column => column.label) }, ...rows]),
  ].join('\n');
  const { report, findings } = checkText(text);
  const found = report.blocks[1]?.tables[0];
  assert.equal(found?.form, table);
  const own = findings.filter(({ rule }) => rule === 'row-label');
  return {
    row: found.rows[placed.findIndex(({ row }) => row.key === key)],
    mends: own.flatMap(mendTexts),
    others: findings
      .map(({ rule }) => rule)
      .filter(rule => !['row-label', 'missing-section', 'missing-table'].includes(rule)),
  };
}

const mendTexts = (finding: Finding): string[] =>
  (finding.mends ?? []).flatMap(mend => mend.edits.map(edit => edit.text));

/** The label with one character deleted, doubled or replaced, at every place. */
function slips(label: string): string[] {
  const made = [...label].flatMap((character, at) =>
    ['', character + character, ...REPLACEMENTS].map(middle => label.slice(0, at) + middle + label.slice(at + 1)),
  );
  return [...new Set(made)];
}

/** Texts that are right for a row as they stand. */
const rightTexts = ({ label, short, aliases = [] }: RowForm): string[] =>
  [label, ...(short === undefined ? [] : [short]), ...aliases].map(fold);

describe('model: labels', function () {
  this.timeout(60_000);

  for (const form of forms) {
    for (const table of tablesOf(form)) {
      for (const { row } of allRows(table)) {
        it(`of ${table.name} (${form.id}) are known with one character wrong, and mended: ${row.label}`, () => {
          const missed: string[] = [];
          for (const label of row.short === undefined ? [row.label] : [row.label, row.short]) {
            for (const slip of slips(label)) {
              // `，` in the place of `、` is accepted in two labels; one in the other's width is the label itself.
              if (rightTexts(row).includes(fold(slip))) continue;
              const { row: bound, mends, others } = bind(form, table, row.key, slip);
              const isRight = bound?.match?.row.key === row.key && mends.join() === label && others.length === 0;
              if (!isRight) missed.push(`${slip} → ${bound?.match?.row.key ?? 'none'} (${row.key}), “${mends.join()}”`);
            }
          }
          assert.deepEqual(missed, []);
        });
      }

      it(`of ${table.name} (${form.id}) are right in either width, with any spaces`, () => {
        for (const { row } of allRows(table)) {
          for (const text of rightTexts(row)) {
            const wide = text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
            for (const label of [text, wide, [...wide].join(' '), `　${text}`]) {
              const { row: bound, mends, others } = bind(form, table, row.key, label);
              assert.deepEqual([bound?.match?.row.key, bound?.match?.certainty], [row.key, 'exact'], label);
              assert.deepEqual([...mends, ...others], [], label);
            }
          }
        }
      });

      it(`of ${table.name} (${form.id}) are known in every wrong wording on the list`, () => {
        for (const { row } of allRows(table)) {
          for (const wrong of row.misspellings ?? []) {
            const { row: bound, mends, others } = bind(form, table, row.key, wrong);
            assert.deepEqual([bound?.match?.row.key, bound?.match?.certainty], [row.key, 'known'], wrong);
            assert.deepEqual([mends, others], [[row.label], []], wrong);
          }
        }
      });

      it(`of the columns of ${table.name} (${form.id}) are known in every wording on the lists`, () => {
        table.columns.forEach(({ label, aliases = [], misspellings = [] }, column) => {
          for (const text of [label, ...aliases]) {
            assert.deepEqual(matchColumn(table, text), { column, certainty: 'exact' });
          }
          for (const text of misspellings) {
            const head = text.replace('{年度}', '2023');
            assert.deepEqual(matchColumn(table, head), { column, certainty: 'known' }, head);
          }
        });
      });
    }
  }

  it('are not guessed where nothing is near', () => {
    const form = forms.at(-1)!;
    const applications = tablesOf(form).find(({ id }) => id === 'applications') ?? assert.fail();
    for (const label of ['便民服务中心窗口', '9.', '', '合', '甲乙丙丁戊己庚辛']) {
      const { row, mends } = bind(form, applications, 'refused.law', label);
      assert.equal(row?.match, undefined, label);
      assert.deepEqual(mends, [], label);
    }
  });
});
