import type { Feature } from '../../platform/feature.ts';

export const sessionRisks: Feature = {
  name: 'session-risks',
  tables: ['session_risks'],
  personalData: [
    {
      table: 'session_risks',
      exportSql: `select r.agent, r.ip, r.score, r.reason, r.raised_at from session_risks r
        join sessions s on s.id = r.session_id where s.user_id = $1`,
      eraseSql: 'delete from session_risks r using sessions s where s.id = r.session_id and s.user_id = $1',
    },
  ],
};
