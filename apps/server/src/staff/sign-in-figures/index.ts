import type { Feature } from '../../platform/feature.ts';
import { routes } from './sign-in-figures.routes.ts';

export const signInFigures: Feature = { name: 'sign-in-figures', routes };
