import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export async function insertTransfers(
  ctx: HouseholdContext,
  rows: readonly { id: Id; private_to: Id | null }[],
  author: Id | null,
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.text(
    `insert into transfers (household_id, id, private_to, created_by, created_at)
     select $1, u.id, u.private_to, $4, $5 from unnest($2::uuid[], $3::uuid[]) as u (id, private_to)`,
    [ctx.household, rows.map((row) => row.id), rows.map((row) => row.private_to), author, ctx.now],
  );
}

export async function removeTransfers(ctx: HouseholdContext, ids: readonly Id[]): Promise<void> {
  await ctx.db.text('delete from transfers where household_id = $1 and id = any($2::uuid[])', [
    ctx.household,
    [...ids],
  ]);
}

/** Transfers between an account that is somebody's alone and one that is not. */
export async function readMixed(ctx: HouseholdContext, user: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `select distinct t.transfer_id as id from transactions t
     join transactions o on o.household_id = t.household_id and o.transfer_id = t.transfer_id and o.id <> t.id
     where t.household_id = $1 and t.private_to = $2 and o.private_to is distinct from $2`,
    [ctx.household, user],
  );
  return rows.map((row) => row.id);
}
