import { MEND_TABLE } from '../service/core.ts';

/** The command by which a client that knows no code actions has one done: the edit, and the version that it is of. */
export const APPLY_EDIT = 'nianbao.applyEdit';

/** What a client may ask the server to do, by name. */
export const commands = [
  'nianbao.mendAll',
  MEND_TABLE,
  APPLY_EDIT,
  'nianbao.checkWorkspace',
  'nianbao.newReport',
] as const;
