import { newId } from '@kinwise/core/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { Problem } from '../../platform/problems.ts';

describe('households', () => {
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

  it.each([
    ['family', 'fortnightly'],
    ['couple', 'fortnightly'],
    ['student', 'weekly'],
    ['individual', 'fortnightly'],
    ['organisation', 'monthly'],
  ])('of the type %s start with pay %s, in New Zealand, from today', async (type, kind) => {
    const made = await world.as('zed').post('households/', { name: `A ${type}`, type });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: `A ${type}`,
        type,
        currency: 'NZD',
        time_zone: 'Pacific/Auckland',
        pay_cycle: { kind, anchor_on: '2026-11-22' },
        role: 'admin',
        is_primary: false,
        members_count: 1,
        version: 1,
      },
      headers: { etag: '"v1"' },
    });
    expect(made.body.capabilities).toContain('household.delete');
    expect(made.body.available_actions).toContain('set_primary');
  });

  it('take what is said over their type, and their first pay day is today where they live', async () => {
    const made = await world.as('zed').post('households/', {
      name: 'Far away',
      type: 'student',
      currency: 'USD',
      time_zone: 'America/Los_Angeles',
      pay_cycle: { kind: 'custom', days: 10 },
    });
    expect(made.body).toMatchObject({
      currency: 'USD',
      pay_cycle: { kind: 'custom', anchor_on: '2026-11-21', days: 10 },
    });
  });

  it('come with an audit entry and numbered changes of their own', async () => {
    const id = newId();
    await world.as('zed').post('households/', { id, name: 'Logged' });
    const log = await world.sql<{ event: string }>(
      'select event from changes where household_id = $1 order by seq',
      [id],
    );
    expect(log.map((row) => row.event)).toEqual(
      expect.arrayContaining(['household.created', 'member.joined']),
    );
    const audit = await world.sql<{ action: string; actor_id: string }>(
      "select action, actor_id from audit_entries where household_id = $1 and action = 'household.created'",
      [id],
    );
    expect(audit).toEqual([{ action: 'household.created', actor_id: world.ids.zed }]);
  });

  it('refuse an id that is in use, though it is a stranger’s', async () => {
    const answer = await world.as('zed').post('households/', { id: world.household, name: 'Mine now' });
    expect(answer).toMatchObject({ status: 409, body: { error_code: 'RESOURCE_3002' } });
    expect((await world.as('zed').get(`households/${world.household}/`)).status).toBe(404);
  });

  it('are made once by a repeated call', async () => {
    const key = { 'idempotency-key': newId() };
    const first = await world.as('zed').post('households/', { name: 'Once' }, key);
    const again = await world.as('zed').post('households/', { name: 'Once' }, key);
    expect(again.body.id).toBe(first.body.id);
    const other = await world.as('zed').post('households/', { name: 'Twice' }, key);
    expect(other).toMatchObject({ status: 422, body: { error_code: 'BUSINESS_4007' } });
  });

  it('are listed for their members only, the primary one first', async () => {
    const made = await world.as('tama').post('households/', { name: 'Aaa, a second one' });
    const list = await world.as('tama').get('households/');
    expect(list.body.results.map((one: { name: string }) => one.name)).toEqual([
      'Ngata whānau',
      'Aaa, a second one',
    ]);
    expect(list.body.results[0]).toMatchObject({ role: 'parent', is_primary: true, members_count: 6 });
    const zed = await world.as('zed').get('households/');
    expect(zed.body.results.map((one: { id: string }) => one.id)).not.toContain(made.body.id);
  });

  it('are named by the path, whichever household is active', async () => {
    const made = await world.as('tama').post('households/', { name: 'Bach' });
    const active = { 'x-household-id': world.household };
    expect((await world.as('tama').get(`households/${made.body.id}/`, active)).body.role).toBe('admin');
    expect((await world.as('tama').get(`households/${world.household}/`, active)).body.role).toBe('parent');
    expect((await world.as('mere').get(`households/${made.body.id}/`)).status).toBe(404);
  });

  it('change with If-Match, and show the newer version to who comes late', async () => {
    const { body: home } = await world.as('zed').post('households/', { name: 'Draft' });
    const path = `households/${home.id}/`;
    const changed = await world.as('zed').patch(path, { name: 'Final' }, { 'if-match': '"v1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Final', version: 2 } });
    expect(await world.as('zed').patch(path, { name: 'Late' }, { 'if-match': '"v1"' })).toMatchObject({
      status: 412,
      body: { current: { name: 'Final', version: 2 } },
    });
    const cycle = { pay_cycle: { kind: 'monthly', anchor_on: '2026-11-15' } };
    expect((await world.as('zed').patch(path, cycle)).body.pay_cycle).toEqual(cycle.pay_cycle);
    const kept = await world.as('zed').patch(path, { pay_cycle: { kind: 'weekly' } });
    expect(kept.body.pay_cycle).toEqual({ kind: 'weekly', anchor_on: '2026-11-15' });
  });

  it('let only one of many parallel changes to the same version through', async () => {
    const { body: home } = await world.as('zed').post('households/', { name: 'Contested' });
    const tries = Array.from({ length: 8 }, async (_none, n) =>
      world.as('zed').patch(`households/${home.id}/`, { name: `Try ${n}` }, { 'if-match': '"v1"' }),
    );
    const statuses = (await Promise.all(tries)).map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array<number>(7).fill(412)]);
  });

  it('are changed by admins and parents, deleted by admins', async () => {
    const path = `households/${world.household}/`;
    expect((await world.as('tama').patch(path, { type: 'family' })).status).toBe(200);
    expect((await world.as('sam').patch(path, { name: 'Flat' })).status).toBe(403);
    expect((await world.as('tama').delete(`${path}?confirm=Ngata%20wh%C4%81nau`)).status).toBe(403);
  });

  it('are deleted only by their name, and then are gone for everybody at once', async () => {
    const { body: home } = await world.as('zed').post('households/', { name: 'Short lived' });
    const path = `households/${home.id}/`;
    for (const wrong of ['', '?confirm=short%20lived', '?confirm=Other'])
      expect(await world.as('zed').delete(path + wrong)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/confirm' }] },
      });
    expect((await world.as('zed').delete(`${path}?confirm=Short%20lived`)).status).toBe(204);
    expect((await world.as('zed').get(path)).status).toBe(404);
    const list = await world.as('zed').get('households/');
    expect(list.body.results.map((one: { id: string }) => one.id)).not.toContain(home.id);
    const log = await world.sql<{ event: string; op: string }>(
      'select event, op from changes where household_id = $1 order by seq desc limit 1',
      [home.id],
    );
    expect(log).toEqual([{ event: 'household.deleted', op: 'delete' }]);
  });

  it('take the confirmation of a deletion in the body as well', async () => {
    const { body: home } = await world.as('zed').post('households/', { name: 'Body' });
    const answer = await world.http.inject({
      method: 'DELETE',
      url: `/api/v1/households/${home.id}/`,
      headers: { authorization: `Bearer test-${world.ids.zed}` },
      payload: { confirm: 'Body' },
    });
    expect(answer.statusCode).toBe(204);
  });

  it('say how many belong to them and when pay comes next', async () => {
    const answer = await world.as('olive').get(`households/${world.household}/summary/`);
    expect(answer.body).toMatchObject({
      members_count: 6,
      members_by_role: { admin: 1, parent: 1, teen: 1, child: 1, flatmate: 1, observer: 1 },
      pay_period: { starts_on: '2026-11-18', ends_on: '2026-12-01' },
      next_pay_on: '2026-12-02',
    });
  });

  it.each([
    [{}, '/name'],
    [{ name: ' ' }, '/name'],
    [{ name: 'x'.repeat(81) }, '/name'],
    [{ name: 'a\u0000b' }, '/name'],
    [{ name: 'Fine', type: 'clan' }, '/type'],
    [{ name: 'Fine', currency: 'nzd' }, '/currency'],
    [{ name: 'Fine', currency: 'XXQ' }, '/currency'],
    [{ name: 'Fine', time_zone: 'Mars/Base' }, '/time_zone'],
    [{ name: 'Fine', created_by: newId() }, '/created_by'],
    [{ name: 'Fine', pay_cycle: { kind: 'custom' } }, '/pay_cycle/days'],
    [{ name: 'Fine', pay_cycle: { kind: 'weekly', days: 7 } }, '/pay_cycle/days'],
    [{ name: 'Fine', pay_cycle: { kind: 'custom', days: 0 } }, '/pay_cycle/days'],
    [{ name: 'Fine', pay_cycle: { kind: 'weekly', anchor_on: '2026-02-30' } }, '/pay_cycle/anchor_on'],
    [{ name: 'Fine', id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, '/id'],
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await world.as('zed').post('households/', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('what features add to households', () => {
  it('is there when a new household is first seen, and keeps its currency when they ask for it', async () => {
    const world = await makeWorld();
    const hooks = world.program.ground.hooks;
    const seen: string[] = [];
    (hooks.householdCreated as unknown[]).push(async (ctx: { household: string; currency: string }) => {
      seen.push(`${ctx.household} ${ctx.currency}`);
      await Promise.resolve();
    });
    (hooks.currencyKept as unknown[]).push(async () => await Promise.resolve('There are entries in it.'));
    const { body: home } = await world.as('zed').post('households/', { name: 'New' });
    expect(seen).toEqual([`${home.id} NZD`]);
    const path = `households/${home.id}/`;
    expect((await world.as('zed').patch(path, { currency: 'NZD' })).status).toBe(200);
    expect(await world.as('zed').patch(path, { currency: 'AUD' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/currency', code: 'currency_in_use' }] },
    });
    (hooks.currencyKept as unknown[]).pop();
    await world.close();
  });

  it('keeps the currency once there is an entry, though it is on somebody’s private account', async () => {
    const world = await makeWorld();
    const path = `households/${world.household}/`;
    expect((await world.as('mere').patch(path, { currency: 'AUD' })).status).toBe(200);
    expect((await world.as('mere').patch(path, { currency: 'NZD' })).status).toBe(200);
    const account = await world
      .as('tama')
      .post('accounts/', { name: 'Mine', kind: 'cash', visibility: 'private' });
    const entry = { account_id: account.body.id, occurred_on: '2026-11-20', amount: '12.00' };
    expect((await world.as('tama').post('transactions/', entry)).status).toBe(201);
    expect(await world.as('mere').patch(path, { currency: 'AUD' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/currency' }] },
    });
    await world.close();
  });

  it('undoes the household when it fails', async () => {
    const world = await makeWorld();
    const hooks = world.program.ground.hooks;
    (hooks.householdCreated as unknown[]).push(() =>
      Promise.reject(new Problem('BUSINESS_4001', 'Not today.')),
    );
    const id = newId();
    expect((await world.as('zed').post('households/', { id, name: 'Never' })).status).toBe(422);
    expect(await world.sql('select 1 from households where id = $1', [id])).toEqual([]);
    await world.close();
  });
});
