import assert from 'node:assert/strict';
import { findingsOf, finds, marked, mended } from '../../kit/index.ts';
import { lines, TITLE, TITLE_2019 } from '../snippets.ts';

const prose = (...text: readonly string[]): string => lines(TITLE, '', '一、总体情况', '', ...text);

describe('rule: stale-year', () => {
  const rule = 'stale-year';

  const wrong = [
    '⟦2024⟧年，我镇认真落实公开要求。',
    '⟦2024⟧年以来，全镇公开信息120条。',
    '⟦2024⟧年度我局收到申请5件。',
    '⟦２０２４⟧年，县政府网站公开信息120条。',
    '我镇⟦2024⟧年度没有收到申请。',
    '现将⟦2024⟧年政府信息公开工作情况报告如下。',
    '编制⟦2024⟧年度政府信息公开工作年度报告如下。',
    '截至⟦2024⟧年12月31日，公开信息120条。',
    '⟦2024⟧年1月1日至⟦2024⟧年12月31日，公开信息120条。',
    '公开要求都已落实。⟦2024⟧年，全县公开信息120条。2025年，全县培训2次。',
    '（一）主动公开。⟦2024⟧年，全县公开信息120条。',
    '⟦2025⟧年，我镇将进一步加强公开工作。',
  ];
  for (const text of wrong) {
    it(`finds ${text}`, () => {
      const source = prose(text);
      finds(rule, source);
      const { text: unmarked } = marked(source);
      assert.equal(findingsOf(mended(rule, source), rule).length, 0, unmarked);
    });
  }

  it('mends each as what the sentence speaks of', () => {
    for (const [text, year] of [
      ['⟦2024⟧年，我镇认真落实公开要求。', '2025'],
      ['自⟦2024⟧年1月1日至2025年12月31日，网站运行稳定。', '2025'],
      ['自2025年1月1日至⟦2024⟧年12月31日，网站运行稳定。', '2025'],
      ['⟦2025⟧年，我镇将进一步加强公开工作。', '2026'],
      ['在⟦2025⟧年的工作中，我镇将围绕重点加强公开。', '2026'],
      ['下一步，⟦2025⟧年度我镇拟改造公开栏。', '2026'],
      ['我镇⟦2026⟧年共收到申请5件。', '2025'],
      ['公开信息较⟦2023⟧年增加12条。', '2024'],
      ['公开信息比⟦2023⟧年度同期的数量多12条。', '2024'],
      ['与⟦2023⟧年同期相比，公开信息增加12条。', '2024'],
      ['公开信息和⟦2023⟧年基本持平。', '2024'],
      ['⟦2023⟧年结转申请2件。', '2024'],
      ['⟦2023⟧年度转结申请2件。', '2024'],
      ['收到申请3件，结转至⟦2025⟧年办理1件。', '2026'],
      ['顺延⟦2025⟧年度继续答复1件。', '2026'],
      ['展望⟦2025⟧年，我镇将继续公开台账。', '2026'],
      ['⟦2025⟧年，将继续公开台账。', '2026'],
      ['⟦2025⟧年，我镇将重点围绕民生公开信息。', '2026'],
      ['自⟦2024⟧年1月1日起至2025年12月31日，网站运行稳定。', '2025'],
      ['自2025年1月1日起至⟦2024⟧年12月31日，网站运行稳定。', '2025'],
      ['自2025年1月1日——⟦2024⟧年12月31日，网站运行稳定。', '2025'],
      ['现将⟦2024⟧年的公开情况报告如下。', '2025'],
      ['现将⟦2024⟧年公开如下。', '2025'],
      ['现将⟦2024⟧年度政务公开工作报告如下。', '2025'],
      ['按照要求，⟦2024⟧年度，我镇清理文件3件。', '2025'],
      ['截至到⟦2024⟧年底，公开栏更新60次。', '2025'],
      ['截止⟦2024⟧年12月31日，公开栏更新60次。', '2025'],
      ['⟦2024⟧年，我镇公开信息120条。全县今年增加3个栏目。', '2025'],
      ['⟦2024⟧年，我镇印发了管理办法3件。', '2025'],
      ['⟦2024⟧年，我镇印发3份办法。', '2025'],
      ['我镇⟦2026⟧年公开信息10余条。', '2025'],
    ] as const) {
      finds(rule, prose(text));
      assert.equal(mended(rule, prose(text)), prose(text.replace(/⟦.*⟧/, year)), text);
    }
  });

  it('weighs a year that was compared with least, since who compares may choose another', () => {
    const [compared] = findingsOf(prose('公开信息较2023年增加12条。'), rule);
    const [reported] = findingsOf(prose('2024年，我镇认真落实公开要求。'), rule);
    assert.deepEqual([compared?.severity, reported?.severity], ['information', 'warning']);
  });

  const right = [
    '2025年，我镇认真落实公开要求。',
    '公开信息比2024年增加12条。',
    '2024年公开信息108条，2025年公开信息120条。',
    '2024年，我镇公开信息108条，2025年公开信息120条。',
    '栏目设置与县局和我镇2024年的做法一致。',
    '栏目设置与前期建设的我镇2024年专栏一致。',
    '公开信息较2023年增加12条，较2024年增加8条。',
    '落实《2024年政务公开工作要点》。',
    '按照国办函〔2024〕5号执行。',
    '2024年结转申请2件。',
    '公开2024年度部门决算和“三公”经费。',
    '按时发布2024年政府信息公开年报。',
    '2024年，县政府印发《信息公开办法》。',
    '与2024年同期相比有所下降。',
    '2026年，我镇将进一步加强公开工作。',
    '2025年，我镇将信息公开纳入年度考核。',
    '2024年，我镇被评为先进单位。',
    '针对2024年考核指出的问题逐项整改。',
    '发布日期是2024年5月3日。',
    '“十四五”期间（2021—2025年）持续推进。',
    '2020年以来一直如此。',
    '按照安排，2025年，我镇将进一步公开目录。',
    '2024年，我镇收到申请5件。今年收到8件，增加3件。',
    '2024年，我镇收到申请5件。本年收到8件，增加3件。',
    '2024年我镇收到申请5件。2025年收到8件，增加3件。',
    '截至2024年底，公开栏同比增加3个。',
    '2024年全国推广的做法已落实。',
    '我镇2024年启用的专栏自2024年3月起每周更新。',
    '2024年，我镇印发管理办法。',
    '我镇2026年培训3场，下步再定。',
    '我镇2026年培训3场，下一步再定。',
  ];
  for (const text of right) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }

  it('reads over the spaces that many set beside numbers', () => {
    for (const text of [...wrong, ...right]) finds(rule, prose(text.replace(/⟦?[\d０-９]+⟧?/g, '  $&  ')));
  });

  it('leaves the period of the numbers to its own rule', () =>
    finds(rule, prose('数据的统计期限为2024年1月1日至2024年12月31日。')));

  it('finds the day of signing in the report’s own year, where nothing follows it', () => {
    const report = (...end: readonly string[]): string =>
      lines(TITLE, '', '一、总体情况', '', '公开信息120条。', '', '六、其他需要报告的事项', '', '无。', '', ...end);
    for (const day of ['⟦2025⟧年1月20日', '　　（⟦2025⟧年6月3日）', '⟦２０２５⟧年１月２０日']) {
      finds(rule, report(day, ''));
    }
    for (const day of ['2026年1月20日', '2025年7月20日']) finds(rule, report(day));
    finds(rule, report('2025年1月20日', '', '另附清单一份。'));
    finds(rule, report('2025年1月20日', '另附清单一份。', ''));
    finds(rule, lines(TITLE, '发布日期：⟦2025⟧-01-20'));
  });

  it('finds it close below the title, and no further down', () => {
    const day = (blanks: number, written: string): string => lines(TITLE, ...Array<string>(blanks).fill(''), written);
    finds(rule, day(4, '⟦2025⟧年1月20日'));
    finds(rule, day(5, '2025年1月20日'));
    finds(rule, day(5, '现将⟦2024⟧年政府信息公开工作情况报告如下。'));
  });

  it('finds the year of the report itself in the preface only', () => {
    for (const text of [
      '石桥镇编制了X年政府信息公开工作年度报告。',
      '石桥镇编写了X年度的公开报告。',
      '示范市石桥镇X年政务公开报告',
      '示范市石桥镇X年的信息公开报告',
    ]) {
      finds(rule, lines(TITLE, '', text.replace('X', '⟦2024⟧'), '', '一、总体情况'));
      finds(rule, prose(text.replace('X', '2024')));
    }
  });

  it('does not know without a year', () => finds(rule, lines('一、总体情况', '2024年，我镇认真落实公开要求。')));

  it('finds a year that was forgotten, at each of its places, and nothing in the right text', () => {
    const years = [
      '现将2025年政府信息公开工作情况报告如下。',
      '2025年，我镇公开信息120条。',
      '我镇2025年没有收到申请。',
      '2025年以来，本镇培训2次。',
      '截至2025年12月31日，公开专栏更新60次。',
    ];
    finds(rule, prose(...years));
    for (const place of years.keys()) {
      finds(rule, prose(...years.map((line, at) => (at === place ? line.replace('2025', '⟦2024⟧') : line))));
    }
  });
});

describe('rule: reporting-period', () => {
  const rule = 'reporting-period';

  for (const text of [
    '数据的统计期限为⟦2024年1月1日至2024年12月31日⟧。',
    '统计期限：⟦2025年1月1日至2024年12月31日⟧。',
    '统计时限自⟦2024 年 1 月 1 日至 12 月 31 日⟧止。',
    '所列数据统计时间为⟦2025年1月1日至2025年11月30日⟧。',
    '统计期限为⟦2024 年 1 月 1 日 起 ，  至 2025 年 12 月 31 日⟧。',
    '统计数据的时段：⟦2024年1月1日至12月31日⟧。',
    '统计的期限是⟦2024年1月到12月底⟧。',
    '数据统计的周期为⟦2024年1月1日~2024年12月31日⟧。',
    '数据的区间为⟦2024年度全年⟧。',
  ]) {
    it(`finds ${text}`, () => {
      const source = prose(text);
      finds(rule, source);
      assert.match(mended(rule, source), /2025年1月1日至2025年12月31日/);
    });
  }

  it('finds it in any year, whatever digits stand beside it', () => {
    finds(rule, prose('统计期限为⟦2025年1月1日至11月3日⟧。'));
    finds(rule, lines(TITLE_2019, '', '统计期限为⟦2020年1月1日至11月30日⟧。'));
    finds(rule, lines(TITLE_2019, '', '统计期限为2020年1月1日至2020年12月31日。'));
  });

  for (const text of [
    '数据的统计期限为2025年1月1日至2025年12月31日。',
    '统计期限自２０２５年１月１日起至12月31日止。',
    '统计期限为2025年1月至12月底。',
    '统计期限为2025年1月至12月末。',
    '统计期限为2024年度第三方评估所定。',
    '培训时间为2024年3月1日至2024年3月5日。',
    '统计期限为一年。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});

describe('rule: placeholder', () => {
  const rule = 'placeholder';

  for (const text of [
    '公开信息⟦XX⟧条。',
    '⟦××⟧镇公开信息。',
    '公开信息⟦____⟧条。',
    '20⟦X⟧年公开信息。',
    '收到申请⟦X⟧件。',
    '依据〔2021〕30号和⟦〔〕⟧号文件。',
    '公开信息⟦待填⟧条。',
    '⟦该部分以表格形式报告⟧。',
    '以上报告⟦请审阅⟧。',
    '按⟦贵办⟧要求报送。',
    '⟦[bookmark: _GoBack]⟧公开信息。',
    '收到申请⟦X⟧ 件。',
    '⟦（填写说明：⟧按实际情况报告）',
    '⟦此致⟧',
    '⟦敬礼⟧',
    '⟦敬礼⟧！',
    '⟦敬礼⟧。　',
  ]) {
    it(`finds ${text}`, () => finds(rule, prose(text)));
  }

  for (const text of [
    '公开X光检查结果3条。',
    '面积为3×5米。',
    '网址为http://xxgk.example.gov.cn/XX/。',
    '表格如下。',
    '办理情况已请人大代表审议。',
    '5G+XR应用上线。',
    '公开XXL号工作服采购结果。',
    '带＊号的为必公开事项，见gk_1表。',
    '对待核实的线索逐一登记。',
    '不购贵办公用品。',
    '为此致力于公开。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});
