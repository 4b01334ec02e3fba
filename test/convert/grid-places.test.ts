import assert from 'node:assert/strict';
import { layGrid, spread, GridTooLargeError, type LooseCell } from '../../convert/grid/grid.ts';
import { readTextTable } from '../../convert/grid/text-table.ts';

const places = (...rows: readonly (readonly LooseCell[])[]): unknown[] =>
  layGrid(rows).rows.map(cells =>
    cells.map(({ text, column, columns, rows }) => `${text}${column}:${columns}×${rows}`).join(' '),
  );

const drawn = (...rows: readonly (readonly LooseCell[])[]): string[] =>
  spread(layGrid(rows)).map(line => Array.from(line, cell => cell?.text ?? '·').join(''));

describe('the places of cells', () => {
  it('are the first that no cell above reaches down to', () => {
    const rows = [
      [{ text: 'a', rows: 2 }, { text: 'b' }, { text: 'c', rows: 3 }],
      [{ text: 'd' }],
      [{ text: 'e', columns: 2 }],
    ];
    assert.deepEqual(places(...rows), ['a0:1×2 b1:1×1 c2:1×3', 'd1:1×1', 'e0:2×1']);
    assert.deepEqual(drawn(...rows), ['abc', 'adc', 'eec']);
  });

  it('are nowhere where no cell is', () => {
    assert.deepEqual(drawn([{ text: 'a' }, { text: 'b', rows: 2 }], []), ['ab', '·b']);
    const [, below] = spread(layGrid([[{ text: 'a' }, { text: 'b', rows: 2 }], []]));
    assert.deepEqual(Object.keys(below!), ['0', '1']);
  });

  it('span no more than there is, and what spans nothing spans the rest', () => {
    assert.deepEqual(
      places(
        [
          { text: 'a', rows: 9 },
          { text: 'b', rows: 0 },
          { text: 'c', columns: 0 },
        ],
        [{ text: 'd' }],
      ),
      ['a0:1×2 b1:1×2 c2:1×1', 'd2:1×1'],
    );
    const below = [
      { text: 'b', rows: 9 },
      { text: 'c', rows: 0 },
    ];
    assert.deepEqual(places([{ text: 'a' }], below, [{ text: 'd' }]), ['a0:1×1', 'b0:1×2 c1:1×2', 'd2:1×1']);
    assert.deepEqual(places([{ text: 'a', columns: 5000 }, { text: 'b' }]), ['a0:1000×1 b1000:1×1']);
  });

  it('are so many at most', () => {
    const rows = (count: number): LooseCell[][] => Array.from({ length: count }, () => [{ text: 'a', columns: 1000 }]);
    assert.equal(layGrid(rows(1000)).rows.length, 1000);
    assert.throws(() => layGrid(rows(1001)), GridTooLargeError);
  });
});

describe('a column of numbers', () => {
  const isTable = (text: string): boolean => readTextTable(text) !== undefined;

  it('is what stands for numbers in two lines and more', () => {
    for (const text of ['1\n2', ' 1 \n　2　\n', '-\n/', '—\r\n＝\r\n', '=\n−1', '1,234\n５．５', '1\n2\n3\n4']) {
      assert.ok(isTable(text), JSON.stringify(text));
    }
  });

  it('is nothing else', () => {
    for (const text of [
      '1',
      '1\n',
      '1\n\n2',
      '\n1\n2',
      '1\n甲',
      '甲\n1',
      '1 2\n3',
      '1\n2\n甲',
      '1甲\n2',
      ',1\n2',
      '1=\n2',
    ]) {
      assert.ok(!isTable(text), JSON.stringify(text));
    }
  });
});

describe('a cell in quotation marks', () => {
  const cells = (text: string): string[] => readTextTable(text)!.rows.flatMap(row => row.map(cell => cell.text));

  it('ends at the mark that ends it, or has none', () => {
    assert.deepEqual(cells('"a\tb"\tc'), ['a b', 'c']);
    assert.deepEqual(cells('x\t"a""b"'), ['x', 'a"b']);
    assert.deepEqual(cells('"a"\r\nb\tc'), ['a', 'b', 'c']);
    assert.deepEqual(cells('"a" b\tc'), ['"a" b', 'c']);
    assert.deepEqual(cells('"a\tb'), ['"a', 'b']);
    assert.deepEqual(cells('a"b"\tc'), ['a"b"', 'c']);
  });
});
