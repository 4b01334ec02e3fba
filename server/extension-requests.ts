import { refusal } from './connection.ts';
import {
  editions,
  exporters,
  preview,
  statusOf,
  type Edition,
  type ExportFormat,
  type Preview,
} from '../service/index.ts';
import { toBase64 } from '../text/index.ts';
import { guarded } from './guard.ts';
import {
  EDITIONS,
  EXPORT,
  KNOWN_REPORTS,
  PREVIEW,
  STATUS,
  type Exported,
  type ExportParams,
  type KnownReport,
  type ReportParams,
  type Status,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Ties the requests that only our own extension makes to the service's answers. */
export function registerExtensionRequests(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    STATUS,
    guarded(session, STATUS, ({ uri }: ReportParams): Status | null => {
      const document = session.documentAt(uri);
      return document ? statusOf(document.snapshot, session.findingsOf(document.snapshot)) : null;
    }),
  );
  connection.onRequest(
    PREVIEW,
    guarded(session, PREVIEW, ({ uri }: ReportParams): Preview | null => {
      const document = session.documentAt(uri);
      return document ? preview(document.snapshot, session.findingsOf(document.snapshot), session.editor.locale) : null;
    }),
  );
  connection.onRequest(
    KNOWN_REPORTS,
    guarded(session, KNOWN_REPORTS, (): KnownReport[] => Array.from(session.index.reports(), knownReport)),
  );
  connection.onRequest(
    EDITIONS,
    guarded(session, EDITIONS, (): readonly Edition[] => editions()),
  );
  connection.onRequest(
    EXPORT,
    guarded(session, EXPORT, async ({ uri, to }: ExportParams): Promise<Exported> => {
      const document = session.documentAt(uri);
      if (!document) throw refusal(session.say('这个文件没有打开', 'The file is not open'));
      if (!isFormat(to)) throw refusal(session.say('没有这种导出格式', 'There is no such export'));
      const made = await exporters[to](document.snapshot.report);
      return typeof made === 'string' ? { text: made } : { base64: toBase64(made) };
    }),
  );
}

/** What is not known is not there at all: a message to a worker would keep that it is undefined, one of JSON would not. */
const knownReport = ({ uri, organ, year }: KnownReport): KnownReport => ({
  uri,
  ...(organ !== undefined && { organ }),
  ...(year !== undefined && { year }),
});

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(exporters, name);
