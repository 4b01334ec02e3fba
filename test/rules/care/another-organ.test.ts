import assert from 'node:assert/strict';
import { findingsOf } from '../../kit/index.ts';
import { lines } from '../snippets.ts';

/** Organs of one level, none of which is a part of another. */
const LEVELS: readonly (readonly string[])[] = [
  ['石桥镇', '青山镇', '柳河乡', '城南街道', '大黑岗子镇', '望江镇', '北屏乡', '河西街道'],
  ['云山县', '青岚县', '临河县', '松塘县'],
  ['云山县财政局', '云山县民政局', '云山县市场监督管理局', '云山县教育体育局'],
];

const TOWNSHIP = /[镇乡]$|街道$/;

/** Where a report says its own name. `only` tells of what level an organ has to be for it. */
const PLACES: readonly { readonly text: string; readonly only?: RegExp }[] = [
  { text: '　　本报告由X编制。' },
  { text: '　　依照条例，本报告由XG编制。', only: /[县镇乡]$/ },
  { text: '　　现将X2025年政府信息公开工作情况报告如下。' },
  { text: 'X2025年政府信息公开工作年度报告' },
  { text: '　　2025年，X认真落实公开要求。', only: /[县镇乡道]$/ },
  { text: '　　2025年以来，X坚持公开为常态。', only: /[县镇乡道]$/ },
  { text: '　　公开要求都已落实。2025年，X深入推进公开。', only: /[县镇乡道]$/ },
  { text: '　　XG在县委县政府的坚强领导下，深化公开。', only: TOWNSHIP },
  { text: '　　如对报告有疑问，请与XG党政办公室联系。', only: TOWNSHIP },
];

const withGovernment = (text: string, organ: string): string =>
  text.replace('X', organ).replace('G', organ.endsWith('街道') ? '办事处' : '人民政府');

const reportOf = (organ: string, text: string): string =>
  lines(`${organ}2025年政府信息公开工作年度报告`, '', '一、总体情况', '', text);

describe('another organ’s name, left in', () => {
  for (const { text, only } of PLACES) {
    it(`is found in ${text.trim()}, and its own is not`, () => {
      for (const organs of LEVELS) {
        for (const organ of organs.filter(one => only?.test(one) ?? true)) {
          assert.deepEqual(findingsOf(reportOf(organ, withGovernment(text, organ)), 'organ-name'), [], organ);
          for (const other of organs.filter(one => one !== organ && (only?.test(one) ?? true))) {
            const found = findingsOf(reportOf(organ, withGovernment(text, other)), 'organ-name');
            assert.equal(found.length, 1, `${other} in the report of ${organ}`);
          }
        }
      }
    });
  }
});
