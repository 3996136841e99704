import type { Feature } from '../../platform/feature.ts';
import { routes } from './payees.routes.ts';

export const payees: Feature = { name: 'payees', routes, tables: ['payees'] };
