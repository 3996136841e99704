import type { Id } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';
import { payeeIdFor, payeeIdsFor } from './payees.ts';

describe('payees', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const ids = async (person: Person, names: string[], privateTo: Id | null = null) =>
    await world.program.opener.inHousehold(
      {
        household: person === 'zed' ? world.foreign : world.household,
        actor: { kind: 'user', userId: world.ids[person] },
        origin: { requestId: 'test' },
      },
      async (ctx) => await payeeIdsFor(ctx, names, privateTo),
    );
  const list = async (person: Person, query = '') =>
    (await world.as(person).get(`payees/${query}`)).body.results as { name: string; visibility: string }[];

  it('are one for one name, whatever its case and blanks', async () => {
    const first = await ids('mere', ['Countdown  Hamilton', 'COUNTDOWN HAMILTON ', 'Mitre 10', '  ', '']);
    expect([...first.keys()]).toEqual(['Countdown  Hamilton', 'COUNTDOWN HAMILTON ', 'Mitre 10']);
    expect(new Set(first.values()).size).toBe(2);
    const again = await ids('tama', ['countdown hamilton']);
    expect(again.get('countdown hamilton')).toBe(first.get('Countdown  Hamilton'));
    expect((await list('mere', '?q=countdown')).map((row) => row.name)).toEqual(['Countdown Hamilton']);
  });

  it('are none for a blank name', async () => {
    const at = { household: world.household, actor: { kind: 'user', userId: world.ids.mere } as const };
    const id = await world.program.opener.inHousehold(
      { ...at, origin: { requestId: 'test' } },
      async (ctx) => await payeeIdFor(ctx, ' \t ', null),
    );
    expect(id).toBeNull();
  });

  it('come by the thousand in two statements, and are found again', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `Shop ${index}`);
    const made = await ids('mere', names);
    expect(made.size).toBe(1000);
    expect(await ids('mere', names)).toEqual(made);
  });

  it('are made once when two write them at the same moment', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Parallel ${index}`);
    const [left, right] = await Promise.all([ids('mere', names), ids('tama', [...names].reverse())]);
    expect(left.size).toBe(200);
    for (const name of names) expect(left.get(name)).toBe(right.get(name));
  });

  it('of a private account are seen by its owner alone, beside a shared one of the same name', async () => {
    const own = await ids('tama', ['Secret Jeweller'], world.ids.tama);
    expect(await list('tama', '?q=jeweller')).toMatchObject([{ visibility: 'private' }]);
    expect(await list('mere', '?q=jeweller')).toEqual([]);
    const shared = await ids('mere', ['Secret Jeweller']);
    expect(shared.get('Secret Jeweller')).not.toBe(own.get('Secret Jeweller'));
    expect(await list('zed', '?q=jeweller')).toEqual([]);
  });

  it('may bear any text that a file brings', async () => {
    const odd = [
      '50% off_',
      "O'Brien\\",
      'ZERO\u0000WIDTH',
      '\ud800half',
      'ÀÉÎ'.normalize('NFD'),
      'x'.repeat(900),
    ];
    expect((await ids('mere', odd)).size).toBe(odd.length);
    expect(await ids('mere', odd)).toEqual(await ids('mere', odd));
    expect((await list('mere', `?q=${encodeURIComponent('50% off_')}`)).map((row) => row.name)).toEqual([
      '50% off_',
    ]);
    expect(await list('mere', '?q=%25%25')).toEqual([]);
  });

  it('come in pages by name', async () => {
    await ids('mere', ['Page a', 'Page b', 'Page c']);
    const first = await world.as('mere').get('payees/?q=page&page_size=2');
    expect(first.body.results.map((row: { name: string }) => row.name)).toEqual(['Page a', 'Page b']);
    const next = await world
      .as('mere')
      .get(`payees/?q=page&page_size=2&cursor=${first.body._meta.next_cursor}`);
    expect(next.body.results.map((row: { name: string }) => row.name)).toEqual(['Page c']);
    const back = await world
      .as('mere')
      .get(`payees/?q=page&page_size=2&cursor=${next.body._meta.previous_cursor}`);
    expect(back.body.results).toEqual(first.body.results);
  });
});
