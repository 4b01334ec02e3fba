import type { ApplyWorkspaceEditResult, ExecuteCommandParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { findingsOfTable, MEND_TABLE, mendsOf, newReport, textOfSnapshot, type Finding } from '../service/index.ts';
import { refusal, type CancellationToken } from './connection.ts';
import type { OpenDocument } from './documents.ts';
import { asked } from './guard.ts';
import { APPLY_EDIT } from './command-names.ts';
import { eachInTurn } from './progress.ts';
import type { Session } from './session.ts';

/** Carries out a command. One that is not known, or that lacks what it needs, is an error in the user's words. */
export async function execute(
  session: Session,
  { command, arguments: list }: ExecuteCommandParams,
  token: CancellationToken,
): Promise<unknown> {
  // Some clients say null for what is not there.
  const given = list ?? [];
  switch (command) {
    case 'nianbao.mendAll':
      return mend(session, documentOf(session, given[0]), findings => findings);
    case MEND_TABLE: {
      const document = documentOf(session, given[0]);
      const line: unknown = given[1];
      if (typeof line !== 'number') throw refusal(session.say('请指明是哪张表', 'Say which table'));
      return mend(session, document, findings => findingsOfTable(document.snapshot, findings, line));
    }
    case APPLY_EDIT:
      return applyTo(session, documentOf(session, given[0]), given[1], given[2]);
    case 'nianbao.checkWorkspace':
      return checkWorkspace(session, token);
    case 'nianbao.newReport':
      return begin(session, given[0]);
    default:
      throw refusal(session.say(`没有“${command}”这个命令`, `There is no command “${command}”`));
  }
}

function documentOf(session: Session, uri: unknown): OpenDocument {
  const document = typeof uri === 'string' ? session.documentAt(uri) : undefined;
  if (!document) throw refusal(session.say('这个文件没有打开', 'The file is not open'));
  return document;
}

/** Makes the certain mends of the findings chosen, as one edit that the editor can undo at once. */
type Choose = (findings: readonly Finding[]) => readonly Finding[];

async function mend(session: Session, document: OpenDocument, choose: Choose): Promise<number> {
  const { uri, snapshot } = document;
  const { edits, count } = mendsOf(choose(session.findingsOf(snapshot)));
  if (count === 0) return 0;
  const changes: TextEdit[] = session.outgoing(
    edits.map(({ range, text }) => ({ range, newText: text })),
    uri,
  );
  const edit = session.client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: snapshot.version }, edits: changes }] }
    : { changes: { [uri]: changes } };
  return (await apply(session, edit)) ? count : 0;
}

/** An edit that was offered before, if the text is still the one that it was offered for. */
async function applyTo(
  session: Session,
  { snapshot }: OpenDocument,
  version: unknown,
  edit: unknown,
): Promise<boolean> {
  if (typeof edit !== 'object' || edit === null) throw refusal(session.say('请给出要做的改动', 'Say which edit'));
  if (version === snapshot.version) return apply(session, edit);
  throw refusal(session.say('文本已经改过，请重新选择', 'The text has changed since: please choose again'));
}

/** Has the client make an edit; says whether it did. */
async function apply(session: Session, edit: WorkspaceEdit): Promise<boolean> {
  if (!session.client.appliesEdits) throw refusal(session.say('编辑器不接受改动', 'The editor takes no edits'));
  const answer = await asked(
    session,
    session.connection.sendRequest<ApplyWorkspaceEditResult>('workspace/applyEdit', { edit }),
  );
  return answer?.applied ?? false;
}

/** Checks every report of the workspace, with progress; says how many findings there are of each weight. */
async function checkWorkspace(session: Session, token: CancellationToken): Promise<Record<string, number>> {
  const counts = { files: 0, error: 0, warning: 0, information: 0 };
  const add = (findings: readonly Finding[]): void => {
    counts.files++;
    for (const { severity } of findings) counts[severity]++;
  };
  await session.indexed(token);
  for (const { snapshot } of session.documents.all()) {
    add(session.findingsOf(snapshot));
  }
  await eachInTurn(
    session,
    session.index.closed,
    async uri => {
      const checked = await session.index.check(uri, () => session.turn(token));
      if (checked) add(checked.findings);
    },
    token,
  );
  return counts;
}

/** The text of a report that is begun, for the editor to show. */
async function begin(session: Session, given: unknown): Promise<{ text: string; notes: string[] }> {
  const { organ, year, edition, from } = (given ?? {}) as Record<string, unknown>;
  if (!isName(organ) || !isYear(year)) {
    throw refusal(session.say('请给出机关名称和年度', 'Organ and year are needed'));
  }
  const text = typeof from === 'string' ? await textAt(session, from) : undefined;
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

/** A name that stays in its line. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value.trim());

const isYear = (value: unknown): value is number => Number.isInteger(value) && /^\d{4}$/.test(String(value));

/** A report's text, as it is open in the editor or else in its file. */
async function textAt(session: Session, uri: string): Promise<string | undefined> {
  const document = session.documentAt(uri);
  return document ? textOfSnapshot(document.snapshot) : session.files.read(uri);
}
