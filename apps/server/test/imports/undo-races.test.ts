/** Imports that overlap, undone or committed at the same moment, and large ones. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';
import { BOOKED, CAFE, SHOP, WAITING, commit, csv, upload as send } from './books.ts';
import type { Line } from './books.ts';

describe('an import that is undone while another one', () => {
  let world: World;
  let mere: Caller;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const upload = async (lines: readonly Line[], account_id = account): Promise<Answer> =>
    await send(mere, { account_id, bytes: csv(lines) });
  const bring = async (lines: readonly Line[], account_id = account): Promise<string> =>
    await commit({ world, by: mere }, (await upload(lines, account_id)).body.id);
  const show = async (id: string): Promise<Answer['body']> => (await mere.get(`imports/${id}/`)).body;
  const balance = async (id = account): Promise<string> => (await mere.get(`accounts/${id}/`)).body.balance;

  it('is undone at the same moment leaves nothing, in whichever order', async () => {
    const first = await bring([CAFE, WAITING, SHOP]);
    const second = await bring([CAFE, BOOKED, SHOP]);
    const third = await bring([CAFE, BOOKED]);
    const ends = await Promise.all([first, second, third].map((id) => mere.post(`imports/${id}/undo/`)));
    expect(ends.map((end) => end.status)).toEqual([200, 200, 200]);
    expect((await mere.get('transactions/')).body.results).toEqual([]);
    expect(await balance()).toBe('0.00');
  });

  it('is committed at that very moment stands as if it alone had been brought', async () => {
    for (const way of [0, 1]) {
      const home = (await mere.post('accounts/', { name: `Race ${way}`, kind: 'checking' })).body.id;
      const first = await bring([CAFE, WAITING], home);
      const { id } = (await upload([CAFE, BOOKED, SHOP], home)).body;
      const calls = [`imports/${first}/undo/`, `imports/${id}/commit/`];
      const ends = await Promise.all(
        (way === 0 ? calls : calls.reverse()).map((path) => mere.post(path, {})),
      );
      expect(ends.map((end) => end.status)).toEqual([200, 200]);
      expect(await balance(home)).toBe('-105.50');
      await mere.post(`imports/${id}/undo/`);
      expect(await balance(home)).toBe('0.00');
    }
  });

  it('has ten thousand rows hands them over in pieces, and goes itself afterwards', {
    timeout: 120_000,
  }, async () => {
    const lines = Array.from({ length: 10_000 }, (_unused, index): Line => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return [`${day}/0${(index % 9) + 1}/2025`, `Shop ${index} with a name`, `-${(index % 97) + 1}.00`];
    });
    const large = async (some: readonly Line[]): Promise<string> => {
      const { id } = (await upload(some)).body;
      await world.runJobs();
      world.clock.advance(1000);
      await mere.post(`imports/${id}/commit/`, {});
      await world.runJobs();
      expect((await show(id)).status).toBe('committed');
      return id;
    };
    const first = await large(lines);
    const second = await large(lines.slice(1_000));
    expect(await show(second)).toMatchObject({ counts: { duplicate: 9_000 }, progress: { total: 0 } });
    const undoLarge = async (id: string): Promise<void> => {
      expect((await mere.post(`imports/${id}/undo/`)).status).toBe(202);
      await world.runJobs();
      expect((await show(id)).status).toBe('undone');
    };
    await undoLarge(first);
    expect(await show(first)).toMatchObject({ entries_staying: 9_000 });
    expect(await show(second)).toMatchObject({ counts: { new: 9_000 }, progress: { total: 9_000 } });
    await undoLarge(second);
    expect(await balance()).toBe('0.00');
  });
});
