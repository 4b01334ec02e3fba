import { eastAsianWidth } from 'get-east-asian-width';

/**
 * The columns that a text takes where a Chinese character takes two. Characters of ambiguous width (“”…—) count as
 * two, as Chinese fonts draw them in an editor; most terminals give them one. Marks that combine with the character
 * before them count as none.
 */
export function displayWidth(text: string, ambiguous: 1 | 2 = 2): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x7f) width += code < 0x20 ? 0 : 1;
    else if (code >= 0x4e00 && code <= 0x9fff) width += 2;
    else {
      const point = text.codePointAt(i) ?? code;
      if (point > 0xffff) i++;
      width += pointWidth(point, ambiguous);
    }
  }
  return width;
}

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

function pointWidth(point: number, ambiguous: 1 | 2): number {
  if (zeroWidth.test(String.fromCodePoint(point))) return 0;
  return eastAsianWidth(point, { ambiguousAsWide: ambiguous === 2 });
}
