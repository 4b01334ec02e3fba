import { decode, fromBase64 } from '../text/index.ts';
import { reportPattern } from './file-names.ts';
import { asked, type Guarded } from './guard.ts';
import type { FileSystem, LocalFiles } from './platform.ts';
import {
  FIND_FILES,
  READ_FILE,
  type FileContent,
  type FindFilesParams,
  type FoundFiles,
  type ReadFileParams,
} from './protocol.ts';

/** The files that a session can read: the machine's, and through the client all others, if it offers that. */
export function filesOf(session: Guarded, local: LocalFiles | undefined, clientReads: () => boolean): FileSystem {
  const remote = throughClient(session);
  const of = (uri: string): FileSystem => (local?.has(uri) ? local : clientReads() ? remote : nothing);
  return {
    reportsIn: folder => of(folder).reportsIn(folder),
    read: uri => of(uri).read(uri),
  };
}

const nothing: FileSystem = {
  reportsIn: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
};

/** A client that answers nonsense is one that refuses. */
function throughClient(session: Guarded): FileSystem {
  const { connection } = session;
  return {
    async reportsIn(folder) {
      const params: FindFilesParams = { folder, pattern: reportPattern };
      const answer = connection.sendRequest<FoundFiles>(FIND_FILES, params);
      return (
        (await asked(
          session,
          answer.then(found => [...found].sort()),
        )) ?? []
      );
    },
    read(uri) {
      const params: ReadFileParams = { uri };
      return asked(session, connection.sendRequest<FileContent>(READ_FILE, params).then(textOf));
    },
  };
}

function textOf(content: FileContent): string | undefined {
  if (content === null) return undefined;
  const decoded = decode(fromBase64(content));
  return decoded.ok ? decoded.text : undefined;
}
