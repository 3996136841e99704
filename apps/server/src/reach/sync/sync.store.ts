import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type ChangeLine = { seq: bigint; entity: string; op: 'put' | 'delete'; ids: Id[] };

/** Lines of the log after a number, in order; those about others' private things are held back by the database. */
export async function readLines(ctx: HouseholdContext, after: bigint, limit: number): Promise<ChangeLine[]> {
  return await ctx.db.text<ChangeLine>(
    'select seq, entity, op, ids from changes where household_id = $1 and seq > $2 order by seq limit $3',
    [ctx.household, after, limit],
  );
}

/** The newest number, and the newest that is forgotten. */
export async function readCounter(ctx: HouseholdContext): Promise<{ last: bigint; forgotten: bigint }> {
  const [row] = await ctx.db.text<{ last: bigint; forgotten: bigint }>(
    'select last_seq as last, forgotten_seq as forgotten from change_counters where household_id = $1',
    [ctx.household],
  );
  return row ?? { last: 0n, forgotten: 0n };
}

/** Forgets lines that every living device has long read, and remembers up to where. */
export async function forgetLines(ctx: HouseholdContext, before: string): Promise<void> {
  await ctx.db.text(
    `with gone as (delete from changes where household_id = $1 and at < $2 returning seq)
     update change_counters set forgotten_seq = greatest(forgotten_seq, (select max(seq) from gone))
     where household_id = $1 and exists (select from gone)`,
    [ctx.household, before],
  );
}
