import type { Feature } from '../../platform/feature.ts';
import { routes } from './account-sharing.routes.ts';

export const accountSharing: Feature = { name: 'account-sharing', routes };
