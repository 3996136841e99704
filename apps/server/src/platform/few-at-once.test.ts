import { expect, it } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

it('lets a few work, some wait in their order, and turns the rest away; a failure frees its place', async () => {
  const inTurn = fewAtOnce({ atOnce: 2, waitingMost: 2, message: 'Try again.' });
  const ends: (() => void)[] = [];
  const began: number[] = [];
  const work = async (index: number): Promise<number> =>
    await inTurn(async () => {
      began.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (index === 0) throw new Error('broke');
      return index;
    });
  const all = [0, 1, 2, 3, 4].map(async (index) => await work(index));
  const outcome = Promise.allSettled(all);
  await expect(all[4]).rejects.toMatchObject({ code: 'RATE_LIMIT_6001' });
  expect(began).toEqual([0, 1]);
  for (let ended = 0; ended < 4; ended += 1) {
    ends[ended]?.();
    await Promise.allSettled([all[ended]]);
  }
  expect(began).toEqual([0, 1, 2, 3]);
  expect((await outcome).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
});
