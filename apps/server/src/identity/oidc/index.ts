import type { Feature } from '../../platform/feature.ts';
import { jobs } from './oidc.jobs.ts';
import { routes } from './oidc.routes.ts';

export const oidc: Feature = {
  name: 'oidc',
  routes,
  jobs,
  tables: ['oidc_arrivals'],
  sealed: [{ table: 'oidc_arrivals', column: 'person_cipher', key: ['token_hash'] }],
};
