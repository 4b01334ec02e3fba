import { commands, l10n, Range, Selection, window, type Disposable, type TextEdit, type TextEditor } from 'vscode';
import { DocumentOnTypeFormattingRequest, type DocumentOnTypeFormattingParams } from 'vscode-languageclient';
import { MISSING_ROW, type InsertedRow } from '../server/index.ts';
import { LANGUAGE, type Host } from './host.ts';
import { cellAt, isRow, nextValue, previousValue, sameColumnBelow, type Lines, type Step } from './row-steps.ts';

/** The keys that go from cell to cell while the cursor is in a row of a table. */
export function registerTableKeys(host: Host): void {
  host.context.subscriptions.push(
    stepCommand(host, 'nianbao.nextCell', nextValue),
    stepCommand(host, 'nianbao.previousCell', previousValue),
    stepCommand(host, 'nianbao.nextRowSameColumn', sameColumnBelow, editor => breakLine(host, editor)),
    commands.registerTextEditorCommand('nianbao.insertMissingRow', editor => {
      settled(host, insertMissingRow(host, editor));
    }),
    ...rowContext(),
  );
}

/** A command that goes where a step leads; `otherwise` is what it does where there is no such place. */
function stepCommand(
  host: Host,
  name: string,
  stepFrom: (lines: Lines, line: number, column: number) => Step | undefined,
  otherwise?: (editor: TextEditor) => Promise<void>,
): Disposable {
  return commands.registerTextEditorCommand(name, editor => {
    const { active } = editor.selection;
    const step = stepFrom(editor.document, active.line, active.character);
    if (!step) {
      if (otherwise) settled(host, otherwise(editor));
      return;
    }
    go(editor, step);
    if (step.line !== active.line) settled(host, alignTable(host, editor, active.line, step.line));
  });
}

/** What goes wrong behind a key is for the log: the next key is pressed already. */
function settled({ log }: Host, work: Promise<void>): void {
  work.catch((error: unknown) => log.error(String(error)));
}

/**
 * Aligns the table of the row that was left, the row in hand excepted: what is selected there must stay so. Whatever is
 * typed meanwhile comes first; then the table is aligned when the next row is left.
 */
async function alignTable({ client }: Host, editor: TextEditor, left: number, inHand?: number): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const params: DocumentOnTypeFormattingParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: { line: left, character: 0 },
    ch: '|',
    options: { tabSize: 2, insertSpaces: true },
  };
  const found = await client.sendRequest(DocumentOnTypeFormattingRequest.type, params);
  const edits = (await client.protocol2CodeConverter.asTextEdits(found)) ?? [];
  if (document.version !== version) return;
  await change(
    editor,
    edits.filter(({ range }) => range.start.line !== inHand),
    joined,
  );
}

/** Without an undo stop around it, a change is undone together with what was typed before. */
const joined = { undoStopBefore: false, undoStopAfter: false };

/** An ordinary new line; below the row, where the cursor is in a cell: a line break would cut the row in two. */
async function breakLine(host: Host, editor: TextEditor): Promise<void> {
  const { line, character } = editor.selection.active;
  if (cellAt(editor.document.lineAt(line).text, character) < 0) {
    await commands.executeCommand('type', { text: '\n' });
    return;
  }
  await commands.executeCommand('editor.action.insertLineAfter');
  await alignTable(host, editor, line);
}

async function insertMissingRow({ client }: Host, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const found = await client.sendRequest<InsertedRow | null>(MISSING_ROW, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.active),
  });
  if (document.version !== version) return;
  if (!found) {
    window.setStatusBarMessage(l10n.t('No row is missing in this table'), 4000);
    return;
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...found.edits]);
  if (await change(editor, edits)) go(editor, nextValue(document, found.line, 0));
}

async function change(editor: TextEditor, edits: readonly TextEdit[], options?: typeof joined): Promise<boolean> {
  if (edits.length === 0) return true;
  return editor.edit(builder => {
    for (const { range, newText } of edits) builder.replace(range, newText);
  }, options);
}

function go(editor: TextEditor, step: Step | undefined): void {
  if (!step) return;
  const range = new Range(step.line, step.start, step.line, step.end);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

/** Keeps `nianbao.inRow` true while the cursor is in a row: read off the line, so that it costs no question. */
function rowContext(): Disposable[] {
  let known: boolean | undefined;
  const update = (editor: TextEditor | undefined): void => {
    if (editor !== window.activeTextEditor) return;
    const inRow =
      editor?.document.languageId === LANGUAGE && isRow(editor.document.lineAt(editor.selection.active.line).text);
    if (inRow === known) return;
    known = inRow;
    void commands.executeCommand('setContext', 'nianbao.inRow', inRow);
  };
  update(window.activeTextEditor);
  return [
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => update(textEditor)),
  ];
}
