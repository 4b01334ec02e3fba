import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { runInBrowser, runInNode } from './extension-host.ts';
import { canShow } from './kit.ts';
import type { Result } from './result.ts';

passInside('Node’s extension host, VS Code 1.100', () => runInNode('1.100'));
passInside('Node’s extension host, VS Code 1.117', () => runInNode('1.117'));
passInside('a browser’s extension host, VS Code 1.117', () => runInBrowser('1.117'));
passInside('a browser’s extension host, VS Code 1.137', () => runInBrowser('1.137'));

/** Every test that ran inside becomes one of this suite. */
function passInside(name: string, run: () => Promise<readonly Result[]>): void {
  describe(`vscode: ${name}`, () => {
    let results: readonly Result[];

    before(async function () {
      if (!canShow()) return this.skip();
      results = await run();
      for (const { title, error } of results) {
        const test = new Mocha.Test(title, () => {
          if (error !== undefined) throw new Error(error);
        });
        this.test?.parent?.addTest(test);
      }
    });

    it('ran to the end', () => assert.ok(results.length > 20, `${results.length} tests`));
  });
}
