import { createHash, randomBytes } from 'node:crypto';
import { rolesGrantableBy } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { instant } from '../../platform/clock.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext, OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, forbidden, notFound } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { nameOf, showHousehold } from '../households/households.ts';
import type { WireHousehold } from '../households/households.schema.ts';
import { join, listMembers, memberOf, seat } from '../memberships/memberships.ts';
import { hintOf, invitationOnTheWire, statusOf } from './invitations.schema.ts';
import type { InvitationCard, NewInvitation, WireInvitation } from './invitations.schema.ts';
import {
  expireInvitations,
  findByToken,
  forgetInvitations,
  insertInvitation,
  keyOf,
  lockInvitation,
  readInvitations,
  readPerson,
  updateInvitation,
} from './invitations.store.ts';
import type { InvitationRow } from './invitations.store.ts';

const DAY_MS = 86_400_000;

export async function listInvitations(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireInvitation[]> {
  const rows = await readInvitations(ctx, ids);
  const members = await listMembers(ctx);
  const names = new Map(members.map((member) => [member.user_id, member.display_name]));
  return rows.map((row) =>
    invitationOnTheWire(row, {
      inviterName: names.get(row.invited_by) ?? '',
      status: statusOf(row, ctx.nowMs),
      actions: actionsOn(ctx, row),
    }),
  );
}

/** Invites somebody by mail, or by a link that whoever has it may use once. The answer alone shows the link. */
export async function invite(ctx: HouseholdContext, body: NewInvitation): Promise<WireInvitation> {
  requireGrantable(ctx, body.role);
  const email = body.email ?? null;
  if (email !== null) await requireStranger(ctx, email);
  const id = body.id ?? newId();
  const { link, ...secret } = newSecret(ctx, body.expires_in_days);
  const { role, message } = body;
  const row = { id, email, role, message, invited_by: actorId(ctx) ?? '', ...secret };
  await once(async () => await insertInvitation(ctx, row));
  ctx.emit(happened('invitation.sent', { ids: [id], after: { email, role }, risk: 'medium' }));
  return await sent(ctx, id, { link, days: body.expires_in_days, good_until: secret.expires_at });
}

/** Sends it again with a new link; the old one is dead from now on. */
export async function resend(
  ctx: HouseholdContext,
  id: Id,
  expires_in_days: number,
): Promise<WireInvitation> {
  const row = await existing(ctx, id);
  requireAction(ctx, row, 'resend');
  const { link, ...secret } = newSecret(ctx, expires_in_days);
  await once(async () => {
    await change(ctx, row, { status: 'pending', invited_by: actorId(ctx) ?? row.invited_by, ...secret });
  });
  const before = { status: row.status, expires_at: row.expires_at };
  const after = { status: 'pending', expires_at: secret.expires_at };
  ctx.emit(happened('invitation.sent', { ids: [id], before, after, risk: 'medium' }));
  return await sent(ctx, id, { link, days: expires_in_days, good_until: secret.expires_at });
}

export async function revoke(ctx: HouseholdContext, id: Id): Promise<WireInvitation> {
  const row = await existing(ctx, id);
  requireAction(ctx, row, 'revoke');
  const after = { status: 'revoked' } as const;
  await change(ctx, row, after);
  ctx.emit(happened('invitation.changed', { ids: [id], before: { status: row.status }, after }));
  return await showInvitation(ctx, id);
}

export async function showInvitation(ctx: HouseholdContext, id: Id): Promise<WireInvitation> {
  const [invitation] = await listInvitations(ctx, [id]);
  if (!invitation) throw notFound('invitation');
  return invitation;
}

/** What somebody who holds the link may know before signing in. */
export async function lookUp(ctx: OpenContext, token: string): Promise<InvitationCard> {
  const place = await placeOf(ctx, token);
  const system = { household: place.household_id, actor: { kind: 'system' } } as const;
  return await ctx.within(system, async (inside) => {
    const row = await existing(inside, place.id);
    const inviter = await requireUsable(inside, row);
    return {
      household_name: await nameOf(inside),
      inviter_name: inviter.display_name,
      role: row.role as Role,
      message: row.message,
      expires_at: row.expires_at,
      email_hint: row.email === null ? null : hintOf(row.email),
    };
  });
}

/** Takes an invitation up. One that names an address is only for the user who proved to own that address. */
export async function accept(ctx: UserContext, token: string): Promise<WireHousehold> {
  const place = await placeOf(ctx, token);
  const household = place.household_id;
  const system = { household, actor: { kind: 'system' } } as const;
  // The house opens the door: before that, the guest sees nothing of it. What happened is told in the guest's name.
  const membership = await ctx.within(system, async (inside) => await letIn(inside, ctx.actor.userId, place));
  return await ctx.within({ household, actor: ctx.actor }, async (inside) => {
    if (membership !== undefined) {
      const sides = { before: { status: 'pending' }, after: { status: 'accepted' } };
      inside.emit(happened('invitation.changed', { ids: [place.id], ...sides }));
      await join(inside, membership);
    }
    return await showHousehold(inside);
  });
}

/** Marks what has run out, so that lists and logs agree with the clock. */
export async function expireOld(ctx: HouseholdContext, email_key?: string): Promise<void> {
  const ids = await expireInvitations(ctx, email_key);
  if (ids.length === 0) return;
  const sides = { before: { status: 'pending' }, after: { status: 'expired' } };
  ctx.emit(happened('invitation.changed', { ids, ...sides }));
}

/** What ended a while ago goes; the audit tells what came of it. */
export async function forgetOld(ctx: HouseholdContext): Promise<void> {
  const before = instant(ctx.nowMs - ctx.ground.config.INVITATIONS_KEPT_DAYS * DAY_MS);
  const ids = await forgetInvitations(ctx, before);
  if (ids.length > 0) ctx.emit(happened('invitation.deleted', { ids }));
}

export async function actionsOnInvitation(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  ctx.require('members.invite');
  return (await showInvitation(ctx, id)).available_actions;
}

/** Seats the guest and uses the invitation up; undefined when this guest came in by it before. */
async function letIn(inside: HouseholdContext, guest: Id, place: Place): Promise<Id | undefined> {
  const row = await lockInvitation(inside, place);
  if (!row) throw unknown();
  if (row.accepted_by === guest && (await memberOf(inside, guest))) return undefined;
  await requireUsable(inside, row);
  if (row.email !== null) await requireOwner(inside, guest, row.email);
  const membership = newId();
  await seat(inside, { household: inside.household, membership, user: guest, role: row.role as Role });
  await change(inside, row, { status: 'accepted', accepted_by: guest, accepted_at: inside.now });
  return membership;
}

type Place = { household_id: Id; id: Id; hash: string };

async function placeOf(ctx: OpenContext, token: string): Promise<Place> {
  const hash = hashOf(token);
  const found = await findByToken(ctx, hash);
  if (!found) throw unknown();
  return { ...found, hash };
}

/** Still pending, in time, and from somebody who may still give this role; answers who that is. */
async function requireUsable(
  inside: HouseholdContext,
  row: InvitationRow,
): Promise<{ display_name: string; role: Role }> {
  const inviter = await memberOf(inside, row.invited_by);
  const gone = !inviter || !rolesGrantableBy(inviter.role).includes(row.role as Role);
  if (gone || statusOf(row, inside.nowMs) !== 'pending') {
    throw new Problem('AUTH_1008', 'This invitation is used up, taken back or too old. Ask for a new one.');
  }
  return inviter;
}

async function requireOwner(ctx: OpenContext, user: Id, email: string): Promise<void> {
  const person = await readPerson(ctx, user);
  if (person?.email_key !== keyOf(email)) {
    throw new Problem(
      'AUTH_1010',
      `This invitation is for ${hintOf(email)}. Sign in with that address, or ask for another invitation.`,
    );
  }
  if (person.email_verified_at === null)
    throw new Problem('AUTH_1004', 'Confirm your e-mail address first; the link is in the mail we sent you.');
}

function requireGrantable(ctx: HouseholdContext, role: Role): void {
  if (!rolesGrantableBy(ctx.facts.role).includes(role)) throw forbidden(`members.invite for ${role}s`);
}

/** Inviting who belongs already helps nobody; who else has an account here is nobody's business. */
async function requireStranger(ctx: HouseholdContext, email: string): Promise<void> {
  const members = await listMembers(ctx, { status: 'active' });
  if (members.some((member) => member.email !== undefined && keyOf(member.email) === keyOf(email))) {
    throw new Problem('RESOURCE_3002', 'Somebody with this address is a member already.', {
      errors: [{ pointer: '/email', code: 'member', message: 'This address belongs to a member.' }],
    });
  }
  await expireOld(ctx, keyOf(email));
}

/** A new token of 256 bits. Only its hash is kept, so that who reads the database cannot come in. */
function newSecret(
  ctx: HouseholdContext,
  days: number,
): { token_hash: string; link: string; expires_at: string } {
  const token = randomBytes(32).toString('base64url');
  return {
    token_hash: hashOf(token),
    link: `${ctx.ground.publicUrl()}/invitation#token=${token}`,
    expires_at: instant(ctx.nowMs + days * DAY_MS),
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The answer that shows the link, and the letter to whoever was named. */
async function sent(
  ctx: HouseholdContext,
  id: Id,
  { link, ...open }: { link: string; days: number; good_until: string },
): Promise<WireInvitation> {
  const shown = await showInvitation(ctx, id);
  if (shown.email !== null) {
    const locale = (await readPerson(ctx, shown.invited_by))?.locale ?? 'en-NZ';
    const { inviter_name, invited_by, message } = shown;
    const household_name = await nameOf(ctx);
    const letter = { kind: 'invitation', inviter_name, household_name, message, link, ...open } as const;
    sendLetter(ctx, { to: shown.email, locale, letter, from: invited_by });
  }
  return { ...shown, link };
}

async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'invitations_pkey')
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    if (constraint !== 'invitations_one_pending') throw error;
    throw new Problem(
      'RESOURCE_3002',
      'This address is invited already. Send that invitation again, or revoke it.',
      {
        errors: [{ pointer: '/email', code: 'invited', message: 'This address is invited already.' }],
      },
    );
  }
}

async function change(
  ctx: HouseholdContext,
  row: InvitationRow,
  to: Parameters<typeof updateInvitation>[2],
): Promise<void> {
  if (!(await updateInvitation(ctx, row, to)))
    throw new Problem('RESOURCE_3005', 'Somebody changed this invitation just now. Look at it again.');
}

async function existing(ctx: HouseholdContext, id: Id): Promise<InvitationRow> {
  const [row] = await readInvitations(ctx, [id]);
  if (!row) throw notFound('invitation');
  return row;
}

function requireAction(ctx: HouseholdContext, row: InvitationRow, action: string): void {
  if (actionsOn(ctx, row).includes(action)) return;
  requireGrantable(ctx, row.role as Role);
  throw new Problem(
    'BUSINESS_4001',
    `This invitation is ${statusOf(row, ctx.nowMs)}, and cannot be changed any more. Make a new one.`,
  );
}

/** The one answer to what may be done with an invitation, for `available_actions` and for refusals alike. */
function actionsOn(ctx: HouseholdContext, row: InvitationRow): string[] {
  const may = ctx.reach('members.invite') !== 'none';
  if (!may || !rolesGrantableBy(ctx.facts.role).includes(row.role as Role)) return [];
  const status = statusOf(row, ctx.nowMs);
  if (status === 'pending') return ['resend', 'revoke'];
  return status === 'expired' ? ['resend'] : [];
}

function unknown(): Problem {
  return new Problem(
    'RESOURCE_3001',
    'This invitation does not exist. Check the link, or ask for a new one.',
  );
}
