import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { MAX_LINE } from '../../../grammar/index.ts';
import { rooms } from '../../../scripts/rooms.mjs';
import { expressionsIn, expressionsOfEditors, expressionsOfLexer, type Expression } from '../expressions.ts';
import { excuses } from '../excuses.ts';
import type { Campaign } from '../campaign.ts';

/**
 * What editors are given comes last, and is tried where there is time: they tokenize no line of more than 20,000
 * characters.
 */
const places = [...Object.keys(rooms), 'editors'];

export const expressions: Campaign = {
  name: 'expressions',
  promise:
    'No text makes a regular expression of ours take more than its length in time: `recheck` says so, or the reason is written down',
  unit: 'rooms with all their expressions',
  seeds: { short: 3, normal: places.length - 1, deep: places.length },
  patience: 550,
  attempt(seed) {
    const place = places[seed]!;
    const all = expressionsAt(place);
    const excused = all.filter(isExcused);
    const accused = new Map(all.filter(one => !excused.includes(one)).map(one => [keyOf(one), one]));
    const guilty = [...accused.values()].flatMap(judge);
    assert.deepEqual(guilty, []);
    const stale = excuses.filter(({ file, holds }) => {
      const of = all.filter(one => one.file === file);
      return of.length > 0 && of.filter(one => one.written.includes(holds)).length !== 1;
    });
    assert.deepEqual(stale, [], 'an excuse is for one expression');
  },
};

function expressionsAt(place: string): Expression[] {
  if (place === 'editors') return expressionsOfEditors();
  return place === 'grammar' ? [...expressionsIn(place), ...expressionsOfLexer()] : expressionsIn(place);
}

const isExcused = ({ file, written }: Expression): boolean =>
  excuses.some(excuse => excuse.file === file && written.includes(excuse.holds));

const keyOf = ({ written, pattern }: Expression): string => (pattern ? `${pattern.source}/${pattern.flags}` : written);

/** What of recheck is used. Its build for browsers is JavaScript alone: it starts no other program. */
interface Recheck {
  readonly checkSync: (source: string, flags: string, options: { timeout: number }) => Verdict;
}

interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity?: { readonly summary: string };
  /** An automaton proves what it says. */
  readonly checker?: 'automaton' | 'fuzz';
  readonly attack?: { readonly pattern: string; readonly string: string };
  readonly error?: { readonly kind: string };
}

let recheck: Recheck | undefined;

function judge({ file, line, written, pattern }: Expression): string[] {
  if (!pattern) return [`${file}:${line} ${written}: say in test/fuzz/excuses.ts what it is made of`];
  recheck ??= createRequire(import.meta.url)('recheck/lib/browser.js') as Recheck;
  const { source, flags } = pattern;
  const { status, checker, complexity, attack, error } = recheck.checkSync(source, flags, { timeout: 60_000 });
  if (status === 'safe') return [];
  // What it has not proved, but counted in a few trials, is tried in earnest.
  if (checker === 'fuzz' && attack && secondsOf(source, flags, attack.string) < MOST_SECONDS) return [];
  return [`${file}:${line} ${written}: ${complexity?.summary ?? error?.kind ?? status} ${attack?.pattern ?? ''}`];
}

/** A line as long as any that is read takes an expression that goes through it once a hundredth of this. */
const MOST_SECONDS = 0.1;

function secondsOf(source: string, flags: string, attack: string): number {
  const text = attack.slice(0, MAX_LINE);
  const expression = new RegExp(source, flags.includes('y') ? flags : [...new Set(`${flags}g`)].join(''));
  const begin = process.cpuUsage();
  if (expression.global) Array.from(text.matchAll(expression));
  else expression.test(text);
  return process.cpuUsage(begin).user / 1e6;
}
