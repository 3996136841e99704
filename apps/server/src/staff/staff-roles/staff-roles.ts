/** Giving and taking staff roles. */
import type { Id } from '@kinwise/core/ids';
import type { StaffRole } from '@kinwise/core/staff';
import { hasFactor } from '../../identity/factors/factors.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { giveRole, readStaff, staffRoleOf, takeRole } from '../../identity/staff-members/staff-members.ts';
import type { StaffRow } from '../../identity/staff-members/staff-members.ts';
import { userById } from '../../identity/users/users.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, unknown } from '../../platform/problems.ts';
import type { Giving, WireStaff } from './staff-roles.schema.ts';

export async function showOwnRole(ctx: UserContext): Promise<WireStaff> {
  const [row] = await readStaff(ctx, ctx.actor.userId);
  if (!row) throw new Problem('RESOURCE_3001', 'There is nothing at this address.');
  return await onTheWire(ctx, row);
}

export async function listStaff(ctx: UserContext): Promise<WireStaff[]> {
  const all: WireStaff[] = [];
  for (const row of await readStaff(ctx)) all.push(await onTheWire(ctx, row));
  return all;
}

export async function give(ctx: UserContext, body: Giving): Promise<WireStaff> {
  const { user_id: user, role, reason } = body;
  const person = await userById(ctx, user);
  if (!person || person.is_demo)
    throw unknown('/user_id', 'user_unknown', 'There is no such account that could be staff.');
  if (person.email_verified_at === null)
    throw new Problem(
      'RESOURCE_3005',
      'Their address is not confirmed yet. They open the link in their mail first.',
    );
  const staff = ctx.actor.userId;
  await giveRole(ctx, { user, role }, { staff, role: await staffRoleOf(ctx, staff), reason });
  await tell(ctx, user, role);
  const [row] = await readStaff(ctx, user);
  if (!row) throw new Error('a role was given and is not there');
  return await onTheWire(ctx, row);
}

export async function take(ctx: UserContext, user: Id, reason: string): Promise<void> {
  const staff = ctx.actor.userId;
  await takeRole(ctx, user, { staff, role: await staffRoleOf(ctx, staff), reason });
  await tell(ctx, user, undefined);
}

async function tell(ctx: OpenContext, id: Id, role: StaffRole | undefined): Promise<void> {
  const user = await userById(ctx, id);
  if (!user) return;
  const link = `${ctx.ground.publicUrl()}${role === undefined ? '/' : '/admin/'}`;
  const letter = { kind: 'staff_role', name: user.first_name, link, role } as const;
  sendLetter(ctx, { to: user.email, locale: user.locale, letter });
}

async function onTheWire(ctx: UserContext, row: StaffRow): Promise<WireStaff> {
  const name = `${row.first_name} ${row.last_name}`.trim();
  return {
    user_id: row.user_id,
    name: name === '' ? row.email : name,
    email: row.email,
    role: row.role,
    since: row.since,
    has_factor: await hasFactor(ctx, row.user_id),
    is_me: row.user_id === ctx.actor.userId,
  };
}
