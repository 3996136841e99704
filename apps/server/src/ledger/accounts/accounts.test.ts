import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { heldUp } from '../../../test/held-up.ts';
import { makeWorld } from '../../../test/world.ts';
import { draftOf } from '../drafts/drafts.ts';
import { insertEntries } from '../entries/entries.ts';
import type { World } from '../../../test/world.ts';

describe('accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const add = async (body: object) => await world.as('mere').post('accounts/', body);

  it('of every kind are added, changed, closed and opened again', async () => {
    const mere = world.as('mere');
    for (const kind of [
      'checking',
      'savings',
      'cash',
      'investment',
      'loan',
      'mortgage',
      'kiwisaver',
      'other',
    ]) {
      expect((await add({ name: kind, kind })).status, kind).toBe(201);
    }
    const { id } = (await add({ name: 'Old', kind: 'savings', opening_balance: '10.00' })).body;
    expect(
      (await mere.patch(`accounts/${id}/`, { name: 'New', opening_balance: '25.00' })).body,
    ).toMatchObject({ name: 'New', balance: '25.00', version: 2 });
    expect(await mere.post(`accounts/${id}/close/`, { closed_on: '2026-11-23' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/closed_on', code: 'future' }] },
    });
    expect((await mere.post(`accounts/${id}/close/`)).body).toMatchObject({
      status: 'closed',
      closed_on: '2026-11-22',
    });
    expect(await mere.post('transactions/', { account_id: id, amount: '1.00' })).toMatchObject({
      status: 409,
      body: { error_code: 'BUSINESS_4010' },
    });
    expect((await mere.post(`accounts/${id}/reopen/`)).body.status).toBe('open');
  });

  it('of credit need their limit and may go to it', async () => {
    const mere = world.as('mere');
    expect(await add({ name: 'Visa', kind: 'credit' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/credit_limit' }] },
    });
    expect(await add({ name: 'Jar', kind: 'savings', credit_limit: '100.00' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/credit_limit', code: 'not_credit' }] },
    });
    const { id } = (await add({ name: 'Visa', kind: 'credit', credit_limit: '100.00' })).body;
    expect((await mere.post('transactions/', { account_id: id, amount: '-100.00' })).status).toBe(201);
    expect((await mere.post('transactions/', { account_id: id, amount: '-0.01' })).status).toBe(422);
    expect((await mere.get(`accounts/${id}/`)).body).toMatchObject({ balance: '-100.00', available: '0.00' });
  });

  it('show four digits of their number and keep the rest sealed', async () => {
    const made = await add({ name: 'Numbered', kind: 'checking', number: '12-3405-0123456-50' });
    expect(made.body.number_masked).toBe('•••• 5650');
    expect(JSON.stringify(made.body)).not.toContain('0123456');
    const everything = await world.sql(
      'select to_jsonb(a) as row from accounts a union all select to_jsonb(e) from audit_entries e',
    );
    expect(JSON.stringify(everything)).not.toMatch(/0123456|3405-0|12340501/);
  });

  it('with entries are closed, not deleted; empty ones go', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'Used', kind: 'cash' })).body;
    await mere.post('transactions/', { account_id: id, amount: '1.00' });
    expect(await mere.delete(`accounts/${id}/`)).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3005' },
    });
    const empty = (await add({ name: 'Empty', kind: 'cash' })).body.id;
    expect((await mere.delete(`accounts/${empty}/`)).status).toBe(204);
  });

  it('that are deleted while an entry is on its way to them do not take it', async () => {
    const { id } = (await add({ name: 'Going', kind: 'cash' })).body;
    const at = {
      household: world.household,
      actor: { kind: 'user' as const, userId: world.ids.mere },
      origin: { requestId: 'test' },
    };
    const late = world.program.opener.inHousehold(at, async (ctx) => {
      const draft = await draftOf(ctx, { account_id: id, amount: '5.00', source: 'manual' });
      expect((await world.as('mere').delete(`accounts/${id}/`)).status).toBe(204);
      await insertEntries(ctx, [draft]);
    });
    await expect(late).rejects.toMatchObject({ status: 404 });
    expect(await world.sql('select 1 from transactions where account_id = $1', [id])).toEqual([]);
  });

  it('wait for an entry that is on its way before they are deleted, and stay with it', async () => {
    const { id } = (await add({ name: 'Staying', kind: 'cash' })).body;
    const at = {
      household: world.household,
      actor: { kind: 'user' as const, userId: world.ids.mere },
      origin: { requestId: 'test' },
    };
    const deleting = await world.program.opener.inHousehold(at, async (ctx) => {
      await insertEntries(ctx, [await draftOf(ctx, { account_id: id, amount: '5.00', source: 'manual' })]);
      const answer = world.as('mere').delete(`accounts/${id}/`);
      await heldUp(world.sql, 1);
      return { answer };
    });
    expect((await deleting.answer).body.error_code).toBe('RESOURCE_3005');
    expect((await world.as('mere').get(`accounts/${id}/`)).body.balance).toBe('5.00');
  });

  it('keep their balance of every day', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'History', kind: 'savings', opening_balance: '100.00' })).body;
    await mere.post('transactions/', { account_id: id, amount: '10.00', occurred_on: '2026-11-10' });
    await mere.post('transactions/', { account_id: id, amount: '-5.00', occurred_on: '2026-11-12' });
    await mere.post('transactions/', {
      account_id: id,
      amount: '-1.00',
      occurred_on: '2026-11-12',
      status: 'pending',
    });
    const { points } = (await mere.get(`accounts/${id}/balance-history/?from=2026-11-09&to=2026-11-13`)).body;
    expect(points.map((point: { balance: string }) => point.balance)).toEqual([
      '100.00',
      '110.00',
      '110.00',
      '105.00',
      '105.00',
    ]);
    expect((await mere.get(`accounts/${id}/`)).body).toMatchObject({ balance: '105.00', pending: '-1.00' });
  });

  it('are held against the bank’s balance, and brought in line when asked', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'Held', kind: 'checking', opening_balance: '50.00' })).body;
    const path = `accounts/${id}/reconcile/`;
    expect((await mere.post(path, { statement_balance: '47.50' })).body).toEqual({
      balance: '50.00',
      difference: '-2.50',
      reconciled: false,
      adjustment_id: null,
    });
    expect((await mere.post(path, { statement_balance: '47.50', adjust: true })).body.reconciled).toBe(true);
    expect((await mere.get(`accounts/${id}/`)).body).toMatchObject({
      balance: '47.50',
      last_reconciled_on: '2026-11-22',
    });
    await mere.post(`accounts/${id}/close/`);
    const closed = await mere.post(path, { statement_balance: '40.00', adjust: true });
    expect([closed.status, closed.body.error_code]).toEqual([409, 'BUSINESS_4010']);
    expect((await mere.post(path, { statement_balance: '47.50' })).body.reconciled).toBe(true);
  });

  it('turned private take everything that hangs on them along, and give it back when shared again', async () => {
    const mere = world.as('mere');
    const tama = world.as('tama');
    const tag = (await mere.post('tags/', { name: 'Hidden' })).body.id;
    const { id } = (await add({ name: 'Turning', kind: 'cash', opening_balance: '90.00' })).body;
    const entry = (
      await mere.post('transactions/', { account_id: id, amount: '-9.00', payee: 'Jeweller', tags: [tag] })
    ).body.id;
    const spent = async () => Number((await tama.get('analytics/cash-flow/')).body.months.at(-1).expense);
    const before = await spent();
    const start = (await tama.get('sync/')).body;
    let cursor = start.next_cursor;
    for (let more = start.has_more; more; ) {
      const next = (await tama.get(`sync/?since=${cursor}`)).body;
      cursor = next.next_cursor;
      more = next.has_more;
    }
    expect((await mere.post(`accounts/${id}/visibility/`, { visibility: 'private' })).body.visibility).toBe(
      'private',
    );
    expect((await tama.get(`transactions/${entry}/`)).status).toBe(404);
    expect((await tama.get('transactions/?q=jeweller')).body.results).toEqual([]);
    expect(
      (await tama.get('tags/')).body.results.find((one: { id: string }) => one.id === tag).transactions_count,
    ).toBe(0);
    expect(await spent()).toBe(before + 9);
    const { changes } = (await tama.get(`sync/?since=${cursor}`)).body;
    const gone = changes
      .filter((change: { op: string }) => change.op === 'delete')
      .map((change: { id: string }) => change.id);
    expect(gone).toEqual(expect.arrayContaining([id, entry]));
    expect((await tama.post(`accounts/${id}/visibility/`, { visibility: 'shared' })).status).toBe(404);
    await mere.post(`accounts/${id}/visibility/`, { visibility: 'shared' });
    expect((await tama.get('transactions/?q=jeweller')).body.results).toHaveLength(1);
    expect(await spent()).toBe(before);
  });

  it('of a member that are private count in the household as a sum, where their owner lets them', async () => {
    const mere = world.as('mere');
    const worth = async () => Number((await world.as('tama').get('accounts/summary/')).body.net_worth.amount);
    const before = await worth();
    const { id } = (
      await add({ name: 'Nest egg', kind: 'savings', opening_balance: '500.00', visibility: 'private' })
    ).body;
    expect(await worth()).toBe(before);
    await mere.patch(`accounts/${id}/`, { count_in_totals: true });
    expect(await worth()).toBe(before + 500);
    expect(
      (await world.as('tama').get('accounts/')).body.results.map((one: { name: string }) => one.name),
    ).not.toContain('Nest egg');
  });

  it('are seen by a teen only where they are the teen’s own', async () => {
    const aroha = world.as('aroha');
    const own = await aroha.post('accounts/', { name: 'Mine', kind: 'cash' });
    expect(own.status).toBe(201);
    expect((await aroha.get('accounts/')).body.results.map((one: { id: string }) => one.id)).toEqual([
      own.body.id,
    ]);
    expect((await world.as('kiri').post('accounts/', { name: 'No', kind: 'cash' })).status).toBe(403);
  });

  it('keep their balance when the opening balance and entries are written at once', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'Busy', kind: 'checking' })).body;
    await Promise.all(
      Array.from({ length: 12 }, async (_unused, at) => {
        await mere.post('transactions/', { account_id: id, amount: '1.00' });
        await mere.patch(`accounts/${id}/`, { opening_balance: `${at}.00` });
      }),
    );
    const { balance, opening_balance } = (await mere.get(`accounts/${id}/`)).body;
    expect(Number(balance)).toBe(Number(opening_balance) + 12);
  });

  it('are not closed over entries that wait, also where these sum to zero, and take none when closed', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'Waiting', kind: 'checking', allow_overdraft: true })).body;
    const wait = async (amount: string): Promise<string> =>
      (await mere.post('transactions/', { account_id: id, amount, status: 'pending' })).body.id;
    const [into, out] = [await wait('5.00'), await wait('-5.00')];
    const refused = { status: 422, body: { error_code: 'BUSINESS_4001' } };
    expect(await mere.post(`accounts/${id}/close/`)).toMatchObject(refused);
    for (const entry of [into, out]) await mere.delete(`transactions/${entry}/`);
    expect((await mere.post(`accounts/${id}/close/`)).status).toBe(200);
    expect(await mere.post(`transactions/${into}/restore/`)).toMatchObject({
      status: 409,
      body: { error_code: 'BUSINESS_4010' },
    });
  });

  it('offer to be closed or deleted only where that is done', async () => {
    const mere = world.as('mere');
    const account = async (): Promise<string> =>
      (await add({ name: 'Zero', kind: 'checking', allow_overdraft: true })).body.id;
    const offers = async (id: string): Promise<string[]> =>
      (await mere.get(`accounts/${id}/`)).body.available_actions.filter((one: string) =>
        ['close', 'delete'].includes(one),
      );
    const enter = async (account_id: string, amount: string, status: string): Promise<string> =>
      (await mere.post('transactions/', { account_id, amount, status })).body.id;
    for (const [status, left] of [
      ['completed', ['close']],
      ['pending', []],
      ['cancelled', ['close']],
    ] as const) {
      const id = await account();
      expect(await offers(id)).toEqual(['close', 'delete']);
      await enter(id, '5.00', status);
      await enter(id, '-5.00', status);
      expect(await offers(id), status).toEqual(left);
      expect((await mere.delete(`accounts/${id}/`)).status).toBe(409);
      expect((await mere.post(`accounts/${id}/close/`)).status, status).toBe(left.length > 0 ? 200 : 422);
    }
    const id = await account();
    await mere.delete(`transactions/${await enter(id, '5.00', 'completed')}/`);
    expect(await offers(id)).toEqual(['close']);
  });
});
