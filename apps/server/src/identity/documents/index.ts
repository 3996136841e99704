import type { Feature } from '../../platform/feature.ts';
import { routes } from './documents.routes.ts';

export const documents: Feature = {
  name: 'documents',
  routes,
  tables: ['acceptances'],
  personalData: [
    {
      table: 'acceptances',
      exportSql: `select document, document_version, accepted_at from acceptances where user_id = $1
        order by accepted_at, document`,
      eraseSql: 'delete from acceptances where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'Which terms and which privacy policy you accepted, and when',
      why: 'So that both sides can look up what was agreed',
      until: 'As long as the account lives',
    },
  ],
};
