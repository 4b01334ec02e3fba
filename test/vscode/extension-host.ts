import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { startEditor } from '../../scripts/editor/server.mjs';
import { startWebEditor } from '../../scripts/editor/web.mjs';
import { Workbench } from '../../scripts/editor/workbench.mjs';
import { bundleInside, unpackExtension, vsix, Workspace } from './kit.ts';
import { RESULT, type Result } from './result.ts';

/** Runs the tests of `inside/` in the extension host of a server, which is Node's. */
export async function runInNode(version: '1.100' | '1.117'): Promise<readonly Result[]> {
  const { folder, script } = await bundleInside();
  const workspace = new Workspace();
  const editor = await startEditor({ version, folder: workspace.path, vsix, args: ['--enable-smoke-test-driver'] });
  try {
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${editor.port}${pathToFileURL(path).pathname}`;
    return await run(
      editor.address(
        [],
        [
          ['extensionDevelopmentPath', remote(folder)],
          ['extensionTestsPath', remote(`${folder}/${script}`)],
        ],
      ),
    );
  } finally {
    await editor.stop();
    workspace.remove();
  }
}

/** Runs them in the extension host of a browser, with nothing behind it. */
export async function runInBrowser(version: '1.117' | '1.137'): Promise<readonly Result[]> {
  const { folder, script } = await bundleInside();
  const workspace = new Workspace();
  const extension = unpackExtension();
  const web = { version, folder: workspace.path, extension, tests: folder, testsPath: script };
  const editor = await startWebEditor(web);
  try {
    return await run(editor.url);
  } finally {
    await editor.stop();
    workspace.remove();
  }
}

/** Opens the window, and hears what the tests inside tell until they say that they have ended. */
async function run(url: string): Promise<readonly Result[]> {
  const results: Result[] = [];
  const said: string[] = [];
  const workbench = await Workbench.empty();
  try {
    const { page } = workbench;
    const ended = new Promise<number>(done => {
      void page.exposeFunction('codeAutomationExit', done);
      setTimeout(() => done(-1), 200_000).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_level: string, words: readonly unknown[]) => {
      const text = words.join(' ');
      if (text.startsWith(RESULT)) results.push(JSON.parse(text.slice(RESULT.length)) as Result);
      else said.push(text);
    });
    await page.goto(url);
    const code = await ended;
    assert.equal(code, 0, `the editor ended with ${code}\n${said.slice(-20).join('\n')}`);
    return results;
  } finally {
    await workbench.close();
  }
}
