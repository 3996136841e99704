import type { Feature } from '../../platform/feature.ts';
import { jobs } from './previews.jobs.ts';
import { reactions } from './previews.reactions.ts';

export const previews: Feature = { name: 'previews', jobs, reactions, tables: ['import_rows'] };
