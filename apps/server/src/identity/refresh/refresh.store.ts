import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function insertRefresh(ctx: OpenContext, session: Id, hash: string): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('refresh_tokens')
      .values({ id: newId(), session_id: session, token_hash: hash, created_at: ctx.now }),
  );
}

/** Uses an unused token; of any number of calls at once, one gets it. Answers its session. */
export async function takeRefresh(ctx: OpenContext, hash: string, salt: string): Promise<Id | undefined> {
  const row = await ctx.db.first(
    k
      .updateTable('refresh_tokens')
      .set({ used_at: ctx.now, successor_salt: salt })
      .where('token_hash', '=', hash)
      .where('used_at', 'is', null)
      .returning('session_id'),
  );
  return row?.session_id;
}

export type RefreshRow = { session_id: Id; used_at: string | null; successor_salt: string | null };

export async function findRefresh(ctx: OpenContext, hash: string): Promise<RefreshRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('refresh_tokens')
      .select(['session_id', 'used_at', 'successor_salt'])
      .where('token_hash', '=', hash),
  );
}
