/** What a person decided about the rows of a file stays while they say where it goes, and how it is read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import { BOOKED, CAFE, SHOP, commit, csv, upload } from './books.ts';
import type { Line } from './books.ts';

type Row = {
  id: string;
  payee: string;
  state: string;
  include: boolean;
  category_id: string | null;
};

describe('what was decided about a row', () => {
  let world: World;
  let mere: Caller;
  let everyday: string;
  let savings: string;
  let food: string;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    const account = async (name: string) =>
      (await mere.post('accounts/', { name, kind: 'checking' })).body.id as string;
    [everyday, savings] = [await account('Everyday'), await account('Savings')];
    food = (await mere.post('categories/', { name: 'Food' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const look = async (lines: readonly Line[]): Promise<string> =>
    (await upload(mere, { account_id: everyday, bytes: csv(lines) })).body.id;
  const rowsOf = async (id: string): Promise<Record<string, Row>> => {
    const { results } = (await mere.get(`imports/${id}/rows/`)).body;
    return Object.fromEntries((results as Row[]).map((row) => [row.payee, row]));
  };
  const decide = async (id: string, payee: string, decision: object): Promise<void> => {
    const row = (await rowsOf(id))[payee];
    const { status } = await mere.patch(`imports/${id}/rows/`, { rows: [{ id: row?.id, ...decision }] });
    expect(status).toBe(200);
  };
  const move = async (id: string, change: object): Promise<void> => {
    expect((await mere.patch(`imports/${id}/`, change)).status).toBe(200);
  };
  const to = (account_id: string) => ({ statements: [{ index: 0, account_id }] });

  it('stays when the statement goes to another account, and again to the first one', async () => {
    const id = await look([CAFE, BOOKED, SHOP]);
    await decide(id, 'Cafe', { category_id: food });
    await decide(id, 'Shop', { include: false });
    for (const account of [savings, everyday]) {
      await move(id, to(account));
      const rows = await rowsOf(id);
      expect(Object.keys(rows)).toHaveLength(3);
      expect(rows).toMatchObject({
        Cafe: { category_id: food, include: true },
        'Hotel Y': { category_id: null, include: true },
        Shop: { include: false },
      });
      expect((await mere.get(`imports/${id}/`)).body.counts).toMatchObject({ total: 3, included: 2 });
    }
    await commit({ world, by: mere }, id);
    expect((await mere.get('transactions/')).body.results).toHaveLength(2);
  });

  it('of an entry that it repeats counts where it repeats that one, and nowhere else', async () => {
    await commit({ world, by: mere }, await look([CAFE]));
    const id = await look([CAFE, SHOP]);
    await decide(id, 'Cafe', { include: true });
    await move(id, { mapping: { date_order: 'dmy' } });
    expect(await rowsOf(id)).toMatchObject({ Cafe: { state: 'duplicate', include: true } });
    const other = (await upload(mere, { account_id: savings, bytes: csv([CAFE]) })).body.id;
    await commit({ world, by: mere }, other);
    await move(id, to(savings));
    expect(await rowsOf(id)).toMatchObject({ Cafe: { state: 'duplicate', include: false } });
    await decide(id, 'Shop', { include: true });
    await move(id, to(everyday));
    expect(await rowsOf(id)).toMatchObject({ Cafe: { include: true }, Shop: { include: true } });
  });

  it('of all rows of a kind, or with a category that is gone since, stays as far as it can', async () => {
    const id = await look([CAFE, SHOP]);
    await mere.patch(`imports/${id}/rows/`, { all: { state: 'new', include: false } });
    await decide(id, 'Cafe', { category_id: food });
    await mere.delete(`categories/${food}/`);
    await world.runJobs();
    await move(id, to(savings));
    expect(await rowsOf(id)).toMatchObject({
      Cafe: { include: false, category_id: null },
      Shop: { include: false },
    });
    expect(await world.sql('select 1 from import_rows where position < 0')).toEqual([]);
  });
});
