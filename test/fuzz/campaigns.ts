import type { Campaign } from './campaign.ts';
import { actions } from './campaigns/actions.ts';
import { cancels } from './campaigns/cancels.ts';
import { commandLine } from './campaigns/command-line.ts';
import { documents } from './campaigns/documents.ts';
import { edits } from './campaigns/edits.ts';
import { encodings } from './campaigns/encodings.ts';
import { endurance } from './campaigns/endurance.ts';
import { expressions } from './campaigns/expressions.ts';
import { faults } from './campaigns/faults.ts';
import { formatting } from './campaigns/formatting.ts';
import { frames } from './campaigns/frames.ts';
import { growth } from './campaigns/growth.ts';
import { injections } from './campaigns/injections.ts';
import { order } from './campaigns/order.ts';
import { positions } from './campaigns/positions.ts';
import { processes } from './campaigns/processes.ts';
import { seededFaults } from './campaigns/seeded-faults.ts';
import { sessions } from './campaigns/sessions.ts';
import { writing } from './campaigns/writing.ts';

/** Every promise that is put to the test by seeds. */
export const campaigns: readonly Campaign[] = [
  // The longest first, so that none of them is left alone on one core in the end.
  sessions,
  growth,
  seededFaults,
  expressions,
  documents,
  edits,
  formatting,
  actions,
  positions,
  encodings,
  frames,
  faults,
  cancels,
  order,
  injections,
  commandLine,
  processes,
  writing,
  endurance,
];
