import type { Feature } from '../../platform/feature.ts';
import { jobs } from './category-moves.jobs.ts';
import { reactions } from './category-moves.reactions.ts';
import { routes } from './category-moves.routes.ts';

export const categoryMoves: Feature = { name: 'category-moves', routes, jobs, reactions };
