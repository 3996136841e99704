/** What happened around signing in, for the owner of the account and for whoever watches over the installation. */
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { addressKey } from '../../platform/limits.ts';
import { REFUSAL_QUIET_MS } from '../../platform/watch.ts';
import type { Refusal } from '../../platform/watch.ts';
import { countFailures, deleteRaisedBefore, holdCause, insertEntry, takeCause } from './security.store.ts';
import type { AlertAction, Entry } from './security.store.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So many failures from one address, whatever names were tried, are one alert. */
const FAILURES = 5;
const FAILURES_MS = 15 * MINUTE_MS;
const RAISED_KEPT_MS = 30 * DAY_MS;

/** Writes an entry that nobody can change or take back, in the transaction of what it tells. */
export async function note(ctx: OpenContext, entry: Entry): Promise<void> {
  await insertEntry(ctx, entry);
  if (entry.success === false && entry.kind !== 'alert') await watchFailures(ctx, entry);
}

export type Alert = Omit<Entry, 'action' | 'kind' | 'success'> & {
  readonly action: AlertAction;
  /** What it is about, such as a user or an address. */
  readonly about: string;
  /** The same cause raises no second alert for so long. */
  readonly quietMs: number;
};

/** Raises an alert, once for one cause within its window; answers whether this call was the one. */
export async function raise(ctx: OpenContext, alert: Alert): Promise<boolean> {
  const { about, quietMs, ...entry } = alert;
  if (!(await isFirst(ctx, `${entry.action}:${about}`, quietMs))) return false;
  await note(ctx, { risk: 'high', ...entry, kind: 'alert' });
  return true;
}

/** Raises an alert for something that lasts: once, until it has been quiet for its window. For jobs that look again. */
export async function raiseWhileItGoesOn(ctx: OpenContext, alert: Alert): Promise<boolean> {
  const { about, quietMs, ...entry } = alert;
  if (!(await holdCause(ctx, `${entry.action}:${about}`, instant(ctx.nowMs - quietMs)))) return false;
  await note(ctx, { risk: 'high', ...entry, kind: 'alert' });
  return true;
}

/** Whether nobody else met this cause within the window; of any number at once, one is the first. */
export async function isFirst(ctx: OpenContext, cause: string, quietMs: number): Promise<boolean> {
  return await takeCause(ctx, cause, instant(ctx.nowMs - quietMs));
}

export async function forgetRaised(ctx: OpenContext): Promise<void> {
  await deleteRaisedBefore(ctx, instant(ctx.nowMs - RAISED_KEPT_MS));
}

const REFUSED = {
  limit: { action: 'limit.hit', risk: 'medium' },
  foreign: { action: 'request.refused', risk: 'medium' },
  key: { action: 'api_key.refused', risk: 'medium' },
  household: { action: 'household.not_found', risk: 'medium' },
  // Something that was deleted elsewhere is asked for in all innocence, too.
  missing: { action: 'object.not_found', risk: 'low' },
  input: { action: 'input.refused', risk: 'low' },
  virus: { action: 'upload.infected', risk: 'high' },
} as const;

/** Calls that were refused and are no mistake of a form, of each kind and caller the first in a while. */
export async function tellRefusal(ctx: OpenContext, refusal: Refusal): Promise<void> {
  const { kind, who, user, details } = refusal;
  const cause = `${kind}:${details['limit'] ?? details['route'] ?? ''}:${who}`;
  if (kind !== 'virus' && !(await isFirst(ctx, cause, REFUSAL_QUIET_MS))) return;
  await note(ctx, { ...REFUSED[kind], user, success: false, details });
}

/** More of the answers are errors of ours than may be. */
export async function tellFailing(
  ctx: OpenContext,
  { failed, total }: { failed: number; total: number },
): Promise<void> {
  const alert = { action: 'alert.error_rate', about: 'server', quietMs: 60 * MINUTE_MS } as const;
  if (await raise(ctx, { ...alert, risk: 'critical', details: { failed, total } }))
    ctx.ground.log.error({ failed, total }, 'more than 5 % of the answers are errors');
}

async function watchFailures(ctx: OpenContext, entry: Entry): Promise<void> {
  const { ip } = ctx.origin;
  if (ip === undefined) return;
  const network = addressKey(ip);
  const { count, users } = await countFailures(ctx, network, instant(ctx.nowMs - FAILURES_MS));
  if (count < FAILURES) return;
  await raise(ctx, {
    action: 'alert.many_failures',
    about: network,
    quietMs: 4 * FAILURES_MS,
    // Whoever it was tried on last hears of it, and takes the address along when they are erased.
    user: entry.user,
    details: { failures: count, accounts: users },
  });
}
