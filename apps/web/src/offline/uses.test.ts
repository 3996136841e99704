import { expect, test } from 'vitest';
import { enqueue } from './outbox.ts';
import { putRows, serverTables, toRecord } from './rows.ts';
import { freshCopy, HOUSEHOLD, NOW, wireTransaction } from './testing.ts';
import { countUses } from './uses.ts';

test('How much a category or a tag is used is what the entries of the device say, with what waits to be sent', async () => {
  const copy = freshCopy();
  try {
    const parts = [{ category_id: 'food' }, { category_id: 'home' }, { category_id: 'home' }];
    const wire = [
      wireTransaction({ id: 'a', category_id: 'food', tags: ['trip'] }),
      wireTransaction({ id: 'b', category_id: 'food', tags: [] }),
      wireTransaction({ id: 'c', category_id: null, splits: parts, tags: ['trip'] }),
    ];
    const records = wire.map((row) => toRecord('transaction', HOUSEHOLD, { row, version: 1 }));
    await copy.transaction('rw', serverTables(copy), () => putRows(copy, 'transaction', records));
    const counted = async () => Object.fromEntries(await countUses(copy, HOUSEHOLD));
    expect(await counted()).toEqual({ food: 3, home: 1, trip: 2 });
    const base = { entity: 'transaction', household: HOUSEHOLD } as const;
    await enqueue(copy, { ...base, kind: 'update', entityId: 'b', body: { category_id: 'fun' } }, NOW);
    await enqueue(copy, { ...base, kind: 'delete', entityId: 'a' }, NOW);
    expect(await counted()).toEqual({ food: 1, home: 1, fun: 1, trip: 1 });
    expect(await countUses(copy, 'another home')).toEqual(new Map());
  } finally {
    await copy.delete();
  }
});
