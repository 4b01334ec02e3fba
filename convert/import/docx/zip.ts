import { Inflate } from 'fflate';
import { ImportError } from '../errors.ts';

/** What is let through of an archive. A report with a dozen pictures has a hundred parts and a few megabytes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** The unpacked size of one part, and of all that are read. */
  readonly part: number;
  readonly total: number;
  /** How many times larger than its packed size a part may be, once it is larger than `free`. */
  readonly ratio: number;
  readonly free: number;
}

const MEGABYTE = 1_048_576;

const LIMITS: ArchiveLimits = {
  entries: 4096,
  part: 64 * MEGABYTE,
  total: 128 * MEGABYTE,
  ratio: 250,
  free: MEGABYTE,
};

interface Entry {
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
}

/** The parts of a zip archive, unpacked one at a time and only when asked for. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: ArchiveLimits;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  constructor(bytes: Uint8Array, limits: ArchiveLimits = LIMITS) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#entries = this.#readDirectory();
  }

  /** The names of all parts. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A part's bytes; nothing where there is no such part. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const packed = this.#packedBytes(entry);
    if (entry.method === STORED) return this.#count(packed);
    if (entry.method !== DEFLATED) throw new ImportError('damaged');
    return this.#inflate(packed);
  }

  #inflate(packed: Uint8Array): Uint8Array {
    const { ratio, free } = this.#limits;
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate(chunk => {
      size += chunk.length;
      if (size > free && size > packed.length * ratio) throw new ImportError('too-large');
      if (size > this.#limits.part) throw new ImportError('too-large');
      chunks.push(this.#count(chunk));
    });
    try {
      // A piece at a time: how large the whole becomes is not known before, and what the archive says of it may be a lie.
      for (let at = 0; at < packed.length; at += PIECE) {
        inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      }
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new ImportError('damaged');
    }
    return joined(chunks, size);
  }

  #count(chunk: Uint8Array): Uint8Array {
    this.#unpacked += chunk.length;
    if (chunk.length > this.#limits.part || this.#unpacked > this.#limits.total) throw new ImportError('too-large');
    return chunk;
  }

  #packedBytes({ offset, packed }: Entry): Uint8Array {
    if (this.#number(offset, 4) !== LOCAL) throw new ImportError('damaged');
    const start = offset + 30 + this.#number(offset + 26, 2) + this.#number(offset + 28, 2);
    if (start + packed > this.#bytes.length) throw new ImportError('damaged');
    return this.#bytes.subarray(start, start + packed);
  }

  #readDirectory(): ReadonlyMap<string, Entry> {
    const end = this.#findEnd();
    const count = this.#number(end + 10, 2);
    let at = this.#number(end + 16, 4);
    if (count > this.#limits.entries) throw new ImportError('too-large');
    const entries = new Map<string, Entry>();
    for (let i = 0; i < count; i++) {
      if (this.#number(at, 4) !== CENTRAL) throw new ImportError('damaged');
      if ((this.#number(at + 8, 2) & ENCRYPTED) !== 0) throw new ImportError('encrypted');
      const [name, extra, comment] = [28, 30, 32].map(field => this.#number(at + field, 2));
      const end = at + 46 + (name ?? 0);
      if (end > this.#bytes.length) throw new ImportError('damaged');
      const text = new TextDecoder().decode(this.#bytes.subarray(at + 46, end));
      // Two parts of one name could mean one thing to us and another to the program that made them.
      if (entries.has(text)) throw new ImportError('damaged');
      entries.set(text, {
        method: this.#number(at + 10, 2),
        packed: this.#number(at + 20, 4),
        offset: this.#number(at + 42, 4),
      });
      at = end + (extra ?? 0) + (comment ?? 0);
    }
    return entries;
  }

  /** The record at the end of the archive, behind which only a comment may stand. */
  #findEnd(): number {
    const last = this.#bytes.length - 22;
    for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
      if (this.#number(at, 4) === END) return at;
    }
    throw new ImportError('damaged');
  }

  #number(at: number, size: 2 | 4): number {
    if (at + size > this.#bytes.length) throw new ImportError('damaged');
    return size === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }
}

const [STORED, DEFLATED] = [0, 8];
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const ENCRYPTED = 1;
const PIECE = 16_384;

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
