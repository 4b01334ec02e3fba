// Writes a file full of a word as the command line does, and is killed or refused at the so manieth call of the file system:
// `node writer.mjs TARGET WORD keep|replace kill|CODE CALL`. Says how many calls it made, if it lives to say it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const [target = '', word = '', existing = 'keep', blow = 'kill', at = '0'] = process.argv.slice(2);
const { writeFile } = await import('../../cli/write.ts');

const TOUCHED = /^(?:l?stat|open|close|write(?:File)?|fstat|fchown|fchmod|fsync|rename|link|copyFile|rm|readdir)Sync$/;
let calls = 0;
for (const [name, call] of Object.entries(fs).filter(([name]) => TOUCHED.test(name))) {
  Reflect.set(fs, name, (/** @type {unknown[]} */ ...given) => {
    const struck = ++calls === Number(at);
    if (struck && name === 'writeFileSync') call(given[0], String(given[1]).slice(0, String(given[1]).length / 2));
    if (struck && blow === 'kill') process.kill(process.pid, 'SIGKILL');
    if (struck) throw Object.assign(new Error(`${blow}: ${name}`), { code: blow, syscall: name });
    return call(...given);
  });
}
syncBuiltinESMExports();

try {
  writeFile(target, word.repeat(70_000), existing === 'keep' ? 'keep' : 'replace');
  process.stdout.write(JSON.stringify({ calls }));
} catch (error) {
  process.stdout.write(JSON.stringify({ calls, code: error instanceof Error && 'code' in error ? error.code : '?' }));
}
