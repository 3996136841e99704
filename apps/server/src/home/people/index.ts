import type { Feature } from '../../platform/feature.ts';
import { routes } from './people.routes.ts';

export const people: Feature = { name: 'people', routes };
