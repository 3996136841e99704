import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readRanges } from './caller.ts';
import { readKeys } from './encryption-keys.ts';
import { MAIL } from './mail-settings.ts';
import { OIDC, readProviders } from './oidc-settings.ts';
import type { OidcProvider } from './oidc-settings.ts';
import { LIMIT_SETTINGS, SAFETY } from './safety-settings.ts';
import { UNSAFE } from './unsafe-settings.ts';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

/** What a KinWise is made with. Every setting says its default and what it means; docs/settings.md is made from them. */
const GENERAL = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('Which rules apply'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8000).describe('Port of the API and the web app'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all'),
  PUBLIC_URL: z.url().optional().describe('Address that people type; links in mails begin with it'),
  DATA_DIR: z.string().default('.kinwise').describe('Folder of the embedded database, keys and files'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL 15 to 18, as a role that may create roles; embedded when absent'),
  DATABASE_APP_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,40}$/)
    .default('kinwise_app')
    .describe('Role that serves requests: owns nothing, bypasses nothing'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12).describe('Connections of one process'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/./, { message: 'redis://HOST:PORT, or rediss:// with TLS' })
    .optional()
    .describe('Redis, where all nodes count what is limited; in PostgreSQL when absent'),
  SECRET_KEY: z
    .string()
    .min(32, { message: 'needs 32 characters or more; make one with: openssl rand -base64 48' })
    .optional()
    .describe('Signs cursors and tokens; made and kept in DATA_DIR when absent'),
  ENCRYPTION_KEYS: z
    .string()
    .superRefine((text, ctx) => {
      for (const message of readKeys(text).wrong) ctx.addIssue({ code: 'custom', message });
    })
    .optional()
    .describe(
      'Keys of encrypted fields, `id:base64` of 32 bytes each, separated by commas, newest first; made from SECRET_KEY when absent',
    ),
  STORAGE_URL: z
    .string()
    .regex(/^file:./, { message: 'file:PATH is what can be used' })
    .optional()
    .describe('file:PATH, the folder that files are kept in; `files` in DATA_DIR when absent'),
  CORS_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .describe('Other origins that may call the API, separated by commas'),
  TRUST_PROXY: z
    .string()
    .superRefine((text, ctx) => {
      for (const message of readRanges(text).wrong) ctx.addIssue({ code: 'custom', message });
    })
    .default('')
    .describe(
      'Addresses and ranges of your proxies, separated by commas, such as 10.0.0.5,fd00::/8; X-Forwarded-For and X-Forwarded-Proto are believed from them alone',
    ),
  PLAIN_HTTP: z
    .enum(['refused', 'answered'])
    .default('refused')
    .describe(
      'Whether a production answers what did not come by https, as a proxy says it by X-Forwarded-Proto; answered is for networks that see to https themselves',
    ),
  LIMITS_EXEMPT: z
    .string()
    .superRefine((text, ctx) => {
      for (const message of readRanges(text).wrong) ctx.addIssue({ code: 'custom', message });
    })
    .default('')
    .describe(
      'Addresses and ranges whose calls count for no limit, such as 10.20.0.0/16: networks of your own programs. Locks after wrong passwords and codes hold for them too',
    ),
  RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('Limits per address and user'),
  PASSWORD_MEMORY_KIB: z.coerce
    .number()
    .int()
    .min(8)
    .max(1_048_576)
    .default(19_456)
    .describe('Memory that hashing a password takes; less only in tests'),
  PASSWORD_MIX: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether passwords below 20 characters need upper and lower case, a digit and a sign'),
  PASSWORD_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .default(0)
    .describe('Days after which a password has to be changed at the next sign-in; 0 for never'),
  BREACH_CHECK: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether new passwords are looked up among those of known breaches'),
  BREACH_RANGE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.pwnedpasswords.com/range/')
    .describe(
      'Where they are looked up: a service that answers ranges of SHA-1 hashes. It hears the first five digits of a hash',
    ),
  BREACH_BUDGET_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(10_000)
    .default(1500)
    .describe('How long a sign-up waits for that; after it a job asks, and its answer comes by mail'),
  BREACH_LIST: z
    .string()
    .optional()
    .describe(
      'A list on disk in place of the service: a file of SHA-1 hashes in order, a line each, or a folder with a file for each range',
    ),
  GEOIP_DATABASE: z
    .string()
    .optional()
    .describe(
      'A file in MaxMind’s format (.mmdb) that tells city and country by address, such as GeoLite2 City or DB-IP City Lite; without it no place is shown',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged'),
  DEV_LOGIN_UNVERIFIED: flag.describe('Development only: sign in before the address is verified'),
  METRICS_TOKEN: z
    .string()
    .optional()
    .describe('Bearer token that /metrics asks for; loopback only when absent'),
  AUDIT_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .default(730)
    .describe('Days that the audit of a household is kept'),
  SECURITY_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .default(730)
    .describe('Days that entries about signing in are kept'),
  OPERATOR_NAME: z
    .string()
    .max(200)
    .default('the people who run this KinWise')
    .describe('Who runs this installation, as its terms and privacy policy name them'),
  PRIVACY_CONTACT: z
    .string()
    .max(200)
    .regex(/^(https:\/\/\S+|[^\s@]+@[^\s@]+)$/, { message: 'an e-mail address, or an https:// address' })
    .optional()
    .describe('Who answers questions about personal data: an e-mail address, or an https address'),
  DOCUMENTS_DIR: z
    .string()
    .optional()
    .describe('Folder with your own terms and privacy policy; those that KinWise brings when absent'),
  DELETION_GRACE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(90)
    .default(30)
    .describe('Days in which somebody who asked to be erased can still change their mind'),
  UNVERIFIED_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('Days after which an account is erased whose address was never confirmed'),
  EXPORT_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24)
    .default(24)
    .describe('Hours that a copy of somebody’s data can be fetched'),
  DELETED_HOUSEHOLD_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .describe('Days after which a household that was deleted is erased, with everything in it'),
  INVITATIONS_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .describe('Days after which an invitation that has ended is forgotten'),
  IMPORT_MAX_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(52_428_800)
    .describe('Largest bank file that is accepted'),
  CLAMAV_URL: z
    .string()
    .regex(/^(tcp:\/\/([\w.-]+|\[[\da-f:]+\]):\d{1,5}|unix:\/.+)$/i, {
      message: 'tcp://HOST:PORT, or unix:/PATH',
    })
    .optional()
    .describe(
      'clamd of ClamAV, which looks into every file that is sent; where it does not answer, no file is taken',
    ),
  CLAMAV_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(60)
    .describe('How long it may take for one file'),
};

export const SETTINGS = z.object({ ...GENERAL, ...MAIL, ...OIDC, ...SAFETY, ...LIMIT_SETTINGS });

export type Config = z.infer<typeof SETTINGS> & {
  readonly demo: boolean;
  /** Who vouches for people, read from the settings that begin with OIDC_. */
  readonly oidc: readonly OidcProvider[];
};

/** A list of every setting that is wrong, with its cure. */
export class ConfigProblem extends Error {}

/** Reads all settings at once; `NAME_FILE` names a file that holds a secret. Reports every mistake together. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, demo = false): Config {
  const values: Record<string, string> = {};
  const valueOf = (name: string): string | undefined =>
    (environment[name] ?? fromFile(name, environment[`${name}_FILE`])) || undefined;
  for (const name of Object.keys(SETTINGS.shape)) {
    const value = valueOf(name);
    if (value !== undefined) values[name] = value;
  }
  const read = SETTINGS.safeParse(values);
  const { providers, wrong } = readProviders({
    valueOf,
    set: Object.keys(environment).filter((name) => environment[name] !== ''),
    isProduction: values['NODE_ENV'] === 'production',
  });
  const issues = read.error?.issues ?? [];
  const unread = new Set(issues.map((issue) => String(issue.path[0])));
  const legible = read.success ? read.data : SETTINGS.safeParse(without(values, unread)).data;
  const config = legible && { ...legible, demo, oidc: providers };
  const unsafe = config?.NODE_ENV === 'production' ? UNSAFE.filter(({ when }) => when(config)) : [];
  const lists = [
    [
      'These settings need a change:',
      [...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`), ...wrong],
    ],
    [
      'Not started, these settings are unsafe:',
      // What cannot be read is named above; as if it were missing it would be named twice.
      unsafe.filter(({ setting }) => !unread.has(setting)).map(({ setting, cure }) => `${setting}: ${cure}`),
    ],
  ] as const;
  const said = lists.filter(([, lines]) => lines.length > 0);
  if (config && said.length === 0) return config;
  throw new ConfigProblem(said.map(([title, lines]) => `${title}\n  ${lines.join('\n  ')}`).join('\n'));
}

function without(
  values: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

function fromFile(name: string, path: string | undefined): string | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'unknown';
    throw new ConfigProblem(
      `${name}_FILE: ${path} cannot be read (${code}); name a file that this program may read, or set ${name}`,
    );
  }
}
