import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('currencies', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('are listed with their decimals, sign and name', async () => {
    const { body } = await world.as('mere').get('currencies/');
    const of = (code: string) => body.results.find((row: { code: string }) => row.code === code);
    expect(of('NZD')).toEqual({ code: 'NZD', exponent: 2, symbol: '$', name: 'New Zealand Dollar' });
    expect(of('JPY')).toMatchObject({ exponent: 0 });
    expect(of('JOD')).toMatchObject({ exponent: 3 });
  });
});

describe('exchange rates', () => {
  let world: World;
  const convert = async (query: string) => await world.as('mere').get(`exchange-rates/convert/?${query}`);
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('are set for a day, corrected and deleted, each with an audit entry and a change', async () => {
    const mere = world.as('mere');
    const made = await mere.post('exchange-rates/', {
      base: 'CHF',
      quote: 'NZD',
      on: '2026-11-20',
      rate: '1.90',
    });
    expect(made).toMatchObject({ status: 201, body: { rate: '1.9', source: 'manual', version: 1 } });
    const path = `exchange-rates/${made.body.id}/`;
    expect(await mere.patch(path, { rate: '1.91' }, { 'if-match': '"v1"' })).toMatchObject({
      status: 200,
      body: { rate: '1.91', version: 2 },
    });
    expect((await mere.patch(path, { rate: '1.92' }, { 'if-match': '"v1"' })).status).toBe(412);
    expect((await mere.delete(path)).status).toBe(204);
    expect((await mere.get(path)).status).toBe(404);
    const log = await world.sql<{ op: string }>('select op from changes where $1 = any(ids) order by seq', [
      made.body.id,
    ]);
    expect(log.map((row) => row.op)).toEqual(['put', 'put', 'delete']);
  });

  it('have one value a day and pair', async () => {
    const mere = world.as('mere');
    const body = { base: 'SEK', quote: 'NZD', on: '2026-11-20', rate: '0.16' };
    await mere.post('exchange-rates/', body);
    expect(await mere.post('exchange-rates/', body)).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002', errors: [{ pointer: '/on' }] },
    });
  });

  it('hold from their day on, turn round and go across the household’s currency', async () => {
    const mere = world.as('mere');
    await mere.post('exchange-rates/', { base: 'USD', quote: 'NZD', on: '2026-03-02', rate: '1.6' });
    await mere.post('exchange-rates/', { base: 'USD', quote: 'NZD', on: '2026-03-09', rate: '1.7' });
    await mere.post('exchange-rates/', { base: 'NZD', quote: 'JPY', on: '2026-03-04', rate: '90' });
    expect(await convert('base=USD&on=2026-03-08&amount=-10.05')).toMatchObject({
      status: 200,
      body: { quote: 'NZD', rate: '1.6', rate_on: '2026-03-02', way: 'direct', converted: '-16.08' },
    });
    expect((await convert('base=NZD&quote=USD&on=2026-03-02&amount=16')).body).toMatchObject({
      way: 'inverse',
      converted: '10.00',
    });
    expect((await convert('base=USD&quote=JPY&on=2026-03-10&amount=1.00')).body).toMatchObject({
      way: 'across',
      across: 'NZD',
      rate: '153',
      rate_on: '2026-03-04',
      converted: '153',
    });
    expect(await convert('base=USD&on=2026-03-01')).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4009' },
    });
  });

  it('are taken from a central bank’s table, for the currencies asked for, and taken again without a change', async () => {
    const file = {
      name: 'eurofxref-hist.csv',
      bytes: bytes(
        'Date,AUD,NZD,USD,TRY,\n2026-06-02,1.65,1.8,1.1,N/A,\n2026-06-01,1.64,1.79,1.09,44,\nnonsense,1,2,3,4,\n',
      ),
    };
    const read = await world.as('mere').upload('exchange-rates/upload/', file, { currencies: 'NZD,AUD' });
    expect(read).toMatchObject({
      status: 200,
      body: {
        read: 7,
        kept: 4,
        changed: 4,
        skipped: 1,
        warnings: [{ line: 4 }],
        first_on: '2026-06-01',
        last_on: '2026-06-02',
        currencies: ['AUD', 'EUR', 'NZD'],
      },
    });
    expect((await convert('base=AUD&on=2026-06-02&amount=165')).body).toMatchObject({
      way: 'across',
      across: 'EUR',
      converted: '180.00',
    });
    const again = await world.as('mere').upload('exchange-rates/upload/', file, { currencies: 'NZD,AUD' });
    expect(again.body).toMatchObject({ kept: 4, changed: 0 });
  });

  it('refuse a file that is no table of rates, and keep nothing of it', async () => {
    const file = { name: 'statement.csv', bytes: bytes('Date,Amount\n2026-06-01,4.50\n') };
    expect(await world.as('mere').upload('exchange-rates/upload/', file)).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4006' },
    });
  });

  it('come in pages, newest day first, and back again', async () => {
    const mere = world.as('mere');
    for (let day = 1; day <= 5; day += 1) {
      await mere.post('exchange-rates/', {
        base: 'FJD',
        quote: 'NZD',
        on: `2026-01-0${day}`,
        rate: `0.7${day}`,
      });
    }
    const first = await mere.get('exchange-rates/?base=FJD&page_size=2');
    expect(first.body.results.map((row: { on: string }) => row.on)).toEqual(['2026-01-05', '2026-01-04']);
    const second = await mere.get(
      `exchange-rates/?base=FJD&page_size=2&cursor=${first.body._meta.next_cursor}`,
    );
    expect(second.body.results.map((row: { on: string }) => row.on)).toEqual(['2026-01-03', '2026-01-02']);
    const back = await mere.get(
      `exchange-rates/?base=FJD&page_size=2&cursor=${second.body._meta.previous_cursor}`,
    );
    expect(back.body.results).toEqual(first.body.results);
    expect((await mere.get('exchange-rates/?base=FJD&on=2026-01-03')).body.results).toHaveLength(1);
  });

  it('belong to their household, and are set by those who keep its lists', async () => {
    const rate = { base: 'USD', quote: 'NZD', on: '2026-11-01', rate: '1.7' };
    const made = await world.as('sam').post('exchange-rates/', rate);
    expect(made.status).toBe(201);
    expect((await world.as('olive').post('exchange-rates/', { ...rate, on: '2026-11-02' })).status).toBe(403);
    expect((await world.as('zed').get(`exchange-rates/${made.body.id}/`)).status).toBe(404);
    expect((await world.as('zed').get('exchange-rates/')).body.results).toEqual([]);
  });

  it.each<[object, string]>([
    [{ base: 'USD', quote: 'USD', on: '2026-11-01', rate: '1' }, '/quote'],
    [{ base: 'XXX', quote: 'NZD', on: '2026-11-01', rate: '1' }, '/base'],
    [{ base: 'USD', quote: 'NZD', on: '2026-02-30', rate: '1' }, '/on'],
    ...['0', '-1', '1e3', '1,5', '٣', '0.00000000001', '99999999999999'].map((rate): [object, string] => [
      { base: 'USD', quote: 'NZD', on: '2026-11-01', rate },
      '/rate',
    ]),
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await world.as('mere').post('exchange-rates/', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('do not make an amount larger than is kept', async () => {
    const mere = world.as('mere');
    await mere.post('exchange-rates/', { base: 'KRW', quote: 'NZD', on: '2026-11-01', rate: '999999999999' });
    const won = (await mere.post('accounts/', { name: 'Won', kind: 'cash', currency: 'KRW' })).body.id;
    expect(await mere.post('transactions/', { account_id: won, amount: '99999999999' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/amount', code: 'amount_range' }] },
    });
  });
});
