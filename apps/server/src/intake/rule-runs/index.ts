import type { Feature } from '../../platform/feature.ts';
import { routes } from './rule-runs.routes.ts';

export const ruleRuns: Feature = { name: 'rule-runs', routes };
