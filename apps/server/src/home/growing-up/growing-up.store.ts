import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type GrowingRow = { user_id: Id; email: string; asked_by: Id };

/** The newest offer counts. */
export async function upsertGrowing(
  ctx: OpenContext,
  of: { user: Id; email: string; hash: string; by: Id; expiresAt: string },
): Promise<void> {
  await ctx.db.text(
    `insert into growing_ups (user_id, email, token_hash, asked_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (user_id) do update set email = excluded.email, token_hash = excluded.token_hash,
       asked_by = excluded.asked_by, created_at = excluded.created_at, expires_at = excluded.expires_at`,
    [of.user, of.email, of.hash, of.by, ctx.now, of.expiresAt],
  );
}

export async function findGrowing(ctx: OpenContext, hash: string): Promise<GrowingRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('growing_ups')
      .select(['user_id', 'email', 'asked_by'])
      .where('token_hash', '=', hash)
      .where('expires_at', '>', ctx.now),
  );
}

/** Of any number of calls at once, one gets the row. */
export async function takeGrowing(ctx: OpenContext, hash: string): Promise<GrowingRow | undefined> {
  return await ctx.db.first(
    k
      .deleteFrom('growing_ups')
      .where('token_hash', '=', hash)
      .where('expires_at', '>', ctx.now)
      .returning(['user_id', 'email', 'asked_by']),
  );
}

export async function deleteGrowing(ctx: OpenContext, user: Id): Promise<boolean> {
  return (await ctx.db.run(k.deleteFrom('growing_ups').where('user_id', '=', user))) === 1;
}

export async function deleteExpired(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('growing_ups').where('expires_at', '<', ctx.now));
}

/** PINs and links of somebody, in whichever household. */
export async function forgetWays(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.text('select kinwise.forget_child_ways($1)', [user]);
}
