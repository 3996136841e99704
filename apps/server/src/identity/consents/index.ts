import type { Feature } from '../../platform/feature.ts';
import { routes } from './consents.routes.ts';

export const consents: Feature = {
  name: 'consents',
  routes,
  tables: ['consents'],
  personalData: [
    {
      table: 'consents',
      exportSql: `select purpose, purpose_version, granted, given_at, given_by = user_id as by_yourself from consents
        where user_id = $1 order by given_at`,
      eraseSql: 'delete from consents where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'What you agreed to and what you refused, with the day of each',
      why: 'So that nothing is done without your yes, and you can see when you gave it',
      until: 'As long as the account lives',
    },
  ],
};
