import { i18n } from '@lingui/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LocalCopy } from '../../../offline/database.ts';
import { startSync, type SyncLoop } from '../../../offline/sync-loop.ts';
import { freshCopy, HOUSEHOLD, type ToyServer, toyServer } from '../../../offline/testing.ts';
import type { PullAnswer } from '../../../offline/transport.ts';
import { loadAnew, whyNotAnew } from './load-anew.ts';

let copy: LocalCopy;
let server: ToyServer;
let sync: SyncLoop;
let now = 1_000_000;

beforeEach(async () => {
  i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
  copy = freshCopy();
  server = toyServer();
  sync = startSync({
    copy,
    transport: server.transport,
    clock: { now: () => now, chance: () => 1 },
    households: () => [HOUSEHOLD],
  });
  await sync.syncNow();
});

afterEach(async () => {
  sync.stop();
  await copy.delete();
});

const reset = async () => await loadAnew({ copy, sync, household: HOUSEHOLD });
const isCopied = async () => (await copy.cursors.get(HOUSEHOLD)) !== undefined;
function answerPulls(answer: () => Promise<PullAnswer>): { count: () => number } {
  let asked = 0;
  Object.assign(server.transport, {
    pull: async () => {
      asked += 1;
      return await answer();
    },
  });
  return { count: () => asked };
}

it('reads the household again', async () => {
  expect(await reset()).toEqual({ kind: 'anew' });
  expect(await isCopied()).toBe(true);
});

it('says that the server asks for a pause, for how long, and does not ask it again before', async () => {
  const pulls = answerPulls(async () => await Promise.resolve({ kind: 'again', afterMs: 40_000 }));
  const first = await reset();
  expect(first).toEqual({ kind: 'paused', waitMs: 40_000 });
  now += 30_000;
  expect(await reset()).toEqual({ kind: 'paused', waitMs: 10_000 });
  expect(pulls.count()).toBe(1);
  expect(whyNotAnew(first)).toMatch(/^The server asks for a pause, so the copy stays as it is/);
  expect(await isCopied()).toBe(true);
});

it('says that there is no signal, and that the session is over', async () => {
  answerPulls(async () => await Promise.reject(new TypeError('Failed to fetch')));
  expect(await reset()).toEqual({ kind: 'away' });
  answerPulls(async () => await Promise.resolve({ kind: 'sign-in' }));
  const over = await reset();
  expect(over).toEqual({ kind: 'signed-out' });
  expect(whyNotAnew(over)).toMatch(/^Your session is over/);
  expect(await isCopied()).toBe(true);
});
