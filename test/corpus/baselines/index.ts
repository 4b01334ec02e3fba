/** All baselines. `npm run baselines` writes them anew; what differs is to be read before it is committed. */
import type { Baseline } from './baseline.ts';
import { findings } from './findings.ts';
import { imports } from './imports.ts';
import { labels } from './labels.ts';
import { prose } from './prose.ts';
import { texts } from './texts.ts';

export { fileOf, kept, shown, written, type Baseline } from './baseline.ts';

/** Each with its file. */
export const baselines: readonly Baseline[] = [texts, labels, prose, findings, imports];
