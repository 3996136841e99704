import type { Feature } from '../../platform/feature.ts';
import { routes } from './tags.routes.ts';

export const tags: Feature = { name: 'tags', routes, tables: ['tags', 'transaction_tags'] };
