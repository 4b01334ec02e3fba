// Writes a file full of a word as the command line does, and is killed or refused at the so manieth call of the file
// system: `node writer.mjs MODULE TARGET WORD keep|replace none|kill|killed|CODE CALL`. `kill` comes before the call, or
// in the midst of writing, `killed` behind it. Says how many calls it made, if it lives to say it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const [module = '', target = '', word = '', existing = 'keep', blow = 'none', at = '0'] = process.argv.slice(2);
const { writeFile } = await import(module);

const TOUCHED = /^(?:l?stat|open|close|write(?:File)?|fstat|fchown|fchmod|fsync|rename|link|copyFile|rm|readdir)Sync$/;
const end = () => process.kill(process.pid, 'SIGKILL');
let calls = 0;
for (const [name, call] of Object.entries(fs).filter(([name]) => TOUCHED.test(name))) {
  Reflect.set(fs, name, (/** @type {unknown[]} */ ...given) => {
    if (++calls !== Number(at)) return call(...given);
    if (blow === 'killed') call(...given);
    else if (name === 'writeFileSync') call(given[0], String(given[1]).slice(0, String(given[1]).length / 2));
    if (blow.startsWith('kill')) end();
    throw Object.assign(new Error(`${blow}: ${name}`), { code: blow, syscall: name });
  });
}
syncBuiltinESMExports();

try {
  writeFile(target, word.repeat(70_000), existing === 'keep' ? 'keep' : 'replace');
  process.stdout.write(JSON.stringify({ calls }));
} catch (error) {
  process.stdout.write(JSON.stringify({ calls, code: error instanceof Error && 'code' in error ? error.code : '?' }));
}
