/**
 * Whether what is said of an organ is said of the one whose report it is. A county's report says 全县 of its own whole,
 * that of its bureau of much more; 镇政府 is the town itself in the town's report, but in the county's one of many, and
 * 县政府 may be the county or the government alone.
 */
export function isSaidOf(named: string, organ: string): boolean {
  const own = plain(organ);
  const said = plain(named);
  if (/全(?:局|系统)/.test(said)) return true;
  const region = REGION.exec(own)?.[1];
  if (said.startsWith('全') || /政府(?:及|和)/.test(said)) {
    const kind = /全?(街道|.)/.exec(said)?.[1] ?? '';
    return region !== undefined && rankOf(kind) <= rankOf(region);
  }
  if (own.endsWith(said) && !said.endsWith('政府')) return true;
  const place = own.replace('政府', '');
  // A town may be named with what it belongs to or without.
  if (TOWN.test(said)) return place.endsWith(said) || said.endsWith(place);
  // 市公安局 is a part of the city. What has another name may well be the report's organ, in other words.
  if (BUREAU.test(said)) return ![own, region ?? own].some(whole => said.startsWith(whole));
  // The government of a town has no others beneath it that the report would also count.
  return region !== undefined && TOWN.test(region) && `${place}政府`.endsWith(said);
}

/** Whether a text that means nothing else is the name of an organ. */
export const isOrgan = (name: string): boolean => TOWN.test(name) || BUREAU.test(name);

const plain = (name: string): string => name.replace(/\s|办事处/g, '').replace('人民政府', '政府');

/** A government, or the committee that governs a zone: what it is of. */
const REGION = /(省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?:政府|管委会|管理委员会)?$/;

const TOWN = /(?:[镇乡]|街道)$/;
const BUREAU = /(?:[局委厅办院校站所队处会]|中心|机关)$/;

/** What stands above a town, from the county up. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ...['县', '区', '旗'].map(kind => [kind, 1] as const),
  ['市', 2],
  ...['州', '盟'].map(kind => [kind, 3] as const),
  ...['省', '自治区'].map(kind => [kind, 4] as const),
]);

const rankOf = (kind: string): number => RANKS.get(kind) ?? 0;
