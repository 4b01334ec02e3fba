import { Uri } from 'vscode';

/** The last part of an address's path. */
export const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder that an address stands in. */
export const folderOf = (uri: Uri): Uri => Uri.joinPath(uri, '..');

/** The same name with another ending. */
export const withEnding = (uri: Uri, ending: string): Uri =>
  Uri.joinPath(folderOf(uri), `${nameOf(uri).replace(/\.[^.]*$/, '')}.${ending}`);
