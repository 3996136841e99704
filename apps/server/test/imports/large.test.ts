/** Files of a hundred thousand rows, and programs that die while they write them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit } from '../../src/intake/commits/commits.ts';
import { read } from '../../src/intake/readings/readings.ts';
import type { InPieces } from '../../src/intake/readings/readings.ts';
import { STEPS } from '../../src/intake/statements/statements.ts';
import { retreat, undo } from '../../src/intake/undos/undos.ts';
import type { Outward } from '../../src/platform/feature.ts';
import { Problem } from '../../src/platform/problems.ts';
import { makeWorld } from '../world.ts';
import type { World } from '../world.ts';

function table(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_unused, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
    const year = 2000 + (Math.floor(index / 336) % 26);
    return `${day}/${month}/${year},-${(index % 97) + 1}.50,Shop ${index % 300} with a name of some length,Reference ${index}`;
  });
  return new TextEncoder().encode(['Date,Amount,Payee,Reference', ...lines].join('\n'));
}

describe('large files', () => {
  let world: World;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    account = (await world.as('mere').post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const upload = async (rows: number): Promise<string> =>
    (
      await world
        .as('mere')
        .upload('imports/', { name: 'large.csv', bytes: table(rows) }, { account_id: account })
    ).body.id;
  const show = async (id: string) => (await world.as('mere').get(`imports/${id}/`)).body;
  const entries = async () =>
    (
      await world.sql<{ rows: number; lines: number; sum: string }>(
        `select count(*)::int as rows, count(distinct import_line)::int as lines, coalesce(sum(amount_minor), 0)::text as sum
         from transactions`,
      )
    )[0];

  /** Asks for an account over and over while the jobs run; answers how far the import was each time. */
  const watched = async (id: string): Promise<{ status: string; share: number }[]> => {
    const seen: { status: string; share: number }[] = [];
    let isDone = false;
    const jobs = world.runJobs().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      expect((await world.as('mere').get(`accounts/${account}/`)).status).toBe(200);
      const [one] = await world.sql<{ status: string; share: number }>(
        'select status, progress_done::float / greatest(progress_total, 1) as share from imports where id = $1',
        [id],
      );
      if (one && !isDone) seen.push(one);
      await new Promise((go) => setImmediate(go));
    }
    await jobs;
    return seen;
  };

  it('of 100,000 rows are read, judged and committed while others are answered', {
    timeout: 300_000,
  }, async () => {
    const id = await upload(100_000);
    const reading = await watched(id);
    expect(new Set(reading.filter((one) => one.share > 0.5).map((one) => one.share)).size).toBeGreaterThan(3);
    expect(await show(id)).toMatchObject({ status: 'preview', counts: { total: 100_000, new: 100_000 } });
    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    const committing = await watched(id);
    const between = committing.filter((one) => one.status === 'committing' && one.share > 0 && one.share < 1);
    expect(new Set(between.map((one) => one.share)).size).toBeGreaterThan(3);
    expect((await show(id)).status).toBe('committed');
    expect(await entries()).toMatchObject({ rows: 100_000, lines: 100_000 });
  });

  const outward = (): Outward => ({
    messageId: 'test',
    inHousehold: async ({ household, as = world.ids.mere }, work) =>
      await world.program.opener.inHousehold(
        { household, actor: { kind: 'user', userId: as }, origin: { requestId: 'test' } },
        work,
      ),
    outside: async (work) => await world.program.opener.outside({ origin: { requestId: 'test' } }, work),
  });

  /** Pieces that end with a crash, before or after the database has kept the piece. */
  const crashing = (after: number, when: 'before' | 'after', userId = world.ids.mere): InPieces => {
    let pieces = 0;
    const at = {
      household: world.household,
      actor: { kind: 'user' as const, userId },
      origin: { requestId: 'test' },
    };
    return async (work) => {
      pieces += 1;
      const isLast = pieces > after;
      const result = await world.program.opener.inHousehold(at, async (ctx) => {
        const made = await work(ctx);
        if (isLast && when === 'before') throw new Error('the power failed');
        return made;
      });
      if (isLast) throw new Error('the power failed');
      return result;
    };
  };

  it('go on after a crash at any moment, and nothing is doubled or half', { timeout: 120_000 }, async () => {
    const id = await upload(8_500);
    const bothWays = ['before', 'after'] as const;
    for (const when of bothWays)
      for (const after of [0, 1, 2, 3])
        await expect(read(crashing(after, when), id)).rejects.toThrow('the power failed');
    await world.runJobs();
    expect(await show(id)).toMatchObject({ status: 'preview', counts: { total: 8_500, new: 8_500 } });

    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    for (const when of bothWays)
      for (const after of [0, 1])
        await expect(commit(crashing(after, when), id)).rejects.toThrow('the power failed');
    expect((await entries())?.rows).toBeLessThan(8_500);
    expect(await world.brokenInvariants()).toEqual([]);
    await world.runJobs();
    expect(await show(id)).toMatchObject({ status: 'committed', counts: { included: 8_500 } });
    const whole = await entries();
    expect(whole).toMatchObject({ rows: 8_500, lines: 8_500 });
    const [{ balance } = { balance: '' }] = await world.sql<{ balance: string }>(
      'select balance_minor::text as balance from accounts',
    );
    expect(balance).toBe(whole?.sum);

    expect((await world.as('mere').post(`imports/${id}/undo/`)).status).toBe(202);
    for (const when of bothWays)
      await expect(undo(crashing(1, when), id)).rejects.toThrow('the power failed');
    expect(await world.brokenInvariants()).toEqual([]);
    await world.runJobs();
    expect((await show(id)).status).toBe('undone');
    expect(await entries()).toEqual({ rows: 0, lines: 0, sum: '0' });
  });

  it('are doubled by no second worker that takes up a commit while the first still goes on', {
    timeout: 120_000,
  }, async () => {
    const id = await upload(4_500);
    await world.runJobs();
    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    const whole = async (): Promise<void> => {
      await commit(crashing(1_000, 'after'), id);
    };
    await Promise.all([whole(), whole()]);
    expect(await show(id)).toMatchObject({ status: 'committed', counts: { included: 4_500 } });
    expect(await entries()).toMatchObject({ rows: 4_500, lines: 4_500 });
    const [{ share } = { share: 0 }] = await world.sql<{ share: number }>(
      'select progress_done::float / progress_total as share from imports',
    );
    expect(share).toBe(1);
  });

  it('that are refused in the middle of a commit go back to their preview, with the reason', async () => {
    const id = await upload(5_000);
    await world.runJobs();
    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    await expect(commit(crashing(1, 'after'), id)).rejects.toThrow('the power failed');
    expect((await entries())?.rows).toBe(2_000);
    // The account goes while the rest still waits for the worker.
    await world.sql("update accounts set status = 'closed', closed_on = '2026-11-22' where id = $1", [
      account,
    ]);
    await world.runJobs();
    const { status, warnings, available_actions } = await show(id);
    expect([status, available_actions]).toEqual(['preview', ['edit', 'commit', 'discard']]);
    expect(warnings.at(-1)).toMatchObject({ code: 'commit_refused' });
    expect(await entries()).toMatchObject({ rows: 0 });
  });

  it('that go back to their preview get there also when the program dies on the way', async () => {
    const id = await upload(5_000);
    await world.runJobs();
    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    await expect(commit(crashing(1, 'after'), id)).rejects.toThrow('the power failed');
    await expect(retreat(crashing(0, 'after'), id, 'It was refused.')).rejects.toThrow('the power failed');
    expect((await show(id)).status).toBe('committing');
    await world.runJobs();
    expect((await show(id)).status).toBe('preview');
    expect(await entries()).toMatchObject({ rows: 0 });
  });

  it('go on with their commit when the database was away for a moment', async () => {
    const id = await upload(5_000);
    await world.runJobs();
    expect((await world.as('mere').post(`imports/${id}/commit/`)).status).toBe(202);
    let pieces = 0;
    const { inHousehold } = outward();
    const shaky: Outward = {
      ...outward(),
      inHousehold: async (at, work) => {
        pieces += 1;
        if (pieces === 3) throw new Problem('DATABASE_5001', 'The database did not answer in time.');
        return await inHousehold(at, work);
      },
    };
    const payload = { household: world.household, as_user: world.ids.mere, id };
    await expect(STEPS['imports.commit'](shaky, payload)).rejects.toThrow('did not answer');
    expect((await show(id)).status).toBe('committing');
    await world.runJobs();
    expect(await show(id)).toMatchObject({ status: 'committed', counts: { included: 5_000 } });
    expect(await entries()).toMatchObject({ rows: 5_000, lines: 5_000 });
  });

  it('are read once when two workers begin at the same moment', async () => {
    const id = await upload(8_500);
    const { inHousehold } = outward();
    const whole = async () => {
      await read(async (work) => await inHousehold({ household: world.household }, work), id);
    };
    await Promise.all([whole(), whole()]);
    expect(await show(id)).toMatchObject({ status: 'preview', counts: { total: 8_500, new: 8_500 } });
    await world.runJobs();
  });

  it('go back whole when who brought them leaves the household in the middle', async () => {
    const own = await world.as('tama').post('accounts/', { name: 'His', kind: 'checking' });
    const file = { name: 'his.csv', bytes: table(5_000) };
    const id = (await world.as('tama').upload('imports/', file, { account_id: own.body.id })).body.id;
    await world.runJobs();
    expect((await world.as('tama').post(`imports/${id}/commit/`)).status).toBe(202);
    await expect(commit(crashing(1, 'after', world.ids.tama), id)).rejects.toThrow('the power failed');
    expect((await entries())?.rows).toBe(2_000);
    const members = (await world.as('mere').get(`households/${world.household}/members/`)).body.results;
    const place = members.find((one: { user_id: string }) => one.user_id === world.ids.tama).id;
    expect((await world.as('mere').post(`memberships/${place}/deactivate/`)).status).toBe(200);
    await world.runJobs();
    expect(await entries()).toMatchObject({ rows: 0 });
    const [row] = await world.sql<{ status: string }>('select status from imports where id = $1', [id]);
    expect(row?.status).toBe('preview');
  });
});
