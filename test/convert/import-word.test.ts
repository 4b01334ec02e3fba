import assert from 'node:assert/strict';
import { toJson } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { importReport } from '../../service/index.ts';
import { wordCell as cell, wordFile, wordParagraph as words, wordPart, wordTable as table } from '../kit/index.ts';

const TITLE = words('示范镇2024年政府信息公开工作年度报告');

/** The lines of the report that a document's body becomes, blank ones apart, and what was said of it. */
async function read(
  body: string,
  parts?: Readonly<Record<string, string>>,
): Promise<{ lines: string[]; told: string[]; text: string }> {
  const { text, remarks } = await importReport(wordFile(TITLE + body, parts));
  const lines = text.split('\n').filter(line => line !== '');
  return { text, lines: lines.slice(1), told: remarks.map(remark => `${remark.text}：${remark.message.zh}`) };
}

const run = (inside: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
const text = (one: string): string => `<w:t xml:space="preserve">${one}</w:t>`;
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;

describe('import: Word', () => {
  it('reads headings by their words, whatever their style, and paragraphs with bold words', async () => {
    const { lines } = await read(
      words('一、总体情况', '<w:outlineLvl w:val="0"/>') +
        words('（一）主动公开') +
        paragraph(
          run(text('全年'), ''),
          run(text('公开'), '<w:b/>'),
          run(text('信息'), '<w:b w:val="1"/>'),
          run(text('。'), '<w:b w:val="0"/>'),
        ),
    );
    assert.deepEqual(lines, ['一、总体情况', '（一）主动公开', '　　全年**公开信息**。']);
  });

  it('reads changes as accepted, hidden words as none', async () => {
    const { lines, told } = await read(
      words('一、总体情况') +
        paragraph(
          run(text('今年')),
          `<w:ins w:id="1">${run(text('新增'))}</w:ins>`,
          `<w:del w:id="2">${run('<w:delText>原有</w:delText>')}</w:del>`,
          `<w:moveFrom w:id="3">${run(text('移走'))}</w:moveFrom>`,
          run(text('三个专栏。')),
          run(text('底稿'), '<w:vanish/>'),
        ) +
        // The mark between these two was deleted, so that they are one.
        `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run(text('前半'))}</w:p>` +
        words('后半。'),
    );
    assert.deepEqual(lines.slice(1), ['　　今年新增三个专栏。', '　　前半后半。']);
    assert.deepEqual(told, ['底稿：是隐藏文字，没有收入']);
  });

  it('prints the numbers of lists as Word does', async () => {
    const level = (at: number, format: string, form: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${form}"/></w:lvl>`;
    const numbering = wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    );
    const item = (at: number, one: string): string =>
      words(one, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`);
    const { lines } = await read(
      item(0, '总体情况') +
        item(1, '主动公开') +
        item(2, '网站改版。') +
        item(2, '目录更新。') +
        item(1, '依申请公开') +
        item(0, '存在的主要问题及改进情况') +
        item(1, '问题'),
      { 'word/numbering.xml': numbering },
    );
    assert.deepEqual(
      lines.filter(line => !line.startsWith('|')),
      [
        '一、总体情况',
        '（一）主动公开',
        '　　1.网站改版。',
        '　　2.目录更新。',
        '（二）依申请公开',
        '五、存在的主要问题及改进情况',
        '（一）问题',
      ],
    );
  });

  it('takes numbering and bold from styles, and what they are based on', async () => {
    const styles = wordPart(
      'styles',
      '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>' +
        '<w:style w:styleId="b"><w:name w:val="mine"/><w:basedOn w:val="a"/></w:style>' +
        // A circle must not be followed for ever.
        '<w:style w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="d"/></w:style>' +
        '<w:style w:styleId="d"><w:name w:val="d"/><w:basedOn w:val="c"/></w:style>',
    );
    const { lines } = await read(
      words('总体情况', '<w:pStyle w:val="b"/>') + words('正文。', '<w:pStyle w:val="c"/>'),
      { 'word/styles.xml': styles },
    );
    assert.deepEqual(lines, ['一、总体情况', '　　正文。']);
  });

  it('reads soft breaks, tabs, text boxes, content controls, footnotes and fields', async () => {
    const box = (one: string): string => `<w:txbxContent>${words(one)}</w:txbxContent>`;
    const { lines, told } = await read(
      words('六、其他需要报告的事项') +
        paragraph(run(`${text('第一行。')}<w:br/>${text('第二行。')}`)) +
        paragraph(
          run(text('图注前。')),
          run(
            `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内一句。')}</wps:txbx></w:drawing></mc:Choice>` +
              `<mc:Fallback><w:pict><v:textbox>${box('框内一句。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
          ),
        ) +
        `<w:sdt><w:sdtPr/><w:sdtContent>${words('控件一句。')}</w:sdtContent></w:sdt>` +
        paragraph(run(text('收费0元')), run('<w:footnoteReference w:id="2"/>'), run(text('。'))) +
        paragraph(
          run('<w:fldChar w:fldCharType="begin"/>'),
          run('<w:instrText> DATE </w:instrText>'),
          run('<w:fldChar w:fldCharType="separate"/>'),
          run(text('域结果。')),
          run('<w:fldChar w:fldCharType="end"/>'),
        ) +
        paragraph(run('<w:drawing><wp:docPr xmlns:wp="x" descr="公章"/></w:drawing>')),
      {
        'word/footnotes.xml': wordPart(
          'footnotes',
          `<w:footnote w:type="separator" w:id="0">${words('线')}</w:footnote><w:footnote w:id="2">${words('含减免')}</w:footnote>`,
        ),
        'word/header1.xml': wordPart('hdr', words('某某镇公文')),
        'word/comments.xml': wordPart('comments', `<w:comment w:id="1">${words('再核一遍')}</w:comment>`),
      },
    );
    assert.deepEqual(lines.slice(1), [
      '　　第一行。',
      '　　第二行。',
      '　　图注前。',
      '　　框内一句。',
      '　　控件一句。',
      '　　收费0元（注：含减免）。',
      '　　域结果。',
    ]);
    assert.deepEqual(told, [
      '公章：是图片，没有收入',
      '某某镇公文：是页码或页眉，没有收入',
      '再核一遍：是批注，没有收入',
    ]);
  });

  it('reads merged cells, nested tables and deleted rows', async () => {
    const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
    const value = (one: string): string => cell(one);
    const normative = table(
      [cell('第二十条第（一）项', span(4))],
      [cell('信息内容'), cell('本年制发件数'), cell('本年废止件数'), cell('现行有效件数')],
      [cell('规章'), value('0'), value(''), value('4')],
      [cell('行政规范性文件'), value('3'), value('1'), value('20')],
      [cell('第二十条第（五）项', span(4))],
      [cell('信息内容'), cell('本年处理决定数量', span(3))],
      [cell('行政许可'), cell('12', span(3))],
    );
    const deleted = normative.replace(
      '</w:tbl>',
      `<w:tr><w:trPr><w:del w:id="9"/></w:trPr>${cell('行政许可')}${cell('99', span(3))}</w:tr></w:tbl>`,
    );
    const around = table([`<w:tc>${deleted}${words('')}</w:tc>`]);
    const merged = (one: string, merge: string): string => cell(one, merge);
    const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const restart = '<w:vMerge w:val="restart"/>';
    const applications = table(
      [cell('申请人情况', span(3)), ...columns.map(one => cell(one))],
      [cell('一、本年新收政府信息公开申请数量', span(3)), ...'7000007'.split('').map(value)],
      [merged('三、本年度办理结果', restart), cell('（一）予以公开', span(2)), ...'1000001'.split('').map(value)],
      [
        merged('', '<w:vMerge/>'),
        merged('（三）不予公开', restart),
        cell('1.属于国家秘密'),
        ...'2000002'.split('').map(value),
      ],
      [
        merged('', '<w:vMerge/>'),
        merged('', '<w:vMerge/>'),
        cell('2.其他法律行政法规禁止公开'),
        ...['', '', '', '', '', '', '4'].map(value),
      ],
    );
    const { text, remarks } = await importReport(
      wordFile(
        TITLE + words('二、主动公开政府信息情况') + around + words('三、收到和处理政府信息公开申请情况') + applications,
      ),
    );
    const { tables } = toJson(readReport(text));
    assert.deepEqual(tables.normative, {
      regulation: { issued: 0, repealed: null, inForce: 4 },
      document: { issued: 3, repealed: 1, inForce: 20 },
    });
    assert.deepEqual(tables.licensing, { licence: { decisions: 12 } });
    assert.equal(tables.applications!.received!.person, 7);
    assert.equal(tables.applications!.granted!.total, 1);
    assert.equal(tables.applications!['refused.secret']!.person, 2);
    assert.deepEqual(tables.applications!['refused.law'], {
      person: null,
      business: null,
      research: null,
      charity: null,
      legal: null,
      other: null,
      total: 4,
    });
    assert.deepEqual(
      remarks.filter(({ kind }) => kind === 'loss'),
      [],
    );
  });

  it('reads tables typed with tabs', async () => {
    const rows = ['信息内容\t本年处理决定数量', '行政处罚\t5', '行政强制\t2'].map(row => words(row)).join('');
    const { text } = await importReport(wordFile(TITLE + words('二、主动公开政府信息情况') + rows));
    assert.deepEqual(toJson(readReport(text)).tables.enforcement, {
      penalty: { decisions: 5 },
      coercion: { decisions: 2 },
    });
  });
});
