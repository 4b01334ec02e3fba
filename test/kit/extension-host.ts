import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** What a bundle made for an editor exports, when it is given this for the editor. */
export function loadInEditor(code: string, editor: unknown): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  const given = (name: string): unknown => (name === 'vscode' ? editor : (load(name) as unknown));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program itself, with an editor to its taste
  const run = new Function('module', 'exports', 'require', code) as (...given: unknown[]) => void;
  run(module, module.exports, given);
  return module.exports;
}

/** An object that has every property and can be called and extended: what a program is given that only has to load. */
export function anything(): unknown {
  const everything: unknown = new Proxy(
    class {
      readonly is = 'anything';
    },
    {
      get: (target, name): unknown => {
        if (name in target) return Reflect.get(target, name);
        return name === Symbol.toPrimitive ? () => '' : everything;
      },
      apply: () => everything,
    },
  );
  return everything;
}
