import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type Purpose = 'verify_email' | 'exchange' | 'reset_password' | 'unlock';

export async function insertToken(
  ctx: OpenContext,
  token: { user: Id; purpose: Purpose; hash: string; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('one_time_tokens').values({
      id: newId(),
      user_id: token.user,
      purpose: token.purpose,
      token_hash: token.hash,
      created_at: ctx.now,
      expires_at: token.expiresAt,
    }),
  );
}

export async function deleteTokens(ctx: OpenContext, user: Id, purposes: readonly Purpose[]): Promise<void> {
  await ctx.db.run(
    k
      .deleteFrom('one_time_tokens')
      .where('user_id', '=', user)
      .where('purpose', 'in', [...purposes]),
  );
}

export async function findToken(
  ctx: OpenContext,
  purpose: Purpose,
  hash: string,
): Promise<{ user_id: Id } | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('one_time_tokens')
      .select('user_id')
      .where('token_hash', '=', hash)
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now),
  );
}

/** Of any number of calls at once, one gets the row. */
export async function takeToken(
  ctx: OpenContext,
  purpose: Purpose,
  hash: string,
): Promise<{ user_id: Id } | undefined> {
  return await ctx.db.first(
    k
      .updateTable('one_time_tokens')
      .set({ used_at: ctx.now })
      .where('token_hash', '=', hash)
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning('user_id'),
  );
}

export async function deleteExpiredTokens(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('one_time_tokens').where('expires_at', '<', ctx.now));
}
