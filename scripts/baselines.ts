/** `npm run baselines`: writes down what the engine says now of the texts in test/corpus/baselines/. */
import { writeFileSync } from 'node:fs';
import { baselines, fileOf, written } from '../test/corpus/baselines/index.ts';

for (const baseline of baselines) writeFileSync(fileOf(baseline), await written(baseline));
