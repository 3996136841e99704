/** Letters to people. They leave after the commit, by a job, and are sealed while they wait: their links are keys. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { Ground, JobRequest, OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import type { WaitingJob } from '../../platform/erasing.ts';
import { SEND } from '../dead-letters/dead-letters.ts';
import type { Letter } from '../letter-kinds/letter-kinds.ts';
import { addressHash } from '../mail-addresses/mail-addresses.ts';
import { readSent } from './letters.store.ts';

export type { Letter } from '../letter-kinds/letter-kinds.ts';

export const FORGET = 'letters.forget_address';

export type Post = {
  readonly to: string;
  readonly locale: string;
  readonly letter: Letter;
  /** Who had it sent, where the letter names them. */
  readonly from?: Id;
};

/** Queues a letter: it leaves if and only if this transaction commits. */
export function sendLetter(ctx: OpenContext, post: Post): void {
  // A child without an address: guardians hear of what matters by letters of their own.
  if (post.to === '') return;
  ctx.enqueue(letterJob(ctx.ground, post));
}

/** The job that sends a letter. */
export function letterJob(ground: Ground, post: Post): JobRequest {
  return { job: SEND, payload: { effect: newId(), sealed: sealed(ground, JSON.stringify(post)) } };
}

/** Whether a waiting job is a letter to a person, or one that they had sent. */
export function isLetterOf(ground: Ground, job: WaitingJob, person: { id: Id; email: string }): boolean {
  if (job.task !== SEND) return false;
  const post = JSON.parse(unsealed(ground, String(job.payload['sealed']))) as Post;
  return post.to.toLowerCase() === person.email.toLowerCase() || post.from === person.id;
}

/** The job that forgets, of an address whose person is erased, what came of the letters to it. */
export function forgettingJob(ground: Ground, email: string): JobRequest {
  return { job: FORGET, payload: { effect: newId(), address_hash: addressHash(ground, email) } };
}

/** A letter that left, by the id of its mail; whose it was is forgotten with its reader. */
export async function sentLetter(
  ctx: OpenContext,
  messageId: string,
): Promise<{ kind: string; address_hash: string | null } | undefined> {
  return await readSent(ctx, messageId);
}
