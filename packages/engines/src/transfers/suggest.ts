import type { Day } from '@kinwise/core/days';
import { dayNumber } from '../days/number.ts';
import { type AccountMark, accountMark, type Mentions, mentioned, mentionsOf } from './words.ts';

/** A row that may be one side of a transfer. `account_number` may be the whole number or its last digits. */
export type TransferRow<RowId extends string = string> = {
  id: RowId;
  account_id: string;
  account_name: string;
  account_number: string;
  on: Day;
  amount_minor: bigint;
  currency: string;
  payee: string;
  memo: string;
  /** The number on the other side, where a statement named it. */
  counter_account?: string | undefined;
  /** The account that the household's own rule says it is on the other side: no other one is paired. */
  other_account_id?: string | undefined;
};

/** Money left by `from_id` and came in by `to_id`. `score` runs from 0 to 1. */
export type TransferPair<RowId extends string = string> = {
  from_id: RowId;
  to_id: RowId;
  score: number;
  reason: string;
};

const DAYS_APART = 5;
const LEAST_SCORE = 0.4;
/** Of many equal amounts, only the nearest in time are weighed, so that the work stays in proportion. */
const MOST_CANDIDATES = 8;

/**
 * Pairs of rows of two accounts with opposite amounts in one currency, at most five days apart, the likeliest first.
 * Each row stands in one pair at most. Takes time in proportion to n log n.
 */
export function suggestTransfers<RowId extends string>(
  rows: readonly TransferRow<RowId>[],
): TransferPair<RowId>[] {
  const candidates = [...byAmount(rows)].flatMap(pairsOf);
  const choices = new Map<string, number>();
  for (const { from, to } of candidates) {
    for (const row of [from, to]) choices.set(row.id, (choices.get(row.id) ?? 0) + 1);
  }
  const readings = new Readings();
  const scored = candidates.map((pair) => {
    const isOnly = choices.get(pair.from.id) === 1 && choices.get(pair.to.id) === 1;
    return { pair, ...weigh(pair, isOnly, readings) };
  });
  scored.sort(
    (a, b) => b.score - a.score || a.pair.apart - b.pair.apart || (a.pair.from.id < b.pair.from.id ? -1 : 1),
  );
  const taken = new Set<string>();
  const pairs: TransferPair<RowId>[] = [];
  for (const { pair, score, reason } of scored) {
    if (score < LEAST_SCORE || taken.has(pair.from.id) || taken.has(pair.to.id)) continue;
    taken.add(pair.from.id);
    taken.add(pair.to.id);
    pairs.push({ from_id: pair.from.id, to_id: pair.to.id, score, reason });
  }
  return pairs;
}

type Placed<RowId extends string> = TransferRow<RowId> & { number: number; order: number };
type Candidate<RowId extends string> = { from: Placed<RowId>; to: Placed<RowId>; apart: number };
/** Money that came into one account, and by a rule from one other where `from` names it. */
type Source<RowId extends string> = { account: string; from: string | undefined; ins: Placed<RowId>[] };
type Group<RowId extends string> = { outs: Placed<RowId>[]; sources: Map<string, Source<RowId>> };

function byAmount<RowId extends string>(rows: readonly TransferRow<RowId>[]): Iterable<Group<RowId>> {
  const groups = new Map<string, Group<RowId>>();
  for (const [order, row] of rows.entries()) {
    if (row.amount_minor === 0n) continue;
    const isOut = row.amount_minor < 0n;
    const key = `${row.currency} ${isOut ? -row.amount_minor : row.amount_minor}`;
    const group = groups.get(key) ?? { outs: [], sources: new Map() };
    groups.set(key, group);
    (isOut ? group.outs : sourceOf(group, row).ins).push({ ...row, number: dayNumber(row.on), order });
  }
  return groups.values();
}

function sourceOf<RowId extends string>({ sources }: Group<RowId>, row: TransferRow<RowId>): Source<RowId> {
  const { account_id: account, other_account_id: from } = row;
  const key = `${account} ${from ?? ''}`;
  const source = sources.get(key) ?? { account, from, ins: [] };
  sources.set(key, source);
  return source;
}

/**
 * Rows that cannot meet are passed over as a whole and never one by one: a file may hold ten thousand equal amounts of
 * one account and one day.
 */
function pairsOf<RowId extends string>({ outs, sources }: Group<RowId>): Candidate<RowId>[] {
  for (const { ins } of sources.values()) ins.sort((a, b) => a.number - b.number);
  const candidates: Candidate<RowId>[] = [];
  for (const from of outs) {
    const near = [...sources.values()].flatMap((source) =>
      mayMeet(from, source) ? nearTo(from, source) : [],
    );
    near.sort((a, b) => a.apart - b.apart || a.to.number - b.to.number || a.to.order - b.to.order);
    for (const candidate of near.slice(0, MOST_CANDIDATES)) candidates.push(candidate);
  }
  return candidates;
}

function nearTo<RowId extends string>(from: Placed<RowId>, { ins }: Source<RowId>): Candidate<RowId>[] {
  const near: Candidate<RowId>[] = [];
  for (let index = firstFrom(ins, from.number - DAYS_APART); index < ins.length; index += 1) {
    const to = ins[index];
    if (to === undefined || to.number > from.number + DAYS_APART || near.length >= MOST_CANDIDATES * 4) break;
    near.push({ from, to, apart: Math.abs(to.number - from.number) });
  }
  return near;
}

function mayMeet(out: TransferRow, { account, from }: Source<string>): boolean {
  return (
    account !== out.account_id &&
    (out.other_account_id ?? account) === account &&
    (from ?? out.account_id) === out.account_id
  );
}

function firstFrom(rows: readonly { number: number }[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What texts and names of accounts say, worked out once for each. */
class Readings {
  private readonly rows = new Map<string, Mentions>();
  private readonly accounts = new Map<string, AccountMark>();

  ofRow(row: TransferRow): Mentions {
    const known = this.rows.get(row.id) ?? mentionsOf(row);
    this.rows.set(row.id, known);
    return known;
  }

  ofAccount(row: TransferRow): AccountMark {
    const known = this.accounts.get(row.account_id) ?? accountMark(row.account_name, row.account_number);
    this.accounts.set(row.account_id, known);
    return known;
  }
}

function weigh(
  pair: Candidate<string>,
  isOnly: boolean,
  readings: Readings,
): { score: number; reason: string } {
  const { from, to, apart } = pair;
  const [left, right] = [readings.ofRow(from), readings.ofRow(to)];
  const named = mentioned(left, readings.ofAccount(to)) ?? mentioned(right, readings.ofAccount(from));
  const isRuled = from.other_account_id !== undefined || to.other_account_id !== undefined;
  const worded = left.saysTransfer || right.saysTransfer;
  const when = apart === 0 ? 'on the same day' : apart === 1 ? 'one day apart' : `${apart} days apart`;
  const isNamed = named !== undefined || isRuled;
  const evidence = (isNamed ? 0.3 : 0) + (worded ? 0.1 : 0) + (isOnly ? 0.1 : 0);
  const score = 0.35 + 0.03 * (DAYS_APART - apart) + evidence;
  const rest = isOnly ? 'no other row fits' : 'other rows fit as well';
  const why = isRuled
    ? 'your rule says so'
    : named !== undefined
      ? `one names ${named}`
      : worded
        ? 'its text says transfer'
        : rest;
  return { score: Math.round(score * 100) / 100, reason: `Opposite amounts ${when}; ${why}.` };
}
