import { Drawing } from './drawing.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { Zoom } from './zoom.ts';

/** What the editor offers to a page. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => Partial<Kept> | undefined;
  readonly setState: (state: Partial<Kept>) => void;
};

/** What outlives the page: it is loaded anew whenever it was hidden. */
interface Kept extends PageState {
  readonly zoom: number | undefined;
  readonly scroll: number;
}

const editor = acquireVsCodeApi();
const page = document.querySelector<HTMLElement>('#report');
if (!page) throw new Error('the page has no place for the report');

const keep = (kept: Partial<Kept>): void => editor.setState({ ...editor.getState(), ...kept });
const drawing = new Drawing(page);
const zoom = new Zoom(page, editor.getState()?.zoom, level => keep({ zoom: level }));
let isRestored = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'cursor') {
    drawing.point(data.line, data.character);
    return;
  }
  const before = editor.getState();
  keep(data.state);
  drawing.draw(data.pieces);
  if (!isRestored && before?.uri === data.state.uri) window.scrollTo(0, before.scroll ?? 0);
  isRestored = true;
});

page.addEventListener('click', ({ target }) => {
  // Words that were just selected, to be copied, are not a place to go to.
  if (!(target instanceof Element) || !(getSelection()?.isCollapsed ?? true)) return;
  const place = drawing.placeOf(target);
  if (place) editor.postMessage({ kind: 'go', ...place });
});

window.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));

zoom.listen();
editor.postMessage({ kind: 'ready' });
