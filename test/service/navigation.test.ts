import assert from 'node:assert/strict';
import { TextDocumentEdit } from 'vscode-languageserver-types';
import { textOfSnapshot } from '../../service/index.ts';
import { documentLinks } from '../../service/features/links.ts';
import { definition, highlights, references } from '../../service/features/navigation.ts';
import { prepareRename, rename } from '../../service/features/rename.ts';
import { applyEdits, compareRanges, type Range } from '../../text/index.ts';
import { withMarks } from '../kit/index.ts';
import { anywhere, assertInside, opened, textIn } from './anywhere.ts';
import { sample } from './sample.ts';

/** The lines of the text that have ranges, marked. */
function markedLines(text: string, ranges: readonly Range[]): string[] {
  return withMarks(text, [...ranges].sort(compareRanges))
    .split('\n')
    .filter(line => line.includes('⟦'));
}

type Ask = (of: ReturnType<typeof opened>) => readonly Range[];

const highlighted: Ask = ({ snapshot, cursor }) => highlights(snapshot, cursor).map(({ range }) => range);
const defined: Ask = ({ snapshot, cursor }) => definition(snapshot, cursor).map(link => link.targetSelectionRange);
const referred: Ask = ({ snapshot, cursor }) => references(snapshot, cursor, false).map(({ range }) => range);
const declared: Ask = ({ snapshot, cursor }) => references(snapshot, cursor, true).map(({ range }) => range);

function ask(question: Ask, source: string): string[] {
  const of = opened(source);
  return markedLines(textOfSnapshot(of.snapshot), question(of));
}

/** The sample with the cursor at the first place of `before` in it, moved on by so many characters. */
const cursorAt = (before: string, by = 0): string => {
  const at = sample.indexOf(before) + by;
  return `${sample.slice(0, at)}‸${sample.slice(at)}`;
};

const applications = `三、收到和处理政府信息公开申请情况

| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 6 |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 7 |
| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 8 |
| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 2 |
`;

describe('highlights', () => {
  it('show the cells that share a sum', () => {
    assert.deepEqual(ask(highlighted, cursorAt('| 3 |', 2)), ['| 行政复议 | ⟦3⟧ | ⟦0⟧ | ⟦1⟧ | ⟦2⟧ | ⟦=⟧ |']);
    assert.deepEqual(ask(highlighted, applications.replace('| 5 |', '| ‸5 |')), [
      '| 一、本年新收政府信息公开申请数量 | ⟦5⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦6⟧ |',
      '| 二、上年结转政府信息公开申请数量 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 | 7 |',
      '| （七）总计 | ⟦4⟧ | 0 | 0 | 0 | 0 | 0 | 8 |',
      '| 四、结转下年度继续办理 | ⟦3⟧ | 0 | 0 | 0 | 0 | 0 | 2 |',
    ]);
  });

  it('show the quotes of a cell, and the cell', () => {
    const [first, second, third] = ask(highlighted, cursorAt('{行政复议}', 2));
    assert.match(first ?? '', /\{⟦行政复议⟧}件，\{行政诉讼}/);
    assert.match(second ?? '', /复议\{⟦行政复议.总计⟧}件，维持\{行政复议.结果维持}/);
    assert.equal(third, '| 行政复议 | 3 | 0 | 1 | 2 | ⟦=⟧ |');
    assert.match(ask(highlighted, cursorAt('{机关}', 1))[0] ?? '', /^⟦示范市⟧2025年/);
  });
});

describe('definition', () => {
  it('leads from a quote to its cells', () => {
    assert.deepEqual(ask(defined, cursorAt('行政复议.结果维持', 2)), ['| 行政复议 | ⟦3⟧ | 0 | 1 | 2 | = |']);
    assert.deepEqual(ask(defined, cursorAt('{行政诉讼}', 2)), [
      '| 未经复议直接起诉 | 1 | 0 | 0 | 0 | ⟦4⟧ |',
      '| 复议后起诉 | 2 |  | 0 | 1 | ⟦5⟧ |',
    ]);
    assert.deepEqual(ask(defined, cursorAt('{机关}', 2)), ['⟦示范市⟧2025年政府信息公开工作年度报告']);
  });

  it('leads from a total to its addends', () => {
    assert.deepEqual(ask(defined, cursorAt('= |')), ['| 行政复议 | ⟦3⟧ | ⟦0⟧ | ⟦1⟧ | ⟦2⟧ | = |']);
    assert.equal(ask(defined, applications.replace('| 3 |', '| ‸3 |')).length, 3);
    assert.deepEqual(ask(defined, cursorAt('| 3 |', 2)), []);
  });

  it('leads from a row out of order to the row that it belongs below', () => {
    const lines = applications.split('\n');
    [lines[4], lines[5]] = [lines[5] ?? '', (lines[4] ?? '').replace('上年', '上‸年')];
    assert.deepEqual(ask(defined, lines.join('\n')), [
      '| ⟦一、本年新收政府信息公开申请数量⟧ | 5 | 0 | 0 | 0 | 0 | 0 | 6 |',
    ]);
  });
});

describe('references', () => {
  it('of a cell are its quotes and the totals that count it', () => {
    const [prose, row] = ask(referred, cursorAt('| 3 |', 2));
    assert.match(prose ?? '', /复议\{行政复议.总计}件，维持\{⟦行政复议.结果维持⟧}/);
    assert.equal(row, '| 行政复议 | 3 | 0 | 1 | 2 | ⟦=⟧ |');
    assert.equal(ask(declared, cursorAt('| 3 |', 2))[1], '| 行政复议 | ⟦3⟧ | 0 | 1 | 2 | ⟦=⟧ |');
  });

  it('of a quote are those of its cell', () => {
    assert.equal(ask(referred, cursorAt('{行政复议}', 2)).length, 2);
    assert.equal(ask(declared, cursorAt('{行政复议}', 2)).length, 3);
  });

  it('of a row are the quotes of all its cells', () => {
    assert.equal(ask(referred, cursorAt('| 行政复议', 3)).join().match(/⟦/g)?.length, 3);
  });

  it('of a group are the quotes of the cells of its rows', () => {
    const source = sample
      .replace('维持{', '诉讼{行政诉讼.总计}、{未经复议直接起诉}件，维持{')
      .replace('| 行政诉讼', '| 行政‸诉讼');
    assert.deepEqual(ask(referred, source)[1]?.match(/⟦[^⟧]*⟧/g), ['⟦行政诉讼.总计⟧', '⟦未经复议直接起诉⟧']);
  });
});

describe('rename', () => {
  function renamed(source: string, newName: string): string | undefined {
    const { snapshot, cursor } = opened(source);
    const edit = rename(snapshot, cursor, newName, 'zh');
    if (!edit || 'refused' in edit) return edit?.refused;
    const [change] = edit.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.equal(change.textDocument.version, 7);
    const edits = change.edits.map(edit =>
      'newText' in edit ? { range: edit.range, text: edit.newText } : assert.fail(),
    );
    return applyEdits(textOfSnapshot(snapshot), edits);
  }

  it('gives the organ another name in the title and in prose', () => {
    const after = renamed(cursorAt('示范市'), '模范县');
    assert.match(after ?? '', /^模范县2025年/);
    assert.match(after ?? '', /机关：示范市人民政府/);
    assert.match(after ?? '', /　　示范市人民政府按照.*。模范县全年无事/);
  });

  it('renames the long name of the field by itself', () => {
    const after = renamed(cursorAt('机关：示范市', 4), '示范市政府办');
    assert.match(after ?? '', /^示范市2025年/);
    assert.match(after ?? '', /机关：示范市政府办\n[^]*　　示范市政府办按照.*。示范市全年无事/);
    assert.equal(renamed(cursorAt('示范市人民政府按照', 1), '示范市政府办'), after);
  });

  it('takes only a name that the report can be read back with, and says why not another', () => {
    const title = cursorAt('示范市');
    assert.equal(renamed(title, ' '), '机关名称不能为空');
    assert.equal(renamed(title, '甲\n乙'), '机关名称不能含换行等控制字符');
    assert.equal(renamed(title, '甲{乙}'), '机关名称不能含“{”，它在年报中另有含义');
    for (const bad of ['2024年县', '关于县']) assert.match(renamed(title, bad) ?? '', /^标题改为“.*无法识别$/);
    assert.match(renamed(title, ' 模范县 ') ?? '', /^模范县2025年/);
  });

  it('begins at the name only, and leaves quotes and comments alone', () => {
    const at = (source: string): string | undefined => {
      const { snapshot, cursor } = opened(source);
      const found = prepareRename(snapshot, cursor);
      if (found) assert.equal(textIn(snapshot, found.range), found.placeholder);
      return found?.placeholder;
    };
    assert.equal(at(cursorAt('示范市人民政府按照', 2)), '示范市人民政府');
    assert.equal(at(cursorAt('示范市全年', 2)), '示范市');
    assert.equal(at(cursorAt('按照', 1)), undefined);
    assert.equal(at('某县2025年政府信息公开工作年度报告\n\n// 某‸县'), undefined);
    assert.equal(at('某县2025年政府信息公开工作年度报告\n\n　　{某‸县}'), undefined);
  });
});

describe('document links', () => {
  const links = (source: string): string[] =>
    documentLinks(opened(source).snapshot, { locale: 'zh', docs: '' }).map(({ target }) => target ?? '');

  it('are the addresses written out in prose, without the sentence around them', () => {
    assert.deepEqual(links(sample), ['https://www.example.gov.cn/a?b=1']);
    assert.deepEqual(links('标题\n（见http://a.cn/b），http://b.cn/(c)。(http://c.cn/100%)'), [
      'http://a.cn/b',
      'http://b.cn/(c)',
      'http://c.cn/100%25',
    ]);
    assert.deepEqual(links('标题\n// http://a.cn\n| http://a.cn |\nhttp://。javascript://a'), []);
  });

  it('are the notices on the form, which lead to what is said of them', () => {
    const { snapshot, ranges } = opened(
      '标题\n　　按⟦国办公开办函[2019] 60号⟧、⟦国办公开办函〔2021〕30号⟧和某政发〔2021〕30号、国办公开办函〔2021〕31号办理',
    );
    const docs = 'https://docs.example/rules/';
    const found = documentLinks(snapshot, { locale: 'en', docs });
    assert.deepEqual(
      found.map(({ range }) => range),
      ranges,
    );
    assert.equal(found[0]?.target, 'https://docs.example/rules/wrong-edition.md');
    assert.match(found[0].tooltip ?? '', /for the reports of 2019 to 2020$/);
    assert.match(found[1]?.tooltip ?? '', /2021 and later$/);
    assert.deepEqual(documentLinks(snapshot, { locale: 'zh', docs: '' }), []);
  });
});

describe('navigation', () => {
  it('stands any text and any position', () => {
    for (const { snapshot, position } of anywhere()) {
      for (const { range } of highlights(snapshot, position)) assertInside(snapshot, range);
      for (const { range } of references(snapshot, position, true)) assertInside(snapshot, range);
      for (const link of definition(snapshot, position)) {
        for (const range of [link.targetRange, link.targetSelectionRange, link.originSelectionRange]) {
          if (range) assertInside(snapshot, range);
        }
      }
      const name = prepareRename(snapshot, position);
      if (name) assert.equal(textIn(snapshot, name.range), name.placeholder);
      rename(snapshot, position, '新县', 'zh');
    }
  });
});
