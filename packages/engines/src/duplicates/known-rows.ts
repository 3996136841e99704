import { dayNumber } from '../days/number.ts';
import { type ComparableRow, type KnownRow, keys } from './rows.ts';

/** A row of the ledger while the rows of a file are laid beside it. */
export type Entry = {
  row: KnownRow;
  payee: string;
  number: number;
  taken: boolean;
  /** The row of the ledger itself, where this is only how a file once told it. */
  of?: Entry | undefined;
};

/** What earlier files told of rows that are otherwise by now, and rows that were met already. */
export type Earlier = { met?: ReadonlySet<string> | undefined; told?: readonly KnownRow[] | undefined };

type Shelf = { entries: Entry[]; from: number };

/** Of many rows alike, this many are looked at: enough for any real day, and no file can make the work grow. */
const LOOK = 40;

/** The ledger's rows under the keys by which a row of a file can meet them. */
export class KnownRows {
  private readonly shelves = new Map<string, Shelf>();

  readonly hasPending: boolean;
  readonly hasManual: boolean;

  constructor(
    rows: readonly KnownRow[],
    keyOf: (row: ComparableRow) => string,
    { met = new Set(), told = [] }: Earlier,
  ) {
    const entryOf = (row: KnownRow): Entry => {
      return { row, payee: keyOf(row), number: dayNumber(row.on), taken: met.has(row.id) };
    };
    const entries = new Map<string, Entry>();
    this.hasPending = rows.some((row) => row.pending === true);
    this.hasManual = rows.some((row) => row.manual === true);
    for (const row of rows) {
      const entry = entryOf(row);
      entries.set(row.id, entry);
      if (row.bank_id !== undefined) this.add(keys.id(row), entry);
      if (row.balance_after_minor !== undefined) this.add(keys.balance(row), entry);
      if (row.pending === true) this.add(keys.pending(row, entry.number), entry);
      if (row.manual === true) this.add(keys.manual(row, entry.number), entry);
      this.add(keys.full(row, entry.payee), entry);
      this.add(keys.payee(row, entry.payee), entry);
      this.add(keys.day(row), entry);
    }
    for (const row of told) {
      const entry = entryOf(row);
      this.add(keys.told(row, entry.payee), { ...entry, of: entries.get(row.id) });
    }
  }

  /** The first row under a key that nothing has met yet and that `accepts` takes. */
  free(key: string, accepts: (entry: Entry) => boolean): Entry | undefined {
    const shelf = this.shelves.get(key);
    if (shelf === undefined) return undefined;
    while (shelf.entries[shelf.from]?.taken === true) shelf.from += 1;
    const until = Math.min(shelf.entries.length, shelf.from + LOOK);
    for (let index = shelf.from; index < until; index += 1) {
      const entry = shelf.entries[index];
      if (entry !== undefined && !entry.taken && accepts(entry)) return entry;
    }
    return undefined;
  }

  /** Rows under a key, met or not. */
  all(key: string): readonly Entry[] {
    return this.shelves.get(key)?.entries.slice(0, LOOK) ?? [];
  }

  private add(key: string, entry: Entry): void {
    const shelf = this.shelves.get(key);
    if (shelf === undefined) this.shelves.set(key, { entries: [entry], from: 0 });
    else shelf.entries.push(entry);
  }
}
