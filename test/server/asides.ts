import type { RuleSetting } from '../../rules/index.ts';
import { pick, type Random, type TestClient } from '../kit/index.ts';

/** Whether a client waits for every reply before it goes on, or does not, as editors do. */
export type Pace = 'patient' | 'hasty';

/** What a client tells besides its edits. */
export const asides: readonly ((
  random: Random,
  uris: readonly string[],
) => readonly [method: string, params: object])[] = [
  () => ['$/setTrace', { value: 'verbose' }],
  () => ['$/cancelRequest', { id: 1e6 }],
  random => ['window/workDoneProgress/cancel', { token: `nianbao-${1 + random(9)}` }],
  (random, uris) => [
    'workspace/didChangeWatchedFiles',
    { changes: [pick(random, uris), 'vfs://nowhere/.nianbaorc.json'].map(uri => ({ uri, type: 1 + random(3) })) },
  ],
  random => {
    const folders = [{ uri: 'vfs://nowhere', name: 'nowhere' }];
    const [added, removed] = random(2) === 0 ? [folders, []] : [[], folders];
    return ['workspace/didChangeWorkspaceFolders', { event: { added, removed } }];
  },
  random => {
    const inlayHints = { computed: random(2) === 0, quotes: random(2) === 0 };
    const set = { codeLens: random(2) === 0, inlayHints, rules: { 'row-total': pick(random, ['off', 'warning']) } };
    return [SETTINGS, { settings: { nianbao: set } }];
  },
];

const SETTINGS = 'workspace/didChangeConfiguration';

/** What a message sets, if it is one that does. */
export const settingsIn = (
  method: string,
  params: unknown,
): { readonly rules: Readonly<Record<string, RuleSetting>> } | undefined =>
  method === SETTINGS
    ? (params as { settings: { nianbao: { rules: Record<string, RuleSetting> } } }).settings.nianbao
    : undefined;

/** Tells something. Settings are asked for in turn, for which a patient client waits. */
export async function aside(client: TestClient, method: string, params: unknown, pace: Pace): Promise<void> {
  client.settings = settingsIn(method, params) ?? client.settings;
  client.notify(method, params);
  if (method === SETTINGS && pace === 'patient') await client.settled();
}
