import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { forms } from '../../forms/index.ts';
import { toDocx, toJson } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { makeReport } from '../kit/index.ts';

describe('export to docx', () => {
  it('holds every number of every table, in the order of the form', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const report = readReport(makeReport(seed, forms[seed % forms.length]).text);
      const { tables } = await opened(report);
      const written = tables.flatMap(numbersIn);
      const wanted = Object.values(toJson(report).tables).flatMap(rows =>
        Object.values(rows).flatMap(row => Object.values(row).map(value => (value === null ? '' : String(value)))),
      );
      assert.ok(wanted.length > 100);
      assert.deepEqual(written, wanted, `seed ${seed}`);
    }
  });

  it('merges the heads as the form prints them', async () => {
    const { tables } = await opened(readReport(makeReport(1, forms[1]).text));
    const [disclosure, applications, disputes] = tables;
    assert.deepEqual(disclosure?.rows[0], [{ text: '第二十条第（一）项', columns: 4, merge: undefined }]);
    assert.deepEqual(
      applications?.rows[0]?.map(({ text, columns, merge }) => [text.slice(0, 5), columns, merge]),
      [
        ['（本列数据', 3, 'restart'],
        ['申请人情况', 7, undefined],
      ],
    );
    assert.deepEqual(
      applications.rows[1]?.map(({ text, columns, merge }) => [text, columns, merge]),
      [
        ['', 3, 'continue'],
        ['自然人', 1, 'restart'],
        ['法人或其他组织', 5, undefined],
        ['总计', 1, 'restart'],
      ],
    );
    assert.deepEqual(
      disputes?.rows.map(row => row.map(({ columns }) => columns)),
      [[5, 10], [1, 1, 1, 1, 1, 5, 5], new Array(15).fill(1), new Array(15).fill(1)],
    );
    assert.equal(disputes.rows[1]?.[0]?.merge, 'restart');
  });

  it('has as many columns in every row as in its grid', async () => {
    for (let seed = 0; seed < 10; seed++) {
      const { tables } = await opened(readReport(makeReport(seed, forms[seed % forms.length]).text));
      for (const { rows, grid } of tables) {
        for (const row of rows) {
          assert.equal(
            row.reduce((sum, { columns }) => sum + columns, 0),
            grid,
          );
        }
      }
    }
  });

  it('repeats the head of a table that goes on over pages', async () => {
    const { tables } = await opened(readReport(makeReport(1, forms[1]).text));
    assert.deepEqual(
      tables.map(({ repeated }) => repeated),
      [0, 3, 3],
    );
  });

  it('prints words without marks, quotes as their numbers, comments not at all', async () => {
    const { paragraphs } = await opened(
      readReport(`某县2025年政府信息公开工作年度报告
机关：某县人民政府
发布日期：2026-01-20
联系电话：010-12345

一、总体情况
// 内部
（一）主动公开。发文**三件**。
　　新收{本年新收}件，<&“>。

三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 4 | 5 | 0 | 0 | 0 | 0 | = |
`),
    );
    assert.deepEqual(paragraphs.slice(0, 4), [
      { style: 'Title', text: '某县2025年政府信息公开工作年度报告', bold: '' },
      { style: 'Heading1', text: '一、总体情况', bold: '' },
      { style: 'Normal', text: '（一）主动公开。发文三件。', bold: '三件' },
      { style: 'Normal', text: '新收9件，<&“>。', bold: '' },
    ]);
    assert.deepEqual(
      paragraphs.slice(-3).map(({ style, text }) => [style, text]),
      [
        ['Organ', '某县人民政府'],
        ['Date', '2026年1月20日'],
        ['Normal', '（联系电话：010-12345）'],
      ],
    );
  });

  it('is set on the page of official documents', async () => {
    const { parts } = await opened(readReport(makeReport(1).text));
    const twips = (millimetres: number): string => String(Math.round((millimetres / 25.4) * 1440));
    const page = attributesOf(parts, 'word/document.xml', 'w:pgSz');
    assert.deepEqual([page['w:w'], page['w:h']], [twips(210), twips(297)]);
    const margins = attributesOf(parts, 'word/document.xml', 'w:pgMar');
    assert.deepEqual(
      ['top', 'bottom', 'left', 'right'].map(side => margins[`w:${side}`]),
      [37, 35, 28, 26].map(twips),
    );
    assert.equal(textOf(parts['word/footer-odd.xml']!), '－1－');
    const core = parts['docProps/core.xml']!;
    assert.match(core, /<dc:title>[^<]+政府信息公开工作年度报告<\/dc:title>/);
    assert.match(core, /<dc:language>zh-CN<\/dc:language>/);
    // Two lines stand free above the signature.
    const [, line] = /<w:docGrid [^>]*w:linePitch="(\d+)"/.exec(parts['word/document.xml']!) ?? [];
    const [, free] = /w:styleId="Organ".*?w:before="(\d+)"/.exec(parts['word/styles.xml']!) ?? [];
    assert.equal(Number(free), 2 * Number(line));
    // 22 lines fill a page, 28 letters a line, and not a twentieth of a point is left for each of them.
    const [, spread] = /<w:spacing w:val="(-?\d+)"/.exec(parts['word/styles.xml']!) ?? [];
    assert.equal(Number(line), Math.floor(Number(twips(225)) / 22));
    assert.equal(Number(spread), Math.floor(Number(twips(156)) / 28) - 320);
    assert.equal(margins['w:footer'], twips(35 - 7 - 5));
    // The number of a page is in one font, its digits and its dashes.
    for (const footer of ['FooterOdd', 'FooterEven']) {
      const [, fonts = ''] =
        new RegExp(`w:styleId="${footer}".*?<w:rFonts ([^>]*)/>`).exec(parts['word/styles.xml']!) ?? [];
      assert.deepEqual(new Set(fonts.match(/"[^"]*"/g)), new Set(['"宋体"']));
    }
  });

  it('is set in the sizes of official documents, tables in small ones with a margin', async () => {
    const { parts } = await opened(readReport(makeReport(1).text));
    const styles = parts['word/styles.xml']!;
    const sizeOf = (style: string): string | undefined =>
      new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:sz w:val="(\\d+)"`).exec(styles)?.[1];
    assert.equal(/<w:docDefaults>.*?<w:sz w:val="(\d+)"/.exec(styles)?.[1], '32');
    assert.deepEqual(['Title', 'Heading1', 'TableValue', 'TableLabel', 'FooterOdd', 'FooterEven'].map(sizeOf), [
      '44',
      undefined,
      '21',
      '21',
      '28',
      '28',
    ]);
    assert.equal(/<w:tblCellMar><w:left w:w="(\d+)"/.exec(styles)?.[1], '40');
    // Only letters of the text stand closer than their type.
    assert.match(styles, /w:styleId="TableValue"(?:(?!<\/w:style>).)*<w:spacing w:val="0"\/><w:sz w:val="21"\/>/);
  });

  it('has a paragraph behind a table that nothing follows, or another table', async () => {
    const gaps = async (...lines: readonly string[]): Promise<number> => {
      const { parts } = await opened(readReport(['二、别的', ...lines].join('\n')));
      return parts['word/document.xml']!.split('<w:pStyle w:val="TableGap"/>').length - 1;
    };
    const [first, second] = ['| 甲 | 1 |', '| 案件类型 | 总计 |\n| 行政复议 | 2 |'];
    assert.equal(await gaps('话。', first, '话。'), 0);
    assert.equal(await gaps('话。', first), 1);
    assert.equal(await gaps(first, second), 2);
    assert.equal(await gaps(first, second, '话。'), 1);
    assert.equal(await gaps('话。'), 0);
  });

  it('has words nowhere but in its runs', async () => {
    for (const text of [makeReport(1).text, '一、总体情况\n　　甲**乙**丙。']) {
      const { parts } = await opened(readReport(text));
      for (const [name, xml] of Object.entries(parts)) {
        const words = name === 'docProps/core.xml' ? /<(\w+:\w+)(?: [^>]*)?>[^<]*<\/\1>/g : /<w:t [^>]*>[^<]*<\/w:t>/g;
        assert.equal(
          xml
            .replace(words, '')
            .replace(/<[^>]*>/g, '')
            .trim(),
          '',
          name,
        );
      }
    }
  });

  it('names each table for those who cannot see it', async () => {
    const { parts, tables } = await opened(readReport(makeReport(1).text));
    const captions = parts['word/document.xml']!.match(/<w:tblCaption w:val="[^"]+"\/>/g) ?? [];
    assert.equal(new Set(captions).size, tables.length);
  });

  it('says of itself what it is, whose and of which year, as far as that is known', async () => {
    const facts = async (text: string): Promise<Record<string, string>> => {
      const { parts } = await opened(readReport(text));
      const told = parts['docProps/core.xml']!.matchAll(/<(dc:title|dc:creator|cp:keywords)>([^<]*)/g);
      return Object.fromEntries([...told].map(([, name = '', value = '']) => [name, value]));
    };
    const title = '某县2025年政府信息公开工作年度报告';
    assert.deepEqual(await facts(`${title}\n`), {
      'dc:title': title,
      'dc:creator': '某县',
      'cp:keywords': '2025',
    });
    const { 'cp:keywords': year, 'dc:creator': organ } = await facts('一、总体情况\n');
    assert.deepEqual([year, organ], [undefined, undefined]);
  });

  it('says when it was published, if that is a day', async () => {
    const days: readonly (readonly [string, boolean])[] = [
      ['2026-01-09', true],
      ['2026-12-31', true],
      ['2026-10-20', true],
      ['6-01-09', false],
      ['12026-01-09', false],
      ['2026-1-9', false],
      ['2026-00-09', false],
      ['2026-13-09', false],
      ['2026-01-00', false],
      ['2026-01-32', false],
      ['2026-01-091', false],
    ];
    for (const [day, isOne] of days) {
      const { parts } = await opened(readReport(`某县2025年政府信息公开工作年度报告\n发布日期：${day}\n`));
      const [, created] = /<dcterms:created[^>]*>([^<]*)/.exec(parts['docProps/core.xml']!) ?? [];
      assert.equal(created, isOne ? `${day}T00:00:00Z` : undefined, day);
    }
  });

  it('says the first day of several', async () => {
    const days = '发布日期：2026-01-09\n发布日期：2026-02-10\n';
    const { parts } = await opened(readReport(`某县2025年政府信息公开工作年度报告\n${days}`));
    assert.match(parts['docProps/core.xml']!, />2026-01-09T00:00:00Z</);
  });

  it('has words in its runs and nowhere else', async () => {
    const { parts } = await opened(readReport(makeReport(1).text));
    for (const [name, part] of Object.entries(parts).filter(([name]) => name.startsWith('word/'))) {
      const others = part.replace(/<w:(t|instrText)\b[^>]*>[^<]*<\/w:\1>/g, '').replace(/<[^>]*>/g, '');
      assert.equal(others.trim(), '', name);
    }
  });

  it('names every part that it has, and has every part that it names', async () => {
    const { parts } = await opened(readReport(makeReport(1).text));
    const named = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    const related = [
      ...[...parts['_rels/.rels']!.matchAll(/Target="([^"]+)"/g)].map(([, name]) => name!),
      ...[...parts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]+)"/g)].map(([, name]) => `word/${name!}`),
    ];
    const real = Object.keys(parts).filter(name => !name.endsWith('.rels') && !name.startsWith('['));
    assert.deepEqual(named.sort(), real.sort());
    assert.deepEqual(related.sort(), real.sort());
  });

  it('is the same bytes for the same report, at any time in any time zone', async () => {
    const report = readReport(makeReport(1).text);
    const { TZ } = process.env;
    try {
      const all = [];
      for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
        process.env.TZ = zone;
        all.push(Buffer.from(await toDocx(report)).toString('base64'));
      }
      assert.equal(new Set(all).size, 1);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it('has a space for a tab, and the mark of what cannot be shown for any other such character', async () => {
    const { paragraphs } = await opened(readReport('一、总体情况\n　　甲\t乙\u0007丙\ufffe"丁"&<戊>。\n'));
    assert.equal(paragraphs.at(-1)?.text, '甲 乙\ufffd丙\ufffd"丁"&<戊>。');
  });

  it('is XML whatever characters the report holds, and whatever it lacks', async () => {
    const odd = '\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff\ud800 \udfff]]>&amp;<!--';
    for (const text of [
      '',
      '\n',
      odd,
      `${odd}2025年政府信息公开工作年度报告\n机关：${odd}\n\n一、${odd}\n（一）${odd}\n${odd}\n|${odd}|${odd}|\n`,
    ]) {
      const { parts } = await opened(readReport(text));
      assert.match(parts['word/document.xml']!, /<w:p>/);
    }
  });
});

interface Cell {
  text: string;
  columns: number;
  merge: 'restart' | 'continue' | undefined;
}

interface Table {
  readonly rows: Cell[][];
  grid: number;
  repeated: number;
}

/** A reader of its own: what a word processor would find in the file. */
async function opened(report: Parameters<typeof toDocx>[0]) {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(await toDocx(report))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  for (const part of Object.values(parts)) new SaxesParser().write(part).close();
  return { parts, ...readBody(parts['word/document.xml']!) };
}

function readBody(xml: string) {
  const tables: Table[] = [];
  const paragraphs: { style: string; text: string; bold: string }[] = [];
  let inTable = false;
  let bold = false;
  let words = false;
  const table = (): Table => tables.at(-1)!;
  const cell = (): Cell => table().rows.at(-1)!.at(-1)!;
  const begins: Record<string, (value: string | undefined) => void> = {
    'w:tbl': () => {
      tables.push({ rows: [], grid: 0, repeated: 0 });
      inTable = true;
    },
    'w:gridCol': () => table().grid++,
    'w:tr': () => table().rows.push([]),
    'w:tblHeader': () => table().repeated++,
    'w:tc': () => table().rows.at(-1)!.push({ text: '', columns: 1, merge: undefined }),
    'w:gridSpan': value => (cell().columns = Number(value)),
    'w:vMerge': value => (cell().merge = value === 'restart' ? 'restart' : 'continue'),
    'w:p': () => inTable || paragraphs.push({ style: '', text: '', bold: '' }),
    'w:pStyle': value => inTable || (paragraphs.at(-1)!.style = value ?? ''),
    'w:r': () => (bold = false),
    'w:b': () => (bold = true),
    'w:t': () => (words = true),
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => begins[name]?.(attributes['w:val']));
  parser.on('text', text => {
    if (!words) return;
    const place = inTable ? cell() : paragraphs.at(-1)!;
    place.text += text;
    if ('bold' in place && bold) place.bold += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:tbl') inTable = false;
    if (name === 'w:t') words = false;
  });
  parser.write(xml).close();
  return { tables, paragraphs: paragraphs.filter(({ text }) => text !== '') };
}

/** The values from left to right and from top to bottom: what stands right of the labels, and below the heads. */
function numbersIn({ rows, grid }: Table): string[] {
  return rows.flatMap(row => {
    // A row that holds nothing but words is a head; one whose last cell is a number, or blank, holds values.
    const isValue = ({ text, merge }: Cell): boolean => merge === undefined && /^(?:-?[\d.]+)?$/.test(text);
    if (!row.some(isValue)) return [];
    const first = row.findIndex(isValue);
    assert.ok(first >= 0 && row.length <= grid);
    return row.slice(first).map(({ text }) => text);
  });
}

function attributesOf(parts: Record<string, string>, part: string, element: string): Record<string, string> {
  let found: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === element) found = attributes;
  });
  parser.write(parts[part]!).close();
  return found;
}

const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('');
