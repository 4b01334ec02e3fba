import path from 'node:path';
import { valueOf, type Arguments } from './command.ts';
import { codeOf, faultOf } from './faults.ts';
import { STANDARD_INPUT } from './print/printer.ts';
import type { Session } from './session.ts';
import { words } from './words.ts';
import { writeFile, type Existing } from './write.ts';

/** Writes a result to where `-o` says, or prints it; an existing file only with `--force`. */
export async function deliver(text: string | Uint8Array, given: Arguments, session: Session): Promise<void> {
  const file = valueOf(given, 'output');
  // By the custom of `-` for the standard streams.
  if (typeof text === 'string' && (file === undefined || file === STANDARD_INPUT)) return session.print(text);
  if (file !== undefined) await save(file, text, given.switches.has('force') ? 'replace' : 'keep', session);
}

/** Writes a file; whether it worked. What hinders is told. */
export async function save(
  file: string,
  content: string | Uint8Array,
  existing: Existing,
  session: Session,
): Promise<boolean> {
  try {
    writeFile(path.resolve(session.io.cwd, file), content, existing);
    return true;
  } catch (error) {
    const message = codeOf(error) === 'EEXIST' ? words.exists : messageOf(file, error);
    await session.problem(words.at(file, message));
    return false;
  }
}

// The file is to be made: that it does not exist would be a strange complaint.
const messageOf = (file: string, error: unknown) =>
  codeOf(error) === 'ENOENT' ? words.noFolder : faultOf(file, error).message;
