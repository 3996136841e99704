import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type CodeRow = {
  id: Id;
  address_hash: string;
  network: string;
  code_hash: string;
  user_id: Id | null;
  expires_at: string;
};

/** Puts the code in the place of an older one for the address that was asked for from the same network. */
export async function putCode(ctx: OpenContext, row: CodeRow): Promise<void> {
  const fresh = { ...row, tries: 0, created_at: ctx.now };
  await ctx.db.run(
    k
      .insertInto('mail_codes')
      .values(fresh)
      .onConflict((conflict) => conflict.columns(['address_hash', 'network']).doUpdateSet(fresh)),
  );
}

/** Counts a try of the code and answers its number, beginning at 1; undefined when there is no such request. */
export async function countCodeTry(
  ctx: OpenContext,
  of: { id: Id; address_hash: string },
): Promise<number | undefined> {
  const row = await ctx.db.first(
    k
      .updateTable('mail_codes')
      .set((q) => ({ tries: q('tries', '+', 1) }))
      .where('id', '=', of.id)
      .where('address_hash', '=', of.address_hash)
      .where('expires_at', '>', ctx.now)
      .returning('tries'),
  );
  return row?.tries;
}

/** Uses the code up. Of any number of calls at once, one gets the row. */
export async function takeCode(
  ctx: OpenContext,
  of: { id: Id; address_hash: string; code_hash: string },
): Promise<{ user_id: Id | null } | undefined> {
  return await ctx.db.first(
    k
      .deleteFrom('mail_codes')
      .where('id', '=', of.id)
      .where('address_hash', '=', of.address_hash)
      .where('code_hash', '=', of.code_hash)
      .where('expires_at', '>', ctx.now)
      .returning('user_id'),
  );
}

export async function findCode(ctx: OpenContext, id: Id): Promise<{ user_id: Id | null } | undefined> {
  return await ctx.db.first(
    k.selectFrom('mail_codes').select('user_id').where('id', '=', id).where('expires_at', '>', ctx.now),
  );
}

export async function deleteCodesOf(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('mail_codes').where('user_id', '=', user));
}

export async function deleteExpiredCodes(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('mail_codes').where('expires_at', '<', ctx.now));
}
