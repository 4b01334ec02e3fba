import assert from 'node:assert/strict';
import { Documents } from '../../../server/documents.ts';
import { checkSnapshot } from '../../../service/index.ts';
import { makeReport, pick, seeded } from '../../kit/index.ts';
import { right } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const EDITS = 10_000;
const DOCUMENTS = 1_000;
const MEGABYTE = 1 << 20;
const URI = 'file:///r.nianbao';

/** What the heap may have grown by, as a part of what it was. */
const MOST_GROWN = 0.1;

const trials: readonly (() => void)[] = [
  function edit() {
    const documents = new Documents();
    // A report of a megabyte has no more sections and tables than another: it is its prose that is long.
    const paragraph = '　　全年新收政府信息公开申请{本年新收}件，按期**全部答复**。\n';
    const text = right.replace(/^（一）.*\n/m, heading => heading + paragraph.repeat(16_000));
    assert.ok(Buffer.byteLength(text) > MEGABYTE);
    const lines = text.split('\n').length;
    let snapshot = documents.open(URI, 0, text).snapshot;
    checkSnapshot(snapshot);
    const random = seeded(1);
    let before = 0;
    let last = 0;
    for (let version = 1; version <= EDITS; version++) {
      const line = random(lines);
      // Every second edit takes back the one before it, so that the text does not grow either.
      const at = { line: version % 2 === 1 ? line : last, character: 0 };
      const end = version % 2 === 1 ? at : { ...at, character: 1 };
      last = at.line;
      const fault = documents.change(URI, version, [
        { range: { start: at, end }, text: version % 2 === 1 ? pick(random, ['一', '|', '/', '{']) : '' },
      ]);
      assert.equal(fault, undefined);
      snapshot = documents.get(URI)!.snapshot;
      checkSnapshot(snapshot);
      // What is remembered of what has been done fills up in the first tenth.
      if (version === EDITS / 10) before = heap();
    }
    limited(before, heap());
    documents.close(URI);
  },
  function openAndClose() {
    const documents = new Documents();
    let before = 0;
    for (let number = 1; number <= DOCUMENTS; number++) {
      const uri = `file:///${number}.nianbao`;
      checkSnapshot(documents.open(uri, 0, makeReport(number).text).snapshot);
      documents.close(uri);
      if (number === DOCUMENTS / 10) before = heap();
    }
    limited(before, heap());
    assert.deepEqual([...documents.all()], []);
  },
];

export const endurance: Campaign = {
  name: 'endurance',
  promise: `After ${EDITS.toLocaleString('en')} edits of 1 MB, and after ${DOCUMENTS.toLocaleString('en')} reports opened and closed, the heap is at most a tenth larger`,
  unit: 'long runs',
  seeds: { short: 0, normal: trials.length, deep: trials.length },
  patience: 550,
  attempt: seed => trials[seed]!(),
};

function heap(): number {
  assert.ok(globalThis.gc, 'run with --expose-gc, as npm run fuzz does');
  for (let times = 0; times < 3; times++) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function limited(before: number, after: number): void {
  const told = [before, after].map(bytes => (bytes / MEGABYTE).toFixed(1)).join(' → ');
  assert.ok(after <= before * (1 + MOST_GROWN), `the heap grew: ${told} MB`);
}
