import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { PreviewRow } from '../previews/previews.ts';

export type OpenRow = Pick<
  PreviewRow,
  'id' | 'position' | 'state' | 'is_included' | 'matches_id' | 'transaction_id' | 'content'
> & {
  account: Id;
  on_day: string;
  amount_minor: bigint;
  currency: string;
};

/** New rows of the file whose opposite amount goes to another account within some days. */
export async function readOpenRows(
  ctx: HouseholdContext,
  importId: Id,
  at: { statements: readonly number[]; accounts: readonly Id[]; daysApart: number },
): Promise<OpenRow[]> {
  return await ctx.db.text<OpenRow>(
    `with own as materialized (
       select r.id, r.position, r.state, r.is_included, r.matches_id, r.transaction_id, r.content, u.account, r.on_day, r.amount_minor,
         r.currency
       from import_rows r join unnest($3::int[], $4::uuid[]) as u (statement, account) on u.statement = r.statement
       where r.household_id = $1 and r.import_id = $2 and r.state = 'new' and r.is_included),
     -- Each amount of a day once: a file may repeat one ten thousand times, and none of them is looked at by all others.
     sides as materialized (select distinct account, on_day, amount_minor, currency from own)
     select o.* from own o where exists (
       select from sides p where p.amount_minor = -o.amount_minor and p.currency = o.currency and p.account <> o.account
         and p.on_day between o.on_day - $5::int and o.on_day + $5::int)
     order by o.position`,
    [ctx.household, importId, [...at.statements], [...at.accounts], at.daysApart],
  );
}

export type Pair = { position: number; from_id: Id; to_id: Id };

/** Pairs of rows that both became entries, behind a position: money left by the first and came in by the second. */
export async function readPairs(
  ctx: HouseholdContext,
  importId: Id,
  at: { after: number; limit: number },
): Promise<Pair[]> {
  return await ctx.db.text<Pair>(
    `select a.position, a.transaction_id as from_id, b.transaction_id as to_id
     from import_rows a join import_rows b on b.household_id = $1 and b.id = (a.content->>'twin')::uuid
     where a.household_id = $1 and a.import_id = $2 and b.import_id = $2 and a.position > $3
       and a.content ? 'twin' and a.amount_minor < 0 and a.state = 'transfer' and b.state = 'transfer'
       and a.transaction_id is not null and b.transaction_id is not null
     order by a.position limit $4`,
    [ctx.household, importId, at.after, at.limit],
  );
}
