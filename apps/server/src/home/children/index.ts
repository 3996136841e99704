import type { Feature } from '../../platform/feature.ts';
import { tellAlarm } from './children.ts';
import { routes } from './children.routes.ts';

export const children: Feature = { name: 'children', routes, onWardAlarmed: tellAlarm };
