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

  it('ends a large import of a household that is gone, which it would read in pieces', async () => {
    const world = await makeWorld();
    const mere = world.as('mere');
    const account_id = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
    const lines = Array.from({ length: 14_000 }, (_, at) => `2026-11-02,-1.00,A shop of ours ${at}`);
    const bytes = new TextEncoder().encode(['Date,Amount,Payee', ...lines].join('\n'));
    await mere.upload('imports/', { name: 'large.csv', bytes }, { account_id });
    const waiting = async () => await world.sql('select last_error from graphile_worker._private_jobs');
    expect(await waiting()).toEqual([{ last_error: null }]);
    await world.sql('update households set deleted_at = now() where id = $1', [world.household]);
    await world.runJobs();
    expect(await waiting()).toEqual([]);
    await world.close();
  });
});
