import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { gatherFlows } from '../../convert/import/flow.ts';
import { readJson } from '../../convert/import/json.ts';
import { paragraph, type SourceBlock } from '../../convert/import/source.ts';

/** Blocks as words: paragraphs with their levels, tables with their layout and their rows. */
const told = (blocks: readonly SourceBlock[]): unknown[] =>
  blocks.map(block =>
    block.kind === 'table'
      ? [block.layout, ...block.rows.map(({ cells }) => cells.map(({ text }) => text).join('/'))]
      : `${block.level > 0 ? `h${block.level} ` : ''}${block.text}`,
  );

const read = (report: unknown): unknown[] => told(readJson(JSON.stringify(report)).blocks);

const empty = { title: '', sections: [], tables: {} };

describe('import: an export as JSON', () => {
  it('has its title, its sections and their lines', () => {
    const sections = [{ title: '一、总体情况', text: ' 甲 \n\n乙' }, { title: '五、' }, 'x', null, { text: 3 }];
    assert.deepEqual(read({ ...empty, title: '题', sections }), [
      'h1 题',
      'h2 一、总体情况',
      '甲',
      '乙',
      'h2 五、',
      'h2 ',
    ]);
    assert.deepEqual(read(empty), ['h1 ']);
    assert.deepEqual(read({ ...empty, title: 3 }), ['h1 ']);
  });

  it('has the tables of its edition, with numbers and nothing else in their cells', () => {
    const tables = {
      licensing: { licence: { decisions: 3 } },
      enforcement: { penalty: { decisions: null }, coercion: { decisions: '5' }, other: { decisions: 1 } },
      fees: { fee: 3 },
      unheard: { of: { x: 1 } },
      normative: 'x',
    };
    assert.deepEqual(read({ ...empty, edition: '2021', tables }).slice(1), [
      ['laid', '第二十条第（五）项', '信息内容/本年处理决定数量', '行政许可/3'],
      ['laid', '第二十条第（六）项', '信息内容/本年处理决定数量', '行政处罚/', '行政强制/'],
      ['laid', '第二十条第（八）项', '信息内容/本年收费金额（单位：万元）'],
    ]);
  });

  it('has tables of another edition as what they are', () => {
    const licence = { lastYear: 1, change: 2, decisions: 3 };
    const old = forms
      .find(({ id }) => id === '2019')!
      .sections.flatMap(({ tables = [] }) => tables)
      .find(({ id }) => id === 'licensing')!;
    const keys = old.columns.map(({ key }) => key);
    const [, table] = read({
      ...empty,
      edition: '2021',
      tables: { licensing: { licence: Object.fromEntries(keys.map((key, i) => [key, i])), ...licence } },
    });
    assert.deepEqual((table as string[])[2], [old.stub, ...old.columns.map(({ label }) => label)].join('/'));
  });

  it('knows where each row stood', () => {
    const { blocks } = readJson(JSON.stringify({ ...empty, tables: { licensing: { licence: { decisions: 3 } } } }));
    const [, table] = blocks;
    assert.deepEqual(
      table?.kind === 'table' && table.rows.map(({ place }) => place),
      [1, 2, 3].map(row => ({ table: 1, row })),
    );
  });

  it('is refused where it is no report', () => {
    const none = [
      '{',
      '{}',
      '[]',
      '{"sections":[],"tables":[]}',
      '{"sections":{},"tables":{}}',
      '{"sections":[],"tables":null}',
      '{"tables":{}}',
      'null',
    ];
    for (const text of none) assert.throws(() => readJson(text), { name: 'ImportError', fault: 'not-a-report' }, text);
  });
});

describe('import: tables that are only words and numbers any more', () => {
  const readings = forms.flatMap(form => form.sections.filter(({ id }) => id === 'disclosure'));
  const gathered = (...lines: readonly string[]): unknown[] =>
    told(
      gatherFlows(
        lines.map(line => paragraph(line, {})),
        readings,
      ),
    );

  it('are the lines from the first that a table prints to the last', () => {
    assert.deepEqual(gathered('话。', '信息内容', '本年处理决定数量', '行政许可', '3', '话。'), [
      '话。',
      ['flowing', '信息内容', '本年处理决定数量', '行政许可', '3'],
      '话。',
    ]);
    assert.deepEqual(gathered('行政许可 3', '另 有'), [['flowing', '行政许可/3'], '另 有']);
  });

  it('may have short words between them, and no sentence', () => {
    assert.deepEqual(gathered('行政许可', '某事', '3'), [['flowing', '行政许可', '某事', '3']]);
    const [fits, long] = ['字'.repeat(40), '字'.repeat(41)];
    assert.equal(gathered('行政许可', fits, '3').length, 1);
    assert.equal(gathered('行政许可', long, '3').length, 3);
    assert.equal(gathered('行政许可', '某事。', '3').length, 3);
    assert.equal(gathered('行政许可', '某事；', '3').length, 3);
  });

  it('do not begin with words that nobody knows, and are none in a section without tables', () => {
    assert.deepEqual(gathered('某事', '3'), ['某事', ['flowing', '3']]);
    assert.deepEqual(told(gatherFlows([paragraph('3', {})], [])), ['3']);
  });

  it('have half of their words known in a line of several', () => {
    assert.deepEqual(gathered('甲 3'), [['flowing', '甲/3']]);
    assert.deepEqual(gathered('甲  3'), [['flowing', '甲/3']]);
    assert.deepEqual(gathered('甲 乙 3'), ['甲 乙 3']);
  });
});
