import assert from 'node:assert/strict';
import { blankReport, blankSection, partHeading, readReport } from '../../model/index.ts';
import { forms } from '../../forms/index.ts';

const TITLE = '示范市2025年政府信息公开工作年度报告';

/** The fields below the title: `key name=value`. */
const fieldsOf = (...lines: readonly string[]): string[] =>
  readReport([TITLE, ...lines].join('\n')).head.fields.map(
    ({ key, name, value }) => `${key ?? '?'} ${name.text}=${value.text}`,
  );

describe('model: fields', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['机关：某局', ['organ 机关=某局']],
    ['机关 :  某局 ', ['organ 机关=某局']],
    ['机关：', ['organ 机关=']],
    // Short names may be fields that we do not know, if something stands behind them.
    ['单位：某局', ['? 单位=某局']],
    ['单位：', []],
    ['各位代表：大家好', ['? 各位代表=大家好']],
    ['各位人大代表：大家好', []],
    // One character off a name of ours is that name, badly written, with or without anything behind it.
    ['发布曰期：', ['? 发布曰期=']],
    ['发布期：', ['? 发布期=']],
    ['发步曰期：', []],
    ['机构：', []],
  ];
  for (const [line, expected] of cases) {
    it(`are read from ${JSON.stringify(line)}, and the lines below it if it is one`, () => {
      assert.deepEqual(fieldsOf(line, '年度：2025'), expected.length > 0 ? [...expected, 'year 年度=2025'] : []);
    });
  }

  it('may stand among blank lines, comments and further titles', () => {
    assert.deepEqual(fieldsOf('', '// 话', '政务公开工作报告', '年度：2025', '话。', '机关：某局'), ['year 年度=2025']);
    const { head } = readReport(['机关：某局', '年度：2024年度'].join('\n'));
    assert.deepEqual([head.organ, head.year, head.title], ['某局', 2024, undefined]);
    // A paragraph is longer than any title.
    const paragraph = `${'按照上级要求，'.repeat(8)}现公布信息公开工作报告`;
    assert.deepEqual(fieldsOf(paragraph, '年度：2025'), []);
    assert.deepEqual(fieldsOf(paragraph.slice(8), '年度：2025'), ['year 年度=2025']);
  });

  it('of which one comes twice say what the first says, and nothing where nothing stands in it', () => {
    const of = (...lines: readonly string[]): unknown[] => {
      const { organ, year } = readReport(lines.join('\n')).head;
      return [organ, year];
    };
    assert.deepEqual(of('机关：某局', '机关：某所', '年度：2020', '年度：2021'), ['某局', 2020]);
    assert.ok(!('organ' in readReport('机关：').head));
    assert.deepEqual(
      ['2020年', '2020年度', '共2020', '2020年报', '20200', '二〇二〇'].map(value => of(`年度：${value}`)[1]),
      [2020, 2020, undefined, undefined, undefined, undefined],
    );
  });

  it('that are none of ours are no field where the title would stand', () => {
    for (const line of ['单位：某局', '机关报2020年信息公开报告']) assert.equal(readReport(line).head.title?.line, 0);
  });

  it('may stand below further titles, which end as a title ends', () => {
    const furtherTitles = (line: string): readonly number[] => readReport([TITLE, line].join('\n')).head.furtherTitles;
    for (const line of ['某局信息公开报告', '　　某局信息公开报告 ', `${'某'.repeat(53)}信息公开报告`]) {
      assert.deepEqual(furtherTitles(line), [1], line);
    }
    for (const line of ['某局信息公开', '某局工作报告', `${'某'.repeat(54)}信息公开报告`]) {
      assert.deepEqual(furtherTitles(line), [], line);
    }
  });

  it('say less than the title does', () => {
    const { head } = readReport([TITLE, '机关：某局', '年度：2020', '格式：２０１９'].join('\n'));
    assert.deepEqual([head.organ, head.year, head.edition], ['示范市', 2025, '2019']);
  });
});

describe('model: what is written blank', () => {
  const form = forms.at(-1)!;

  it('is a report without a gap too few or too many', () => {
    const text = blankReport(form, '示范市', 2025);
    assert.ok(!text.includes('\n\n\n') && text.endsWith('\n') && !text.endsWith('\n\n'));
    assert.equal(text.split('\n')[2], `　　${form.preface.replaceAll('{年度}', '2025')}`);
    assert.equal(text.match(/^[一二三四五六]、/gm)?.length, form.sections.length);
  });

  it('is a section with its parts and tables, a blank line between them', () => {
    const [overview, disclosure] = form.sections;
    assert.deepEqual(blankSection(form, overview!).slice(0, 5), [
      '一、总体情况',
      '',
      partHeading(overview!, 0),
      '',
      partHeading(overview!, 1),
    ]);
    assert.equal(partHeading(overview!, 1), `（二）${overview!.parts?.[1]?.title ?? ''}`);
    assert.equal(blankSection(form, disclosure!).filter(line => line === '').length, disclosure!.tables!.length);
  });
});
