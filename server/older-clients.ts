import type {
  CodeAction,
  Command,
  CompletionItem,
  DocumentSymbol,
  Location,
  LocationLink,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../service/index.ts';
import type { Client } from './capabilities.ts';
import { APPLY_EDIT } from './command-names.ts';

/**
 * Code actions for a client that knows only commands. Without a kind to sort them by, it gets those only that change
 * something; and none where it could not have the change made either.
 */
export function actionsFor(
  client: Client,
  { uri, version }: Snapshot,
  actions: readonly CodeAction[],
): (CodeAction | Command)[] {
  if (client.actionLiterals) return [...actions];
  if (!client.appliesEdits) return [];
  return actions.flatMap(({ title, edit }) =>
    edit ? [{ title, command: APPLY_EDIT, arguments: [uri, version, edit] } satisfies Command] : [],
  );
}

/** An edit as the client takes it: one that knows no versions of documents is given the edits by address. */
export function editFor(client: Client, edit: WorkspaceEdit): WorkspaceEdit {
  if (client.versionedEdits) return edit;
  const documents = (edit.documentChanges ?? []).flatMap(change => ('edits' in change ? [change] : []));
  return {
    changes: Object.fromEntries(documents.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])),
  };
}

/** A completion's words beside the label, for a client that shows none there: behind, where it shows the details. */
export function itemFor(client: Client, item: CompletionItem): CompletionItem {
  if (client.labelDetails || !item.labelDetails) return item;
  const { labelDetails, detail, ...rest } = item;
  const words = [detail, labelDetails.description].filter(one => one !== undefined);
  return { ...rest, detail: words.join('  ') };
}

/** The outline as a list, for a client that knows no tree of symbols. */
export function symbolsFor(
  client: Client,
  symbols: readonly DocumentSymbol[],
  uri: string,
): DocumentSymbol[] | SymbolInformation[] {
  if (client.hierarchicalSymbols) return [...symbols];
  return flat(symbols, uri);
}

const [FIELD, ARRAY] = [8, 18] as const;

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      // The oldest clients know the kinds up to Array.
      kind: kind > ARRAY ? FIELD : kind,
      location: { uri, range },
      ...(containerName !== undefined && { containerName }),
    },
    ...flat(children, uri, name),
  ]);
}

/** Where something is defined, for a client that is told no more than the place. */
export function definitionFor(client: Client, links: LocationLink[]): LocationLink[] | Location[] {
  if (client.definitionLinks) return links;
  return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
}

/** A row's columns by their names, for a client that finds them in the label by itself. */
export function signatureFor(client: Client, help: SignatureHelp): SignatureHelp {
  if (client.labelOffsets) return help;
  const signatures = help.signatures.map(({ label, parameters = [], ...rest }) => ({
    label,
    ...rest,
    parameters: parameters.map(parameter => ({ ...parameter, label: wordsOf(parameter.label, label) })),
  }));
  return { ...help, signatures };
}

const wordsOf = (place: string | [number, number], label: string): string =>
  typeof place === 'string' ? place : label.slice(...place);
