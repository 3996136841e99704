import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function lockedSince(ctx: OpenContext, user: Id): Promise<string | undefined> {
  const row = await ctx.db.first(
    k.selectFrom('account_locks').select('locked_at').where('user_id', '=', user),
  );
  return row?.locked_at;
}

/** Answers false when it was locked already. */
export async function insertLock(ctx: OpenContext, user: Id): Promise<boolean> {
  const made = await ctx.db.run(
    k
      .insertInto('account_locks')
      .values({ user_id: user, locked_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return made === 1;
}

export async function deleteLock(ctx: OpenContext, user: Id): Promise<boolean> {
  return (await ctx.db.run(k.deleteFrom('account_locks').where('user_id', '=', user))) === 1;
}
