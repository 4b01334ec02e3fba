import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Where a piece lies behind the list of all, and what its bytes add up to. */
interface Place {
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

/** The sum and the length of the list, which stands behind them. */
const HEAD = 8;

/** A file of named pieces. Each is read when it is asked for and held by nobody: together they are two megabytes. */
export class Pieces {
  readonly #file: number;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #start: number;

  private constructor(file: number, places: ReadonlyMap<string, Place>, start: number) {
    this.#file = file;
    this.#places = places;
    this.#start = start;
  }

  /** The file as bytes. */
  static toBytes(pieces: ReadonlyMap<string, Buffer>): Buffer {
    let at = 0;
    const places = [...pieces].map(([name, bytes]): [string, Place] => {
      const place = { at, length: bytes.length, sum: crc32(bytes) };
      at += bytes.length;
      return [name, place];
    });
    const list = Buffer.from(JSON.stringify(places));
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(crc32(list), 0);
    head.writeUInt32LE(list.length, 4);
    return Buffer.concat([head, list, ...pieces.values()]);
  }

  /** Nothing where there is no such file, or one that is not whole, or that others may have written to. */
  static open(path: string): Pieces | undefined {
    let file: number | undefined;
    let pieces: Pieces | undefined;
    try {
      file = openSync(path, 'r');
      return (pieces = Pieces.#read(file));
    } catch {
      return undefined;
    } finally {
      if (file !== undefined && !pieces) closeSync(file);
    }
  }

  static #read(file: number): Pieces | undefined {
    const { uid, mode, size } = fstatSync(file);
    const mine = process.getuid?.();
    if (mine !== undefined && (uid !== mine || (mode & 0o022) !== 0)) return undefined;
    const head = bytesAt(file, 0, HEAD);
    const length = head.readUInt32LE(4);
    if (length > size) return undefined;
    const list = bytesAt(file, HEAD, length);
    if (crc32(list) !== head.readUInt32LE(0)) return undefined;
    return new Pieces(file, new Map(JSON.parse(list.toString()) as [string, Place][]), HEAD + length);
  }

  /** The names of all pieces. */
  get names(): Iterable<string> {
    return this.#places.keys();
  }

  /** The piece as it was kept; nothing where a byte of it is another, or it cannot be read. */
  read(name: string): Buffer | undefined {
    const place = this.#places.get(name);
    if (!place) return undefined;
    try {
      const bytes = bytesAt(this.#file, this.#start + place.at, place.length);
      return crc32(bytes) === place.sum ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  /** Nothing is read any more. */
  close(): void {
    closeSync(this.#file);
  }
}

/** V8 would copy code that does not begin at an address of its liking, as a piece of a greater buffer may. */
function bytesAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
}
