import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type HistoryRow = {
  id: Id;
  occurred_on: Day;
  payee: string | null;
  merchant_id: Id | null;
  memo: string;
  reference: string;
  notes: string;
  amount_minor: bigint;
  currency: string;
  account_id: Id;
  type: 'income' | 'expense' | 'transfer';
  payer_id: Id | null;
  category_id: Id | null;
  version: number;
  /** Empty where nobody asked for them. */
  tags: readonly Id[];
};

/** A piece of the household's history, newest first, behind the row that ended the piece before. */
export async function readPiece(
  ctx: HouseholdContext,
  after: HistoryRow | undefined,
  how: { limit: number; tags: boolean },
): Promise<HistoryRow[]> {
  return await ctx.db.text<HistoryRow>(
    `select t.id, t.occurred_on, p.name as payee, p.merchant_id, t.memo, t.reference, t.notes, t.amount_minor, t.currency,
       t.account_id, t.type, t.payer_id, t.category_id, t.version,
       case when $5 then array(select g.tag_id from transaction_tags g
         where g.household_id = t.household_id and g.transaction_id = t.id) else '{}' end as tags
     from transactions t left join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.deleted_at is null
       and ($2::date is null or (t.occurred_on, t.id) < ($2, $3::uuid))
     order by t.occurred_on desc, t.id desc limit $4`,
    [ctx.household, after?.occurred_on ?? null, after?.id ?? null, how.limit, how.tags],
  );
}
