/** What is known of addresses: whether mail reaches them, and whether its owner wants it. Kept by keyed hashes alone. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
export { deleteAddress as addressWorksByHash } from './mail-addresses.store.ts';
import { deleteAddress, readAddress, upsertMark } from './mail-addresses.store.ts';

/** What people can turn off by itself. Everything else is about their safety, or an answer to what they did. */
export const MAIL_TOPICS = ['household_alerts', 'invitations'] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];

export type AddressState = 'reached' | 'undeliverable' | 'unwanted';

/** Two spellings of one address are one address. */
export function addressHash(ground: Ground, email: string): string {
  const text = email.normalize('NFC').trim().toLowerCase();
  return createHmac('sha256', ground.keyFor('mail addresses')).update(text).digest('base64url');
}

export async function addressState(ctx: OpenContext, email: string): Promise<AddressState> {
  const row = await readAddress(ctx, addressHash(ctx.ground, email));
  if (row?.undeliverable_at) return 'undeliverable';
  return row?.complained_at ? 'unwanted' : 'reached';
}

/** Whether mail may go there that its owner did not ask for. */
export async function takesConvenience(ctx: OpenContext, hash: string): Promise<boolean> {
  return (await readAddress(ctx, hash)) === undefined;
}

/** Mail came back for good. What concerns somebody's safety is tried all the same: the address may come to life again. */
export async function markUndeliverable(ctx: OpenContext, hash: string, code: string): Promise<void> {
  // A mailbox that is full is somebody's.
  if (code === '5.2.2') return;
  await upsertMark(ctx, hash, { undeliverable_at: ctx.now, undeliverable_code: code.slice(0, 20) });
}

export async function markComplained(ctx: OpenContext, hash: string): Promise<void> {
  await upsertMark(ctx, hash, { complained_at: ctx.now });
}

export async function refuseMail(ctx: OpenContext, hash: string): Promise<void> {
  await upsertMark(ctx, hash, { refused_at: ctx.now });
}

/** A mail has arrived there, or its owner wants mail again. */
export async function addressWorks(ctx: OpenContext, email: string): Promise<void> {
  await deleteAddress(ctx, addressHash(ctx.ground, email));
}

export type MailLink = {
  readonly purpose: 'unsubscribe' | 'works';
  readonly hash: string;
  readonly topic?: MailTopic | undefined;
  /** Whose address it was when the mail left; absent for who is no user. */
  readonly user?: Id | undefined;
  /** Milliseconds; a link without it works as long as the mail lies somewhere. */
  readonly until?: number | undefined;
};

/** A signed text for a link in a mail: it does this one thing for this one address, for whoever holds the mail. */
export function mailToken(ground: Ground, { purpose, hash, topic, user, until }: MailLink): string {
  const body = Buffer.from([purpose, hash, topic, user, until].join(' ')).toString('base64url');
  return `${body}.${signatureOf(ground, body)}`;
}

/** What the token was made for; undefined when it is another's, changed, or too old. */
export function readMailToken(
  ctx: OpenContext,
  purpose: MailLink['purpose'],
  token: string,
): MailLink | undefined {
  const [body = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature);
  const wanted = Buffer.from(signatureOf(ctx.ground, body));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const [made, hash = '', named, user, end = ''] = Buffer.from(body, 'base64url').toString('utf8').split(' ');
  if (made !== purpose || (end !== '' && Number(end) < ctx.nowMs)) return undefined;
  return {
    purpose,
    hash,
    topic: MAIL_TOPICS.find((one) => one === named),
    user: user === '' ? undefined : user,
  };
}

function signatureOf(ground: Ground, body: string): string {
  return createHmac('sha256', ground.keyFor('mail links')).update(body).digest('base64url');
}
