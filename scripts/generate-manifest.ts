import { readFile } from 'node:fs/promises';
import { rules } from '../rules/index.ts';

const LEVELS = ['off', 'information', 'warning', 'error'];

/** What `package.json` holds of interest here; all else is kept as it is. */
interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, object> } };
}

/** The rules as the extension's settings: in `package.json` their ids, in the two tables of texts their titles. */
export async function generateManifest(): Promise<Map<string, string>> {
  const manifest = (await read('package.json')) as Manifest;
  const { properties } = manifest.contributes.configuration;
  properties['nianbao.rules'] = {
    ...properties['nianbao.rules'],
    properties: Object.fromEntries(
      rules.map(({ id, severity }) => [
        id,
        { type: 'string', enum: LEVELS, default: severity, description: `%rule.${id}%` },
      ]),
    ),
  };
  return new Map([
    ['package.json', JSON.stringify(manifest, null, 2)],
    ['package.nls.json', await titles('package.nls.json', 'en')],
    ['package.nls.zh-cn.json', await titles('package.nls.zh-cn.json', 'zh')],
  ]);
}

async function titles(path: string, locale: 'zh' | 'en'): Promise<string> {
  const own = Object.entries((await read(path)) as object).filter(([key]) => !key.startsWith('rule.'));
  const ofRules = rules.map(({ id, title }) => [`rule.${id}`, title[locale]] as const);
  return JSON.stringify(Object.fromEntries([...own, ...ofRules]), null, 2);
}

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'));
