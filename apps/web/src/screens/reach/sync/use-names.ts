import { useLiveQuery } from 'dexie-react-hooks';
import { rowsOf } from '../../../offline/database.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import type { Names } from './sides.ts';

const NAMED = ['account', 'category', 'tag', 'merchant'] as const;
const NONE: Names = new Map();

/** Names of what ids of a household stand for, which need not be the one in view; what waits to be sent among it. */
export function useNames(household: string): Names {
  const { copy } = useOffline();
  const names = useLiveQuery(async () => {
    const found = new Map<string, string>();
    for (const entity of NAMED) {
      for (const { id, row } of await rowsOf(copy, entity).where('household').equals(household).toArray())
        found.set(id, String(row['name']));
    }
    const members = await rowsOf(copy, 'membership').where('household').equals(household).toArray();
    for (const { row } of members) found.set(String(row['user_id']), String(row['display_name']));
    for (const { entityId, body } of await copy.outbox.toArray())
      if (typeof body['name'] === 'string') found.set(entityId, body['name']);
    return found;
  }, [copy, household]);
  return names ?? NONE;
}
