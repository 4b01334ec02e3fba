/** What of the rules is not needed to say what is wrong: how a settings file is read. */
export { parseSettings, type SettingsFault } from './read-settings.ts';
