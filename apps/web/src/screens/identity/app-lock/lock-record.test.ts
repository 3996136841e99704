import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteLocalCopy, openLocalCopy, writeFact } from '../../../offline/database.ts';
import { dropLock, keepLock, readLock, tryPin, withCopy } from './lock-record.ts';
import { hashPin, isPin } from './pin-hash.ts';

const NOW = 1_800_000_000_000;
const PIN = '280619';
let user: string;

beforeEach(async () => {
  user = newId();
  // Few rounds: what is tried here is the counting.
  await withCopy(user, async (copy) => await keepLock(copy, await hashPin(PIN, 1000)));
});
afterEach(async () => await deleteLocalCopy(user));

const tried = async (pin: string, now = NOW) =>
  await withCopy(user, async (copy) => await tryPin(copy, pin, now));

describe('What the device keeps of a PIN', () => {
  test('is neither the PIN nor the same for two people who chose the same', async () => {
    const [one, two] = [await hashPin(PIN), await hashPin(PIN)];
    expect(one.iterations).toBe(600_000);
    expect(JSON.stringify(one)).not.toContain(PIN);
    expect(one.salt === two.salt || one.hash === two.hash).toBe(false);
    expect([await isPin(PIN, one), await isPin(PIN, two), await isPin('280618', one)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('Trying', () => {
  test('the right one opens and forgives what was wrong before', async () => {
    expect(await tried('111222')).toEqual({ kind: 'wrong', left: 9, untilMs: undefined });
    expect(await tried(PIN)).toEqual({ kind: 'right' });
    expect(await tried('111222')).toEqual({ kind: 'wrong', left: 9, untilMs: undefined });
  });

  test('while one has to wait, the right one is not even looked at', async () => {
    for (let count = 0; count < 4; count += 1) await tried('111222');
    expect(await tried('111222')).toEqual({ kind: 'wrong', left: 5, untilMs: NOW + 30_000 });
    expect(await tried(PIN, NOW + 29_999)).toEqual({ kind: 'waiting', untilMs: NOW + 30_000 });
    expect(await tried(PIN, NOW + 30_000)).toEqual({ kind: 'right' });
  });

  test('in many tabs at once gives five tries together, each with its own connection', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await tried('111222')));
    expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
    expect(answers.filter(({ kind }) => kind === 'waiting')).toHaveLength(15);
  });

  test('counts before it looks: a tab that is closed over it has used its try up', async () => {
    const broken = { ...(await hashPin(PIN, 1000)), salt: '%' };
    await withCopy(user, async (copy) => await keepLock(copy, broken));
    await expect(tried(PIN)).rejects.toThrow();
    expect((await withCopy(user, readLock))?.tries.failures).toBe(1);
  });

  test('the tenth wrong one is the last, and stays so', async () => {
    let now = NOW;
    for (let count = 0; count < 9; count += 1) {
      await tried('111222', now);
      now += 10 * 60_000;
    }
    expect(await tried('111222', now)).toEqual({ kind: 'out' });
    expect(await tried(PIN, now + 86_400_000)).toEqual({ kind: 'out' });
  });

  test('says when the browser has thrown the lock away', async () => {
    await withCopy(user, dropLock);
    expect(await tried(PIN)).toEqual({ kind: 'gone' });
  });

  test('leaves the other facts of the device alone', async () => {
    const copy = openLocalCopy(user);
    await writeFact(copy, 'household', 'ours');
    await tryPin(copy, PIN, NOW);
    await dropLock(copy);
    expect(await copy.facts.toArray()).toEqual([{ name: 'household', value: 'ours' }]);
    copy.close();
  });
});
