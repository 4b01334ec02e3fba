// Runs inside an extension host, Node's or a browser's, and tells the process outside of each test through the console.
import './mocha.ts';
import './language.test.ts';
import './questions.test.ts';
import './changes.test.ts';
import './tables.test.ts';
import './reports.test.ts';
import { runAll } from './mocha.ts';

/** What VS Code calls. */
export const run = runAll;
