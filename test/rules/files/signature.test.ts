import assert from 'node:assert/strict';
import { readLines } from '../../../grammar/index.ts';
import { BINS, sign, signatureOf, SIGNATURE_LENGTH } from '../../../rules/files/signature.ts';

/** The bins and the number of the whole; nothing of a line that has no signature. */
function signed(text: string): { bins: readonly number[]; whole: readonly number[] } | undefined {
  const [line] = readLines(text);
  const signature = line && signatureOf(line);
  return signature && { bins: [...signature.subarray(0, BINS)], whole: [...signature.subarray(BINS)] };
}

const WORDS = Array.from(
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤',
);

/** So many characters, none twice. */
const words = (count: number, from = 0): string => WORDS.slice(from, from + count).join('');

describe('the signature of a paragraph', () => {
  it('is of 40 words and more, without what is no word', () => {
    assert.ok(signed(words(40)));
    assert.equal(signed(words(39)), undefined);
    assert.equal(signed(`${words(39)}，。、　 “”（）`), undefined);
  });

  it('is of prose and of parts, not of headings, rows and comments', () => {
    assert.ok(signed(`（一）${words(60)}`));
    for (const lead of ['一、', '| ', '// ']) assert.equal(signed(lead + words(60)), undefined, lead);
  });

  it('does not change with widths, marks and spaces, nor with the numbers', () => {
    const plain = `　　全年公开信息126条，${words(50)}。`;
    for (const other of [
      `全年公开信息１２６条,${words(50)}`,
      `全年 公开、信息 7 条：${words(50)}！`,
      `　　全年公开信息2030条，${words(20)}；${words(30, 20)}。`,
    ]) {
      assert.deepEqual(signed(other), signed(plain), other);
    }
    assert.notDeepEqual(signed(plain.replace('126', '')), signed(plain));
  });

  it('does not change with the names of laws and documents', () => {
    const citing = (name: string): unknown => signed(`根据${name}的要求，${words(50)}。`);
    assert.deepEqual(citing('《信息公开条例》'), citing('《年度报告格式》'));
    assert.deepEqual(citing('《信息公开条例》'), citing(''));
    assert.notDeepEqual(citing('信息公开条例'), citing(''));
    assert.deepEqual(citing('《信息公开条例》和《年度报告格式》'), citing('和'));
    // What does not close is no name, and what goes on for a page is not one either.
    assert.deepEqual(citing('《信息公开条例'), citing('信息公开条例'));
    assert.deepEqual(citing(`《${'条'.repeat(198)}》`), citing(''));
    assert.deepEqual(citing(`《${'条'.repeat(199)}》`), citing('条'.repeat(199)));
  });

  it('has a number for the whole from 80 words on, which every word changes', () => {
    assert.deepEqual(signed(words(79))?.whole, [0, 0]);
    const whole = signed(words(80))?.whole;
    assert.ok(whole?.every(half => half !== 0));
    for (const at of [0, 40, 79]) {
      const other = words(80).replace(WORDS[at] ?? '', '甲');
      assert.notDeepEqual(signed(other)?.whole, whole);
    }
    const turned = words(40, 40) + words(40);
    assert.notDeepEqual(signed(turned)?.whole, whole);
  });

  it('has most bins in common with that of nearly the same words, and few with that of others', () => {
    const equal = (one: string, other: string): number => {
      const [a, b] = [signed(one)?.bins ?? [], signed(other)?.bins ?? []];
      const filled = a.map((bin, at) => [bin, b[at]] as const).filter(pair => pair.some(bin => bin !== 0));
      return filled.filter(([bin, other]) => bin === other).length / filled.length;
    };
    // 48 shingles, of which three are others.
    const near = equal(words(50), words(50).replace('秋', '甲'));
    assert.ok(near > 0.75 && near < 1, String(near));
    assert.ok(equal(words(50), words(50, 50)) < 0.05);
    // Nothing but the words at the seams hangs on the order.
    const turned = equal(words(120), words(60, 60) + words(60));
    assert.ok(turned > 0.95, String(turned));
    const bins = signed(words(50))?.bins ?? [];
    assert.ok(bins.filter(bin => bin !== 0).length > 35, 'shingles fall into bins of their own');
  });

  it('is written at its place, and nowhere else', () => {
    const [line] = readLines(words(80));
    const room = new Uint16Array(3 * SIGNATURE_LENGTH).fill(7);
    assert.ok(line && sign(line, room, SIGNATURE_LENGTH));
    assert.deepEqual(room.slice(SIGNATURE_LENGTH, 2 * SIGNATURE_LENGTH), signatureOf(line));
    assert.ok([...room.subarray(0, SIGNATURE_LENGTH), ...room.subarray(2 * SIGNATURE_LENGTH)].every(one => one === 7));
  });
});
