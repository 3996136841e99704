/** A shared account that becomes private takes along what its files held. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { World } from '../world.ts';

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
});
