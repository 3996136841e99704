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
 * time: what was committed later may have begun earlier. What this import itself wrote is passed over by the first id of
 * each line, and the rest found by id: searched for among the account's entries, a household's million would be read
 * once for each piece.
 */
export async function readLatecomers(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string; after: string; not: Id },
): Promise<Latecomer[]> {
  return await ctx.db.text<Latecomer>(
    `select t.occurred_on, t.amount_minor, t.bank_id, p.name as payee
     from (
       select distinct u.id from changes c cross join lateral unnest(c.ids) as u (id)
       where c.household_id = $1 and c.seq > $5 and (c.event = 'transaction.restored' or c.event = 'transaction.created'
         and not exists (select from transactions o where o.household_id = $1 and o.id = c.ids[1] and o.import_id = $6))) news
     cross join lateral (
       select * from transactions e where e.household_id = $1 and e.id = news.id offset 0) t
     left join payees p on p.household_id = $1 and p.id = t.payee_id
     where t.account_id = $2 and t.occurred_on between $3 and $4 and t.deleted_at is null
       and t.import_id is distinct from $6`,
    [ctx.household, at.account, at.from, at.to, at.after, at.not],
  );
}

/**
 * How the bank named the payees of an account's imported entries within some days: people and rules rename entries, and
 * the next file of the bank still has to find them.
 */
export async function readBankPayees(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string },
): Promise<{ transaction_id: Id; payee: string }[]> {
  return await ctx.db.text(
    `select r.transaction_id, coalesce(r.content->>'bank_payee', r.content->>'payee') as payee
     from import_rows r
     where r.household_id = $1 and r.transaction_id is not null and r.on_day between $3 and $4
       and r.import_id in (select t.import_id from transactions t
         where t.household_id = $1 and t.account_id = $2 and t.occurred_on between $3 and $4
           and t.import_id is not null and t.deleted_at is null)`,
    [ctx.household, at.account, at.from, at.to],
  );
}
