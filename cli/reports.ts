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

/** A report that was found, with the settings that hold for it. */
export interface FoundReport extends SourceFile {
  readonly settings: Settings | undefined;
}

/** A report that was read. */
export interface ReportText extends FoundReport {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte-order mark stood before the text. */
  readonly mark: boolean;
}

/** The reports that the operands mean. What cannot be found is told to the user and does not stop the rest. */
export async function findReports(operands: readonly string[], session: Session): Promise<FoundReport[]> {
  const { io } = session;
  const settingsOf = settingsFinder(io.cwd);
  const ignores = async (absolute: string): Promise<boolean> =>
    (await settingsOf(path.dirname(absolute))).ignores(absolute);
  const found = await findFiles(operands, { cwd: io.cwd, ignores, signal: io.signal });
  for (const fault of found.faults) await tell(fault, session);
  for (const ignored of found.ignored) await session.note(words.at(ignored, words.ignored));

  const told = new Set<FolderSettings>();
  const reports: FoundReport[] = [];
  for (const file of found.files) {
    const folder = await settingsOf(file.absolute === undefined ? io.cwd : path.dirname(file.absolute));
    if (folder.faults.length === 0) reports.push({ ...file, settings: folder.settings });
    else if (!told.has(folder)) for (const fault of folder.faults) await tell(fault, session);
    told.add(folder);
  }
  return reports;
}

/** The same reports read, one after the other, so that only one text is held. What cannot be read is told too. */
export async function* readReports(operands: readonly string[], session: Session): AsyncGenerator<ReportText> {
  const found = await findReports(operands, session);
  for (const [index, { settings, ...file }] of found.entries()) {
    session.io.signal?.throwIfAborted();
    await session.progress(words.checking(index + 1, found.length));
    const report = await read(file, settings, session);
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
  await noteEncoding(file, encoding, session);
  return { ...file, text, encoding, mark, settings };
}

const nameOf = ({ path: name }: SourceFile, { locale }: Session): string =>
  name === STANDARD_INPUT ? words.standardInput[locale] : name;

/** Tells how a file was read, where that is no matter of course. */
export async function noteEncoding(file: SourceFile, encoding: Encoding, session: Session): Promise<void> {
  if (encoding === 'gb18030') await session.note(words.at(nameOf(file, session), words.readAs(ENCODINGS[encoding])));
}

/** Tells what could not be used, and why. */
export const tell = ({ path: place, message }: FileFault, session: Session): Promise<void> =>
  session.problem(words.at(nameOf({ path: place, absolute: undefined }, session), message));
