/**
 * The counters of wrong tries: one for a name and a network, held while they are changed. What they mean is tries.ts; what
 * follows from it is lockout.ts.
 */
import type { Id } from '@kinwise/core/ids';
import { millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { addressKey } from '../../platform/limits.ts';
import { came, closed, failed, forgiven, judged, settled, standingOf } from '../tries/tries.ts';
import type { Counter, LockRule, SlowRule, Standing, Verdict } from '../tries/tries.ts';
import { deleteCounter, holdCounter, readLockTimes, updateCounter } from './counters.store.ts';
import type { Place } from './counters.store.ts';

export { placesOf } from './counters.store.ts';
export type { Place } from './counters.store.ts';

const MINUTE_MS = 60_000;
/** The network of the counter that counts all of them. */
const EVERYWHERE = '*';

export type Held = {
  readonly place: Place;
  /** Of the name as it was typed; else of whoever has it. */
  readonly isNamed: boolean;
  readonly row: Counter;
  readonly standing: Standing;
};

/** Holds the counters of a name and of whoever has it: of this call's network, and of all of them together. */
export async function holdAll(ctx: OpenContext, of: { name: string; person: string }): Promise<Held[]> {
  const keys = [of.name, of.person];
  const places = keys.flatMap((key) => bothNetworks(ctx).map((network) => ({ nameKey: key, network })));
  const held: Held[] = [];
  for (const place of inOrder(places)) {
    const isNamed = place.nameKey === of.name;
    const rule = ruleAt(ctx.ground, place);
    const row = settled(await holdCounter(ctx, place), ctx.nowMs, rule);
    const slow = isNamed && place.network !== EVERYWHERE ? { slow: slowRule(ctx.ground) } : {};
    held.push({ place, isNamed, row, standing: standingOf(row, ctx.nowMs, { ...rule, ...slow }) });
  }
  return held;
}

export function lockAmong(held: readonly Held[]): number | undefined {
  const locks = held.flatMap(({ standing }) => (standing.kind === 'locked' ? [standing.untilMs] : []));
  return locks.length === 0 ? undefined : Math.max(...locks);
}

/** Writes down that a try came, where it counts; with an id it is open from now on. */
export async function letCome(
  ctx: OpenContext,
  { place, row }: Held,
  { isCounted, id }: { isCounted: boolean; id?: Id },
): Promise<void> {
  await updateCounter(ctx, place, isCounted ? came(row, ctx.nowMs, id) : row);
}

/** An open try was wrong; answers for how long that locks, where it does. */
export async function failAt(
  ctx: OpenContext,
  places: readonly Place[],
  id: Id,
): Promise<number | undefined> {
  const locking: number[] = [];
  for (const place of places) {
    const rule = ruleAt(ctx.ground, place);
    const { row, lockingMs } = failed(await holdCounter(ctx, place), id, { nowMs: ctx.nowMs, rule });
    await updateCounter(ctx, place, row);
    if (lockingMs !== undefined) locking.push(lockingMs);
  }
  return locking.length === 0 ? undefined : Math.max(...locking);
}

/** An open try was never looked at. */
export async function closeAt(ctx: OpenContext, places: readonly Place[], id: Id): Promise<void> {
  for (const place of places) await updateCounter(ctx, place, closed(await holdCounter(ctx, place), id));
}

/** Until when each of the counters is or was locked, in milliseconds since 1970. */
export async function readLocks(
  ctx: OpenContext,
  key: string,
  networks: readonly string[],
): Promise<number[]> {
  const rows = await readLockTimes(ctx, key, networks);
  return rows.map((row) => (row.locked_until === null ? 0 : millisecondsOf(row.locked_until)));
}

export async function holdAt(ctx: OpenContext, at: Place): Promise<void> {
  await holdCounter(ctx, at);
}

/** Counts a guess that counts as it comes. */
export async function countAt(ctx: OpenContext, at: Place, most: number): Promise<Verdict> {
  const { row, verdict } = judged(await holdCounter(ctx, at), ctx.nowMs, { ...times(ctx.ground), most });
  await updateCounter(ctx, at, row);
  return verdict;
}

/** Forgives what was wrong. */
export async function forgiveAt(ctx: OpenContext, places: readonly Place[], id?: Id): Promise<void> {
  for (const place of inOrder(places)) {
    const row = forgiven(await holdCounter(ctx, place), id);
    if (Object.keys(row.open_tries).length === 0) await deleteCounter(ctx, place);
    else await updateCounter(ctx, place, row);
  }
}

/** Everybody holds counters in one order, so that no two wait for each other. */
function inOrder(places: readonly Place[]): Place[] {
  const text = ({ nameKey: key, network }: Place): string => `${key} ${network}`;
  return [...places].sort((one, other) => (text(one) < text(other) ? -1 : 1));
}

function ruleAt(ground: Ground, { network }: Place): LockRule {
  const { LOCK_AFTER_FAILURES, LOCK_EVERYWHERE_AFTER_FAILURES } = ground.config;
  return {
    ...times(ground),
    most: network === EVERYWHERE ? LOCK_EVERYWHERE_AFTER_FAILURES : LOCK_AFTER_FAILURES,
  };
}

function times({ config }: Ground): Omit<LockRule, 'most'> {
  return {
    firstMs: config.LOCK_FIRST_MINUTES * MINUTE_MS,
    longestMs: config.LOCK_LONGEST_MINUTES * MINUTE_MS,
  };
}

function slowRule({ config }: Ground): SlowRule {
  return {
    after: config.SLOW_AFTER_FAILURES,
    firstMs: config.SLOW_FIRST_SECONDS * 1000,
    longestMs: config.SLOW_LONGEST_SECONDS * 1000,
  };
}

export function bothNetworks(ctx: OpenContext): [here: string, everywhere: string] {
  return [addressKey(ctx.origin.ip ?? 'unknown'), EVERYWHERE];
}
