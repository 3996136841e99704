import type { Job } from '../../platform/feature.ts';
import { sendCode, tellLocked } from './mail-codes.ts';
import { deleteExpiredCodes } from './mail-codes.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'mail_codes.send', work: sendCode },
  { kind: 'outside', name: 'mail_codes.tell_locked', work: tellLocked },
  { kind: 'outside', name: 'mail_codes.forget', cron: '25 * * * *', work: deleteExpiredCodes },
];
