import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../scripts/editor/browser.mjs';
import { checkSnapshot, openSnapshot, preview } from '../../service/index.ts';
import type { FromPage } from '../../client/preview/messages.ts';
import { hostile } from '../kit/hostile-texts.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const faulty = readFileSync(file('examples/faulty.nianbao'), 'utf8');

/** The line of the text that begins like this. */
const lineOf = (text: string, start: string): number =>
  text.split('\n').findIndex(line => line.trim().startsWith(start));

/** The page of a preview in a browser, without an editor around it: what it is told and what it tells. */
describe('the page of a preview', function () {
  let browser: Browser | undefined;
  let page: Page;
  let script: string;

  before(async function () {
    // In CI a test that is not run is a failure.
    if (findBrowser() === undefined && process.env.CI === undefined) {
      // eslint-disable-next-line no-console -- nobody should believe that these tests ran
      console.warn('\n!!! Chromium is missing: the tests of the preview’s page DO NOT RUN. See .ci/run.\n');
      this.skip();
    }
    const { outputFiles } = await build({
      entryPoints: [file('client/preview/webview.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      logLevel: 'silent',
    });
    script = outputFiles[0]!.text;
    browser = await launchBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    assert.ok(browser);
    page = await browser.newPage({ viewport: { width: 900, height: 600 } });
    const styles = ['media/report.css', 'media/preview.css'].map(path => readFileSync(file(path), 'utf8')).join('\n');
    await page.setContent(`<style>${styles}</style><button id="smaller"></button><button id="fit"></button>
      <button id="larger"></button><main><article id="report" class="nianbao"></article></main>
      <script>window.told = []; window.kept = undefined; window.acquireVsCodeApi = () => ({
        postMessage: message => told.push(message), getState: () => kept, setState: state => { kept = state; } });</script>
      <script>${script}</script>`);
  });

  afterEach(() => page.close());

  const send = (message: unknown): Promise<void> =>
    page.evaluate(`void dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`);
  const show = (text: string): Promise<void> => {
    const snapshot = openSnapshot('file:///a.nianbao', 1, text);
    const { pieces } = preview(snapshot, checkSnapshot(snapshot), 'zh');
    return send({ kind: 'report', pieces, state: { uri: 'file:///a.nianbao', locked: false } });
  };
  const told = (): Promise<FromPage[]> => page.evaluate('told');
  const cellWith = (text: string): ReturnType<Page['locator']> =>
    page.locator('td', { hasText: new RegExp(`^${text}`) });

  it('draws the report when it has said that it is ready, the faults in their colours', async () => {
    assert.deepEqual(await told(), [{ kind: 'ready' }]);
    await show(faulty);
    assert.equal(await page.locator('h1').textContent(), '清屏县2025年政府信息公开工作年度报告');
    assert.equal(await cellWith('1173').getAttribute('data-fault'), 'error');
    assert.equal(
      await page.evaluate("getComputedStyle(document.querySelector('td[data-fault=error]')).color"),
      'rgb(229, 20, 0)',
    );
  });

  it('draws only what has changed, wherever lines come or go', async () => {
    await show(faulty);
    await page.evaluate("document.querySelectorAll('#report > *').forEach(one => one.setAttribute('data-old', ''))");
    await show(
      faulty.replace('\n机关', '\n\n\n机关').replace('　　整合', '　　新的一段。\n　　整合').replace('26915', '26916'),
    );
    const fresh = "[...document.querySelectorAll('#report > :not([data-old])')].map(one => one.tagName)";
    assert.deepEqual(await page.evaluate(fresh), ['P', 'TABLE']);
  });

  it('tells the place that was clicked, counted in the text as it is now', async () => {
    await show(`// 待核\n${faulty}`);
    await cellWith('26915').click();
    const line = lineOf(faulty, '| 行政许可') + 1;
    const text = `// 待核\n${faulty}`.split('\n')[line]!;
    const place = (await told()).at(-1)!;
    assert.ok(place.kind === 'go');
    assert.deepEqual([place.line, text.slice(place.start, place.end).trim()], [line, '26915']);
    await page.locator('h2').nth(3).click();
    assert.deepEqual((await told()).at(-1), { kind: 'go', line: lineOf(faulty, '4、') + 1, start: 0, end: 19 });
  });

  it('marks what the cursor is in and brings it into sight', async () => {
    await show(faulty);
    const line = lineOf(faulty, '| 四、结转');
    await send({ kind: 'cursor', line, character: faulty.split('\n')[line]!.indexOf('10 |') });
    const current = page.locator('.current');
    assert.equal(await current.textContent(), '10');
    const box = await current.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 600);
    // A line that is not printed has no place to mark.
    await send({ kind: 'cursor', line: 1, character: 0 });
    assert.equal(await current.count(), 0);
  });

  it('runs nothing that stands in a report', async () => {
    const dialogs: string[] = [];
    page.on('dialog', dialog => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    // The policy that an editor's page has would stop these too; here they are stopped without it.
    await show(
      [...hostile, ...hostile.map(text => `一、${text}`), ...hostile.map(text => `| ${text} | 1 |`)].join('\n'),
    );
    const active =
      "document.querySelectorAll('#report :is(script, img, svg, iframe, a, base, meta, [onclick], [onload])').length";
    assert.equal(await page.evaluate(active), 0);
    await page.locator('#report > *').first().hover();
    await page.locator('#report > *').first().click();
    assert.deepEqual(dialogs, []);
    assert.match((await page.locator('#report').textContent()) ?? '', /<script>alert\(1\)<\/script>/);
  });

  it('keeps what is in sight where it is while one types further down', async () => {
    await show(faulty);
    await page.evaluate('scrollTo(0, 700)');
    await show(faulty.replace('没有其他需要', '再没有其他需要'));
    assert.equal(await page.evaluate('scrollY'), 700);
  });

  it('is as wide as the view, and as large as the buttons and the wheel say', async () => {
    await show(faulty);
    const zoom = (): Promise<string | null> => page.locator('#fit').textContent();
    assert.equal(await zoom(), '100%');
    await page.setViewportSize({ width: 429, height: 600 });
    await page.locator('#fit', { hasText: '50%' }).waitFor();
    await page.locator('#larger').click();
    assert.equal(await zoom(), '67%');
    await page.locator('#report').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -10);
    await page.keyboard.up('Control');
    await page.locator('#fit', { hasText: '75%' }).waitFor();
    assert.equal(await page.evaluate('kept.zoom'), 0.75);
    await page.locator('#fit').click();
    assert.equal(await zoom(), '50%');
  });
});
