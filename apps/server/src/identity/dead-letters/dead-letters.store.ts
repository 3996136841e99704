import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type DeadLetterRow = {
  message_id: string;
  kind: string;
  reason: string;
  answer: string;
  tries: number;
  sealed: string | null;
  given_up_at: string;
};

export type NewDeadLetter = {
  message_id: string;
  kind: string;
  reason: 'bounced' | 'refused' | 'unreachable' | 'stale';
  answer: string;
  tries: number;
  sealed: string | null;
  address_hash: string;
  from_user: Id | null;
};

const COLUMNS = ['message_id', 'kind', 'reason', 'answer', 'tries', 'sealed', 'given_up_at'] as const;

export async function insertDead(ctx: OpenContext, letter: NewDeadLetter): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('dead_letters')
      .values({ ...letter, given_up_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function readDead(ctx: OpenContext): Promise<DeadLetterRow[]> {
  return await ctx.db.rows(
    k.selectFrom('dead_letters').select(COLUMNS).orderBy('given_up_at').orderBy('message_id').limit(10_000),
  );
}

/** Takes one out; undefined when somebody else was faster. */
export async function takeDead(ctx: OpenContext, messageId: string): Promise<DeadLetterRow | undefined> {
  return await ctx.db.first(
    k.deleteFrom('dead_letters').where('message_id', '=', messageId).returning(COLUMNS),
  );
}

export async function deleteDeadBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('dead_letters').where('given_up_at', '<', before));
}

export async function deleteDeadTo(ctx: OpenContext, hash: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('dead_letters').where('address_hash', '=', hash));
}
