import type { Feature } from '../../platform/feature.ts';
import { routes } from './mail-reports.routes.ts';

/** What comes back of mails, and who complains of them. */
export const mailReports: Feature = { name: 'mail-reports', routes };
