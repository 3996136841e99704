import type { Feature } from '../../platform/feature.ts';
import { routes } from './refresh.routes.ts';

export const refresh: Feature = {
  name: 'refresh',
  routes,
  tables: ['refresh_tokens'],
  invariants: [
    {
      name: 'a session has one unused refresh token at most',
      sql: 'select session_id from refresh_tokens where used_at is null group by session_id having count(*) > 1',
    },
  ],
};
