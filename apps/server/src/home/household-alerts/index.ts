import type { Feature } from '../../platform/feature.ts';
import { jobs } from './household-alerts.jobs.ts';
import { reactions } from './household-alerts.reactions.ts';

/** Tells the admins of a household what they would want to know soon. */
export const householdAlerts: Feature = { name: 'household-alerts', jobs, reactions };
