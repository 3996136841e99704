import type { Feature } from '../../platform/feature.ts';
import { jobs } from './access.jobs.ts';

export const access: Feature = {
  name: 'access',
  jobs,
  tables: ['signing_keys'],
  sealed: [{ table: 'signing_keys', column: 'private_cipher', key: ['id'] }],
};
