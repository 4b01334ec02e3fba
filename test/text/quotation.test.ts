import assert from 'node:assert/strict';
import { withInnerQuotes } from '../../text/index.ts';

describe('quotation marks', () => {
  it('are single ones inside others, and double ones again inside these', () => {
    assert.equal(withInnerQuotes('缺少“3.危及“三安全一稳定””一行'), '缺少“3.危及‘三安全一稳定’”一行');
    assert.equal(withInnerQuotes('“甲“乙“丙”乙”甲”和“丁”'), '“甲‘乙“丙”乙’甲”和“丁”');
  });

  it('stay as they are side by side, and where one lacks its partner', () => {
    for (const text of ['', '“甲”和“乙”', '“甲“乙”', '”甲“', '“”“”']) assert.equal(withInnerQuotes(text), text);
  });
});
