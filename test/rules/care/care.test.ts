import assert from 'node:assert/strict';
import { findingsOf, finds, mended } from '../../kit/index.ts';
import { lines, TITLE, TITLE_2019 } from '../snippets.ts';

const prose = (...text: readonly string[]): string => lines(TITLE, '', '一、总体情况', '', ...text);
const of = (title: string, ...text: readonly string[]): string => lines(title, '', '一、总体情况', '', ...text);

describe('rule: repeated-words', () => {
  const rule = 'repeated-words';

  for (const [wrong, right] of [
    ['⟦示范镇示范镇⟧公开信息。', '示范镇公开信息。'],
    ['⟦进一步进一步⟧规范。', '进一步规范。'],
    ['公开信息⟦的的⟧渠道。', '公开信息的渠道。'],
    ['公开信息⟦，，⟧及时更新。', '公开信息，及时更新。'],
    ['及时公开各类信息。⟦及时公开各类信息。⟧', '及时公开各类信息。'],
    ['⟦，，⟧公开信息。', '，公开信息。'],
    ['落实要求⟦，，，，⟧再⟦落实落实⟧，公开⟦。。⟧', '落实要求，再落实，公开。'],
    ['⟦进一步进一步⟧进一步规范。', '进一步进一步规范。'],
    ['⟦政务公开工作领导小组成员政务公开工作领导小组成员⟧名单。', '政务公开工作领导小组成员名单。'],
  ] as const) {
    it(`finds ${wrong}`, () => {
      finds(rule, prose(wrong));
      assert.equal(mended(rule, prose(wrong)), prose(right));
    });
  }

  for (const text of [
    '常常听取方方面面的意见，一一答复，的的确确办到，群众反映的的确属实。',
    '政府信息信息化，政务公开公开栏，一件一件地办。',
    '公众参与与互动，作为为民服务的窗口。',
    '等等……',
    '无。无。',
    '公开2025公开2025条。',
    '政务公开工作领导小组的成员政务公开工作领导小组的成员名单。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});

describe('rule: punctuation', () => {
  const rule = 'punctuation';

  it('finds half-width marks between Chinese characters, once a paragraph, and mends them all', () => {
    const wrong = prose('落实要求⟦,⟧公开信息;及时更新:按月检查。');
    const [finding] = finds(rule, wrong);
    assert.match(finding?.message.en ?? '', /are 3 half-width marks /);
    assert.match(findingsOf(prose('落实要求,公开信息。'), rule)[0]?.message.en ?? '', /is 1 half-width mark /);
    assert.equal(mended(rule, wrong), prose('落实要求，公开信息；及时更新：按月检查。'));
  });

  for (const text of [
    '坚持⟦“⟧应公开尽公开。',
    '公开指南⟦）⟧已更新。',
    '落实⟦《⟧条例要求。',
    '落实⟦（⟧含公示（两类）。',
    '⟦”⟧公开信息。',
    '公开信息1⟦）⟧已更新。',
    '公开信息，1类⟦）⟧已更新。',
  ]) {
    it(`finds ${text}`, () => finds(rule, prose(text)));
  }

  for (const text of [
    '共1,206件，占12.5%，时间为9:30。',
    '坚持“公开为常态（不公开为例外）”。',
    '1）公开；2）解读；一）培训。',
    '12）公开；(3）解读；　①）培训。',
    '（一）主动“公开。信息已更新。',
    'The end, really.',
    '详见 https://example.gov.cn/a,b。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});

describe('rule: personal-data', () => {
  const rule = 'personal-data';

  for (const text of [
    '身份证号⟦11010519491231002X⟧。',
    '联系人手机⟦13912345678⟧。',
    '账号⟦6222021234567890128⟧。'.replace('6222021234567890128', luhn('622202123456789012')),
    '申请人⟦王小明⟧向本局提出申请。',
    '申请人：⟦王小明⟧不服答复。',
    '申请人: ⟦李明⟧于2025年来访，申请人⟦张华⟧、申请人⟦陈小红⟧，均已答复。',
  ]) {
    it(`finds ${text}`, () => finds(rule, prose(text)));
  }

  it('knows an identity number by a day of birth that there can be', () => {
    for (const day of ['19000101', '20230930', '19851010', '19871219', '20011031', '20050220']) {
      finds(rule, prose(`证件号⟦${identity(`341223${day}375`)}⟧。`));
    }
    for (const day of ['18991231', '21000101', '19850012', '19851301', '19850500', '19850532', '19850540']) {
      finds(rule, prose(`证件号${identity(`341223${day}375`)}。`));
    }
  });

  it('knows a card by its length, its first digit and its check digit, and tells an identity number once', () => {
    for (const digits of ['352800001234567', '3528000012345678', '62220212345678901', '622202123456789012']) {
      finds(rule, prose(`账号⟦${luhn(digits)}⟧。`));
    }
    for (const digits of ['72220212345678901', '22220212345678901', '6222021234567890123', '62220212345678']) {
      finds(rule, prose(`账号${luhn(digits)}。`));
    }
    const both = identity('34122319851216423');
    assert.equal(luhn(both.slice(0, -1)), both);
    finds(rule, prose(`证件号⟦${both}⟧。`));
  });

  it('knows none inside a longer number or a code', () => {
    for (const number of ['11010519491231002X', '13912345678', luhn('622202123456789012')]) {
      for (const written of [`A${number}`, `${number}A`, `1${number}`, `${number}1`, `_${number}`]) {
        finds(rule, prose(`编号${written}。`));
      }
    }
    finds(rule, prose('编号0-13912345678和13912345678-1。'));
  });

  it('looks for them in prose, not in rows or in comments', () =>
    finds(rule, prose('联系⟦13912345678⟧。', '| 联系 | 13912345678 |', '// 联系13912345678')));

  it('allows the number that the office gives, and nothing beside it', () => {
    finds(rule, prose('联系电话：13912345678'));
    finds(rule, prose('　　联系电话：13912345678'));
    finds(rule, prose('联系电话：13912345678，申请人⟦王小明⟧提出申请。'));
    finds(rule, prose('接待人联系电话：⟦13912345678⟧'));
  });

  it('knows an identity number by its check digit, which every digit before it changes', () => {
    const number = '341223198512163753';
    finds(rule, prose(`证件号⟦${number}⟧。`));
    for (let at = 0; at < 17; at++) {
      const other = (Number(number[at]) % 9) + 1;
      finds(rule, prose(`证件号${number.slice(0, at)}${other}${number.slice(at + 1)}。`));
    }
  });

  for (const text of [
    '编号110105194912310021。',
    '统一社会信用代码11341522MB0W12345X。',
    '电话0564-27742410，邮编237452。',
    '申请人王某提出申请，申请人应当补正，申请人马上提出申请。',
    '申请人李家村民提出申请，被申请人郑重答复申请人。',
    '浏览量12345678901次。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});

describe('rule: thin-section', () => {
  const rule = 'thin-section';
  const section = (text: string, heading = '⟦五、存在的主要问题及改进情况⟧'): string => lines(heading, '', text);

  for (const text of [
    '无。',
    '暂无问题。',
    '全年公开工作取得良好成效，群众满意。',
    '公开内容不够全面。',
    '个别站所报送偏少，将改进。',
  ]) {
    it(`finds ${text}`, () => finds(rule, section(text)));
  }

  it('says what is missing', () => {
    const said = (text: string): (string | undefined)[] =>
      findingsOf(section(text, '五、存在的主要问题及改进情况'), rule).map(({ message }) => message.zh);
    for (const [text, ...expected] of [
      ['不存在问题。', '没有写出问题和改进'],
      ['无', '没有写出问题和改进'],
      ['本年度没有', '没有写出问题和改进'],
      ['无障碍栏目更新不够及时，已经安排专人每周核对。'],
      ['个别栏目更新不够及时，安排专人核对后目前无问题。'],
      ['全年公开工作取得良好成效，群众满意。', '只说了成绩，没有写出存在的问题'],
      ['更新慢，台账散乱，内容陈旧，字迹模糊不清。解读粗浅。', '只写了问题，没有写改进'],
      ['公开内容不够全面。', '只写了问题，没有写改进'],
      ['台账零散，建章立制薄弱，解读形式单一，更新滞后。', '只写了问题，没有写改进'],
      ['经办人流动较快，积压的申请件数较多。', '只写了问题，没有写改进'],
      ['栏目层级过多，办事指南篇幅过长。', '只写了问题，没有写改进'],
      ['村级公示只有文字，个别乡村只能看纸张。', '只写了问题，没有写改进'],
      ['目录体系亟待梳理，公示栏亟需更换。', '只写了问题，没有写改进'],
      ['公示栏较齐，过往年份的公文也在。'],
      ['个别站所报送偏少，将改进。', '只有一句话，写得太简单'],
      ['台账零散，已有专人补齐。', '只有一句话，写得太简单'],
      // Twenty characters are enough, and so are two sentences.
      ['个别站所报送信息数量偏少，今后将予改进的。'],
      ['报送偏少。将改进。'],
      ['台账零散。已补齐。'],
    ] as const) {
      assert.deepEqual(said(text), expected, text);
    }
  });

  it('does not read a section of more than sixty lines', () => {
    const withBlanks = (count: number, heading?: string): string =>
      section('公开内容不够全面。', heading) + '\n'.repeat(count);
    finds(rule, withBlanks(56));
    finds(rule, withBlanks(57, '五、存在的主要问题及改进情况'));
  });

  for (const text of [
    '部分站所报送不够及时。下一步按月催报，对新任人员集中辅导。',
    '一是解读不够；二是更新不及时。针对上述问题，已经建立台账。',
    '公开工作取得良好成效，今后继续做好目录修订和平台维护。',
    '',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, section(text, '五、存在的主要问题及改进情况')));
  }
});

describe('rule: fee-statement', () => {
  const rule = 'fee-statement';
  const report = (text: string, elsewhere = '公开信息12条。', title = TITLE): string =>
    lines(title, '', '一、总体情况', elsewhere, '', '六、其他需要报告的事项', '', text);

  it('finds a section six that says nothing of the fees', () =>
    finds(rule, report('没有其他需要报告的事项。').replace('六、其他需要报告的事项', '⟦六、其他需要报告的事项⟧')));

  it('asks once, where the section is given twice', () => {
    const others = '六、其他需要报告的事项';
    finds(rule, lines(TITLE, `⟦${others}⟧`, '无。', others, '无。'));
  });

  it('finds a text that contradicts itself', () => {
    const [finding] = finds(rule, report('⟦本年度未收取信息处理费⟧。', '全年收取信息处理费400元。'));
    assert.equal(finding?.severity, 'warning');
    assert.deepEqual(finding.related?.[0]?.range, {
      start: { line: 3, character: 0 },
      end: { line: 3, character: 13 },
    });
    assert.deepEqual(findingsOf(report('收取信息处理费400元。', '依法收取信息处理费。'), rule), []);
    const often = report('⟦未收取信息处理费⟧。没有收取信息处理费。', '收取信息处理费1元。收取信息处理费2元。');
    assert.equal(finds(rule, often)[0]?.related?.[0]?.range.start.character, 0);
  });

  for (const text of [
    '本年度未收取信息处理费。',
    '发出收费通知0件，收取信息处理费0元。',
    '依据信息处理费管理办法，收取信息处理费400元。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, report(text)));
  }

  it('reads amounts in any digits, with separators and spaces', () => {
    for (const amount of ['4元', '４００元', '1,400 元', '0.5万元', '０．５万元']) {
      finds(rule, report('⟦未收取信息处理费⟧。', `全年收取信息处理费${amount}。`));
    }
    for (const amount of ['0元', '００元', '0.00 万元', '0,000元']) {
      finds(rule, report('未收取信息处理费。', `全年收取信息处理费${amount}。`));
    }
  });

  it('does not ask before the section is begun, be it with a number', () => {
    const heading = '六、其他需要报告的事项';
    for (const text of ['', '| 件数 |  |', '| 件数 | 无 |']) finds(rule, report(text));
    for (const text of ['| 件数 | 3 |', '| 件数 | = |']) finds(rule, report(text).replace(heading, `⟦${heading}⟧`));
  });

  it('asks from the first year on for which fees could be charged, and where no year is known', () => {
    const heading = '六、其他需要报告的事项';
    finds(rule, lines(TITLE.replace('2025', '2021'), `⟦${heading}⟧`, '无。'));
    finds(rule, lines(`⟦${heading}⟧`, '无。'));
  });

  it('does not ask for what was not yet asked for', () => finds(rule, report('无。', '无。', TITLE_2019)));
});

describe('rule: notice', () => {
  const rule = 'notice';
  const older = '《关于政府信息公开工作年度报告有关事项的通知》';

  it('finds a superseded notice and mends number and title', () => {
    const source = prose(`根据${older}（⟦国办公开办函〔2019〕60号⟧）编制。`);
    finds(rule, source);
    assert.match(
      mended(rule, source),
      /〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）/,
    );
  });

  it('finds the title of another', () => {
    const source = prose(`根据⟦${older}⟧（国办公开办函〔2021〕30号）编制。`);
    finds(rule, source);
    assert.doesNotMatch(mended(rule, source), /有关事项/);
  });

  it('reads a number in any brackets, with spaces', () => {
    for (const number of ['国办公开办函 [ 2019 ] 60 号', '国办公开办函（2019）60号', '国办公开办函【2019】  60号']) {
      finds(rule, prose(`按照⟦${number}⟧编制。`));
    }
    finds(rule, prose('按照国办公开办函〔2019〕160号编制。'));
  });

  it('finds a number that is none, and mends it', () => {
    const citing = (number: string): string => prose(`根据《政府信息公开工作年度报告格式》（${number}）编制。`);
    finds(rule, citing('⟦国办公开办函〔2021〕13号⟧'));
    assert.equal(mended(rule, citing('国办公开办函〔2021〕13号')), citing('国办公开办函〔2021〕30号'));
  });

  it('finds this year’s notice in a report before it', () =>
    finds(rule, of(TITLE_2019, '根据国务院通知（⟦国办公开办函〔2021〕30号⟧）编制。')));

  for (const text of [
    '根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。',
    '根据《政府信息公开工作年度报告格式》（国办公开办函[2021]30号）编制。',
    '根据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收费。',
    '落实《关于政府信息公开工作年度报告有关事项的通知》要求，并按新的格式（国办公开办函〔2021〕30号）编制。',
    '根据《关于基层政务公开的通知》（国办公开办函〔2020〕12号）编制目录。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, prose(text)));
  }
});

describe('rule: organ-name', () => {
  const rule = 'organ-name';
  const town = '甲县石桥镇2025年政府信息公开工作年度报告';

  for (const text of ['⟦石桥头镇⟧人民政府落实公开要求。', '⟦我局⟧安排专人负责。', '⟦我乡⟧安排专人负责。']) {
    it(`finds ${text}`, () => finds(rule, of(town, text)));
  }

  // Where a sentence says whose report it is, a name that is nearly the report's own is as much a slip as elsewhere.
  for (const text of [
    '现将甲县⟦石桥头镇⟧人民政府2025年政府信息公开工作情况报告如下。',
    '如对本报告有疑问，请与⟦石桥头镇⟧人民政府办公室联系。',
    '2025年，⟦石桥头镇⟧认真落实公开要求。',
  ]) {
    it(`finds ${text}`, () => finds(rule, of(town, text)));
  }

  it('finds a township’s words in a bureau', () =>
    finds(rule, of('甲县财政局2025年政府信息公开工作年度报告', '⟦我镇⟧安排专人，我县公开信息。')));

  for (const text of [
    '石桥镇人民政府和甲县石桥镇党委落实公开要求，我镇安排专人，我委托第三方评估。',
    '石桥乡镇两级公开，石桥村镇建设信息公开。',
    '各镇和青山镇一并公开。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, of(town, text)));
  }

  /** What an organ calls itself, and what it does not. */
  const kinds: readonly (readonly [organ: string, ...words: readonly string[]])[] = [
    ['甲县石桥镇', '我镇、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、⟦我委⟧、⟦我厅⟧、我县'],
    ['甲县石桥乡', '⟦我镇⟧、我乡、⟦我街道⟧、⟦我局⟧、⟦我委⟧、⟦我厅⟧、我县'],
    ['甲县城南街道', '⟦我镇⟧、⟦我乡⟧、我街道、⟦我局⟧、⟦我委⟧、⟦我厅⟧、我县'],
    ['泾县', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、我委、⟦我厅⟧、我县'],
    ['青岚市', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、我委、⟦我厅⟧、⟦我县⟧'],
    ['云山市青岚区', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、我委、⟦我厅⟧、⟦我县⟧'],
    ['甲县财政局', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、我局、我委、⟦我厅⟧、我县'],
    ['甲县发展和改革委员会', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、我委、⟦我厅⟧、我县'],
    ['甲省财政厅', '⟦我镇⟧、⟦我乡⟧、⟦我街道⟧、⟦我局⟧、我委、我厅、我县'],
    // A town of a district is in no county, unless it is one of an autonomous region.
    ['甲区石桥镇', '我镇、⟦我县⟧'],
    ['甲旗石桥镇', '我镇、我县'],
    ['甲自治区石桥镇', '我镇、我县'],
    ['甲自治区乙县石桥镇', '我镇、我县'],
    ['丙区人民政府城南街道办事处', '⟦我镇⟧、我街道'],
    ['甲县城镇管理局', '⟦我镇⟧、我局'],
    // Nobody can say whose report this is.
    ['城镇', '我镇、我乡、我局'],
    ['石桥镇卫生院', '我镇、我乡、我局'],
  ];
  for (const [organ, words = ''] of kinds) {
    it(`knows what ${organ} calls itself`, () => {
      finds(rule, of(`${organ}2025年政府信息公开工作年度报告`, words));
    });
  }

  it('takes a bureau’s name with more in it for that of another, which may stand where it will', () =>
    finds(rule, of('甲县财政局2025年政府信息公开工作年度报告', '本报告由甲县财政监督局编制。')));

  for (const text of [
    '石桥街道的石桥子街道口已亮化。',
    '沿石桥河石桥镇段已公示。',
    '石桥重点镇、石桥特色镇已公示。',
    '石桥镇老镇已亮化。',
    '石岭镇、板桥镇同志前来交流。',
    '本报告由乙县泾镇编制。',
    '2025年，中心镇认真落实公开要求。',
    '“我局”字样已经更正，自我委屈无人理会。',
    '本局部地区的做法原本乡里就有。',
  ]) {
    it(`leaves alone ${text}`, () => finds(rule, of(town, text)));
  }

  it('takes a shorter name for the report’s own, and a fuller one', () => {
    finds(rule, of('甲县市场监管局2025年政府信息公开工作年度报告', '本报告由甲县市场监督管理局编制。'));
    finds(rule, of('甲县市场监督管理局2025年政府信息公开工作年度报告', '本报告由市场监管局编制。'));
  });

  it('leaves the title to other rules', () =>
    finds(rule, lines('青山镇2025年政府信息公开工作年度报告', '机关：石桥镇', '', '一、总体情况', '我镇公开信息。')));

  it('mends as a guess', () => {
    assert.match(mended(rule, of(town, '我局安排专人。')), /我镇安排专人/);
    assert.match(mended(rule, of(town.replace('县', '区'), '我县统一部署。')), /我区统一部署/);
    assert.ok(findingsOf(of(town, '我局安排专人。'), rule)[0]?.mends?.[0]?.guess);
    const bureau = '高新区管理委员会财政局2025年政府信息公开工作年度报告';
    assert.match(mended(rule, of(bureau, '本报告由高新区管理委员会民政局编制。')), /由管理委员会财政局编制/);
  });
});

/** The number of an identity card with its check digit. */
function identity(digits: string): string {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11), 0);
  return digits + ('10X98765432'[sum % 11] ?? '');
}

/** The number with its check digit. */
function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
