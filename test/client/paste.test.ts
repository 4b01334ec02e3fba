import assert from 'node:assert/strict';
import { oneCell } from '../../client/one-cell.ts';

describe('pasting one cell', () => {
  it('is the words without the line break that a spreadsheet puts behind them', () => {
    assert.equal(oneCell('1,234\r\n'), '1,234');
    assert.equal(oneCell(' 行政许可 \n'), '行政许可');
  });

  it('is no more and no less than one cell', () => {
    for (const text of ['', '12', '\r\n', ' \n', '1\n2\n', '1\t2\n', '1\n\n']) assert.equal(oneCell(text), undefined);
  });
});
