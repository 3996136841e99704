import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

describe('tags', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('are made, renamed and deleted, each with an audit entry and a numbered change', async () => {
    const mere = world.as('mere');
    const made = await mere.post('tags/', { name: '  Holiday ', colour: '#F3B63A' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Holiday', colour: '#f3b63a', version: 1 } });
    const changed = await mere.patch(`tags/${made.body.id}/`, { name: 'Rarotonga' }, { 'if-match': '"v1"' });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Rarotonga', version: 2 },
      headers: { etag: '"v2"' },
    });
    expect(await mere.patch(`tags/${made.body.id}/`, { name: 'Old' }, { 'if-match': '"v1"' })).toMatchObject({
      status: 412,
      body: { error_code: 'RESOURCE_3003', current: { name: 'Rarotonga' } },
    });
    expect((await mere.delete(`tags/${made.body.id}/`)).status).toBe(204);
    expect((await mere.get(`tags/${made.body.id}/`)).status).toBe(404);
    const log = await world.sql<{ event: string; op: string }>(
      'select event, op from changes where $1 = any(ids) order by seq',
      [made.body.id],
    );
    expect(log.map((row) => `${row.event} ${row.op}`)).toEqual([
      'tag.created put',
      'tag.changed put',
      'tag.deleted delete',
    ]);
    const audit = await world.sql('select action from audit_entries where entity_id = $1', [made.body.id]);
    expect(audit).toHaveLength(3);
  });

  it('have one name each, whatever its case', async () => {
    const mere = world.as('mere');
    await mere.post('tags/', { name: 'School' });
    expect(await mere.post('tags/', { name: 'SCHOOL' })).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002' },
    });
  });

  it('do not exist for another household', async () => {
    const made = await world.as('mere').post('tags/', { name: 'Ours' });
    expect((await world.as('zed').get(`tags/${made.body.id}/`)).status).toBe(404);
    expect((await world.as('zed').get('tags/')).body.results).toEqual([]);
    expect((await world.as('zed').get('tags/', { 'x-household-id': world.household })).status).toBe(404);
  });

  it('are not made by an observer, and the refusal is in the audit', async () => {
    expect(await world.as('olive').post('tags/', { name: 'No' })).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1005' },
    });
    const denied = await world.sql(
      "select 1 from audit_entries where action = 'permission.denied' and actor_id = $1",
      [world.ids.olive],
    );
    expect(denied).toHaveLength(1);
  });

  it('answer a repeated call with the first answer, and refuse its key for another one', async () => {
    const mere = world.as('mere');
    const key = { 'idempotency-key': newId() };
    const first = await mere.post('tags/', { name: 'Once' }, key);
    const again = await mere.post('tags/', { name: 'Once' }, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await mere.post('tags/', { name: 'Other' }, key)).status).toBe(422);
  });

  it('answer 304 to who has seen the newest state', async () => {
    const first = await world.as('mere').get('tags/');
    const etag = String(first.headers['etag']);
    expect((await world.as('mere').get('tags/', { 'if-none-match': etag })).status).toBe(304);
    await world.as('mere').post('tags/', { name: 'Newer' });
    expect((await world.as('mere').get('tags/', { 'if-none-match': etag })).status).toBe(200);
  });

  it.each([
    [{}, '/name'],
    [{ name: '   ' }, '/name'],
    [{ name: 'x'.repeat(41) }, '/name'],
    [{ name: 'a\u0000b' }, '/name'],
    [{ name: 'Fine', household_id: newId() }, '/household_id'],
    [{ name: 'Fine', colour: 'red' }, '/colour'],
    [{ name: 'Fine', id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, '/id'],
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await world.as('mere').post('tags/', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
