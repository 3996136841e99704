import type { Feature } from '../../platform/feature.ts';

/** What of entries goes into the log and the audit; a part of writing them with a name of its own. */
export const entryLog: Feature = { name: 'entry-log' };
