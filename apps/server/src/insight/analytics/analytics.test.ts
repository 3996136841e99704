import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('analytics', () => {
  let world: World;
  let everyday: string;
  let food: string;
  let coffee: string;

  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    everyday = (
      await mere.post('accounts/', { name: 'Everyday', kind: 'checking', opening_balance: '500.00' })
    ).body.id;
    food = (await mere.post('categories/', { name: 'Kai', kind: 'expense' })).body.id;
    coffee = (await mere.post('categories/', { name: 'Coffee', kind: 'expense', parent_id: food })).body.id;
    const add = async (amount: string, occurred_on: string, more: object = {}) =>
      await mere.post('transactions/', { account_id: everyday, amount, occurred_on, ...more });
    await add('2000.00', '2026-11-18', { payee: 'Salary' });
    await add('-60.00', '2026-11-19', { category_id: food });
    await add('-5.50', '2026-11-20', { category_id: coffee });
    await add('-40.00', '2026-10-05', { category_id: food });
    await add('-10.00', '2026-11-21', {
      splits: [
        { amount: '-4.00', category_id: coffee },
        { amount: '-6.00', category_id: food },
      ],
    });
    await add('-99.00', '2026-11-21', { category_id: food, status: 'pending' });
  });
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  it('sum categories by month, splits by their parts, and leave pending entries out', async () => {
    const { body } = await world.as('mere').get('analytics/category-breakdown/?from=2026-10&to=2026-11');
    const of = (id: string | null, kind: string) =>
      body.rows.find(
        (row: { category_id: string | null; kind: string }) => row.category_id === id && row.kind === kind,
      )?.amounts;
    expect(of(food, 'expense')).toEqual(['-40.00', '-66.00']);
    expect(of(coffee, 'expense')).toEqual(['0.00', '-9.50']);
    expect(of(null, 'income')).toEqual(['0.00', '2000.00']);
  });

  it('follow every change of an entry', async () => {
    const mere = world.as('mere');
    const spent = async () =>
      (await mere.get('analytics/cash-flow/?from=2026-09&to=2026-09')).body.months[0].expense;
    const { id } = (
      await mere.post('transactions/', {
        account_id: everyday,
        amount: '-7.00',
        occurred_on: '2026-09-01',
        category_id: food,
      })
    ).body;
    expect(await spent()).toBe('-7.00');
    await mere.patch(`transactions/${id}/`, { amount: '-8.00' });
    expect(await spent()).toBe('-8.00');
    await mere.patch(`transactions/${id}/`, { occurred_on: '2026-08-31' });
    expect(await spent()).toBe('0.00');
    await mere.patch(`transactions/${id}/`, { occurred_on: '2026-09-02', status: 'cancelled' });
    expect(await spent()).toBe('0.00');
    await mere.patch(`transactions/${id}/`, { status: 'completed' });
    await mere.delete(`transactions/${id}/`);
    expect(await spent()).toBe('0.00');
  });

  it('show on the first screen what there is, what is left until pay day, and what waits', async () => {
    const { body } = await world.as('mere').get('analytics/dashboard/');
    expect(body).toMatchObject({
      today: '2026-11-22',
      net_worth: '2384.50',
      balances: { everyday: '2384.50' },
      pay: {
        period: { starts_on: '2026-11-18', ends_on: '2026-12-01' },
        next_pay_on: '2026-12-02',
        days_left: 10,
        spent: '-75.50',
        left_a_day: '238.45',
      },
      month: { income: '2000.00', expense: '-75.50' },
    });
    expect(body.needs_you).toContainEqual(expect.objectContaining({ kind: 'uncategorised', count: 1 }));
    expect(body.cash_flow).toHaveLength(12);
  });

  it('give net worth at the end of each day', async () => {
    const { body } = await world.as('mere').get('analytics/net-worth/?from=2026-11-17&to=2026-11-20');
    expect(body.points.map((point: { amount: string }) => point.amount)).toEqual([
      '460.00',
      '2460.00',
      '2400.00',
      '2394.50',
    ]);
  });

  it('keep single entries of private accounts out of net worth by day, though their sum counts today', async () => {
    const [mere, tama] = [world.as('mere'), world.as('tama')];
    const worth = async () =>
      (await mere.get('analytics/net-worth/?from=2026-11-17&to=2026-11-22')).body.points;
    const before = await worth();
    const own = { name: 'Own', kind: 'checking', opening_balance: '300.00', opened_on: '2026-01-01' };
    const sum = { visibility: 'private', count_in_totals: true };
    const account_id = (await tama.post('accounts/', { ...own, ...sum })).body.id;
    await tama.post('transactions/', { account_id, amount: '-45.00', occurred_on: '2026-11-20' });
    expect(await worth()).toEqual(before);
    const summary = (await mere.get('accounts/summary/')).body;
    expect(summary.private_others).toEqual([{ currency: 'NZD', amount: '255.00' }]);
    const today = (await mere.get('analytics/dashboard/')).body.net_worth;
    expect(Number(today)).toBe(Number(before.at(-1).amount) + 255);
    expect(today).toBe(summary.net_worth.amount);
  });

  it('refuse months and days that make no sense', async () => {
    const mere = world.as('mere');
    for (const path of [
      'category-breakdown/?from=2026-13',
      'cash-flow/?from=2026-11&to=2026-10',
      'net-worth/?from=2026-02-30',
      'net-worth/?from=1970-01-01',
    ]) {
      expect([400, 422], path).toContain((await mere.get(`analytics/${path}`)).status);
    }
  });
});
