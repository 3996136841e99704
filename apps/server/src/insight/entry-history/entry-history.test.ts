import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

type Step = {
  action: string;
  actor: { name: string | null; is_me: boolean };
  by: string;
  by_name: string | null;
  together: number;
  changes: { field: string; before: unknown; after: unknown }[];
};

describe('the history of an entry', () => {
  let world: World;
  let account: string;
  beforeEach(async () => {
    world = await makeWorld();
    account = (
      await make('mere', 'accounts/', { name: 'Everyday', kind: 'checking', opening_balance: '500.00' })
    ).id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const make = async (person: Person, path: string, body: object): Promise<{ id: string }> => {
    const answer = await world.as(person).post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const entry = async (more: object = {}, person: Person = 'mere'): Promise<string> =>
    (await make(person, 'transactions/', { account_id: account, amount: '-20.00', payee: 'Dairy', ...more }))
      .id;
  const history = async (id: string, person: Person = 'mere'): Promise<Step[]> => {
    const answer = await world.as(person).get(`transactions/${id}/history/`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.results;
  };
  const fieldsOf = (step: Step | undefined) => step?.changes.map(({ field }) => field);

  it('is read field by field by everybody who may read the entry, admin or not', async () => {
    const id = await entry({ payer_id: world.ids.aroha }, 'sam');
    await world.as('mere').patch(`transactions/${id}/`, { amount: '-21.00' });
    for (const person of ['mere', 'tama', 'olive', 'sam', 'aroha'] as const) {
      const [changed, made, ...more] = await history(id, person);
      expect(more).toEqual([]);
      const actor = { name: 'Sam', is_me: person === 'sam' };
      expect(made).toMatchObject({ action: 'transaction.created', actor, by: 'edit' });
      expect(changed).toMatchObject({
        actor: { name: 'Mere' },
        changes: [
          {
            field: 'amount',
            kind: 'money',
            currency: 'NZD',
            before: { text: '-20.00' },
            after: { text: '-21.00' },
          },
        ],
      });
      expect(JSON.stringify([changed, made])).not.toMatch(/127\.0\.0\.1|lightMyRequest/);
    }
  });

  it('names no account that the reader’s role does not reach', async () => {
    const id = await entry({ payer_id: world.ids.aroha });
    const joint = (
      await make('mere', 'accounts/', { name: 'Joint', kind: 'checking', opening_balance: '50.00' })
    ).id;
    await world.as('mere').patch(`transactions/${id}/`, { account_id: joint });
    const [moved] = await history(id, 'aroha');
    expect(moved?.changes).toMatchObject([
      { field: 'account', before: { things: [{ name: null }] }, after: { things: [{ name: null }] } },
    ]);
    const [seen] = await history(id, 'olive');
    expect(seen?.changes).toMatchObject([
      { before: { things: [{ name: 'Everyday' }] }, after: { things: [{ name: 'Joint' }] } },
    ]);
  });

  it('is not there for who may not read the entry', async () => {
    const id = await entry();
    expect((await world.as('kiri').get(`transactions/${id}/history/`)).status).toBe(404);
    expect((await world.as('zed').get(`transactions/${id}/history/`)).status).toBe(404);
    expect((await world.as('mere').get(`transactions/${newId()}/history/`)).status).toBe(404);
    const own = (
      await make('tama', 'accounts/', {
        name: 'Own',
        kind: 'savings',
        opening_balance: '9.00',
        visibility: 'private',
      })
    ).id;
    const hidden = (await make('tama', 'transactions/', { account_id: own, amount: '-1.00' })).id;
    expect((await world.as('mere').get(`transactions/${hidden}/history/`)).status).toBe(404);
    expect(await history(hidden, 'tama')).toHaveLength(1);
  });

  it('tells splits, tags, trash and transfers', async () => {
    const id = await entry();
    const tag = (await make('mere', 'tags/', { name: 'camp' })).id;
    const food = (await make('mere', 'categories/', { name: 'Food', kind: 'expense' })).id;
    await world.as('mere').post(`transactions/${id}/tags/`, { add: [tag], remove: [] });
    await world.as('mere').patch(`transactions/${id}/`, { tags: [] });
    await world.as('mere').post(`transactions/${id}/splits/`, {
      splits: [
        { amount: '-12.00', category_id: food },
        { amount: '-8.00', category_id: null },
      ],
    });
    await world.as('mere').delete(`transactions/${id}/`);
    await world.as('mere').post(`transactions/${id}/restore/`);
    const steps = await history(id);
    expect(steps.map(({ action }) => action)).toEqual([
      'transaction.restored',
      'transaction.deleted',
      'transaction.changed',
      'transaction.changed',
      'transaction.changed',
      'transaction.created',
    ]);
    const [restored, , split, untagged, tagged] = steps;
    expect(fieldsOf(restored)).toEqual(['deleted']);
    expect(split?.changes.find(({ field }) => field === 'splits')).toMatchObject({
      before: null,
      after: {
        parts: [
          { category: 'Food', amount: '-12.00' },
          { category: null, amount: '-8.00' },
        ],
      },
    });
    expect(untagged?.changes).toMatchObject([
      { field: 'tags', before: { things: [{ name: 'camp' }] }, after: null },
    ]);
    expect(tagged?.changes).toMatchObject([
      { field: 'tags', before: null, after: { things: [{ name: 'camp' }] } },
    ]);
  });

  it('tells both sides of a transfer of their making, linking and parting', async () => {
    const other = (await make('mere', 'accounts/', { name: 'Savings', kind: 'savings' })).id;
    const made = await make('mere', 'transactions/', {
      account_id: account,
      amount: '-50.00',
      type: 'transfer',
      transfer_account_id: other,
    });
    expect(await history(made.id)).toMatchObject([{ action: 'transaction.created', together: 2 }]);
    const [from_id, to_id] = [
      await entry({ amount: '-30.00' }),
      await entry({ amount: '30.00', account_id: other }),
    ];
    await make('mere', 'transactions/link-transfer/', { from_id, to_id });
    await make('mere', 'transactions/unlink-transfer/', { id: from_id });
    for (const id of [from_id, to_id]) {
      const [parted, linked] = await history(id);
      expect(parted).toMatchObject({ action: 'transfer.unlinked', together: 2 });
      expect(linked).toMatchObject({ action: 'transfer.linked', together: 2 });
      expect(fieldsOf(linked)).toEqual(expect.arrayContaining(['type', 'transfer']));
    }
  });

  it('finds the entry among many that were changed together, by a person or by a rule', async () => {
    const rent = (await make('mere', 'categories/', { name: 'Rent', kind: 'expense' })).id;
    const ids = [await entry({ payee: 'Landlord' }), await entry({ payee: 'Landlord', amount: '-30.00' })];
    const [id = ''] = ids;
    await make('mere', 'transactions/bulk/', {
      operations: ids.map((one) => ({ op: 'update', id: one, data: { notes: 'Flat' } })),
    });
    const rule = await make('mere', 'rules/', {
      name: 'Rent is rent',
      match: 'all',
      conditions: [{ field: 'payee', op: 'contains', value: 'Landlord' }],
      actions: [{ kind: 'set_category', value: rent }],
    });
    await make('mere', `rules/${rule.id}/apply/`, {});
    const [byRule, byHand] = await history(id);
    expect(byHand).toMatchObject({
      by: 'bulk',
      together: 2,
      changes: [{ field: 'notes', before: null, after: { text: 'Flat' } }],
    });
    expect(byRule).toMatchObject({ by: 'rule', by_name: 'Rent is rent', together: 2 });
    expect(byRule?.changes.find(({ field }) => field === 'category')).toMatchObject({
      before: null,
      after: { things: [{ name: 'Rent' }] },
    });
  });

  it('knows the file that an entry came with', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `${index + 1}/10/2026,-${index + 1}.00,Shop ${index}`,
    );
    const file = {
      name: 'october.csv',
      bytes: new TextEncoder().encode(['Date,Amount,Payee', ...lines].join('\n')),
    };
    const uploaded = await world.as('mere').upload('imports/', file, { account_id: account });
    await make('mere', `imports/${uploaded.body.id}/commit/`, {});
    const { results } = (await world.as('mere').get(`transactions/?import_id=${uploaded.body.id}`)).body;
    expect(results).toHaveLength(12);
    await world.as('tama').patch(`transactions/${results[0].id}/`, { notes: 'Seen' });
    expect(await history(results[0].id)).toMatchObject([
      { action: 'transaction.changed', actor: { name: 'Tama' } },
      { action: 'transaction.created', actor: { name: 'Mere' }, by: 'import', by_name: 'october.csv' },
    ]);
  });

  it('comes in pages, and the beginning stands on the last of them', async () => {
    const id = await entry();
    for (let index = 0; index < 5; index += 1)
      await world.as('mere').patch(`transactions/${id}/`, { notes: `${index}` });
    const first = (await world.as('mere').get(`transactions/${id}/history/?page_size=4`)).body;
    expect(first.results).toHaveLength(4);
    const rest = (
      await world.as('mere').get(`transactions/${id}/history/?page_size=4&cursor=${first._meta.next_cursor}`)
    ).body;
    expect(rest.results.map(({ action }: Step) => action)).toEqual([
      'transaction.changed',
      'transaction.created',
    ]);
  });
});
