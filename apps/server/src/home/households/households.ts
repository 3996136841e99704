import { may } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { nextPayDay, periodAt } from '@kinwise/core/pay-periods';
import type { PayCycle, PayCycleKind } from '@kinwise/core/pay-periods';
import type { z } from 'zod';
import { happened } from '../../events.ts';
import { todayIn } from '../../platform/clock.ts';
import type { HouseholdContext, UserContext } from '../../platform/context.ts';
import { actorId } from '../../platform/context.ts';
import type { LoadHousehold } from '../../platform/in-household.ts';
import { Problem, invalid, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { countByRole, endAll, join, seat } from '../memberships/memberships.ts';
import { CYCLE_OF_TYPE, householdOnTheWire } from './households.schema.ts';
import type {
  HouseholdChange,
  NewHousehold,
  NewPayCycle,
  WireHousehold,
  summarySchema,
} from './households.schema.ts';
import {
  cycleColumns,
  insertHousehold,
  lockHousehold,
  noteOrganisation,
  openGrant,
  placeIn,
  readHouseholds,
  readName,
  updateHousehold,
} from './households.store.ts';
import type { HouseholdRow } from './households.store.ts';

export { householdSchema } from './households.schema.ts';
export { noteOrganisation } from './households.store.ts';

/** What the opener loads: the household, and the actor's role in it. Who is no active member finds no household. */
export const loadHousehold: LoadHousehold = async (db, { household, actor, now }) => {
  const row = await placeIn(db, household, actor.kind === 'user' ? actor.userId : undefined);
  if (!row) return undefined;
  const isOutsider = actor.kind === 'user' && row.role === null;
  const staffGrant = isOutsider ? await openGrant(db, now) : undefined;
  if (isOutsider && staffGrant === undefined) return undefined;
  return {
    staffGrant,
    // Staff see what an observer sees, and can do nothing.
    role: isOutsider ? 'observer' : ((row.role ?? 'admin') as Role),
    membershipId: row.membership_id ?? undefined,
    currency: row.currency,
    timeZone: row.time_zone,
    payCycle: payCycleOf(row),
    lastSeq: row.last_seq ?? 0n,
  };
};

/** Every household that the user belongs to, the primary one first. */
export async function listHouseholds(ctx: UserContext): Promise<WireHousehold[]> {
  return (await readHouseholds(ctx, ctx.actor.userId)).map((row) => onTheWire(row));
}

/** The household of the context, as its actor sees it. */
export async function showHousehold(ctx: HouseholdContext): Promise<WireHousehold> {
  return onTheWire(await own(ctx));
}

/** What the household of the context is called, for whoever acts in it. */
export async function nameOf(ctx: HouseholdContext): Promise<string> {
  return (await readName(ctx)) ?? '';
}

/** Founds a household: who makes it is its first admin, and whatever features give a new household is in it. */
export async function createHousehold(ctx: UserContext, body: NewHousehold): Promise<WireHousehold> {
  const household = body.id ?? newId();
  const membership = newId();
  const { actor } = ctx;
  const pay_cycle = payCycleFrom(
    body.pay_cycle ?? { kind: CYCLE_OF_TYPE[body.type] },
    todayIn(ctx.nowMs, body.time_zone),
  );
  const arrive = async (): Promise<void> => {
    await found(ctx, { ...body, id: household, pay_cycle });
    await seat(ctx, { household, membership, user: actor.userId, role: 'admin' });
  };
  return await ctx.within({ household, actor, arrive }, async (inside) => {
    const { pay_cycle: _asked, ...plain } = body;
    inside.emit(
      happened('household.created', { ids: [household], after: { ...plain, ...cycleColumns(pay_cycle) } }),
    );
    await noteOrganisation(inside);
    await join(inside, membership);
    for (const add of ctx.ground.hooks.householdCreated) await add(inside);
    return await showHousehold(inside);
  });
}

export async function changeHousehold(
  ctx: HouseholdContext,
  ifVersion: number | undefined,
  change: HouseholdChange,
): Promise<WireHousehold> {
  const before = await unmoved(ctx, ifVersion);
  const { pay_cycle, ...plain } = change;
  if (plain.currency !== undefined && plain.currency !== before.currency) await requireNewCurrency(ctx);
  const cycle = pay_cycle && payCycleFrom(pay_cycle, before.pay_anchor_on as Day);
  const written = await updateHousehold(ctx, before.version, {
    ...plain,
    ...(cycle && { pay_cycle: cycle }),
  });
  if (!written) throw stale(await showHousehold(ctx));
  if (plain.type !== undefined) await noteOrganisation(ctx);
  const after = { ...plain, ...(cycle && cycleColumns(cycle)) };
  ctx.emit(happened('household.changed', { ids: [ctx.household], before, after }));
  return await showHousehold(ctx);
}

/** A deleted household is gone for its members at once; its rows stay for the time that its records must be kept. */
export async function deleteHousehold(
  ctx: HouseholdContext,
  at: { ifVersion: number | undefined; confirm: string | undefined },
): Promise<void> {
  const before = await unmoved(ctx, at.ifVersion);
  if (at.confirm?.normalize('NFC').trim() !== before.name) {
    throw invalid(
      '/confirm',
      'confirmation_needed',
      `Write the household's name, "${before.name}", to delete it with everything in it.`,
    );
  }
  for (const letGo of ctx.ground.hooks.householdDeleted) await letGo(ctx);
  if (!(await updateHousehold(ctx, before.version, { deleted_at: ctx.now })))
    throw stale(await showHousehold(ctx));
  await endAll(ctx);
  ctx.emit(happened('household.deleted', { ids: [ctx.household], before, risk: 'high' }));
}

/** A few figures for the switcher of households. */
export async function summarise(ctx: HouseholdContext): Promise<z.infer<typeof summarySchema>> {
  const row = await own(ctx);
  return {
    id: row.id,
    name: row.name,
    members_count: row.members_count,
    members_by_role: await countByRole(ctx),
    pay_period: periodAt(ctx.facts.payCycle, ctx.today),
    next_pay_on: nextPayDay(ctx.facts.payCycle, ctx.today),
  };
}

/** What the actor may do with the household of the context. */
export async function actionsOnHousehold(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  if (id !== ctx.household) throw notFound('household');
  return (await showHousehold(ctx)).available_actions;
}

async function own(ctx: HouseholdContext): Promise<HouseholdRow> {
  const [row] = await readHouseholds(ctx, actorId(ctx) ?? '', ctx.household);
  if (!row) throw notFound('household');
  return row;
}

async function unmoved(ctx: HouseholdContext, ifVersion: number | undefined): Promise<HouseholdRow> {
  const row = await own(ctx);
  if (ifVersion !== undefined && ifVersion !== row.version) throw stale(onTheWire(row));
  return row;
}

/** Asked as the household itself, because entries on somebody's private account count as well. */
async function requireNewCurrency(ctx: HouseholdContext): Promise<void> {
  await lockHousehold(ctx);
  await ctx.within({ household: ctx.household, actor: { kind: 'system' } }, async (inside) => {
    for (const reason of ctx.ground.hooks.currencyKept) {
      const sentence = await reason(inside);
      if (sentence !== undefined) throw invalid('/currency', 'currency_in_use', sentence);
    }
  });
}

async function found(
  ctx: UserContext,
  household: Omit<NewHousehold, 'id' | 'pay_cycle'> & { id: Id; pay_cycle: PayCycle },
): Promise<void> {
  try {
    await insertHousehold(ctx, { ...household, created_by: ctx.actor.userId });
  } catch (error) {
    if (constraintOf(error) !== 'households_pkey') throw error;
    throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
  }
}

function payCycleFrom(given: NewPayCycle, anchor: Day): PayCycle {
  const { kind, anchor_on = anchor, days } = given;
  if (kind === 'custom' && days === undefined) {
    throw invalid('/pay_cycle/days', 'required', 'A custom pay cycle needs its length in days, 1 to 400.');
  }
  if (kind !== 'custom' && days !== undefined) {
    throw invalid(
      '/pay_cycle/days',
      'not_custom',
      'Only a custom pay cycle has a length of its own. Leave days out.',
    );
  }
  return { kind, anchor_on, ...(days === undefined ? {} : { days }) };
}

function payCycleOf(row: { pay_cycle: string; pay_anchor_on: string; pay_days: number | null }): PayCycle {
  return {
    kind: row.pay_cycle as PayCycleKind,
    anchor_on: row.pay_anchor_on as Day,
    ...(row.pay_days === null ? {} : { days: row.pay_days }),
  };
}

function onTheWire(row: HouseholdRow): WireHousehold {
  return householdOnTheWire(row, actionsOn(row));
}

function actionsOn(row: HouseholdRow): string[] {
  const role = row.role as Role;
  return [
    ...(may(role, 'household.edit') ? ['edit'] : []),
    ...(may(role, 'household.delete') ? ['delete'] : []),
    ...(may(role, 'household.transfer') ? ['transfer_ownership'] : []),
    ...(may(role, 'members.invite') ? ['invite'] : []),
    ...(row.is_primary ? [] : ['set_primary']),
    'leave',
  ];
}
