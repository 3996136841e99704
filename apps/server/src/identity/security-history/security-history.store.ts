import { sql } from 'kysely';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';
import { k } from '../../platform/database.ts';

export type OwnEntryRow = {
  id: Id;
  at: string;
  kind: string;
  action: string;
  success: boolean;
  risk: string;
  details: unknown;
  session_id: Id | null;
  ip: string | null;
  agent: string | null;
  /** Why staff did it, where it was staff. */
  reason: string | null;
};

export type Wanted = {
  readonly kind?: string | undefined;
  readonly success?: boolean | undefined;
  readonly action?: string;
  readonly since?: string;
  /** Alerts, and whatever is more than a little risky. */
  readonly risky?: boolean;
  readonly from?: Moment | undefined;
  readonly limit: number;
};

/** A user's own entries, newest first; backwards from a place when that is asked for. */
export async function readOwn(ctx: OpenContext, user: Id, wanted: Wanted): Promise<OwnEntryRow[]> {
  const { kind, success, action, since, risky, from, limit } = wanted;
  const order = from?.back ? 'asc' : 'desc';
  return await ctx.db.rows(
    k
      .selectFrom('security_entries')
      .select(['id', 'at', 'kind', 'action', 'success', 'risk', 'details', 'session_id', 'ip', 'agent'])
      .select((q) =>
        q
          .selectFrom('staff_acts')
          .select('staff_acts.reason')
          .where(sql`security_entries.action`, 'like', 'staff.%')
          .where(sql<boolean>`staff_acts.id = (security_entries.details ->> 'act')::uuid`)
          .as('reason'),
      )
      .where('user_id', '=', user)
      .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
      .$if(success !== undefined, (q) => q.where('success', '=', success === true))
      .$if(action !== undefined, (q) => q.where('action', '=', action ?? ''))
      .$if(since !== undefined, (q) => q.where('at', '>', since ?? ''))
      .$if(risky === true, (q) =>
        q.where((e) => e.or([e('kind', '=', 'alert'), e('risk', 'in', ['high', 'critical'])])),
      )
      .$if(from !== undefined, (q) =>
        q.where((e) =>
          e(e.refTuple('at', 'id'), from?.back ? '>' : '<', e.tuple(from?.at ?? '', from?.id ?? '')),
        ),
      )
      .orderBy('at', order)
      .orderBy('id', order)
      .limit(limit),
  );
}

export async function countOwnFailures(ctx: OpenContext, user: Id, since: string): Promise<number> {
  const [row] = await ctx.db.text<{ count: number }>(
    `select count(*)::int as count from security_entries
     where user_id = $1 and at > $2 and not success and action like 'login.%'`,
    [user, since],
  );
  return row?.count ?? 0;
}
