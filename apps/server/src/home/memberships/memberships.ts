import { rolesGrantableBy } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { Problem, forbidden, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import {
  requireAnotherGuardian,
  requireAnotherHome,
  requireOwnAccount,
  wardsOf,
} from '../guardians/guardians.ts';
import { membershipOnTheWire } from './memberships.schema.ts';
import type { WireMembership } from './memberships.schema.ts';
import {
  activeAmong,
  countRoles,
  insertMember,
  lockHousehold,
  lockPrimary,
  readMembers,
  readPrimary,
  settlePrimary,
  updateMember,
} from './memberships.store.ts';
import type { MemberRow } from './memberships.store.ts';

export async function listMembers(
  ctx: HouseholdContext,
  only: { ids?: readonly Id[]; status?: string | undefined } = {},
): Promise<WireMembership[]> {
  return (await readMembers(ctx, only)).map((row) => onTheWire(ctx, row));
}

export async function showMember(ctx: HouseholdContext, id: Id): Promise<WireMembership> {
  return onTheWire(ctx, await existing(ctx, id));
}

/** Gives a user a place, before anybody can be in the household: within `arrive`. */
export async function seat(
  ctx: OpenContext,
  place: { household: Id; membership: Id; user: Id; role: Role },
): Promise<void> {
  try {
    await insertMember(ctx, place);
  } catch (error) {
    if (constraintOf(error) !== 'memberships_one_active') throw error;
    throw new Problem('RESOURCE_3002', 'You belong to this household already.');
  }
}

/** Says that a member has come. Their first household is their primary one by itself (invariant 14). */
export async function join(ctx: HouseholdContext, membership: Id): Promise<void> {
  const member = await existing(ctx, membership);
  await settle(ctx, member.user_id);
  const { user_id, role } = member;
  ctx.emit(happened('member.joined', { ids: [membership], after: { user_id, role }, risk: 'medium' }));
}

export async function changeRole(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  role: Role,
): Promise<WireMembership> {
  await takeTurn(ctx);
  const member = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== member.version) throw stale(onTheWire(ctx, member));
  requireAction(ctx, member, 'change_role');
  if (!rolesGrantableBy(ctx.facts.role).includes(role)) throw forbidden(`members.manage for ${role}s`);
  if (member.role === role) return onTheWire(ctx, member);
  await requireOwnAccount(ctx, member.user_id, role);
  if (member.role === 'admin') await requireAnotherAdmin(ctx, member);
  if (role !== 'admin' && role !== 'parent') await requireAnotherGuardian(ctx, member);
  await give(ctx, member, { role, risk: 'medium' });
  return await showMember(ctx, at.id);
}

/** Ends somebody's membership. What they wrote stays; they see the household no more. */
export async function deactivate(ctx: HouseholdContext, id: Id): Promise<WireMembership> {
  await takeTurn(ctx);
  const member = await existing(ctx, id);
  requireAction(ctx, member, 'deactivate');
  await end(ctx, member, 'cancelled');
  return await showMember(ctx, id);
}

export async function leave(ctx: HouseholdContext): Promise<void> {
  await lockHousehold(ctx);
  await end(ctx, await me(ctx), 'cancelled');
}

/** Makes another member an admin and gives the actor another role, both at once. */
export async function transferOwnership(
  ctx: HouseholdContext,
  to: { membership_id: Id; my_role: Role },
): Promise<void> {
  await takeTurn(ctx);
  const [mine, heir] = [await me(ctx), await existing(ctx, to.membership_id)];
  if (heir.status !== 'active') throw ended();
  if (heir.id === mine.id)
    throw new Problem('BUSINESS_4001', 'You are in charge already. Name another member.', {
      errors: [{ pointer: '/membership_id', code: 'self', message: 'Name another member.' }],
    });
  await requireOwnAccount(ctx, heir.user_id, 'admin');
  if (heir.is_leaving)
    throw new Problem('BUSINESS_4008', 'This member has asked to be erased. Name somebody who stays.');
  if (heir.role !== 'admin') await give(ctx, heir, { role: 'admin', risk: 'high' });
  if (mine.role !== to.my_role) await give(ctx, mine, { role: to.my_role, risk: 'high' });
}

/** Makes the household of the context the actor's primary one; the one before knows it in the same commit. */
export async function setPrimary(ctx: HouseholdContext): Promise<void> {
  const mine = await me(ctx);
  await lockPrimary(ctx, mine.user_id);
  const before = await readPrimary(ctx, mine.user_id);
  if (before?.id === mine.id) return;
  if (before) {
    await ctx.within({ household: before.household_id, actor: ctx.actor }, async (there) => {
      await prefer(there, before.id, false);
    });
  }
  if (!(await prefer(ctx, mine.id, true))) throw notFound('household');
}

/** Ends every membership of a household that is deleted. */
export async function endAll(ctx: HouseholdContext): Promise<void> {
  await lockHousehold(ctx);
  for (const ward of await wardsOf(ctx)) await requireAnotherHome(ctx, ward);
  for (const member of await readMembers(ctx, { status: 'active' })) await over(ctx, member, 'expired');
}

/** Whom a household falls to when its last admin goes for good: who stays, grown-ups first, then whoever came first. */
const HEIRS: readonly string[] = ['parent', 'flatmate', 'observer', 'teen', 'child'];
const rankOf = (one: MemberRow) => HEIRS.indexOf(one.role) + (one.is_leaving ? HEIRS.length : 0);

/** Leads a member out who is erased. Answers who is in charge from now on, where nobody else was. */
export async function leadOut(ctx: HouseholdContext, user: Id): Promise<WireMembership | undefined> {
  await lockHousehold(ctx);
  const active = await readMembers(ctx, { status: 'active' });
  const [gone, others] = [
    active.find((member) => member.user_id === user),
    active.filter((member) => member.user_id !== user),
  ];
  if (!gone) return undefined;
  const wards = await wardsOf(ctx);
  const heirs = others.filter((member) => !wards.has(member.user_id)).sort((a, b) => rankOf(a) - rankOf(b));
  if (heirs.length === 0 && others.length > 0) throw new Error('no guardian is left: this is tried again');
  const heir = heirs.some((member) => member.role === 'admin') ? undefined : heirs[0];
  if (heir) await give(ctx, heir, { role: 'admin', risk: 'high' });
  await over(ctx, gone, 'cancelled');
  return heir && onTheWire(ctx, heir);
}

/** Tells devices that a member has a neutral name from now on. */
export async function tellErased(ctx: HouseholdContext, user: Id): Promise<void> {
  const ids = (await readMembers(ctx, { user })).map((member) => member.id);
  if (ids.length > 0) ctx.emit(happened('member.erased', { ids }));
}

export async function countByRole(ctx: HouseholdContext): Promise<Record<string, number>> {
  return Object.fromEntries((await countRoles(ctx)).map(({ role, count }) => [role, Number(count)]));
}

/** Everybody named is an active member; otherwise 404. Who acts here is one. */
export async function requireMembers(ctx: HouseholdContext, users: readonly Id[]): Promise<void> {
  const others = new Set(users.filter((user) => user !== actorId(ctx)));
  if (others.size === 0) return;
  if ((await activeAmong(ctx, [...others])).length < others.size) throw notFound('member');
}

/** The active membership of a user in the household, or undefined. */
export async function memberOf(ctx: HouseholdContext, user: Id): Promise<WireMembership | undefined> {
  const [row] = await readMembers(ctx, { user, status: 'active' });
  return row && onTheWire(ctx, row);
}

/** Who hears of what concerns the household as a whole. */
export async function adminsOf(ctx: HouseholdContext): Promise<{ user_id: Id }[]> {
  return (await readMembers(ctx, { status: 'active' })).filter((member) => member.role === 'admin');
}

export async function actionsOnMembership(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  return (await showMember(ctx, id)).available_actions;
}

async function existing(ctx: HouseholdContext, id: Id): Promise<MemberRow> {
  const [row] = await readMembers(ctx, { ids: [id] });
  if (!row) throw notFound('member');
  return row;
}

async function me(ctx: HouseholdContext): Promise<MemberRow> {
  const [row] = await readMembers(ctx, { user: actorId(ctx) ?? '', status: 'active' });
  if (!row) throw notFound('household');
  return row;
}

/** Waits for its turn to change who is who; the actor's own role may have been taken away in the meantime. */
async function takeTurn(ctx: HouseholdContext): Promise<void> {
  await lockHousehold(ctx);
  if ((await me(ctx)).role !== ctx.facts.role) throw forbidden('members.manage');
}

async function end(ctx: HouseholdContext, member: MemberRow, status: 'cancelled' | 'expired'): Promise<void> {
  if (member.role === 'admin') await requireAnotherAdmin(ctx, member);
  await requireAnotherGuardian(ctx, member);
  await requireAnotherHome(ctx, member.user_id);
  await over(ctx, member, status);
}

async function over(
  ctx: HouseholdContext,
  member: MemberRow,
  status: 'cancelled' | 'expired',
): Promise<void> {
  await lockPrimary(ctx, member.user_id);
  if (!(await updateMember(ctx, member.id, { status }))) throw ended();
  const before = { user_id: member.user_id, role: member.role, status: member.status };
  ctx.emit(happened('member.left', { ids: [member.id], before, after: { status }, risk: 'medium' }));
  await settle(ctx, member.user_id);
}

async function give(
  ctx: HouseholdContext,
  member: MemberRow,
  to: { role: Role; risk: 'medium' | 'high' },
): Promise<void> {
  const { role, risk } = to;
  if (!(await updateMember(ctx, member.id, { role }))) throw ended();
  const before = { user_id: member.user_id, role: member.role };
  ctx.emit(happened('member.changed', { ids: [member.id], before, after: { role }, risk }));
}

async function prefer(ctx: HouseholdContext, membership: Id, is_primary: boolean): Promise<boolean> {
  const written = await updateMember(ctx, membership, { is_primary });
  if (written) {
    const before = { is_primary: !is_primary };
    ctx.emit(happened('member.changed', { ids: [membership], before, after: { is_primary } }));
  }
  return written;
}

/** Gives a user a primary household when they are left without one, and tells that household's devices. */
async function settle(ctx: HouseholdContext, user: Id): Promise<void> {
  const place = await settlePrimary(ctx, user);
  if (!place) return;
  const sides = { before: { is_primary: false }, after: { is_primary: true } };
  const change = happened('member.changed', { ids: [place.id], ...sides });
  if (place.household_id === ctx.household) ctx.emit(change);
  else {
    const there = { household: place.household_id, actor: { kind: 'system' } } as const;
    await ctx.within(there, async (inside) => await Promise.resolve(inside.emit(change)));
  }
}

async function requireAnotherAdmin(ctx: HouseholdContext, member: MemberRow): Promise<void> {
  const active = await readMembers(ctx, { status: 'active' });
  if (active.some((other) => other.role === 'admin' && other.id !== member.id && !other.is_leaving)) return;
  throw new Problem(
    'BUSINESS_4008',
    active.length > 1
      ? 'This is the last admin. Make another member an admin first, then try again.'
      : 'This is the only member. Delete the household instead, or invite somebody to take it over.',
  );
}

function ended(): Problem {
  return new Problem('BUSINESS_4001', 'This membership has ended, and an ended membership does not change.');
}

function requireAction(ctx: HouseholdContext, member: MemberRow, action: string): void {
  if (actionsOn(ctx, member).includes(action)) return;
  if (action === 'deactivate' && member.user_id === actorId(ctx))
    throw new Problem('BUSINESS_4001', 'This is your own membership. Leave the household instead.');
  throw member.status === 'active' ? forbidden('members.manage') : ended();
}

/** The one answer to what may be done with a membership, for `available_actions` and for refusals alike. */
function actionsOn(ctx: HouseholdContext, member: MemberRow): string[] {
  const { role } = ctx.facts;
  if (member.status !== 'active') return [];
  const mine = member.user_id === actorId(ctx) ? ['leave'] : [];
  const below = rolesGrantableBy(role).includes(member.role as Role);
  if (ctx.reach('members.manage') === 'none' || !below) return mine;
  return ['change_role', ...(mine.length > 0 ? mine : ['deactivate'])];
}

function onTheWire(ctx: HouseholdContext, row: MemberRow): WireMembership {
  const isMe = row.user_id === actorId(ctx);
  return membershipOnTheWire(row, {
    isMe,
    withEmail: isMe || ctx.reach('members.manage') !== 'none',
    actions: actionsOn(ctx, row),
  });
}
