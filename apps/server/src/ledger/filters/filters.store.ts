import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { containing } from '../../platform/patterns.ts';

/** Payees that are handed on by name; a search that finds more looks them up where the entries are. */
export const PAYEES_MOST = 2000;

/** Payees whose own name, or whose merchant's name, holds the text; one more than `PAYEES_MOST` at the most. */
export async function payeesLike(ctx: HouseholdContext, text: string): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `select p.id ${PAYEES_LIKE('$1', '$2')} limit ${PAYEES_MOST + 1}`,
    [ctx.household, payeePattern(text)],
  );
  return rows.map((row) => row.id);
}

/** Where the payees are whose own name, or whose merchant's name, is like a pattern. */
export const PAYEES_LIKE = (household: string, pattern: string): string => `from payees p
  left join merchants m on m.household_id = p.household_id and m.id = p.merchant_id and m.deleted_at is null
  where p.household_id = ${household} and (p.name_key like ${pattern} or m.name_key like ${pattern})`;

/** As names are kept to be found by. */
export const payeePattern = (text: string): string => containing(text.toLocaleLowerCase('en'));

/** The currencies of the household's accounts, as far as the actor sees them. */
export async function currenciesHeld(ctx: HouseholdContext): Promise<string[]> {
  const rows = await ctx.db.text<{ currency: string }>(
    'select distinct currency from accounts where household_id = $1 order by currency',
    [ctx.household],
  );
  return rows.map((row) => row.currency);
}
