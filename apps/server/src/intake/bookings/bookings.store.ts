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
  id: Id;
  occurred_on: string;
  amount_minor: bigint;
  bank_id: string | null;
  payee: string | null;
};

/**
 * The lines of the change log that told of new entries after one number and that this import did not write itself, with
 * the number up to which was looked. By number and not by time: what was committed later may have begun earlier.
 */
export async function readNews(
  ctx: HouseholdContext,
  at: { after: string; not: Id },
): Promise<{ upTo: string; seqs: string[] }> {
  const rows = await ctx.db.text<{ seq: string; is_own: boolean }>(
    `select c.seq::text as seq, c.event = 'transaction.created' and f.import_id is not distinct from $3 as is_own
     from changes c
     left join lateral (
       select t.import_id from transactions t where t.household_id = $1 and t.id = c.ids[1] offset 0) f on true
     where c.household_id = $1 and c.seq > $2 and c.event in ('transaction.created', 'transaction.restored')
     order by c.seq`,
    [ctx.household, at.after, at.not],
  );
  return {
    upTo: rows.at(-1)?.seq ?? at.after,
    seqs: rows.filter((row) => !row.is_own).map((row) => row.seq),
  };
}

/** The entries in an account, between two days, that these lines of the change log told of. */
export async function readLatecomers(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string; seqs: readonly string[]; not: Id },
): Promise<Latecomer[]> {
  return await ctx.db.text<Latecomer>(
    `select t.id, t.occurred_on, t.amount_minor, t.bank_id, p.name as payee
     from (select distinct unnest(c.ids) as id from changes c where c.household_id = $1 and c.seq = any($5::bigint[])) news
     cross join lateral (
       select * from transactions e where e.household_id = $1 and e.id = news.id offset 0) t
     left join payees p on p.household_id = $1 and p.id = t.payee_id
     where t.account_id = $2 and t.occurred_on between $3 and $4 and t.deleted_at is null
       and t.import_id is distinct from $6`,
    [ctx.household, at.account, at.from, at.to, [...at.seqs], at.not],
  );
}

/** How a file told an entry: what the bank called the payee, and all of it where its day or amount is another by now. */
export type Told = { id: Id; payee: string } & (
  | { on: null }
  | {
      on: string;
      amount_minor: bigint;
      memo: string;
      reference: string;
      bank_id: string | null;
      balance_after: string | null;
      pending: boolean;
    }
);

/**
 * How files told the entries of an account within some days of theirs. People and rules rename entries, people put them
 * right and later files book them; the file itself, brought once more, and the next one still have to find them.
 */
export async function readTold(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string },
): Promise<Told[]> {
  return await ctx.db.text<Told>(
    // Fenced: an import is newer than what is known of sizes, and each of its rows has its entry fetched by its key.
    `with said as materialized (
       select r.transaction_id, r.on_day, r.amount_minor, r.content from import_rows r
       where r.household_id = $1 and r.on_day between $3 and $4 and r.transaction_id is not null
         and r.import_id in (
           select i.id from imports i where i.household_id = $1 and i.status in ('committed', 'committing')
             and i.summary->'statements' @> jsonb_build_array(jsonb_build_object('account_id', $2::uuid))
           union
           select t.import_id from transactions t
           where t.household_id = $1 and t.account_id = $2 and t.occurred_on between $3 and $4
             and t.import_id is not null and t.deleted_at is null))
     select t.id, coalesce(r.content->>'bank_payee', r.content->>'payee') as payee, other.*
     from said r cross join lateral (
       select * from transactions e where e.household_id = $1 and e.id = r.transaction_id offset 0) t
     left join lateral (
       select r.on_day as on, r.amount_minor, r.content->>'memo' as memo, r.content->>'reference' as reference,
         r.content->>'bank_id' as bank_id, r.content->>'balance_after' as balance_after,
         coalesce(r.content->>'pending' = 'true', false) as pending
       where t.occurred_on <> r.on_day or t.amount_minor <> r.amount_minor) other on true
     where t.account_id = $2 and (t.deleted_at is null or t.merged_into is not null)`,
    [ctx.household, at.account, at.from, at.to],
  );
}
