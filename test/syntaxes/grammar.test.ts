import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { readTree, type Line } from '../../grammar/index.ts';
import { makeReport, marked, mutate, seeded } from '../kit/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const grammarFile = path.join(root, 'syntaxes/nianbao.tmLanguage.json');
const SCOPE = 'text.nianbao';
const registry = createRegistry([{ path: grammarFile, scopeName: SCOPE }]);

describe('syntaxes: the TextMate grammar', () => {
  const grammar = registry.loadGrammar(SCOPE);

  /** For each line, its pieces with their scopes; the language's own ending of a scope is left out. */
  async function scopesOf(lines: readonly string[]): Promise<{ start: number; end: number; scopes: string[] }[][]> {
    const found = await grammar;
    assert.ok(found);
    let state: Parameters<typeof found.tokenizeLine>[1] = null;
    return lines.map(line => {
      const { tokens, ruleStack } = found.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        scopes: scopes.slice(1).map(scope => scope.replaceAll('.nianbao', '')),
      }));
    });
  }

  /** The marked places have exactly these innermost scopes, and no piece of the text besides has one of them. */
  async function colours(source: string, ...expected: string[]): Promise<void> {
    const { text, ranges } = marked(source);
    const lines = text.split('\n');
    const pieces = await scopesOf(lines);
    assert.equal(ranges.length, expected.length);
    ranges.forEach(({ start, end }, i) => {
      const inside = pieces[start.line]!.filter(piece => piece.start < end.character && piece.end > start.character);
      const words = lines[start.line]!.slice(start.character, end.character);
      assert.deepEqual(
        inside.map(piece => [lines[start.line]!.slice(piece.start, piece.end), piece.scopes.at(-1) ?? '']),
        [[words, expected[i]]],
      );
    });
  }

  const BELOW = '示范市2025年政府信息公开工作年度报告\n';

  it('knows the title by its place, and the year in it', async () => {
    await colours(
      '// 草稿\n⟦示范市⟧⟦2025⟧⟦年政府信息公开工作年度报告⟧',
      'entity.name.section',
      'constant.numeric.year',
      'entity.name.section',
    );
    await colours('⟦# ⟧示范市2025年报告', 'punctuation.definition.heading');
    await colours(`一、总体情况\n⟦示范市2025年政府信息公开工作年度报告⟧`, '');
  });

  it('knows fields below the title only', async () => {
    await colours(
      `${BELOW}⟦机关⟧：⟦示范市人民政府⟧\n年度: ⟦2025⟧\n发布日期：⟦2026-01-20⟧`,
      'keyword.other.field',
      'string.unquoted.value',
      'constant.numeric',
      'constant.numeric',
    );
    await colours(`${BELOW}一、总体情况\n⟦机关：某某⟧`, '');
    await colours('⟦机关⟧：某某', 'keyword.other.field');
  });

  it('tells headings by their level', async () => {
    await colours(`${BELOW}⟦一、⟧⟦总体情况⟧`, 'punctuation.definition.heading', 'entity.name.section');
    await colours(`${BELOW}⟦(一)⟧⟦主动公开⟧⟦：全年发布⟧`, 'punctuation.definition.heading', 'entity.name.section', '');
    await colours(`${BELOW}⟦第二十条第（五）项⟧`, 'entity.name.section');
    const levels = await scopesOf([...BELOW.split('\n'), '一、总体情况', '（一）主动公开', '第二十条第（五）项']);
    assert.deepEqual(
      [0, 2, 3, 4].map(line => levels[line]![0]!.scopes[0]),
      ['markup.heading.title', 'markup.heading.section', 'markup.heading.part', 'markup.heading.article'],
    );
  });

  it('knows a misnumbered section by its words, and no other line with a number', async () => {
    await colours(
      `${BELOW}⟦4、⟧⟦政府信息公开行政复议、行政诉讼情况⟧\n⟦4、其他⟧`,
      'punctuation.definition.heading',
      'entity.name.section',
      '',
    );
  });

  it('tells labels by their kind, in both widths', async () => {
    await colours(
      `${BELOW}| ⟦申请人情况⟧ | ⟦自然人⟧ |\n| ⟦（三）不予公开⟧\n|  ⟦1．属于国家秘密⟧ | 1 |\n| ⟦(七)总计⟧ | 1 |\n|⟦ 不认识 ⟧| 1 |`,
      'entity.name.type.column',
      'entity.name.type.column',
      'variable.other.enummember.group',
      'variable.other.row',
      'variable.other.row.total',
      'meta.row',
    );
  });

  it('tells values by their kind', async () => {
    await colours(
      `${BELOW}| 行政许可 | ⟦711⟧ | ⟦１，２３４⟧ ｜⟦-3⟧| ⟦5.25⟧ | ⟦1173.52万元⟧ | ⟦＝⟧ | ⟦3件⟧ | ⟦a\\|b⟧ |`,
      'constant.numeric.integer',
      'constant.numeric.integer',
      'constant.numeric.integer',
      'constant.numeric.decimal',
      'constant.numeric.decimal',
      'keyword.operator.computed',
      'string.unquoted.cell',
      'string.unquoted.cell',
    );
  });

  it('sees quotes, bold and escapes in prose', async () => {
    await colours(
      `${BELOW}\n　　收到⟦{⟧⟦本年新收⟧⟦.⟧⟦自然人⟧⟦+⟧⟦上年结转⟧⟦}⟧件，⟦**⟧⟦其中⟧⟦**⟧⟦\\{⟧⟦{⟧未闭`,
      'punctuation.definition.quote',
      'markup.inline.raw.quote',
      'punctuation.accessor',
      'markup.inline.raw.quote',
      'keyword.operator.arithmetic',
      'markup.inline.raw.quote',
      'punctuation.definition.quote',
      'punctuation.definition.bold',
      'markup.bold',
      'punctuation.definition.bold',
      'constant.character.escape',
      'invalid.illegal.quote',
    );
  });

  it('sees what a comment silences', async () => {
    await colours(
      `  ⟦//⟧⟦ 忽略：⟧⟦row-total⟧、⟦year-conflict⟧⟦ 原因 of mine⟧\n⟦／／⟧⟦ 说明⟧`,
      'punctuation.definition.comment',
      'keyword.control.silence',
      'entity.name.function.rule',
      'entity.name.function.rule',
      'comment.line.double-slash',
      'punctuation.definition.comment',
      'comment.line.double-slash',
    );
  });

  it('marks characters that nobody sees, in every kind of line, but not a leading byte-order mark', async () => {
    for (const line of [
      '一、总⟦\u200b⟧体',
      '（一）主⟦\u202e⟧动',
      '| 行⟦\ufeff⟧政 | 1 |',
      '// 注⟦\u0007⟧释',
      '正⟦\ufffd⟧文👍',
    ]) {
      await colours(`${BELOW}${line}`, 'invalid.illegal.character');
    }
    const pieces = (await scopesOf(['\ufeff示范市2025年政府信息公开工作年度报告'])).flat();
    assert.ok(!pieces.some(({ scopes }) => scopes.includes('invalid.illegal.character')));
  });

  it('takes every line for what the parser takes it for', async () => {
    const random = seeded(20260101);
    for (let seed = 0; seed < 60; seed++) {
      const text = mutate(makeReport(seed).text, makeReport(seed + 1).text, random);
      const { lines } = readTree(text);
      const pieces = await scopesOf(lines.map(line => line.text));
      const got = lines.map((line, i) => [kindOf(pieces[i]!.flatMap(piece => piece.scopes)), line.text]);
      const wanted = lines.map((line, i) => [plainKind(line, got[i]![0]!), line.text]);
      assert.deepEqual(got, wanted, `seed ${seed}`);
    }
  });

  it('colours the examples as it did', function () {
    this.timeout(60_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-syntax-'));
    const own = fileURLToPath(new URL('.', import.meta.url));
    const updates = process.env.UPDATE_SNAPSHOTS !== undefined;
    try {
      const names = readdirSync(path.join(root, 'examples')).filter(name => name.endsWith('.nianbao'));
      for (const name of names) {
        copyFileSync(path.join(root, 'examples', name), path.join(folder, name));
        const snapshot = `${name}.snap`;
        // Without one the program would write it and call that a success.
        if (updates) continue;
        assert.ok(existsSync(path.join(own, snapshot)), `${snapshot} is missing`);
        copyFileSync(path.join(own, snapshot), path.join(folder, snapshot));
      }
      const program = path.join(root, 'node_modules/vscode-tmgrammar-test/dist/snapshot.js');
      const run = spawnSync(process.execPath, [program, '-g', grammarFile, '-s', SCOPE, `${folder}/*.nianbao`], {
        encoding: 'utf8',
        cwd: folder,
      });
      assert.equal(
        run.status,
        0,
        `${run.stdout}${run.stderr}\nIf this is meant: UPDATE_SNAPSHOTS=1 npm run mocha -- --grep TextMate`,
      );
      if (updates) {
        for (const name of names) copyFileSync(path.join(folder, `${name}.snap`), path.join(own, `${name}.snap`));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const kinds: readonly (readonly [scope: string, kind: Line['kind']])[] = [
  ['meta.row', 'row'],
  ['comment.line.double-slash', 'comment'],
  ['markup.heading.section', 'section'],
  ['markup.heading.part', 'part'],
  ['markup.heading.article', 'article'],
];

/** The kind of a line by its scopes; prose and blank lines look the same. */
const kindOf = (scopes: readonly string[]): string => kinds.find(([scope]) => scopes.includes(scope))?.[1] ?? 'prose';

/** What the parser makes of a line, as far as colours show it: a section that is misnumbered is prose with a lead to it. */
function plainKind(line: Line, coloured: string): string {
  if (line.kind === 'blank') return 'prose';
  return line.kind === 'prose' && line.lead?.kind === 'number' && coloured === 'section' ? 'section' : line.kind;
}
