import { IMPORT, PREVIEW } from '../../server/index.ts';
import type { TextLines } from '../../text/index.ts';
import { ErrorReply, type TestClient } from '../kit/index.ts';
import { importFaults } from './foreign.ts';
import { assertSound } from './soundness.ts';

/** The reply, which is no internal error, and all of whose places lie in the texts that the client has; or what is refused. */
export async function answered(
  client: TestClient,
  method: string,
  params: unknown,
  texts: ReadonlyMap<string, TextLines>,
): Promise<unknown> {
  try {
    const result = await client.request(method, params);
    const { textDocument, uri = textDocument?.uri ?? '' } = params as { textDocument?: { uri: string }; uri?: string };
    if (method !== PREVIEW && method !== IMPORT) assertSound(method, result, uri, at => texts.get(at));
    return result;
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error;
    if (!REFUSALS.test(error.message) && !importFaults.includes(error.message)) throw error;
    return error.message;
  }
}

/** What the user is told where something cannot be done. */
const REFUSALS =
  /没有打开|不接受改动|读不到|请指明|只有机关名称|机关名称不能|标题|没有这种导出格式|已经改过|要做的改动|is no base64/;
