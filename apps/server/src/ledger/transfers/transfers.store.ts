import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type Candidate = {
  id: Id;
  account_id: Id;
  account_name: string;
  number_last4: string | null;
  private_to: Id | null;
  occurred_on: string;
  amount_minor: bigint;
  currency: string;
  payee: string | null;
  memo: string;
};

/** Booked entries since a day that are no transfer yet and whose opposite stands in another account within days. */
export async function readCandidates(
  ctx: HouseholdContext,
  since: string,
  days: number,
): Promise<Candidate[]> {
  return await ctx.db.text<Candidate>(
    `select t.id, t.account_id, a.name as account_name, a.number_last4, t.private_to, t.occurred_on, t.amount_minor,
       t.currency, p.name as payee, t.memo
     from transactions t
     join accounts a on a.household_id = t.household_id and a.id = t.account_id
     left join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.occurred_on >= $2 and t.deleted_at is null and t.transfer_id is null
       and not t.is_split and t.status = 'completed'
       and exists (select from transactions o
         where o.household_id = t.household_id and o.occurred_on between t.occurred_on - $3::int and t.occurred_on + $3::int
           and o.amount_minor = -t.amount_minor and o.currency = t.currency and o.account_id <> t.account_id
           and o.deleted_at is null and o.transfer_id is null and o.status = 'completed')
     order by t.occurred_on desc, t.id desc limit 5000`,
    [ctx.household, since, days],
  );
}
