/** Two who write at once: the one waits for the other, and then finds another ground than the one it began on. */
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payeeIdFor } from '../src/ledger/payees/payees.ts';
import { emptyTrash } from '../src/ledger/transactions/transactions.ts';
import { heldUp, isHeldUp } from './held-up.ts';
import { makeWorld } from './world.ts';
import type { Answer, Caller, World } from './world.ts';

const ORIGIN = { requestId: 'test' };
const DAY_MS = 86_400_000;

describe('what is written while somebody else', () => {
  let world: World;
  let mere: Caller;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  /** Begins the call while rows are held, waits until it stands before them, changes them, and lets it go on. */
  async function behind<T>(
    hold: [string, unknown[]],
    call: () => Promise<T>,
    change?: [string, unknown[]] | (() => Promise<void>),
  ): Promise<T> {
    const keeper = new Client({ connectionString: world.program.ground.database.ownerUrl });
    await keeper.connect();
    await keeper.query('begin');
    await keeper.query(...hold);
    const answer = call();
    expect(await isHeldUp(world.sql, answer)).toBe(true);
    if (typeof change === 'function') await change();
    else if (change) await keeper.query(...change);
    await keeper.query('commit');
    await keeper.end();
    return await answer;
  }

  const account = async (body: object = {}): Promise<string> =>
    (await mere.post('accounts/', { name: 'Everyday', kind: 'checking', allow_overdraft: true, ...body }))
      .body.id;
  const entry = async (body: object): Promise<Answer['body']> =>
    (await mere.post('transactions/', body)).body;

  it('takes an entry back from the trash stays, though the trash is emptied at that moment', async () => {
    const { id } = await entry({ account_id: await account(), amount: '-5.00' });
    await mere.delete(`transactions/${id}/`);
    world.clock.advance(31 * DAY_MS);
    await behind(
      ['update transactions set deleted_at = null, status = $2 where id = $1', [id, 'cancelled']],
      async () => {
        const at = { household: world.household, actor: { kind: 'system' }, origin: ORIGIN } as const;
        await world.program.opener.inHousehold(at, emptyTrash);
      },
    );
    expect((await mere.get(`transactions/${id}/`)).status).toBe(200);
  });

  it.each(['cancelled', 'failed'])(
    'takes an account back is as private as the account, also an entry that is %s',
    async (status) => {
      const id = await account();
      const made = await behind(
        ['update accounts set private_to = owner_id where id = $1', [id]],
        async () => await entry({ account_id: id, amount: '-5.00', status }),
      );
      const [row] = await world.sql('select private_to from transactions where id = $1', [made.id]);
      expect(row).toEqual({ private_to: world.ids.mere });
    },
  );

  it('deletes an account is refused, also where it moves no balance', async () => {
    const id = await account();
    const answer = await behind(
      ['update accounts set deleted_at = now() where id = $1', [id]],
      async () => await mere.post('transactions/', { account_id: id, amount: '-5.00', status: 'cancelled' }),
    );
    expect(answer.status).toBe(404);
  });

  it('changes the currency of the household is counted in the new one', async () => {
    const id = await account({ currency: 'AUD' });
    await mere.post('exchange-rates/', { base: 'AUD', quote: 'NZD', rate: '1.10', on: '2026-11-01' });
    const made = await behind(
      ['select from households where id = $1 for update', [world.household]],
      async () => await mere.post('transactions/', { account_id: id, amount: '-5.00' }),
      ["update households set currency = 'AUD' where id = $1", [world.household]],
    );
    const [row] = await world.sql('select rate, household_minor::int from transactions where id = $1', [
      made.body.id,
    ]);
    expect(row).toEqual({ rate: null, household_minor: -500 });
  });

  it('runs the jobs of one merge and of the next one follows both, one after the other', async () => {
    const [tama, ids] = [world.as('tama'), [] as string[]];
    for (const name of ['Lollies', 'Sweets', 'Treats'])
      ids.push((await mere.post('categories/', { name, kind: 'expense' })).body.id);
    const [first, second, third] = ids;
    const own = { name: 'Own', kind: 'checking', visibility: 'private', allow_overdraft: true };
    const account_id = (await tama.post('accounts/', own)).body.id;
    const secret = (await tama.post('transactions/', { account_id, amount: '-5.00', category_id: first }))
      .body.id;
    await mere.post(`categories/${first}/merge/`, { into_id: second });
    await mere.post(`categories/${second}/merge/`, { into_id: third });
    await behind(
      ['select from transactions where id = $1 for update', [secret]],
      async () => {
        await world.runJobs();
      },
      async () => {
        await world.runJobs();
      },
    );
    expect((await tama.get(`transactions/${secret}/`)).body.category_id).toBe(third);
  });

  it('takes a category back finds in it what is put there, though the jobs of its merge come late', async () => {
    const [from, into] = [
      (await mere.post('categories/', { name: 'Lollies', kind: 'expense' })).body.id,
      (await mere.post('categories/', { name: 'Sweets', kind: 'expense' })).body.id,
    ];
    await mere.post(`categories/${from}/merge/`, { into_id: into });
    await mere.post(`categories/${from}/restore/`);
    const { id } = await entry({ account_id: await account(), amount: '-5.00', category_id: from });
    await world.runJobs();
    expect((await mere.get(`transactions/${id}/`)).body.category_id).toBe(from);
  });

  it('deletes a merchant belongs to no merchant that is gone', async () => {
    const { id } = (await mere.post('merchants/', { name: 'Cab Co' })).body;
    await world.sql('update payees set merchant_id = null, name_key = $1', ['else']);
    const at = { household: world.household, actor: { kind: 'system' }, origin: ORIGIN } as const;
    const gone = await world.program.opener.inHousehold(at, async (ctx) => {
      await payeeIdFor(ctx, 'Cab Co', null);
      const call = mere.delete(`merchants/${id}/`);
      // Where nothing holds it up, all that follows from it is over before the name is there.
      if (!(await isHeldUp(world.sql, call))) await call.then(async () => await world.runJobs());
      return { call };
    });
    expect((await gone.call).status).toBe(204);
    expect((await mere.post('merchants/', { name: 'Cab Co' })).status).toBe(201);
  });

  it('merges two entries the other way round is refused, and one of them stays', async () => {
    const account_id = await account();
    const [a, b] = [
      (await entry({ account_id, amount: '-5.00', notes: 'a' })).id,
      (await entry({ account_id, amount: '-5.00', notes: 'b' })).id,
    ];
    const merge = async (keep_id: string, drop_id: string): Promise<number> =>
      (await mere.post('transactions/merge/', { keep_id, drop_id })).status;
    const ends = await behind(
      ['select from transactions where id = any($1) for update', [[a, b]]],
      async () => await Promise.all([merge(a, b), merge(b, a)]),
      async () => {
        await heldUp(world.sql, 2);
      },
    );
    expect(ends.sort()).toEqual([200, 404]);
    expect((await mere.get('transactions/')).body.results).toHaveLength(1);
  });

  it.each([
    ['categories', { kind: 'expense' }],
    ['merchants', {}],
  ])('merges two %s the other way round is refused, and one of them stays', async (what, body) => {
    const [a = '', b = ''] = [
      (await mere.post(`${what}/`, { name: 'Sweets', ...body })).body.id,
      (await mere.post(`${what}/`, { name: 'Lollies', ...body })).body.id,
    ];
    const merge = async (from: string, into_id: string): Promise<number> =>
      (await mere.post(`${what}/${from}/merge/`, { into_id })).status;
    const ends = await behind(
      [`select from ${what} where id = any($1) for update`, [[a, b]]],
      async () => await Promise.all([merge(a, b), merge(b, a)]),
      async () => {
        await heldUp(world.sql, 2);
      },
    );
    expect(ends.filter((status) => status === 200)).toHaveLength(1);
    expect(ends.filter((status) => [404, 412, 422].includes(status))).toHaveLength(1);
    expect((await mere.get(`${what}/`)).body.results).toHaveLength(1);
  });

  it('makes a merchant with the same alias has it, and the other one is refused', async () => {
    await entry({ account_id: await account(), amount: '-5.00', payee: 'CAB 0123' });
    const make = async (name: string): Promise<number> =>
      (await mere.post('merchants/', { name, aliases: ['CAB 0123'] })).status;
    const ends = await behind(
      ["select from payees where name = 'CAB 0123' for update", []],
      async () => await Promise.all([make('Cab Co'), make('Taxi Ltd')]),
      async () => {
        await heldUp(world.sql, 2);
      },
    );
    expect(ends.sort()).toEqual([201, 409]);
    const { results } = (await mere.get('merchants/')).body;
    expect(results).toHaveLength(1);
    expect(results[0].aliases.map((one: { name: string }) => one.name)).toContain('CAB 0123');
  });

  it('changes an entry is not overwritten by a rule that was asked about it before', async () => {
    const { id } = await entry({ account_id: await account(), amount: '-5.00', payee: 'Shop' });
    const rule = await mere.post('rules/', {
      name: 'Shops',
      match: 'all',
      conditions: [{ field: 'payee', op: 'is', value: 'Shop' }],
      actions: [{ kind: 'set_notes', value: 'By the rule' }],
    });
    const done = await behind(
      ["update transactions set notes = 'By hand', version = version + 1 where id = $1", [id]],
      async () => await mere.post(`rules/${rule.body.id}/apply/`, {}),
    );
    expect(done.body).toMatchObject({ matched: 1, changed: 0, skipped: 1 });
    expect((await mere.get(`transactions/${id}/`)).body.notes).toBe('By hand');
  });
});
