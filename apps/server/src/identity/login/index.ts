import type { Feature } from '../../platform/feature.ts';
import { routes } from './login.routes.ts';

export const login: Feature = { name: 'login', routes };
