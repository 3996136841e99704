import type { Feature } from '../../platform/feature.ts';
import { routes } from './children.routes.ts';

export const children: Feature = { name: 'children', routes };
