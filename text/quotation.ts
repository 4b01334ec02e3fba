/** “…“…”…” as it is printed: quotation marks inside quotation marks are single ones. Marks without a partner stay. */
export function withInnerQuotes(text: string): string {
  if (!/“[^”]*“/.test(text)) return text;
  let depth = 0;
  const nested = text.replace(/[“”]/g, mark => {
    if (mark === '“') return depth++ % 2 === 0 ? mark : '‘';
    return --depth % 2 === 0 ? mark : '’';
  });
  return depth === 0 ? nested : text;
}
