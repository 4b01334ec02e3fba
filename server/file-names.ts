/** The reports of a folder, as a glob for watchers and searches. */
export const reportPattern = '**/*.{nianbao,年报}';

/** The settings of a folder and all below it. */
export const settingsName = '.nianbaorc.json';

/** Whether an address or a path is one of a report. Clients encode addresses in more ways than one. */
export function isReport(name: string): boolean {
  return /\.(?:nianbao|年报|%e5%b9%b4%e6%8a%a5)$/i.test(name);
}
