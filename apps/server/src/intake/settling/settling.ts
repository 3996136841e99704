/** What becomes of an entry when an import that brought or booked it is undone (decision 026). Thinking alone. */
import type { Id } from '@kinwise/core/ids';
import type { Entry, EntryRow } from '../../ledger/entries/entries.ts';
import { bookedOver, factsBefore, factsOf, retold, saidBy, withFacts } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';
import type { Overlap } from '../overlaps/overlaps.ts';
import type { PreviewRow } from '../previews/previews.ts';

/** Rows of other imports by the entry that they met: what is in the books, and what is only looked at yet. */
export type Claims = {
  readonly committed: ReadonlyMap<Id, readonly Overlap[]>;
  readonly previews: readonly Overlap[];
};

/** A row whose import is undone, its entry, and what becomes of that. */
export type Stay = {
  readonly own: PreviewRow;
  readonly before: Entry;
  readonly after: EntryRow;
  /** Whose entry it is from now on, and who books it from now on. Where one is absent, that stays as it is. */
  readonly heir?: Overlap | undefined;
  readonly booker?: { readonly row: Overlap; readonly over: Facts } | undefined;
  /** The import by which it stood as booked, where that is not the one that is undone, and the one by which it does now. */
  readonly bookedBy?: Id | undefined;
  readonly booksNow?: Id | undefined;
};

/** What becomes of an entry whose row is undone; undefined where nobody else states it. */
export function settle(own: PreviewRow, before: Entry, claims: Claims): Stay | undefined {
  const stated = claims.committed.get(before.row.id) ?? [];
  const pending = factsBefore(own);
  const booked = stated.find((one) => !one.content.pending);
  if (pending) return booked && rebook(own, { before, pending, booker: booked });
  const [first] = stated;
  return first && inherit(own, { before, first, stated });
}

/** The next one that says it is booked books it, over the same pending entry. */
function rebook(
  own: PreviewRow,
  { before, pending, booker }: { before: Entry; pending: Facts; booker: Overlap },
): Stay {
  const word = { was: bookedOver(pending, own), is: bookedOver(pending, booker) };
  const after = withFacts(before.row, retold(factsOf(before.row), word));
  return { own, before, after, booker: { row: booker, over: pending }, booksNow: booker.import_id };
}

/**
 * The first of the others has brought it. Where that one says it is pending, the one that booked it since, or would have,
 * books it over what the first says.
 */
function inherit(
  own: PreviewRow,
  { before, first, stated }: { before: Entry; first: Overlap; stated: readonly Overlap[] },
): Stay {
  const holder = stated.find((one) => one.content.replaced !== undefined);
  const heir = first.content.pending || !holder ? first : holder;
  const next = heir.content.pending ? (holder ?? stated.find((one) => !one.content.pending)) : undefined;
  const today = factsOf(before.row);
  const pending = (holder && factsBefore(holder)) ?? today;
  const over = retold(pending, { was: saidBy(own), is: saidAfter(own, heir) });
  const top = next ?? (heir === holder ? holder : undefined);
  const word = {
    was: holder ? bookedOver(pending, holder) : pending,
    is: top ? bookedOver(over, top) : over,
  };
  const facts = withFacts(before.row, retold(today, word));
  const after = { ...facts, import_id: heir.import_id, import_line: heir.line };
  const booksNow = (next ?? heir).import_id;
  return {
    own,
    before,
    after,
    heir,
    booker: next && { row: next, over },
    bookedBy: holder?.import_id,
    booksNow,
  };
}

/** Where a rule renamed the payee, the memo has the bank's name: the row that came second was never shown to the rules. */
function saidAfter(own: PreviewRow, heir: Overlap): Facts {
  const said = saidBy(heir);
  return own.content.bank_payee === undefined ? said : { ...said, memo: own.content.memo };
}
