/**
 * The least number of characters inserted, deleted or replaced that turns one text into the other (Levenshtein), or
 * `limit + 1` as soon as it is known to be above the limit: labels that are far apart cost next to nothing.
 */
export function editDistance(a: string, b: string, limit = Math.max(a.length, b.length)): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (row.length <= b.length) row = new Int32Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const code = a.charCodeAt(i - 1);
    let above = i - 1;
    let left = i;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = code === b.charCodeAt(j - 1) ? above : above + 1;
      above = row[j] ?? 0;
      const shorter = above < left ? above : left;
      left = shorter < replaced ? shorter + 1 : replaced;
      row[j] = left;
      if (left < least) least = left;
    }
    if (least > limit) return limit + 1;
  }
  const distance = row[b.length] ?? 0;
  return distance > limit ? limit + 1 : distance;
}

/** The row of the table in hand: one for all calls, since tens of thousands of labels are compared in a blink. */
let row = new Int32Array();
