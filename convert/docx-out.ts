import type { Report } from '../model/index.ts';

/**
 * The report as a Word document, set as official documents are (GB/T 9704), with the tables in the official layout. The
 * writer is loaded when it is first needed, so that who only checks does not pay for it.
 */
export async function toDocx(report: Report): Promise<Uint8Array> {
  const { packDocument } = await import('./docx-out/package.ts');
  return packDocument(report);
}
