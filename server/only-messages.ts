import { ErrorCodes, Message, type MessageReader, type MessageWriter } from 'vscode-jsonrpc';

/**
 * A reader that hands on nothing but messages. What is no JSON or no message is answered as JSON-RPC has it, where the
 * library would drop it in silence and leave the client waiting. Where a message ends is lost with its header: nothing
 * behind a broken one can be read any more, which `broken` is told.
 */
export function onlyMessages(
  reader: MessageReader,
  writer: MessageWriter,
  broken: (why: string) => void,
): MessageReader {
  const refuse = (code: number, message: string, id: unknown = null): void => {
    writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message).catch(() => undefined);
  };
  reader.onError(error => {
    if (error instanceof SyntaxError) refuse(ErrorCodes.ParseError, error.message);
    else broken(error.message);
  });
  const listen: MessageReader['listen'] = hear =>
    reader.listen(message => {
      if (isMessage(message)) hear(message);
      else refuse(ErrorCodes.InvalidRequest, 'this is no request', idOf(message));
    });
  return Object.create(reader, { listen: { value: listen } }) as MessageReader;
}

const isMessage = (value: unknown): boolean =>
  isObject(value) &&
  (Message.isRequest(value as Message) ||
    Message.isNotification(value as Message) ||
    Message.isResponse(value as Message));

function idOf(value: unknown): unknown {
  const id = isObject(value) && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
