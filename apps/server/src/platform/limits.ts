import type { Id } from '@kinwise/core/ids';
import { canonicalAddress, readRanges } from './caller.ts';
import type { Trust } from './caller.ts';
import type { Ground, Origin } from './context.ts';
import { Problem } from './problems.ts';
import type { Standing } from './problems.ts';
import { spoken } from './waits.ts';

/** How many calls in how many seconds, for each name, where no setting `LIMIT_…` says otherwise. A route names those that count it. */
export const LIMITS = {
  api: { most: 600, seconds: 60 },
  api_premium: { most: 1000, seconds: 60 },
  write: { most: 120, seconds: 60 },
  import: { most: 20, seconds: 60 },
  register: { most: 3, seconds: 3600 },
  register_invited: { most: 30, seconds: 3600 },
  login_minute: { most: 5, seconds: 60 },
  login_hour: { most: 25, seconds: 3600 },
  staff_login: { most: 4, seconds: 60 },
  second_step: { most: 10, seconds: 60 },
  passkey_options: { most: 120, seconds: 3600 },
  passkey_login: { most: 10, seconds: 60 },
  oidc_start: { most: 60, seconds: 3600 },
  oidc_callback: { most: 10, seconds: 60 },
  reset: { most: 5, seconds: 3600 },
  reset_account: { most: 3, seconds: 3600 },
  reset_confirm: { most: 10, seconds: 3600 },
  verify: { most: 10, seconds: 3600 },
  otp: { most: 5, seconds: 3600 },
  otp_account: { most: 20, seconds: 3600 },
  otp_verify: { most: 25, seconds: 3600 },
  email_change: { most: 5, seconds: 3600 },
  resend: { most: 5, seconds: 3600 },
  refresh_minute: { most: 10, seconds: 60 },
  refresh_hour: { most: 60, seconds: 3600 },
  exchange: { most: 10, seconds: 3600 },
  password_change: { most: 10, seconds: 3600 },
  token_verify: { most: 100, seconds: 3600 },
  unlock: { most: 10, seconds: 3600 },
  lockout_status: { most: 60, seconds: 3600 },
  strength: { most: 120, seconds: 3600 },
  child_sign_in: { most: 30, seconds: 3600 },
  family_device: { most: 120, seconds: 3600 },
  household: { most: 20, seconds: 3600 },
  invitation: { most: 20, seconds: 3600 },
  invitation_answer: { most: 60, seconds: 3600 },
  mail_report: { most: 3000, seconds: 3600 },
  mail_choice: { most: 60, seconds: 3600 },
  mail_check: { most: 5, seconds: 3600 },
  export: { most: 30, seconds: 3600 },
  photo: { most: 20, seconds: 3600 },
} as const satisfies Record<string, { most: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

export const LIMIT_HEADERS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** What an answer says of a limit that counted it. */
export function limitHeaders({ limit, remaining, resetSeconds }: Standing): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}

/**
 * Counts a call against a limit where all nodes count; refuses with 429 when it is over. The window slides: the window
 * before counts by the part of it that is still within reach.
 */
export async function countShared(ground: Ground, name: LimitName, who: string): Promise<Standing> {
  const span = spanOf(ground, name);
  const { hits, before } = await ground.limits.add({
    key: `${name}:${who}`,
    window: span.window,
    seconds: span.seconds,
    by: 1,
  });
  return judged(span, hits + carried(span, before));
}

type Span = {
  readonly name: LimitName;
  readonly most: number;
  readonly seconds: number;
  readonly window: number;
  /** Seconds since the window began. */
  readonly passed: number;
};

function spanOf(ground: Ground, name: LimitName): Span {
  const { most, seconds } = limitOf(ground, name);
  const nowSeconds = Math.floor(ground.clock.nowMs() / 1000);
  const window = Math.floor(nowSeconds / seconds);
  return { name, most, seconds, window, passed: nowSeconds - window * seconds };
}

function carried({ seconds, passed }: Span, before: number): number {
  return Math.floor((before * (seconds - passed)) / seconds);
}

/** The limit as the settings have it: its window is fixed, its number may be changed. */
export function limitOf(ground: Ground, name: LimitName): { most: number; seconds: number } {
  const { seconds } = LIMITS[name];
  return { most: ground.config[`LIMIT_${name.toUpperCase() as Uppercase<LimitName>}`], seconds };
}

/** Counts what no route can name beforehand, such as the account that a call is about. Not within a transaction. */
export async function countHere(
  at: { readonly ground: Ground; readonly origin: Origin },
  name: LimitName,
  who: string,
): Promise<void> {
  if (isCounted(at.ground, at.origin.ip)) await countShared(at.ground, name, who);
}

const exempt = new WeakMap<Ground, Trust>();

/**
 * Whether calls from an address count for limits. It is the caller's own address, or what a proxy of ours says of it: what
 * anybody else says is never believed (caller.ts). Locks know no exemption.
 */
export function isCounted(ground: Ground, ip: string | undefined): boolean {
  if (ground.config.RATE_LIMITS === 'off') return false;
  const isExempt = exempt.get(ground) ?? readRanges(ground.config.LIMITS_EXEMPT).trust;
  exempt.set(ground, isExempt);
  return ip === undefined || !isExempt(ip);
}

type Tally = {
  window: number;
  /** Hits of the window on all nodes, as far as they have told, and of the one before. */
  told: number;
  before: number;
  /** Hits here that the others have not heard of. */
  mine: number;
  toldAtMs: number;
};

/**
 * Counts the general limits of signed-in users. Sharing each call would cost every read a write; so a node counts for
 * itself and exchanges its sum with the others once a second for each user. Within that second each node may let
 * through what the others let through as well, and no more than that.
 */
export function makeGeneralCounter(ground: Ground): (name: LimitName, who: Id) => Promise<Standing> {
  const tallies = new Map<string, Tally>();
  return async (name, who) => {
    const span = spanOf(ground, name);
    const key = `${name}:${who}`;
    if (tallies.size > 50_000) tallies.clear();
    const last = tallies.get(key);
    const tally =
      last?.window === span.window
        ? last
        : { window: span.window, told: 0, before: 0, mine: 0, toldAtMs: -Infinity };
    tallies.set(key, tally);
    tally.mine += 1;
    if (ground.clock.nowMs() - tally.toldAtMs >= ground.config.LIMITS_TOLD_MS)
      await tell(ground, tally, { key, span });
    return judged(span, tally.told + tally.mine + carried(span, tally.before));
  };
}

/** Whoever comes meanwhile does not wait: what is on its way counts as told already. */
async function tell(ground: Ground, tally: Tally, { key, span }: { key: string; span: Span }): Promise<void> {
  const by = tally.mine;
  Object.assign(tally, { mine: 0, told: tally.told + by, toldAtMs: ground.clock.nowMs() });
  const { hits, before } = await ground.limits.add({ key, window: span.window, seconds: span.seconds, by });
  Object.assign(tally, { told: Math.max(hits, tally.told), before });
}

function judged({ name, most, seconds, passed }: Span, used: number): Standing {
  const resetSeconds = seconds - passed;
  if (used > most) {
    throw new Problem('RATE_LIMIT_6001', `Wait ${spoken(resetSeconds)} and try again.`, {
      retryAfterSeconds: resetSeconds,
      standing: { limit: most, remaining: 0, resetSeconds },
      extra: { limit: name },
    });
  }
  return { limit: most, remaining: most - used, resetSeconds };
}

/** The key of an address: IPv6 by its /64, since a home has all of it. */
export function addressKey(ip: string): string {
  const address = canonicalAddress(ip) ?? ip;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill('0');
  return `${[...(left ?? []), ...zeros, ...(right ?? [])].slice(0, 4).join(':')}::/64`;
}
