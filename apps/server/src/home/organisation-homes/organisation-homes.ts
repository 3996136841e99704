/** Which organisation a household belongs to, and what it shares with it. The household's own admin decides both. */
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import type { HouseholdContext, UserContext } from '../../platform/context.ts';
import { Problem, invalid, notFound } from '../../platform/problems.ts';
import { createHousehold, noteOrganisation } from '../households/households.ts';
import type { WireHousehold } from '../households/households.schema.ts';
import {
  addAdministrator,
  readOrganisation,
  requireAdministrator,
  requireRoom,
  requireTurn,
  takeUp,
  tell,
  useUp,
} from '../organisations/organisations.ts';
import type { Accept, Belonging, NewHome, Shares } from './organisation-homes.schema.ts';
import { deleteOwn, insertOwn, readOf, readOwn, updateOwn } from './organisation-homes.store.ts';

export { readOf as homesOfOrganisation } from './organisation-homes.store.ts';

/** Takes an invitation up: as an administrator, or for a household that one is in charge of. */
export async function accept(ctx: UserContext, token: string, body: Accept) {
  const { invited, organisation } = await takeUp(ctx, token);
  if (invited.kind === 'administrator') {
    await addAdministrator(ctx, organisation.id);
    await useUp(ctx, invited);
    return { organisation_id: organisation.id, household_id: null };
  }
  const household = body.household_id;
  if (household === undefined)
    throw invalid('/household_id', 'required', 'Say which of your households joins.');
  await ctx.within({ household, actor: ctx.actor }, async (inside) => {
    inside.require('organisation.manage');
    await joinIt(inside, organisation.id, body.shares);
  });
  await useUp(ctx, invited);
  return { organisation_id: organisation.id, household_id: household };
}

/** A new household with what the organisation begins with; whoever makes it is its first admin. */
export async function makeHome(ctx: UserContext, organisation: Id, body: NewHome): Promise<WireHousehold> {
  const { currency, pay_cycle } = await requireAdministrator(ctx, organisation);
  const { shares, ...plain } = body;
  const made = await createHousehold(ctx, {
    ...plain,
    type: 'organisation',
    currency,
    pay_cycle: { kind: pay_cycle as 'monthly' },
  });
  await ctx.within({ household: made.id, actor: ctx.actor }, async (inside) => {
    await joinIt(inside, organisation, shares);
  });
  await tell(ctx, ctx.actor.userId, { what: 'household made', organisation });
  return made;
}

export async function showBelonging(ctx: HouseholdContext): Promise<Belonging> {
  const row = await readOwn(ctx);
  const organisation = row && (await readOrganisation(ctx, row.organisation_id));
  if (!organisation) return { organisation: null };
  const { id, name } = organisation;
  return { organisation: { id, name, shares: row.shares as Shares, joined_at: row.joined_at } };
}

export async function share(ctx: HouseholdContext, shares: Shares): Promise<Belonging> {
  const row = await readOwn(ctx);
  if (!row) throw none();
  await updateOwn(ctx, shares);
  const sides = { before: { shares: row.shares }, after: { shares } };
  const about = { ids: [row.organisation_id], op: 'none', ...sides, risk: 'medium' } as const;
  ctx.emit(happened('organisation.sharing_changed', about));
  return await showBelonging(ctx);
}

/** At any time, whatever the organisation thinks of it. */
export async function leaveIt(ctx: HouseholdContext): Promise<void> {
  const row = await readOwn(ctx);
  if (!row || !(await deleteOwn(ctx))) throw none();
  await noteOrganisation(ctx);
  const before = { shares: row.shares };
  ctx.emit(happened('organisation.left', { ids: [row.organisation_id], op: 'none', before, risk: 'medium' }));
}

/** A household that is deleted takes up no room, and nobody looks for it. */
export async function leaveBeforeTheEnd(ctx: HouseholdContext): Promise<void> {
  if (await readOwn(ctx)) await leaveIt(ctx);
}

/** An administrator lets a household go. */
export async function removeHome(ctx: UserContext, organisation: Id, household: Id): Promise<void> {
  await requireAdministrator(ctx, organisation);
  const homes = await readOf(ctx, organisation);
  if (!homes.some(({ household_id }) => household_id === household)) throw notFound('household');
  await ctx.within({ household, actor: { kind: 'system' } }, leaveIt);
  await tell(ctx, ctx.actor.userId, { what: 'household removed', organisation });
}

async function joinIt(ctx: HouseholdContext, id: Id, shares: Shares): Promise<void> {
  if (await readOwn(ctx))
    throw new Problem('RESOURCE_3005', 'The household belongs to an organisation. Leave that one first.');
  const organisation = await requireTurn(ctx, id);
  requireRoom(ctx, organisation);
  await insertOwn(ctx, id, shares);
  await noteOrganisation(ctx);
  const after = { name: organisation.name, shares };
  ctx.emit(happened('organisation.joined', { ids: [id], op: 'none', after, risk: 'high' }));
}

function none(): Problem {
  return new Problem('RESOURCE_3001', 'The household belongs to no organisation.');
}
