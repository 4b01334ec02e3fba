import { packDocument } from '../../convert/docx-out/package.ts';
import { toHtml, toJson } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';
import { faultWords, MOST_BYTES, type Clipboard } from '../../service/index.ts';
import { toBase64 } from '../../text/index.ts';
import { makeReport, mutate, pick, wordCell, wordFile, wordTable, type Random } from '../kit/index.ts';

/** What the user is told of files that cannot be imported, in Chinese. */
export const importFaults: readonly string[] = Object.values(faultWords).map(({ zh }) => zh);

/** What a client may send to be imported: files as they come, broken ones, and what is no file at all. */
export const foreignFile = (random: Random): unknown =>
  random(60) === 0 ? { base64: 'A'.repeat(Math.ceil((MOST_BYTES + 1) / 3) * 4) } : pick(random, kinds)(random);

/** What a clipboard holds when it is pasted into a table. */
export const clipboard = (random: Random): Clipboard => ({
  text: pick(random, ['', '12', '行政许可\t3\n行政处罚\t5', '\t'.repeat(random(5000)), noise(random).join('\n')]),
  ...(random(2) === 0 && { html: pick(random, [page(random), '<table><tr><td>', '<b>'.repeat(2000)]) }),
});

const kinds: readonly ((random: Random) => unknown)[] = [
  random => inBase64(document(random)),
  random => inBase64(hit(document(random), random)),
  random => inBase64(document(random).subarray(0, random(2000))),
  random => inBase64(wordFile(wordTable(...noise(random).map(text => [wordCell(String(text)), wordCell('')])))),
  random => inBase64(Uint8Array.from(noise(random))),
  random => inBase64(Buffer.from(words(random))),
  random => inBase64(Buffer.from(words(random), 'utf16le')),
  random => ({ text: page(random) }),
  random => ({ text: words(random), base64: null }),
  random => ({ text: JSON.stringify(toJson(report(random))) }),
  random => ({ base64: words(random) }),
  () => ({ base64: '' }),
];

const inBase64 = (bytes: Uint8Array): { base64: string } => ({ base64: toBase64(bytes) });

const report = (random: Random): ReturnType<typeof readReport> => readReport(makeReport(random(1000)).text);

const document = (random: Random): Uint8Array => packDocument(report(random));

const page = (random: Random): string => mutate(toHtml(report(random)), '<table>', random);

const words = (random: Random): string => mutate(makeReport(random(1000)).text, makeReport(random(1000)).text, random);

const noise = (random: Random): number[] => Array.from({ length: random(300) }, () => random(256));

/** Some bytes changed, wherever they are. */
function hit(bytes: Uint8Array, random: Random): Uint8Array {
  for (let times = 1 + random(5); times > 0; times--) bytes[random(bytes.length)] = random(256);
  return bytes;
}
