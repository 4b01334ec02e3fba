/**
 * The rooms of the code and, for each, the rooms that it may import. A room is a folder at the top of the repository;
 * from outside it is entered only through its door. Lint forbids what this table does not allow, and
 * test/architecture.test.ts compares it with the imports that are there.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const rooms = {
  text: [],
  forms: [],
  grammar: ['text'],
  model: ['text', 'grammar', 'forms'],
  // An opinion about a report and another notation for it know nothing of each other.
  rules: ['text', 'grammar', 'forms', 'model'],
  convert: ['text', 'grammar', 'forms', 'model'],
  service: ['text', 'grammar', 'forms', 'model', 'rules', 'convert'],
  // What both programs of Node need of it.
  workers: ['service'],
  server: ['text', 'service', 'workers'],
  cli: ['text', 'forms', 'rules', 'convert', 'service', 'workers'],
  // Of the server only the names of its requests: the two run in different processes.
  client: ['text', 'server'],
  // What starts the programs knows none of them.
  launch: [],
};

/**
 * The files through which a room is entered: all of it, what a program loads at its start, or what is loaded only when
 * something asks for it.
 */
export const doors = ['index.ts', 'core.ts', 'later.ts'];

/** Rooms that run only where there are files and processes; every other room must also run in a browser worker. */
export const nodeRooms = ['workers', 'server', 'cli', 'client', 'launch'];

/** Folders beside the rooms, which stand on them: no room may import from there. */
export const outsideFolders = ['scripts', 'test', 'bench', 'examples', 'docs', 'dist', 'out'];
