import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function wasSent(ctx: OpenContext, messageId: string): Promise<boolean> {
  const row = await ctx.db.first(
    k.selectFrom('sent_letters').select('message_id').where('message_id', '=', messageId),
  );
  return row !== undefined;
}

export async function insertSent(ctx: OpenContext, sent: { messageId: string; kind: string }): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('sent_letters')
      .values({ message_id: sent.messageId, kind: sent.kind, sent_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function deleteSentBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('sent_letters').where('sent_at', '<', before));
}
