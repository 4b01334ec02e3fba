import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startEditor, type Editor } from '../../scripts/editor/server.mjs';
import { Workbench } from '../../scripts/editor/workbench.mjs';
import { FAULTY, lineOf } from '../editors/kit.ts';
import { canShow, root, vsix, Workspace } from './kit.ts';
import { killServers, serversBelow } from './processes.ts';

const FILE = 'small.年报';
const WRONG_TOTAL = '| 行政复议 | 1 | 2 | 0 | 0 | 4 |';

// One window, in which one thing follows another as with a user; each test begins with the file as it was.
describe('vscode: the window', function () {
  // A window that has too little of the machine may lose a key or a click, as it would for a user. What fails is told.
  this.retries(process.env.CI ? 2 : 0);

  let workspace: Workspace;
  let editor: Editor;
  let window: Workbench;
  const opened: (() => Promise<void> | void)[] = [];

  before(async function () {
    if (!canShow()) return this.skip();
    workspace = new Workspace();
    opened.unshift(() => workspace.remove());
    workspace.write('blank.nianbao', '');
    workspace.write('pasted.nianbao', '');
    editor = await startEditor({ folder: workspace.path, vsix });
    opened.unshift(() => editor.stop());
    // High enough for the whole of the last two tables.
    window = await Workbench.open(editor.address([FILE]), { viewport: { width: 1280, height: 1600 } });
    opened.unshift(() => window.close());
    await isReady();
  });

  beforeEach(async () => {
    await window.press('Escape', 'Escape');
    await window.openFile(FILE);
    if (await window.find('.tab.active.dirty').isVisible()) await window.command('File: Revert File');
    await faults('4', '3.危机“三安全一稳定”');
  });

  // What the window looked like says more than that something was not there.
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.title.replaceAll(/\W+/g, '-');
    await window.page.screenshot({ path: `${root}/out/vscode/failed-${name}.png` });
  });

  after(async () => {
    for (const close of opened) await close();
  });

  /** A window that is still starting takes the focus back to itself. */
  const isReady = (): Promise<void> => window.find('.statusbar-item', 'to mend').waitFor({ timeout: 90_000 });

  /** Waits until exactly these words are underlined in what is in view: the place is shown first. */
  async function faults(...expected: string[]): Promise<void> {
    await toTables();
    await until(async () => (await window.underlined()).sort(), expected.sort());
  }

  const toTables = (): Promise<void> => window.place(lineOf('四、政府信息公开行政复议') + 1);

  /** Makes a line what is given, with the cursor at its end. */
  async function rewrite(line: number, text: string): Promise<void> {
    await window.place(line + 1);
    await window.press('Shift+End', 'Delete');
    await window.insert(text);
  }

  const textAt = async (words: string): Promise<string | undefined> =>
    (await window.text()).split('\n').find(line => line.includes(words));

  /** A row without its spaces and the hint at its end. */
  const rowAt = async (words: string): Promise<string | undefined> =>
    /^[\s\d|\p{Script=Han}]+/u.exec((await textAt(words)) ?? '')?.[0].replaceAll(/\s/g, '');

  it('lists what is wrong under Problems', async () => {
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await window.bring('.markers-panel', 'Control+Shift+M');
    // The list draws no more rows than there is room for, and the examples have problems, too.
    await window.page.getByPlaceholder(/^Filter/).fill(FILE);
    await rows
      .filter({ hasText: '“总计”列“行政复议”为 4' })
      .or(rows.filter({ hasText: 'dispute-total' }))
      .first()
      .waitFor();
    await rows.filter({ hasText: 'row-label' }).first().waitFor();
    await window.press('Control+Shift+M');
  });

  it('explains a number that is pointed at', async () => {
    await window.page
      .locator('.view-line', { hasText: '行政复议' })
      .last()
      .locator('span', { hasText: /4/ })
      .last()
      .hover();
    await window.find('.monaco-hover', '3').waitFor();
  });

  it('mends a total, and the line under it goes', async () => {
    await window.place(lineOf(WRONG_TOTAL) + 1, WRONG_TOTAL.lastIndexOf('4') + 1);
    await window.press('Control+.');
    await window.find('.action-widget .monaco-list-row.action').waitFor();
    await window.press('Enter');
    await faults('3.危机“三安全一稳定”');
    assert.match((await textAt('行政复议 ')) ?? '', /\b3 \|$/);
  });

  for (const typed of ['复议', 'fyhqs', '后起']) {
    it(`completes a label from “${typed}”`, async () => {
      await rewrite(lineOf('复议后起诉'), '| ');
      await window.insert(typed);
      await window.press('Control+Space');
      assert.ok((await window.suggestions()).includes('复议后起诉'), 'it is offered');
      await window.find('.suggest-widget.visible .monaco-list-row', '复议后起诉').click();
      await until(async () => (await textAt('复议后起诉')) !== undefined, true);
    });
  }

  it('lets an input method compose in peace, and completes what it has written', async () => {
    await rewrite(lineOf('一、本年新收政府信息公开申请数量'), '| ');
    await window.press('Escape');
    await window.compose(['b', 'ben', "ben'nian", "ben'nian'xin", "ben'nian'xin'shou"], '本年新收');
    await until(() => textAt('本年新收'), '| 本年新收');
    await window.press('Control+Space');
    const [first] = await window.suggestions();
    assert.match(first ?? '', /本年新收政府信息公开申请数量/);
    await window.press('Enter');
    await until(async () => ((await textAt('本年新收')) ?? '').startsWith('| 一、本年新收政府信息公开申请数量'), true);
  });

  it('writes a whole blank form, place by place', async () => {
    await window.openFile('blank.nianbao');
    await window.find('.editor-group-container.active .view-lines').click();
    await window.page.keyboard.type('nb');
    await window.press('Control+Space');
    assert.match((await window.suggestions())[0] ?? '', /2021/);
    await window.press('Enter');
    await window.find('.snippet-placeholder').waitFor();
    await window.insert('模范市');
    await window.press('Tab');
    await window.press('Control+Home');
    await until(async () => /^模范市20\d\d年政府信息公开工作年度报告$/m.test(await window.text()), true);
    await window.press('Control+S');
    await window.find('.tab.active:not(.dirty)').waitFor();
    assert.match(workspace.read('blank.nianbao'), /^六、其他需要报告的事项$/m);
  });

  it('goes from value to value with Tab and to the row below with Enter', async () => {
    await window.place(lineOf(WRONG_TOTAL) + 1, 3);
    // That the cursor is in a row is told by the extension host, and nothing in the window shows when it has been.
    await window.page.waitForTimeout(1000);
    await window.walk('Tab');
    await window.insert('7');
    await window.walk('Tab');
    await window.insert('8');
    await window.walk('Shift+Tab');
    await window.insert('9');
    await until(() => rowAt('行政复议 '), '|行政复议|9|8|0|0|4');
    await window.place(lineOf('未经复议直接起诉') + 1, 3);
    await window.walk('Tab', 'Enter');
    await window.insert('6');
    await until(() => rowAt('复议后起诉'), '|复议后起诉|6|0|0|0|0|');
  });

  it('fills a table from what was copied as lines with tabs', async () => {
    await window.place(lineOf(WRONG_TOTAL) + 1, WRONG_TOTAL.indexOf('1') + 1);
    await copy('5\t6\t7\t8\t26');
    await window.press('Control+V');
    await until(() => rowAt('行政复议 '), '|行政复议|5|6|7|8|26|');
    await window.press('Control+Z');
    await until(() => rowAt('行政复议 '), WRONG_TOTAL.replaceAll(' ', ''));
  });

  it('fills a table from one that was copied from a page', async () => {
    await window.place(lineOf(WRONG_TOTAL) + 1, WRONG_TOTAL.indexOf('1') + 1);
    const cells = ['未经复议直接起诉', 1, 0, 2, 0, 3].map(cell => `<td>${cell}</td>`).join('');
    await copy('未经复议直接起诉\t1\t0\t2\t0\t3', `<table><tr>${cells}</tr></table>`);
    await window.press('Control+V');
    await until(() => rowAt('未经复议直接起诉'), '|未经复议直接起诉|1|0|2|0|3|');
  });

  it('takes a whole report that is pasted into an empty one, and tells what became of it', async () => {
    await window.openFile('pasted.nianbao');
    const cells = ['规章', 1, 2, 3].map(cell => `<td>${cell}</td>`).join('');
    const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map(head => `<td>${head}</td>`).join('');
    await copy(
      '示范市',
      `<h1>模范县2025年政府信息公开工作年度报告</h1><h2>一、政府信息公开总体情况</h2><p>全年公开十二条。</p>
      <h2>二、主动公开政府信息情况</h2><table><tr><td colspan="4">第二十条第（一）项</td></tr>
      <tr>${heads}</tr><tr>${cells}</tr></table>`,
    );
    await window.press('Control+V');
    await window.find('.tab', /Import of|What became/).waitFor();
    await until(async () => /^一、总体情况$/m.test(await window.text()), true);
    await window.press('Control+S');
    const filled = /^模范县2025年[^]*^\| 规章 +\| +1 \| +2 \| +3 \|$/m;
    await until(() => Promise.resolve(filled.test(workspace.read('pasted.nianbao'))), true);
    await window.command('View: Close All Editors');
  });

  it('counts the faults in the status bar, and a click leads to the next', async () => {
    const item = window.find('.statusbar-item', '2 to mend');
    await item.waitFor();
    await window.press('Control+Home');
    await item.locator('a').click();
    await window.find('.marker-widget, .peekview-widget, .zone-widget').waitFor();
    await window.press('Escape');
  });

  it('begins a new report by asking for organ and year', async () => {
    await window.command('Nianbao: New Report');
    await window.find('.quick-input-list .monaco-list-row', 'Blank report').click();
    await window.find('.quick-input-widget', 'Organ').waitFor();
    await window.fillQuickInput('模范县');
    await window.press('Enter');
    await window.find('.quick-input-widget', 'Year').waitFor();
    await window.fillQuickInput('2025');
    await window.press('Enter');
    await window.find('.quick-input-list .monaco-list-row', '2021').click();
    await window.find('.tab.active', '模范县2025年').waitFor();
    await until(async () => (await window.text()).startsWith('模范县2025年政府信息公开工作年度报告'), true);
    await window.command('Revert and Close Editor');
  });

  it('shows the report beside the text, with its fault, and leads back from there', async () => {
    await window.command('Nianbao: Open Preview to the Side');
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const failed = page.locator('td[data-fault="error"]');
    await failed.waitFor();
    assert.match(await failed.innerText(), /^4/);
    assert.match((await failed.getAttribute('title')) ?? '', /4.*3/);
    await failed.click();
    await until(
      async () =>
        (await window.find('.statusbar-item', /Ln \d+/).innerText()).includes(`Ln ${lineOf(WRONG_TOTAL) + 1},`),
      true,
    );
    await window.command('View: Close All Editors');
  });

  // A window that is reloaded or a server that is killed breaks off what was asked, which the editor logs.
  it('has written no error into the log so far', () => {
    const lines = linesOfLogs(editor.data);
    const errors = lines.flatMap((line, i) => (/\[error\].*nianbao/i.test(line) ? [lines.slice(i, i + 3)] : []));
    assert.deepEqual(errors, []);
  });

  it('saves to the disk, and shows the same after a reload', async () => {
    await window.place(2);
    await window.insert('// 待核');
    await window.press('Control+S');
    await window.find('.tab.active:not(.dirty)').waitFor();
    assert.match(workspace.read(FILE), /^\/\/ 待核$/m);
    await window.page.reload();
    await isReady();
    await faults('4', '3.危机“三安全一稳定”');
    workspace.write(FILE, FAULTY);
  });

  it('comes back when its server is killed, and its diagnostics with it', async () => {
    assert.equal(killServers(editor.pid), 1);
    await window.place(lineOf(WRONG_TOTAL) + 1, WRONG_TOTAL.lastIndexOf('4') + 1);
    await window.press('Delete');
    await window.insert('3');
    await faults('3.危机“三安全一稳定”');
    assert.equal(await window.page.locator('.notification-toast', { hasText: /stopped|crashed/i }).count(), 0);
  });

  it('leaves nothing behind when it is disabled, and is there again when it is enabled', async () => {
    await window.command('Extensions: Disable All Installed Extensions');
    await window.command('View: Show Extensions');
    await window.page.getByRole('button', { name: 'Reload Window' }).click();
    // What is disabled does not even know the file's language.
    await window.find('.statusbar-item', 'Plain Text').waitFor({ timeout: 90_000 });
    await until(() => Promise.resolve(serversBelow(editor.pid).length), 0);
    await until(() => window.underlined(), []);
    await window.command('Extensions: Enable All Extensions');
    await isReady();
    await faults('4', '3.危机“三安全一稳定”');
    assert.equal(serversBelow(editor.pid).length, 1);
  });

  /** Puts a text, and the same as a table, on the clipboard. */
  async function copy(text: string, html?: string): Promise<void> {
    const kinds = JSON.stringify({ 'text/plain': text, ...(html !== undefined && { 'text/html': html }) });
    await window.page.evaluate(`(async () => {
      const kinds = Object.entries(${kinds}).map(([type, data]) => [type, new Blob([data], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(kinds))]);
    })()`);
  }
});

/** What the editor and its extensions logged. */
const linesOfLogs = (data: string): string[] =>
  readdirSync(path.join(data, 'data/logs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.log'))
    .flatMap(name => readFileSync(path.join(data, 'data/logs', name), 'utf8').split('\n'));

/** Waits until something is as it should be; where it does not come to that, says what it was. */
async function until<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const got = await read().catch((error: unknown) => error);
    try {
      assert.deepEqual(got, expected);
      return;
    } catch (difference) {
      if (Date.now() > end) throw difference;
    }
    await new Promise(done => setTimeout(done, 50));
  }
}
