import assert from 'node:assert/strict';
import { writeLetter } from '../../client/import/letter.ts';
import { isImportable, isWholeReport } from '../../client/import/sources.ts';

const words = {
  title: 'T',
  headings: { loss: 'lost', change: 'changed', note: 'note' },
  line: (number: number) => `line ${number}`,
};

describe('client: import', () => {
  it('takes the files that can be read as a report', () => {
    for (const name of ['年报.docx', 'a.HTM', 'a.html', 'b.md', 'b.txt', 'c.json']) assert.ok(isImportable(name), name);
    for (const name of ['a.doc', 'docx', 'a.nianbao', 'a.txt.png']) assert.ok(!isImportable(name), name);
  });

  it('knows a whole report from a table, and from what a code editor copies', () => {
    assert.ok(isWholeReport('<p>一</p><table><tr><td>1</td></tr></table><TABLE class="a"></TABLE>'));
    assert.ok(isWholeReport('<h1>标题</h1><h2>一</h2><p>文</p>'));
    assert.ok(!isWholeReport('<table><thead></thead><tr><td>1</td></tr></table>'));
    assert.ok(!isWholeReport('<div style="color:red"><span>| 总计 | 1 |</span><hr></div>'));
    assert.ok(!isWholeReport(''));
  });

  it('writes what is lost first, and links each remark to its line', () => {
    const { text, links } = writeLetter(
      [
        { kind: 'note', place: '', text: '', message: 'look' },
        { kind: 'change', place: 'table 1', text: '总 计', message: '“总 计” was changed', line: 11 },
        { kind: 'loss', place: 'paragraph 3', text: 'a\n b', message: 'left out', line: 4 },
      ],
      words,
    );
    assert.deepEqual(text.split('\n'), [
      '# T',
      '',
      '## lost (1)',
      '',
      '- line 5 · paragraph 3 · “a b” · left out',
      '',
      '## changed (1)',
      '',
      '- line 12 · table 1 · “总 计” was changed',
      '',
      '## note (1)',
      '',
      '- look',
      '',
    ]);
    const lines = text.split('\n');
    assert.deepEqual(
      links.map(({ line, start, end, target }) => [lines[line]?.slice(start, end), target]),
      [
        ['line 5', 4],
        ['line 12', 11],
      ],
    );
  });

  it('says nothing where there is nothing to say', () => {
    assert.deepEqual(writeLetter([], words), { text: '# T\n', links: [] });
  });
});
