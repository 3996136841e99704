import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function insertHashes(ctx: OpenContext, user: Id, hashes: readonly string[]): Promise<void> {
  const rows = hashes.map((code_hash) => ({ user_id: user, code_hash, created_at: ctx.now }));
  await ctx.db.run(k.insertInto('backup_codes').values(rows));
}

export async function deleteHashes(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('backup_codes').where('user_id', '=', user));
}

/** Of any number of calls at once, one finds the row. */
export async function takeHash(ctx: OpenContext, user: Id, hashes: readonly string[]): Promise<boolean> {
  const row = await ctx.db.first(
    k
      .deleteFrom('backup_codes')
      .where('user_id', '=', user)
      .where('code_hash', 'in', [...hashes])
      .returning('code_hash'),
  );
  return row !== undefined;
}

export async function readHashes(ctx: OpenContext, user: Id): Promise<string[]> {
  const rows = await ctx.db.rows(
    k.selectFrom('backup_codes').select('code_hash').where('user_id', '=', user),
  );
  return rows.map((row) => row.code_hash);
}
