import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { happened } from '../events.ts';
import type { OpenContext } from './context.ts';
import { Problem } from './problems.ts';

const origin = { requestId: 'test' };

/** What the wall lets through at this moment of the transaction. */
async function seen(ctx: OpenContext): Promise<string[]> {
  const rows = await ctx.db.text<{ name: string }>('select name from tags order by name');
  return rows.map((row) => row.name);
}

describe('work in another household of the same transaction', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
    await world.as('mere').post('tags/', { name: 'Ours' });
    await world.as('zed').post('tags/', { name: 'Theirs' });
  });
  afterAll(async () => {
    await world.close();
  });

  const us = (): { household: string; actor: { kind: 'user'; userId: string }; origin: typeof origin } => ({
    household: world.household,
    actor: { kind: 'user', userId: world.ids.mere },
    origin,
  });
  const system = { kind: 'system' } as const;

  it('sees that household and nothing of the first, and the first one again afterwards', async () => {
    await world.program.opener.inHousehold(us(), async (ctx) => {
      expect(await seen(ctx)).toEqual(['Ours']);
      await ctx.within({ household: world.foreign, actor: system }, async (there) => {
        expect(there.household).toBe(world.foreign);
        expect(await seen(there)).toEqual(['Theirs']);
        await there.within({ household: world.household, actor: system }, async (back) => {
          expect(await seen(back)).toEqual(['Ours']);
        });
        expect(await seen(there)).toEqual(['Theirs']);
      });
      expect(await seen(ctx)).toEqual(['Ours']);
    });
  });

  it('is refused with 404 to who has no place in it, and the wall stands where it stood', async () => {
    await world.program.opener.inHousehold(us(), async (ctx) => {
      const stranger = ctx.within(
        { household: world.foreign, actor: ctx.actor },
        async (there) => await seen(there),
      );
      await expect(stranger).rejects.toMatchObject({ code: 'RESOURCE_3001' });
      expect(await seen(ctx)).toEqual(['Ours']);
    });
  });

  it('moves the wall back when the work itself is refused', async () => {
    await world.program.opener.outside({ origin }, async (ctx) => {
      expect(await seen(ctx)).toEqual([]);
      const refused = ctx.within({ household: world.foreign, actor: system }, async () => {
        await Promise.resolve();
        throw new Problem('BUSINESS_4001', 'No.');
      });
      await expect(refused).rejects.toThrow('No.');
      expect(await seen(ctx)).toEqual([]);
    });
  });

  it('writes its own log with its own numbers, and queues its own jobs', async () => {
    const before = await lastSeqs();
    await world.program.opener.inHousehold(us(), async (ctx) => {
      await ctx.within({ household: world.foreign, actor: system }, async (there) => {
        there.emit(happened('tag.changed', { ids: [newId()] }));
        there.enqueue({ job: 'tests.nothing', payload: { household: there.household } });
        await Promise.resolve();
      });
      ctx.emit(happened('tag.changed', { ids: [newId()] }));
    });
    const after = await lastSeqs();
    expect(after).toEqual({ ours: before.ours + 1, theirs: before.theirs + 1 });
    const jobs = await world.sql(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'tests.nothing'`,
    );
    expect(jobs).toEqual([{ payload: { household: world.foreign } }]);
  });

  it('is undone together with the rest', async () => {
    const before = await lastSeqs();
    const failed = world.program.opener.inHousehold(us(), async (ctx) => {
      await ctx.within({ household: world.foreign, actor: system }, async (there) => {
        there.emit(happened('tag.changed', { ids: [newId()] }));
        await Promise.resolve();
      });
      throw new Problem('BUSINESS_4001', 'After all, no.');
    });
    await expect(failed).rejects.toThrow('After all, no.');
    expect(await lastSeqs()).toEqual(before);
  });

  async function lastSeqs(): Promise<{ ours: number; theirs: number }> {
    const rows = await world.sql<{ household_id: string; last_seq: string }>('select * from change_counters');
    const of = (home: string): number => Number(rows.find((row) => row.household_id === home)?.last_seq ?? 0);
    return { ours: of(world.household), theirs: of(world.foreign) };
  }
});
