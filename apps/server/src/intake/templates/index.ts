import type { Feature } from '../../platform/feature.ts';
import { routes } from './templates.routes.ts';

export const templates: Feature = { name: 'templates', routes, tables: ['import_templates'] };
