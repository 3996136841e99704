import { newId } from '@kinwise/core/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('many entries at once', () => {
  let world: World;
  let account: string;
  let food: string;

  beforeAll(async () => {
    world = await makeWorld();
    account = (await world.as('mere').post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
    food = (await world.as('mere').post('categories/', { name: 'Kai', kind: 'expense' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const create = (amount: string, payee = '') => ({
    op: 'create',
    data: { account_id: account, amount, payee },
  });
  const bulk = async (operations: object[], query = '') =>
    await world.as('mere').post(`transactions/bulk/${query}`, { operations });

  it('are all written or none of them', async () => {
    const before = (await world.as('mere').get(`accounts/${account}/`)).body.balance;
    expect(await bulk([create('1.00'), create('0')])).toMatchObject({
      status: 422,
      body: {
        detail: 'Operation 2: amount: must not be zero',
        errors: [{ pointer: '/operations/1/data/amount', code: 'amount_zero' }],
      },
    });
    expect((await world.as('mere').get(`accounts/${account}/`)).body.balance).toBe(before);
  });

  it('are each answered for themselves where that is asked for', async () => {
    const { body } = await bulk(
      [create('1.00'), create('0'), { op: 'delete', id: newId() }, create('2.00')],
      '?atomic=false',
    );
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([201, 422, 404, 201]);
    expect(body.results[1].problem.error_code).toBe('VALIDATION_2002');
  });

  it('are changed together', async () => {
    const made = (
      await bulk(
        [create('-1.00'), create('-2.00')].map((one) => ({
          ...one,
          data: { ...one.data, status: 'cancelled' },
        })),
      )
    ).body.results;
    const ids = made.map((result: { transaction: { id: string } }) => result.transaction.id);
    const changed = await bulk(
      ids.map((id: string) => ({ op: 'update', id, data: { category_id: food, status: 'completed' } })),
    );
    expect(changed.status).toBe(200);
    expect(
      changed.body.results.every(
        (result: { transaction: { category_id: string } }) => result.transaction.category_id === food,
      ),
    ).toBe(true);
  });

  it('of one payee get their category in one step', async () => {
    const made = (await bulk(Array.from({ length: 5 }, () => create('3.00', 'Dairy')))).body.results;
    const answer = await world
      .as('mere')
      .post(`transactions/${made[0].transaction.id}/categorise/`, { category_id: food, also: 'same_payee' });
    expect(answer.body).toMatchObject({ changed: 5, transaction: { category_id: food } });
  });

  it('that are the same thing are merged, and keep what a person wrote', async () => {
    const mere = world.as('mere');
    const keep = (
      await mere.post('transactions/', { account_id: account, amount: '4.00', payee: 'Bank text' })
    ).body.id;
    const drop = (
      await mere.post('transactions/', {
        account_id: account,
        amount: '4.00',
        notes: 'with Nan',
        category_id: food,
      })
    ).body.id;
    const merged = await mere.post('transactions/merge/', { keep_id: keep, drop_id: drop });
    expect(merged.body).toMatchObject({ payee: 'Bank text', notes: 'with Nan', category_id: food });
    expect((await mere.get(`transactions/${drop}/`)).body.deleted_at).not.toBeNull();
    const other = (await mere.post('transactions/', { account_id: account, amount: '5.00' })).body.id;
    expect((await mere.post('transactions/merge/', { keep_id: keep, drop_id: other })).status).toBe(422);
  });

  const add = async (body: object) =>
    (await world.as('mere').post('transactions/', { account_id: account, amount: '-20.00', ...body })).body;
  const parts = (...ids: (string | undefined)[]) => [
    { id: ids[0], amount: '-5.00' },
    { id: ids[1], amount: '-15.00', category_id: food },
  ];

  it('that are merged keep the parts and tags of both, and are booked where one of them is', async () => {
    const mere = world.as('mere');
    await add({ amount: '100.00' });
    const before = (await mere.get(`accounts/${account}/`)).body.balance;
    const [one, two] = [
      (await mere.post('tags/', { name: 'Camp' })).body.id,
      (await mere.post('tags/', { name: 'Work' })).body.id,
    ];
    const keep = await add({ status: 'pending', tags: [one], category_id: food });
    const drop = await add({ splits: parts(), tags: [one, two], booked_on: '2026-11-20' });
    const merged = await mere.post('transactions/merge/', { keep_id: keep.id, drop_id: drop.id });
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({
      status: 'completed',
      category_id: null,
      booked_on: '2026-11-20',
      splits: parts().map(({ amount }) => ({ amount })),
    });
    const [told] = (await mere.get(`transactions/${keep.id}/history/`)).body.results;
    expect(told.changes.map(({ field }: { field: string }) => field)).toContain('tags');
    expect([...merged.body.tags].sort()).toEqual([one, two].sort());
    const spent = Number(before) - Number((await mere.get(`accounts/${account}/`)).body.balance);
    expect(spent).toBe(20);
    expect((await mere.get(`transactions/${drop.id}/`)).body.splits).toHaveLength(2);
  });

  it('and parts have ids of their own', async () => {
    const mere = world.as('mere');
    const id = newId();
    const entry = await add({ status: 'cancelled' });
    const twice = await mere.post(`transactions/${entry.id}/splits/`, { splits: parts(id, id) });
    expect([twice.status, twice.body.error_code]).toEqual([409, 'RESOURCE_3002']);
    expect((await mere.post(`transactions/${entry.id}/splits/`, { splits: parts(id) })).status).toBe(200);
    const other = await add({ status: 'cancelled' });
    const taken = await mere.patch(`transactions/${other.id}/`, { splits: parts(id) });
    expect([taken.status, taken.body.error_code]).toEqual([409, 'RESOURCE_3002']);
    const again = await mere.post(`transactions/${entry.id}/splits/`, { splits: parts(id) });
    expect(again.body.splits[0].id).toBe(id);
  });

  it('that are split take no category beside their parts', async () => {
    const mere = world.as('mere');
    const entry = await add({ status: 'cancelled', splits: parts() });
    expect(await mere.patch(`transactions/${entry.id}/`, { category_id: food })).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4003', errors: [{ pointer: '/category_id', code: 'split' }] },
    });
    const whole = await mere.patch(`transactions/${entry.id}/`, { category_id: food, splits: [] });
    expect(whole.body).toMatchObject({ category_id: food, splits: [] });
  });

  it('of one payee that come and go do not both go to a category of income', async () => {
    const mere = world.as('mere');
    const pay = (await mere.post('categories/', { name: 'Pay', kind: 'income' })).body.id;
    const [came, went] = [await add({ amount: '20.00', payee: 'Boss' }), await add({ payee: 'Boss' })];
    const answer = await mere.post(`transactions/${came.id}/categorise/`, {
      category_id: pay,
      also: 'same_payee',
    });
    expect(answer.body.changed).toBe(1);
    expect((await mere.get(`transactions/${went.id}/`)).body.category_id).toBeNull();
  });

  it('that turn into spending do not stay in a category of income', async () => {
    const mere = world.as('mere');
    const pay = (await mere.post('categories/', { name: 'Wages', kind: 'income' })).body.id;
    const came = await add({ amount: '20.00', status: 'cancelled', category_id: pay });
    for (const turned of [{ amount: '-20.00' }, { type: 'expense' }]) {
      const refused = (pointer: string) => ({
        status: 422,
        body: { errors: [{ pointer, code: 'category_kind' }] },
      });
      expect(await mere.patch(`transactions/${came.id}/`, turned)).toMatchObject(refused('/category_id'));
      const many = await bulk([{ op: 'update', id: came.id, data: turned }]);
      expect(many).toMatchObject(refused('/operations/0/data/category_id'));
    }
    const sorted = await mere.patch(`transactions/${came.id}/`, { type: 'expense', category_id: food });
    expect(sorted.body).toMatchObject({ amount: '-20.00', category_id: food });
  });

  it('are held to the limit of their account, as each is by itself', async () => {
    const entry = await add({ amount: '-1.00', status: 'cancelled' });
    const data = { amount: '-99999.00', status: 'completed' };
    expect(await bulk([{ op: 'update', id: entry.id, data }])).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4002' },
    });
  });
});
