import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

const COFFEE = { name: 'Coffee', filters: { q: 'coffee', type: 'expense', needs_review: true } };

describe('saved searches', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('are kept under a name, renamed, given other filters, and forgotten', async () => {
    const mere = world.as('mere');
    const made = await mere.post('saved-searches/', COFFEE);
    expect(made).toMatchObject({ status: 201, body: { ...COFFEE, version: 1 }, headers: { etag: '"v1"' } });
    const path = `saved-searches/${made.body.id}/`;
    expect((await mere.patch(path, { name: 'Cafés' })).body).toMatchObject({
      name: 'Cafés',
      filters: COFFEE.filters,
      version: 2,
    });
    expect((await mere.patch(path, { filters: { q: 'tea' } })).body).toMatchObject({
      name: 'Cafés',
      filters: { q: 'tea' },
    });
    expect((await mere.get('saved-searches/')).body.results).toHaveLength(1);
    expect((await mere.delete(path)).status).toBe(204);
    expect((await mere.get(path)).status).toBe(404);
    expect((await mere.get('saved-searches/')).body.results).toEqual([]);
  });

  it('are one member’s own: nobody else sees, names or changes them, and the log keeps quiet too', async () => {
    const { body } = await world.as('mere').post('saved-searches/', { ...COFFEE, name: 'Only mine' });
    const tama = world.as('tama');
    const before = (await tama.get('sync/')).body.changes;
    expect(JSON.stringify(before)).not.toContain('Only mine');
    expect((await tama.get('saved-searches/')).body.results).toEqual([]);
    expect((await tama.patch(`saved-searches/${body.id}/`, { name: 'Mine now' })).status).toBe(404);
    expect((await tama.delete(`saved-searches/${body.id}/`)).status).toBe(404);
    const log = await world.sql('select private_to from changes where $1 = any(ids)', [body.id]);
    expect(log).toEqual([{ private_to: world.ids.mere }]);
  });

  it('have one name each for a member; another member may use the same', async () => {
    const named = { ...COFFEE, name: 'Power' };
    expect((await world.as('mere').post('saved-searches/', named)).status).toBe(201);
    expect(await world.as('mere').post('saved-searches/', { ...named, name: ' POWER ' })).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002', errors: [{ pointer: '/name', code: 'taken' }] },
    });
    expect((await world.as('kiri').post('saved-searches/', named)).status).toBe(201);
  });

  it('reach the devices of their owner', async () => {
    const { body } = await world.as('sam').post('saved-searches/', { ...COFFEE, name: 'Rent' });
    const { changes } = (await world.as('sam').get('sync/')).body;
    expect(changes).toContainEqual({ entity: 'saved_search', id: body.id, op: 'put', version: 1, row: body });
  });

  it('refuse a change made to an older version', async () => {
    const mere = world.as('mere');
    const { body } = await mere.post('saved-searches/', { ...COFFEE, name: 'Old' });
    await mere.patch(`saved-searches/${body.id}/`, { name: 'New' });
    const late = await mere.patch(`saved-searches/${body.id}/`, { name: 'Late' }, { 'if-match': '"v1"' });
    expect(late).toMatchObject({ status: 412, body: { current: { name: 'New', version: 2 } } });
  });

  it.each([
    [{}, 'empty'],
    [{ 'Not A Name': 'x' }, 'invalid_key'],
    [{ q: 7 }, 'invalid_union'],
    [Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`f${'x'.repeat(at)}`, 'y'])), 'too_many'],
  ])('refuse filters such as %j', async (filters, code) => {
    const answer = await world.as('mere').post('saved-searches/', { name: 'Odd', filters });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ pointer: expect.stringMatching(/^\/filters/), code });
  });

  it('are at most fifty', async () => {
    const olive = world.as('olive');
    for (let made = 0; made < 50; made += 1)
      expect((await olive.post('saved-searches/', { ...COFFEE, name: `Search ${made}` })).status).toBe(201);
    expect(await olive.post('saved-searches/', { ...COFFEE, name: 'One more' })).toMatchObject({
      status: 422,
      body: { error_code: 'BUSINESS_4001' },
    });
  });
});
