import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { World } from '../world.ts';

/** What the database refuses by itself, whoever asks: a relation that points into another household. */

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  await world.close();
});

it('every relation between rows of households carries the household along', async () => {
  const relations = await world.sql<{ name: string; carries: boolean }>(
    `select c.conrelid::regclass || '.' || c.conname as name,
       f.attnum = any(c.conkey) and t.attnum = any(c.confkey) as carries
     from pg_constraint c
     join pg_attribute f on f.attrelid = c.conrelid and f.attname = 'household_id' and not f.attisdropped
     join pg_attribute t on t.attrelid = c.confrelid and t.attname = 'household_id' and not t.attisdropped
     where c.contype = 'f' order by name`,
  );
  expect(relations.length).toBeGreaterThan(15);
  expect(relations.filter(({ carries }) => !carries)).toEqual([]);
});

it.each(['account', 'payee', 'category'])('no entry takes the %s of another household', async (of) => {
  const made = async (by: 'mere' | 'zed'): Promise<string> => {
    const caller = world.as(by);
    const account_id = (await caller.post('accounts/', { name: `For ${of}`, kind: 'cash' })).body.id;
    const category_id = (await caller.post('categories/', { name: `For ${of}` })).body.id;
    const entry = { account_id, category_id, amount: '5.00', payee: `Shop for ${of}` };
    return (await caller.post('transactions/', entry)).body.id;
  };
  const [own, theirs] = [await made('mere'), await made('zed')];
  const change = `update transactions set ${of}_id = (select ${of}_id from transactions where id = $2) where id = $1`;
  await expect(world.sql(change, [own, theirs])).rejects.toThrow(/foreign key/);
});

it('a category of another household is not there for an entry, nor for a part of it', async () => {
  const mere = world.as('mere');
  const category_id = (await world.as('zed').post('categories/', { name: 'Zed’s own' })).body.id;
  const account_id = (await mere.post('accounts/', { name: 'Here', kind: 'cash' })).body.id;
  const entry = { account_id, amount: '5.00' };
  const splits = [
    { amount: '2.00', category_id },
    { amount: '3.00', category_id: null },
  ];
  for (const [more, pointer] of [
    [{ category_id }, '/category_id'],
    [{ splits }, '/splits/0/category_id'],
  ] as const)
    expect(await mere.post('transactions/', { ...entry, ...more })).toMatchObject({
      status: 404,
      body: { errors: [{ pointer, code: 'category_unknown' }] },
    });
});
