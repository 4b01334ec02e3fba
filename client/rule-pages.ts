/** The command that shows the page of a rule. */
export const SHOW_RULE = 'nianbao.showRule';

/**
 * The address that the editor opens for one that the server gave. The page of a rule is a Markdown file of the
 * extension, which would open as source; the command shows it as it is meant to be read.
 */
export function openable(address: string, pages: string): string {
  const [, rule] = address.startsWith(`${pages}/`)
    ? (/^([a-z-]+)\.md$/.exec(address.slice(pages.length + 1)) ?? [])
    : [];
  return rule === undefined ? address : `command:${SHOW_RULE}?${encodeURIComponent(JSON.stringify([rule]))}`;
}
