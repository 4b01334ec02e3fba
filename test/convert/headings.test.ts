import assert from 'node:assert/strict';
import { cutAtHeadings, findSection } from '../../convert/import/headings.ts';
import { outline } from '../../convert/import/outline.ts';
import { paragraph, type SourceBlock } from '../../convert/import/source.ts';
import { forms } from '../../forms/index.ts';

/** The section that a line heads, `?` where that is only likely, and what stands behind the heading. */
function headed(text: string): string | undefined {
  const found = findSection(text);
  return found && `${found.section.id}${found.certainty === 'near' ? '?' : ''}/${text.slice(found.end)}`;
}

describe('import: a heading', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['一、总体情况', 'overview/'],
    ['１．总体情况', 'overview/'],
    ['第一部分 总体情况', 'overview/'],
    ['第一章　总体情况', 'overview/'],
    ['一 总体情况。', 'overview/。'],
    ['一、 总 体 情 况', 'overview/'],
    // With another number it is a heading too, and without any where nothing follows it.
    ['三、总体情况', 'overview/'],
    ['总体情况', 'overview/'],
    ['总体情况：全年公开信息三件', undefined],
    ['一、总体情况：全年公开信息三件', 'overview/：全年公开信息三件'],
    ['一、总体情况 全年公开信息三件', 'overview/ 全年公开信息三件'],
    ['一、总体情况全年公开信息三件', undefined],
    ['一、总体情况全年公开：信息三件', undefined],
    // Other wordings: under their own number, a Chinese one, or as long as only a title is.
    ['2.主动公开情况', 'disclosure/'],
    ['一、主动公开情况', 'disclosure/'],
    ['1.主动公开情况', undefined],
    ['主动公开情况', undefined],
    ['主动公开政府信息情况', 'disclosure/'],
    ['政府信息主动公开情况', 'disclosure/'],
    ['存在问题及改进情况', undefined],
    ['三、收到和处理政府信息公开的情况', 'applications?/'],
    ['四、收到和处理政府信息公开的情况', undefined],
    ['一、 总的情况 ', 'overview?/'],
    [`一、总的情况${' '.repeat(54)}`, `overview?/`],
    [`一、总的情况${' '.repeat(55)}`, undefined],
    ['三、收到和处理政府信息公开的情况，另有说明', undefined],
    ['六、其他', undefined],
    ['十一、工作安排', undefined],
    ['', undefined],
    [`一、总体情况。${'字'.repeat(3993)}`, `overview/。${'字'.repeat(3993)}`],
    [`一、总体情况。${'字'.repeat(3994)}`, undefined],
  ];
  for (const [text, expected] of cases) {
    it(`is told by words and number: ${text.slice(0, 20)}`, () => assert.equal(headed(text), expected));
  }
});

describe('import: a text that lost its line ends', () => {
  const lost =
    '示范县2024年政府信息公开工作年度报告 根据规定编制。 一、总体情况 （一）主动公开。发布三件。（二）依申请公开 收到两件。 ' +
    '二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 五、存在的主要问题及改进情况 报送不够及时。 示范县人民政府 2025年1月9日';

  it('is cut at its headings and behind them, below its title and above its signature', () => {
    assert.deepEqual(cutAtHeadings(lost), [
      '示范县2024年政府信息公开工作年度报告',
      '根据规定编制。',
      '一、总体情况',
      '（一）主动公开。发布三件。',
      '（二）依申请公开',
      '收到两件。',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '五、存在的主要问题及改进情况',
      '报送不够及时。',
      '示范县人民政府',
      '2025年1月9日',
    ]);
  });

  it('is none with two headings, nor with those of a sentence', () => {
    const two = `一、总体情况 ${'字'.repeat(60)} 二、主动公开政府信息情况 完`;
    assert.deepEqual(cutAtHeadings(two), [two]);
    const three = `${two} 三、收到和处理政府信息公开申请情况`;
    assert.equal(cutAtHeadings(three).length, 5);
    const sentence = `${'字'.repeat(60)}：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。`;
    assert.deepEqual(cutAtHeadings(sentence), [sentence]);
    const short = '一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况';
    assert.equal(cutAtHeadings(`${short} ${'字'.repeat(59 - short.length)}`).length, 1);
    assert.equal(cutAtHeadings(`${short} ${'字'.repeat(60 - short.length)}`).length, 4);
  });

  it('has a title only where it begins with one', () => {
    const body = `一、总体情况 ${'字'.repeat(60)} 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 （一）信息公开`;
    const first = (ahead: string): string | undefined => cutAtHeadings(`${ahead} ${body}`)[0];
    assert.equal(first(` ${'县'.repeat(61)}报告 甲`), `${'县'.repeat(61)}报告`);
    for (const ahead of [`${'县'.repeat(62)}报告 甲`, '甲。乙报告 丙', '县报告书 甲']) {
      assert.equal(first(ahead), ahead);
    }
    assert.equal(cutAtHeadings(`县报告 ${body}`).at(-1), '（一）信息公开');
  });

  it('keeps behind its last sentence what is no signature', () => {
    const end = `五、存在的主要问题及改进情况 甲。 ${'乙 '.repeat(40)}`.trim();
    const text = `一、总体情况 甲。 二、主动公开政府信息情况 ${end}`;
    assert.equal(cutAtHeadings(text).at(-1), end.slice('五、存在的主要问题及改进情况 '.length));
  });
});

describe('import: the outline of a file', () => {
  const table: SourceBlock = { kind: 'table', layout: 'laid', rows: [] };

  /** What a file of lines is; 表 is a table. */
  const read = (...lines: readonly string[]): unknown => {
    const { title, head, sections, remarks } = outline(
      lines.map((text, index) => (text === '表' ? table : paragraph(text, { line: index + 1 }, 1))),
      forms,
    );
    const words = (blocks: typeof head): string =>
      blocks.map(block => (block.kind === 'paragraph' ? block.text : '表')).join('/');
    return {
      title,
      head: words(head),
      sections: sections.map(({ section, blocks }) => `${section.id}: ${words(blocks)}`),
      remarks: remarks.map(({ kind, text, place }) => `${kind} ${place.line ?? ''} ${text}`),
    };
  };

  it('has the title nearest to the text, over several lines if it must be', () => {
    const title = '示范县2024年政府信息公开工作年度报告';
    assert.deepEqual(read('首页', title, '导航', title, '前言。', '一、总体情况', '甲'), {
      title,
      head: '前言。',
      sections: ['overview: 甲'],
      remarks: ['loss 1 首页', `loss 2 ${title}`, 'loss 3 导航'],
    });
    assert.deepEqual(read('示范县', '2024年政府信息公开', ' 工作年度 报告', '一、总体情况'), {
      title,
      head: '',
      sections: ['overview: '],
      remarks: [],
    });
    assert.deepEqual(read('甲', '乙'), { title: '', head: '甲/乙', sections: [], remarks: [] });
  });

  it('has none that no report could have', () => {
    const titleOf = (...lines: readonly string[]): unknown => (read(...lines) as { title: string }).title;
    assert.equal(titleOf('示范县', '2024年', '政府信息', '公开工作', '年度报告'), '2024年政府信息公开工作年度报告');
    assert.equal(titleOf('示范县2024年政府信息公开工作年度报告。'), '');
    assert.equal(titleOf('示范县2024年政府信息公开', '表', '工作年度报告'), '');
    assert.equal(titleOf(`${'示范县'.repeat(25)}2024年政府信息公开工作年度报告`), '');
    const named = (length: number): string => '2024年政府信息公开工作年度报告'.padStart(length, '县');
    assert.equal(titleOf(named(80)), named(80));
    assert.equal(titleOf(named(81)), '');
    assert.equal(titleOf('示范县2024年政府信息公开工作情况'), '');
    assert.equal(
      titleOf('示范县2024年政府信息公开年度报告', '示范县2024年法治政府建设报告'),
      '示范县2024年政府信息公开年度报告',
    );
  });

  it('has none that is written over more lines, or begins further down, than any is', () => {
    const title = '示范县2024年政府信息公开工作年度报告';
    const titleBehind = (count: number): unknown => {
      const { title: found } = read(...Array.from({ length: count }, () => '栏目。'), title) as { title: string };
      return found;
    };
    assert.equal(titleBehind(399), title);
    assert.equal(titleBehind(400), '');
    assert.deepEqual(read('示范县2024年', '政府信息', '公开工作', '年度报告', '甲'), {
      title,
      head: '甲',
      sections: [],
      remarks: [],
    });
  });

  it('keeps a table that stands above the title', () => {
    const title = '示范县2024年政府信息公开工作年度报告';
    assert.deepEqual(read('表', '首页', title, '表', '前言。', '一、总体情况', '表'), {
      title,
      head: '表/表/前言。',
      sections: ['overview: 表'],
      remarks: ['loss 2 首页'],
    });
  });

  it('says where a heading was worded otherwise, and has the words behind it below it', () => {
    assert.deepEqual(read('1.总体情况：好', '甲', '二、主动公开政府信息情况。', '三、总体情况'), {
      title: '',
      head: '',
      sections: ['overview: 好/甲', 'disclosure: ', 'overview: '],
      remarks: ['change 1 1.总体情况', 'change 4 三、总体情况'],
    });
  });

  it('leaves out a table of contents, with its name', () => {
    const contents = ['目 录', '一、总体情况', '二、主动公开政府信息情况'];
    assert.deepEqual(read('目录', ...contents, '一、总体情况', '甲', '二、主动公开政府信息情况', '乙'), {
      title: '',
      head: '',
      sections: ['overview: 甲', 'disclosure: 乙'],
      remarks: ['loss 3 一、总体情况', 'loss 4 二、主动公开政府信息情况', 'loss 1 目录', 'loss 2 目 录'],
    });
    assert.deepEqual(read('导航', ...contents, '甲', '一、总体情况', '目录', '二、主动公开政府信息情况', '乙'), {
      title: '',
      head: '导航/甲',
      sections: ['overview: 目录', 'disclosure: 乙'],
      remarks: ['loss 3 一、总体情况', 'loss 4 二、主动公开政府信息情况', 'loss 2 目 录'],
    });
  });

  it('has a heading that comes twice at once but once', () => {
    assert.deepEqual(read('一、总体情况', '一、总体情况', '甲'), {
      title: '',
      head: '',
      sections: ['overview: 甲'],
      remarks: ['loss 1 一、总体情况'],
    });
  });

  it('has the words behind a heading as words, up to their end', () => {
    const { sections } = outline([paragraph('一、总体情况 甲 ：乙', {}, 1)], forms);
    assert.deepEqual(sections[0]!.blocks, [paragraph('甲 ：乙', {})]);
  });

  it('leaves it out below a heading too', () => {
    const [second, third] = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
    assert.deepEqual(read('一、总体情况', '甲', second, third, second, '乙', third, '丙'), {
      title: '',
      head: '',
      sections: ['overview: 甲', 'disclosure: 乙', 'applications: 丙'],
      remarks: [`loss 3 ${second}`, `loss 4 ${third}`],
    });
  });

  it('has the headings of the edition that its title tells', () => {
    const headings = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
    for (const year of [2020, 2024]) {
      const { remarks } = read(`示范县${year}年政府信息公开工作年度报告`, ...headings) as { remarks: string[] };
      assert.deepEqual(remarks, []);
    }
  });

  it('has no table of contents in headings that come once, or with words between them', () => {
    assert.deepEqual(read('目录', '一、总体情况', '二、主动公开政府信息情况'), {
      title: '',
      head: '目录',
      sections: ['overview: ', 'disclosure: '],
      remarks: [],
    });
    assert.deepEqual(read('一、总体情况', '甲', '一、总体情况', '乙'), {
      title: '',
      head: '',
      sections: ['overview: 甲', 'overview: 乙'],
      remarks: [],
    });
  });

  it('takes a likely heading for none where a sure one is there, or another likely one', () => {
    const likely = '三、收到和处理政府信息公开的情况';
    assert.deepEqual(read(likely, '甲', '三、收到和处理政府信息公开申请情况', '乙', likely), {
      title: '',
      head: `${likely}/甲`,
      sections: [`applications: 乙/${likely}`],
      remarks: [],
    });
    assert.deepEqual(read(likely, '甲', likely, '乙'), {
      title: '',
      head: '',
      sections: [`applications: 甲/${likely}/乙`],
      remarks: [`change 1 ${likely}`],
    });
  });
});
