/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file's text, or the reason why it has none. `mark` says that a byte-order mark was left off. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly mark: boolean }
  | { readonly ok: false; readonly reason: 'binary' | 'unknown-encoding' };

/**
 * Bytes as text: UTF-16 only by its mark, else UTF-8, else GB18030 (never plain GBK, which reads some bytes otherwise).
 * Bytes that none of them can read, and files with many NULs, are refused, not guessed.
 *
 * Where the surroundings read UTF-8 more quickly than the decoder of the web, they say how; nothing where it is none.
 */
export function decode(bytes: Uint8Array, utf8Of?: (bytes: Uint8Array) => string | undefined): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes.subarray(2), 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes.subarray(2), 'utf-16be', true);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = mark ? bytes.subarray(3) : bytes;
  const text = utf8Of?.(body);
  const utf8 =
    text === undefined ? read(body, 'utf-8', mark) : { ok: true as const, text, encoding: 'utf-8' as const, mark };
  if (utf8.ok) return isBinary(bytes) ? { ok: false, reason: 'binary' } : utf8;
  if (isBinary(bytes)) return { ok: false, reason: 'binary' };
  return read(bytes, 'gb18030', false);
}

function read(bytes: Uint8Array, encoding: Encoding, mark: boolean): Decoded {
  try {
    // ignoreBOM: our own look at the mark above is the only one, so that a second mark is kept as a character.
    return { ok: true, text: decoder(encoding).decode(bytes), encoding, mark };
  } catch {
    return { ok: false, reason: 'unknown-encoding' };
  }
}

// Node's types declare the constructor only, so that the name is no type of its own there.
type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<Encoding, Decoder>();

function decoder(encoding: Encoding): Decoder {
  let known = decoders.get(encoding);
  if (!known) decoders.set(encoding, (known = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })));
  return known;
}

// A NUL in a report is a slip and must be shown as one; a tenth of the beginning being control characters is no text.
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let strange = 0;
  for (const byte of head) if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) strange++;
  return strange * 10 > head.length;
}
