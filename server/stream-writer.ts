import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';

/**
 * Writes each message in one piece. The library's own writer sends the header by itself; on a pipe that is one more call
 * of the system, which wakes the client to read half of a message, and takes longer than most answers.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #faults = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const piece = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.#stream.write(piece, error => {
        if (!error) resolve();
        else {
          this.fireError(error, message, ++this.#faults);
          reject(error);
        }
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
