/** A shared account that becomes private takes along what its files held. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';

const FILE = ['Date,Amount,Payee', '01/06/2026,-12.50,Secret Garden', '03/06/2026,-84.10,Countdown'].join(
  '\n',
);

describe('an account that becomes private', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('hides the imports that filled it, with their rows, and leaves the others', async () => {
    const [mere, tama] = [world.as('mere'), world.as('tama')];
    const account = async (name: string): Promise<string> =>
      (await mere.post('accounts/', { name, kind: 'checking', opened_on: '2026-01-01' })).body.id;
    const brought = async (account_id: string): Promise<string> => {
      const file = { name: 'june.csv', bytes: new TextEncoder().encode(FILE) };
      const { id } = (await mere.upload('imports/', file, { account_id })).body;
      expect((await mere.post(`imports/${id}/commit/`)).body.status).toBe('committed');
      return id;
    };
    const [own, shared] = [await account('Own'), await account('Shared')];
    const [hidden, kept] = [await brought(own), await brought(shared)];
    expect((await tama.get(`imports/${hidden}/rows/`)).body.results).toHaveLength(2);

    expect((await mere.post(`accounts/${own}/visibility/`, { visibility: 'private' })).status).toBe(200);

    expect((await tama.get(`imports/${hidden}/`)).status).toBe(404);
    expect((await tama.get(`imports/${hidden}/rows/`)).status).toBe(404);
    expect((await tama.get('imports/')).body.results.map((one: { id: string }) => one.id)).toEqual([kept]);
    const seen = await world.sql('select private_to from import_rows where import_id = $1', [hidden]);
    expect(seen).toEqual([{ private_to: world.ids.mere }, { private_to: world.ids.mere }]);
    expect((await mere.post(`imports/${hidden}/undo/`)).body.status).toBe('undone');
    expect(await world.brokenInvariants()).toEqual([]);
  });

  it('does not keep what its file brought when that is undone by who brought it', async () => {
    const [mere, tama] = [world.as('mere'), world.as('tama')];
    const account = async (by: Caller, name: string, visibility: string): Promise<string> =>
      (await by.post('accounts/', { name, kind: 'checking', visibility })).body.id;
    const theirs = await account(tama, 'Theirs', 'shared');
    const own = await account(mere, 'Secret', 'private');
    const one = (number: string): string =>
      `:20:A\n:25:${number}\n:28C:1\n:60F:C260601NZD10,00\n:61:2606010601D1,00NMSC\n:62F:C260601NZD9,00\n-\n`;
    const bytes = new TextEncoder().encode(`${one('1100888')}${one('2200999')}`);
    const { id } = (await mere.upload('imports/', { name: 'two.sta', bytes })).body;
    const statements = [theirs, own].map((account_id, index) => ({ index, account_id }));
    await mere.patch(`imports/${id}/`, { statements });
    expect((await mere.post(`imports/${id}/commit/`)).body.status).toBe('committed');
    await tama.post(`accounts/${theirs}/visibility/`, { visibility: 'private' });
    expect((await mere.post(`imports/${id}/undo/`)).body.status).toBe('undone');
    expect((await tama.get(`accounts/${theirs}/`)).body.balance).toBe('0.00');
    expect((await mere.get(`accounts/${own}/`)).body.balance).toBe('0.00');
    expect(await world.brokenInvariants()).toEqual([]);
  });
});
