/** Taking an import back while other imports state some of the same: what they state stays, as if they alone had brought it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BOOKED,
  CAFE,
  SHOP,
  WAITING,
  commit as keep,
  csv,
  upload as send,
} from '../../../test/imports/books.ts';
import type { Line } from '../../../test/imports/books.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, Caller, World } from '../../../test/world.ts';

describe('an import that is undone while another one', () => {
  let world: World;
  let mere: Caller;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const upload = async (lines: readonly Line[], as = mere, account_id = account): Promise<Answer> =>
    await send(as, { account_id, bytes: csv(lines) });
  const commit = async (id: string, by = mere): Promise<string> => await keep({ world, by }, id);
  const bring = async (lines: readonly Line[], as = mere, account_id = account): Promise<string> =>
    await commit((await upload(lines, as, account_id)).body.id, as);
  const undo = async (id: string, as = mere): Promise<Answer['body']> => {
    const { body } = await as.post(`imports/${id}/undo/`);
    expect(body.status).toBe('undone');
    return body;
  };
  const show = async (id: string): Promise<Answer['body']> => (await mere.get(`imports/${id}/`)).body;
  const rowsOf = async (id: string, as = mere): Promise<Answer['body'][]> =>
    (await as.get(`imports/${id}/rows/`)).body.results;
  const list = async (query = ''): Promise<Answer['body'][]> =>
    (await mere.get(`transactions/?page_size=100&sort=occurred_on${query}`)).body.results;
  const books = async (): Promise<string[]> =>
    (await list()).map((one) => `${one.occurred_on} ${one.payee} ${one.amount} ${one.status}`).sort();
  const balance = async (id = account): Promise<string> => (await mere.get(`accounts/${id}/`)).body.balance;

  it('booked its pending entry leaves the booked one to that one', async () => {
    const first = await bring([CAFE, WAITING]);
    const second = await bring([BOOKED, SHOP]);
    expect(await balance()).toBe('-105.50');
    expect(await show(first)).toMatchObject({ entries_staying: 1 });
    expect(await undo(first)).toMatchObject({ entries_staying: 1 });
    expect(await balance()).toBe('-101.00');
    expect(await books()).toEqual([
      '2026-01-07 Hotel Y -100.00 completed',
      '2026-01-08 Shop -1.00 completed',
    ]);
    expect(new Set((await list()).map((one) => one.import_id))).toEqual(new Set([second]));
    const rows = await rowsOf(second);
    expect(rows.map((row) => [row.state, row.include, row.transaction_id !== null])).toEqual([
      ['new', true, true],
      ['new', true, true],
    ]);
    expect((await rowsOf(first)).map((row) => [row.state, row.include])).toEqual([
      ['new', true],
      ['duplicate', false],
    ]);
    await undo(second);
    expect(await books()).toEqual([]);
    expect(await balance()).toBe('0.00');
  });

  it('booked its pending entry keeps it pending when it is the other one that goes', async () => {
    const first = await bring([CAFE, WAITING]);
    const second = await bring([BOOKED, SHOP]);
    expect(await show(second)).toMatchObject({ entries_staying: 0 });
    await undo(second);
    expect(await books()).toEqual(['2026-01-05 Cafe -4.50 completed', '2026-01-06 Hotel Y -100.00 pending']);
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('states rows of it again leaves those, and a third one gets them from there', async () => {
    const first = await bring([CAFE, BOOKED]);
    const second = await bring([CAFE, BOOKED, SHOP]);
    const third = await bring([BOOKED, SHOP]);
    expect(await undo(first)).toMatchObject({ entries_staying: 2 });
    expect(await balance()).toBe('-105.50');
    expect(await show(second)).toMatchObject({
      counts: { new: 3, duplicate: 0, included: 3 },
      entries_staying: 2,
    });
    await undo(second);
    expect(await balance()).toBe('-101.00');
    expect(new Set((await list()).map((one) => one.import_id))).toEqual(new Set([third]));
    await undo(third);
    expect(await books()).toEqual([]);
    expect((await mere.get('transactions/?deleted=true')).body.results).toEqual([]);
  });

  it('is the very same file, which added nothing, takes everything along', async () => {
    const [first] = [await bring([CAFE, BOOKED]), await bring([CAFE, BOOKED])];
    expect(await undo(first)).toMatchObject({ entries_staying: 0 });
    expect(await books()).toEqual([]);
  });

  it('was undone before takes everything along', async () => {
    const first = await bring([CAFE, BOOKED]);
    await undo(await bring([CAFE, BOOKED, SHOP]));
    expect(await books()).toEqual([
      '2026-01-05 Cafe -4.50 completed',
      '2026-01-07 Hotel Y -100.00 completed',
    ]);
    expect(await show(first)).toMatchObject({ entries_staying: 0 });
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('booked what two others say is pending leaves it to the first of those, and they to each other', async () => {
    const first = await bring([WAITING]);
    const second = await bring([['06/01/2026', 'Hotel Y', '-100.00', 'Pending'], CAFE]);
    const third = await bring([BOOKED]);
    await undo(first);
    expect(await books()).toEqual([
      '2026-01-05 Cafe -4.50 completed',
      '2026-01-07 Hotel Y -100.00 completed',
    ]);
    await undo(third);
    expect(await books()).toEqual(['2026-01-05 Cafe -4.50 completed', '2026-01-06 Hotel Y -100.00 pending']);
    await undo(second);
    expect(await books()).toEqual([]);
  });

  it('also says that the entry is booked keeps it booked when the one that booked it goes', async () => {
    const first = await bring([WAITING]);
    const second = await bring([BOOKED]);
    const third = await bring([BOOKED, SHOP]);
    expect(await undo(second)).toMatchObject({ entries_staying: 1 });
    expect(await balance()).toBe('-101.00');
    expect(await books()).toHaveLength(2);
    await undo(third);
    expect(await books()).toEqual(['2026-01-06 Hotel Y -100.00 pending']);
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('says it otherwise leaves what that one says, and what a person wrote since', async () => {
    const first = await bring([['07/01/2026', 'HOTEL Y WELLINGTON NZ', '-100.00'], CAFE]);
    await bring([['07/01/2026', 'HOTEL Y WELLINGTON', '-100.00'], CAFE]);
    const [cafe] = (await list()).filter((one) => one.payee === 'Cafe');
    const { body: category } = await mere.post('categories/', { name: 'Coffee', kind: 'expense' });
    await mere.patch(`transactions/${cafe.id}/`, {
      occurred_on: '2026-01-04',
      payee: 'Our café',
      notes: 'with Tama',
      category_id: category.id,
    });
    expect(await undo(first)).toMatchObject({ entries_staying: 2 });
    expect(await books()).toEqual([
      '2026-01-04 Our café -4.50 completed',
      '2026-01-07 HOTEL Y WELLINGTON -100.00 completed',
    ]);
    expect((await mere.get(`transactions/${cafe.id}/`)).body).toMatchObject({
      notes: 'with Tama',
      category_id: category.id,
    });
    const { results } = (await mere.get(`transactions/${cafe.id}/history/`)).body;
    expect(results.map((step: { by: string }) => step.by)).toContain('import');
  });

  it('states only what a person left out, or took in as another one, loses nothing and gains nothing', async () => {
    const twice = [CAFE, CAFE];
    const first = await bring([CAFE, WAITING, SHOP]);
    const { id } = (await upload([...twice, BOOKED, SHOP])).body;
    const rows = await rowsOf(id);
    const idOf = (state: string): string => rows.find((row) => row.state === state).id;
    await mere.patch(`imports/${id}/rows/`, {
      rows: [
        { id: idOf('possible_duplicate'), include: true },
        // Not wanted, whatever the bank says of it.
        { id: idOf('replaces_pending'), include: false },
      ],
    });
    await commit(id);
    expect(await books()).toHaveLength(4);
    expect(await undo(first)).toMatchObject({ entries_staying: 2 });
    expect(await books()).toEqual([
      '2026-01-05 Cafe -4.50 completed',
      '2026-01-05 Cafe -4.50 completed',
      '2026-01-08 Shop -1.00 completed',
    ]);
    await undo(id);
    expect(await books()).toEqual([]);
  });

  it('left a statement out as a whole gets nothing of it', async () => {
    const first = await bring([CAFE, SHOP]);
    const { id } = (await upload([CAFE])).body;
    await mere.patch(`imports/${id}/`, { statements: [{ index: 0, skip: true }] });
    await commit(id);
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('leaves in the trash what lies there, and what is cancelled stays so', async () => {
    const first = await bring([CAFE, BOOKED, SHOP]);
    const second = await bring([SHOP, CAFE, BOOKED]);
    const [cafe, hotel] = await list();
    await mere.delete(`transactions/${cafe.id}/`);
    await mere.patch(`transactions/${hotel.id}/`, { status: 'cancelled' });
    await undo(first);
    expect(await books()).toEqual([
      '2026-01-07 Hotel Y -100.00 cancelled',
      '2026-01-08 Shop -1.00 completed',
    ]);
    expect(await list('&deleted=true')).toMatchObject([{ id: cafe.id, import_id: second }]);
    expect(await balance()).toBe('-1.00');
    await undo(second);
    expect([...(await list()), ...(await list('&deleted=true'))]).toEqual([]);
  });

  it('leaves a transfer linked while both of its sides stay, and takes it apart when one goes', async () => {
    const savings = (await mere.post('accounts/', { name: 'Savings', kind: 'savings' })).body.id;
    const out: Line = ['05/01/2026', 'Transfer to Savings', '-300.00'];
    const into: Line = ['05/01/2026', 'Transfer from Everyday', '300.00'];
    const first = await bring([out]);
    const second = await bring([out, SHOP]);
    const other = await bring([into], mere, savings);
    expect(await list('&type=transfer')).toHaveLength(2);
    await undo(first);
    expect(await list('&type=transfer')).toHaveLength(2);
    await undo(other);
    expect(await list('&type=transfer')).toEqual([]);
    expect(await balance()).toBe('-301.00');
    await undo(second);
    expect(await list()).toEqual([]);
  });

  it('was brought by somebody else leaves what theirs states, though its left-out rows are theirs alone', async () => {
    const tama = world.as('tama');
    const first = await bring([CAFE, BOOKED]);
    const second = await bring([CAFE, SHOP], tama);
    expect(await rowsOf(second)).toHaveLength(1);
    expect(await show(first)).toMatchObject({ entries_staying: 1 });
    await undo(first);
    expect(await books()).toEqual(['2026-01-05 Cafe -4.50 completed', '2026-01-08 Shop -1.00 completed']);
    expect(await rowsOf(second)).toHaveLength(2);
    await undo(second, tama);
    expect(await books()).toEqual([]);
  });

  it('stays as private as its account', async () => {
    const tama = world.as('tama');
    const own = await tama.post('accounts/', { name: 'His', kind: 'checking', visibility: 'private' });
    const first = await bring([CAFE, WAITING], tama, own.body.id);
    const second = await bring([CAFE, BOOKED], tama, own.body.id);
    await undo(first, tama);
    expect((await tama.get(`accounts/${own.body.id}/`)).body.balance).toBe('-104.50');
    expect(await list()).toEqual([]);
    expect((await mere.get(`imports/${second}/`)).status).toBe(404);
    const told = await world.sql<{ private_to: string | null }>(
      `select distinct private_to from changes where entity in ('import', 'transaction')`,
    );
    expect(told).toEqual([{ private_to: world.ids.tama }]);
  });

  it('is only a preview gives that one back what it took for known', async () => {
    const first = await bring([CAFE, WAITING, SHOP]);
    const waiting = (await upload([CAFE, BOOKED, SHOP])).body;
    expect(waiting.counts).toMatchObject({ duplicate: 2, replaces_pending: 1, included: 1 });
    await undo(first);
    const after = await show(waiting.id);
    expect(after.counts).toMatchObject({ new: 3, included: 3 });
    expect(after.version).toBeGreaterThan(waiting.version);
    await commit(waiting.id);
    expect(await balance()).toBe('-105.50');
  });

  it('was prepared before and committed after it has its rows too', async () => {
    const early = (await upload([CAFE, SHOP])).body.id;
    const first = await bring([CAFE]);
    await commit(early);
    expect(await books()).toHaveLength(2);
    await undo(first);
    expect(await books()).toEqual(['2026-01-05 Cafe -4.50 completed', '2026-01-08 Shop -1.00 completed']);
    await undo(early);
    expect(await books()).toEqual([]);
  });
});
