import type { Feature } from '../../platform/feature.ts';
import { routes } from './registration.routes.ts';

export const registration: Feature = { name: 'registration', routes };
