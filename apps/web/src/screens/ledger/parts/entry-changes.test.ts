import type { Transaction } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalCopy } from '../../../offline/database.ts';
import { drain } from '../../../offline/drain.ts';
import type { Offline } from '../../../offline/hooks.tsx';
import { pull } from '../../../offline/pull.ts';
import {
  freshCopy,
  HOUSEHOLD,
  type ToyServer,
  toyServer,
  wireTransaction,
} from '../../../offline/testing.ts';
import { bringBack, change, readRows, remove } from './entry-changes.ts';

let copy: LocalCopy;
let server: ToyServer;
let offline: Offline;
let id: string;

beforeEach(async () => {
  copy = freshCopy();
  server = toyServer();
  offline = { copy, household: HOUSEHOLD, sync: { poke: () => undefined } as Offline['sync'] };
  id = newId();
  server.change(id, wireTransaction({ id, payee: 'Bakery', notes: '', tags: [] }));
  await pull(copy, HOUSEHOLD, server.transport);
});

afterEach(async () => {
  await copy.delete();
});

async function entry(): Promise<Transaction> {
  const [row] = await readRows(offline, [id]);
  if (!row) throw new Error('the entry is gone');
  return row;
}

it('an entry that comes back has what was changed in it before it was deleted, sent or not', async () => {
  await change(offline, [{ row: await entry(), body: { payee: 'Tūī Bakery', notes: 'for the camp' } }]);
  const before = await entry();
  await remove(offline, [before]);
  expect(await readRows(offline, [id])).toEqual([]);
  await bringBack(offline, [before]);
  expect(await entry()).toMatchObject({ payee: 'Tūī Bakery', notes: 'for the camp' });
  await drain(copy, server.transport);
  expect(server.rows.get(id)).toMatchObject({ payee: 'Tūī Bakery', notes: 'for the camp' });
});

it('an entry that comes back unchanged asks nothing of the server', async () => {
  const before = await entry();
  await remove(offline, [before]);
  await bringBack(offline, [before]);
  expect(await copy.outbox.count()).toBe(0);
});
