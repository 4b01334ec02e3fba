import assert from 'node:assert/strict';
import { allRows, forms } from '../../forms/index.ts';
import { blankReport } from '../../model/index.ts';
import { checkText, insertMissingRow, openSnapshot, textOfSnapshot, type Snapshot } from '../../service/index.ts';
import { applyEdits } from '../../text/index.ts';
import { brokenReports, opened } from './anywhere.ts';
import { applications, disputes, enforcement, normative, windows } from '../rules/snippets.ts';

describe('the next missing row', () => {
  it('comes behind the row in hand, as wide as the others', () => {
    assert.equal(
      after(normative('| 规章 |   1‸ |   2 |   3 |')),
      normative(
        '| 规章           |            1 |            2 |            3 |',
        '>| 行政规范性文件 |              |              |              |',
      ).replace('信息内容 ', '信息内容       '),
    );
  });

  it('is one further up where none is missing below', () => {
    assert.deepEqual(rowsAfter(enforcement('| 行政强制 | 1‸ |')), ['>行政处罚', '行政强制']);
    assert.deepEqual(rowsAfter(disputes('| 行政复议 |‸ |', '| 行政诉讼 |', '| 复议后起诉 | 1 |')), [
      '行政复议',
      '行政诉讼',
      '>未经复议直接起诉',
      '复议后起诉',
    ]);
  });

  it('comes with the label of its group, and that with its first row', () => {
    assert.deepEqual(rowsAfter(disputes('| 行政复议 | ‸ |')), ['行政复议', '行政诉讼', '>未经复议直接起诉']);
    assert.deepEqual(rowsAfter(disputes('| 行政复议 | ‸ |', '| 未经复议直接起诉 | 1 |')), [
      '行政复议',
      '>行政诉讼',
      '未经复议直接起诉',
    ]);
    assert.deepEqual(rowsAfter(applications('| 三、本年度办理结果 |', '| （二）部分公开 | ‸1 |')), [
      '三、本年度办理结果',
      '（二）部分公开',
      '（三）不予公开',
      '>1.属于国家秘密',
    ]);
    assert.deepEqual(rowsAfter(applications('| 三、本年度办理结果 |', '| 8.属于行政查询事项 | ‸1 |')), [
      '三、本年度办理结果',
      '8.属于行政查询事项',
      '（四）无法提供',
      '>1.本机关不掌握相关政府信息',
    ]);
  });

  it('comes below the head where the table has no rows, and above the first row where it has no head', () => {
    assert.deepEqual(rowsAfter(enforcement().replace('本年', '‸本年')), ['>行政处罚']);
    assert.deepEqual(rowsAfter(disputes('| 行政诉讼 |‸').replace(/^\| 案件.*\n/m, '')), [
      '行政诉讼',
      '>未经复议直接起诉',
    ]);
    const last = disputes('| 行政诉讼 |', '| 未经复议直接起诉 |', '| 复议后起诉 |‸').replace(/^\| 案件.*\n/m, '');
    assert.equal(rowsAfter(last)[0], '>行政复议');
  });

  it('keeps the line endings of the text, and does without one in the last line', () => {
    const text = after(windows(enforcement('| 行政处罚 | ‸ |')));
    assert.equal(text, windows(text.replaceAll('\r', '')));
    assert.match(after(enforcement('| 行政处罚 | ‸ |').trimEnd()), /\n>\| 行政强制 \| +\|$/);
  });

  it('is none outside tables, and where all rows are there', () => {
    assert.equal(inserted('一、总体情况‸\n'), undefined);
    assert.equal(inserted(enforcement('| 行政处罚 | ‸ |', '| 行政强制 |  |')), undefined);
  });

  it('fills up every table, row by row', () => {
    for (const form of forms) {
      const blank = blankReport(form, '示范市', form.years.from);
      for (const section of form.sections) {
        for (const table of section.tables ?? []) {
          const labels = new Set(allRows(table).map(({ row }) => row.short ?? row.label));
          const kept = blank.split('\n').filter(line => !labels.has(line.split('|')[1]?.trim() ?? ''));
          let text = kept.join('\n');
          const head = kept.findIndex(
            (line, at) => line.startsWith(`| ${table.stub}`) && kept[at - 1] === (table.article ?? ''),
          );
          for (let times = 0; times < labels.size; times++) {
            const snapshot = openSnapshot('file:///r.nianbao', 1, text);
            const done = insertMissingRow(snapshot, { line: head, character: 0 });
            if (!done) break;
            text = applied(snapshot, done);
          }
          assert.equal(text, blank, table.id);
        }
      }
    }
  });

  it('only adds lines to a table, in any text', () => {
    for (const snapshot of brokenReports(60)) {
      for (const [line, { kind }] of snapshot.report.tree.lines.entries()) {
        if (kind !== 'row') continue;
        const done = insertMissingRow(snapshot, { line, character: 3 });
        if (!done) continue;
        const text = applied(snapshot, done);
        const others = (of: string): string[] => of.split('\n').filter(one => !/^\s*[|｜]/.test(one));
        assert.deepEqual(others(text), others(textOfSnapshot(snapshot)));
        assert.equal(checkText(text).report.tree.lines[done.line]?.kind, 'row');
        break;
      }
    }
  });
});

function inserted(source: string): ReturnType<typeof insertMissingRow> {
  const { snapshot, cursor } = opened(source);
  return insertMissingRow(snapshot, cursor);
}

/** The text with the row, and `>` before the line that it says to be the row's. */
function after(source: string): string {
  const { snapshot } = opened(source);
  const done = inserted(source) ?? assert.fail('no row is missing');
  return applied(snapshot, done)
    .split('\n')
    .map((line, number) => (number === done.line ? `>${line}` : line))
    .join('\n');
}

const applied = (snapshot: Snapshot, { edits }: NonNullable<ReturnType<typeof inserted>>): string =>
  applyEdits(
    textOfSnapshot(snapshot),
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );

/** The labels below the head, the row that came in with `>` before it. */
const rowsAfter = (source: string): string[] =>
  after(source)
    .split('\n')
    .flatMap(line => {
      const [mark, label = ''] = line.split('|').map(cell => cell.trim());
      return (mark === '' || mark === '>') && label !== '' && !/信息内容|申请人情况|案件类型/.test(label)
        ? [`${mark}${label}`]
        : [];
    });
