import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('filters of entries', () => {
  let world: World;
  let everyday: string;

  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    const account = async (body: object): Promise<string> =>
      (await mere.post('accounts/', { kind: 'cash', opening_balance: '90000', ...body })).body.id;
    everyday = await account({ name: 'Everyday' });
    const yen = await account({ name: 'Yen', currency: 'JPY' });
    await mere.post('exchange-rates/', { base: 'JPY', quote: 'NZD', on: '2026-11-01', rate: '0.0115' });
    for (const [account_id, amount, memo] of [
      [everyday, '-12.00', '50% off'],
      [everyday, '-1200.00', '500 off'],
      [yen, '-1200', 'a_b'],
      [yen, '-12', 'acb'],
    ])
      expect((await mere.post('transactions/', { account_id, amount, memo, payee: 'Shop 0' })).status).toBe(
        201,
      );
  });
  afterAll(async () => {
    await world.close();
  });

  const found = async (query: string): Promise<string[]> => {
    const answer = await world.as('mere').get(`transactions/?${query}&totals=true`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body._meta.totals.count).toBe(answer.body.results.length);
    return answer.body.results
      .map((row: { amount: string; currency: string }) => `${row.amount} ${row.currency}`)
      .sort();
  };

  it('take an amount as it is written in the currency of each account', async () => {
    expect(await found('q=1200')).toEqual(['-1200 JPY', '-1200.00 NZD']);
    expect(await found('q=12.00')).toEqual(['-12 JPY', '-12.00 NZD']);
    expect(await found('q=12.50')).toEqual([]);
    expect(await found('amount__lte=-1000')).toEqual(['-1200 JPY', '-1200.00 NZD']);
    expect(await found('amount__gte=-12.50&amount__lte=0')).toEqual(['-12 JPY', '-12.00 NZD']);
    expect(await found('amount__gte=-11.99&amount__lte=0')).toEqual([]);
    const refused = await world.as('mere').get('transactions/?amount__gte=1.234');
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'amount_precision' }] } });
  });

  it('look for per cent and underscore themselves', async () => {
    expect(await found('memo__contains=50%25')).toEqual(['-12.00 NZD']);
    expect(await found('memo__contains=a_b')).toEqual(['-1200 JPY']);
    expect(await found('q=50%25')).toEqual(['-12.00 NZD']);
    expect(await found('payee__contains=%25')).toEqual([]);
    expect(await found('payee__contains=p_0')).toEqual([]);
    expect(await found('q=p_0')).toEqual([]);
    expect(await found('payee__contains=p%200')).toHaveLength(4);
  });

  it('hold together where one names a thing and another several, and where one is said to be false', async () => {
    const mere = world.as('mere');
    const make = async (what: string, name: string): Promise<string> =>
      (await mere.post(`${what}/`, { name })).body.id;
    const [food, fun] = [await make('categories', 'Food'), await make('categories', 'Fun')];
    const [red, blue] = [await make('tags', 'Red'), await make('tags', 'Blue')];
    for (const [amount, category_id, tag] of [
      ['-1.01', food, red],
      ['-1.02', fun, blue],
    ])
      await mere.post('transactions/', { account_id: everyday, amount, category_id, tags: [tag] });
    expect(await found(`category_id=${food}&category_id__in=${food},${fun}`)).toEqual(['-1.01 NZD']);
    expect(await found(`category_id=${food}&category_id__in=${fun}`)).toEqual([]);
    expect(await found(`tag_id=${blue}&tag_id__in=${red},${blue}`)).toEqual(['-1.02 NZD']);
    expect(await found('uncategorised=false')).toEqual(['-1.01 NZD', '-1.02 NZD']);
    expect(await found('uncategorised=true&amount__gte=-12')).toEqual(['-12 JPY', '-12.00 NZD']);
  });

  it('miss nothing when more payees have the text in their name than are handed on', async () => {
    const mere = world.as('mere');
    const lines = Array.from({ length: 2100 }, (_, at) => `2026-11-02,-1.00,Shop ${at}`);
    const bytes = new TextEncoder().encode(['Date,Amount,Payee', ...lines].join('\n'));
    const { id } = (await mere.upload('imports/', { name: 'shops.csv', bytes }, { account_id: everyday }))
      .body;
    await mere.post(`imports/${id}/commit/`);
    await world.runJobs();
    expect((await mere.get(`imports/${id}/`)).body.status).toBe('committed');
    for (const filter of ['q=shop', 'payee__contains=shop']) {
      const answer = await mere.get(`transactions/?${filter}&totals=true&page_size=1`);
      expect(answer.body._meta.totals.count, filter).toBe(2104);
    }
  });

  it('sum what is booked, as the figures of the month do, and what is pending apart', async () => {
    const mere = world.as('mere');
    for (const [status, amount] of [
      ['completed', '-10.00'],
      ['completed', '25.00'],
      ['pending', '-3.00'],
      ['pending', '2.00'],
      ['failed', '-500.00'],
      ['cancelled', '700.00'],
    ])
      await mere.post('transactions/', { account_id: everyday, amount, status, occurred_on: '2026-03-05' });
    const totalsOf = async (filter: string): Promise<object> =>
      (await mere.get(`transactions/?occurred_on=2026-03-05&totals=true${filter}`)).body._meta.totals;
    const { months } = (await mere.get('analytics/cash-flow/?from=2026-03&to=2026-03')).body;
    const booked = { income: '25.00', expense: '-10.00' };
    const pending = { count: 2, income: '2.00', expense: '-3.00' };
    expect(months[0]).toMatchObject(booked);
    expect(await totalsOf('')).toEqual({ count: 6, ...booked, pending, currency: 'NZD' });
    const none = { income: '0.00', expense: '0.00' };
    expect(await totalsOf('&status=pending')).toEqual({ count: 2, ...none, pending, currency: 'NZD' });
    expect(await totalsOf('&status=failed')).toMatchObject({
      count: 1,
      ...none,
      pending: { count: 0, ...none },
    });
  });

  it('sum of a split entry what is in the category, as the month by category does', async () => {
    const mere = world.as('mere');
    const make = async (name: string, parent_id?: string): Promise<string> =>
      (await mere.post('categories/', { name, parent_id })).body.id;
    const home = await make('Home');
    const [tools, toys] = [await make('Tools', home), await make('Toys')];
    const made = await mere.post('transactions/', {
      account_id: everyday,
      amount: '-50.00',
      occurred_on: '2026-04-05',
      splits: [
        { category_id: tools, amount: '-30.00' },
        { category_id: toys, amount: '-15.00' },
        { amount: '-5.00' },
      ],
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const totalsOf = async (filter: string): Promise<object> =>
      (await mere.get(`transactions/?occurred_on=2026-04-05&totals=true${filter}`)).body._meta.totals;
    const { rows } = (await mere.get('analytics/category-breakdown/?from=2026-04&to=2026-04')).body;
    const ofTools = rows.find((row: { category_id: string }) => row.category_id === tools);
    expect(await totalsOf(`&category_id=${tools}`)).toMatchObject({ count: 1, expense: ofTools.total });
    expect(await totalsOf(`&category_id=${home}`)).toMatchObject({ count: 1, expense: '-30.00' });
    expect(await totalsOf(`&category_id__in=${home},${toys}`)).toMatchObject({ expense: '-45.00' });
    expect(await totalsOf('')).toMatchObject({ count: 1, income: '0.00', expense: '-50.00' });
  });
});
