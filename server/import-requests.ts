import { refusal } from './connection.ts';
import { importReport, ImportError, inLocale, MOST_BYTES, sayPlace, type ImportedReport } from '../service/index.ts';
import { fromBase64 } from '../text/index.ts';
import { guarded } from './guard.ts';
import { IMPORT, type Imported, type ImportParams } from './protocol.ts';
import type { Session } from './session.ts';

/** Ties the import of foreign files to the service: in a worker of its own where there is one to be had. */
export function registerImportRequest(session: Session): void {
  const work = session.platform.importReport ?? (job => importReport(job));
  session.connection.onRequest(
    IMPORT,
    guarded(session, IMPORT, async (params: ImportParams): Promise<Imported> => {
      try {
        return worded(await work(inputOf(params), session.script), session);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        throw refusal(inLocale(error.text, session.editor.locale));
      }
    }),
  );
}

/** Some clients say null for what is not there. */
function inputOf({ text, base64 }: Partial<Record<'text' | 'base64', string | null>>): string | Uint8Array {
  if (typeof text === 'string') return text;
  if (typeof base64 !== 'string') throw refusal('params.base64 is no string');
  // Four characters are three bytes. What is refused for its size is not read first.
  if ((base64.length / 4) * 3 > MOST_BYTES + 3) throw new ImportError('too-large');
  try {
    return fromBase64(base64);
  } catch {
    throw refusal('params.base64 is no base64');
  }
}

const worded = ({ format, text, remarks }: ImportedReport, { editor: { locale } }: Session): Imported => ({
  format,
  text,
  remarks: remarks.map(({ message, place, ...remark }) => ({
    ...remark,
    place: inLocale(sayPlace(place), locale),
    message: inLocale(message, locale),
  })),
});
