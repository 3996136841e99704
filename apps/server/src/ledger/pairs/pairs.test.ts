import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHOP, commit, csv, upload } from '../../../test/imports/books.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, Caller, World } from '../../../test/world.ts';

describe('the two sides of a transfer', () => {
  let world: World;
  let [mere, tama, sam]: Caller[] = [];
  let everyday: string;
  let savings: string;

  beforeEach(async () => {
    world = await makeWorld();
    [mere, tama, sam] = [world.as('mere'), world.as('tama'), world.as('sam')];
    everyday = await account('Everyday');
    savings = await account('Savings');
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const account = async (name: string, by = mere, more = {}): Promise<string> =>
    (await by?.post('accounts/', { name, kind: 'checking', opening_balance: '500.00', ...more }))?.body.id;
  const add = async (body: object, by = mere): Promise<Answer['body']> =>
    (await by?.post('transactions/', { occurred_on: '2026-11-20', ...body }))?.body;
  const show = async (id: string, by = mere): Promise<Answer['body']> =>
    (await by?.get(`transactions/${id}/`))?.body;
  const balance = async (id: string, by = mere): Promise<string> =>
    (await by?.get(`accounts/${id}/`))?.body.balance;
  const link = async (from_id: string, to_id: string, by = mere): Promise<number | undefined> =>
    (await by?.post('transactions/link-transfer/', { from_id, to_id }))?.status;

  /** Tama moves money from an account of his own to one that all share; Mere sees one side of it. */
  const half = async () => {
    const own = await account('Own', tama, { visibility: 'private' });
    const hidden = await add({ account_id: own, amount: '-50.00' }, tama);
    const seen = await add({ account_id: everyday, amount: '50.00' }, tama);
    expect(await link(hidden.id, seen.id, tama)).toBe(200);
    return { own, hidden: hidden.id as string, seen: seen.id as string };
  };

  it('are parted by who sees one of them alone, and the other is spending of its owner again', async () => {
    const { hidden, seen } = await half();
    const parted = await mere?.post('transactions/unlink-transfer/', { id: seen });
    expect(parted).toMatchObject({ status: 200, body: { results: [{ id: seen, type: 'income' }] } });
    expect(parted?.body.results).toHaveLength(1);
    expect(await show(hidden, tama)).toMatchObject({ type: 'expense', transfer_id: null });
    expect((await mere?.get(`transactions/${hidden}/`))?.status).toBe(404);
  });

  it('do not both go to the trash where one is on a private account of somebody else', async () => {
    const { own, hidden, seen } = await half();
    expect((await mere?.delete(`transactions/${seen}/`))?.status).toBe(204);
    expect([await balance(everyday), await balance(own, tama)]).toEqual(['500.00', '450.00']);
    expect(await show(hidden, tama)).toMatchObject({ type: 'expense', deleted_at: null });
    expect((await mere?.post(`transactions/${seen}/restore/`))?.body).toMatchObject({ type: 'income' });
    expect(await balance(everyday)).toBe('550.00');
  });

  it('are parted by the undo of an import that brought one of them, though the other is out of sight', async () => {
    const own = await account('Own', tama, { visibility: 'private' });
    const file = await upload(mere as Caller, { account_id: everyday, bytes: csv([SHOP]) });
    const id = await commit({ world, by: mere as Caller }, file.body.id);
    const [brought] = (await tama?.get('transactions/?q=shop'))?.body.results ?? [];
    const hidden = await add({ account_id: own, amount: '1.00' }, tama);
    expect(await link(brought.id, hidden.id, tama)).toBe(200);
    expect((await mere?.post(`imports/${id}/undo/`))?.body.status).toBe('undone');
    expect(await show(hidden.id, tama)).toMatchObject({ type: 'income', transfer_id: null });
    expect(await balance(everyday)).toBe('500.00');
  });

  it('go one by one where the other is in an account that the actor may not change', async () => {
    const own = await account('Wallet', sam);
    const out = await add({ account_id: everyday, amount: '-20.00' });
    const came = await add({ account_id: own, amount: '20.00' });
    expect(await link(out.id, came.id)).toBe(200);
    expect((await sam?.delete(`transactions/${came.id}/`))?.status).toBe(204);
    expect([await balance(everyday), await balance(own, sam)]).toEqual(['480.00', '500.00']);
    expect(await show(out.id)).toMatchObject({ type: 'expense', deleted_at: null });
  });

  it('come back one by one as well', async () => {
    const own = await account('Wallet', sam);
    const out = await add({ account_id: everyday, amount: '-20.00' });
    const came = await add({ account_id: own, amount: '20.00' });
    await link(out.id, came.id);
    expect((await mere?.delete(`transactions/${out.id}/`))?.status).toBe(204);
    expect((await sam?.post(`transactions/${came.id}/restore/`))?.body.type).toBe('income');
    expect([await balance(everyday), await balance(own, sam)]).toEqual(['500.00', '520.00']);
  });

  it('are never in one account, moved one by one or both at once', async () => {
    const third = await account('Third');
    const out = await add({
      account_id: everyday,
      transfer_account_id: savings,
      amount: '20.00',
      type: 'transfer',
    });
    const [came] = (await mere?.get(`transactions/?account_id=${savings}`))?.body.results ?? [];
    expect(await mere?.patch(`transactions/${out.id}/`, { account_id: savings })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/account_id', code: 'same_account' }] },
    });
    const move = (account_id: string, ...ids: string[]) => ({
      operations: ids.map((id) => ({ op: 'update', id, data: { account_id } })),
    });
    expect((await mere?.post('transactions/bulk/', move(third, out.id, came.id)))?.status).toBe(422);
    expect((await mere?.patch(`transactions/${out.id}/`, { account_id: third }))?.status).toBe(200);
    expect(await balance(everyday)).toBe('500.00');
  });

  it('are made of two entries: no single one becomes a transfer, and none of them is split', async () => {
    const entry = await add({ account_id: everyday, amount: '-20.00' });
    expect(await mere?.patch(`transactions/${entry.id}/`, { type: 'transfer' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/type', code: 'transfer' }] },
    });
    expect(await show(entry.id)).toMatchObject({ amount: '-20.00', type: 'expense' });
    const out = await add({
      account_id: everyday,
      transfer_account_id: savings,
      amount: '20.00',
      type: 'transfer',
    });
    const splits = [{ amount: '-5.00' }, { amount: '-15.00' }];
    expect((await mere?.patch(`transactions/${out.id}/`, { splits }))?.body.error_code).toBe('BUSINESS_4004');
  });

  it.each([
    [{ amount: '20.00', type: 'transfer' }, '-20.00'],
    [{ amount: '20.00', type: 'expense' }, '-20.00'],
    [{ amount: '20.00', type: 'income' }, '20.00'],
    [{ amount: '20.00' }, '20.00'],
  ])('are told apart by the sign or the type of the first: %j', async (body, amount) => {
    const made = await add({ account_id: everyday, transfer_account_id: savings, ...body });
    expect(made).toMatchObject({ type: 'transfer', amount });
    const clash = { amount: '-20.00', type: 'income', transfer_account_id: savings };
    expect((await mere?.post('transactions/', { account_id: everyday, ...clash }))?.status).toBe(422);
  });

  it('are asked for where an amount is said to arrive', async () => {
    const body = { account_id: everyday, amount: '-5.00', transfer_amount: '3.00' };
    expect(await mere?.post('transactions/', body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/transfer_account_id', code: 'required' }] },
    });
    const split = { transfer_account_id: savings, splits: [{ amount: '-5.00' }], account_id: everyday };
    expect(await mere?.post('transactions/', { ...split, amount: '-5.00' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/splits', code: 'transfer' }] },
    });
  });

  it('are offered what can be done with them, and no parts', async () => {
    const [from, to] = [
      await add({ account_id: everyday, amount: '-50.00' }),
      await add({ account_id: savings, amount: '50.00' }),
    ];
    expect(from.available_actions).toEqual(['edit', 'split', 'tag', 'delete', 'link_transfer']);
    expect(await link(from.id, to.id)).toBe(200);
    expect((await show(from.id)).available_actions).toEqual(['edit', 'tag', 'delete', 'unlink_transfer']);
    const parts = [{ amount: '-2.00' }, { amount: '-3.00' }];
    const split = await add({ account_id: everyday, amount: '-5.00', splits: parts });
    expect(split.available_actions).toEqual(['edit', 'split', 'tag', 'delete']);
    const actions = (await mere?.get(`accounts/${everyday}/`))?.body.available_actions;
    expect(actions).toEqual(['edit', 'close', 'reconcile']);
  });

  it('tell devices of the other account, however it changes', async () => {
    const other = await account('Other');
    const [from, to] = [
      await add({ account_id: everyday, amount: '-50.00' }),
      await add({ account_id: savings, amount: '50.00' }),
    ];
    expect(await link(from.id, to.id)).toBe(200);
    let since = (await tama?.get('sync/'))?.body.next_cursor;
    const heard = async (): Promise<Answer['body']> => {
      const { body } = (await tama?.get(`sync/?since=${since}`)) as Answer;
      since = body.next_cursor;
      return body.changes.findLast((change: { id: string }) => change.id === to.id)?.row;
    };
    await mere?.patch(`transactions/${from.id}/`, { account_id: other });
    expect(await heard()).toMatchObject({ transfer_account_id: other });
    const data = { account_id: everyday };
    await mere?.post('transactions/bulk/', { operations: [{ op: 'update', id: from.id, data }] });
    expect(await heard()).toMatchObject({ transfer_account_id: everyday });
    await mere?.post(`accounts/${everyday}/visibility/`, { visibility: 'private' });
    expect(await heard()).toMatchObject({ transfer_account_id: null });
  });
});
