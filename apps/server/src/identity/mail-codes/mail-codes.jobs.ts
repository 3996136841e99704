import type { Job } from '../../platform/feature.ts';
import { sendCode } from './mail-codes.ts';
import { deleteExpiredCodes } from './mail-codes.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'mail_codes.send', work: sendCode },
  { kind: 'outside', name: 'mail_codes.forget', cron: '25 * * * *', work: deleteExpiredCodes },
];
