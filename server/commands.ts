import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type ExecuteCommandParams,
  type TextEdit,
} from 'vscode-languageserver';
import {
  checkSnapshot,
  findingsOfTable,
  MEND_TABLE,
  mendsOf,
  newReport,
  textOfSnapshot,
  type Finding,
} from '../service/index.ts';
import type { OpenDocument } from './documents.ts';
import { asked } from './guard.ts';
import type { Session } from './session.ts';

/** What a client may ask the server to do, by name. */
export const commands = ['nianbao.mendAll', MEND_TABLE, 'nianbao.checkWorkspace', 'nianbao.newReport'] as const;

/** Carries out a command. One that is not known, or that lacks what it needs, is an error in the user's words. */
export async function execute(
  session: Session,
  { command, arguments: given = [] }: ExecuteCommandParams,
  token: CancellationToken,
): Promise<unknown> {
  switch (command) {
    case 'nianbao.mendAll':
      return mend(session, documentOf(session, given[0]), findings => findings);
    case MEND_TABLE: {
      const document = documentOf(session, given[0]);
      const line: unknown = given[1];
      if (typeof line !== 'number') throw refusal(session.say('请指明是哪张表', 'Say which table'));
      return mend(session, document, findings => findingsOfTable(document.snapshot, findings, line));
    }
    case 'nianbao.checkWorkspace':
      return checkWorkspace(session, token);
    case 'nianbao.newReport':
      return begin(session, given[0]);
    default:
      throw refusal(session.say(`没有“${command}”这个命令`, `There is no command “${command}”`));
  }
}

const refusal = (message: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, message);

function documentOf(session: Session, uri: unknown): OpenDocument {
  const document = typeof uri === 'string' ? session.documentAt(uri) : undefined;
  if (!document) throw refusal(session.say('这个文件没有打开', 'The file is not open'));
  return document;
}

/** Makes the certain mends of the findings chosen, as one edit that the editor can undo at once. */
type Choose = (findings: readonly Finding[]) => readonly Finding[];

async function mend(session: Session, document: OpenDocument, choose: Choose): Promise<number> {
  const { uri, snapshot } = document;
  const { edits, count } = mendsOf(choose(checkSnapshot(snapshot, session.rules.of(uri))));
  if (count === 0) return 0;
  if (!session.client.appliesEdits) throw refusal(session.say('编辑器不接受改动', 'The editor takes no edits'));
  const changes: TextEdit[] = session.outgoing(
    edits.map(({ range, text }) => ({ range, newText: text })),
    uri,
  );
  const edit = session.client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: snapshot.version }, edits: changes }] }
    : { changes: { [uri]: changes } };
  const answer = await asked(session, session.connection.workspace.applyEdit(edit));
  return answer?.applied ? count : 0;
}

/** Checks every report of the workspace, with progress; says how many findings there are of each weight. */
async function checkWorkspace(session: Session, token: CancellationToken): Promise<Record<string, number>> {
  const counts = { files: 0, error: 0, warning: 0, information: 0 };
  const add = (findings: readonly Finding[]): void => {
    counts.files++;
    for (const { severity } of findings) counts[severity]++;
  };
  for (const { uri, snapshot } of session.documents.all()) add(checkSnapshot(snapshot, session.rules.of(uri)));
  const { closed } = session.index;
  const progress = session.client.progress
    ? await asked(session, session.connection.window.createWorkDoneProgress())
    : undefined;
  progress?.begin(session.say('检查工作区的报告', 'Checking the reports of the workspace'), 0, undefined, true);
  for (const [done, uri] of closed.entries()) {
    if (token.isCancellationRequested || progress?.token.isCancellationRequested) break;
    const checked = await session.index.check(uri);
    if (checked) add(checked.findings);
    progress?.report(Math.round((100 * done) / closed.length));
  }
  progress?.done();
  return counts;
}

/** The text of a report that is begun, for the editor to show. */
function begin(session: Session, given: unknown): { text: string; notes: string[] } {
  const { organ, year, edition, from } = (given ?? {}) as Record<string, unknown>;
  if (typeof organ !== 'string' || organ.trim() === '' || typeof year !== 'number') {
    throw refusal(session.say('请给出机关名称和年度', 'Organ and year are needed'));
  }
  const last = typeof from === 'string' ? session.documentAt(from) : undefined;
  const text = last
    ? textOfSnapshot(last.snapshot)
    : typeof from === 'string'
      ? session.platform.files?.readNow(from)
      : undefined;
  if (typeof from === 'string' && text === undefined) {
    throw refusal(session.say('上年的报告读不到', 'The old report cannot be read'));
  }
  const begun = newReport({
    organ: organ.trim(),
    year,
    ...(typeof edition === 'string' && { edition }),
    ...(text !== undefined && { from: text }),
  });
  return { text: begun.text, notes: begun.notes.map(note => session.say(note.zh, note.en)) };
}
