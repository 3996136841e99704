import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type SecurityAction =
  | 'account.registered'
  | 'account.changed'
  | 'account.locked'
  | 'account.unlocked'
  | 'email.verified'
  | 'email.change_asked'
  | 'email.change_cancelled'
  | 'email.changed'
  | 'identity.linked'
  | 'identity.removed'
  | 'email.change_undone'
  | 'login.succeeded'
  | 'login.failed'
  | 'login.refused'
  | 'session.ended'
  | 'session.renamed'
  | 'session.risky'
  | 'refresh.reused'
  | 'password.changed'
  | 'password.reset_asked'
  | 'password.reset'
  | 'password.breached'
  | 'password.due'
  | 'password.required'
  | 'factor.begun'
  | 'factor.added'
  | 'factor.removed'
  | 'factor.failed'
  | 'factor.refused'
  | 'factor.locked'
  | 'backup_codes.made'
  | 'backup_code.used'
  | 'passkey.renamed'
  | 'passkey.copied'
  | 'code.asked'
  | 'code.failed'
  | 'code.refused'
  | 'code.locked'
  | 'session.app_lock_on'
  | 'session.app_lock_off'
  | 'step_up.passed'
  | 'step_up.failed'
  | 'api_key.made'
  | 'api_key.rotated'
  | 'api_key.changed'
  | 'api_key.revoked'
  | 'api_key.refused'
  | 'limit.hit'
  | 'request.refused'
  | 'household.not_found'
  | 'object.not_found'
  | 'input.refused'
  | 'document.accepted'
  | 'consent.given'
  | 'consent.withdrawn'
  | 'export.asked'
  | 'export.made'
  | 'export.fetched'
  | 'deletion.asked'
  | 'deletion.cancelled'
  | 'upload.infected'
  | 'staff.acted'
  | 'staff.locked_account'
  | 'staff.unlocked_account'
  | 'staff.removed_factors'
  | 'staff.ended_sessions'
  | 'staff.required_password'
  | 'staff.gave_tier'
  | 'staff.role_given'
  | 'staff.role_taken'
  | 'organisation.changed'
  | 'child.added'
  | 'child.link_made'
  | 'child.link_ended'
  | 'child.pin_set'
  | 'child.pin_removed'
  | 'child.pin_failed'
  | 'child.pin_locked'
  | 'child.pin_unlocked'
  | 'child.sessions_ended'
  | 'child.growing_up'
  | 'child.grown_up'
  | 'family_device.added'
  | 'family_device.removed'
  | 'family_device.unlocked'
  | AlertAction;

/** What somebody has to hear of. */
export type AlertAction =
  | 'alert.new_device'
  | 'alert.many_failures'
  | 'alert.session_copied'
  | 'alert.session_risky'
  | 'alert.many_denials'
  | 'alert.mass_export'
  | 'alert.password_spraying'
  | 'alert.distributed_guessing'
  | 'alert.registration_burst'
  | 'alert.repeated_locks'
  | 'alert.error_rate';

export type Entry = {
  readonly action: SecurityAction;
  readonly user?: Id | undefined;
  readonly session?: Id | undefined;
  /** Somebody else did it: from where is theirs, and stands in no history but their own. */
  readonly byOther?: boolean;
  readonly success?: boolean;
  readonly kind?: 'event' | 'alert';
  readonly risk?: 'low' | 'medium' | 'high' | 'critical';
  /** Never a secret, never an address that belongs to nobody here. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
};

export async function insertEntry(ctx: OpenContext, entry: Entry): Promise<void> {
  await ctx.db.run(
    k.insertInto('security_entries').values({
      id: newId(),
      at: ctx.now,
      user_id: entry.user ?? null,
      session_id: entry.session ?? null,
      action: entry.action,
      kind: entry.kind ?? 'event',
      success: entry.success ?? true,
      risk: entry.risk ?? 'low',
      details: JSON.stringify(entry.details ?? {}),
      ip: entry.byOther ? null : (ctx.origin.ip ?? null),
      // Of a stranger nobody could ask to have it erased.
      agent: entry.user === undefined || entry.byOther ? null : (ctx.origin.agent ?? null),
      request_id: ctx.origin.requestId,
    }),
  );
}

/** How many attempts failed from a network since an instant, and at how many accounts. */
export async function countFailures(
  ctx: OpenContext,
  network: string,
  since: string,
): Promise<{ count: number; users: number }> {
  const [row] = await ctx.db.text<{ count: number; users: number }>(
    `select count(*)::int as count, count(distinct user_id)::int as users from security_entries
     where not success and kind = 'event' and at > $2
       and action not in ('limit.hit', 'household.not_found', 'object.not_found', 'input.refused', 'upload.infected')
       and ip >= $1::inet and ip <= host(broadcast($1::inet))::inet`,
    [network, since],
  );
  return row ?? { count: 0, users: 0 };
}

/** Notes a cause unless it was noted since an instant; answers whether this call did. */
export async function takeCause(ctx: OpenContext, cause: string, since: string): Promise<boolean> {
  const rows = await ctx.db.text(
    `insert into raised_alerts as r (cause, raised_at) values ($1, $2)
     on conflict (cause) do update set raised_at = excluded.raised_at where r.raised_at <= $3 returning 1`,
    [cause, ctx.now, since],
  );
  return rows.length > 0;
}

/** The same for a cause that lasts: each look that still meets it moves its instant on, and only the first is the one. */
export async function holdCause(ctx: OpenContext, cause: string, since: string): Promise<boolean> {
  const [row] = await ctx.db.text<{ first: boolean }>(
    `with before as (select raised_at from raised_alerts where cause = $1 for update),
       now as (insert into raised_alerts (cause, raised_at) values ($1, $2)
         on conflict (cause) do update set raised_at = excluded.raised_at)
     select coalesce((select raised_at <= $3 from before), true) as first`,
    [cause, ctx.now, since],
  );
  return row?.first === true;
}

export async function deleteRaisedBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('raised_alerts').where('raised_at', '<', before));
}
