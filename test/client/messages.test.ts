import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadInEditor } from '../kit/extension-host.ts';
import { hostile } from '../kit/hostile-texts.ts';

const client = fileURLToPath(new URL('../../client/', import.meta.url));

/** What VS Code takes for a link in a message (its `linkedText.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

const attacks = [
  ...hostile,
  '[点这里](command:workbench.action.terminal.new)',
  '[点这里](command:a "b")',
  '[[a](command:b)](file:///c)',
  '[a]((command:b)',
  ']([a](https://example.com)',
];

describe('what the extension tells its user', () => {
  let tell: Readonly<Record<string, (message: string, ...buttons: string[]) => unknown>>;
  const shown: unknown[][] = [];

  before(async () => {
    const entryPoints = [path.join(client, 'messages.ts')];
    const made = await build({ entryPoints, bundle: true, write: false, format: 'cjs', external: ['vscode'] });
    const show = (...given: unknown[]): unknown => shown.push(given);
    const window = { showInformationMessage: show, showWarningMessage: show, showErrorMessage: show };
    tell = loadInEditor(made.outputFiles[0]!.text, { window }) as typeof tell;
  });

  it('holds no link, whatever words of files and clipboards are in it', () => {
    assert.match(attacks.at(-1)!, LINK);
    for (const name of ['inform', 'warn', 'complain']) {
      for (const attack of attacks) tell[name]!(`未填入：“${attack}”`, attack);
    }
    assert.equal(shown.length, attacks.length * 3);
    for (const [index, [message, button]] of shown.entries()) {
      assert.doesNotMatch(String(message), LINK);
      // A button's words are looked at by nobody but the one who asked.
      assert.equal(button, attacks[index % attacks.length]);
    }
  });

  it('leaves all other words as they are', () => {
    const message = '“行政许可”[1]（2）(3) [4]: https://example.com';
    tell.inform!(message);
    assert.deepEqual(shown.at(-1), [message]);
  });

  it('goes this way only, but for questions that hold no words of others', () => {
    const sources = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const shows = sources.flatMap(name => {
      const calls = readFileSync(path.join(client, name), 'utf8').match(
        /show(?:Information|Warning|Error)Message\b.*/g,
      );
      return (calls ?? []).map(call => `${path.basename(name)}: ${call}`);
    });
    const others = shows.filter(one => !one.startsWith('messages.ts: '));
    assert.deepEqual(others, ['export.ts: showWarningMessage(message, { modal: true }, go)) === go;']);
  });
});
