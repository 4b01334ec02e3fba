/** A millimetre in twentieths of a point, which is how Word counts. */
const millimetre = 1440 / 25.4;

const twips = (millimetres: number): number => Math.round(millimetres * millimetre);

/** The page of official documents (GB/T 9704): A4, 28 characters a line and 22 lines a page of 156 by 225 mm. */
export const page = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  /** How wide the text is. */
  text: twips(210) - twips(28) - twips(26),
  /** From one line to the next. */
  line: Math.floor(twips(225) / 22),
  /** From the edge of the paper to the page number, which stands 7 mm below the text in letters 5 mm high. */
  footer: twips(35 - 7 - 5),
} as const;

/** What stays free at both sides of a table's cell. */
export const margin = 40;

/** Sizes by their Chinese names, in half points. */
export const size = { two: 44, three: 32, four: 28, five: 21 } as const;

/**
 * How much closer than its type each character stands, for 28 to fill the line. Word's own grid of characters would say
 * so too, but other programs read it in their own ways.
 */
export const spread = Math.floor(page.text / 28 - size.three * 10);

/** What follows the last paragraph: the page, its grid and its page numbers, odd ones to the right, even ones to the left. */
export const sectionProperties =
  '<w:sectPr>' +
  '<w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>' +
  `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
  `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="851" w:footer="${page.footer}" w:gutter="0"/>` +
  `<w:docGrid w:type="lines" w:linePitch="${page.line}"/>` +
  '</w:sectPr>';
