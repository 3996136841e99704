import { newId } from '@kinwise/core/ids';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openLocalCopy, rowsOf } from './database.ts';
import { HOUSEHOLD, wireTransaction } from './testing.ts';

test('a copy that an earlier version made keeps its rows and what waits to be sent', async () => {
  const user = newId();
  const earlier = new Dexie(`kinwise:${user}`);
  earlier.version(2).stores({
    transaction: 'id, household, [household+day+id], [household+account+day+id]',
    import: 'id, household',
    outbox: '++seq, &key, entityId, entity, state',
    facts: 'name',
  });
  const row = wireTransaction();
  const id = String(row['id']);
  await earlier.table('transaction').add({ id, household: HOUSEHOLD, version: 1, row });
  await earlier.table('outbox').add({ key: newId(), entity: 'transaction', entityId: id, state: 'waiting' });
  earlier.close();

  const copy = openLocalCopy(user);
  expect(await rowsOf(copy, 'transaction').get(id)).toMatchObject({ row });
  expect(await copy.outbox.count()).toBe(1);
  // Of a kind that is not copied any more nothing is left behind.
  expect(copy.backendDB()?.objectStoreNames.contains('import')).toBe(false);
  copy.close();
});
