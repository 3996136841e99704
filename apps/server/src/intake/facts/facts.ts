/** What a row of a file says of its entry, one file over the other. Thinking alone: nothing is read or written here. */
import type { EntryRow } from '../../ledger/entries/entries.ts';
import type { PreviewRow } from '../previews/previews.ts';

const NAMES = [
  'status',
  'occurred_on',
  'booked_on',
  'amount_minor',
  'bank_id',
  'memo',
  'reference',
  'balance_after_minor',
] as const;

/** The part of an entry that is the bank's word. */
export type Facts = Pick<EntryRow, (typeof NAMES)[number]>;

export function factsOf({
  status,
  occurred_on,
  booked_on,
  amount_minor,
  bank_id,
  memo,
  reference,
  balance_after_minor,
}: EntryRow): Facts {
  return { status, occurred_on, booked_on, amount_minor, bank_id, memo, reference, balance_after_minor };
}

/** What a row says that brings an entry by itself. */
export function saidBy(one: PreviewRow): Facts {
  const { amount_minor, on_day, content } = one;
  if (amount_minor === null || on_day === null) throw new Error('a row without amount or day');
  return {
    status: content.pending ? 'pending' : 'completed',
    occurred_on: on_day,
    booked_on: content.booked_on ?? null,
    amount_minor,
    bank_id: content.bank_id ?? null,
    memo: content.memo,
    reference: content.reference,
    balance_after_minor: balanceAfter(one),
  };
}

/** What stands when a row books a pending entry: what it does not say stays as it was. */
export function bookedOver(pending: Facts, one: PreviewRow): Facts {
  const { content } = one;
  return {
    status: 'completed',
    occurred_on: one.on_day ?? pending.occurred_on,
    booked_on: content.booked_on ?? one.on_day,
    amount_minor: one.amount_minor ?? pending.amount_minor,
    bank_id: content.bank_id ?? pending.bank_id,
    memo: content.memo === '' ? pending.memo : content.memo,
    reference: content.reference === '' ? pending.reference : content.reference,
    balance_after_minor: balanceAfter(one) ?? pending.balance_after_minor,
  };
}

/** One file's word goes and another's takes its place; what is no longer as the file said, somebody changed, and it stays. */
export function retold(now: Facts, word: { was: Facts; is: Facts }): Facts {
  const after: Facts = { ...now };
  const tell = <Name extends keyof Facts>(name: Name): void => {
    if (now[name] === word.was[name]) after[name] = word.is[name];
  };
  for (const name of NAMES) tell(name);
  return after;
}

/** The entry with these facts. Where its parts or the other side of a transfer hang on the amount, that stays. */
export function withFacts(row: EntryRow, facts: Facts): EntryRow {
  const isBound = row.is_split || row.transfer_id !== null;
  return { ...row, ...facts, amount_minor: isBound ? row.amount_minor : facts.amount_minor };
}

/** Facts as a row keeps them, to bring them back on undo. */
export function kept(facts: Facts): NonNullable<PreviewRow['content']['replaced']> {
  return {
    ...facts,
    amount_minor: facts.amount_minor.toString(),
    balance_after_minor: facts.balance_after_minor?.toString() ?? null,
  };
}

/** What an entry was before a row booked it; undefined where the row booked none. */
export function factsBefore(one: PreviewRow): Facts | undefined {
  const { replaced } = one.content;
  if (!replaced) return undefined;
  const { amount_minor, balance_after_minor, ...plain } = replaced;
  return {
    ...(plain as Omit<Facts, 'amount_minor' | 'balance_after_minor'>),
    amount_minor: BigInt(String(amount_minor)),
    balance_after_minor:
      balance_after_minor === null || balance_after_minor === undefined
        ? null
        : BigInt(String(balance_after_minor)),
  };
}

export function balanceAfter(one: PreviewRow): bigint | null {
  return one.content.balance_after === undefined ? null : BigInt(one.content.balance_after);
}
