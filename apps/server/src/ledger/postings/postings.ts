import type { Id } from '@kinwise/core/ids';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { applyMovements } from '../accounts/accounts.ts';
import type { Movement } from '../accounts/accounts.ts';
import { addToAccountDays, addToCategories } from './postings.store.ts';

export {
  readAccountDays as accountDays,
  readDays as categoryDays,
  readMonths as categoryMonths,
  setDaysSight,
} from './postings.store.ts';
import type { AccountDay, CategorySum } from './postings.store.ts';

/** The parts of an entry that balances and rollups are made of. */
export type Posted = {
  readonly account_id: Id;
  readonly private_to: Id | null;
  readonly occurred_on: string;
  readonly amount_minor: bigint;
  readonly type: string;
  readonly status: string;
  readonly deleted_at: string | null;
  /** What it was spent on, in the household's currency; one part, or one for each split. */
  readonly parts: readonly { readonly category_id: Id | null; readonly household_minor: bigint }[];
};

/** An entry as it was and as it is; absent on one side when it came or went. */
export type Change = { readonly before?: Posted | undefined; readonly after?: Posted | undefined };

/** Stands for «no category» and «shared» in the keys of the rollups. */
export const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * Moves balances and rollups by the difference that the changes make, in the same transaction as the entries
 * (invariants 1 and 4). Sums are made here first, so that a thousand entries touch each row once.
 */
export async function post(
  ctx: HouseholdContext,
  changes: readonly Change[],
  options: { guard: boolean },
): Promise<void> {
  const sums = new Sums();
  for (const { before, after } of changes) {
    if (before) sums.add(before, -1n);
    if (after) sums.add(after, 1n);
    // Also where no sum moves, the account has to be there still, and as private as what is written to it.
    if (after && after.account_id !== before?.account_id) sums.arrive(after);
  }
  const days = changed([...sums.days.values()], (row) => row.delta_minor !== 0n || row.entries !== 0);
  const categories = changed(
    [...sums.categories.values()],
    (row) => row.income_minor !== 0n || row.expense_minor !== 0n || row.entries !== 0,
  );
  await together([
    applyMovements(ctx, [...sums.balances.values()], options.guard),
    addToAccountDays(ctx, days),
    addToCategories(ctx, categories),
  ]);
}

function changed<Row>(rows: Row[], differs: (row: Row) => boolean): Row[] {
  return rows.filter(differs);
}

/** Sums by key while the changes are gone through. */
class Sums {
  readonly balances = new Map<Id, Movement>();
  readonly days = new Map<string, AccountDay>();
  readonly categories = new Map<string, CategorySum>();

  add(entry: Posted, sign: 1n | -1n): void {
    if (entry.deleted_at !== null) return;
    const amount = entry.amount_minor * sign;
    if (entry.status === 'pending') this.balance(entry).pending_minor += amount;
    if (entry.status !== 'completed') return;
    this.balance(entry).balance_minor += amount;
    const day = this.day(entry);
    day.delta_minor += amount;
    day.entries += Number(sign);
    if (entry.type === 'transfer') return;
    for (const part of entry.parts) {
      const sum = this.category(entry, part.category_id);
      if (part.household_minor > 0n) sum.income_minor += part.household_minor * sign;
      else sum.expense_minor += part.household_minor * sign;
      sum.entries += Number(sign);
    }
  }

  arrive(entry: Posted): void {
    this.balance(entry).arrives = true;
  }

  private balance({ account_id, private_to }: Posted): Movement {
    const none = { account_id, private_to, balance_minor: 0n, pending_minor: 0n, arrives: false };
    return found(this.balances, account_id, () => none);
  }

  private day({ account_id, occurred_on, private_to }: Posted): AccountDay {
    return found(this.days, `${account_id} ${occurred_on}`, () => ({
      account_id,
      on_day: occurred_on,
      private_to,
      delta_minor: 0n,
      entries: 0,
    }));
  }

  private category({ occurred_on, private_to }: Posted, category: Id | null): CategorySum {
    const category_key = category ?? NONE;
    return found(this.categories, `${category_key} ${occurred_on} ${private_to ?? NONE}`, () => ({
      category_key,
      on_day: occurred_on,
      private_key: private_to ?? NONE,
      private_to,
      income_minor: 0n,
      expense_minor: 0n,
      entries: 0,
    }));
  }
}

function found<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
