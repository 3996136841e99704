/**
 * What no single call shows: many names tried from one network, one name from many, a burst of registrations, somebody
 * who is locked again and again. A job looks, and each is told once for as long as it goes on.
 */
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { raiseWhileItGoesOn } from '../security/security.ts';
import {
  namesOfManyNetworks,
  neighbourhoodsOfMany,
  networksOfManyNames,
  oftenLocked,
} from './patterns.store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A home types some names wrong, not so many in an hour. */
const NAMES = 10;
/** A phone changes networks, not so often while its owner mistypes. */
const NETWORKS = 5;
const REGISTRATIONS = 10;
const LOCKS = 3;

export async function lookForPatterns(ctx: OpenContext): Promise<void> {
  const [hour, day] = [instant(ctx.nowMs - HOUR_MS), instant(ctx.nowMs - DAY_MS)];
  for (const { network, names } of await networksOfManyNames(ctx, { since: hour, least: NAMES }))
    await raiseWhileItGoesOn(ctx, {
      action: 'alert.password_spraying',
      about: network,
      quietMs: HOUR_MS,
      details: { network, names },
    });
  for (const { key, user, networks } of await namesOfManyNetworks(ctx, { since: hour, least: NETWORKS }))
    await raiseWhileItGoesOn(ctx, {
      action: 'alert.distributed_guessing',
      about: key,
      quietMs: HOUR_MS,
      user: user ?? undefined,
      details: { networks },
    });
  for (const { network, accounts } of await neighbourhoodsOfMany(ctx, { since: hour, least: REGISTRATIONS }))
    await raiseWhileItGoesOn(ctx, {
      action: 'alert.registration_burst',
      about: network,
      quietMs: HOUR_MS,
      details: { network, accounts },
    });
  for (const { key, user, locks } of await oftenLocked(ctx, { since: day, least: LOCKS }))
    await raiseWhileItGoesOn(ctx, {
      action: 'alert.repeated_locks',
      about: key,
      quietMs: DAY_MS,
      user: user ?? undefined,
      details: { locks },
    });
}
