import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

describe('categories that go', () => {
  let world: World;
  let shared: string;
  let hidden: string;
  beforeAll(async () => {
    world = await makeWorld();
    const account = {
      name: 'Everyday',
      kind: 'checking',
      opening_balance: '5000.00',
      opened_on: '2026-01-01',
    };
    shared = (await world.as('mere').post('accounts/', account)).body.id;
    hidden = (await world.as('tama').post('accounts/', { ...account, visibility: 'private' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const category = async (name: string, more: object = {}) =>
    (await world.as('mere').post('categories/', { name, ...more })).body.id as string;
  const spend = async (category_id: string, more: object = {}, person: Person = 'mere') =>
    (
      await world.as(person).post('transactions/', {
        account_id: person === 'tama' ? hidden : shared,
        occurred_on: '2026-11-20',
        amount: '-10.00',
        category_id,
        ...more,
      })
    ).body;
  const show = async (id: string, person: Person = 'mere') =>
    (await world.as(person).get(`transactions/${id}/`)).body;
  const usage = async (id: string) =>
    (await world.as('mere').get('categories/usage/')).body.results.find(
      (row: { category_id: string }) => row.category_id === id,
    );

  it('leave their entries readable when they are deleted, and take no more', async () => {
    const mere = world.as('mere');
    const gone = await category('Smoking');
    const entry = await spend(gone);
    expect((await mere.delete(`categories/${gone}/`)).status).toBe(204);
    expect((await mere.get('categories/')).body.results).toEqual([]);
    expect((await mere.get('categories/?deleted=true')).body.results).toMatchObject([
      { id: gone, name: 'Smoking', is_archived: true, transactions_count: 1, available_actions: ['restore'] },
    ]);
    expect((await show(entry.id)).category_id).toBe(gone);
    const more = { account_id: shared, amount: '-1.00', category_id: gone, occurred_on: '2026-11-20' };
    expect(await mere.post('transactions/', more)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/category_id', code: 'category_deleted' }] },
    });
    const told = await world.sql<{ op: string }>(
      "select op from changes where event = 'category.deleted' and $1 = any(ids)",
      [gone],
    );
    expect(told).toEqual([{ op: 'put' }]);
    expect((await mere.post(`categories/${gone}/restore/`)).body).toMatchObject({ is_archived: false });
    await mere.delete(`categories/${gone}/`);
  });

  it('free their name, so that one that comes back has to find another', async () => {
    const mere = world.as('mere');
    const old = await category('Lotto');
    await mere.delete(`categories/${old}/`);
    await category('Lotto');
    expect(await mere.post(`categories/${old}/restore/`)).toMatchObject({ status: 409 });
  });

  it('give their entries, splits, totals and merchants to the one that takes over', async () => {
    const mere = world.as('mere');
    const from = await category('Taxi');
    const to = await category('Transport');
    const whole = await spend(from);
    const split = await spend(from, {
      category_id: null,
      splits: [
        { category_id: from, amount: '-4.00' },
        { category_id: to, amount: '-6.00' },
      ],
    });
    const merchant = (await mere.post('merchants/', { name: 'Cab Co', default_category_id: from })).body;
    expect(await usage(from)).toEqual({
      category_id: from,
      count: 2,
      total: '-14.00',
      last_used_on: '2026-11-20',
    });
    expect((await mere.delete(`categories/${from}/?reassign_to=${to}`)).status).toBe(204);
    expect((await show(whole.id)).category_id).toBe(to);
    expect((await show(split.id)).splits.map((part: { category_id: string }) => part.category_id)).toEqual([
      to,
      to,
    ]);
    expect((await mere.get(`merchants/${merchant.id}/`)).body.default_category_id).toBe(to);
    expect(await usage(to)).toMatchObject({ count: 3, total: '-20.00' });
    expect(await usage(from)).toBeUndefined();
  });

  it('reach entries of private accounts too, without showing them to who merges', async () => {
    const from = await category('Gifts');
    const to = await category('Giving');
    const secret = await spend(from, {}, 'tama');
    expect((await world.as('mere').post(`categories/${from}/merge/`, { into_id: to })).status).toBe(200);
    expect((await show(secret.id, 'tama')).category_id).toBe(from);
    await world.runJobs();
    expect((await show(secret.id, 'tama')).category_id).toBe(to);
    const told = await world.sql<{ private_to: string | null }>(
      "select private_to from changes where entity = 'transaction' and $1 = any(ids)",
      [secret.id],
    );
    expect(new Set(told.map((row) => row.private_to))).toEqual(new Set([world.ids.tama]));
    expect((await show(secret.id, 'mere')).category_id).toBeUndefined();
  });

  /** A file names a payee that was sorted three times: an entry with a question, not with a category. */
  const propose = async (payee: string, category_id: string, person: Person = 'mere') => {
    for (let n = 0; n < 3; n += 1) await spend(category_id, { payee, amount: `-${n + 1}.50` }, person);
    const bytes = new TextEncoder().encode(
      `Date,Amount,Payee\n2026-11-20,-${payee.length}.90,${payee} North\n`,
    );
    const account_id = person === 'tama' ? hidden : shared;
    const { id } = (
      await world.as(person).upload('imports/', { name: `${payee}.csv`, bytes }, { account_id })
    ).body;
    await world.as(person).post(`imports/${id}/commit/`);
    await world.runJobs();
    const found = (await world.as(person).get(`transactions/?import_id=${id}`)).body.results[0];
    expect(found).toMatchObject({ category_id: null, needs_review: true, proposed: { category_id } });
    return found as { id: string; version: number };
  };
  const changesOf = async (id: string) =>
    await world.sql<{ private_to: string | null }>(
      "select private_to from changes where event = 'transaction.changed' and $1 = any(ids)",
      [id],
    );

  it('leave what they were proposed for to the one that takes over, so that a Yes is taken', async () => {
    const mere = world.as('mere');
    for (const [way, payee] of [
      ['merge', 'Dairy'],
      ['delete', 'Bakehouse'],
    ] as const) {
      const from = await category(`Snacks ${way}`);
      const to = await category(`Treats ${way}`);
      const asked = await propose(payee, from);
      const done =
        way === 'merge'
          ? await mere.post(`categories/${from}/merge/`, { into_id: to })
          : await mere.delete(`categories/${from}/?reassign_to=${to}`);
      expect(done.status).toBeLessThan(300);
      const now = await show(asked.id);
      expect(now).toMatchObject({ category_id: null, needs_review: true, proposed: { category_id: to } });
      expect(now.version).toBeGreaterThan(asked.version);
      expect(await changesOf(asked.id)).toHaveLength(1);
      const yes = { category_id: now.proposed.category_id };
      expect((await mere.patch(`transactions/${asked.id}/`, yes)).body).toMatchObject({ category_id: to });
    }
  });

  it('are proposed no more when nothing takes over, not even in private accounts', async () => {
    const gone = await category('Cigars');
    const asked = await propose('Tobacconist', gone);
    const secret = await propose('Humidor', gone, 'tama');
    await world.as('mere').delete(`categories/${gone}/`);
    expect(await show(asked.id)).toMatchObject({ category_id: null, proposed: null });
    expect(await changesOf(asked.id)).toHaveLength(1);
    await world.runJobs();
    expect(await show(secret.id, 'tama')).toMatchObject({ category_id: null, proposed: null });
    expect(await changesOf(secret.id)).toEqual([{ private_to: world.ids.tama }]);
  });

  it('bring what stands below them when they are merged', async () => {
    const from = await category('Motoring');
    const petrol = await category('Petrol', { parent_id: from });
    const to = await category('Car');
    await world.as('mere').post(`categories/${from}/merge/`, { into_id: to });
    expect((await world.as('mere').get(`categories/${petrol}/`)).body).toMatchObject({
      path: 'Car › Petrol',
      depth: 2,
    });
  });

  it('are not merged where their children would stand too deep, twice, or below themselves', async () => {
    const mere = world.as('mere');
    const from = await category('House');
    const repairs = await category('Repairs', { parent_id: from });
    const deep = await category('Third', {
      parent_id: await category('Second', { parent_id: await category('Top') }),
    });
    const twin = await category('Home');
    await category('Repairs', { parent_id: twin });
    expect(await mere.post(`categories/${from}/merge/`, { into_id: deep })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/into_id', code: 'too_deep' }] },
    });
    expect((await mere.post(`categories/${from}/merge/`, { into_id: twin })).status).toBe(409);
    expect((await mere.post(`categories/${from}/merge/`, { into_id: repairs })).status).toBe(422);
    expect((await mere.post(`categories/${from}/merge/`, { into_id: from })).status).toBe(422);
  });

  it('are not deleted over the heads of those below them', async () => {
    const top = await category('Hobby');
    await category('Chess', { parent_id: top });
    expect(await world.as('mere').delete(`categories/${top}/`)).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3005', detail: expect.stringContaining('Chess') },
    });
  });

  it('go to one that allows their kind, lives, and is of this household', async () => {
    const mere = world.as('mere');
    const spending = await category('Fees');
    const income = await category('Wages', { kind: 'income' });
    const foreign = (await world.as('zed').post('categories/', { name: 'Theirs' })).body.id;
    for (const [target, code] of [
      [income, 'category_kind'],
      [foreign, 'category_unknown'],
      [spending, 'same'],
    ]) {
      expect(await mere.delete(`categories/${spending}/?reassign_to=${target}`)).toMatchObject({
        status: 422,
        body: { errors: [{ code }] },
      });
    }
    expect((await world.as('zed').delete(`categories/${spending}/`)).status).toBe(404);
    expect((await world.as('kiri').delete(`categories/${spending}/`)).status).toBe(403);
  });

  it('that hold spending do not become ones of income', async () => {
    const mere = world.as('mere');
    const spending = await category('Tools');
    await spend(spending);
    expect(await mere.patch(`categories/${spending}/`, { kind: 'income' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/kind', code: 'in_use' }] },
    });
  });
});
