import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';

describe('the worker', () => {
  it('starts with the schedule of every feature, and stops when it is told to', async () => {
    const world = await makeWorld();
    const worker = await world.program.worker();
    await worker.stop();
    const rows = await world.sql<{ identifier: string }>(
      'select identifier from graphile_worker._private_known_crontabs order by 1',
    );
    expect(rows.map(({ identifier }) => identifier)).toContain('sessions.forget');
    await world.close();
  });

  it('has nothing to do for a household that is gone, and does not try it again and again', async () => {
    const world = await makeWorld();
    const waiting = async () =>
      await world.sql('select attempts, last_error from graphile_worker._private_jobs');
    await world.as('mere').get('audit/export/');
    expect(await waiting()).toHaveLength(1);
    await world.sql('update households set deleted_at = now() where id = $1', [world.household]);
    await world.runJobs();
    expect(await waiting()).toEqual([]);
    await world.close();
  });
});
