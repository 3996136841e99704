/**
 * Breaking the glass: somebody of the staff may read one household for a while, with a reason that the household reads at
 * once. They see what an observer sees, change nothing, and every look is written down before it is answered.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { nameOf } from '../../home/households/households.ts';
import { adminsOf, memberOf } from '../../home/memberships/memberships.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { recordAct } from '../../identity/staff-acts/staff-acts.ts';
import { staffRoleOf } from '../../identity/staff-members/staff-members.ts';
import { userById } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import type { HouseholdContext, OpenContext, UserContext } from '../../platform/context.ts';
import type { StaffLook } from '../../platform/http.ts';
import { Problem, invalid, notFound } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { showHome } from '../staff-households/staff-households.ts';
import { grantOnTheWire } from './staff-access.schema.ts';
import type { Opening, WireGrant } from './staff-access.schema.ts';
import {
  closeGrant,
  countLook,
  grantsOver,
  homeOfGrant,
  insertGrant,
  readGrants,
  readGrantsOf,
} from './staff-access.store.ts';

const MINUTE_MS = 60_000;

/** Opens one household to one of the staff. Its admins hear of it in the same commit. */
export async function open(ctx: UserContext, household: Id, opening: Opening): Promise<WireGrant> {
  const staff = ctx.actor.userId;
  const most = ctx.ground.config.STAFF_ACCESS_MINUTES;
  if (opening.minutes > most)
    throw invalid('/minutes', 'too_long', `One reason is good for ${most} minutes at most.`);
  const role = (await staffRoleOf(ctx, staff)) ?? '';
  const until_at = instant(ctx.nowMs + opening.minutes * MINUTE_MS);
  const { reason, ticket = '' } = opening;
  return await ctx.within({ household, actor: { kind: 'system' } }, async (inside) => {
    if (await memberOf(inside, staff))
      throw new Problem('BUSINESS_4001', 'You are a member of this household. Look at it as one.');
    const id = newId();
    await closeOld(inside, staff);
    await add(inside, { id, staff_id: staff, staff_role: role, reason, ticket, until_at });
    const details = { grant: id, minutes: opening.minutes };
    await recordAct(inside, { action: 'access.opened', staff, role, household, reason, ticket, details });
    const after = { staff_id: staff, role, reason, ...(ticket === '' ? {} : { ticket }), until_at };
    inside.emit(happened('staff_access.opened', { ids: [id], op: 'none', after, risk: 'high' }));
    await tellAdmins(inside, { staff, role, reason, until_at });
    return await shown(inside, id);
  });
}

/** Writes a look down, before it is answered. Who comes too late finds no household. */
export async function recordLook(ctx: HouseholdContext, { grant, staff, route }: StaffLook): Promise<void> {
  if (!(await countLook(ctx, grant))) throw notFound('household');
  const after = { staff_id: staff, route };
  ctx.emit(happened('staff_access.read', { ids: [grant], op: 'none', after, risk: 'medium' }));
}

/** Ends a grant by who has it, or by a superadmin. */
export async function endByStaff(ctx: UserContext, id: Id): Promise<WireGrant> {
  const household = await homeOfGrant(ctx, id);
  if (household === undefined) throw noSuchGrant();
  const staff = ctx.actor.userId;
  const role = await staffRoleOf(ctx, staff);
  return await ctx.within({ household, actor: { kind: 'system' } }, async (inside) => {
    await end(inside, id, 'staff');
    await recordAct(inside, { action: 'access.ended', staff, role, household, details: { grant: id } });
    return await shown(inside, id);
  });
}

/** Ends a grant by an admin of the household, whoever has it. */
export async function endByHousehold(ctx: HouseholdContext, id: Id): Promise<WireGrant> {
  if ((await readGrants(ctx, id)).length === 0) throw noSuchGrant();
  await end(ctx, id, 'household');
  return await shown(ctx, id);
}

/** What has run out is marked as ended, so that a clock which is set back opens nothing again. */
export async function endWhatIsOver(ctx: OpenContext): Promise<void> {
  for (const { household_id: household, id } of await grantsOver(ctx)) {
    await ctx.within({ household, actor: { kind: 'system' } }, async (inside) => {
      if (await closeGrant(inside, id, 'time')) tellEnd(inside, id, 'time');
    });
  }
}

/** Nobody looks into what is no household any more. */
export async function endWithHousehold(ctx: HouseholdContext): Promise<void> {
  for (const { id, ended_at } of await readGrants(ctx))
    if (ended_at === null && (await closeGrant(ctx, id, 'household'))) tellEnd(ctx, id, 'household');
}

export async function listGrants(ctx: HouseholdContext): Promise<WireGrant[]> {
  return (await readGrants(ctx)).map((row) => grantOnTheWire(row, ctx.now));
}

export async function listGrantsOf(ctx: UserContext, household: Id): Promise<WireGrant[]> {
  await showHome(ctx, household);
  return (await readGrantsOf(ctx, household)).map((row) => grantOnTheWire(row, ctx.now));
}

async function closeOld(ctx: HouseholdContext, staff: Id): Promise<void> {
  for (const row of await readGrants(ctx)) {
    if (row.staff_id !== staff || row.ended_at !== null || row.until_at > ctx.now) continue;
    if (await closeGrant(ctx, row.id, 'time')) tellEnd(ctx, row.id, 'time');
  }
}

async function add(ctx: HouseholdContext, grant: Parameters<typeof insertGrant>[1]): Promise<void> {
  try {
    await insertGrant(ctx, grant);
  } catch (error) {
    if (constraintOf(error) !== 'staff_grants_one_open') throw error;
    throw new Problem('RESOURCE_3005', 'You may look into this household already. End that first.');
  }
}

async function end(ctx: HouseholdContext, id: Id, by: 'staff' | 'household'): Promise<void> {
  const [row] = await readGrants(ctx, id);
  const isOver = row !== undefined && row.until_at <= ctx.now;
  if (isOver || !(await closeGrant(ctx, id, by)))
    throw new Problem('RESOURCE_3005', 'It has ended already. Nobody looks in by it any more.');
  tellEnd(ctx, id, by);
}

function tellEnd(ctx: HouseholdContext, id: Id, ended_by: string): void {
  ctx.emit(happened('staff_access.ended', { ids: [id], op: 'none', after: { ended_by }, risk: 'medium' }));
}

async function shown(ctx: HouseholdContext, id: Id): Promise<WireGrant> {
  const [row] = await readGrants(ctx, id);
  if (!row) throw noSuchGrant();
  return grantOnTheWire(row, ctx.now);
}

type Told = { staff: Id; role: string; reason: string; until_at: string };

async function tellAdmins(ctx: HouseholdContext, told: Told): Promise<void> {
  const somebody = await userById(ctx, told.staff);
  const staff_name = `${somebody?.first_name ?? ''} ${somebody?.last_name ?? ''}`.trim();
  const until = timeIn(told.until_at, ctx.timeZone);
  const common = { kind: 'staff_looks', household_name: await nameOf(ctx), role: told.role, until } as const;
  const link = `${ctx.ground.publicUrl()}/household/staff-access`;
  for (const { user_id } of await adminsOf(ctx)) {
    const admin = await userById(ctx, user_id);
    if (!admin) continue;
    const letter = { ...common, name: admin.first_name, staff_name, reason: told.reason, link };
    sendLetter(ctx, { to: admin.email, locale: admin.locale, letter });
  }
}

/** Such as `15:45 NZDT, 22 November 2026`. */
function timeIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-NZ', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(Date.parse(at));
}

function noSuchGrant(): Problem {
  return new Problem('RESOURCE_3001', 'There is no such access.');
}
