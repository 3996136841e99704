import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Tier } from '../../platform/http.ts';

/** What a request has to know of its session, in one trip. */
export type StandingRow = {
  user_id: Id;
  ended_at: string | null;
  expires_at: string;
  token_version: number;
  deleted_at: string | null;
  household_id: Id | null;
  client: string;
  remembered: boolean;
  app_lock: boolean;
  active_at: string;
  idle_timeout: string | null;
  is_locked: boolean;
  is_staff: boolean;
  guarded: boolean;
  tier: Tier;
  locale: string;
  /** It looks as if somebody else had it, and was renewed since. */
  held: boolean;
  /** Access tokens of the session that ended before their time. */
  denied: Id[];
};

export async function readStanding(ctx: OpenContext, session: Id): Promise<StandingRow | undefined> {
  const [row] = await ctx.db.text<StandingRow>(
    `select s.user_id, s.ended_at, s.expires_at, u.token_version, u.deleted_at, u.tier,
       coalesce(u.preferences ->> 'language', u.locale) as locale, m.household_id,
       s.client, s.remembered, s.app_lock, s.active_at, u.preferences ->> 'idle_timeout' as idle_timeout,
       exists (select from account_locks l where l.user_id = s.user_id) as is_locked,
       exists (select from staff_members f where f.user_id = s.user_id) as is_staff,
       exists (select from guarded_accounts g where g.user_id = u.id and g.released_at is null) as guarded,
       exists (select from session_risks r where r.session_id = s.id and r.held) as held,
       array(select d.id::text from denied_tokens d where d.session_id = s.id) as denied
     from sessions s join users u on u.id = s.user_id
     left join memberships m on m.user_id = s.user_id and m.is_primary
     where s.id = $1`,
    [session],
  );
  return row;
}

export async function insertDenied(
  ctx: OpenContext,
  token: { id: Id; session: Id; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('denied_tokens')
      .values({ id: token.id, session_id: token.session, expires_at: token.expiresAt })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function deleteDeniedBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('denied_tokens').where('expires_at', '<', before));
}
