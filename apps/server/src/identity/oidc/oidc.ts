/**
 * Signing in and registering by a provider. A known person there signs in. Whoever is new registers, with an address that
 * the provider has verified and that no account has. An address that an account has opens nothing here: its owner signs in
 * and links the provider themself.
 */
import { randomBytes } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import { Problem } from '../../platform/problems.ts';
import type { ProvenPerson } from '../../platform/providers.ts';
import { Reply } from '../../platform/routes.ts';
import type { Input, Steps } from '../../platform/routes.ts';
import { identityBy, insertIdentity, useIdentity, verifiedEmail } from '../identities/identities.ts';
import { sendLetter } from '../letters/letters.ts';
import { signIn } from '../login/login.ts';
import {
  beginAgain,
  browserHashOf,
  comeBack,
  hashOf,
  leave,
  providerNamed,
} from '../oidc-flows/oidc-flows.ts';
import { revokeAll } from '../one-time/one-time.ts';
import { countRegistration } from '../registration/registration.ts';
import { dropSecondSteps } from '../second-steps/second-steps.ts';
import { note } from '../security/security.ts';
import { endSessions } from '../sessions/sessions.ts';
import type { How } from '../sessions/sessions.ts';
import { addUser, setVerified, userById, userByName } from '../users/users.ts';
import type { Callback, Completion } from './oidc.schema.ts';
import { insertArrival, takeArrival } from './oidc.store.ts';

type At = { readonly provider: string; readonly cookies: Input['cookies'] };

export async function start(steps: Steps, at: At): Promise<Reply> {
  return await leave(steps, { ...at, of: { purpose: 'sign_in' } });
}

/** Somebody came back from the provider: they are in, or take their second step, or accept the terms first. */
export async function callback(steps: Steps, at: At, body: Callback): Promise<Reply> {
  const { remember_me: _remember, device_name: _device, ...back } = body;
  const person = await comeBack(steps, { ...at, of: { purpose: 'sign_in' } }, back);
  const known = await steps.step(async (ctx) => await identityBy(ctx, person));
  if (known)
    return await steps.step(async (ctx) => {
      const user = await userById(ctx, known.user_id);
      if (!user || !(await useIdentity(ctx, known.id, user.id))) throw gone();
      return await signIn(ctx, user, howOf(body));
    }, known.user_id);
  const { name } = providerNamed(steps.ground, at.provider);
  return await arrive(steps, at, { ...person, email: verifiedEmail(person, name) });
}

/** Makes the account of somebody whom a provider has vouched for and who has accepted the terms. */
export async function complete(steps: Steps, at: At, body: Completion): Promise<Reply> {
  const { id: provider, name } = providerNamed(steps.ground, at.provider);
  const browserHash = browserHashOf(at.cookies);
  await countRegistration(steps, body.invitation_token);
  const id = await steps.step(async (ctx) => {
    const tokenHash = hashOf(body.registration_token);
    const kept = await takeArrival(ctx, { tokenHash, browserHash, provider });
    if (kept === undefined) throw beginAgain();
    const person = JSON.parse(unsealed(ctx.ground, kept)) as Arrived;
    return await enrol(ctx, { person, provider, name }, body);
  });
  return await steps.step(async (ctx) => {
    const user = await userById(ctx, id);
    if (!user) throw gone();
    return await signIn(ctx, user, howOf(body));
  }, id);
}

type Arrived = ProvenPerson & { readonly email: string };

/** Nothing is made before the terms are accepted: what the provider said waits, sealed, for a few minutes. */
async function arrive(steps: Steps, at: At, person: Arrived): Promise<Reply> {
  const { id: provider, name } = providerNamed(steps.ground, at.provider);
  const { OIDC_REGISTER_SECONDS: seconds } = steps.ground.config;
  const token = randomBytes(32).toString('base64url');
  await steps.step(async (ctx) => {
    await requireFree(ctx, person.email, name);
    await insertArrival(ctx, {
      tokenHash: hashOf(token),
      browserHash: browserHashOf(at.cookies),
      provider,
      person: sealed(ctx.ground, JSON.stringify(person)),
      expiresAt: instant(ctx.nowMs + seconds * 1000),
    });
  });
  return new Reply({
    registration_required: true,
    registration_token: token,
    expires_in: seconds,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
  });
}

type By = { readonly person: Arrived; readonly provider: string; readonly name: string };

async function enrol(ctx: OpenContext, by: By, body: Completion): Promise<Id> {
  const { person, provider, name } = by;
  const { issuer, subject, email } = person;
  const user = await addUser(ctx, {
    email,
    hash: null,
    first_name: body.first_name,
    last_name: body.last_name,
    locale: body.locale,
    time_zone: body.timezone,
  });
  if (!user) throw taken(name);
  // Whoever had begun to register with this address, and never showed that it is theirs, keeps nothing of it.
  await endSessions(ctx, { user: user.id, reason: 'registered_anew' });
  await revokeAll(ctx, user.id);
  await dropSecondSteps(ctx, user.id);
  await setVerified(ctx, user.id);
  if (!(await insertIdentity(ctx, { user: user.id, provider, issuer, subject, email }))) throw beginAgain();
  const details = { by: 'oidc', provider };
  await note(ctx, { action: 'account.registered', user: user.id, details });
  await note(ctx, { action: 'email.verified', user: user.id, details });
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: { kind: 'welcome', name: user.first_name, link: `${ctx.ground.publicUrl()}/` },
  });
  return user.id;
}

/** An address that somebody registered and never verified holds nobody up. */
async function requireFree(ctx: OpenContext, email: string, name: string): Promise<void> {
  const user = await userByName(ctx, email);
  if (user && user.email_verified_at !== null) throw taken(name);
}

function howOf(body: { remember_me: boolean; device_name: string }): How {
  return {
    client: 'web',
    remembered: body.remember_me,
    deviceName: body.device_name,
    factors: ['oidc'],
  };
}

/** Whoever hears this has the mailbox: the provider says so. */
function taken(name: string): Problem {
  return new Problem(
    'AUTH_1026',
    `An account here has this e-mail address already. Sign in to it as you always do, then link ${name} under Settings, Security.`,
  );
}

function gone(): Problem {
  return new Problem('AUTH_1024', 'The account that this signs in to is closed, or was unlinked.');
}
