import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('rules', () => {
  let world: World;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    ids['groceries'] = (await mere.post('categories/', { name: 'Groceries' })).body.id;
    ids['food'] = (await mere.post('categories/', { name: 'Food' })).body.id;
    ids['tag'] = (await mere.post('tags/', { name: 'Weekly' })).body.id;
    const account = {
      name: 'Everyday',
      kind: 'checking',
      opening_balance: '5000.00',
      opened_on: '2026-01-01',
    };
    ids['account'] = (await mere.post('accounts/', account)).body.id;
    ids['private'] = (
      await world.as('tama').post('accounts/', { ...account, visibility: 'private' })
    ).body.id;
  });
  afterAll(async () => {
    await world.close();
  });

  const payee = (value: string) => ({ field: 'payee', op: 'contains', value });
  const rule = (change: object = {}) => ({
    name: 'Supermarket',
    conditions: [payee('countdown')],
    actions: [{ kind: 'set_category', value: ids['groceries'] }],
    ...change,
  });
  const add = async (change: object = {}) => await world.as('mere').post('rules/', rule(change));

  it('are made, changed, put in order and deleted, each with an audit entry and a change', async () => {
    const mere = world.as('mere');
    const first = await add({ name: 'First' });
    expect(first).toMatchObject({
      status: 201,
      body: { name: 'First', is_active: true, match: 'all', stop: false, hits: 0, version: 1 },
    });
    const second = await add({ name: 'Second', stop: true });
    const names = async () =>
      (await mere.get('rules/')).body.results.map((row: { name: string }) => row.name);
    expect(await names()).toEqual(['First', 'Second']);
    await mere.post('rules/reorder/', { ids: [second.body.id, first.body.id] });
    expect(await names()).toEqual(['Second', 'First']);
    const path = `rules/${first.body.id}/`;
    const current = (await mere.get(path)).body.version;
    expect(await mere.patch(path, { is_active: false, match: 'any' })).toMatchObject({
      status: 200,
      body: { is_active: false, match: 'any', version: current + 1 },
    });
    expect((await mere.patch(path, { name: 'Late' }, { 'if-match': `"v${current}"` })).status).toBe(412);
    expect((await mere.delete(path)).status).toBe(204);
    expect((await mere.get(path)).status).toBe(404);
    const log = await world.sql<{ event: string }>(
      'select event from changes where $1 = any(ids) order by seq',
      [first.body.id],
    );
    expect(log.map((row) => row.event)).toEqual([
      'rule.created',
      ...(current > 1 ? ['rule.changed'] : []),
      'rule.changed',
      'rule.deleted',
    ]);
    await mere.delete(`rules/${second.body.id}/`);
  });

  it('follow a category and a merchant that are merged into others', async () => {
    const mere = world.as('mere');
    const old = (await mere.post('categories/', { name: 'Foodstuffs' })).body.id;
    const shop = (await mere.post('merchants/', { name: 'Corner' })).body.id;
    const kept = (await mere.post('merchants/', { name: 'Corner dairy' })).body.id;
    const made = await add({
      conditions: [{ field: 'merchant_id', op: 'is', value: shop }],
      actions: [{ kind: 'set_category', value: old }],
    });
    await mere.post(`categories/${old}/merge/`, { into_id: ids['food'] });
    await mere.post(`merchants/${shop}/merge/`, { into_id: kept });
    await world.runJobs();
    expect((await mere.get(`rules/${made.body.id}/`)).body).toMatchObject({
      conditions: [{ value: kept }],
      actions: [{ value: ids['food'] }],
    });
  });

  it('belong to their household and are kept by those who may', async () => {
    const made = await world.as('sam').post('rules/', rule());
    expect(made.status).toBe(201);
    expect((await world.as('zed').get(`rules/${made.body.id}/`)).status).toBe(404);
    expect((await world.as('zed').get('rules/')).body.results).toEqual([]);
    expect((await world.as('aroha').get('rules/')).status).toBe(403);
    const foreign = await world.as('zed').post('rules/', rule());
    expect(foreign).toMatchObject({ status: 404, body: { errors: [{ pointer: '/actions/0/value' }] } });
  });

  it('name only what their maker sees', async () => {
    const conditions = [{ field: 'account_id', op: 'in', value: [ids['account'], ids['private']] }];
    expect(await add({ conditions })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/conditions/0/value', code: 'account_unknown' }] },
    });
    expect((await world.as('tama').post('rules/', rule({ conditions }))).status).toBe(201);
  });

  it.each<[() => object, string]>([
    [() => ({ conditions: [] }), '/conditions'],
    [() => ({ actions: [] }), '/actions'],
    [() => ({ name: '' }), '/name'],
    [() => ({ conditions: [{ field: 'payee', op: 'gt', value: 'x' }] }), '/conditions/0/op'],
    [() => ({ conditions: [{ field: 'colour', op: 'is', value: 'x' }] }), '/conditions/0/field'],
    [() => ({ conditions: [{ field: 'payee', op: 'matches', value: '(' }] }), '/conditions/0/value'],
    [() => ({ conditions: [{ field: 'payee', op: 'is' }] }), '/conditions/0/value'],
    [() => ({ conditions: [{ field: 'amount', op: 'gt', value: '-1' }] }), '/conditions/0/value'],
    [() => ({ conditions: [{ field: 'merchant_id', op: 'is', value: newId() }] }), '/conditions/0/value'],
    [() => ({ actions: [{ kind: 'set_category', value: newId() }] }), '/actions/0/value'],
    [() => ({ actions: [{ kind: 'add_tag', value: newId() }] }), '/actions/0/value'],
    [() => ({ actions: [{ kind: 'set_member', value: newId() }] }), '/actions/0/value'],
    [() => ({ actions: [{ kind: 'explode' }] }), '/actions/0/kind'],
    [
      () => ({
        actions: [
          {
            kind: 'split',
            value: [
              { category_id: ids['food'], share: 1 },
              { category_id: newId(), share: 1 },
            ],
          },
        ],
      }),
      '/actions/0/value/1/category_id',
    ],
  ])('%s is refused with a pointer', async (change, pointer) => {
    const answer = await add(change());
    // What names a category that is not there is answered like any other thing that is not there.
    expect([404, 422]).toContain(answer.status);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
