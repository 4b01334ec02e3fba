import path from 'node:path';
import type { Settings } from '../rules/index.ts';
import type { Encoding } from '../text/index.ts';
import type { FileFault } from './faults.ts';
import { findFiles, type SourceFile } from './files.ts';
import { STANDARD_INPUT } from './print/printer.ts';
import type { Session } from './session.ts';
import { settingsFinder, type FolderSettings } from './settings.ts';
import { ENCODINGS, readSource } from './source.ts';
import { words } from './words.ts';

/** A report that was read, with the settings that hold for it. */
export interface ReportText extends SourceFile {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte-order mark stood before the text. */
  readonly mark: boolean;
  readonly settings: Settings | undefined;
}

/**
 * The reports that the operands mean, one after the other, so that only one text is held. What cannot be found or
 * read is told to the user and does not stop the rest.
 */
export async function* readReports(operands: readonly string[], session: Session): AsyncGenerator<ReportText> {
  const { io } = session;
  const settingsOf = settingsFinder(io.cwd);
  const ignores = async (absolute: string): Promise<boolean> =>
    (await settingsOf(path.dirname(absolute))).ignores(absolute);
  const found = await findFiles(operands, { cwd: io.cwd, ignores, signal: io.signal });
  for (const fault of found.faults) await tell(fault, session);
  for (const ignored of found.ignored) await session.note(words.at(ignored, words.ignored));

  const told = new Set<FolderSettings>();
  for (const [index, file] of found.files.entries()) {
    io.signal?.throwIfAborted();
    await session.progress(words.checking(index + 1, found.files.length));
    const folder = await settingsOf(file.absolute === undefined ? io.cwd : path.dirname(file.absolute));
    if (folder.faults.length > 0) {
      if (!told.has(folder)) for (const fault of folder.faults) await tell(fault, session);
      told.add(folder);
      continue;
    }
    const report = await read(file, folder.settings, session);
    if (report) yield report;
  }
}

/** The one report that a command is about, or nothing after the user has been told why. */
export async function readOne(operand: string, session: Session): Promise<ReportText | undefined> {
  const { cwd } = session.io;
  const absolute = operand === STANDARD_INPUT ? undefined : path.resolve(cwd, operand);
  const folder = await settingsFinder(cwd)(absolute === undefined ? cwd : path.dirname(absolute));
  for (const fault of folder.faults) await tell(fault, session);
  return folder.faults.length > 0 ? undefined : read({ path: operand, absolute }, folder.settings, session);
}

async function read(
  file: SourceFile,
  settings: Settings | undefined,
  session: Session,
): Promise<ReportText | undefined> {
  const source = await readSource(file, session.io);
  if (!source.ok) {
    await tell(source.fault, session);
    return undefined;
  }
  const { text, encoding, mark } = source;
  if (encoding === 'gb18030') await session.note(words.at(nameOf(file, session), words.readAs(ENCODINGS[encoding])));
  return { ...file, text, encoding, mark, settings };
}

const nameOf = ({ path: name }: SourceFile, { locale }: Session): string =>
  name === STANDARD_INPUT ? words.standardInput[locale] : name;

const tell = ({ path: place, message }: FileFault, session: Session): Promise<void> =>
  session.problem(words.at(nameOf({ path: place, absolute: undefined }, session), message));
