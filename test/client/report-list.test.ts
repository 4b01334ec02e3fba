import assert from 'node:assert/strict';
import { byOrganAndYear, editionOf, isYear, titleOf, yearInHand } from '../../client/report-list.ts';
import { editions } from '../../service/index.ts';

const report = (organ: string | undefined, year: number | undefined, uri = 'file:///%E6%8A%A5.nianbao') => ({
  uri,
  organ,
  year,
});

describe('client: lists of reports', () => {
  it('calls a report by its organ and year, or by its file', () => {
    assert.equal(titleOf(report('示范市', 2024)), '示范市2024年');
    assert.equal(titleOf(report('示范市', undefined)), '示范市');
    assert.equal(titleOf(report(undefined, 2024)), '报.nianbao');
  });

  it('lists an organ’s reports together, the newest first', () => {
    const listed = byOrganAndYear([report('乙县', 2023), report('甲县', 2022), report('甲县', 2024)]);
    assert.deepEqual(listed.map(titleOf), ['甲县2024年', '甲县2022年', '乙县2023年']);
  });

  it('takes a report begun in the first months for the year before', () => {
    assert.equal(yearInHand(new Date(2026, 0, 5)), 2025);
    assert.equal(yearInHand(new Date(2026, 10, 21)), 2026);
  });

  it('takes years from that of the regulation on', () => {
    assert.deepEqual(['2008', '2025', '2007', '25', '2025年'].map(isYear), [true, true, false, false, false]);
  });

  it('knows which edition a year’s reports are written in', () => {
    const known = editions();
    assert.deepEqual(
      [2019, 2020, 2021, 2025].map(year => editionOf(known, year)?.id),
      ['2019', '2019', '2021', '2021'],
    );
    assert.equal(editionOf(known, 1990), undefined);
  });
});
