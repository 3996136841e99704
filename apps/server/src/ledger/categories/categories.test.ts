import { newId } from '@kinwise/core/ids';
import { DEFAULT_CATEGORIES } from '@kinwise/engines/categorisation/default-tree';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

type Row = { id: string; name: string; path: string; depth: number; kind: string; version: number };

describe('categories', () => {
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

  const add = async (body: object) => await world.as('mere').post('categories/', body);
  const list = async (query = ''): Promise<Row[]> =>
    (await world.as('mere').get(`categories/${query}`)).body.results;

  it('begin with a default tree in English and te reo Māori, each once however often it is asked for', async () => {
    const mere = world.as('mere');
    const first = await mere.post('categories/defaults/');
    expect(first.status).toBe(200);
    const again = await mere.post('categories/defaults/');
    expect(again.body.results).toEqual(first.body.results);
    expect(first.body.results).toHaveLength(DEFAULT_CATEGORIES.length);
    expect(first.body.results.slice(0, 2)).toMatchObject([
      { name: 'Income', name_mi: 'Moni whiwhi', kind: 'income', depth: 1, path: 'Income', is_default: true },
      { name: 'Salary', kind: 'income', depth: 2, path: 'Income › Salary', icon: 'banknote', colour: 'good' },
    ]);
    expect((await mere.get('categories/defaults/')).body.results).toHaveLength(DEFAULT_CATEGORIES.length);
  });

  it('are made under a parent, take its kind, and come after their siblings', async () => {
    const top = await add({ name: 'Pets', icon: 'dog', colour: 'plum' });
    expect(top).toMatchObject({
      status: 201,
      body: { kind: 'expense', depth: 1, is_default: false, version: 1 },
    });
    await add({ name: 'Vet', parent_id: top.body.id });
    await add({ name: 'Food', parent_id: top.body.id });
    const paths = (await list()).map((row) => row.path).filter((path) => path.startsWith('Pets'));
    expect(paths).toEqual(['Pets', 'Pets › Vet', 'Pets › Food']);
  });

  it('have one name in a place, whatever its case', async () => {
    const top = await add({ name: 'Garden' });
    expect(await add({ name: ' GARDEN ' })).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002' },
    });
    expect((await add({ name: 'Garden', parent_id: top.body.id })).status).toBe(201);
  });

  it('move with everything below them, and tell devices about each', async () => {
    const house = (await add({ name: 'Bach' })).body;
    const boat = (await add({ name: 'Boat' })).body;
    const engine = (await add({ name: 'Engine', parent_id: boat.id })).body;
    const moved = await world.as('mere').patch(`categories/${boat.id}/`, { parent_id: house.id });
    expect(moved).toMatchObject({ status: 200, body: { depth: 2, path: 'Bach › Boat', version: 2 } });
    expect((await world.as('mere').get(`categories/${engine.id}/`)).body).toMatchObject({
      depth: 3,
      path: 'Bach › Boat › Engine',
      version: 2,
    });
    const told = await world.sql('select 1 from changes where $1 = any(ids)', [engine.id]);
    expect(told).toHaveLength(2);
  });

  it('never stand below themselves, nor deeper than three levels', async () => {
    const a = (await add({ name: 'Level one' })).body;
    const b = (await add({ name: 'Level two', parent_id: a.id })).body;
    const c = (await add({ name: 'Level three', parent_id: b.id })).body;
    expect(await add({ name: 'Level four', parent_id: c.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/parent_id', code: 'too_deep' }] },
    });
    for (const parent_id of [a.id, c.id]) {
      expect(await world.as('mere').patch(`categories/${a.id}/`, { parent_id })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/parent_id', code: 'cycle' }] },
      });
    }
    const other = (await add({ name: 'Elsewhere' })).body;
    expect(await world.as('mere').patch(`categories/${a.id}/`, { parent_id: other.id })).toMatchObject({
      body: { errors: [{ code: 'too_deep' }] },
    });
  });

  it('make no circle when two moves meet', async () => {
    const left = (await add({ name: 'Left' })).body;
    const right = (await add({ name: 'Right' })).body;
    const answers = await Promise.all([
      world.as('mere').patch(`categories/${left.id}/`, { parent_id: right.id }),
      world.as('tama').patch(`categories/${right.id}/`, { parent_id: left.id }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('are for income, for spending or for both, and agree with their parent', async () => {
    const income = (await add({ name: 'Side jobs', kind: 'income' })).body;
    expect(await add({ name: 'Tools', kind: 'expense', parent_id: income.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/kind', code: 'kind_clash' }] },
    });
    await add({ name: 'Mowing', parent_id: income.id });
    expect(await world.as('mere').patch(`categories/${income.id}/`, { kind: 'expense' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/kind', code: 'kind_clash' }] },
    });
    expect((await world.as('mere').patch(`categories/${income.id}/`, { kind: 'both' })).status).toBe(200);
  });

  it('of income hold no spending, and none that holds some becomes one', async () => {
    const mere = world.as('mere');
    const { id } = (await add({ name: 'Market stall', kind: 'both' })).body;
    const account = { name: 'Till', kind: 'cash', allow_overdraft: true };
    const account_id = (await mere.post('accounts/', account)).body.id;
    await mere.post('transactions/', { account_id, amount: '-5.00', category_id: id });
    expect(await mere.patch(`categories/${id}/`, { kind: 'income' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/kind', code: 'in_use' }] },
    });
    const pay = (await add({ name: 'Market pay', kind: 'income' })).body.id;
    const spent = { account_id, amount: '-5.00', category_id: pay };
    expect(await mere.post('transactions/', spent)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/category_id', code: 'category_kind' }] },
    });
  });

  it('stand in the order they are put in', async () => {
    const top = (await add({ name: 'Ordered' })).body;
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) ids.push((await add({ name, parent_id: top.id })).body.id);
    const put = await world.as('mere').post('categories/reorder/', { ids: [...ids].reverse() });
    expect(put.status).toBe(200);
    const names = (await list()).filter((row) => row.path.startsWith('Ordered ›')).map((row) => row.name);
    expect(names).toEqual(['Three', 'Two', 'One']);
    expect(await world.as('mere').post('categories/reorder/', { ids: [ids[0], ids[0]] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/ids/1' }] },
    });
  });

  it('answer a stale change with the current object', async () => {
    const made = (await add({ name: 'Stale' })).body;
    await world.as('tama').patch(`categories/${made.id}/`, { name: 'Fresh' });
    expect(
      await world.as('mere').patch(`categories/${made.id}/`, { name: 'Old' }, { 'if-match': '"v1"' }),
    ).toMatchObject({ status: 412, body: { current: { name: 'Fresh', version: 2 } } });
  });

  it('belong to their household and are changed by those who may', async () => {
    const made = (await add({ name: 'Ours' })).body;
    expect((await world.as('zed').get(`categories/${made.id}/`)).status).toBe(404);
    expect((await world.as('zed').patch(`categories/${made.id}/`, { name: 'Mine' })).status).toBe(404);
    expect((await world.as('zed').get('categories/')).body.results).toEqual([]);
    expect((await world.as('zed').post('categories/', { name: 'Under', parent_id: made.id })).status).toBe(
      422,
    );
    expect((await world.as('aroha').post('categories/', { name: 'No' })).status).toBe(403);
    const seen = (await world.as('olive').get('categories/')).body.results as {
      available_actions: string[];
    }[];
    expect(seen.every((row) => row.available_actions.length === 0)).toBe(true);
  });

  it.each<[object, string]>([
    [{}, '/name'],
    [{ name: ' ' }, '/name'],
    [{ name: 'x'.repeat(61) }, '/name'],
    [{ name: 'Fine', kind: 'transfer' }, '/kind'],
    [{ name: 'Fine', colour: 'red' }, '/colour'],
    [{ name: 'Fine', icon: '<svg>' }, '/icon'],
    [{ name: 'Fine', parent_id: newId() }, '/parent_id'],
    [{ name: 'Fine', depth: 1 }, '/depth'],
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await add(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
