import type { Feature } from '../../platform/feature.ts';
import { routes } from './account-closing.routes.ts';

export const accountClosing: Feature = { name: 'account-closing', routes };
