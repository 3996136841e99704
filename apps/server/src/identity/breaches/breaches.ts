/**
 * Passwords that stand in a known breach are tried first by whoever attacks, so that no new one is taken. Who has the
 * list hears five digits of a hash. When it does not answer in time, somebody's sign-up does not wait: a job asks again.
 */
import { createHash } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import { Problem } from '../../platform/problems.ts';
import { sendLetter } from '../letters/letters.ts';
import { markBreached } from '../password-marks/password-marks.ts';
import { note } from '../security/security.ts';

const CHECK = 'breaches.check';

/** A password that is still to be judged; undefined for one that was. */
export type Unjudged = { readonly sha1: string } | undefined;

/** Refuses a password of a known breach. May ask over the network: not within a transaction. */
export async function requireUnbreached(
  ground: Ground,
  password: string,
  pointer: string,
): Promise<Unjudged> {
  const sha1 = createHash('sha1').update(password).digest('hex').toUpperCase();
  const answer = await ground.breaches.find(sha1, 'somebody waits');
  if (answer === 'found') throw breached(pointer);
  return answer === 'unanswered' ? { sha1 } : undefined;
}

/**
 * Has a password judged by a job, where it was not. Belongs into the transaction that sets the password. Without a user
 * (the address is somebody else's) it is the same work and leads to nothing.
 */
export function judgeLater(ctx: OpenContext, user: Id | undefined, unjudged: Unjudged): void {
  if (!unjudged) return;
  ctx.enqueue({
    job: CHECK,
    payload: { user: user ?? '', set_at: ctx.now, sealed: sealed(ctx.ground, unjudged.sha1) },
  });
}

type Payload = Readonly<Record<string, unknown>>;

/** Asks for a password that was set meanwhile. Throws when there is no answer, and is tried again. */
export async function judge(ground: Ground, payload: Payload): Promise<'found' | 'fine'> {
  if (payload['user'] === '') return 'fine';
  const answer = await ground.breaches.find(unsealed(ground, String(payload['sealed'])), 'nobody waits');
  if (answer === 'unanswered') throw new Error('the list of breached passwords did not answer');
  return answer === 'found' ? 'found' : 'fine';
}

/** Tells the owner, once, if it is still the password that they have. */
export async function tellBreached(ctx: OpenContext, payload: Payload): Promise<void> {
  const id = String(payload['user']);
  const user = await markBreached(ctx, { id, setAt: String(payload['set_at']) });
  if (!user) return;
  await note(ctx, { action: 'password.breached', user: user.id, risk: 'high' });
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'password_breached',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/settings/security`,
    },
  });
}

function breached(pointer: string): Problem {
  const message = 'This password stands in a list of stolen ones, which attackers try first. Choose another.';
  return new Problem('AUTH_1009', message, { errors: [{ pointer, code: 'breached', message }] });
}
