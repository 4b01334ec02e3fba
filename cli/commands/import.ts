import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ImportError, MOST_BYTES, sayRemark, type ImportedReport, type ImportPool } from '../../service/index.ts';
import { importWorkers } from '../../workers/index.ts';
import type { Arguments } from '../command.ts';
import { faultOf } from '../faults.ts';
import { save } from '../output.ts';
import { STANDARD_INPUT } from '../print/printer.ts';
import type { Session } from '../session.ts';
import { placeOf, targetOf, type Target } from '../targets.ts';
import { words } from '../words.ts';

/** More at a time would only wait for each other: reading a file is all work and no waiting. */
const MOST_WORKERS = 4;

/** `nianbao import`: foreign files as reports, beside them or where `-o` says; what was lost goes to standard error. */
export async function importCommand(session: Session, given: Arguments): Promise<number> {
  const { operands } = given;
  const target = targetOf(session, given);
  const size = Math.min(operands.length, MOST_WORKERS, availableParallelism());
  const workers = importWorkers(size);
  let done = 0;
  let losses = 0;
  try {
    for await (const [index, outcome] of inOrder(operands, size * 2, file => importOne(file, workers, session))) {
      session.io.signal?.throwIfAborted();
      await session.progress(words.importing(index + 1, operands.length));
      const file = operands[index] ?? '';
      if ('error' in outcome) await tell(file, outcome.error, session);
      else if (await deliverReport(file, outcome.value, target, given, session)) {
        done++;
        losses += outcome.value.remarks.filter(({ kind }) => kind === 'loss').length;
      }
    }
  } finally {
    workers.close();
  }
  if (operands.length > 1) await session.note(words.importSummary(done, operands.length - done, losses));
  return 0;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** The outcomes of a work in the order of what it is done to; so many are begun ahead, and no more are held. */
async function* inOrder<T, R>(
  all: readonly T[],
  ahead: number,
  work: (one: T) => Promise<R>,
): AsyncGenerator<[number, Outcome<R>]> {
  const begun: Promise<Outcome<R>>[] = [];
  let next = 0;
  for (const index of all.keys()) {
    for (const one of all.slice(next, index + ahead)) {
      next++;
      begun.push(
        work(one).then(
          value => ({ value }),
          (error: unknown) => ({ error }),
        ),
      );
    }
    const first = begun.shift();
    if (first) yield [index, await first];
  }
}

async function importOne(file: string, workers: ImportPool, { io }: Session): Promise<ImportedReport> {
  const absolute = path.resolve(io.cwd, file);
  if (file !== STANDARD_INPUT && (await stat(absolute)).size > MOST_BYTES) throw new ImportError('too-large');
  return workers.import(file === STANDARD_INPUT ? await collect(io.stdin) : await readFile(absolute));
}

/** All of a stream, or an error as soon as it is too much: a pipe does not tell its size. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) throw new ImportError('too-large');
  }
  return Buffer.concat(chunks);
}

async function tell(file: string, error: unknown, session: Session): Promise<void> {
  const name = nameOf(file, session);
  if (error instanceof ImportError) await session.problem(words.at(name, error.text));
  else await session.problem(words.at(name, faultOf(file, error).message));
}

const nameOf = (file: string, { locale }: Session): string =>
  file === STANDARD_INPUT ? words.standardInput[locale] : file;

async function deliverReport(
  file: string,
  { text, remarks }: ImportedReport,
  target: Target,
  given: Arguments,
  session: Session,
): Promise<boolean> {
  const place = placeOf(file, target, 'nianbao');
  if (place === undefined) await session.print(text);
  else {
    const existing = given.switches.has('force') ? 'replace' : 'keep';
    if (!(await save(place, text, existing, session))) return false;
    await session.note(words.imported(file, place));
  }
  for (const remark of remarks) await session.note(words.at(nameOf(file, session), sayRemark(remark)));
  return true;
}
