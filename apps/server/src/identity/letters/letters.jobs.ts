/** Sends letters: tried until they leave or are given up, each under an id of its own that never changes. */
import { randomInt } from 'node:crypto';
import { quietUntil } from '@kinwise/core/quiet-hours';
import { deliver } from '../../adapters/mail/mail.ts';
import type { Delivery, Mail } from '../../adapters/mail/mail.ts';
import { written } from '../../adapters/mail/letters.ts';
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { unsealed } from '../../platform/encryption.ts';
import type { Job, Outward } from '../../platform/feature.ts';
import { SEND, deleteDeadTo, giveUp } from '../dead-letters/dead-letters.ts';
import {
  addressHash,
  addressWorksByHash,
  mailToken,
  markUndeliverable,
  takesConvenience,
} from '../mail-addresses/mail-addresses.ts';
import { canWait, goodUntilOf, topicOf } from '../letter-natures/letter-natures.ts';
import { quietHoursOf } from '../quiet-hours/quiet-hours.ts';
import { FORGET } from './letters.ts';
import type { Post } from './letters.ts';
import { deleteSentBefore, forgetSentTo, insertSent, readReader, wasSent } from './letters.store.ts';
import type { Reader } from './letters.store.ts';

const KEPT_MS = 90 * 24 * 3600 * 1000;
const FIRST_PAUSE_MS = 30_000;

type Payload = Readonly<Record<string, unknown>>;

export const jobs: readonly Job[] = [
  { kind: 'outward', name: SEND, work: send },
  {
    kind: 'outside',
    name: 'letters.forget',
    cron: '20 3 * * *',
    work: async (ctx) => {
      await deleteSentBefore(ctx, instant(ctx.nowMs - KEPT_MS));
    },
  },
  {
    kind: 'outside',
    name: FORGET,
    work: async (ctx, payload) => {
      const hash = String(payload['address_hash']);
      await forgetSentTo(ctx, hash);
      await deleteDeadTo(ctx, hash);
      await addressWorksByHash(ctx, hash);
    },
  },
];

/** A letter on its way: what it says, and how often it was tried. */
type Going = { readonly id: string; readonly post: Post; readonly sealed: string; readonly tries: number };

async function send(outward: Outward, payload: Payload): Promise<void> {
  const { messageId: id } = outward;
  const ready = await outward.outside(async (ctx) => {
    if (await wasSent(ctx, id)) return undefined;
    const sealed = String(payload['sealed']);
    const post = JSON.parse(unsealed(ctx.ground, sealed)) as Post;
    const going = { id, post, sealed, tries: Number(payload['tries'] ?? 0) };
    const mail = await mailOf(ctx, going);
    return mail && { going, mail, config: ctx.ground.config };
  });
  if (!ready) return;
  const delivery = await deliver(ready.config, ready.mail);
  await outward.outside(async (ctx) => {
    await conclude(ctx, ready.going, delivery);
  });
}

/** The mail, unless it would come too late, or to somebody who wants none of its kind. */
async function mailOf(ctx: OpenContext, going: Going): Promise<Mail | undefined> {
  const { post } = going;
  const until = goodUntilOf(post.letter);
  if (until !== undefined && until <= ctx.now) {
    await keepDead(ctx, going, { reason: 'stale', answer: `was good until ${until}` });
    return undefined;
  }
  if (!canWait(post.letter)) return mailWith(ctx, going, {});
  const reader = await readReader(ctx, post.to);
  const topic = topicOf(post.letter);
  const more = topic === undefined ? {} : await choiceOf(ctx, post, { topic, reader });
  if (!more || waits(ctx, going, reader)) return undefined;
  return mailWith(ctx, going, more);
}

function mailWith(ctx: OpenContext, { id, post }: Going, more: { unsubscribe?: string }): Mail {
  return { id, at: ctx.now, to: post.to, ...written(post, { ...officeOf(ctx), ...more }) };
}

/** Puts it off until its reader's quiet hours are over; not where it would be of no use any more by then. */
function waits(ctx: OpenContext, going: Going, reader: Reader | undefined): boolean {
  if (!reader) return false;
  const end = quietUntil(quietHoursOf(reader.preferences), ctx.nowMs, reader.time_zone);
  if (end === undefined) return false;
  const runAt = instant(end);
  const until = goodUntilOf(going.post.letter);
  if (until !== undefined && until <= runAt) return false;
  const { id, sealed, tries } = going;
  // It is looked at anew then, so that hours chosen meanwhile count as well.
  const key = `${SEND}:${id}:quiet:${runAt}`;
  ctx.enqueue({ job: SEND, payload: { effect: id, sealed, tries }, key, runAt });
  return true;
}

function officeOf(ctx: OpenContext): { publicUrl: string; operator: string } {
  return { publicUrl: ctx.ground.publicUrl(), operator: ctx.ground.config.OPERATOR_NAME };
}

/** The link that turns mails of the topic off; undefined for who has done so. */
async function choiceOf(
  ctx: OpenContext,
  post: Post,
  { topic, reader }: { topic: NonNullable<ReturnType<typeof topicOf>>; reader: Reader | undefined },
): Promise<{ unsubscribe: string } | undefined> {
  const hash = addressHash(ctx.ground, post.to);
  const chosen = (reader?.preferences as { mail?: Record<string, unknown> } | undefined)?.mail?.[topic];
  if (chosen === false || !(await takesConvenience(ctx, hash))) {
    ctx.ground.log.debug({ letter: post.letter.kind }, 'a letter is not wanted');
    return undefined;
  }
  return { unsubscribe: mailToken(ctx.ground, { purpose: 'unsubscribe', hash, topic, user: reader?.id }) };
}

async function conclude(ctx: OpenContext, going: Going, delivery: Delivery): Promise<void> {
  const tries = going.tries + 1;
  const { kind } = going.post.letter;
  const hash = addressHash(ctx.ground, going.post.to);
  if (delivery.kind === 'sent') {
    // Of somebody who was erased with this letter nothing is kept.
    await insertSent(ctx, {
      messageId: going.id,
      kind,
      addressHash: kind === 'account_erased' ? null : hash,
    });
  } else if (delivery.kind === 'later' && tries < ctx.ground.config.MAIL_TRIES) {
    ctx.ground.log.warn({ letter: kind, tries, answer: delivery.answer }, 'a letter is tried again later');
    ctx.enqueue({
      job: SEND,
      payload: { effect: going.id, sealed: going.sealed, tries },
      // A try that the queue hands out twice asks for one further try.
      key: `${SEND}:${going.id}:${tries}`,
      runAt: instant(ctx.nowMs + pauseMs(tries, ctx.ground.config.MAIL_LONGEST_PAUSE_MINUTES * 60_000)),
    });
  } else {
    if (delivery.kind === 'bounced') await markUndeliverable(ctx, hash, delivery.code);
    const reason = delivery.kind === 'later' ? 'unreachable' : delivery.kind;
    await keepDead(ctx, { ...going, tries }, { reason, answer: delivery.answer });
  }
}

/** Twice as long after each try, and by chance up to a half less, so that not everything comes back at one moment. */
function pauseMs(tries: number, longestMs: number): number {
  const whole = Math.min(longestMs, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));
  return whole - randomInt(Math.floor(whole / 2));
}

type Why = { readonly reason: 'bounced' | 'refused' | 'unreachable' | 'stale'; readonly answer: string };

async function keepDead(ctx: OpenContext, { id, post, sealed, tries }: Going, why: Why): Promise<void> {
  const { kind } = post.letter;
  const isGone = why.reason === 'stale' || kind === 'account_erased';
  await giveUp(ctx, {
    message_id: id,
    kind,
    ...why,
    tries,
    sealed: isGone ? null : sealed,
    address_hash: addressHash(ctx.ground, post.to),
    from_user: post.from ?? null,
  });
}
