import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { giveBack } from './worker-lives.ts';

describe('jobs of a worker that was killed', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('go back to the queue when its process is gone, and not before', async () => {
    await world.sql("select graphile_worker.add_job('no.such.job')");
    await world.sql("update graphile_worker._private_jobs set locked_by = 'worker-x', locked_at = now()");
    const holder = await world.program.ground.database.owner.connect();
    await holder.query("select pg_advisory_lock(7426002, hashtext('worker-x'))");
    const locked = async () =>
      (await world.sql('select 1 from graphile_worker.jobs where locked_by is not null')).length;
    await giveBack(world.program.ground);
    expect(await locked()).toBe(1);
    // The end of the connection is the end of the lock, as when a process is killed.
    holder.release(true);
    const client = new pg.Client({ connectionString: world.program.ground.database.ownerUrl });
    await client.connect();
    await client.query("select pg_advisory_lock(7426002, hashtext('worker-x'))");
    await client.query("select pg_advisory_unlock(7426002, hashtext('worker-x'))");
    await client.end();
    await giveBack(world.program.ground);
    expect(await locked()).toBe(0);
  });
});
