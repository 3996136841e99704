import { newId } from '@kinwise/core/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('transactions', () => {
  let world: World;
  let everyday: string;
  let savings: string;
  let groceries: string;

  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    everyday = (
      await mere.post('accounts/', { name: 'Everyday', kind: 'checking', opening_balance: '1000.00' })
    ).body.id;
    savings = (await mere.post('accounts/', { name: 'Savings', kind: 'savings' })).body.id;
    groceries = (await mere.post('categories/', { name: 'Shop', kind: 'expense' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const balance = async (id: string): Promise<string> =>
    (await world.as('mere').get(`accounts/${id}/`)).body.balance;

  it('move the balance of their account when they are added, changed, deleted and restored', async () => {
    const mere = world.as('mere');
    const made = await mere.post('transactions/', {
      account_id: everyday,
      amount: '-45.90',
      payee: 'Countdown',
      category_id: groceries,
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        amount: '-45.90',
        type: 'expense',
        payee: 'Countdown',
        occurred_on: '2026-11-22',
        currency: 'NZD',
        version: 1,
      },
    });
    expect(await balance(everyday)).toBe('954.10');
    const path = `transactions/${made.body.id}/`;
    expect(await mere.patch(path, { amount: '-40.00' }, { 'if-match': '"v1"' })).toMatchObject({
      body: { amount: '-40.00', version: 2 },
    });
    expect(await balance(everyday)).toBe('960.00');
    expect((await mere.patch(path, { amount: '-1.00' }, { 'if-match': '"v1"' })).status).toBe(412);
    expect((await mere.delete(path)).status).toBe(204);
    expect(await balance(everyday)).toBe('1000.00');
    expect((await mere.get('transactions/?deleted=true')).body.results).toHaveLength(1);
    expect((await mere.post(`${path}restore/`)).status).toBe(200);
    expect(await balance(everyday)).toBe('960.00');
  });

  it('take a signed amount, or a positive one with its type, and refuse a clash', async () => {
    const mere = world.as('mere');
    const add = async (body: object): Promise<{ status: number; body: { amount?: string } }> =>
      await mere.post('transactions/', { account_id: everyday, ...body });
    expect((await add({ amount: '5.00', type: 'expense' })).body.amount).toBe('-5.00');
    expect((await add({ amount: '5.00', type: 'income' })).body.amount).toBe('5.00');
    expect((await add({ amount: '-5.00', type: 'income' })).status).toBe(422);
  });

  it.each(['0', '-0', '0.00', '1e3', '1,000.00', '0.001', '9223372036854775808', '٣', '', ' 1', 'NaN', '-'])(
    'refuse the amount %j with its field and a cure',
    async (amount) => {
      const answer = await world.as('mere').post('transactions/', { account_id: everyday, amount });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('/amount');
    },
  );

  it.each(['2026-02-30', '1969-12-31', '22/11/2026', '2026-1-1'])(
    'refuse the day %j',
    async (occurred_on) => {
      const answer = await world
        .as('mere')
        .post('transactions/', { account_id: everyday, amount: '1.00', occurred_on });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/occurred_on', code: 'day_invalid' }] },
      });
    },
  );

  it('are split to the cent, or not at all', async () => {
    const mere = world.as('mere');
    const made = await mere.post('transactions/', { account_id: everyday, amount: '-10.00' });
    const path = `transactions/${made.body.id}/splits/`;
    const split = async (...amounts: string[]) =>
      await mere.post(path, { splits: amounts.map((amount) => ({ amount, category_id: groceries })) });
    expect(await split('-3.33', '-6.66')).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4003' },
    });
    expect((await split('-13.33', '3.33')).body.errors).toEqual([
      {
        pointer: '/splits',
        code: 'splits_sum',
        message: 'Each has to be negative, as the amount is, and none may be 0.',
      },
    ]);
    expect((await split('-3.33', '-6.66')).body.errors[0].message).toBe('They do not sum to the amount.');
    const income = await mere.post('transactions/', { account_id: everyday, amount: '5.00' });
    const wrong = { splits: ['6.00', '-1.00'].map((amount) => ({ amount, category_id: groceries })) };
    expect((await mere.post(`transactions/${income.body.id}/splits/`, wrong)).body.errors[0].message).toBe(
      'Each has to be positive, as the amount is, and none may be 0.',
    );
    expect((await split('-3.33', '-6.67')).body.splits).toHaveLength(2);
    expect((await split()).body.splits).toEqual([]);
  });

  it('between two accounts are a transfer, which is neither income nor expense', async () => {
    const mere = world.as('mere');
    const before = (await mere.get('analytics/cash-flow/')).body.months.at(-1);
    const made = await mere.post('transactions/', {
      account_id: everyday,
      transfer_account_id: savings,
      amount: '200.00',
      type: 'transfer',
    });
    expect(made).toMatchObject({
      status: 201,
      body: { type: 'transfer', amount: '-200.00', transfer_account_id: savings },
    });
    expect(await balance(savings)).toBe('200.00');
    expect((await mere.get('analytics/cash-flow/')).body.months.at(-1)).toEqual(before);
    const apart = await mere.post('transactions/unlink-transfer/', { id: made.body.id });
    expect(apart.body.results.map((row: { type: string }) => row.type).sort()).toEqual(['expense', 'income']);
    const [one, other] = apart.body.results;
    expect(
      (await mere.post('transactions/link-transfer/', { from_id: one.id, to_id: other.id })).status,
    ).toBe(200);
    expect((await mere.delete(`transactions/${one.id}/`)).status).toBe(204);
    expect(await balance(savings)).toBe('0.00');
  });

  it('made by hand do not take an account below what it may', async () => {
    const answer = await world.as('mere').post('transactions/', { account_id: savings, amount: '-1.00' });
    expect(answer).toMatchObject({ status: 422, body: { error_code: 'BUSINESS_4002' } });
  });

  it('come in pages that neither repeat nor miss, in every order', async () => {
    const mere = world.as('mere');
    const operations = Array.from({ length: 57 }, (_unused, index) => ({
      op: 'create',
      data: {
        account_id: everyday,
        amount: `${(index % 7) + 1}.00`,
        occurred_on: `2026-10-${String((index % 5) + 10)}`,
        payee: `Page ${index % 3}`,
      },
    }));
    expect((await mere.post('transactions/bulk/', { operations })).status).toBe(200);
    for (const sort of ['-occurred_on', 'occurred_on', '-amount', 'amount', '-created_at']) {
      const seen: string[] = [];
      let cursor = '';
      for (;;) {
        const answer = await mere.get(`transactions/?q=page&page_size=10&sort=${sort}${cursor}`);
        expect(answer.status).toBe(200);
        seen.push(...answer.body.results.map((row: { id: string }) => row.id));
        if (answer.body._meta.next_cursor === null) break;
        cursor = `&cursor=${answer.body._meta.next_cursor}`;
      }
      expect(new Set(seen).size).toBe(57);
      expect(seen).toHaveLength(57);
    }
    const first = (await mere.get('transactions/?page_size=10')).body;
    const second = (await mere.get(`transactions/?page_size=10&cursor=${first._meta.next_cursor}`)).body;
    const back = (await mere.get(`transactions/?page_size=10&cursor=${second._meta.previous_cursor}`)).body;
    expect(back.results).toEqual(first.results);
  });

  it('are found by every filter, and an unknown one is named', async () => {
    const mere = world.as('mere');
    const tag = (await mere.post('tags/', { name: 'Found' })).body.id;
    const made = await mere.post('transactions/', {
      account_id: everyday,
      amount: '-77.77',
      payee: 'Zoo',
      notes: 'with the class',
      tags: [tag],
      payer_id: world.ids.tama,
      category_id: groceries,
    });
    for (const filter of [
      `tag_id=${tag}`,
      'q=77.77',
      'q=zoo',
      'q=the%20class',
      `member_id=${world.ids.tama}`,
      'amount__lte=-77.00',
      'payee__contains=zo',
    ]) {
      const answer = await mere.get(`transactions/?${filter}&totals=true`);
      expect(
        answer.body.results.map((row: { id: string }) => row.id),
        filter,
      ).toEqual([made.body.id]);
      expect(answer.body._meta.totals).toMatchObject({ count: 1, expense: '-77.77' });
    }
    expect(await mere.get('transactions/?colour=red')).toMatchObject({
      status: 400,
      body: { error_code: 'VALIDATION_2003', errors: [{ pointer: 'colour' }] },
    });
  });

  it('of a private account are seen by its owner alone, in lists, sums, logs and search', async () => {
    const mere = world.as('mere');
    const secret = (
      await mere.post('accounts/', {
        name: 'Gift',
        kind: 'cash',
        opening_balance: '100.00',
        visibility: 'private',
      })
    ).body.id;
    const made = await mere.post('transactions/', {
      account_id: secret,
      amount: '-20.00',
      payee: 'Surprise shop',
    });
    const tama = world.as('tama');
    expect((await tama.get(`transactions/${made.body.id}/`)).status).toBe(404);
    expect((await tama.get(`accounts/${secret}/`)).status).toBe(404);
    expect((await tama.get('transactions/?q=surprise')).body.results).toEqual([]);
    const seenBy = async (who: 'mere' | 'tama') =>
      (await world.as(who).get('analytics/cash-flow/')).body.months.at(-1).expense;
    expect(Number(await seenBy('tama')) - Number(await seenBy('mere'))).toBe(20);
    expect((await tama.patch(`transactions/${made.body.id}/`, { notes: 'x' })).status).toBe(404);
  });

  it('repeat nothing when the same call comes again, even at the same time', async () => {
    const mere = world.as('mere');
    const key = { 'idempotency-key': newId() };
    const body = { account_id: everyday, amount: '-1.00', payee: 'Twice' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => await mere.post('transactions/', body, key)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect((await mere.get('transactions/?q=twice')).body.results).toHaveLength(1);
  });

  it('written by many at once leave the balance equal to its rows', async () => {
    const people = ['mere', 'tama', 'sam'] as const;
    const before = Number(await balance(everyday));
    const answers = await Promise.all(
      Array.from(
        { length: 30 },
        async (_unused, index) =>
          await world
            .as(people[index % 3] ?? 'mere')
            .post('transactions/', { account_id: everyday, amount: '-0.10' }),
      ),
    );
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(Number(await balance(everyday))).toBeCloseTo(before - 3, 5);
  });

  it('are edited by a flatmate only where they are their own', async () => {
    const sam = world.as('sam');
    const own = await sam.post('transactions/', { account_id: everyday, amount: '-2.00', payee: 'Mine' });
    expect((await sam.patch(`transactions/${own.body.id}/`, { notes: 'ok' })).status).toBe(200);
    const other = await world.as('mere').post('transactions/', { account_id: everyday, amount: '-2.00' });
    expect((await sam.patch(`transactions/${other.body.id}/`, { notes: 'no' })).status).toBe(403);
    expect((await world.as('aroha').get(`transactions/${other.body.id}/`)).status).toBe(404);
  });

  it('in another currency need a rate, which stays frozen on them', async () => {
    const mere = world.as('mere');
    const yen = (
      await mere.post('accounts/', { name: 'Yen', kind: 'cash', currency: 'JPY', opening_balance: '50000' })
    ).body.id;
    const body = { account_id: yen, amount: '-1200' };
    expect(await mere.post('transactions/', body)).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4009' },
    });
    await mere.post('exchange-rates/', { base: 'JPY', quote: 'NZD', on: '2026-11-01', rate: '0.0115' });
    const made = await mere.post('transactions/', body);
    expect(made).toMatchObject({
      status: 201,
      body: { amount: '-1200', household_amount: '-13.80', rate: '0.0115' },
    });
    await mere.post('exchange-rates/', { base: 'JPY', quote: 'NZD', on: '2026-11-21', rate: '0.02' });
    expect((await mere.get(`transactions/${made.body.id}/`)).body.household_amount).toBe('-13.80');
  });
});
