import type { Feature } from '../../platform/feature.ts';
import { routes } from './guardianship.routes.ts';

export const guardianship: Feature = { name: 'guardianship', routes };
