import type { Feature } from '../../platform/feature.ts';
import { jobs } from './second-steps.jobs.ts';

export const secondSteps: Feature = {
  name: 'second-steps',
  jobs,
  tables: ['second_steps'],
  personalData: [
    {
      table: 'second_steps',
      exportSql: 'select device_name, created_at, expires_at from second_steps where user_id = $1',
      eraseSql: 'delete from second_steps where user_id = $1',
    },
  ],
};
