/**
 * Who somebody is at Google or another provider. Linked by whoever is signed in and has just shown that it is them, and
 * only where both sides have seen that the same address is theirs; never because an address looks the same.
 */
import type { Id } from '@kinwise/core/ids';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { ProvenPerson } from '../../platform/providers.ts';
import type { Input, Reply, UserSteps } from '../../platform/routes.ts';
import { takeTurn } from '../backup-codes/backup-codes.ts';
import { sendLetter } from '../letters/letters.ts';
import { comeBack, leave, providerNamed, providerNames } from '../oidc-flows/oidc-flows.ts';
import type { Back } from '../oidc-flows/oidc-flows.schema.ts';
import { hasPasskey } from '../passkeys/passkeys.ts';
import { note } from '../security/security.ts';
import { addFactors, takeOwnersTurn } from '../sessions/sessions.ts';
import { nameKey, userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import { identityOnTheWire } from './identities.schema.ts';
import type { Identity } from './identities.schema.ts';
import {
  deleteIdentitiesSince,
  deleteIdentity,
  identitiesOf,
  identityBy,
  insertIdentity,
} from './identities.store.ts';
import type { IdentityRow } from './identities.store.ts';

export { identityBy, insertIdentity, useIdentity } from './identities.store.ts';

type At = { readonly provider: string; readonly cookies: Input['cookies'] };

export async function listIdentities(ctx: OpenContext, user: Id): Promise<{ results: Identity[] }> {
  const names = providerNames(ctx.ground);
  return { results: (await identitiesOf(ctx, user)).map((row) => identityOnTheWire(row, names)) };
}

/** Where to send the browser of who is signed in. The routes see to it that they have just shown that it is them. */
export async function beginLink(steps: UserSteps, at: At): Promise<Reply> {
  const user = await steps.step(async (ctx) => await existing(ctx, steps.actor.userId));
  if (user.email_verified_at === null) throw unverifiedHere();
  return await leave(steps, { ...at, of: linkOf(steps) });
}

export async function finishLink(steps: UserSteps, at: At, back: Back): Promise<{ results: Identity[] }> {
  const { userId, sessionId } = steps.actor;
  const person = await comeBack(steps, { ...at, of: linkOf(steps) }, back);
  const { id: provider, name } = providerNamed(steps.ground, at.provider);
  const email = verifiedEmail(person, name);
  return await steps.step(async (ctx) => {
    await takeOwnersTurn(ctx, steps.actor);
    const user = await existing(ctx, userId);
    if (user.email_verified_at === null) throw unverifiedHere();
    if (nameKey(email) !== nameKey(user.email)) throw otherAddress(name, { there: email, here: user.email });
    const { issuer, subject } = person;
    if (await insertIdentity(ctx, { user: userId, provider, issuer, subject, email })) {
      await addFactors(ctx, sessionId, ['oidc']);
      await told(ctx, user, { action: 'identity.linked', kind: 'identity_linked', provider, email });
    } else if ((await identityBy(ctx, { issuer, subject }))?.user_id !== userId) {
      const detail = `This account at ${name} signs in to another account here. Unlink it there first.`;
      throw new Problem('RESOURCE_3002', detail);
    }
    return await listIdentities(ctx, userId);
  });
}

/** Takes a way in away, unless it is the only one. */
export async function unlink(ctx: UserContext, id: Id): Promise<void> {
  const { userId } = ctx.actor;
  await takeTurn(ctx, userId);
  const all = await identitiesOf(ctx, userId);
  const row = all.find((one) => one.id === id);
  if (!row) throw new Problem('RESOURCE_3001', 'You have no such linked account.');
  const user = await existing(ctx, userId);
  const others = all.filter((one) => one.id !== id);
  if (!(await hasOtherWay(ctx, user, others))) {
    const detail = 'This is your only way in. Set a password or add a passkey first, then unlink it.';
    throw new Problem('AUTH_1027', detail);
  }
  await deleteIdentity(ctx, { user: userId, id });
  const { provider, email } = row;
  await told(ctx, user, { action: 'identity.removed', kind: 'identity_removed', provider, email });
}

/** Takes away what was linked since an instant, when it was not the owner who did. */
export async function dropIdentitiesSince(ctx: OpenContext, user: Id, since: string): Promise<void> {
  for (const provider of await deleteIdentitiesSince(ctx, user, since))
    await note(ctx, { action: 'identity.removed', user, risk: 'high', details: { provider } });
}

/** The address that a provider has seen belong to the person; refuses one that it has not. */
export function verifiedEmail(person: ProvenPerson, name: string): string {
  const { email } = person;
  if (person.emailVerified && email !== undefined && isAddress(email)) return email;
  throw new Problem(
    'AUTH_1025',
    `${name} does not say that your e-mail address is verified. Verify it there and come back, or use a password here.`,
  );
}

/** A password, a passkey, or another provider that is still set up. */
async function hasOtherWay(ctx: OpenContext, user: User, others: readonly IdentityRow[]): Promise<boolean> {
  const names = providerNames(ctx.ground);
  const works = others.some((other) => names.some(({ id }) => id === other.provider));
  return user.password_hash !== null || works || (await hasPasskey(ctx, user.id));
}

type Told = {
  readonly action: 'identity.linked' | 'identity.removed';
  readonly kind: 'identity_linked' | 'identity_removed';
  readonly provider: string;
  readonly email: string;
};

/** Writes it down and tells the owner. */
async function told(ctx: OpenContext, user: User, what: Told): Promise<void> {
  const { action, kind, provider, email } = what;
  await note(ctx, { action, user: user.id, risk: 'medium', details: { provider } });
  const name = providerNames(ctx.ground).find(({ id }) => id === provider)?.name ?? provider;
  const link = `${ctx.ground.publicUrl()}/settings/security`;
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: { kind, name: user.first_name, provider: name, address: email, link },
  });
}

function linkOf({ actor }: UserSteps) {
  return { purpose: 'link', user: actor.userId, boundTo: actor.sessionId } as const;
}

async function existing(ctx: OpenContext, id: Id): Promise<User> {
  const user = await userById(ctx, id);
  if (!user) throw new Problem('AUTH_1003', 'Sign in again.');
  return user;
}

function isAddress(email: string): boolean {
  return email.length <= 254 && /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+\.[^\s@<>",;:\\]+$/.test(email);
}

function unverifiedHere(): Problem {
  return new Problem('AUTH_1004', 'Open the link in the mail that we sent you first, or ask for a new one.');
}

function otherAddress(name: string, { there, here }: { there: string; here: string }): Problem {
  return new Problem(
    'AUTH_1028',
    `At ${name} you are ${there}, and here ${here}. Only the same address can be linked: choose the other account at ${name}.`,
  );
}
