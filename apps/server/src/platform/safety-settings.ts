/** How long what opens something lives, how often it may be tried, and which values no production starts with. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { LimitName } from './limits.ts';

/** Lifetimes, graces and locks, each a whole number with its unit in its name. A new one is one line here. */
export const SAFETY = {
  ACCESS_TOKEN_SECONDS: whole(900, [60, 86_400], 'How long an access token is good'),
  CONFIRMED_TOKEN_SECONDS: whole(
    300,
    [60, 3600],
    'The same for the token that somebody gets who has just confirmed that it is them',
  ),
  STAFF_TOKEN_SECONDS: whole(300, [60, 900], 'The same for the tokens of staff'),
  STAFF_ACCESS_MINUTES: whole(
    60,
    [5, 60],
    'How long staff may look into a household with one reason at most',
  ),
  STAFF_PASSWORD_DAYS: whole(
    0,
    [0, 3650],
    'What PASSWORD_DAYS is for everybody, for staff alone, such as 90; 0 leaves them to that',
  ),
  AUDIT_ORGANISATION_DAYS: whole(
    2557,
    [30, 36_500],
    'Days that the audit of a household is kept that is an organisation’s, or belongs to one: seven years',
  ),
  REQUEST_SECONDS: whole(
    30,
    [1, 300],
    'How long a request without a file, and the head of any, may take to arrive',
  ),
  UPLOAD_SECONDS: whole(300, [30, 3600], 'The same for a request with a file'),
  ORGANISATION_SMALL: whole(
    10,
    [1, 10_000],
    'Households that an organisation of the tier small has room for',
  ),
  ORGANISATION_MEDIUM: whole(50, [1, 10_000], 'The same for the tier medium'),
  ORGANISATION_LARGE: whole(250, [1, 10_000], 'The same for the tier large'),
  SECOND_STEP_SECONDS: whole(
    300,
    [30, 3600],
    'How long a sign-in waits for the second step after the password was right',
  ),
  NEW_PASSWORD_SECONDS: whole(
    900,
    [60, 3600],
    'How long a sign-in waits for a new password, where the old one has to be changed',
  ),
  PASSKEY_SECONDS: whole(300, [30, 3600], 'How long a question to a passkey can be answered'),
  OIDC_FLOW_SECONDS: whole(
    600,
    [60, 3600],
    'How long somebody may take at the provider that they sign in with',
  ),
  OIDC_REGISTER_SECONDS: whole(
    900,
    [60, 3600],
    'How long somebody whom a provider has vouched for may take to accept the terms',
  ),
  OIDC_TIMEOUT_SECONDS: whole(
    6,
    [1, 60],
    'How long a provider may take for all it is asked about one sign-in',
  ),
  STEP_UP_SECONDS: whole(
    600,
    [60, 86_400],
    'How long after signing in or confirming a session may do what is dangerous',
  ),
  FACTOR_TRIES: whole(
    5,
    [3, 100],
    'Wrong codes of the second step, from wherever, until codes of the account are locked',
  ),
  MAIL_CODE_SECONDS: whole(600, [60, 3600], 'How long a mailed code signs in'),
  MAIL_CODE_TRIES: whole(5, [1, 100], 'Wrong tries of one mailed code until it is worth nothing'),
  MAIL_CODE_ACCOUNT_TRIES: whole(
    20,
    [3, 200],
    'Wrong mailed codes of one account from one network, of whatever mail, until codes do not sign in there for a while',
  ),
  MAIL_CODE_EVERYWHERE_TRIES: whole(100, [3, 1000], 'The same from all networks together'),
  REFRESH_GRACE_SECONDS: whole(
    10,
    [0, 600],
    'How long after its use a refresh token still leads to its successor, for tabs that refresh together; later it ends the session',
  ),
  SESSION_DAYS: whole(7, [1, 365], 'How long a session lives without being used'),
  SESSION_REMEMBERED_DAYS: whole(14, [1, 365], 'The same for a session that is to be remembered'),
  SESSION_LONGEST_DAYS: whole(30, [1, 3650], 'How long a session lives however often it is used'),
  SESSIONS_MOST: whole(10, [1, 1000], 'Sessions of one person; the oldest ends when there are more'),
  SESSION_RISK_THRESHOLD: whole(
    50,
    [1, 100],
    'From which score on a session that suddenly looks different has to be confirmed: 55 for another country (with GEOIP_DATABASE), 60 for another browser or system, 90 for that from another network, 95 from another country',
  ),
  SESSION_RISK_HIGH: whole(80, [1, 100], 'From which score on its owner also gets a mail'),
  IDLE_MINUTES: whole(
    15,
    [1, 1440],
    'Minutes without its person until a session of a browser is idle, for who chose nothing else',
  ),
  IDLE_GRACE_SECONDS: whole(120, [10, 3600], 'How long an idle session can be brought back by its person'),
  SESSION_BELIEVED_MS: whole(
    1000,
    [0, 60_000],
    'How long a node believes what it knows of a session: a session that was ended elsewhere is over here after this time',
  ),
  LIMITS_TOLD_MS: whole(
    1000,
    [0, 60_000],
    'How long a node counts the general limits of a person for itself before it exchanges its sum with the others',
  ),
  LOCK_AFTER_FAILURES: whole(5, [1, 1000], 'Wrong passwords from one network that lock an account there'),
  LOCK_EVERYWHERE_AFTER_FAILURES: whole(
    50,
    [1, 10_000],
    'Wrong passwords from anywhere that lock an account',
  ),
  LOCK_FIRST_MINUTES: whole(
    30,
    [1, 1440],
    'How long the first lock lasts; each further one lasts twice as long',
  ),
  SLOW_AFTER_FAILURES: whole(
    3,
    [1, 1000],
    'Wrong passwords of one name from one network after which the next try has to wait a little',
  ),
  SLOW_FIRST_SECONDS: whole(
    0,
    [0, 600],
    'How long it waits at first; each further wrong password doubles it. 0 for not at all: the lock alone',
  ),
  SLOW_LONGEST_SECONDS: whole(4, [0, 3600], 'How long a try waits at most'),
  LOCK_LONGEST_MINUTES: whole(1440, [1, 43_200], 'How long a lock lasts at most'),
  VERIFY_LINK_SECONDS: whole(86_400, [60, 2_592_000], 'How long the link that confirms an address is good'),
  RESET_LINK_SECONDS: whole(3600, [60, 2_592_000], 'How long the link that sets a new password is good'),
  UNLOCK_LINK_SECONDS: whole(86_400, [60, 2_592_000], 'How long the link that unlocks an account is good'),
  EMAIL_CHANGE_SECONDS: whole(
    86_400,
    [60, 604_800],
    'How long the link is good that confirms another address of somebody',
  ),
  EMAIL_UNDO_DAYS: whole(7, [1, 90], 'Days in which the old address can undo that it was changed'),
  CHILD_LINK_SECONDS: whole(900, [60, 86_400], 'How long the link is good that signs a child in on a device'),
  CHILD_PIN_TRIES: whole(
    5,
    [3, 100],
    'Wrong PINs of one child, and of one family device, until a guardian has to unlock',
  ),
  FAMILY_DEVICE_DAYS: whole(
    180,
    [1, 400],
    'How long a device stays a family device, on which children sign in by PIN',
  ),
  FAMILY_DEVICES_MOST: whole(20, [1, 100], 'Family devices of one household'),
  GROW_UP_SECONDS: whole(
    604_800,
    [60, 2_592_000],
    'How long the link is good by which a child takes its account over',
  ),
  EXCHANGE_TOKEN_SECONDS: whole(
    60,
    [10, 3600],
    'How long the token is good that a confirmed address is signed in with',
  ),
  CSRF_TOKEN_DAYS: whole(30, [1, 365], 'How long the cookie behind X-CSRF-Token is kept'),
  SIGNING_KEY_DAYS: whole(30, [1, 3650], 'How long access tokens are signed with one key'),
  PASSWORDS_REMEMBERED: whole(
    5,
    [1, 100],
    'Last passwords, the present one among them, that may not be chosen again',
  ),
  API_KEYS_MOST: whole(20, [1, 1000], 'API keys of one person, those that have expired among them'),
  API_KEY_DAYS: whole(90, [1, 365], 'How long an API key lives where its owner says nothing else'),
  API_KEY_LONGEST_DAYS: whole(365, [1, 365], 'How long an API key may live'),
  API_KEY_SEEN_SECONDS: whole(
    60,
    [1, 86_400],
    'How often it is written down at most that an API key was used',
  ),
  SIGNATURE_SECONDS: whole(
    300,
    [10, 900],
    'How far the timestamp of a signed request may be from the time of the server, before or after',
  ),
} as const;

type LimitSetting<Name extends LimitName> = `LIMIT_${Uppercase<Name>}`;
type LimitSettings = { [Name in LimitName as LimitSetting<Name>]: ReturnType<typeof whole> };

/** A setting for each limit of platform/limits.ts, with what stands there as its default. */
export const LIMIT_SETTINGS = Object.fromEntries(
  limitNames().map((name) => {
    const { most, seconds } = LIMITS[name];
    return [
      settingOf(name),
      whole(most, [1, 1_000_000], `Calls in ${windowName(seconds)} that count as \`${name}\``),
    ];
  }),
) as LimitSettings;

export function limitNames(): LimitName[] {
  return Object.keys(LIMITS) as LimitName[];
}

/** The setting that says how many calls a limit allows. */
export function settingOf<Name extends LimitName>(name: Name): LimitSetting<Name> {
  return `LIMIT_${name.toUpperCase() as Uppercase<Name>}`;
}

function whole(
  fallback: number,
  [least, most]: readonly [number, number],
  what: string,
): z.ZodDefault<z.ZodCoercedNumber> {
  return z.coerce.number().int().min(least).max(most).default(fallback).describe(what);
}

function windowName(seconds: number): string {
  return { 60: 'a minute', 3600: 'an hour' }[seconds] ?? `${seconds} seconds`;
}
