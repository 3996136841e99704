import { absolute } from '@kinwise/core/money';
import { dayNumber } from '../days/number.ts';
import { plainWords } from '../statements/text/clean.ts';
import { idPattern, isCutOff, likeness, payeeKeys } from './alike.ts';
import { type Earlier, type Entry, KnownRows } from './known-rows.ts';
import { type ComparableRow, type KnownRow, keys } from './rows.ts';

export type DuplicateState = 'new' | 'duplicate' | 'possible_duplicate' | 'replaces_pending';

/** What a row of a file is to the ledger; `known_id` is the row it met. `reason` is a sentence for people. */
export type Verdict = { state: DuplicateState; known_id?: string | undefined; reason: string };

const NEW: Verdict = { state: 'new', reason: 'Not in the ledger yet.' };
const ID_DAYS = 10;
const PENDING_DAYS_BEFORE = 8;
const PENDING_DAYS_AFTER = 2;
const MANUAL_DAYS = 3;

/**
 * Lays the rows of a file beside the ledger, in proportion to their number. Each row of the ledger is met once, so the
 * same file twice adds nothing, overlapping files add each row once, and of two equal rows of which one is known the
 * second is offered, never dropped. The surest evidence goes first over all rows, so that a weak likeness never takes
 * the row that another one certainly is (invariant 12). `met`: rows of the ledger that other rows of the same file have
 * met before, where it is laid beside the ledger piece by piece.
 */
export function classifyRows(
  known: readonly KnownRow[],
  incoming: readonly ComparableRow[],
  earlier: Earlier = {},
): Verdict[] {
  const keyOf = payeeKeys();
  const ledger = new KnownRows(known, keyOf, earlier);
  const rows = incoming.map((row) => ({ row, payee: keyOf(row), number: dayNumber(row.on) }));
  const verdicts: (Verdict | undefined)[] = new Array(rows.length).fill(undefined);
  markRepeatedIds(rows, verdicts);
  const isBlank = known.length === 0 && (earlier.told ?? []).length === 0;
  for (const match of isBlank ? [] : PASSES) {
    for (const [index, one] of rows.entries()) verdicts[index] ??= match(one, ledger);
  }
  return verdicts.map((verdict) => verdict ?? NEW);
}

type Incoming = { row: ComparableRow; payee: string; number: number };
type Pass = (incoming: Incoming, ledger: KnownRows) => Verdict | undefined;

/** One transaction said twice within the file: the same id on rows alike. */
function markRepeatedIds(rows: readonly Incoming[], verdicts: (Verdict | undefined)[]): void {
  const seen = new Map<string, Incoming>();
  for (const [index, one] of rows.entries()) {
    if (one.row.bank_id === undefined) continue;
    const key = keys.id(one.row);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, one);
    else if (
      first.row.on === one.row.on &&
      first.row.amount_minor === one.row.amount_minor &&
      first.payee === one.payee
    ) {
      verdicts[index] = { state: 'duplicate', reason: 'The file names this row twice, with one bank id.' };
    }
  }
}

const PASSES: readonly Pass[] = [
  byId,
  byBalance,
  byEverything,
  byPayee,
  byTold,
  byPending,
  byCutOffPayee,
  byConflict,
  byDay,
  byHand,
];

/** Ids that a bank numbers anew in each file would match by chance, so amount or day must agree as well. */
function byId(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const { row, number } = one;
  if (row.bank_id === undefined) return undefined;
  const entry = ledger.free(keys.id(row), (other) => {
    if (Math.abs(other.number - number) > ID_DAYS || other.row.currency !== row.currency) return false;
    return (
      other.row.amount_minor === row.amount_minor ||
      (other.row.pending === true && isSameSide(other.row, row))
    );
  });
  if (entry === undefined) return undefined;
  return isBookedNow(entry, row)
    ? replaces(entry, 'Its pending entry, now booked: the same bank id.')
    : meets(entry, 'The same bank id is already in the ledger.');
}

function byBalance(one: Incoming, ledger: KnownRows): Verdict | undefined {
  if (one.row.balance_after_minor === undefined) return undefined;
  const entry = ledger.free(keys.balance(one.row), (other) => !idsDiffer(other.row, one.row));
  if (entry === undefined) return undefined;
  return isBookedNow(entry, one.row)
    ? replaces(entry, 'Its pending entry, now booked: the same balance behind it.')
    : meets(entry, 'The same day, amount and balance are already in the ledger.');
}

function byEverything(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const entry = ledger.free(keys.full(one.row, one.payee), (other) => agrees(other, one));
  return entry === undefined ? undefined : sameDay(entry, one.row);
}

function byPayee(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const entry = ledger.free(keys.payee(one.row, one.payee), (other) => agrees(other, one));
  return entry === undefined ? undefined : sameDay(entry, one.row);
}

function sameDay(entry: Entry, row: ComparableRow): Verdict {
  return isBookedNow(entry, row)
    ? replaces(entry, 'Its pending entry, now booked: the same day, amount and payee.')
    : meets(entry, 'The same day, amount and payee are already in the ledger.');
}

/**
 * An earlier file told this very row, pending or booked as this one does, and what it brought was changed since. After
 * everything that meets an entry as it is: only what is left over can be that row again.
 */
function byTold(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const entry = ledger.free(keys.told(one.row, one.payee), (other) => {
    const isAlike = (other.row.pending === true) === (one.row.pending === true);
    return other.of?.taken !== true && isAlike && agrees(other, one);
  });
  if (entry === undefined) return undefined;
  if (entry.of) entry.of.taken = true;
  return meets(entry, 'An earlier file brought this row; its entry was changed since.');
}

/** A pending row becomes booked up to a week later, sometimes with a tip added or a hold released. */
function byPending(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const { row, number, payee } = one;
  if (row.pending === true || !ledger.hasPending) return undefined;
  const fits = (same: boolean) => (other: Entry) => {
    if (idsDiffer(other.row, row) || !isSameSide(other.row, row)) return false;
    if (same) return other.row.amount_minor === row.amount_minor && isLike(other.payee, payee, 0.5);
    return isCloseAmount(other.row.amount_minor, row.amount_minor) && isLike(other.payee, payee, 0.75);
  };
  for (const same of [true, false]) {
    for (const distance of AROUND_PENDING) {
      const entry = ledger.free(keys.pending(row, number + distance), fits(same));
      if (entry === undefined) continue;
      const what = same ? 'the same amount' : 'nearly the same amount';
      return replaces(entry, `Its pending entry, now booked: ${what} and payee, days close together.`);
    }
  }
  return undefined;
}

function byCutOffPayee(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const entry = ledger.free(
    keys.day(one.row),
    (other) => agrees(other, one) && isCutOff(other.payee, one.payee),
  );
  return entry === undefined
    ? undefined
    : meets(entry, 'The same day and amount, and the payee only cut off differently.');
}

/**
 * A row alike in day, amount and payee is left over, or all such are met already. Ids of one source that differ prove
 * a row of its own; a different balance or reference proves it against a row that is met, and only casts doubt
 * otherwise.
 */
function byConflict(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const alike = ledger.all(keys.payee(one.row, one.payee)).filter((other) => !idsDiffer(other.row, one.row));
  const left = alike.find((other) => !other.taken);
  if (left !== undefined) {
    left.taken = true;
    return {
      state: 'possible_duplicate',
      known_id: left.row.id,
      reason: 'The same day, amount and payee, but balance or reference differ.',
    };
  }
  const met = alike.find((other) => agrees(other, one));
  if (met === undefined) return undefined;
  return {
    state: 'possible_duplicate',
    known_id: met.row.id,
    reason: 'The file holds more of these on one day than the ledger; it may be another one.',
  };
}

function byDay(one: Incoming, ledger: KnownRows): Verdict | undefined {
  const entry = ledger.free(keys.day(one.row), (other) => {
    if (!agrees(other, one)) return false;
    return other.row.manual === true || isLike(other.payee, one.payee, 0.5) || isTurned(other, one);
  });
  if (entry === undefined) return undefined;
  entry.taken = true;
  return {
    state: 'possible_duplicate',
    known_id: entry.row.id,
    reason: 'The same day and amount; the texts differ.',
  };
}

function byHand(one: Incoming, ledger: KnownRows): Verdict | undefined {
  if (!ledger.hasManual) return undefined;
  for (const distance of AROUND_MANUAL) {
    const entry = ledger.free(keys.manual(one.row, one.number + distance), () => true);
    if (entry === undefined) continue;
    entry.taken = true;
    return {
      state: 'possible_duplicate',
      known_id: entry.row.id,
      reason: 'An entry made by hand has this amount, a few days apart.',
    };
  }
  return undefined;
}

function nearestFirst(before: number, after: number): number[] {
  const distances: number[] = [];
  for (let distance = -before; distance <= after; distance += 1) distances.push(distance);
  return distances.sort((a, b) => Math.abs(a) - Math.abs(b));
}

const AROUND_PENDING = nearestFirst(PENDING_DAYS_BEFORE, PENDING_DAYS_AFTER);
const AROUND_MANUAL = nearestFirst(MANUAL_DAYS, MANUAL_DAYS);

function meets(entry: Entry, reason: string): Verdict {
  entry.taken = true;
  return { state: 'duplicate', known_id: entry.row.id, reason };
}

function replaces(entry: Entry, reason: string): Verdict {
  entry.taken = true;
  return { state: 'replaces_pending', known_id: entry.row.id, reason };
}

function isBookedNow(entry: Entry, row: ComparableRow): boolean {
  return entry.row.pending === true && row.pending !== true;
}

function isSameSide(left: ComparableRow, right: ComparableRow): boolean {
  return left.amount_minor < 0n === right.amount_minor < 0n;
}

/** Nothing that both rows name stands against their being one. */
function agrees(entry: Entry, one: Incoming): boolean {
  const { row } = one;
  const other = entry.row;
  if (idsDiffer(other, row)) return false;
  if (differ(other.balance_after_minor, row.balance_after_minor)) return false;
  return other.reference === row.reference || !differ(referenceOf(other), referenceOf(row));
}

/** Words with which banks say that there is no reference. */
const NO_REFERENCE = /^(?:not ?provided|nonref|kref\+?)?$/;

/** Letters and digits of a reference: marks around it and spaces in it depend on who reads it. */
function referenceOf({ reference = '' }: ComparableRow): string | undefined {
  const plain = plainWords(reference);
  return NO_REFERENCE.test(plain) ? undefined : plain.replace(/[^\p{L}\p{N}]/gu, '') || plain;
}

function differ(left: bigint | string | undefined, right: bigint | string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function idsDiffer(left: ComparableRow, right: ComparableRow): boolean {
  if (!differ(left.bank_id, right.bank_id)) return false;
  return idPattern(left.bank_id ?? '') === idPattern(right.bank_id ?? '');
}

function isLike(left: string, right: string, least: number): boolean {
  return left === right || isCutOff(left, right) || likeness(left, right) >= least;
}

/** What one has as its payee stands in the memo of the other: the same words, read into other places. */
function isTurned(entry: Entry, one: Incoming): boolean {
  const said = (payee: string, memo = '') => payee !== '' && plainWords(memo) === payee;
  return said(one.payee, entry.row.memo) || said(entry.payee, one.row.memo);
}

/** Within a quarter: a tip, or a fuel pump's hold that was a little high. */
function isCloseAmount(left: bigint, right: bigint): boolean {
  const larger = absolute(left) > absolute(right) ? absolute(left) : absolute(right);
  return absolute(left - right) * 4n <= larger;
}
