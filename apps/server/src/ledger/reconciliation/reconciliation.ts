import { exponentOf } from '@kinwise/core/currencies';
import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { formatMinor } from '@kinwise/core/money';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { accountDays } from '../postings/postings.ts';
import { editable, refuseClosed, write } from '../accounts/accounts.ts';
import { blankRow } from '../drafts/drafts.ts';
import { frozenRate, insertEntries } from '../entries/entries.ts';
import { payeeIdFor } from '../merchants/merchants.ts';
import type { Reconciled, Reconciliation } from './reconciliation.schema.ts';

/**
 * Holds the balance of a day against what the bank says. Equal: the day is noted. Different: the difference is told,
 * and with `adjust` an entry brings the account in line, visible as what it is.
 */
export async function reconcile(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  body: Reconciliation,
): Promise<Reconciled> {
  const account = await editable(ctx, at);
  const stated = amountIn(account.currency, body.statement_balance, '/statement_balance');
  const on = body.as_of ?? ctx.today;
  const later = await accountDays(ctx, { from: addDays(on, 1), accounts: [account.id] });
  const balance = later.reduce((sum, move) => sum - move.delta_minor, account.balance_minor);
  const difference = stated - balance;
  const money = (minor: bigint): string => formatMinor(minor, exponentOf(account.currency));
  const figures = { balance: money(balance), difference: money(difference) };
  if (difference !== 0n && !body.adjust) return { ...figures, reconciled: false, adjustment_id: null };
  const adjustment_id = difference === 0n ? null : await adjust(ctx, { account, difference, on });
  await write(ctx, account, { reconciled_on: on });
  ctx.emit(
    happened('account.reconciled', {
      ids: [account.id],
      after: { as_of: on, ...figures },
      privateTo: account.private_to,
    }),
  );
  return { ...figures, reconciled: true, adjustment_id };
}

async function adjust(
  ctx: HouseholdContext,
  of: { account: Parameters<typeof blankRow>[1]; difference: bigint; on: Day },
): Promise<Id> {
  const { account, difference, on } = of;
  refuseClosed(account);
  const row = {
    ...blankRow(ctx, account),
    occurred_on: on,
    amount_minor: difference,
    ...(await frozenRate(ctx, { amount_minor: difference, currency: account.currency, on })),
    type: difference > 0n ? 'income' : 'expense',
    payee_id: await payeeIdFor(ctx, 'Balance adjustment', account.private_to),
  };
  await insertEntries(ctx, [{ row, splits: [], tags: [] }]);
  return row.id;
}
