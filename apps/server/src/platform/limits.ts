import type { Id } from '@kinwise/core/ids';
import { canonicalAddress } from './caller.ts';
import type { Ground } from './context.ts';
import { Problem } from './problems.ts';

/** How many calls in how many seconds, for each name, where no setting `LIMIT_…` says otherwise. A route names those that count it. */
export const LIMITS = {
  api: { most: 600, seconds: 60 },
  write: { most: 120, seconds: 60 },
  import: { most: 20, seconds: 3600 },
  register: { most: 3, seconds: 3600 },
  register_invited: { most: 30, seconds: 3600 },
  login_minute: { most: 5, seconds: 60 },
  login_hour: { most: 25, seconds: 3600 },
  second_step: { most: 10, seconds: 60 },
  passkey_options: { most: 120, seconds: 3600 },
  passkey_login: { most: 10, seconds: 60 },
  reset: { most: 5, seconds: 3600 },
  reset_account: { most: 3, seconds: 3600 },
  reset_confirm: { most: 10, seconds: 3600 },
  verify: { most: 10, seconds: 3600 },
  resend: { most: 5, seconds: 3600 },
  refresh_minute: { most: 10, seconds: 60 },
  refresh_hour: { most: 60, seconds: 3600 },
  exchange: { most: 10, seconds: 3600 },
  password_change: { most: 10, seconds: 3600 },
  token_verify: { most: 100, seconds: 3600 },
  unlock: { most: 10, seconds: 3600 },
  lockout_status: { most: 60, seconds: 3600 },
  strength: { most: 120, seconds: 3600 },
  invitation: { most: 60, seconds: 3600 },
  export: { most: 30, seconds: 3600 },
} as const satisfies Record<string, { most: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

/** What is left of a limit, for the RateLimit headers. */
export type Standing = { limit: number; remaining: number; resetSeconds: number };

/**
 * Counts a call against a limit in a table that all nodes share; refuses with 429 when it is over. The window slides:
 * the window before counts by the part of it that is still within reach.
 */
export async function countShared(ground: Ground, name: LimitName, who: string): Promise<Standing> {
  const { most, seconds } = limitOf(ground, name);
  const nowSeconds = Math.floor(ground.clock.nowMs() / 1000);
  const window = Math.floor(nowSeconds / seconds);
  const { rows } = await ground.database.app.query<{ hits: number; before: number }>(
    `with hit as (
       insert into rate_limits as r (key, window_start, hits) values ($1, $2, 1)
       on conflict (key, window_start) do update set hits = r.hits + 1 returning hits)
     select hit.hits, coalesce((select hits from rate_limits where key = $1 and window_start = $3), 0) as before from hit`,
    [`${name}:${who}`, window * seconds, (window - 1) * seconds],
  );
  const row = rows[0] ?? { hits: 1, before: 0 };
  const passed = nowSeconds - window * seconds;
  const used = row.hits + Math.floor((row.before * (seconds - passed)) / seconds);
  return judged({ name, used, resetSeconds: seconds - passed, most });
}

/** The limit as the settings have it: its window is fixed, its number may be changed. */
export function limitOf(ground: Ground, name: LimitName): { most: number; seconds: number } {
  const { seconds } = LIMITS[name];
  return { most: ground.config[`LIMIT_${name.toUpperCase() as Uppercase<LimitName>}`], seconds };
}

/** Counts what no route can name beforehand, such as the account that a call is about. Not within a transaction. */
export async function countHere(ground: Ground, name: LimitName, who: string): Promise<void> {
  if (ground.config.RATE_LIMITS === 'on') await countShared(ground, name, who);
}

/** The general limits of a signed-in user are counted in memory: exact sharing is not worth a write for each read. */
export function makeLocalCounter(ground: Ground): (name: LimitName, who: Id) => Standing {
  const counts = new Map<string, { window: number; hits: number }>();
  return (name, who) => {
    const { most, seconds } = limitOf(ground, name);
    const nowSeconds = Math.floor(ground.clock.nowMs() / 1000);
    const window = Math.floor(nowSeconds / seconds);
    const key = `${name}:${who}`;
    if (counts.size > 50_000) counts.clear();
    const entry = counts.get(key);
    const hits = entry?.window === window ? entry.hits + 1 : 1;
    counts.set(key, { window, hits });
    return judged({ name, used: hits, resetSeconds: (window + 1) * seconds - nowSeconds, most });
  };
}

function judged(count: { name: string; used: number; resetSeconds: number; most: number }): Standing {
  if (count.used > count.most) {
    throw new Problem('RATE_LIMIT_6001', `Wait ${count.resetSeconds} seconds and try again.`, {
      retryAfterSeconds: count.resetSeconds,
      extra: { limit: count.name },
    });
  }
  return { limit: count.most, remaining: count.most - count.used, resetSeconds: count.resetSeconds };
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
