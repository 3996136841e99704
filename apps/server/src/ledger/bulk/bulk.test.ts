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
    expect((await bulk([create('1.00'), create('0')])).status).toBe(422);
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
});
