import type { Feature } from '../../platform/feature.ts';
import { jobs } from './merchants.jobs.ts';
import { reactions } from './merchants.reactions.ts';
import { routes } from './merchants.routes.ts';
import { actionsOn } from './merchants.ts';

export const merchants: Feature = {
  name: 'merchants',
  routes,
  jobs,
  reactions,
  tables: ['merchants'],
  actions: { merchant: actionsOn },
};
