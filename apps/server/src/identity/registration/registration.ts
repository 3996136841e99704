/**
 * Registering, and proving that the address is one's own. No answer tells whether an address has an account; that a
 * username is taken is said, whosever address comes with it.
 */
import type { OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import { addressKey, countHere } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply, Steps } from '../../platform/routes.ts';
import { judgeLater, requireUnbreached } from '../breaches/breaches.ts';
import type { Unjudged } from '../breaches/breaches.ts';
import { hashOf } from '../hashing/hashing.ts';
import { sendLetter } from '../letters/letters.ts';
import { signIn } from '../login/login.ts';
import { issueToken, lifetime, ownerOf, spend } from '../one-time/one-time.ts';
import { requireNewPassword } from '../password-marks/password-marks.ts';
import { note } from '../security/security.ts';
import { requireStrong } from '../strength/strength.ts';
import { addUser, setPasswordHash, setVerified, userById, userByName } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Exchange, Registration, Resend } from './registration.schema.ts';
import { isInvited } from './registration.store.ts';

type Promised = { message: string; email: string };

/** Registers, or mails the owner of the address; the caller hears the same either way, after the same work. */
export async function register(steps: Steps, body: Registration): Promise<Promised> {
  await countRegistration(steps, body.invitation_token);
  requireStrong(steps.ground, { password: body.password, about: body, pointer: '/password' });
  const unjudged = await requireUnbreached(steps.ground, body.password, '/password');
  const hash = await hashOf(steps.ground, body.password);
  await steps.step(async (ctx) => {
    await enrol(ctx, body, { hash, unjudged });
  });
  return { message: 'Look into your mailbox and open the link that we have sent.', email: body.email };
}

/** A flat shares one address: those who were invited are counted apart. */
export async function countRegistration(steps: Steps, invitation: string | undefined): Promise<void> {
  const invited =
    invitation !== undefined && (await steps.step(async (ctx) => await isInvited(ctx, invitation)));
  await countHere(steps, invited ? 'register_invited' : 'register', addressKey(steps.origin.ip ?? 'unknown'));
}

/** Has the link sent again to an address that waits for it; nothing to any other, with the same answer and work. */
export async function resend(ctx: OpenContext, body: Resend): Promise<{ message: string }> {
  const user = await userByName(ctx, body.email);
  // An invitation is a key: it waits sealed.
  const onward = sealed(ctx.ground, body.invitation_token ?? '');
  ctx.enqueue({ job: 'registration.send_link', payload: { user: user?.id ?? '', onward } });
  return { message: 'If the address waits for a link, a new one is on its way.' };
}

/** Sends the link, if there is somebody who waits for it. */
export async function sendLinkAgain(
  ctx: OpenContext,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const user = payload['user'] === '' ? undefined : await userById(ctx, String(payload['user']));
  if (user?.email_verified_at !== null) return;
  const onward = unsealed(ctx.ground, String(payload['onward']));
  await sendLink(ctx, user, onward === '' ? undefined : onward);
}

/** Uses the link of the mail. The answer is worth a session for a minute, so that no session is ever in a link. */
export async function verifyEmail(ctx: OpenContext, token: string): Promise<{ exchange_token: string }> {
  const id = await spend(ctx, 'verify_email', token);
  const user = await existing(ctx, id);
  if (user.email_verified_at === null) {
    await setVerified(ctx, id);
    await note(ctx, { action: 'email.verified', user: id });
    if (isContested(user)) await dropPassword(ctx, user);
    sendLetter(ctx, {
      to: user.email,
      locale: user.locale,
      letter: { kind: 'welcome', name: user.first_name, link: `${ctx.ground.publicUrl()}/` },
    });
  }
  return { exchange_token: await issueToken(ctx, id, 'exchange') };
}

/** Trades the answer of a verification for a session. */
export async function exchange(steps: Steps, body: Exchange): Promise<Reply> {
  const owner = await steps.step(async (ctx) => await ownerOf(ctx, 'exchange', body.exchange_token));
  return await steps.step(async (ctx) => {
    const user = await existing(ctx, await spend(ctx, 'exchange', body.exchange_token));
    return await signIn(ctx, user, {
      client: body.client,
      remembered: body.remember_me,
      deviceName: body.device_name,
      factors: ['mail'],
    });
  }, owner);
}

type Chosen = { readonly hash: string; readonly unjudged: Unjudged };

async function enrol(ctx: OpenContext, body: Registration, { hash, unjudged }: Chosen): Promise<void> {
  const { email, username, first_name, last_name, locale, timezone } = body;
  const user = await addUser(ctx, {
    email,
    username,
    hash,
    first_name,
    last_name,
    locale,
    time_zone: timezone,
  });
  judgeLater(ctx, user?.id, unjudged);
  if (user) {
    await note(ctx, { action: 'account.registered', user: user.id });
    await sendLink(ctx, user, body.invitation_token);
    return;
  }
  const owner = await userByName(ctx, email);
  if (!owner) return;
  sendLetter(ctx, {
    to: owner.email,
    locale: owner.locale,
    letter: { kind: 'address_taken', name: owner.first_name, link: `${ctx.ground.publicUrl()}/login` },
  });
}

/** An invitation travels with the link, so that the app can go on with it. */
async function sendLink(ctx: OpenContext, user: User, invitation: string | undefined): Promise<void> {
  const token = await issueToken(ctx, user.id, 'verify_email');
  const onward = invitation === undefined ? '' : `&invitation=${encodeURIComponent(invitation)}`;
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'verify_email',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/verify-email?token=${token}${onward}`,
      ...lifetime(ctx, 'verify_email'),
    },
  });
}

/**
 * Registered more than once before anybody opened a link: who reads the mails need not be the one who chose the password
 * last. While an address is unproven nothing else moves the version.
 */
function isContested(user: User): boolean {
  return user.version > 1 && user.password_hash !== null;
}

/** Nobody’s password counts. Whoever reads the mails chooses one before they are in. */
async function dropPassword(ctx: OpenContext, user: User): Promise<void> {
  await setPasswordHash(ctx, { id: user.id, hash: null, endTokens: true });
  await requireNewPassword(ctx, { ...user, password_changed_at: ctx.now });
}

async function existing(ctx: OpenContext, id: string): Promise<User> {
  const user = await userById(ctx, id);
  if (!user) throw new Problem('AUTH_1008', 'This link was used already or is too old. Ask for a new one.');
  return user;
}
