/** Two rows of one file may be the two sides of one movement, where the file goes to several accounts. */
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { suggestTransfers } from '@kinwise/engines/transfers/suggest';
import { linkPairs, linkable } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { accountsOf } from '../destinations/destinations.ts';
import type { ImportRow } from '../imports/imports.ts';
import { markRows } from '../previews/previews.ts';
import { readOpenRows, readPairs } from './twins.store.ts';
import type { OpenRow } from './twins.store.ts';

const DAYS_APART = 5;
const MARKED_AT_ONCE = 1_000;
const LINKED_AT_ONCE = 500;

/** Marks the pairs within a file, once all of it was judged. They are linked when both are entries. */
export async function markTwins(ctx: HouseholdContext, row: ImportRow): Promise<void> {
  const accounts = await accountsOf(ctx, row);
  const known = new Map([...accounts.values()].map((account) => [account.id, account]));
  if (known.size < 2) return;
  const open = await readOpenRows(ctx, row.id, {
    statements: [...accounts.keys()],
    accounts: [...accounts.values()].map((account) => account.id),
    daysApart: DAYS_APART,
  });
  const rows = new Map(open.map((one) => [one.id, one]));
  const pairs = suggestTransfers(
    open.map((one) => ({
      id: one.id,
      account_id: one.account,
      account_name: known.get(one.account)?.name ?? '',
      account_number: known.get(one.account)?.number_last4 ?? '',
      on: one.on_day as Day,
      amount_minor: one.amount_minor,
      currency: one.currency,
      payee: one.content.payee,
      memo: `${one.content.transfer_with ?? ''} ${one.content.memo}`.trim(),
      counter_account: one.content.transfer_with,
      other_account_id: one.content.transfer_to,
    })),
  );
  const marked = pairs.flatMap(({ from_id, to_id, reason }) => [
    ...twinOf(rows.get(from_id), to_id, reason),
    ...twinOf(rows.get(to_id), from_id, reason),
  ]);
  for (let from = 0; from < marked.length; from += MARKED_AT_ONCE)
    await markRows(ctx, row.id, marked.slice(from, from + MARKED_AT_ONCE));
}

/** Links the next pairs behind a position; answers where the next ones begin, or undefined when none is left. */
export async function linkTwins(ctx: HouseholdContext, id: Id, after: number): Promise<number | undefined> {
  const pairs = await readPairs(ctx, id, { after, limit: LINKED_AT_ONCE });
  if (pairs.length === 0) return undefined;
  // Somebody may have linked or changed one since, and after a crash some are linked already.
  const open = await linkable(ctx, pairs);
  if (open.length > 0) await linkPairs(ctx, open);
  return pairs.at(-1)?.position;
}

function twinOf(row: OpenRow | undefined, twin: Id, reason: string): OpenRow[] {
  if (!row) return [];
  const { proposed: _proposed, parts: _parts, ...content } = row.content;
  return [{ ...row, state: 'transfer', content: { ...content, twin, reason } }];
}
