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
} from './context.ts';
import type { Db } from './database.ts';
import { forbidden, notFound } from './problems.ts';
import { enqueueAll, record } from './record.ts';
import { inTransaction } from './transaction.ts';

/** Finds the household and the actor's place in it; undefined when the actor has none. Handed in by the start. */
export type LoadHousehold = (db: Db, household: Id, actor: Actor) => Promise<HouseholdFacts | undefined>;

/** Which events have listeners, and the job that each listener runs. Made from the features' reactions. */
export type Listeners = ReadonlyMap<string, readonly string[]>;

export type Opener = {
  inHousehold<T>(at: At, work: (ctx: HouseholdContext) => Promise<T>): Promise<T>;
  outside<T>(
    at: { user?: Id | undefined; origin: Origin },
    work: (ctx: OpenContext) => Promise<T>,
  ): Promise<T>;
};

export type At = { readonly household: Id; readonly actor: Actor; readonly origin: Origin };

/** The two ways to reach the database, and there is no third. */
export function makeOpener(ground: Ground, loadHousehold: LoadHousehold, listeners: Listeners): Opener {
  return {
    inHousehold: async (at, work) =>
      await inTransaction(ground.database.app, sightOf(at), async (db) => {
        const facts = await loadHousehold(db, at.household, at.actor);
        if (!facts) throw notFound('household');
        const open = openContext(ground, { db, origin: at.origin, user: userOf(at.actor) });
        const happenings: Happening[] = [];
        const ctx = householdContext(open.ctx, { at, facts, happenings });
        const result = await work(ctx);
        await record(ctx, { happenings, jobs: open.jobs, listeners });
        return result;
      }),
    outside: async (at, work) =>
      await inTransaction(ground.database.app, { user: at.user }, async (db) => {
        const open = openContext(ground, { db, origin: at.origin, user: at.user });
        const result = await work(open.ctx);
        await enqueueAll(db, open.jobs);
        return result;
      }),
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

function sightOf(at: At): { household: Id; user: Id | undefined; system: boolean } {
  return { household: at.household, user: userOf(at.actor), system: at.actor.kind === 'system' };
}

function userOf(actor: Actor): Id | undefined {
  return actor.kind === 'user' ? actor.userId : undefined;
}

function openContext(
  ground: Ground,
  from: { db: Db; origin: Origin; user: Id | undefined },
): { ctx: OpenContext; jobs: JobRequest[] } {
  const nowMs = ground.clock.nowMs();
  const jobs: JobRequest[] = [];
  const ctx: OpenContext = {
    ground,
    origin: from.origin,
    nowMs,
    now: instant(nowMs),
    db: from.db,
    apart: async (work) => await inTransaction(ground.database.app, { user: from.user }, work),
    enqueue: (request) => {
      jobs.push(request);
    },
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
