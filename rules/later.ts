/** What of the rules is not needed to say what is wrong: their pages, and how a settings file is read. */
export type { RulePage } from './page.ts';
export { pageOf } from './pages.ts';
export { parseSettings, type SettingsFault } from './read-settings.ts';
