import { useLiveQuery } from 'dexie-react-hooks';
import { useOffline } from '../../../offline/hooks.tsx';

/**
 * Stands for what the server has said of the household: whatever is reckoned there follows from it, and is asked for anew
 * when it changes. Empty during the first load, whose pages are no changes; undefined while it is read.
 */
export function useServerState(): string | undefined {
  const { copy, household } = useOffline();
  return useLiveQuery(async () => {
    const known = await copy.cursors.get(household);
    return known?.complete ? known.cursor : '';
  }, [copy, household]);
}

/**
 * What was shown stays while it is asked for anew, where the key begins as it did: never the figures of another account or
 * household.
 */
export function keptWithin(begin: readonly string[]) {
  return <Data>(
    before: Data | undefined,
    query: { readonly queryKey: readonly unknown[] } | undefined,
  ): Data | undefined => (begin.every((part, at) => query?.queryKey[at] === part) ? before : undefined);
}
