import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

type Texts = Readonly<Record<string, string>>;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const textsIn = (path: string): Texts => JSON.parse(read(path)) as Texts;

const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, keybindings, menus } = manifest.contributes;
const english = textsIn('package.nls.json');
const chinese = textsIn('package.nls.zh-cn.json');
const bundle = textsIn('l10n/bundle.l10n.zh-cn.json');

const sources = readdirSync(new URL('../../client', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => read(`client/${name.replaceAll('\\', '/')}`))
  .join('\n');
const texts = [...sources.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, text = '']) => text);

describe('client: manifest', () => {
  it('has every text in both languages, and none that is not used', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual(Object.keys(english).toSorted(), [...new Set(used)].toSorted());
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
  });

  it('links to the same commands in both languages', () => {
    const linked = (text = ''): string[] => [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, id]) => id ?? '');
    const known = commands.map(({ command }) => command);
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(linked(chinese[key]), linked(text), key);
      assert.deepEqual(
        linked(text).filter(id => !known.includes(id)),
        [],
        key,
      );
    }
  });

  it('says everything that the code says in Chinese too, with the same places for what is filled in', () => {
    assert.ok(texts.length > 20);
    assert.deepEqual(Object.keys(bundle).toSorted(), [...new Set(texts)].toSorted());
    const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).toSorted();
    for (const [en, zh] of Object.entries(bundle)) assert.deepEqual(places(zh), places(en), en);
    assert.equal(texts.length, sources.match(/l10n\.t\(/g)?.length, 'every text is one literal');
  });

  it('offers no command that the code does not register', () => {
    for (const { command } of commands) assert.ok(sources.includes(`'${command}'`), command);
  });

  it('puts only its own commands on menus and keys', () => {
    const known = commands.map(({ command }) => command);
    const named = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
    assert.deepEqual(
      named.filter(command => !known.includes(command)),
      [],
    );
  });
});
