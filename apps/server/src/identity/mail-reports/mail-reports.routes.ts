import { publicRoute } from '../../platform/routes.ts';
import { reportSchema } from './mail-reports.schema.ts';
import { requireSecret, takeReports } from './mail-reports.ts';

export const routes = [
  publicRoute({
    method: 'POST',
    path: 'mail/bounces/',
    summary: 'What the mail provider reports: mails that came back, and complaints',
    tag: 'Mail',
    limits: ['mail_report'],
    alsoTakes: ['message/rfc822'],
    body: reportSchema,
    admit: (ground, headers) => {
      requireSecret(ground, headers['authorization']);
    },
    work: async (ctx, { body }) => {
      await takeReports(ctx, body);
    },
  }),
];
