import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type StaffAction =
  | 'account.locked'
  | 'account.unlocked'
  | 'sessions.ended'
  | 'factors.removed'
  | 'password.required'
  | 'tier.given'
  | 'role.given'
  | 'role.taken'
  | 'access.opened'
  | 'access.ended'
  | 'organisation.tier_set'
  | 'audit.exported';

/** Something that staff did, as it is kept. */
export type Act = {
  readonly action: StaffAction;
  /** Nobody where it was done by the command line of the server. */
  readonly staff: Id | undefined;
  readonly role: string | undefined;
  readonly user?: Id | undefined;
  readonly household?: Id | undefined;
  readonly reason?: string | undefined;
  readonly ticket?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>>;
};

export async function insertAct(ctx: OpenContext, act: Act & { id: Id }): Promise<void> {
  await ctx.db.run(
    k.insertInto('staff_acts').values({
      id: act.id,
      at: ctx.now,
      staff_id: act.staff ?? null,
      staff_role: act.role ?? null,
      action: act.action,
      on_user: act.user ?? null,
      on_household: act.household ?? null,
      reason: act.reason ?? '',
      ticket: act.ticket ?? '',
      details: JSON.stringify(act.details ?? {}),
      ip: ctx.origin.ip ?? null,
      agent: ctx.origin.agent ?? null,
      request_id: ctx.origin.requestId,
    }),
  );
}
