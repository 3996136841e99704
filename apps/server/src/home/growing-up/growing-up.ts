/**
 * A child gets an account of its own: a guardian offers it to an address, and whoever has that mailbox takes it over with a
 * password. From then on no guardian lets anybody in or out of it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { judgeLater, requireUnbreached } from '../../identity/breaches/breaches.ts';
import { acceptAll } from '../../identity/documents/documents.ts';
import { isGuarded, release } from '../../identity/guarded/guarded.ts';
import { hashOf } from '../../identity/hashing/hashing.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { revokeAll } from '../../identity/one-time/one-time.ts';
import { householdsOf } from '../../identity/own-households/own-households.ts';
import { note } from '../../identity/security/security.ts';
import { endSessions } from '../../identity/sessions/sessions.ts';
import { requireStrong } from '../../identity/strength/strength.ts';
import { setEmail, setPasswordHash, userById } from '../../identity/users/users.ts';
import type { User } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { emitSignIn, showChild, wardOf } from '../children/children.ts';
import type { WireChild } from '../children/children.schema.ts';
import { homesOfWard, tellGuardians } from '../guardians/guardians.ts';
import { memberOf } from '../memberships/memberships.ts';
import type { TakeOver } from './growing-up.schema.ts';
import { deleteGrowing, findGrowing, forgetWays, takeGrowing, upsertGrowing } from './growing-up.store.ts';
import type { GrowingRow } from './growing-up.store.ts';

/** Offers the account to the child. Whether the address has an account already, only its mailbox hears. */
export async function offer(ctx: HouseholdContext, membership: Id, email: string): Promise<WireChild> {
  const { child, guardian } = await wardOf(ctx, membership);
  if (child.deletion_due_at !== null)
    throw new Problem('RESOURCE_3005', 'This account is about to be erased. Keep it first.');
  const user = child.user_id;
  const seconds = ctx.ground.config.GROW_UP_SECONDS;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = instant(ctx.nowMs + seconds * 1000);
  await upsertGrowing(ctx, { user, email, hash: tokenHash(token), by: guardian, expiresAt });
  await note(ctx, { action: 'child.growing_up', user: guardian, risk: 'high', details: { child: user } });
  emitSignIn(ctx, membership, { own_account: 'offered' });
  const person = await userById(ctx, user);
  sendLetter(ctx, {
    to: email,
    locale: person?.locale ?? 'en-NZ',
    from: guardian,
    letter: {
      kind: 'growing_up',
      name: child.first_name,
      guardian_name: (await memberOf(ctx, guardian))?.display_name ?? '',
      days: Math.max(1, Math.floor(seconds / 86_400)),
      link: `${ctx.ground.publicUrl()}/grow-up?token=${token}`,
    },
  });
  return await showChild(ctx, membership);
}

export async function takeBack(ctx: HouseholdContext, membership: Id): Promise<void> {
  const { child } = await wardOf(ctx, membership);
  if (!(await deleteGrowing(ctx, child.user_id)))
    throw new Problem('RESOURCE_3001', 'No offer waits to be taken up.');
  emitSignIn(ctx, membership, { own_account: 'taken_back' });
}

/** Whose account a link offers. */
export async function lookAtOffer(steps: Steps, token: string): Promise<{ name: string; email: string }> {
  const { user, email } = await offered(steps, token);
  return { name: user.first_name, email };
}

/** Takes the account over. Every device on which a guardian had signed it in is signed out. */
export async function takeOver(steps: Steps, body: TakeOver): Promise<{ message: string }> {
  const { user, email } = await offered(steps, body.token);
  requireStrong(steps.ground, { password: body.password, about: { ...user, email }, pointer: '/password' });
  const unjudged = await requireUnbreached(steps.ground, body.password, '/password');
  const hash = await hashOf(steps.ground, body.password);
  await steps.step(async (ctx) => {
    const taken = (await takeGrowing(ctx, tokenHash(body.token))) ?? spent();
    const id = taken.user_id;
    if (!(await isStillMeant(ctx, taken)) || !(await release(ctx, id))) spent();
    const freed = await setEmail(ctx, { id, email: taken.email });
    if (freed === undefined)
      throw new Problem(
        'AUTH_1026',
        'Somebody has an account with this address already. Ask a guardian to offer yours to another one.',
      );
    // Who had only claimed the address gets nowhere with what was mailed to it.
    for (const other of freed) await revokeAll(ctx, other);
    await setPasswordHash(ctx, { id, hash, endTokens: true });
    judgeLater(ctx, id, unjudged);
    await acceptAll(ctx, id);
    await endSessions(ctx, { user: id, reason: 'grown_up' });
    await forgetWays(ctx, id);
    await note(ctx, { action: 'child.grown_up', user: id, risk: 'high' });
    await tellHouseholds(ctx, user);
  }, user.id);
  return { message: 'The account is yours. Sign in with your address and password.' };
}

async function tellHouseholds(ctx: OpenContext, user: User): Promise<void> {
  for (const { id: household } of await householdsOf(ctx, user.id)) {
    await ctx.within({ household, actor: { kind: 'user', userId: user.id } }, async (inside) => {
      const member = await memberOf(inside, user.id);
      if (!member) return;
      inside.emit(
        happened('child.grown_up', { ids: [member.id], after: { own_account: true }, risk: 'high' }),
      );
      await tellGuardians(inside, ({ name, home }) => ({
        kind: 'grown_up',
        name,
        child_name: member.display_name,
        link: `${home}/household`,
      }));
    });
  }
}

async function offered(steps: Steps, token: string): Promise<{ user: User; email: string }> {
  return await steps.step(async (ctx) => {
    const row = (await findGrowing(ctx, tokenHash(token))) ?? spent();
    const user = await userById(ctx, row.user_id);
    if (!user || user.deletion_due_at !== null || !(await isGuarded(ctx, user.id))) return spent();
    if (!(await isStillMeant(ctx, row))) return spent();
    return { user, email: row.email };
  });
}

/** Whoever made the offer may still decide for the child: else they could send it to themself before they go. */
async function isStillMeant(ctx: OpenContext, { user_id, asked_by }: GrowingRow): Promise<boolean> {
  for (const household of await homesOfWard(ctx, user_id)) {
    const maker = await ctx.within(
      { household, actor: { kind: 'system' } },
      async (inside) => await memberOf(inside, asked_by),
    );
    if (maker?.role === 'admin' || maker?.role === 'parent') return true;
  }
  return false;
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function spent(): never {
  throw new Problem('AUTH_1008', 'This link was used already or is too old. Ask a guardian for a new one.');
}
