import { reachOf } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import { instant, todayIn } from './clock.ts';
import type {
  Actor,
  Ground,
  Happening,
  HouseholdContext,
  HouseholdFacts,
  JobRequest,
  OpenContext,
  Origin,
  Place,
} from './context.ts';
import { together } from './context.ts';
import type { Db } from './database.ts';
import { forbidden, notFound } from './problems.ts';
import { claim } from './idempotency.ts';
import type { Answer, Claim } from './idempotency.ts';
import { enqueueAll, record } from './record.ts';
import { inTransaction, look, lookBy } from './transaction.ts';
import type { Sight } from './transaction.ts';

/** Finds the household and the actor's place in it; undefined when the actor has none. Handed in by the start. */
export type LoadHousehold = (
  db: Db,
  at: { readonly household: Id; readonly actor: Actor; readonly now: string },
) => Promise<HouseholdFacts | undefined>;

/** Which events have listeners, and the job that each listener runs. Made from the features' reactions. */
export type Listeners = ReadonlyMap<string, readonly string[]>;

export type Opener = {
  /** `before` is the answer of an earlier call with the same key, for work that has been done already. */
  inHousehold<T>(at: At, work: (ctx: HouseholdContext, before?: Answer) => Promise<T>): Promise<T>;
  outside<T>(
    at: { user?: Id | undefined; origin: Origin },
    work: (ctx: OpenContext) => Promise<T>,
  ): Promise<T>;
};

export type At = {
  readonly household: Id;
  readonly actor: Actor;
  readonly origin: Origin;
  /** The work only reads. */
  readonly reading?: boolean;
  /** The key of a call that must take effect once. It is claimed on the trip that finds the household. */
  readonly claim?: Omit<Claim, 'now'> | undefined;
};

/** What both ways need, from the start of the program. */
type Parts = {
  readonly ground: Ground;
  readonly loadHousehold: LoadHousehold;
  readonly listeners: Listeners;
};

/** The two ways to reach the database, and there is no third. */
export function makeOpener(ground: Ground, loadHousehold: LoadHousehold, listeners: Listeners): Opener {
  const parts: Parts = { ground, loadHousehold, listeners };
  return {
    inHousehold: async (at, work) =>
      await inTransaction(
        ground.database.app,
        { ...sightOf(at), reading: at.reading === true },
        async (db) => await enter(parts, { db, at }, work),
      ),
    outside: async (at, work) => {
      const sight = { user: at.user };
      return await inTransaction(ground.database.app, sight, async (db) => {
        const open = openContext(parts, { db, origin: at.origin, sight });
        const result = await work(open.ctx);
        enqueueAll(db, open.jobs);
        return result;
      });
    },
  };
}

class Rehearsed extends Error {}

/**
 * Does the work, keeps its answer and takes everything back: a preview is the same code as the real thing.
 * What the work said and queued is forgotten with it.
 */
export async function rehearse<T>(
  ctx: HouseholdContext,
  work: (ctx: HouseholdContext) => Promise<T>,
): Promise<T> {
  const answer: T[] = [];
  await ctx.db.text('savepoint rehearsal');
  try {
    answer.push(await work({ ...ctx, emit: () => undefined, enqueue: () => undefined }));
    throw new Rehearsed();
  } catch (error) {
    await ctx.db.text('rollback to savepoint rehearsal');
    if (!(error instanceof Rehearsed)) throw error;
  }
  return answer[0] as T;
}

function sightOf(at: At): Sight {
  const { actor, household } = at;
  return actor.kind === 'user' ? { household, user: actor.userId } : { household, system: true };
}

/** The work of a household in a transaction that already looks at it, with its log at the end. */
async function enter<T>(
  parts: Parts,
  from: { db: Db; at: At },
  work: (ctx: HouseholdContext, before?: Answer) => Promise<T>,
): Promise<T> {
  const { db, at } = from;
  const open = openContext(parts, { db, origin: at.origin, sight: sightOf(at) });
  const [facts, before] = await together([
    parts.loadHousehold(db, { household: at.household, actor: at.actor, now: open.ctx.now }),
    at.claim ? claim(db, { ...at.claim, now: open.ctx.now }) : Promise.resolve(undefined),
  ]);
  if (!facts) throw notFound('household');
  if (facts.staffGrant !== undefined) await lookBy(db, facts.staffGrant);
  const happenings: Happening[] = [];
  const ctx = householdContext(open.ctx, { at, facts, happenings });
  const result = await work(ctx, before);
  record(ctx, { happenings, jobs: open.jobs, listeners: parts.listeners });
  return result;
}

/** Steps into another household and back, also when the work there is refused. */
async function stepInto<T>(
  parts: Parts,
  from: { db: Db; origin: Origin; sight: Sight; place: Place },
  work: (ctx: HouseholdContext) => Promise<T>,
): Promise<T> {
  const { db, origin, sight, place } = from;
  const at: At = { household: place.household, actor: place.actor, origin };
  await look(db, sightOf(at));
  try {
    await place.arrive?.();
    const result = await enter(parts, { db, at }, work);
    await look(db, sight);
    return result;
  } catch (error) {
    // A transaction that a statement broke takes no settings, and needs none: it can only be rolled back.
    await look(db, sight).catch(() => undefined);
    throw error;
  }
}

function openContext(
  parts: Parts,
  from: { db: Db; origin: Origin; sight: Sight },
): { ctx: OpenContext; jobs: JobRequest[] } {
  const { ground } = parts;
  const nowMs = ground.clock.nowMs();
  const jobs: JobRequest[] = [];
  const ctx: OpenContext = {
    ground,
    origin: from.origin,
    nowMs,
    now: instant(nowMs),
    db: from.db,
    apart: async (work) => await inTransaction(ground.database.app, { user: from.sight.user }, work),
    enqueue: (request) => {
      jobs.push(request);
    },
    within: async (place, work) => await stepInto(parts, { ...from, place }, work),
  };
  return { ctx, jobs };
}

function householdContext(
  open: OpenContext,
  from: { at: At; facts: HouseholdFacts; happenings: Happening[] },
): HouseholdContext {
  const { at, facts, happenings } = from;
  return {
    ...open,
    household: at.household,
    actor: at.actor,
    facts,
    currency: facts.currency,
    timeZone: facts.timeZone,
    today: todayIn(open.nowMs, facts.timeZone),
    emit: (happening) => {
      happenings.push(happening);
    },
    reach: (capability) => reachOf(facts.role, capability),
    require: (capability) => {
      const reach = reachOf(facts.role, capability);
      if (reach === 'none') throw forbidden(capability);
      return reach;
    },
  };
}
