import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function wasSent(ctx: OpenContext, messageId: string): Promise<boolean> {
  return (await readSent(ctx, messageId)) !== undefined;
}

/** The letter that a report names; its address where it may still be known. */
export async function readSent(
  ctx: OpenContext,
  messageId: string,
): Promise<{ kind: string; address_hash: string | null } | undefined> {
  return await ctx.db.first(
    k.selectFrom('sent_letters').select(['kind', 'address_hash']).where('message_id', '=', messageId),
  );
}

export async function insertSent(
  ctx: OpenContext,
  sent: { messageId: string; kind: string; addressHash: string | null },
): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('sent_letters')
      .values({
        message_id: sent.messageId,
        kind: sent.kind,
        address_hash: sent.addressHash,
        sent_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function deleteSentBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('sent_letters').where('sent_at', '<', before));
}

export async function forgetSentTo(ctx: OpenContext, hash: string): Promise<void> {
  await ctx.db.run(
    k.updateTable('sent_letters').set({ address_hash: null }).where('address_hash', '=', hash),
  );
}

export type Reader = { id: Id; preferences: unknown; time_zone: string };

/** Who of our people has this address, and what they chose. */
export async function readReader(ctx: OpenContext, email: string): Promise<Reader | undefined> {
  const [row] = await ctx.db.text<Reader>(
    'select id, preferences, time_zone from users where lower(email) = lower($1) and deleted_at is null limit 1',
    [email],
  );
  return row;
}
