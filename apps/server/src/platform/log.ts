import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

const SECRETS = [
  'password',
  'password_confirm',
  'old_password',
  'new_password',
  'token',
  'refresh_token',
  'access_token',
  'exchange_token',
  'secret',
  'authorization',
  'cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.token',
  '*.refresh_token',
  '*.access_token',
  '*.authorization',
  '*.cookie',
];

/** JSON lines with secrets taken out. Amounts and texts of entries are never handed to it at info. */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: { paths: SECRETS, censor: '[hidden]' }, base: null };
  return destination ? pino(options, destination) : pino(options);
}
