import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sync } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import type { LocalCopy } from './database.ts';
import { enqueue, waitingCount } from './outbox.ts';
import { startSync, type SyncLoop, waitAfter } from './sync-loop.ts';
import type { PullAnswer } from './transport.ts';
import { freshCopy, HOUSEHOLD, NOW, type ToyServer, toyServer, wireTransaction } from './testing.ts';

let copy: LocalCopy;
let server: ToyServer;
let loop: SyncLoop | undefined;
let now = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  copy = freshCopy();
  server = toyServer();
  now = 1_000_000;
});

afterEach(async () => {
  loop?.stop();
  vi.useRealTimers();
  await copy.delete();
});

function start(households: readonly string[] = [HOUSEHOLD], onPeople?: () => void): SyncLoop {
  loop = startSync({
    copy,
    transport: server.transport,
    clock: { now: () => now, chance: () => 1 },
    households: () => households,
    ...(onPeople && { onPeople }),
  });
  return loop;
}

const want = () =>
  enqueue(
    copy,
    {
      kind: 'create',
      entity: 'transaction',
      entityId: newId(),
      household: HOUSEHOLD,
      body: wireTransaction(),
    },
    NOW,
  );

/** Moves the clock and lets every timer that is due fire, then waits for the attempt that it started. */
async function pass(ms: number): Promise<void> {
  now += ms;
  vi.advanceTimersByTime(ms);
  if (loop?.status().phase === 'working') await settled();
}

/** The attempt that runs already is over; no new one is asked for. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (loop?.status().phase !== 'idle') return;
      unsubscribe?.();
      resolve();
    };
    const unsubscribe = loop?.subscribe(check);
    check();
  });
}

describe('The sync loop', () => {
  test('sends what waits and says that the server was reached', async () => {
    await want();
    await start().syncNow();
    expect(await waitingCount(copy)).toBe(0);
    expect(loop?.status()).toEqual({ phase: 'idle', contact: 'reached', signedOut: false });
  });

  test('tries again by itself after a miss, without any event of the browser', async () => {
    await want();
    server.fail = 'request-lost';
    start();
    await settled();
    expect(loop?.status().contact).toBe('missed');
    expect(await waitingCount(copy)).toBe(1);
    await pass(1000);
    expect(await waitingCount(copy)).toBe(0);
  });

  test('tells a person without a household that the session is over, too', async () => {
    server.presence = { kind: 'sign-in' };
    await start([]).syncNow();
    expect(loop?.status()).toMatchObject({ contact: 'reached', signedOut: true });
    server.presence = { kind: 'again' };
    await loop?.syncNow();
    expect(loop?.status().contact).toBe('missed');
    server.presence = { kind: 'here' };
    await loop?.syncNow();
    expect(loop?.status()).toMatchObject({ contact: 'reached', signedOut: false });
  });

  test('leaves the server in peace for as long as it asks, whatever hints come', async () => {
    await want();
    server.fail = 'busy';
    start();
    await settled();
    const sent = server.requests.length;
    // A pause is no missing signal, and is not said to be one.
    expect(loop?.status().contact).toBe('paused');
    loop?.poke();
    await pass(4000);
    expect(server.requests.length).toBe(sent);
    await pass(1500);
    expect(server.requests.length).toBe(sent + 1);
    expect(await waitingCount(copy)).toBe(0);
  });

  test('goes on though the clock of the device is put back by a day', async () => {
    await want();
    server.fail = 'busy';
    start();
    await settled();
    const sent = server.requests.length;
    expect(await waitingCount(copy)).toBe(1);
    now -= 86_400_000;
    await pass(5500);
    expect(server.requests.length).toBe(sent + 1);
    const pulls = vi.spyOn(server.transport, 'pull');
    now -= 86_400_000;
    await pass(10_000);
    expect(pulls).toHaveBeenCalled();
  });

  test('asks now and then which households there are, since none of them tells of another', async () => {
    const asked = vi.fn();
    start([HOUSEHOLD], asked);
    await settled();
    await loop?.syncNow();
    expect(asked).not.toHaveBeenCalled();
    now += 30_000;
    await loop?.syncNow();
    await loop?.syncNow();
    expect(asked).toHaveBeenCalledTimes(1);
    await pass(70_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('keeps the queue and says so when the session has ended', async () => {
    await want();
    server.refuse = { status: 401 };
    start();
    await settled();
    expect(loop?.status().signedOut).toBe(true);
    expect(await waitingCount(copy)).toBe(1);
  });

  test('asks no more once the session has ended, though it meant to try again after a miss', async () => {
    await want();
    server.fail = 'request-lost';
    start();
    await settled();
    await new Promise(setImmediate);
    server.refuse = { status: 401 };
    await loop?.syncNow();
    expect(loop?.status().signedOut).toBe(true);
    const asked = server.requests.length;
    await pass(20_000);
    expect(server.requests.length).toBe(asked);
  });

  test('sends what came in between the pages of a long load', async () => {
    for (let row = 0; row < 7; row += 1) server.change(newId(), wireTransaction());
    const { transport } = server;
    let wanted = false;
    server = {
      ...server,
      transport: {
        ...transport,
        pull: async (household, cursor) => {
          if (!wanted) await want();
          wanted = true;
          return transport.pull(household, cursor ?? '0');
        },
      },
    };
    await start().syncNow();
    expect(await waitingCount(copy)).toBe(0);
  });
});

test('Hears when roles or households may have changed, and not of the first load', async () => {
  let heard = 0;
  const member = { id: newId(), role: 'parent', version: 1 };
  const put = { entity: 'membership', id: member.id, op: 'put', version: 1, row: member };
  const answers: PullAnswer[] = [
    { kind: 'page', page: page([put], 'a') },
    { kind: 'page', page: page([], 'b') },
    { kind: 'page', page: page([put], 'c') },
    { kind: 'no-access' },
  ];
  loop = startSync({
    copy,
    transport: { ...server.transport, pull: async () => answers.shift() ?? { kind: 'again' } },
    clock: { now: () => now, chance: () => 1 },
    households: () => [HOUSEHOLD],
    onPeople: () => {
      heard += 1;
    },
  });
  while (answers.length > 0) await loop.syncNow();
  // By the change of a membership, and by being sent away; not by the members of the first copy.
  expect(heard).toBe(2);
});

function page(changes: unknown[], next_cursor: string): Sync {
  return { changes: changes as Sync['changes'], next_cursor, has_more: false, server_time: NOW };
}

test('Waits double from one second to fifteen, with up to a quarter less', () => {
  expect([1, 2, 3, 4, 5, 9].map((misses) => waitAfter(misses, 1))).toEqual([
    1000, 2000, 4000, 8000, 15_000, 15_000,
  ]);
  expect(waitAfter(1, 0)).toBe(750);
});
