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
  'challenge_token',
  'registration_token',
  'invitation_token',
  'secret',
  'client_secret',
  'authorization',
  'cookie',
];

/** By name, on its own and up to two levels down. */
const PATHS = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines with secrets taken out. Amounts and texts of entries are never handed to it at info. */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: { paths: PATHS, censor: '[hidden]' }, base: null };
  return destination ? pino(options, destination) : pino(options);
}
