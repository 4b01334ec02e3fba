/** Whether all characters of one text stand in the other in their order, as those of 住建局 do in 住房和城乡建设局. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}
