import { addDays, type Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalCopy } from './database.ts';
import { enqueue } from './outbox.ts';
import { putRows, serverTables, toRecord } from './rows.ts';
import { scanTransactions } from './scan.ts';
import { freshCopy, HOUSEHOLD, NOW, wireTransaction } from './testing.ts';
import { type FoldedTransaction, type ListOf, readWindow, shapeOf } from './transactions.ts';

const START = '2026-10-15' as Day;

type Row = { readonly offset: number; readonly account: string };
type Wish = {
  readonly do: 'create' | 'move' | 'delete' | 'rename';
  readonly at: number;
  readonly offset: number;
  readonly account: string;
};

const account = fc.constantFrom('everyday', 'card');
const offset = fc.nat({ max: 60 });
const rows = fc.array(fc.record({ offset, account }), { maxLength: 14 });
const wishes = fc.array(
  fc.record({
    do: fc.constantFrom<Wish['do']>('create', 'move', 'delete', 'rename'),
    at: fc.nat({ max: 13 }),
    offset,
    account,
  }),
  { maxLength: 6 },
);

test('A list read by windows, and the same list scanned, show what folding everything would show', async () => {
  await fc.assert(
    fc.asyncProperty(rows, wishes, fc.integer({ min: 1, max: 5 }), async (stored, wanted, size) => {
      const copy = freshCopy();
      try {
        const expected = await live(copy, stored, wanted);
        for (const list of [{ household: HOUSEHOLD }, { household: HOUSEHOLD, account: 'card' }]) {
          const ids = expected
            .filter((row) => !list.account || row.account_id === list.account)
            .map((row) => row.id);
          expect(await readAll(copy, list, size)).toEqual(ids);
          expect(await scanAll(copy, list)).toEqual(ids);
        }
      } finally {
        await copy.delete();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('Rows are not read by the shape of a list that has changed meanwhile', async () => {
  const copy = freshCopy();
  try {
    const id = newId();
    const list = { household: HOUSEHOLD };
    await enqueue(copy, { ...created(id), household: HOUSEHOLD }, NOW);
    const waiting = await shapeOf(copy, list);
    expect((await readWindow(copy, waiting, [0, 9]))?.map((row) => row.id)).toEqual([id]);
    // Sent: the wish is gone and the row is there. By the old shape it would stand there twice.
    await copy.transaction('rw', [copy.outbox, ...serverTables(copy)], async () => {
      await copy.outbox.clear();
      const row = wireTransaction({ id, occurred_on: START });
      await putRows(copy, 'transaction', [toRecord('transaction', HOUSEHOLD, { row, version: 1 })]);
    });
    expect(await readWindow(copy, waiting, [0, 9])).toBeUndefined();
    const sent = await readWindow(copy, await shapeOf(copy, list), [0, 9]);
    expect(sent?.map((row) => [row.id, row.waiting])).toEqual([[id, false]]);
  } finally {
    await copy.delete();
  }
});

function created(id: string) {
  const body = wireTransaction({ id, occurred_on: START });
  return { entity: 'transaction', kind: 'create', entityId: id, body } as const;
}

type Plain = { id: string; occurred_on: string; account_id: string };

/** Lays the rows and the wishes into the copy, and tells what the screen should show, newest first. */
async function live(copy: LocalCopy, stored: readonly Row[], wanted: readonly Wish[]): Promise<Plain[]> {
  const model = new Map<string, Plain>();
  const wire = stored.map((row) =>
    wireTransaction({ occurred_on: addDays(START, row.offset), account_id: row.account }),
  );
  for (const row of wire) model.set(String(row['id']), row as unknown as Plain);
  const records = wire.map((row) => toRecord('transaction', HOUSEHOLD, { row, version: 1 }));
  await copy.transaction('rw', serverTables(copy), () => putRows(copy, 'transaction', records));
  for (const wish of wanted) await wishFor(copy, model, wish);
  return [...model.values()].sort((left, right) =>
    left.occurred_on === right.occurred_on
      ? left.id < right.id
        ? 1
        : -1
      : left.occurred_on < right.occurred_on
        ? 1
        : -1,
  );
}

async function wishFor(copy: LocalCopy, model: Map<string, Plain>, wish: Wish): Promise<void> {
  const base = { entity: 'transaction', household: HOUSEHOLD } as const;
  const moved = { occurred_on: addDays(START, wish.offset), account_id: wish.account };
  if (wish.do === 'create') {
    const id = newId();
    model.set(id, { id, ...moved });
    return enqueue(
      copy,
      { ...base, kind: 'create', entityId: id, body: wireTransaction({ id, ...moved }) },
      NOW,
    );
  }
  const target = [...model.values()][wish.at];
  if (!target) return;
  if (wish.do === 'delete') {
    model.delete(target.id);
    return enqueue(copy, { ...base, kind: 'delete', entityId: target.id }, NOW);
  }
  const body = wish.do === 'move' ? moved : { payee: 'Renamed' };
  model.set(target.id, { ...target, ...body });
  return enqueue(copy, { ...base, kind: 'update', entityId: target.id, body }, NOW);
}

async function readAll(copy: LocalCopy, list: ListOf, size: number): Promise<string[]> {
  const shape = await shapeOf(copy, list);
  const ids: string[] = [];
  for (let from = 0; from < shape.count; from += size) {
    const rows = await readWindow(copy, shape, [from, from + size]);
    if (!rows) throw new Error('the list changed while it was read');
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

async function scanAll(copy: LocalCopy, list: ListOf): Promise<string[]> {
  let found: readonly FoldedTransaction[] = [];
  const tell = (step: { found: readonly FoldedTransaction[] }) => {
    found = step.found;
  };
  await scanTransactions(copy, list, { passes: () => true, tell, isWanted: () => true });
  return found.map((row) => row.id);
}
