import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES,
  READ_FILE,
  type FileContent,
  type FindFilesParams,
  type FoundFiles,
  type ReadFileParams,
} from '../server/index.ts';
import { toBase64 } from '../text/index.ts';

/** Reads for the server what it cannot read itself: everything in a browser, and what is not on the disk elsewhere. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FIND_FILES, async ({ folder, pattern }: FindFilesParams): Promise<FoundFiles> => {
    const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), pattern));
    return found.map(uri => uri.toString());
  });
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<FileContent> => {
    try {
      return toBase64(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      // There is no such file, or it is closed to us: the same to the server.
      return null;
    }
  });
}
