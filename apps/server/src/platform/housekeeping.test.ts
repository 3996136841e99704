import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { MEASURE, sweep } from './housekeeping.ts';

const DAY_MS = 86_400_000;

describe('housekeeping', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('keeps the answer to a repeated call for 30 days, and no longer', async () => {
    const key = { 'idempotency-key': newId() };
    const post = async () => await world.as('mere').post('tags/', { name: 'Kept' }, key);
    const first = await post();
    const run = async () => await world.program.opener.outside({ origin: { requestId: 'test' } }, sweep);
    world.clock.advance(29 * DAY_MS);
    await run();
    expect((await post()).body.id).toBe(first.body.id);
    world.clock.advance(2 * DAY_MS);
    await run();
    expect((await post()).status).toBe(409);
  });

  it('has the database look at its sizes when it is asked to, so that statements are planned for them', async () => {
    const analysed = async () =>
      await world.sql(
        `select relname from pg_stat_user_tables where relname = 'tags' and last_analyze is not null`,
      );
    expect(await analysed()).toEqual([]);
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      await Promise.resolve(ctx.enqueue({ job: MEASURE, payload: {}, key: MEASURE }));
    });
    await world.runJobs();
    await world.sql('select pg_stat_clear_snapshot()');
    expect(await analysed()).toHaveLength(1);
  });
});
