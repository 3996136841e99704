import type { Feature } from '../../platform/feature.ts';
import { routes } from './mail-choices.routes.ts';

export const mailChoices: Feature = { name: 'mail-choices', routes };
