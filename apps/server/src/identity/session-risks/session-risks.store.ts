import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

export type RiskRow = { user_id: Id; agent: string; ip: string | null; score: number; held: boolean };

/** What the session looks like so far: as it was vouched for last, else as it began. */
export async function readRisk(ctx: OpenContext, session: Id): Promise<RiskRow | undefined> {
  const [row] = await ctx.db.text<RiskRow>(
    `select s.user_id, coalesce(r.agent, s.agent) as agent,
       case when r.session_id is null then s.ip else r.ip end as ip,
       coalesce(r.score, 0) as score, coalesce(r.held, false) as held
     from sessions s left join session_risks r on r.session_id = s.id
     where s.id = $1 and s.ended_at is null`,
    [session],
  );
  return row;
}

/** From here the session may look like this; what was strange about it is forgotten. */
export async function settleRisk(
  ctx: OpenContext,
  session: Id,
  seen: { agent: string; ip: string | null },
): Promise<void> {
  await ctx.db.text(
    `insert into session_risks (session_id, agent, ip) values ($1, $2, $3)
     on conflict (session_id) do update
       set agent = excluded.agent, ip = excluded.ip, score = 0, reason = null, raised_at = null, held = false`,
    [session, seen.agent, seen.ip],
  );
}

/** Raises the score where it is higher than before; of any number of calls at once, one does. */
export async function raiseScore(
  ctx: OpenContext,
  session: Id,
  to: { agent: string; ip: string | null; score: number; reason: string },
): Promise<boolean> {
  const rows = await ctx.db.text(
    `insert into session_risks as r (session_id, agent, ip, score, reason, raised_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (session_id) do update set score = excluded.score, reason = excluded.reason, raised_at = excluded.raised_at
       where r.score < excluded.score returning 1`,
    [session, to.agent, to.ip, to.score, to.reason, ctx.now],
  );
  return rows.length > 0;
}

export async function hold(ctx: OpenContext, session: Id): Promise<void> {
  await ctx.db.text('update session_risks set held = true where session_id = $1 and score > 0', [session]);
}
