import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Campaign } from '../campaign.ts';

/** What `npm run mutants` is asked: a few faults of every room, of which all rooms are judged together; then rooms. */
const samples: readonly (readonly string[])[] = [
  ['--count', '4'],
  ...['text', 'grammar', 'model', 'rules', 'convert'].map(room => ['--count', '150', '--only', `${room}/`]),
];

export const seededFaults: Campaign = {
  name: 'seeded-faults',
  promise:
    'Nine in ten faults that are put into the code, one at a time, are noticed by its tests: of four in each room that reads, checks or converts, judged together; with `--deep` of 150 in each, judged by room',
  unit: 'sample(s) of seeded faults',
  seeds: { short: 0, normal: 1, deep: samples.length },
  patience: 1800,
  attempt: seed =>
    new Promise((resolve, reject) => {
      const argv = ['--import', 'tsx', 'scripts/mutants.ts', ...samples[seed]!];
      execFile(process.execPath, argv, { cwd: root, timeout: 1_700_000 }, (error, told, complaint) => {
        if (!error) resolve();
        else reject(new assert.AssertionError({ message: told + complaint }));
      });
    }),
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
