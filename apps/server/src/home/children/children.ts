/**
 * Children without an account of their own: a guardian makes their place, agrees for them, and decides where they are
 * signed in. How they get in is told by `child-links` and `family-devices`, how they take the account over by `growing-up`.
 */
import type { Id } from '@kinwise/core/ids';
import { newId } from '@kinwise/core/ids';
import { rolesGrantableBy } from '@kinwise/core/capabilities';
import { happened } from '../../events.ts';
import { setConsent } from '../../identity/consents/consents.ts';
import { askExport, download, listExports } from '../../identity/exports/exports.ts';
import { markGuarded, setBirthYear } from '../../identity/guarded/guarded.ts';
import { listHistory } from '../../identity/security-history/security-history.ts';
import { note } from '../../identity/security/security.ts';
import { endSession, endSessions, listSessions } from '../../identity/sessions/sessions.ts';
import {
  addWithoutAddress,
  changeMe,
  clearDeletion,
  setDeletion,
  userById,
} from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext, OpenContext, UserContext, WardAlarm } from '../../platform/context.ts';
import { Problem, forbidden, notFound } from '../../platform/problems.ts';
import type { Reply } from '../../platform/routes.ts';
import { homesOfWard, tellGuardians } from '../guardians/guardians.ts';
import { join, memberOf, seat } from '../memberships/memberships.ts';
import { childOnTheWire } from './children.schema.ts';
import type { ChildChange, NewChild, WireChild } from './children.schema.ts';
import { readChildren } from './children.store.ts';

const DAY_MS = 24 * 3_600_000;

export async function listChildren(ctx: HouseholdContext): Promise<WireChild[]> {
  const most = ctx.ground.config.CHILD_PIN_TRIES;
  return (await readChildren(ctx)).map((row) => childOnTheWire(row, most));
}

/** A child of this household whom its guardians look after; everybody else is not found. */
export async function showChild(ctx: HouseholdContext, membership: Id): Promise<WireChild> {
  const [row] = await readChildren(ctx, membership);
  if (!row) throw notFound('child');
  return childOnTheWire(row, ctx.ground.config.CHILD_PIN_TRIES);
}

/** The same for a grown-up who decides for it. */
export async function wardOf(
  ctx: HouseholdContext,
  membership: Id,
): Promise<{ child: WireChild; guardian: Id }> {
  const child = await showChild(ctx, membership);
  return { child, guardian: guardianFor(ctx, child.role) };
}

export async function addChild(ctx: HouseholdContext, body: NewChild): Promise<WireChild> {
  const guardian = guardianFor(ctx, body.role);
  const { locale = 'en-NZ' } = (await userById(ctx, guardian)) ?? {};
  const { first_name, last_name, username } = body;
  const names = { first_name, last_name, username, locale, time_zone: ctx.timeZone };
  const user = await addWithoutAddress(ctx, names);
  await markGuarded(ctx, { user, birthYear: body.birth_year, by: guardian });
  const membership = newId();
  await seat(ctx, { household: ctx.household, membership, user, role: body.role });
  await join(ctx, membership);
  const details = { child: user, household: ctx.household };
  await note(ctx, { action: 'child.added', user: guardian, risk: 'medium', details });
  for (const purpose of new Set(body.purposes))
    await setConsent(ctx, { user, by: guardian }, { purpose, granted: true });
  return await showChild(ctx, membership);
}

export async function changeChild(
  ctx: HouseholdContext,
  membership: Id,
  change: ChildChange,
): Promise<WireChild> {
  const { child } = await wardOf(ctx, membership);
  const { birth_year, ...names } = change;
  if (Object.keys(names).length > 0)
    await changeMe(asChild(ctx, child), { id: child.user_id, ifVersion: undefined, byGuardian: true }, names);
  if (birth_year !== undefined) await setBirthYear(ctx, child.user_id, birth_year);
  const after = await showChild(ctx, membership);
  ctx.emit(happened('member.changed', { ids: [membership], before: shown(child), after: shown(after) }));
  return after;
}

export async function listChildSessions(ctx: HouseholdContext, membership: Id) {
  const { child } = await wardOf(ctx, membership);
  return await listSessions(ctx, { user: child.user_id, current: undefined });
}

export async function endChildSession(
  ctx: HouseholdContext,
  at: { membership: Id; session: Id },
): Promise<void> {
  const { child, guardian } = await wardOf(ctx, at.membership);
  await endSession(asChild(ctx, child), { user: child.user_id, session: at.session });
  await told(ctx, { child, guardian, ended: 1 });
}

/** Signs the child out wherever it is signed in. */
export async function endChildSessions(ctx: HouseholdContext, membership: Id): Promise<number> {
  const { child, guardian } = await wardOf(ctx, membership);
  const ended = await endSessions(asChild(ctx, child), { user: child.user_id, reason: 'guardian' });
  await told(ctx, { child, guardian, ended });
  return ended;
}

export async function showChildHistory(
  ctx: HouseholdContext,
  membership: Id,
  query: Parameters<typeof listHistory>[1],
) {
  const { child } = await wardOf(ctx, membership);
  return await listHistory(asChild(ctx, child), query);
}

export async function listChildExports(ctx: HouseholdContext, membership: Id) {
  const { child } = await wardOf(ctx, membership);
  return await listExports(ctx, child.user_id);
}

/** A copy of everything about the child, with the child's eyes: what it does not see in the household is not in it. */
export async function askChildExport(ctx: HouseholdContext, membership: Id) {
  const { child } = await wardOf(ctx, membership);
  const copy = await askExport(asChild(ctx, child));
  emitSignIn(ctx, membership, { export: 'asked' });
  return copy;
}

export async function downloadChildExport(
  ctx: HouseholdContext,
  at: { membership: Id; copy: Id },
): Promise<Reply> {
  const { child } = await wardOf(ctx, at.membership);
  return await download(asChild(ctx, child), at.copy);
}

/** Erases the account of the child when the time of grace is over. Until then it is signed out, and nothing is lost. */
export async function eraseChild(ctx: HouseholdContext, membership: Id): Promise<WireChild> {
  const { child, guardian } = await wardOf(ctx, membership);
  const user = child.user_id;
  const dueAt = instant(ctx.nowMs + ctx.ground.config.DELETION_GRACE_DAYS * DAY_MS);
  if (await setDeletion(ctx, { id: user, dueAt })) {
    const entry = { action: 'deletion.asked', risk: 'critical' } as const;
    await note(ctx, { ...entry, user: guardian, details: { child: user } });
    await note(asChild(ctx, child), { ...entry, user });
    await tellErasure(ctx, child, guardian);
  }
  await endSessions(asChild(ctx, child), { user, reason: 'deletion' });
  emitSignIn(ctx, membership, { erasure: 'asked' });
  return await showChild(ctx, membership);
}

/** All guardians hear of it, also who asked: one alone must not take a child's account away unseen. */
async function tellErasure(ctx: HouseholdContext, child: WireChild, guardian: Id): Promise<void> {
  const by = (await memberOf(ctx, guardian))?.display_name ?? '';
  const about = { child_name: child.display_name, by, days: ctx.ground.config.DELETION_GRACE_DAYS };
  await tellGuardians(ctx, ({ name, home }) => ({
    kind: 'child_erasure',
    name,
    ...about,
    link: `${home}/household/children/${child.id}`,
  }));
}

export async function keepChild(ctx: HouseholdContext, membership: Id): Promise<WireChild> {
  const { child, guardian } = await wardOf(ctx, membership);
  if (!(await clearDeletion(ctx, child.user_id)))
    throw new Problem('RESOURCE_3005', 'There is no erasure that could be cancelled, or it has begun.');
  await note(ctx, { action: 'deletion.cancelled', user: guardian, details: { child: child.user_id } });
  emitSignIn(ctx, membership, { erasure: 'cancelled' });
  return await showChild(ctx, membership);
}

/** A session of a child looks stolen. All guardians hear of it, in each household that looks after the child. */
export async function tellAlarm(ctx: OpenContext, { user, what, device, address }: WardAlarm): Promise<void> {
  for (const household of await homesOfWard(ctx, user)) {
    await ctx.within({ household, actor: { kind: 'system' } }, async (inside) => {
      const child = (await readChildren(inside)).find((one) => one.user_id === user);
      if (!child) return;
      const { id, display_name: child_name } = childOnTheWire(child, ctx.ground.config.CHILD_PIN_TRIES);
      const after = { session: what, device };
      inside.emit(happened('child.session_alarmed', { ids: [id], after, risk: 'high' }));
      await tellGuardians(inside, ({ name, home }) => ({
        kind: what === 'risky' ? 'child_session_risky' : 'child_session_copied',
        name,
        child_name,
        device,
        address,
        link: `${home}/household/children/${id}`,
      }));
    });
  }
}

/** Says in the household that something around a child's signing in changed. */
export function emitSignIn(
  ctx: HouseholdContext,
  membership: Id,
  after: Readonly<Record<string, unknown>>,
): void {
  ctx.emit(happened('child.sign_in_changed', { ids: [membership], after, risk: 'medium' }));
}

async function told(
  ctx: HouseholdContext,
  { child, guardian, ended }: { child: WireChild; guardian: Id; ended: number },
): Promise<void> {
  const details = { child: child.user_id, ended };
  await note(ctx, { action: 'child.sessions_ended', user: guardian, details });
  emitSignIn(ctx, child.id, { sessions_ended: ended });
}

function guardianFor(ctx: HouseholdContext, role: WireChild['role']): Id {
  const by = actorId(ctx);
  if (by === undefined || !rolesGrantableBy(ctx.facts.role).includes(role)) throw forbidden('members.manage');
  return by;
}

/**
 * What is asked for the child counts as the child's: the guardian only lends a hand. From where the call came belongs to
 * who made it, and stays with them.
 */
function asChild(ctx: HouseholdContext, child: Pick<WireChild, 'user_id'>): UserContext {
  const { requestId } = ctx.origin;
  return { ...ctx, origin: { requestId }, actor: { kind: 'user', userId: child.user_id } };
}

function shown({ display_name, username, birth_year }: WireChild) {
  return { display_name, username, birth_year };
}
