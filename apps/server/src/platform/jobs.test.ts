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
});
