import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';
import { payeeIdFor } from './merchants.ts';

describe('merchants', () => {
  let world: World;
  const accounts = new Map<string, Id>();
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const payee = async (person: Person, name: string, privateTo: Id | null = null) =>
    await world.program.opener.inHousehold(
      {
        household: world.household,
        actor: { kind: 'user', userId: world.ids[person] },
        origin: { requestId: 'test' },
      },
      async (ctx) => await payeeIdFor(ctx, name, privateTo),
    );

  /** An entry as the ledger would write it, in a shared account or a person's private one. */
  const entry = async (person: Person, name: string, privateTo: Id | null = null): Promise<Id> => {
    const key = privateTo ?? 'shared';
    const now = '2026-11-22T00:00:00Z';
    if (!accounts.has(key)) {
      accounts.set(key, newId());
      await world.sql(
        `insert into accounts (household_id, id, name, kind, currency, opened_on, owner_id, private_to, created_at, updated_at)
         values ($1, $2, 'Everyday', 'checking', 'NZD', '2026-01-01', $3, $4, $5, $5)`,
        [world.household, accounts.get(key), world.ids[person], privateTo, now],
      );
    }
    const id = newId();
    await world.sql(
      `insert into transactions (household_id, id, account_id, private_to, occurred_on, amount_minor, currency, household_minor,
         type, status, source, payee_id, created_at, updated_at)
       values ($1, $2, $3, $4, '2026-11-20', -1250, 'NZD', -1250, 'expense', 'completed', 'manual', $5, $6, $6)`,
      [world.household, id, accounts.get(key), privateTo, await payee(person, name, privateTo), now],
    );
    return id;
  };

  it('gather the names that banks write for them, and count their entries', async () => {
    const mere = world.as('mere');
    await entry('mere', 'COUNTDOWN 4412 HAMILTON');
    const told = await entry('mere', 'Countdown');
    const made = await mere.post('merchants/', { name: 'Countdown', aliases: ['countdown 4412 hamilton'] });
    expect(made).toMatchObject({
      status: 201,
      body: { transactions_count: 2, last_used_on: '2026-11-20', visibility: 'shared', version: 1 },
    });
    expect(made.body.aliases.map((alias: { name: string }) => alias.name)).toEqual([
      'Countdown',
      'COUNTDOWN 4412 HAMILTON',
    ]);
    const more = await mere.post(`merchants/${made.body.id}/aliases/`, { name: 'CD Online' });
    expect(more).toMatchObject({ status: 201, body: { version: 2 } });
    const alias = more.body.aliases.find((one: { name: string }) => one.name === 'CD Online');
    const less = await mere.delete(`merchants/${made.body.id}/aliases/${alias.id}/`);
    expect(less.body.aliases).toHaveLength(2);
    const changes = await world.sql("select 1 from changes where entity = 'transaction' and $1 = any(ids)", [
      told,
    ]);
    expect(changes).toHaveLength(1);
  });

  it('take in a payee of their name that comes later', async () => {
    const made = await world.as('mere').post('merchants/', { name: 'Pak’nSave' });
    await entry('mere', 'PAK’NSAVE');
    expect((await world.as('mere').get(`merchants/${made.body.id}/`)).body.transactions_count).toBe(1);
  });

  it('have one name each, and no name has two of them', async () => {
    const mere = world.as('mere');
    const first = await mere.post('merchants/', { name: 'Bunnings', aliases: ['BUNNINGS 9470'] });
    expect(await mere.post('merchants/', { name: 'BUNNINGS' })).toMatchObject({ status: 409 });
    expect(await mere.post('merchants/', { name: 'Hardware', aliases: ['bunnings 9470'] })).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002', detail: expect.stringContaining('"Bunnings"') },
    });
    expect(first.status).toBe(201);
  });

  it('propose a category that lives', async () => {
    const mere = world.as('mere');
    const category = (await mere.post('categories/', { name: 'Fuel' })).body;
    const made = await mere.post('merchants/', { name: 'Z', default_category_id: category.id });
    expect(made.body.default_category_id).toBe(category.id);
    expect(await mere.patch(`merchants/${made.body.id}/`, { default_category_id: newId() })).toMatchObject({
      status: 404,
      body: { errors: [{ pointer: '/default_category_id', code: 'category_unknown' }] },
    });
    const none = await mere.patch(`merchants/${made.body.id}/`, { default_category_id: null });
    expect(none.body.default_category_id).toBeNull();
  });

  it('merge: names, entries and the default category follow, on others’ private accounts too', async () => {
    const mere = world.as('mere');
    const category = (await mere.post('categories/', { name: 'Coffee' })).body;
    const old = (await mere.post('merchants/', { name: 'Cafe', default_category_id: category.id })).body;
    const kept = (await mere.post('merchants/', { name: 'Café Fixe' })).body;
    await entry('mere', 'Cafe');
    const hidden = await entry('tama', 'Cafe', world.ids.tama);
    expect((await mere.post(`merchants/${old.id}/merge/`, { into_id: kept.id })).body).toMatchObject({
      transactions_count: 1,
      default_category_id: category.id,
    });
    expect((await mere.get(`merchants/${old.id}/`)).status).toBe(404);
    await world.runJobs();
    expect((await world.as('tama').get(`merchants/${kept.id}/`)).body.transactions_count).toBe(2);
    expect((await mere.get(`merchants/${kept.id}/`)).body.transactions_count).toBe(1);
    const told = await world.sql<{ private_to: Id | null }>(
      "select private_to from changes where entity = 'transaction' and $1 = any(ids)",
      [hidden],
    );
    expect(told).toEqual([{ private_to: world.ids.tama }]);
    expect(await mere.post(`merchants/${kept.id}/merge/`, { into_id: kept.id })).toMatchObject({
      status: 422,
    });
  });

  it('leave their names behind when they are deleted', async () => {
    const mere = world.as('mere');
    const made = (await mere.post('merchants/', { name: 'Gone' })).body;
    expect((await mere.delete(`merchants/${made.id}/`)).status).toBe(204);
    expect((await mere.get('payees/?q=gone')).body.results).toMatchObject([
      { name: 'Gone', merchant_id: null },
    ]);
    expect((await mere.post('merchants/', { name: 'Gone' })).status).toBe(201);
  });

  it('that are private are seen by their owner alone', async () => {
    const made = (await world.as('tama').post('merchants/', { name: 'Jeweller', visibility: 'private' }))
      .body;
    expect(made.visibility).toBe('private');
    expect((await world.as('mere').get(`merchants/${made.id}/`)).status).toBe(404);
    expect((await world.as('mere').get('merchants/?q=jeweller')).body.results).toEqual([]);
    const audit = await world.sql<{ private_to: Id }>(
      'select private_to from audit_entries where entity_id = $1',
      [made.id],
    );
    expect(audit.map((row) => row.private_to)).toEqual([world.ids.tama]);
  });

  it('are found by a part of any of their names', async () => {
    const mere = world.as('mere');
    await mere.post('merchants/', { name: 'The Warehouse', aliases: ['TWL 118 TE RAPA'] });
    const names = async (q: string) =>
      (await mere.get(`merchants/?q=${encodeURIComponent(q)}`)).body.results.map(
        (row: { name: string }) => row.name,
      );
    expect(await names('rapa')).toEqual(['The Warehouse']);
    expect(await names('WAREH')).toEqual(['The Warehouse']);
    expect(await names('%')).toEqual([]);
  });

  it('belong to their household and are kept by those who may', async () => {
    const made = (await world.as('sam').post('merchants/', { name: 'Ours' })).body;
    expect((await world.as('zed').get(`merchants/${made.id}/`)).status).toBe(404);
    expect((await world.as('zed').post(`merchants/${made.id}/aliases/`, { name: 'Mine' })).status).toBe(404);
    expect((await world.as('kiri').post('merchants/', { name: 'No' })).status).toBe(403);
  });

  it.each<[object, string]>([
    [{}, '/name'],
    [{ name: 'Fine', aliases: [''] }, '/aliases/0'],
    [{ name: 'Fine', colour: 'red' }, '/colour'],
    [{ name: 'Fine', default_category_id: 'x' }, '/default_category_id'],
    [{ name: 'Fine', private_to: newId() }, '/private_to'],
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await world.as('mere').post('merchants/', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
