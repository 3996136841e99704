import { describe, expect, test } from 'vitest';
import { place } from './coalesce.ts';
import { foldRow, foldRows } from './fold.ts';
import { heldBack, nextToSend, type NewOperation, type Operation } from './operation.ts';

function operation(fields: Partial<Operation>): Operation {
  return {
    seq: 1,
    key: 'key',
    kind: 'update',
    entity: 'transaction',
    entityId: 'coffee',
    household: 'home',
    body: {},
    at: '2026-11-22T00:00:00.000Z',
    tries: 0,
    state: 'waiting',
    dependsOn: [],
    ...fields,
  };
}

function wanted(fields: Partial<Operation>): NewOperation {
  const { seq: _seq, ...rest } = operation({ key: 'new', ...fields });
  return rest;
}

describe('The screen', () => {
  const stored = {
    id: 'coffee',
    household: 'home',
    version: 3,
    row: { id: 'coffee', payee: 'Little Sister', amount: '-5.50' },
  };

  test('shows what the server said when nothing is wanted', () => {
    expect(foldRow(stored, [])).toEqual({
      id: 'coffee',
      row: stored.row,
      version: 3,
      waiting: false,
      blocked: false,
    });
  });

  test('shows edits on top, in order, and marks them as waiting', () => {
    const shown = foldRow(stored, [
      operation({ body: { amount: '-6.00' } }),
      operation({ seq: 2, body: { amount: '-7.00' } }),
    ]);
    expect(shown).toMatchObject({
      row: { payee: 'Little Sister', amount: '-7.00' },
      waiting: true,
      blocked: false,
    });
  });

  test('shows nothing of a row whose deletion is wanted', () => {
    expect(foldRow(stored, [operation({ kind: 'delete' })])).toBeUndefined();
  });

  test('shows a new row before the server has it, and only once after a pull brought it', () => {
    const create = operation({ kind: 'create', entityId: 'bread', body: { payee: 'Bakery' } });
    expect(foldRows('transaction', [stored], [create]).map((shown) => shown.id)).toEqual(['coffee', 'bread']);
    const pulled = { ...stored, id: 'bread', row: { id: 'bread', payee: 'Bakery' } };
    expect(foldRows('transaction', [stored, pulled], [create])).toHaveLength(2);
  });

  test('does not bring back a row that the server has deleted because an edit of it waits', () => {
    expect(foldRow(undefined, [operation({ body: { amount: '-6.00' } })])).toBeUndefined();
  });

  test('shows known actions at once', () => {
    const act = operation({ kind: 'action', action: 'tags', body: { add: ['holiday'], remove: ['work'] } });
    const tagged = { ...stored, row: { ...stored.row, tags: ['work', 'food'] } };
    expect(foldRow(tagged, [act])?.row['tags']).toEqual(['food', 'holiday']);
  });
});

describe('A new wish', () => {
  test('melts into an edit that was never sent', () => {
    const queue = [operation({ seq: 4, body: { payee: 'A', notes: 'n' } })];
    const placed = place(queue, wanted({ body: { payee: 'B' } }));
    expect(placed.add).toBeUndefined();
    expect(placed.change).toMatchObject({ seq: 4, key: 'key', body: { payee: 'B', notes: 'n' } });
  });

  test('stands alone behind an edit that may be with the server', () => {
    const placed = place([operation({ tries: 1 })], wanted({ body: { payee: 'B' } }));
    expect(placed.change).toBeUndefined();
    expect(placed.add).toMatchObject({ body: { payee: 'B' } });
  });

  test('does not melt forward past the row that it names', () => {
    const queue = [
      operation({ seq: 1, kind: 'create' }),
      operation({ seq: 2, kind: 'create', entity: 'category', entityId: 'treats' }),
    ];
    const placed = place(queue, wanted({ body: { category_id: 'treats' }, dependsOn: ['treats'] }));
    expect(placed.add).toMatchObject({ dependsOn: ['treats'] });
  });

  test('to delete a row that was never sent removes both', () => {
    const queue = [
      operation({ seq: 1, kind: 'create' }),
      operation({ seq: 2, kind: 'action', action: 'tags' }),
    ];
    expect(place(queue, wanted({ kind: 'delete' }))).toEqual({ remove: [1, 2] });
  });

  test('to delete a new row that others name is sent after its creation', () => {
    const queue = [
      operation({ seq: 1, kind: 'create', entity: 'category', entityId: 'treats' }),
      operation({ seq: 2, kind: 'create', dependsOn: ['treats'] }),
    ];
    const placed = place(queue, wanted({ kind: 'delete', entity: 'category', entityId: 'treats' }));
    expect(placed).toMatchObject({ remove: [], add: { kind: 'delete' } });
  });

  test('to delete a row that is brought back for another leaves that for it', () => {
    const queue = [
      operation({ seq: 1, kind: 'action', entity: 'category', entityId: 'treats', action: 'restore' }),
      operation({ seq: 2, kind: 'create', entityId: 'cake', dependsOn: ['treats'] }),
    ];
    const placed = place(queue, wanted({ kind: 'delete', entity: 'category', entityId: 'treats' }));
    expect(placed).toMatchObject({ remove: [], add: { kind: 'delete' } });
  });

  test('to delete a row takes unsent edits along and keeps the version that the person saw', () => {
    const placed = place([operation({ seq: 1, baseVersion: 3 })], wanted({ kind: 'delete', baseVersion: 4 }));
    expect(placed).toMatchObject({ remove: [1], add: { kind: 'delete', baseVersion: 3 } });
  });
});

describe('A blocked operation', () => {
  const queue = [
    operation({ seq: 1, kind: 'create', entity: 'category', entityId: 'treats', state: 'blocked' }),
    operation({ seq: 2, kind: 'create', entityId: 'cake', dependsOn: ['treats'] }),
    operation({ seq: 3, kind: 'update', entityId: 'bus' }),
    operation({ seq: 4, kind: 'update', entityId: 'gift', dependsOn: ['cake'] }),
  ];

  test('holds back what depends on it, and what depends on that', () => {
    expect([...heldBack(queue)]).toEqual([1, 2, 4]);
  });

  test('lets go what names a row that the server has without it', () => {
    const rename = operation({ seq: 1, entity: 'account', entityId: 'everyday', state: 'blocked' });
    const entry = operation({ seq: 2, kind: 'create', entityId: 'cake', dependsOn: ['everyday'] });
    expect(nextToSend([rename, entry])?.seq).toBe(2);
    const back = operation({ ...rename, kind: 'action', entity: 'category', action: 'restore' });
    expect(nextToSend([back, entry])).toBeUndefined();
  });

  test('lets everything else go', () => {
    expect(nextToSend(queue)?.seq).toBe(3);
    expect(nextToSend(queue.filter((one) => one.seq !== 3))).toBeUndefined();
  });
});
