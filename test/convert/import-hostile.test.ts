import assert from 'node:assert/strict';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { toDocx } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { importReport, ImportError, type ImportFault } from '../../service/index.ts';
import { makeReport, seeded, wordFile, wordParagraph, wordPart } from '../kit/index.ts';

/** Nothing takes this long even on a busy machine; what takes longer than five seconds is stopped in its worker. */
const LIMIT = 20_000;

/** What becomes of a file: imported, or refused in words; anything else fails. Within the limit, and without much memory. */
async function outcome(input: Uint8Array | string): Promise<ImportFault | 'imported'> {
  const start = performance.now();
  try {
    await importReport(input);
    return 'imported';
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error));
    assert.ok(error.text.zh !== '' && error.text.en !== '');
    return error.fault;
  } finally {
    assert.ok(performance.now() - start < LIMIT, 'within the limit');
  }
}

const good = wordFile(wordParagraph('示范县2024年政府信息公开工作年度报告') + wordParagraph('一、总体情况'));

/** An archive with some bytes of a field changed: in every record of that kind. */
function patched(signature: number, field: number, bytes: readonly number[]): Uint8Array {
  const copy = good.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === signature) copy.set(bytes, at + field);
  }
  return copy;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** A document whose main part is this, packed. */
const withMain = (main: string | Uint8Array): Uint8Array => wordFile('', { 'word/document.xml': main });

describe('import: hostile archives', function () {
  this.timeout(60_000);
  const random = seeded(5);
  const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => random(256));
  const archives: Readonly<Record<string, Uint8Array>> = {
    'only a signature': Uint8Array.of(0x50, 0x4b, 3, 4),
    'only an end': Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)),
    'no end': good.subarray(0, good.length - 22),
    'a bomb of noughts': withMain(new Uint8Array((400 << 20) >> 2)),
    'a bomb of words': withMain(wordPart('document', `<w:body>${'<w:p/>'.repeat(3_000_000)}</w:body>`)),
    'one endless text': withMain(
      wordPart('document', `<w:body><w:p><w:r><w:t>${'无'.repeat(21_000_000)}</w:t></w:r></w:p></w:body>`),
    ),
    'nested without end': withMain(wordPart('document', '<w:body>'.repeat(100_000))),
    'nested tables': withMain(
      wordPart(
        'document',
        `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(100)}${'</w:tc></w:tr></w:tbl>'.repeat(100)}</w:body>`,
      ),
    ),
    'a span without end': wordFile(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
    ),
    'a table of a million cells': wordFile(
      `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(1000)}</w:tr>`.repeat(500)}</w:tbl>`,
    ),
    'styles in a circle': wordFile(wordParagraph('一', '<w:pStyle w:val="a"/>'), {
      'word/styles.xml': wordPart('styles', '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'),
    }),
    'a main part outside': wordFile('', {
      '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>',
    }),
    'a main part on the network': wordFile('', {
      '_rels/.rels':
        '<Relationships><Relationship Type="x/officeDocument" TargetMode="External" Target="http://example.invalid/a.xml"/></Relationships>',
    }),
    'a spreadsheet': zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
    'a plain archive': zipSync({ 'a.txt': strToU8('a') }),
    'thousands of parts': zipSync(
      Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`${i}`, new Uint8Array()])),
    ),
    'names that climb': zipSync({ '../../../../tmp/nianbao': strToU8('a'), 'word/document.xml': strToU8('<a/>') }),
    'encrypted parts': patched(CENTRAL, 8, [1, 0]),
    'an unknown method': patched(CENTRAL, 10, [99, 0]),
    'a part that is not packed as it says': patched(CENTRAL, 10, [0, 0]),
    'a size that lies': patched(CENTRAL, 24, [1, 0, 0, 0]),
    'a packed size that is too large': patched(CENTRAL, 20, [255, 255, 255, 127]),
    'a packed size of nothing': patched(CENTRAL, 20, [0, 0, 0, 0]),
    'an offset beyond the end': patched(CENTRAL, 42, [255, 255, 255, 255]),
    'an offset into itself': patched(CENTRAL, 42, [7, 0, 0, 0]),
    'names beyond the end': patched(CENTRAL, 28, [255, 255]),
    'local names beyond the end': patched(LOCAL, 26, [255, 255]),
    'more parts than it has': patched(END, 10, [255, 255]),
    'fewer parts than it has': patched(END, 10, [1, 0]),
    'a directory elsewhere': patched(END, 16, [0, 0, 0, 0]),
    'a directory beyond the end': patched(END, 16, [255, 255, 255, 255]),
    'an old Word file': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(4000)),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [`noise ${i}`, Uint8Array.of(0x50, 0x4b, 3, 4, ...noise(200 * i))]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [
        `cut off at ${i}/15`,
        good.subarray(0, Math.floor((good.length * i) / 15)),
      ]),
    ),
  };
  it('are more than sixty', () => assert.ok(Object.keys(archives).length >= 60));
  for (const [name, bytes] of Object.entries(archives)) it(name, async () => assert.ok(await outcome(bytes)));

  it('are refused for what they are', async () => {
    const faults = [
      'a bomb of noughts',
      'nested without end',
      'encrypted parts',
      'a spreadsheet',
      'an old Word file',
      'thousands of parts',
    ];
    assert.deepEqual(await Promise.all(faults.map(name => outcome(archives[name]!))), [
      'too-large',
      'too-deep',
      'encrypted',
      'not-a-report',
      'old-word',
      'too-large',
    ]);
  });

  it('unpack no further than they may, whatever size they state', async () => {
    const packed = deflateSync(new Uint8Array(100 << 20));
    assert.ok(packed.length < 200_000);
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(await outcome(withMain(new Uint8Array(100 << 20))), 'too-large');
    assert.ok(process.memoryUsage().arrayBuffers - before < 512 << 20);
  });
});

describe('import: hostile XML', function () {
  this.timeout(60_000);
  const inBody = (inside: string): string => wordPart('document', `<w:body>${inside}</w:body>`);
  const doctype = (inside: string): string =>
    `<?xml version="1.0"?><!DOCTYPE w [${inside}]><w:document xmlns:w="w"><w:body>&a;</w:body></w:document>`;
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    nothing: '',
    'a space': ' ',
    'a bare text': 'text',
    'an external entity': doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
    'an entity of the network': doctype('<!ENTITY a SYSTEM "http://example.invalid/">'),
    'a billion laughs': doctype('<!ENTITY b "ha"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;">'),
    'a parameter entity': doctype('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;'),
    'an empty DOCTYPE': doctype(''),
    'a DOCTYPE in the middle': inBody('<!DOCTYPE a>'),
    'an unknown entity': inBody('<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>'),
    'a character that cannot be': inBody('<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>'),
    'a character beyond Unicode': inBody('<w:p><w:r><w:t>&#x110000;</w:t></w:r></w:p>'),
    'half of a character': inBody('<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>'),
    'an unclosed element': inBody('<w:p>'),
    'crossed elements': inBody('<w:p><w:r></w:p></w:r>'),
    'two roots': `${inBody('')}${inBody('').replace(/<\?.*?\?>/, '')}`,
    'an attribute twice': inBody('<w:p a="1" a="2"/>'),
    'an attribute without quotes': inBody('<w:p a=1/>'),
    'an attribute of the prototype': inBody('<w:p __proto__="1" constructor="2" w:val="3"/>'),
    'an element of the prototype': inBody('<w:__proto__><w:constructor/></w:__proto__>'),
    'ten thousand attributes': inBody(`<w:p ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
    'a long name': inBody(`<${'a'.repeat(1_000_000)}/>`),
    'a long attribute': inBody(`<w:p a="${'a'.repeat(1_000_000)}"/>`),
    'a long comment': inBody(`<!--${'a'.repeat(1_000_000)}-->`),
    'an unclosed comment': inBody('<!-- '),
    'an unclosed section': inBody('<![CDATA[ '),
    'a section of words': inBody('<w:p><w:r><w:t><![CDATA[<b>&amp;]]></w:t></w:r></w:p>'),
    'an instruction': inBody('<?php echo 1; ?>'),
    'another encoding': inBody('').replace('UTF-8', 'GBK'),
    'bytes that are no UTF-8': Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xff, 0x3c, 0x2f, 0x61, 0x3e),
    'UTF-16': new Uint8Array(
      new Uint16Array([0xfeff, ...[...inBody('').replace('UTF-8', 'UTF-16')].map(c => c.charCodeAt(0))]).buffer,
    ),
    'UTF-16 cut in half': Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61),
    'a mark alone': Uint8Array.of(0xef, 0xbb, 0xbf),
    'another root': '<html><body><p>一、总体情况</p></body></html>',
    'depth 255': inBody('<w:sdt>'.repeat(250) + '</w:sdt>'.repeat(250)),
    'depth 300': inBody('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)),
    'a numbering without end': inBody(
      wordParagraph('一', '<w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr>'),
    ),
    'numbers that are none': inBody(
      '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-5"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="NaN"/></w:tcPr></w:tc></w:tr></w:tbl>',
    ),
    'a merge with nothing above': inBody('<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>'),
    'a symbol that is none': inBody('<w:p><w:r><w:sym w:char="D800"/><w:sym w:char="zz"/><w:sym/></w:r></w:p>'),
  };
  it('are forty', () => assert.ok(Object.keys(parts).length >= 40));
  for (const [name, part] of Object.entries(parts)) {
    it(name, async () => {
      const found = await outcome(withMain(part));
      if (typeof part === 'string' && part.includes('<!DOCTYPE')) assert.notEqual(found, 'imported');
    });
  }
});

describe('import: hostile pages and texts', function () {
  this.timeout(120_000);
  const many = 100_000;
  const pages: Readonly<Record<string, string>> = {
    'elements without end': `<html>${'<div>'.repeat(many)}`,
    'bold without end': `<html>${'<b><p>'.repeat(5000)}`,
    'links without end': `<html>${'<a href=1>'.repeat(5000)}`,
    'fonts without end': `<html>${Array.from({ length: 5000 }, (_, i) => `<font size=${i}><p>`).join('')}`,
    'tables without end': `<html>${'<table><tr><td>'.repeat(5000)}`,
    'a table in a table in a table': `<html>${'<table><tr><td>'.repeat(300)}一`,
    'a span without end': '<table><tr><td colspan=99999999 rowspan=99999999>一</td></tr></table>',
    'spans over each other': `<table>${'<tr><td rowspan=1000 colspan=1000>1</td></tr>'.repeat(1000)}</table>`,
    'a cell without end': `<table><tr><td>${'无'.repeat(1_000_000)}</td></tr></table>`,
    'a million cells': `<table>${`<tr>${'<td>0</td>'.repeat(100)}</tr>`.repeat(1000)}</table>`,
    'labels without end': `<p>二、主动公开政府信息情况</p><table>${'<tr><td>规章</td><td>1</td></tr>'.repeat(5000)}</table>`,
    'labels that are nearly known': `<p>三、收到和处理政府信息公开申请情况</p><table>${'<tr><td>（三）不予公升的信息</td><td>1</td></tr>'.repeat(3000)}</table>`,
    'headings without end': '<h1>一、总体情况</h1>'.repeat(20_000),
    'titles without end': '<p>某镇2024年政府信息公开工作年度报告</p>'.repeat(20_000),
    'a script': '<html><script>throw 1</script><p onclick="x()">一</p>',
    'an unclosed script': '<html><script>',
    'an unclosed comment': '<html><!--',
    'an unclosed attribute': '<html a="',
    'a frame': '<html><iframe src="file:///etc/passwd"></iframe><object data="http://example.invalid"></object>',
    'a template': '<html><template><p>一、总体情况</p></template>',
    entities: `<html>${'&amp;'.repeat(many)}`,
    'characters that cannot be': '<html><p>&#0;&#xD800;&#x110000;\u0000</p>',
    plaintext: '<html><plaintext><p>一',
    'a form in a table': '<table><form><tr><input><td>一</table>',
    mathematics: '<html><math><mi><p>一</math>',
    'tabs without end': `一${'\t'.repeat(many)}`,
    'rows of tabs': `二、主动公开政府信息情况\n${'规章\t0\t0\t0\n'.repeat(20_000)}`,
    'bars without end': '|'.repeat(many),
    'one line without end': '规章 0 '.repeat(many),
    'a line of headings': '一、总体情况 二、主动公开政府信息情况 '.repeat(5000),
    'lines of words': '主动公开政府信息\n'.repeat(50_000),
    'pieces of labels': `三、收到和处理政府信息公开申请情况\n${'商\n业\n'.repeat(20_000)}`,
    'JSON without end': '{"sections":['.repeat(many),
    'JSON that is none': '{"sections": 1, "tables": []}',
    'JSON of the prototype': '{"sections":[{"id":"__proto__"}],"tables":{"__proto__":{"constructor":1}}}',
    'nothing but spaces': ' \n\t\n',
  };
  it('are more than thirty', () => assert.ok(Object.keys(pages).length >= 30));
  for (const [name, page] of Object.entries(pages)) it(name, async () => assert.ok(await outcome(page)));
});

/** Continuous integration asks for all of them. */
const FLIPS = Number(process.env.NIANBAO_IMPORTS ?? 30) * 10;

describe('import: damaged documents', () => {
  it(`imports or refuses each of ${FLIPS}`, async function () {
    this.timeout(20_000 + FLIPS * 100);
    const bytes = await toDocx(readReport(makeReport(3).text));
    const random = seeded(11);
    const found = new Map<string, number>();
    for (let i = 0; i < FLIPS; i++) {
      const copy = bytes.slice();
      for (let flips = 1 + random(3); flips > 0; flips--) copy[random(copy.length)]! ^= 1 << random(8);
      const result = await outcome(copy);
      found.set(result, (found.get(result) ?? 0) + 1);
    }
    assert.ok((found.get('damaged') ?? 0) > 0);
  });
});
