/** What a server needs only once there is a settings file. */
export { parseSettings } from '../rules/later.ts';
