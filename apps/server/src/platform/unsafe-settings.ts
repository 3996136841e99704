/** What no production starts with, each with its cure, in one list. */
import { rangeOf } from './caller.ts';
import type { Config } from './config.ts';
import { readKeys } from './encryption-keys.ts';
import { LIMITS } from './limits.ts';
import { isNearby } from './mail-settings.ts';
import { limitNames, settingOf } from './safety-settings.ts';

export type Unsafe = {
  readonly setting: string;
  /** What is wrong with it and what to do. */
  readonly cure: string;
  readonly when: (config: Config) => boolean;
  /** A value that is refused; undefined where the setting is missing, or is no setting. */
  readonly example?: string;
};

const MEMORY_KIB = 19_456;
/** A limit may be wider than its default for a large household behind one address, but not without an end. */
const WIDER = 20;

/** Upper ends that are fine for trying things out and not for other people's money. */
const MOST = {
  ACCESS_TOKEN_SECONDS: 3600,
  CONFIRMED_TOKEN_SECONDS: 900,
  SECOND_STEP_SECONDS: 900,
  NEW_PASSWORD_SECONDS: 1800,
  PASSKEY_SECONDS: 900,
  OIDC_FLOW_SECONDS: 900,
  OIDC_REGISTER_SECONDS: 1800,
  OIDC_TIMEOUT_SECONDS: 20,
  STEP_UP_SECONDS: 3600,
  FACTOR_TRIES: 20,
  CHILD_PIN_TRIES: 20,
  MAIL_CODE_SECONDS: 1800,
  MAIL_CODE_TRIES: 10,
  MAIL_CODE_ACCOUNT_TRIES: 100,
  MAIL_CODE_EVERYWHERE_TRIES: 200,
  REFRESH_GRACE_SECONDS: 60,
  SESSION_DAYS: 30,
  SESSION_REMEMBERED_DAYS: 90,
  SESSION_LONGEST_DAYS: 90,
  SESSIONS_MOST: 100,
  SESSION_BELIEVED_MS: 1000,
  LIMITS_TOLD_MS: 5000,
  LOCK_AFTER_FAILURES: 10,
  LOCK_EVERYWHERE_AFTER_FAILURES: 200,
  VERIFY_LINK_SECONDS: 604_800,
  RESET_LINK_SECONDS: 86_400,
  UNLOCK_LINK_SECONDS: 604_800,
  EMAIL_CHANGE_SECONDS: 259_200,
  EXCHANGE_TOKEN_SECONDS: 300,
  SIGNING_KEY_DAYS: 365,
} as const;

const LEAST = { LOCK_FIRST_MINUTES: 5, LOCK_LONGEST_MINUTES: 60 } as const;

export const UNSAFE: readonly Unsafe[] = [
  {
    setting: 'SECRET_KEY',
    cure: 'missing; set 32 random characters or more',
    when: ({ SECRET_KEY }) => SECRET_KEY === undefined,
  },
  {
    setting: 'SECRET_KEY',
    cure: 'can be guessed; make one with: openssl rand -base64 48',
    when: ({ SECRET_KEY }) => SECRET_KEY !== undefined && new Set(SECRET_KEY).size < 10,
    example: 'change-me'.repeat(5),
  },
  {
    setting: 'ENCRYPTION_KEYS',
    cure: 'one of them can be guessed; make each with: openssl rand -base64 32',
    when: ({ ENCRYPTION_KEYS }) =>
      readKeys(ENCRYPTION_KEYS ?? '').keys.some(([, key]) => new Set(key).size < 10),
    example: `k1:${Buffer.alloc(32).toString('base64')}`,
  },
  {
    setting: 'PUBLIC_URL',
    cure: 'must be the https:// address that people use',
    when: ({ PUBLIC_URL }) => !PUBLIC_URL?.startsWith('https://'),
    example: 'http://money.example.org',
  },
  {
    setting: 'CORS_ALLOWED_ORIGINS',
    cure: 'name each origin, never *',
    when: ({ CORS_ALLOWED_ORIGINS }) => CORS_ALLOWED_ORIGINS.includes('*'),
    example: 'https://*.example.org',
  },
  {
    setting: 'CORS_ALLOWED_ORIGINS',
    cure: 'name origins by https://, without a path; anybody in between can speak for another one',
    when: ({ CORS_ALLOWED_ORIGINS }) =>
      CORS_ALLOWED_ORIGINS.split(',').some((origin) => origin !== '' && !/^https:\/\/[^/\s]+$/.test(origin)),
    example: 'http://money.example.org',
  },
  {
    setting: 'TRUST_PROXY',
    cure: 'name your proxies more narrowly; whoever is believed can call from any address',
    when: ({ TRUST_PROXY }) => TRUST_PROXY.split(',').some((entry) => isWide(entry.trim())),
    example: '0.0.0.0/0',
  },
  {
    setting: 'RATE_LIMITS',
    cure: 'off lets passwords be guessed at speed; leave it out',
    // Measuring makes the calls of thousands from one address; a name under .invalid is nobody's production.
    when: ({ RATE_LIMITS, PUBLIC_URL }) => RATE_LIMITS === 'off' && !isNowhere(PUBLIC_URL),
    example: 'off',
  },
  {
    setting: 'DEV_LOGIN_UNVERIFIED',
    cure: 'is for development; remove it',
    when: ({ DEV_LOGIN_UNVERIFIED }) => DEV_LOGIN_UNVERIFIED,
    example: 'true',
  },
  {
    setting: 'PASSWORD_MEMORY_KIB',
    cure: `${MEMORY_KIB} or more, or leave it out`,
    when: ({ PASSWORD_MEMORY_KIB }) => PASSWORD_MEMORY_KIB < MEMORY_KIB,
    example: String(MEMORY_KIB - 1),
  },
  {
    setting: 'METRICS_TOKEN',
    cure: 'can be guessed; make one of 16 characters or more with: openssl rand -hex 24',
    when: ({ METRICS_TOKEN }) => METRICS_TOKEN !== undefined && METRICS_TOKEN.length < 16,
    example: 'metrics',
  },
  {
    setting: 'MAIL_URL',
    cure: 'missing; set smtp://… so that people can verify their address',
    when: ({ MAIL_URL }) => MAIL_URL === undefined,
  },
  {
    setting: 'MAIL_URL',
    cure: 'dev: shows mails to everybody; set smtp://…',
    when: ({ MAIL_URL }) => MAIL_URL?.startsWith('dev:') === true,
    example: 'dev:',
  },
  {
    setting: 'MAIL_TLS',
    cure: 'off lets anybody on the way read links that open accounts; leave it out, or send through this machine',
    when: ({ MAIL_TLS, MAIL_URL }) => MAIL_TLS === 'off' && !isNearby(MAIL_URL),
    example: 'off',
  },
  {
    setting: 'MAIL_WEBHOOK_SECRET',
    cure: 'can be guessed; make one of 24 characters or more with: openssl rand -hex 24',
    when: ({ MAIL_WEBHOOK_SECRET }) => MAIL_WEBHOOK_SECRET !== undefined && MAIL_WEBHOOK_SECRET.length < 24,
    example: 'bounces',
  },
  { setting: '--demo', cure: 'signs strangers in; leave it out', when: ({ demo }) => demo },
  ...Object.entries(MOST).map(([setting, most]) => atMost(setting as keyof typeof MOST, most)),
  ...Object.entries(LEAST).map(([setting, least]) => atLeast(setting as keyof typeof LEAST, least)),
  ...limitNames().map((name) => atMost(settingOf(name), LIMITS[name].most * WIDER)),
];

function atMost(setting: keyof Config & string, most: number): Unsafe {
  return {
    setting,
    cure: `${most} at most, or leave it out`,
    when: (config) => Number(config[setting]) > most,
    example: String(most + 1),
  };
}

function atLeast(setting: keyof Config & string, least: number): Unsafe {
  return {
    setting,
    cure: `${least} or more, or leave it out`,
    when: (config) => Number(config[setting]) < least,
    example: String(least - 1),
  };
}

/** Wider than the widest range that is kept for private networks: 10.0.0.0/8 and fc00::/7. */
function isWide(entry: string): boolean {
  const range = rangeOf(entry);
  return range !== undefined && range.bits < (range.family === 'ipv4' ? 8 : 7);
}

function isNowhere(url: string | undefined): boolean {
  return url !== undefined && new URL(url).hostname.endsWith('.invalid');
}
