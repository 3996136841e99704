import type { Id } from '@kinwise/core/ids';
import { sql } from 'kysely';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type SessionRow = {
  id: Id;
  user_id: Id;
  client: string;
  remembered: boolean;
  device_name: string;
  agent: string;
  ip: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  last_day_at: string;
  active_at: string;
};

/** With what its owner chose for sessions that nobody sits at. */
export type WatchedRow = SessionRow & { app_lock: boolean; idle_timeout: string | null; is_staff: boolean };

const COLUMNS = [
  'id',
  'user_id',
  'client',
  'remembered',
  'device_name',
  'agent',
  'ip',
  'created_at',
  'last_seen_at',
  'expires_at',
  'last_day_at',
  'active_at',
] as const;

export async function insertSession(
  ctx: OpenContext,
  session: SessionRow & { factors: readonly string[] },
): Promise<void> {
  const factors = [...session.factors];
  await ctx.db.run(k.insertInto('sessions').values({ ...session, factors, confirmed_at: ctx.now }));
}

/** The sessions that have not ended, the one last seen first; some of them may be idle for too long. */
export async function openSessions(ctx: OpenContext, user: Id): Promise<WatchedRow[]> {
  return await ctx.db.rows(
    watched()
      .where('user_id', '=', user)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

export async function findOpen(ctx: OpenContext, session: Id): Promise<WatchedRow | undefined> {
  return await ctx.db.first(
    watched().where('id', '=', session).where('ended_at', 'is', null).where('expires_at', '>', ctx.now),
  );
}

function watched() {
  return k
    .selectFrom('sessions')
    .select([...COLUMNS, 'app_lock', 'ended_at'])
    .select((q) =>
      q
        .selectFrom('users')
        .select(sql<string | null>`preferences ->> 'idle_timeout'`.as('idle_timeout'))
        .whereRef('users.id', '=', 'sessions.user_id')
        .as('idle_timeout'),
    )
    .select((q) =>
      q
        .exists(
          q
            .selectFrom('staff_members')
            .select('role')
            .whereRef('staff_members.user_id', '=', 'sessions.user_id'),
        )
        .$castTo<boolean>()
        .as('is_staff'),
    );
}

/** Browsers' sessions in which nothing was done since, but those that may stay so for ever. */
export async function inactiveSince(ctx: OpenContext, since: string): Promise<WatchedRow[]> {
  const all = k.selectFrom(watched().as('s')).selectAll();
  return await ctx.db.rows(
    all
      .where((q) => q.or([q('client', '=', 'web'), q('is_staff', '=', true)]))
      .where('ended_at', 'is', null)
      .where('active_at', '<', since)
      .where((q) =>
        q.or([
          q('remembered', '=', false),
          q('app_lock', '=', false),
          q('idle_timeout', 'is distinct from', 'never'),
          q('is_staff', '=', true),
        ]),
      ),
  );
}

/**
 * The person did something: moves the last activity, where it is later than `after` and the session has not ended.
 * False when it was not: of a ping and the end of the grace at the same moment one wins, never both.
 */
export async function moveActivity(ctx: OpenContext, session: Id, after: string): Promise<boolean> {
  const moved = await ctx.db.run(
    k
      .updateTable('sessions')
      .set({ active_at: ctx.now })
      .where('id', '=', session)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .where('active_at', '>', after),
  );
  return moved === 1;
}

/** Ends the session unless something was done in it since. */
export async function endInactive(ctx: OpenContext, session: Id, since: string): Promise<boolean> {
  const ended = await ctx.db.run(
    k
      .updateTable('sessions')
      .set({ ended_at: ctx.now, ended_reason: 'idle' })
      .where('id', '=', session)
      .where('ended_at', 'is', null)
      .where('active_at', '=', since),
  );
  return ended === 1;
}

/** Ends sessions that live; `only` and `except` narrow it down. Answers the ids of those that it ended. */
export async function endLive(
  ctx: OpenContext,
  of: { user: Id; reason: string; only?: readonly Id[]; except?: Id | undefined },
): Promise<Id[]> {
  const { only, except } = of;
  const rows = await ctx.db.rows(
    k
      .updateTable('sessions')
      .set({ ended_at: ctx.now, ended_reason: of.reason })
      .where('user_id', '=', of.user)
      .where('ended_at', 'is', null)
      .$if(only !== undefined, (q) => q.where('id', 'in', [...(only ?? [])]))
      .$if(except !== undefined, (q) => q.where('id', '<>', except ?? ''))
      .returning(['id', 'expires_at']),
  );
  return rows.filter((row) => row.expires_at > ctx.now).map((row) => row.id);
}

export async function touchSession(
  ctx: OpenContext,
  session: Id,
  seen: { expires_at: string; ip: string | null; agent: string },
): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('sessions')
      .set({ ...seen, last_seen_at: ctx.now })
      .where('id', '=', session),
  );
}

/** False when it is no live session of this user. */
export async function updateName(
  ctx: OpenContext,
  at: { user: Id; session: Id },
  name: string,
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('sessions')
      .set({ device_name: name })
      .where('id', '=', at.session)
      .where('user_id', '=', at.user)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', ctx.now),
  );
  return touched === 1;
}

/** False when it is said already, or no live session of this user. */
export async function updateAppLock(
  ctx: OpenContext,
  at: { user: Id; session: Id },
  on: boolean,
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('sessions')
      .set({ app_lock: on })
      .where('id', '=', at.session)
      .where('user_id', '=', at.user)
      .where('app_lock', '<>', on)
      .where('ended_at', 'is', null),
  );
  return touched === 1;
}

export type ProofRow = { factors: string[]; confirmed_at: string | null };

export async function readProof(ctx: OpenContext, session: Id): Promise<ProofRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('sessions')
      .select(['factors', 'confirmed_at'])
      .where('id', '=', session)
      .where('ended_at', 'is', null),
  );
}

/** Adds to what the session has seen, each kind once, and marks it as confirmed just now where that was meant. */
export async function updateProof(
  ctx: OpenContext,
  session: Id,
  seen: { factors: readonly string[]; confirmed: boolean },
): Promise<void> {
  await ctx.db.text(
    `update sessions set
       factors = factors || array(select unnest($2::text[]) except select unnest(factors)),
       confirmed_at = case when $3 then $4::timestamptz else confirmed_at end
     where id = $1 and ended_at is null`,
    [session, [...seen.factors], seen.confirmed, ctx.now],
  );
}

/** Sessions that are over for a while go, and their tokens with them. */
export async function deleteSessionsBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('sessions').where('expires_at', '<', before));
}
