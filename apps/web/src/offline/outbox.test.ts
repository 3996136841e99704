import { newId } from '@kinwise/core/ids';
import { i18n } from '@lingui/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blockedOperations, keepEdited, keepMine, keepTheirs, sidesOf } from './conflicts.ts';
import { type LocalCopy, rowsOf } from './database.ts';
import { drain } from './drain.ts';
import { foldRows } from './fold.ts';
import type { Intention, Operation } from './operation.ts';
import { enqueue, want as keep, waitingCount } from './outbox.ts';
import { onToast } from '../ui/toast-queue.ts';
import { pull } from './pull.ts';
import { freshCopy, HOUSEHOLD, NOW, type ToyServer, toyServer, wireTransaction } from './testing.ts';

let copy: LocalCopy;
let server: ToyServer;

beforeEach(() => {
  copy = freshCopy();
  server = toyServer();
});

afterEach(async () => {
  await copy.delete();
});

const want = (fields: Partial<Intention>): Promise<void> =>
  enqueue(
    copy,
    { kind: 'create', entity: 'transaction', entityId: newId(), household: HOUSEHOLD, ...fields },
    NOW,
  );

async function blockedOf(entityId: string): Promise<Operation> {
  const blocked = (await blockedOperations(copy)).find((one) => one.entityId === entityId);
  if (!blocked) throw new Error('nothing of this row is blocked');
  return blocked;
}

async function existing(fields = {}): Promise<string> {
  const row = wireTransaction(fields);
  server.change(String(row['id']), row);
  await pull(copy, HOUSEHOLD, server.transport);
  return String(row['id']);
}

describe('A wish that the server takes', () => {
  test('leaves the queue, and the server’s row stands in its place', async () => {
    const entityId = newId();
    await want({ entityId, body: wireTransaction({ id: entityId, payee: 'Bakery' }) });
    expect(await drain(copy, server.transport)).toEqual({ kind: 'drained', sent: 1 });
    expect(await waitingCount(copy)).toBe(0);
    expect((await rowsOf(copy, 'transaction').get(entityId))?.row).toEqual(server.rows.get(entityId));
  });

  test('happens once though its answer was lost', async () => {
    const entityId = newId();
    await want({ entityId, body: wireTransaction({ id: entityId }) });
    server.fail = 'answer-lost';
    expect(await drain(copy, server.transport)).toMatchObject({ kind: 'again' });
    expect(await waitingCount(copy)).toBe(1);
    await pull(copy, HOUSEHOLD, server.transport);
    expect(
      foldRows('transaction', await rowsOf(copy, 'transaction').toArray(), await copy.outbox.toArray()),
    ).toHaveLength(1);
    await drain(copy, server.transport);
    expect([...server.effects.values()]).toEqual([1]);
    expect(server.requests.map((request) => request.headers['Idempotency-Key'])).toHaveLength(2);
    expect(new Set(server.requests.map((request) => request.headers['Idempotency-Key'])).size).toBe(1);
  });

  test('carries the version that the person looked at, and later edits the version that came of it', async () => {
    const entityId = await existing();
    await want({ kind: 'update', entityId, body: { payee: 'A' } });
    server.fail = 'unavailable';
    await drain(copy, server.transport);
    await want({ kind: 'update', entityId, body: { payee: 'B' } });
    expect(await drain(copy, server.transport)).toEqual({ kind: 'drained', sent: 2 });
    expect(server.requests.map((request) => request.headers['If-Match'])).toEqual(['"v1"', '"v1"', '"v2"']);
    expect(server.rows.get(entityId)).toMatchObject({ payee: 'B' });
  });

  test('does not put an older copy of the row over a newer one when its first answer comes late', async () => {
    const entityId = newId();
    await want({ entityId, body: wireTransaction({ id: entityId, payee: 'First' }) });
    server.fail = 'answer-lost';
    await drain(copy, server.transport);
    server.change(entityId, { payee: 'Second' });
    await pull(copy, HOUSEHOLD, server.transport);
    await drain(copy, server.transport);
    expect((await rowsOf(copy, 'transaction').get(entityId))?.row).toMatchObject({ payee: 'Second' });
  });

  test('is not brought back by a late answer after somebody else deleted the row', async () => {
    const entityId = newId();
    await want({ entityId, body: wireTransaction({ id: entityId }) });
    server.fail = 'answer-lost';
    await drain(copy, server.transport);
    await pull(copy, HOUSEHOLD, server.transport);
    server.remove(entityId);
    await pull(copy, HOUSEHOLD, server.transport);
    await drain(copy, server.transport);
    expect(await rowsOf(copy, 'transaction').get(entityId)).toBeUndefined();
  });
});

describe('The queue', () => {
  test.each([
    ['request-lost', undefined],
    ['unavailable', undefined],
    ['busy', 5000],
  ] as const)('stops and keeps its order when the line is bad (%s)', async (fail, afterMs) => {
    await want({});
    await want({});
    server.fail = fail;
    const end = await drain(copy, server.transport);
    expect(end).toEqual({ kind: 'again', sent: 0, ...(afterMs && { afterMs }) });
    expect(server.requests).toHaveLength(1);
    expect((await copy.outbox.orderBy('seq').toArray()).map((one) => one.tries)).toEqual([1, 0]);
  });

  test('waits for the person to sign in', async () => {
    await want({});
    server.refuse = { status: 401 };
    expect(await drain(copy, server.transport)).toEqual({ kind: 'sign-in', sent: 0 });
    expect(await waitingCount(copy)).toBe(1);
  });

  test('moves on past a refusal to everything that does not depend on it', async () => {
    const category = newId();
    await want({ entity: 'category', entityId: category, body: { name: 'Treats' } });
    await want({ body: wireTransaction({ category_id: category }) });
    const other = newId();
    await want({ entityId: other, body: wireTransaction({ id: other }) });
    server.refuse = {
      status: 422,
      body: { error_code: 'VALIDATION_2002', user_message: 'That name is taken.' },
    };
    expect(await drain(copy, server.transport)).toMatchObject({ kind: 'drained' });
    expect([...server.rows.keys()]).toEqual([other]);
    expect(await blockedOperations(copy)).toMatchObject([
      { problem: { status: 422, message: 'That name is taken.' } },
    ]);
    expect(await waitingCount(copy)).toBe(2);
  });

  test('that the device cannot keep is said to be lost', async () => {
    i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
    const said: string[] = [];
    const forget = onToast(({ title }) => said.push(title));
    copy.close();
    const wish = { kind: 'create', entity: 'tag', entityId: newId(), household: HOUSEHOLD } as const;
    await expect(keep(copy, wish, NOW)).rejects.toThrow();
    expect(said).toHaveLength(1);
    forget();
    await copy.open();
  });

  test('refuses what needs signal', async () => {
    // @ts-expect-error -- the types refuse it too
    await expect(want({ entity: 'membership', kind: 'update' })).rejects.toThrow('needs signal');
  });

  test('does not take its own echo for a conflict', async () => {
    const entityId = await existing();
    await want({ kind: 'update', entityId, body: { payee: 'A' } });
    server.fail = 'request-lost';
    await drain(copy, server.transport);
    server.refuse = {
      status: 412,
      body: { current: { ...server.rows.get(entityId), payee: 'A', version: 2 } },
    };
    expect(await drain(copy, server.transport)).toMatchObject({ kind: 'drained' });
    expect(await waitingCount(copy)).toBe(0);
  });
});

describe('A conflict', () => {
  let entityId: string;

  beforeEach(async () => {
    entityId = await existing({ payee: 'Cafe' });
    await want({ kind: 'update', entityId, body: { payee: 'Mine' } });
    server.change(entityId, { payee: 'Theirs' });
    await drain(copy, server.transport);
  });

  const conflict = async () => {
    const [operation] = await blockedOperations(copy);
    if (!operation) throw new Error('Nothing is blocked.');
    return operation;
  };

  test('is held, not forced, with both sides at hand', async () => {
    expect(server.rows.get(entityId)).toMatchObject({ payee: 'Theirs' });
    expect(await sidesOf(copy, await conflict())).toMatchObject({
      mine: { payee: 'Mine' },
      theirs: { payee: 'Theirs' },
    });
  });

  test('resolved with "keep mine" is sent under a new key on the new version', async () => {
    const before = (await conflict()).key;
    await want({ kind: 'update', entityId, body: { notes: 'later' } });
    await keepMine(copy, await conflict());
    await drain(copy, server.transport);
    expect(server.rows.get(entityId)).toMatchObject({ payee: 'Mine', notes: 'later' });
    expect(server.requests.at(-1)?.headers['Idempotency-Key']).not.toBe(before);
    expect(await waitingCount(copy)).toBe(0);
  });

  test('resolved with "edit" sends what was corrected', async () => {
    await keepEdited(copy, await conflict(), { payee: 'Both' });
    await drain(copy, server.transport);
    expect(server.rows.get(entityId)).toMatchObject({ payee: 'Both' });
  });

  test('a new row that names what is gone can still be mended, for it is not gone itself', async () => {
    const entityId = newId();
    await want({ entityId, body: wireTransaction({ id: entityId, account_id: 'private-now' }) });
    server.refuse = {
      status: 404,
      body: { error_code: 'RESOURCE_3001', detail: 'There is no such account.' },
    };
    await drain(copy, server.transport);
    const blocked = await blockedOf(entityId);
    expect(blocked.theirs).toBeUndefined();
    await keepEdited(copy, blocked, { account_id: 'everyday' });
    await drain(copy, server.transport);
    expect(server.rows.get(entityId)).toMatchObject({ account_id: 'everyday' });
  });

  test('a change that names what is gone has the row beside it, which is still there', async () => {
    const entityId = await existing({ payee: 'Bakery' });
    await want({ kind: 'update', entityId, body: { category_id: 'gone' } });
    server.refuse = { status: 404, body: { error_code: 'RESOURCE_3001' } };
    await drain(copy, server.transport);
    const blocked = await blockedOf(entityId);
    expect((await sidesOf(copy, blocked)).theirs).toMatchObject({ payee: 'Bakery' });
    server.remove(entityId);
    await pull(copy, HOUSEHOLD, server.transport);
    expect((await sidesOf(copy, blocked)).theirs).toBeUndefined();
  });

  test('resolved with "keep theirs" gives up every wish for the row and shows theirs', async () => {
    await want({ kind: 'update', entityId, body: { notes: 'later' } });
    await keepTheirs(copy, await conflict());
    expect(await waitingCount(copy)).toBe(0);
    expect((await rowsOf(copy, 'transaction').get(entityId))?.row).toMatchObject({ payee: 'Theirs' });
  });
});

describe('A pull', () => {
  test('begins anew when the server has forgotten the cursor, and leaves the outbox alone', async () => {
    const kept = await existing();
    const gone = await existing();
    await want({ kind: 'update', entityId: kept, body: { payee: 'Mine' } });
    server.remove(gone);
    server.forget();
    expect(await pull(copy, HOUSEHOLD, server.transport)).toMatchObject({ kind: 'current' });
    expect(await rowsOf(copy, 'transaction').toCollection().primaryKeys()).toEqual([kept]);
    expect(await waitingCount(copy)).toBe(1);
  });

  test('keeps the tallies true while rows move between months, go and come', async () => {
    const one = await existing({ occurred_on: '2026-10-01' });
    const two = await existing({ occurred_on: '2026-11-01' });
    server.change(one, { occurred_on: '2026-11-05' });
    server.remove(two);
    server.change(newId(), wireTransaction({ occurred_on: '2026-09-05' }));
    await pull(copy, HOUSEHOLD, server.transport);
    expect(await copy.tallies.toArray()).toEqual([
      { household: HOUSEHOLD, month: '2026-09', count: 1 },
      { household: HOUSEHOLD, month: '2026-11', count: 1 },
    ]);
  });

  test('forgets a household that the person has left', async () => {
    await existing();
    const closed = { ...server.transport, pull: async () => ({ kind: 'no-access' as const }) };
    expect(await pull(copy, HOUSEHOLD, closed)).toEqual({ kind: 'no-access' });
    expect(await rowsOf(copy, 'transaction').count()).toBe(0);
  });
});
