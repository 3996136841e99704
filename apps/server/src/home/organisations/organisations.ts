/** Organisations and their administrators. What is somebody else's organisation does not exist. */
import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import { calledName } from '@kinwise/core/names';
import type { Id } from '@kinwise/core/ids';
import { sendLetter } from '../../identity/letters/letters.ts';
import { note } from '../../identity/security/security.ts';
import { holdUser, nameKey, userById } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, stale } from '../../platform/problems.ts';
import { organisationOnTheWire } from './organisations.schema.ts';
import type {
  Inviting,
  NewOrganisation,
  OrganisationChange,
  Tier,
  WireOrganisation,
} from './organisations.schema.ts';
import {
  deleteAdministrator,
  deleteInvitation,
  findInvitation,
  insertAdministrator,
  insertOrganisation,
  keyOfPerson,
  lockOrganisation,
  putInvitation,
  readAdministrators,
  readInvitations,
  readOrganisation,
  readOrganisations,
  readOwned,
  updateOrganisation,
} from './organisations.store.ts';
import type { InvitedRow, OrganisationRow } from './organisations.store.ts';

export { lockOrganisation, readOrganisation } from './organisations.store.ts';
export type { OrganisationRow } from './organisations.store.ts';

const DAY_MS = 86_400_000;

export async function listOrganisations(ctx: UserContext): Promise<WireOrganisation[]> {
  return (await readOrganisations(ctx, ctx.actor.userId)).map((row) => onTheWire(ctx, row));
}

export async function showOrganisation(ctx: UserContext, id: Id): Promise<WireOrganisation> {
  return onTheWire(ctx, await requireAdministrator(ctx, id));
}

export async function found(ctx: UserContext, body: NewOrganisation): Promise<WireOrganisation> {
  const id = newId();
  const user = ctx.actor.userId;
  await insertOrganisation(ctx, { ...body, id, owner_id: user });
  await insertAdministrator(ctx, id, user);
  await tell(ctx, user, { what: 'made', organisation: id });
  return await showOrganisation(ctx, id);
}

export async function change(
  ctx: UserContext,
  at: { id: Id; ifVersion: number | undefined },
  body: OrganisationChange,
): Promise<WireOrganisation> {
  const row = await requireOwner(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(onTheWire(ctx, row));
  if (!(await updateOrganisation(ctx, row, body))) throw stale(await showOrganisation(ctx, at.id));
  await tell(ctx, ctx.actor.userId, { what: 'changed', organisation: at.id });
  return await showOrganisation(ctx, at.id);
}

/** Room is bought: the owner asks, and whoever runs this KinWise answers. Asking for what one has takes the wish back. */
export async function askTier(ctx: UserContext, id: Id, tier: Tier): Promise<WireOrganisation> {
  const row = await requireOwner(ctx, id);
  const wish = tier === row.tier ? null : tier;
  if (wish === row.asked_tier) return onTheWire(ctx, row);
  const asked = { asked_tier: wish, asked_at: wish === null ? null : ctx.now };
  if (!(await updateOrganisation(ctx, row, asked))) throw stale(onTheWire(ctx, row));
  await tell(ctx, ctx.actor.userId, { what: 'asked for room', organisation: id });
  return await showOrganisation(ctx, id);
}

/** It ends for its administrators at once. Households have to have left, or be led out, first. */
export async function close(ctx: UserContext, id: Id): Promise<void> {
  const row = await requireOwner(ctx, id);
  if (row.households > 0)
    throw new Problem('RESOURCE_3005', `${row.households} households belong to it. Remove them first.`);
  if (!(await updateOrganisation(ctx, row, { closed_at: ctx.now }))) throw stale(onTheWire(ctx, row));
  await tell(ctx, ctx.actor.userId, { what: 'closed', organisation: id });
}

/** Another administrator is the owner from now on; who was it stays an administrator. */
export async function handOver(ctx: UserContext, id: Id, to: Id): Promise<WireOrganisation> {
  const row = await requireOwner(ctx, id);
  if (to === ctx.actor.userId) throw new Problem('BUSINESS_4001', 'It is yours already. Name somebody else.');
  await holdUser(ctx, to);
  const heir = (await readAdministrators(ctx, id)).find(({ user_id }) => user_id === to);
  if (!heir) throw noAdministrator();
  if (heir.is_leaving)
    throw new Problem('BUSINESS_4008', `${heir.name} has asked to be erased. Name somebody who stays.`);
  if (!(await updateOrganisation(ctx, row, { owner_id: to }))) throw stale(onTheWire(ctx, row));
  await tell(ctx, ctx.actor.userId, { what: 'handed over', organisation: id });
  await tell(ctx, to, { what: 'taken over', organisation: id });
  return await showOrganisation(ctx, id);
}

export async function listAdministrators(ctx: UserContext, id: Id) {
  const { owner_id } = await requireAdministrator(ctx, id);
  const rows = await readAdministrators(ctx, id);
  return rows.map(({ is_leaving: _leaving, ...row }) => ({ ...row, is_owner: row.user_id === owner_id }));
}

export async function removeAdministrator(ctx: UserContext, id: Id, user: Id): Promise<void> {
  const { owner_id } = await requireOwner(ctx, id);
  if (user === owner_id) throw ownerStays();
  if (!(await deleteAdministrator(ctx, id, user))) throw noAdministrator();
  await tell(ctx, user, { what: 'removed', organisation: id });
  await tell(ctx, ctx.actor.userId, { what: 'administrator removed', organisation: id });
}

export async function leave(ctx: UserContext, id: Id): Promise<void> {
  const row = await requireAdministrator(ctx, id);
  if (row.owner_id === ctx.actor.userId) throw ownerStays();
  await deleteAdministrator(ctx, id, ctx.actor.userId);
  await tell(ctx, ctx.actor.userId, { what: 'left', organisation: id });
}

/** Invites by mail. A household is asked for only where there is room. */
export async function invite(ctx: UserContext, id: Id, body: Inviting) {
  const row = await requireAdministrator(ctx, id);
  if (body.kind === 'household') requireRoom(ctx, row);
  const token = randomBytes(32).toString('base64url');
  const invited = {
    id: newId(),
    organisation_id: id,
    kind: body.kind,
    email: body.email,
    email_key: nameKey(body.email),
    invited_by: ctx.actor.userId,
    expires_at: instant(ctx.nowMs + body.expires_in_days * DAY_MS),
  };
  await putInvitation(ctx, { ...invited, token_hash: hashOf(token) });
  const link = `${ctx.ground.publicUrl()}/organisation-invitation?token=${token}`;
  const me = await userById(ctx, ctx.actor.userId);
  const letter = {
    kind: 'organisation_invitation',
    inviter_name: me ? calledName(me, '') : '',
    organisation_name: row.name,
    as: body.kind,
    link,
    days: body.expires_in_days,
    good_until: invited.expires_at,
  } as const;
  sendLetter(ctx, { to: body.email, locale: me?.locale ?? 'en-NZ', letter, from: ctx.actor.userId });
  await tell(ctx, ctx.actor.userId, { what: 'invited', organisation: id });
  const { kind, email, expires_at } = invited;
  return { id: invited.id, kind, email, expires_at, link };
}

export async function listInvitations(ctx: UserContext, id: Id) {
  await requireAdministrator(ctx, id);
  return await readInvitations(ctx, id);
}

/** Its link is dead from now on. Any administrator may: the mail may have gone to the wrong address. */
export async function takeBack(ctx: UserContext, id: Id, invitation: Id): Promise<void> {
  await requireAdministrator(ctx, id);
  const isOurs = (await readInvitations(ctx, id)).some((one) => one.id === invitation);
  if (!isOurs || !(await deleteInvitation(ctx, invitation)))
    throw new Problem('RESOURCE_3001', 'No such invitation waits. It may have been taken up just now.');
  await tell(ctx, ctx.actor.userId, { what: 'invitation taken back', organisation: id });
}

/** Whoever holds the link, and owns the address it went to, may see what it is about. */
export async function lookUp(ctx: UserContext, token: string) {
  const { invited, organisation } = await usable(ctx, token);
  return { organisation_name: organisation.name, kind: invited.kind, expires_at: invited.expires_at };
}

/**
 * Takes an invitation up; answers for whom it was. It is used up at the end: until then it is what shows the organisation
 * to somebody who does not belong to it yet. Whoever comes second waits for the first one's commit, and finds it gone.
 */
export async function takeUp(
  ctx: UserContext,
  token: string,
): Promise<{ invited: InvitedRow; organisation: OrganisationRow }> {
  const found = await usable(ctx, token);
  await lockOrganisation(ctx, found.organisation.id);
  await tell(ctx, ctx.actor.userId, { what: 'joined', organisation: found.organisation.id });
  return found;
}

export async function useUp(ctx: UserContext, invited: InvitedRow): Promise<void> {
  if (!(await deleteInvitation(ctx, invited.id))) throw usedUp();
}

export async function addAdministrator(ctx: UserContext, organisation: Id): Promise<void> {
  await insertAdministrator(ctx, organisation, ctx.actor.userId);
}

export function requireRoom(ctx: OpenContext, row: OrganisationRow): void {
  const room = capacityOf(ctx, row.tier as Tier);
  if (row.households < room) return;
  throw new Problem(
    'BUSINESS_4011',
    `“${row.name}” has room for ${room} households, and ${row.households} belong to it. Its owner can ask for more room.`,
  );
}

/** The organisation of an administrator, and the same words for what is missing and for what is somebody else’s. */
export async function requireAdministrator(ctx: UserContext, id: Id): Promise<OrganisationRow> {
  const [row] = await readOrganisations(ctx, ctx.actor.userId, id);
  if (!row) throw new Problem('RESOURCE_3001', 'There is no such organisation.');
  return row;
}

/** Takes its turn with whoever adds a household to it; answers it as it is then. */
export async function requireTurn(ctx: OpenContext, id: Id): Promise<OrganisationRow> {
  await lockOrganisation(ctx, id);
  const row = await readOrganisation(ctx, id);
  if (!row) throw new Problem('RESOURCE_3001', 'There is no such organisation.');
  return row;
}

/** An account stays as long as it owns an organisation that others count on. */
export async function keepsOwner(ctx: UserContext): Promise<string | undefined> {
  const names = await readOwned(ctx, ctx.actor.userId);
  if (names.length === 0) return undefined;
  const list = names.map((name) => `“${name}”`).join(', ');
  return `You own ${list}. Hand it over to another administrator, or close it, first.`;
}

async function requireOwner(ctx: UserContext, id: Id): Promise<OrganisationRow> {
  await lockOrganisation(ctx, id);
  const row = await requireAdministrator(ctx, id);
  if (row.owner_id === ctx.actor.userId) return row;
  throw new Problem('AUTH_1005', 'Only the owner of the organisation can do this.');
}

async function usable(ctx: UserContext, token: string) {
  const invited = await findInvitation(ctx, hashOf(token));
  if (!invited) throw usedUp();
  if ((await keyOfPerson(ctx, ctx.actor.userId)) !== invited.email_key)
    throw new Problem('AUTH_1010', 'This invitation went to another address. Sign in with that one.');
  const organisation = await readOrganisation(ctx, invited.organisation_id);
  if (!organisation) throw usedUp();
  return { invited, organisation };
}

export function capacityOf({ ground }: OpenContext, tier: Tier): number {
  const { ORGANISATION_SMALL: small, ORGANISATION_MEDIUM: medium, ORGANISATION_LARGE: large } = ground.config;
  return { small, medium, large }[tier];
}

function onTheWire(ctx: UserContext, row: OrganisationRow): WireOrganisation {
  const isOwner = row.owner_id === ctx.actor.userId;
  return organisationOnTheWire(row, { isOwner, capacity: capacityOf(ctx, row.tier as Tier) });
}

/** What was done stands in the history of whoever did it, or whom it was done to. */
export async function tell(
  ctx: UserContext,
  user: Id,
  details: { what: string; organisation: Id },
): Promise<void> {
  const byOther = user !== ctx.actor.userId;
  await note(ctx, { action: 'organisation.changed', user, byOther, risk: 'medium', details });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function usedUp(): Problem {
  return new Problem('AUTH_1008', 'This invitation is used up, replaced by a newer one, or too old.');
}

function noAdministrator(): Problem {
  return new Problem('RESOURCE_3001', 'There is no such administrator of this organisation.');
}

function ownerStays(): Problem {
  return new Problem('BUSINESS_4008', 'The owner stays. Hand the organisation over, or close it, first.');
}
