import type { Feature } from '../../platform/feature.ts';
import { jobs } from './statements.jobs.ts';
import { routes } from './statements.routes.ts';

/** The way in for files: upload, preview, commit, undo. */
export const statements: Feature = { name: 'statements', routes, jobs };
