import type { Campaign } from './campaign.ts';
import { actions } from './campaigns/actions.ts';
import { documents } from './campaigns/documents.ts';
import { edits } from './campaigns/edits.ts';
import { formatting } from './campaigns/formatting.ts';
import { growth } from './campaigns/growth.ts';
import { positions } from './campaigns/positions.ts';

/** Every promise that is put to the test by seeds. */
export const campaigns: readonly Campaign[] = [documents, edits, formatting, actions, positions, growth];
