import type { Transaction } from '@kinwise/api-client/schema';
import { useLiveQuery } from 'dexie-react-hooks';
import type { LocalCopy } from './database.ts';
import { useOffline } from './hooks.tsx';
import { scanTransactions } from './scan.ts';

/** How many entries each category, whole or in part, and each tag has, by its id. */
export type Uses = ReadonlyMap<string, number>;

/** Counts the copy of this device: what the server counted was told with a row that an entry does not change. */
export async function countUses(copy: LocalCopy, household: string): Promise<Uses> {
  const uses = new Map<string, number>();
  const count = ({ category_id, splits = [], tags = [] }: Transaction) => {
    const named = [category_id, ...splits.map((part) => part.category_id), ...tags];
    for (const id of new Set(named)) if (id) uses.set(id, (uses.get(id) ?? 0) + 1);
    return false;
  };
  await scanTransactions(
    copy,
    { household },
    { passes: ({ row }) => count(row), tell: () => undefined, isWanted: () => true },
  );
  return uses;
}

/** Undefined while the entries are first counted; follows every change. For screens that ask for it, not for every one. */
export function useUses(): Uses | undefined {
  const { copy, household } = useOffline();
  return useLiveQuery(() => countUses(copy, household), [copy, household]);
}
