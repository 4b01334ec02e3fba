import { isWithin } from '../../text/index.ts';

/**
 * Whether what is said of an organ is said of the one whose report it is. A county's report says 全县 of its own whole,
 * that of its bureau of much more; 镇政府 is the town itself in the town's report, but in the county's one of many, and
 * 县政府 may be the county or the government alone.
 */
export function isSaidOf(named: string, organ: string): boolean {
  const own = plain(organ);
  const said = plain(named).replace(/机关$/, '');
  if (/^全(?:局|系统)/.test(said)) return true;
  const region = REGION.exec(own)?.[1];
  if (said.startsWith('全') || /政府(?:及|和)/.test(said)) {
    const kind = /全?(街道|.)/.exec(said)?.[1] ?? '';
    return region !== undefined && rankOf(kind) <= rankOf(region);
  }
  const place = own.replace(/政府$|管委会$/, '');
  // The government of a town has no others beneath it that the report would also count.
  if (said.endsWith('政府')) return region !== undefined && TOWN.test(region) && `${place}政府`.endsWith(said);
  // A place may be named with what it belongs to or without; what else there is in it is a part, as 市公安局 is of the city.
  if ([own, place].some(whole => whole.endsWith(said) || said.endsWith(whole))) return true;
  // 住建局 is short for 住房和城乡建设局.
  return region === undefined && said.at(-1) === own.at(-1) && isWithin(said, own);
}

/**
 * Whether words that mean nothing else may say whose number it is, or of what: 县教育局收到, 征地方面收到. What is left of
 * a time, an ordinal or a turn of phrase does not: 年内收到, 一是收到, 因此收到.
 */
export const mayLimit = (words: string): boolean => !IDLE.test(words);

const IDLE = /^(?:[内中来底末起止此分也亦即现一二三四五六七八九十]|[^\u4e00-\u9fff]+)$/;

const plain = (name: string): string =>
  name
    .replace(/\s|办事处/g, '')
    .replace('人民政府', '政府')
    .replace('管理委员会', '管委会');

/** A government, or the committee that governs a zone: what it is of. */
const REGION = /(省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?:政府|管委会)?$/;

const TOWN = /(?:[镇乡]|街道)$/;

/** What stands above a town, from the county up. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ...['县', '区', '旗'].map(kind => [kind, 1] as const),
  ['市', 2],
  ...['州', '盟'].map(kind => [kind, 3] as const),
  ...['省', '自治区'].map(kind => [kind, 4] as const),
]);

const rankOf = (kind: string): number => RANKS.get(kind) ?? 0;
