import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

type Entry = {
  id: string;
  action: string;
  entity: string;
  subject: string | null;
  actor: { name: string | null; kind: string };
  count: number;
  changes: { field: string; kind: string; before: unknown; after: unknown; before_varies: boolean }[];
  success: boolean;
  risk: string;
  private: boolean;
};

describe('the activity of a household', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const make = async (
    person: Person,
    path: string,
    body: object,
  ): Promise<{ id: string; version: number }> => {
    const answer = await world.as(person).post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const feed = async (query = ''): Promise<Entry[]> => {
    const answer = await world.as('mere').get(`audit/${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.results;
  };
  const fields = (entry: Entry | undefined) =>
    Object.fromEntries((entry?.changes ?? []).map(({ field, before, after }) => [field, [before, after]]));
  const category = async (name: string): Promise<string> =>
    (await make('mere', 'categories/', { name, kind: 'expense' })).id;

  it('tells who changed what, both sides of what changed and of nothing else, by name', async () => {
    const account = await make('tama', 'accounts/', {
      name: 'Everyday',
      kind: 'checking',
      opening_balance: '100.00',
    });
    const [food, fuel] = [await category('Food'), await category('Fuel')];
    const entry = await make('tama', 'transactions/', {
      account_id: account.id,
      amount: '-45.90',
      payee: 'Countdown',
      category_id: food,
      occurred_on: '2026-11-20',
    });
    await world.as('mere').patch(`transactions/${entry.id}/`, {
      category_id: fuel,
      amount: '-46.00',
      payee: 'Z Energy',
      notes: 'Trip',
    });
    const [changed, created] = await feed('?entity=transaction');
    expect(changed).toMatchObject({
      action: 'transaction.changed',
      actor: { kind: 'user', name: 'Mere' },
      subject: 'Z Energy',
      amount: '-46.00',
      currency: 'NZD',
      count: 1,
      on: '2026-11-22',
      risk: 'low',
      success: true,
      private: false,
      ip: '127.0.0.1',
    });
    expect(fields(changed)).toEqual({
      amount: [{ text: '-45.90' }, { text: '-46.00' }],
      category: [{ things: [{ id: food, name: 'Food' }] }, { things: [{ id: fuel, name: 'Fuel' }] }],
      payee: [
        { things: [{ id: expect.any(String), name: 'Countdown' }] },
        { things: [{ id: expect.any(String), name: 'Z Energy' }] },
      ],
      notes: [null, { text: 'Trip' }],
    });
    expect(created).toMatchObject({ action: 'transaction.created', actor: { name: 'Tama' } });
    expect(fields(created)).toMatchObject({
      amount: [null, { text: '-45.90' }],
      account: [null, { things: [{ name: 'Everyday' }] }],
    });
  });

  it.each([
    {
      what: 'an account',
      path: 'accounts/',
      made: { name: 'Jar', kind: 'savings' },
      field: 'name',
      to: 'Trip',
    },
    {
      what: 'a category',
      path: 'categories/',
      made: { name: 'Pets', kind: 'expense' },
      field: 'name',
      to: 'Dogs',
    },
    {
      what: 'a tag',
      path: 'tags/',
      made: { name: 'camp', colour: '#112233' },
      field: 'colour',
      to: '#445566',
    },
    { what: 'a merchant', path: 'merchants/', made: { name: 'Shop' }, field: 'name', to: 'Store' },
    {
      what: 'a search',
      path: 'saved-searches/',
      made: { name: 'A', filters: { q: 'x' } },
      field: 'name',
      to: 'B',
    },
  ])('tells what $what was and became, and nothing that stayed', async ({ path, made, field, to }) => {
    const { id } = await make('mere', path, made);
    const changed = await world.as('mere').patch(`${path}${id}/`, { [field]: to });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect((await world.as('mere').delete(`${path}${id}/`)).status).toBe(204);
    const [gone, edit, creation] = await feed(`?entity_id=${id}`);
    const before = (made as Record<string, unknown>)[field];
    expect(fields(edit)).toEqual({ [field]: [{ text: before }, { text: to }] });
    expect(creation?.action).toMatch(/\.created$/);
    expect(gone?.action).toMatch(/\.deleted$/);
    expect(gone?.changes.some((one) => one.before !== null && one.after === null)).toBe(true);
    expect(gone?.subject).toBe(field === 'name' ? to : made.name);
  });

  it('tells roles, invitations, the household and orders with both sides', async () => {
    const { results } = (await world.as('mere').get(`households/${world.household}/members/`)).body;
    const sam = results.find(({ user_id }: { user_id: string }) => user_id === world.ids.sam).id;
    await world.as('mere').patch(`memberships/${sam}/`, { role: 'parent' });
    await world.as('mere').patch(`households/${world.household}/`, {
      name: 'Ngata home',
      pay_cycle: { kind: 'weekly', anchor_on: '2026-11-18' },
    });
    const invitation = await make('mere', `households/${world.household}/invitations/`, {
      email: 'kui@example.org',
      role: 'teen',
    });
    await world.as('mere').post(`invitations/${invitation.id}/revoke/`);
    const [a, b] = [await category('A'), await category('B')];
    await world.as('mere').post('categories/reorder/', { ids: [b, a] });
    const [order] = await feed('?action=category.changed');
    const [revoked] = await feed('?action=invitation.changed');
    const [renamed] = await feed('?action=household.changed');
    const [role] = await feed('?action=member.changed');
    expect(fields(role)).toEqual({ role: [{ text: 'flatmate' }, { text: 'parent' }] });
    expect(role).toMatchObject({ subject: 'Sam', risk: 'medium' });
    expect(fields(renamed)).toEqual({
      name: [{ text: 'Ngata whānau' }, { text: 'Ngata home' }],
      pay_cycle: [{ text: 'fortnightly' }, { text: 'weekly' }],
    });
    expect(fields(revoked)).toEqual({ status: [{ text: 'pending' }, { text: 'revoked' }] });
    expect(revoked?.subject).toBe('kui@example.org');
    expect(order).toMatchObject({ count: 2 });
  });

  it('tells a change of many once, with what they agree in', async () => {
    const account = await make('mere', 'accounts/', {
      name: 'Everyday',
      kind: 'checking',
      opening_balance: '99.00',
    });
    const [food, fuel, rent] = [await category('Food'), await category('Fuel'), await category('Rent')];
    const ids: string[] = [];
    for (const category_id of [food, fuel]) {
      ids.push(
        (
          await make('mere', 'transactions/', {
            account_id: account.id,
            amount: '-5.00',
            category_id,
            payee: 'P',
          })
        ).id,
      );
    }
    await world.as('mere').post('transactions/bulk/', {
      operations: ids.map((id) => ({ op: 'update', id, data: { category_id: rent } })),
    });
    const [bulk] = await feed('?action=transaction.changed');
    expect(bulk).toMatchObject({ count: 2, subject: null });
    expect(bulk?.changes.find(({ field }) => field === 'category')).toMatchObject({
      before: null,
      before_varies: true,
      after: { things: [{ name: 'Rent' }] },
      after_varies: false,
    });
  });

  it('shows what hangs on a private account to its owner alone', async () => {
    const account = await make('tama', 'accounts/', {
      name: 'Surprise',
      kind: 'savings',
      opening_balance: '900.00',
      visibility: 'private',
    });
    await make('tama', 'transactions/', { account_id: account.id, amount: '-80.00', payee: 'Jeweller' });
    const mine = await make('mere', 'accounts/', {
      name: 'Mere alone',
      kind: 'savings',
      visibility: 'private',
    });
    const seen = await feed();
    expect(JSON.stringify(seen)).not.toMatch(/Surprise|Jeweller|80\.00/);
    expect(
      seen.find(({ entity, subject }) => entity === 'account' && subject === 'Mere alone'),
    ).toMatchObject({ private: true });
    expect(JSON.stringify((await world.as('mere').get('audit/export/')).body)).not.toMatch(
      /Surprise|Jeweller/,
    );
    // Two admins: neither sees the other's.
    await world.sql("update memberships set role = 'admin' where user_id = $1", [world.ids.tama]);
    const other = JSON.stringify((await world.as('tama').get('audit/')).body);
    expect(other).toMatch(/Surprise/);
    expect(other).not.toMatch(/Mere alone/);
    expect(mine.id).toBeTruthy();
  });

  it('is for admins: others are refused, and the refusal stands in it with who, what and why', async () => {
    for (const person of ['tama', 'aroha', 'kiri', 'sam', 'olive'] as const) {
      expect((await world.as(person).get('audit/')).status).toBe(403);
      expect((await world.as(person).get('audit/export/')).status).toBe(403);
    }
    const denied = await feed('?action=permission.denied&risk__gte=medium&success=false');
    expect(denied).toHaveLength(10);
    expect(denied[0]).toMatchObject({
      actor: { name: 'Olive' },
      subject: 'audit.view',
      success: false,
      risk: 'medium',
    });
    expect(await feed('?success=false&risk=high')).toEqual([]);
    expect((await world.as('zed').get('audit/')).body.results).toEqual([]);
  });

  it('is found by member, thing, action, risk and days of the household, in pages that neither repeat nor miss', async () => {
    for (let index = 0; index < 7; index += 1) await make('mere', 'tags/', { name: `m${index}` });
    world.clock.advance(9 * 3600_000);
    await make('tama', 'tags/', { name: 't' });
    expect(await feed(`?member_id=${world.ids.tama}`)).toHaveLength(1);
    expect(await feed('?on__gte=2026-11-23')).toHaveLength(1);
    expect(await feed('?on__lte=2026-11-22&action=tag.created')).toHaveLength(7);
    const first = (await world.as('mere').get('audit/?page_size=3')).body;
    const second = (await world.as('mere').get(`audit/?page_size=3&cursor=${first._meta.next_cursor}`)).body;
    const third = (await world.as('mere').get(`audit/?page_size=3&cursor=${second._meta.next_cursor}`)).body;
    const all = [first, second, third].flatMap(({ results }) => results.map(({ subject }: Entry) => subject));
    expect(all).toEqual(['t', 'm6', 'm5', 'm4', 'm3', 'm2', 'm1', 'm0']);
    expect(third._meta.next_cursor).toBeNull();
    const back = (await world.as('mere').get(`audit/?page_size=3&cursor=${second._meta.previous_cursor}`))
      .body;
    expect(back.results).toEqual(first.results);
    for (const query of ['?risk=odd', '?on__gte=2026-02-30', '?colour=red', '?action=DROP TABLE'])
      expect((await world.as('mere').get(`audit/${query}`)).status, query).toBeGreaterThanOrEqual(400);
  });
});
