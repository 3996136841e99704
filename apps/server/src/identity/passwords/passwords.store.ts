import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

/** The hashes of the last passwords, newest first. */
export async function lastHashes(ctx: OpenContext, user: Id, most: number): Promise<string[]> {
  const rows = await ctx.db.rows(
    k
      .selectFrom('password_history')
      .select('password_hash')
      .where('user_id', '=', user)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most),
  );
  return rows.map((row) => row.password_hash);
}

/** Remembers a hash and forgets those that are older than the last ones. */
export async function rememberHash(
  ctx: OpenContext,
  user: Id,
  at: { hash: string; most: number },
): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('password_history')
      .values({ user_id: user, id: newId(), password_hash: at.hash, created_at: ctx.now }),
  );
  await ctx.db.run(
    k
      .deleteFrom('password_history')
      .where('user_id', '=', user)
      .where('id', 'not in', (q) =>
        q
          .selectFrom('password_history')
          .select('id')
          .where('user_id', '=', user)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(at.most),
      ),
  );
}
