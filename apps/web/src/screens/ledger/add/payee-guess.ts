import type { Transaction } from '@kinwise/api-client/schema';
import { type Day, daysBetween } from '@kinwise/core/days';
import { sizeOf } from '../parts/amounts.ts';
import { plain } from '../transactions/matches.ts';

/** What the local copy knows of a payee from entries of the last time. */
export type KnownPayee = {
  readonly name: string;
  readonly kind: 'expense' | 'income';
  /** How often, each use weighing half as much for every six weeks that it lies back. */
  readonly weight: number;
  readonly lastOn: Day;
  /** Its usual category and account: those of most uses, the latest among equals. */
  readonly category_id: string | null;
  readonly account_id: string;
  /** What it usually costs, where the same size came twice or more. */
  readonly usual: string | undefined;
};

const HALF_LIFE_DAYS = 42;

/** Gathers payees from entries, newest first. Transfers and entries without a payee teach nothing. */
export function learnPayees(entries: readonly Transaction[], today: Day): KnownPayee[] {
  const groups = new Map<string, Transaction[]>();
  for (const entry of entries) {
    if (!entry.payee || entry.type === 'transfer' || entry.deleted_at) continue;
    const key = `${entry.type} ${plain(entry.payee)}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const [newest] = group;
    if (!newest?.payee) return [];
    const size = commonest(group.map((entry) => sizeOf(entry.amount)));
    return [
      {
        name: newest.payee,
        kind: newest.type === 'income' ? 'income' : 'expense',
        weight: group.reduce((sum, entry) => sum + weightOf(entry.occurred_on, today), 0),
        lastOn: newest.occurred_on,
        category_id:
          commonest(group.map((entry) => entry.category_id ?? null).filter((id) => id !== null))?.value ??
          null,
        account_id: commonest(group.map((entry) => entry.account_id))?.value ?? newest.account_id,
        usual: size && size.times > 1 ? size.value : undefined,
      },
    ];
  });
}

export type Asked = {
  readonly kind: 'expense' | 'income';
  /** What has been typed of the name; empty for none. */
  readonly typed: string;
  /** The amount that was entered, in wire form without a sign. */
  readonly amount: string | undefined;
};

/** The likeliest payees first. An amount that a payee usually has counts as three visits; a name has to hold what was typed. */
export function guessPayees(
  known: readonly KnownPayee[],
  { kind, typed, amount }: Asked,
  most = 6,
): KnownPayee[] {
  const needle = plain(typed.trim());
  const scored = known
    .filter((payee) => payee.kind === kind && holds(plain(payee.name), needle))
    .map((payee) => ({
      payee,
      score: scoreOf(payee, amount) + (plain(payee.name).startsWith(needle) ? 0.5 : 0),
    }));
  scored.sort(
    (left, right) =>
      right.score - left.score ||
      (left.payee.lastOn < right.payee.lastOn ? 1 : left.payee.lastOn > right.payee.lastOn ? -1 : 0) ||
      left.payee.name.localeCompare(right.payee.name),
  );
  return scored.slice(0, most).map(({ payee }) => payee);
}

function holds(name: string, needle: string): boolean {
  return needle.split(/\s+/).every((word) => name.includes(word));
}

function scoreOf(payee: KnownPayee, amount: string | undefined): number {
  return payee.weight + (amount !== undefined && payee.usual === amount ? 3 : 0);
}

function weightOf(on: Day, today: Day): number {
  return 0.5 ** (Math.max(0, daysBetween(on, today)) / HALF_LIFE_DAYS);
}

/** The value that stands there most often; the earliest in the list among equals. */
function commonest<Value>(values: readonly Value[]): { value: Value; times: number } | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: { value: Value; times: number } | undefined;
  for (const [value, times] of counts) if (!best || times > best.times) best = { value, times };
  return best;
}
