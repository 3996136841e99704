/** Who is staff, with which role. It is read at every request that needs it and stands in no token. */
import { reachesStaff } from '@kinwise/core/staff';
import type { StaffRole } from '@kinwise/core/staff';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { areTwo, factorsOf, hasFactor } from '../factors/factors.ts';
import { recordAct } from '../staff-acts/staff-acts.ts';
import { countSuperadmins, deleteRole, putRole, readRole, takeStaffTurn } from './staff-members.store.ts';

export { readRole as staffRoleOf, readStaff } from './staff-members.store.ts';
export type { StaffRow } from './staff-members.store.ts';

/**
 * Refuses whoever is no staff as if there were nothing here; staff without a second factor, and a session that has not
 * seen it, with the cure; a role that does not reach as far, with the one that would.
 */
export async function requireStaff(
  ctx: OpenContext,
  actor: UserContext['actor'],
  least: StaffRole,
): Promise<void> {
  const role = await readRole(ctx, actor.userId);
  if (role === undefined) throw new Problem('RESOURCE_3001', 'There is nothing at this address.');
  if (!(await hasFactor(ctx, actor.userId)))
    throw new Problem(
      'AUTH_1050',
      'Staff need a second factor. Set up an authenticator app or a passkey under Settings, Security.',
    );
  if (!areTwo(await factorsOf(ctx, actor.sessionId)))
    throw new Problem(
      'AUTH_1051',
      'This session has not seen your second factor. Sign out, and sign in with it.',
    );
  requireRole(role, least);
}

export function requireRole(role: StaffRole, least: StaffRole): void {
  if (reachesStaff(role, least)) return;
  throw new Problem(
    'AUTH_1052',
    `This takes the staff role ${least}, and yours is ${role}. Ask a superadmin.`,
    {
      extra: { needs: least },
    },
  );
}

export type By = {
  readonly staff: Id | undefined;
  readonly role: string | undefined;
  readonly reason: string;
};

/** Gives somebody a role in place of the one that they had. A superadmin has to be left. */
export async function giveRole(ctx: OpenContext, to: { user: Id; role: StaffRole }, by: By): Promise<void> {
  await takeStaffTurn(ctx);
  const before = await readRole(ctx, to.user);
  if (before === to.role) return;
  if (before === 'superadmin') await requireAnother(ctx, to.user);
  await putRole(ctx, { ...to, by: by.staff });
  const details = { before: before ?? 'none', after: to.role };
  await recordAct(ctx, { ...by, action: 'role.given', user: to.user, details });
}

export async function takeRole(ctx: OpenContext, user: Id, by: By): Promise<void> {
  await takeStaffTurn(ctx);
  const before = await readRole(ctx, user);
  if (before === undefined) throw new Problem('RESOURCE_3001', 'This person is no staff.');
  if (before === 'superadmin') await requireAnother(ctx, user);
  await deleteRole(ctx, user);
  await recordAct(ctx, { ...by, action: 'role.taken', user, details: { before } });
}

/** The account of the last superadmin stays: nobody else could give roles. */
export async function keepsLastSuperadmin(ctx: UserContext): Promise<string | undefined> {
  await takeStaffTurn(ctx);
  if ((await readRole(ctx, ctx.actor.userId)) !== 'superadmin') return undefined;
  return (await countSuperadmins(ctx, ctx.actor.userId)) > 0 ? undefined : LAST;
}

const LAST = 'You are the last superadmin of this KinWise. Give the role to somebody else first.';

async function requireAnother(ctx: OpenContext, but: Id): Promise<void> {
  if ((await countSuperadmins(ctx, but)) > 0) return;
  throw new Problem('BUSINESS_4008', 'This is the last superadmin. Give the role to somebody else first.');
}
