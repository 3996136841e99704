import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** Which of these bank ids an account's living entries have already. */
export async function readTakenIds(
  ctx: HouseholdContext,
  account: Id,
  bankIds: readonly string[],
): Promise<string[]> {
  if (bankIds.length === 0) return [];
  const rows = await ctx.db.text<{ bank_id: string }>(
    `select bank_id from transactions
     where household_id = $1 and account_id = $2 and bank_id = any($3::text[]) and deleted_at is null`,
    [ctx.household, account, [...bankIds]],
  );
  return rows.map((row) => row.bank_id);
}

export type Latecomer = {
  occurred_on: string;
  amount_minor: bigint;
  bank_id: string | null;
  payee: string | null;
};

/**
 * Entries that came into an account after a number of the change log, other than by this import. By number and not by
 * time: what was committed later may have begun earlier.
 */
export async function readLatecomers(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string; after: string; not: Id },
): Promise<Latecomer[]> {
  return await ctx.db.text<Latecomer>(
    `select t.occurred_on, t.amount_minor, t.bank_id, p.name as payee
     from transactions t left join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.account_id = $2 and t.occurred_on between $3 and $4 and t.deleted_at is null
       and t.import_id is distinct from $6 and t.id in (
         select unnest(c.ids) from changes c
         where c.household_id = $1 and c.seq > $5 and c.event in ('transaction.created', 'transaction.restored'))`,
    [ctx.household, at.account, at.from, at.to, at.after, at.not],
  );
}
