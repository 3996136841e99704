import { classifyRows } from './classify.ts';
import type { DuplicateState, Verdict } from './classify.ts';
import { type ComparableRow, type KnownRow, keys } from './rows.ts';

/** A row that was judged. `matches_id`: the row of the ledger that it met. */
export type Judged = {
  readonly id: string;
  readonly row: ComparableRow;
  readonly state: DuplicateState | 'transfer' | 'rejected';
  readonly matches_id: string | null;
};

const AGAIN: Verdict = { state: 'duplicate', reason: 'An earlier file of this archive has this row too.' };
const PERHAPS: Verdict = {
  state: 'possible_duplicate',
  reason: 'An earlier file of this archive has a row like this one; it may be another.',
};
const TWICE: Verdict = {
  state: 'duplicate',
  reason: 'The file names this row in two statements, with one bank id.',
};
const BOOKED: Verdict = {
  state: 'new',
  reason: 'Booked now; an earlier file of this archive has it as pending.',
};

/** Of rows alike in day or id, and in amount, this many are looked at beyond twice as many as ask for the day. */
const LOOK = 40;
const PENDING_LOOK = 500;

/**
 * What an upload has met and brought so far. The files of an archive are judged as if each had been imported after the
 * one before: what an earlier one brings is known to a later one, and what an earlier one only repeats of the ledger may
 * be repeated again. Within a file each row is met once, whichever statement it stands in: a bank that writes two equal
 * rows into one file means two, unless both bear one id. What is looked at grows with the rows that ask.
 */
export class SoFar {
  /** Entries that rows of the file are the other side of: no entry is that twice. */
  readonly linked = new Set<string>();
  private readonly taken = new Set<string>();
  /** Pending entries that this file has as booked, and that earlier ones have: what booked them stands in their place. */
  private readonly replaced = new Set<string>();
  private readonly booked = new Set<string>();
  /** Entries that an earlier statement has too. */
  private readonly repeated = new Set<string>();
  private readonly shelves = new Map<string, KnownRow[]>();
  private readonly pending = new Map<string, Map<string, KnownRow>>();
  /** Rows that this archive brings, each with its place among them. */
  private readonly own = new Map<string, number>();
  private brought = 0;
  private readonly outdated = new Set<string>();
  private coming: KnownRow[] = [];
  private meant: string[] = [];
  /** Rows with a bank's id in the statements of this file before this one, and in this one. */
  private readonly said = new Set<string>();
  private saying: string[] = [];

  get met(): ReadonlySet<string> {
    return this.taken;
  }

  /** Lays the next rows of the statement beside the ledger and what earlier statements brought. */
  lay(known: readonly KnownRow[], rows: readonly ComparableRow[], told: readonly KnownRow[] = []): Verdict[] {
    const near = this.near(rows);
    const left = this.booked.size === 0 ? known : known.filter(({ id }) => !this.booked.has(id));
    const all = near.length === 0 ? left : [...left, ...near];
    const verdicts = classifyRows(all, rows, { met: this.taken, told });
    return verdicts.map((verdict, index) => {
      const settled = this.settled(verdict);
      return this.said.has(saidAs(rows[index]) ?? '') && settled.known_id === undefined ? TWICE : settled;
    });
  }

  /** Keeps what the rows bring, for the statements of their account that follow. */
  bring(rows: readonly Judged[]): void {
    for (const { id, row, state, matches_id } of rows) {
      const said = saidAs(row);
      if (said !== undefined) this.saying.push(said);
      if (state === 'duplicate' && matches_id !== null) this.meant.push(matches_id);
      if (state === 'replaces_pending' && matches_id !== null) this.replaced.add(matches_id);
      if (state === 'new' || state === 'transfer' || state === 'replaces_pending')
        this.coming.push({ ...row, id, pending: row.pending === true && state === 'new' });
    }
  }

  /**
   * Ends a statement, and with `isLast` the file that it stands in. Answers the pending rows of earlier files that this one
   * has as booked: they bring nothing any more.
   */
  turn({ isLast }: { isLast: boolean }): string[] {
    for (const key of this.saying) this.said.add(key);
    this.saying = [];
    if (!isLast) return [];
    this.said.clear();
    this.taken.clear();
    for (const id of this.replaced) this.booked.add(id);
    this.replaced.clear();
    for (const id of this.meant) this.repeated.add(id);
    this.meant = [];
    for (const row of this.coming) {
      this.own.set(row.id, this.brought++);
      this.shelve(keys.day(row), row);
      if (row.bank_id !== undefined) this.shelve(idAndAmount(row), row);
      if (row.pending === true) {
        const waiting = this.pending.get(row.account_id) ?? new Map<string, KnownRow>();
        this.pending.set(row.account_id, waiting.set(row.id, row));
      }
    }
    this.coming = [];
    const gone = [...this.outdated];
    for (const id of gone) this.own.delete(id);
    this.outdated.clear();
    return gone;
  }

  private settled(verdict: Verdict): Verdict {
    const { state, known_id } = verdict;
    if (known_id === undefined) return verdict;
    this.taken.add(known_id);
    const isOwn = this.own.has(known_id);
    // Where the entry goes, the row of the earlier statement takes its place, and this one is still a repetition.
    if (!isOwn && (state === 'replaces_pending' || !this.repeated.has(known_id))) return verdict;
    if (state !== 'replaces_pending') return state === 'duplicate' ? AGAIN : PERHAPS;
    this.outdated.add(known_id);
    for (const waiting of this.pending.values()) waiting.delete(known_id);
    return BOOKED;
  }

  private near(rows: readonly ComparableRow[]): KnownRow[] {
    if (this.own.size === 0) return [];
    const found = new Map<string, KnownRow>();
    const take = (key: string, most: number): void => {
      for (const row of this.shelves.get(key)?.slice(0, most) ?? [])
        if (this.own.has(row.id)) found.set(row.id, row);
    };
    const asked = new Map<string, number>();
    for (const row of rows) {
      asked.set(keys.day(row), (asked.get(keys.day(row)) ?? 0) + 1);
      if (row.bank_id !== undefined) take(idAndAmount(row), LOOK);
    }
    for (const [key, times] of asked) take(key, 2 * times + LOOK);
    const waiting = this.pending.get(rows[0]?.account_id ?? '') ?? new Map<string, KnownRow>();
    for (const row of [...waiting.values()].slice(0, PENDING_LOOK)) found.set(row.id, row);
    // The ledger would have them in the order they came in, and so would have met them.
    const place = ({ id }: KnownRow): number => this.own.get(id) ?? 0;
    return [...found.values()].sort((a, b) => place(a) - place(b));
  }

  private shelve(key: string, row: KnownRow): void {
    const shelf = this.shelves.get(key);
    if (shelf) shelf.push(row);
    else this.shelves.set(key, [row]);
  }
}

/** Some banks number each file anew: what bears an id says little without the amount. */
function idAndAmount(row: ComparableRow): string {
  return `${keys.id(row)} ${row.amount_minor}`;
}

/** What a row with a bank's id is known by in another statement of its file; undefined without an id. */
function saidAs(row: ComparableRow | undefined): string | undefined {
  if (row?.bank_id === undefined) return undefined;
  return [row.account_id, row.bank_id, row.on, row.amount_minor, row.payee].join(' ');
}
