import { Buffer } from 'node:buffer';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;

/**
 * The same picture to the eye in less than half the bytes: with fewer shades, and without the filters over the lines of
 * points, which pay for photographs and not for text.
 *
 * @param {Buffer} png eight bits a channel, not interlaced, as browsers write them
 */
export function shrink(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height, color] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  const step = color === 6 ? 4 : 3;
  const lines = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  unfilter(lines, width * step, height, step);
  // Sixteen shades a colour are enough for letters.
  for (let at = 0; at < lines.length; at++) lines[at] = Math.round(lines[at] / 17) * 17;
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    ...[
      { type: 'IHDR', data: header },
      { type: 'IDAT', data },
      { type: 'IEND', data: Buffer.alloc(0) },
    ].map(chunk),
  ]);
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** @param {{ type: string, data: Buffer }} chunk */
function chunk({ type, data }) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/**
 * Turns every line back into its points, in place. A line begins with the number of its filter.
 *
 * @param {Buffer} lines
 * @param {number} width in bytes
 * @param {number} height
 * @param {number} step the bytes of a point
 */
function unfilter(lines, width, height, step) {
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1) + 1;
    const filter = lines[start - 1];
    lines[start - 1] = 0;
    for (let x = 0; x < width; x++) {
      const left = x < step ? 0 : lines[start + x - step];
      const above = y === 0 ? 0 : lines[start + x - width - 1];
      const corner = x < step || y === 0 ? 0 : lines[start + x - width - 1 - step];
      lines[start + x] += [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
    }
  }
}

/** The neighbour that is nearest to what the three of them lead one to expect. */
function paeth(left, above, corner) {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
