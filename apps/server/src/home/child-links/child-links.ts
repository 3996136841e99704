/**
 * Links that sign a child in on a device: a guardian makes one, the child’s device opens it. It works once and for minutes,
 * the newest only, and only as long as who made it may still decide for the child.
 */
import { createHash, randomBytes } from 'node:crypto';
import { happened } from '../../events.ts';
import type { Id } from '@kinwise/core/ids';
import { deviceOf } from '../../identity/devices/devices.ts';
import { signIn } from '../../identity/login/login.ts';
import { pictureOf } from '../../identity/pictures/pictures.ts';
import { note } from '../../identity/security/security.ts';
import { userById } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply, Steps } from '../../platform/routes.ts';
import { emitSignIn, showChild, wardOf } from '../children/children.ts';
import type { WireChild } from '../children/children.schema.ts';
import { tellGuardians } from '../guardians/guardians.ts';
import { nameOf } from '../households/households.ts';
import { memberOf } from '../memberships/memberships.ts';
import type { LinkCard, NewLinkBody, Opening, WireLink } from './child-links.schema.ts';
import { deleteWaiting, findLink, insertLink, readWaiting, takeLink } from './child-links.store.ts';
import type { LinkRow } from './child-links.store.ts';

export async function makeLink(ctx: HouseholdContext, membership: Id, body: NewLinkBody): Promise<WireLink> {
  const { child, guardian } = await wardOf(ctx, membership);
  if (child.deletion_due_at !== null)
    throw new Problem('RESOURCE_3005', 'This account is about to be erased. Keep it first.');
  const seconds = ctx.ground.config.CHILD_LINK_SECONDS;
  const token = randomBytes(32).toString('base64url');
  const expires_at = instant(ctx.nowMs + seconds * 1000);
  await deleteWaiting(ctx, membership);
  const id = await insertLink(ctx, {
    membership,
    hash: hashOf(token),
    remembered: body.remember_me,
    deviceName: body.device_name,
    by: guardian,
    expiresAt: expires_at,
  });
  const details = { child: child.user_id };
  await note(ctx, { action: 'child.link_made', user: guardian, risk: 'medium', details });
  emitSignIn(ctx, membership, { device_link: 'made' });
  const link = `${ctx.ground.publicUrl()}/child#token=${token}`;
  return { id, link, qr: await pictureOf(link), expires_at, expires_in: seconds };
}

/** Takes back what was not opened yet. */
export async function dropLink(ctx: HouseholdContext, membership: Id): Promise<void> {
  const { child, guardian } = await wardOf(ctx, membership);
  if ((await deleteWaiting(ctx, membership)) === 0)
    throw new Problem('RESOURCE_3001', 'No link waits to be opened.');
  const details = { child: child.user_id };
  await note(ctx, { action: 'child.link_ended', user: guardian, details });
  emitSignIn(ctx, membership, { device_link: 'ended' });
}

/** Whom a link would let in, so that nobody opens the wrong one; it stays unused. */
export async function lookAtLink(steps: Steps, token: string): Promise<LinkCard> {
  return await inPlace(steps, token, async (inside, id) => {
    const link = (await readWaiting(inside, id)) ?? spent();
    const child = await childOf(inside, link);
    return {
      child_name: child.display_name,
      household_name: await nameOf(inside),
      device_name: link.device_name,
      remember_me: link.remembered,
    };
  });
}

/** Uses the link up and begins a session of the child. */
export async function openLink(steps: Steps, body: Opening): Promise<Reply> {
  // Whom the link was opened for, as they were then: what happens to the account in between ends this sign-in.
  const { link, user } = await inPlace(steps, body.token, async (inside, id) => {
    const taken = (await takeLink(inside, id)) ?? spent();
    const ward = await childOf(inside, taken);
    await tellSignedIn(inside, ward, taken);
    return { link: taken, user: (await userById(inside, ward.user_id)) ?? spent() };
  });
  const how = {
    client: body.client,
    remembered: link.remembered,
    deviceName: link.device_name,
    factors: ['device_link'],
  };
  return await steps.step(async (ctx) => await signIn(ctx, user, how), user.id);
}

async function inPlace<T>(
  steps: Steps,
  token: string,
  work: (inside: HouseholdContext, id: Id) => Promise<T>,
): Promise<T> {
  return await steps.step(async (ctx: OpenContext) => {
    const place = (await findLink(ctx, hashOf(token))) ?? spent();
    const system = { household: place.household_id, actor: { kind: 'system' } } as const;
    return await ctx.within(system, async (inside) => await work(inside, place.id));
  });
}

/** The child is still looked after here, and so is who made the link still one who may. */
async function childOf(inside: HouseholdContext, link: LinkRow): Promise<WireChild> {
  const maker = await memberOf(inside, link.made_by);
  if (maker?.role !== 'admin' && maker?.role !== 'parent') return spent();
  const child = await showChild(inside, link.membership_id).catch(() => spent());
  return child.deletion_due_at === null ? child : spent();
}

async function tellSignedIn(inside: HouseholdContext, child: WireChild, link: LinkRow): Promise<void> {
  const device = link.device_name || deviceOf(inside.origin.agent ?? '').name;
  inside.emit(
    happened('child.signed_in', { ids: [child.id], after: { by: 'device_link', device }, risk: 'medium' }),
  );
  await tellGuardians(inside, ({ name, home }) => ({
    kind: 'child_signed_in',
    name,
    child_name: child.display_name,
    device,
    link: `${home}/household/children`,
  }));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function spent(): never {
  throw new Problem('AUTH_1008', 'This link was used already or is too old. Ask a guardian for a new one.');
}
