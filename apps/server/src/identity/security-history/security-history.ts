/** What happened around one's own account, and how it stands. */
import type { z } from 'zod';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { isMarked } from '../password-marks/password-marks.ts';
import { listSessions } from '../sessions/sessions.ts';
import { showMe, userById } from '../users/users.ts';
import { entryOnTheWire } from './security-history.schema.ts';
import type { HistoryQuery, WireSecurityEntry, statusSchema } from './security-history.schema.ts';
import { countOwnFailures, readOwn } from './security-history.store.ts';
import type { Wanted } from './security-history.store.ts';

const DAY_MS = 24 * 3600 * 1000;
const RECENT_MS = 30 * DAY_MS;
const SORT = '-at';

export async function listHistory(ctx: UserContext, query: HistoryQuery) {
  const { kind, success } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters: { kind, success },
    by: 'at',
    read: async (from, limit) => await readOwn(ctx, ctx.actor.userId, { kind, success, from, limit }),
  });
  const seen = { session: ctx.actor.sessionId, places: ctx.ground.places };
  return { results: rows.map((row) => entryOnTheWire(row, seen)), _meta: meta };
}

export async function showStatus(ctx: UserContext): Promise<z.infer<typeof statusSchema>> {
  const { userId: user, sessionId: current } = ctx.actor;
  const since = instant(ctx.nowMs - RECENT_MS);
  const read = async (wanted: Wanted): Promise<WireSecurityEntry[]> =>
    (await readOwn(ctx, user, wanted)).map((row) =>
      entryOnTheWire(row, { session: current, places: ctx.ground.places }),
    );
  const person = await userById(ctx, user);
  const changedAt = person?.password_hash ? (person.password_changed_at ?? undefined) : undefined;
  return {
    email_verified: (await showMe(ctx, user)).email_verified,
    password_changed_at: changedAt ?? null,
    password_age_days:
      changedAt === undefined ? null : Math.floor((ctx.nowMs - millisecondsOf(changedAt)) / DAY_MS),
    password_breached: person !== undefined && (await isMarked(ctx, person, 'breached')),
    sessions: (await listSessions(ctx, { user, current })).length,
    last_sign_ins: await read({ action: 'login.succeeded', limit: 5 }),
    failures: await countOwnFailures(ctx, user, since),
    recent_risks: await read({ risky: true, since, limit: 10 }),
  };
}
