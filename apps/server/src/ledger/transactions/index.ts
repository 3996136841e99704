import type { Feature } from '../../platform/feature.ts';
import { jobs } from './transactions.jobs.ts';
import { keepsCurrency } from './transactions.ts';
import { routes } from './transactions.routes.ts';

export const transactions: Feature = { name: 'transactions', routes, jobs, keepsCurrency };
