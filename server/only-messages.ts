import { ErrorCodes, Message, type MessageReader, type MessageWriter, type NotificationMessage } from 'vscode-jsonrpc';

/**
 * A reader that hands on nothing but messages, and the writer of the answers to them. What is no JSON or no message is
 * answered as JSON-RPC has it, where the library would drop it in silence and leave the client waiting; so is a request
 * under the number of one that has no answer yet, which would take that one's place. Where a message ends is lost with
 * its header: nothing behind a broken one can be read any more, which `broken` is told.
 */
export function onlyMessages(
  reader: MessageReader,
  writer: MessageWriter,
  broken: (why: string) => void,
): [MessageReader, MessageWriter] {
  const unanswered = new Set<string>();
  const refuse = (code: number, message: string, id: unknown = null): void => {
    writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message).catch(() => undefined);
  };
  reader.onError(error => {
    if (error instanceof SyntaxError) refuse(ErrorCodes.ParseError, error.message);
    else broken(error.message);
  });
  const listen: MessageReader['listen'] = hear =>
    reader.listen(message => {
      if (!isMessage(message)) refuse(ErrorCodes.InvalidRequest, 'this is no request', idOf(message));
      else if (!Message.isRequest(message)) {
        // The library takes for granted that a request is named, and would end over one that is not.
        if (!isCancel(message) || idOf(message.params) !== null) hear(message);
      }
      // The library knows 1 and "1" by one name.
      else if (unanswered.has(String(message.id))) {
        refuse(ErrorCodes.InvalidRequest, `request ${String(message.id)} has no answer yet`, message.id);
      } else {
        unanswered.add(String(message.id));
        hear(message);
      }
    });
  const write: MessageWriter['write'] = message => {
    if (Message.isResponse(message)) unanswered.delete(String(message.id));
    return writer.write(message);
  };
  return [withOwn(reader, { listen }), withOwn(writer, { write })];
}

/** The same object with some methods of its own. */
const withOwn = <T extends object>(object: T, own: Partial<T>): T => Object.assign(Object.create(object) as T, own);

const isMessage = (value: unknown): boolean =>
  isObject(value) &&
  (Message.isRequest(value as Message) ||
    Message.isNotification(value as Message) ||
    Message.isResponse(value as Message));

const isCancel = (message: Message): message is NotificationMessage =>
  Message.isNotification(message) && message.method === '$/cancelRequest';

function idOf(value: unknown): unknown {
  const id = isObject(value) && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
