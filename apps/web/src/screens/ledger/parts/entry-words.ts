import type { Transaction } from '@kinwise/api-client/schema';
import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { isNegative } from './amounts.ts';
import type { LedgerFacts } from './facts.ts';

export type EntryWords = {
  /** Who it was with: the payee, the other account of a transfer, or what the bank wrote. */
  readonly title: (row: Transaction) => string;
  /** Its category, the number of its parts, or that it has none. */
  readonly category: (row: Transaction) => string;
  readonly status: (row: Pick<Transaction, 'status'>) => string;
  readonly source: (row: Pick<Transaction, 'source'>) => string;
};

/** What an entry is called where it is shown. */
export function useEntryWords(facts: LedgerFacts): EntryWords {
  const { i18n } = useLingui();
  const known = made.get(facts);
  if (known?.locale === i18n.locale) return known.words;
  const words = wordsOf(facts, i18n);
  made.set(facts, { locale: i18n.locale, words });
  return words;
}

/** Hundreds of rows ask for the same words; they are put together once for the facts of a screen. */
const made = new WeakMap<LedgerFacts, { readonly locale: string; readonly words: EntryWords }>();

function wordsOf(facts: LedgerFacts, i18n: I18n): EntryWords {
  const statuses = {
    pending: i18n._('Pending'),
    completed: i18n._('Completed'),
    failed: i18n._('Failed'),
    cancelled: i18n._('Cancelled'),
  };
  const sources = {
    manual: i18n._('Entered by hand'),
    import: i18n._('From a bank file'),
    voice: i18n._('Said'),
    receipt: i18n._('From a receipt'),
    feed: i18n._('From the bank'),
    system: i18n._('Made by KinWise'),
  };
  const transfer = (row: Transaction) => {
    const account = facts.accounts.get(row.transfer_account_id ?? '')?.name;
    if (account === undefined) return i18n._('Transfer');
    return isNegative(row.amount)
      ? i18n._('To {account}', { account })
      : i18n._('From {account}', { account });
  };
  return {
    title: (row) => {
      if (row.type === 'transfer' && (row.transfer_account_id || !row.payee)) return transfer(row);
      return row.payee || row.memo || i18n._('No payee');
    },
    category: (row) => {
      if (row.type === 'transfer') return i18n._('Transfer');
      const parts = row.splits?.length ?? 0;
      if (parts > 0) return i18n._('{count, plural, one {# part} other {# parts}}', { count: parts });
      return facts.nameOf(row.category_id) ?? i18n._('No category');
    },
    status: (row) => statuses[row.status] ?? row.status,
    source: (row) => sources[row.source] ?? row.source,
  };
}
