import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

describe('rules on the history', () => {
  let world: World;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    for (const name of ['Groceries', 'Food', 'Household']) {
      ids[name] = (await mere.post('categories/', { name })).body.id;
    }
    ids['Wages'] = (await mere.post('categories/', { name: 'Wages', kind: 'income' })).body.id;
    ids['tag'] = (await mere.post('tags/', { name: 'Weekly' })).body.id;
    const account = { kind: 'checking', opening_balance: '5000.00', opened_on: '2026-01-01' };
    ids['everyday'] = (await mere.post('accounts/', { ...account, name: 'Everyday' })).body.id;
    ids['savings'] = (await mere.post('accounts/', { ...account, name: 'Savings' })).body.id;
    ids['hidden'] = (
      await world.as('tama').post('accounts/', { ...account, name: 'Own', visibility: 'private' })
    ).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const spend = async (payee: string, more: object = {}, person: Person = 'mere') =>
    (
      await world.as(person).post('transactions/', {
        account_id: person === 'tama' ? ids['hidden'] : ids['everyday'],
        occurred_on: '2026-11-18',
        amount: '-10.00',
        payee,
        ...more,
      })
    ).body.id as string;
  const show = async (id: string, person: Person = 'mere') =>
    (await world.as(person).get(`transactions/${id}/`)).body;
  const about = (payee: string, ...actions: object[]) => ({
    name: payee,
    conditions: [{ field: 'payee', op: 'contains', value: payee }],
    actions,
  });
  const made = async (rule: object) => (await world.as('mere').post('rules/', rule)).body.id as string;
  const apply = async (id: string, body: object = {}, person: Person = 'mere') =>
    (await world.as(person).post(`rules/${id}/apply/`, body)).body;

  it('show what they would catch before they are kept', async () => {
    await spend('Alpha market');
    const newest = await spend('ALPHA Market 2', { occurred_on: '2026-11-21' });
    const { name: _name, ...rule } = about('alpha market', { kind: 'set_category', value: ids['Food'] });
    const test = await world.as('mere').post('rules/test/', { rule, limit: 1 });
    expect(test).toMatchObject({
      status: 200,
      body: {
        matched: 2,
        is_complete: true,
        sample: [{ transaction: { id: newest, category_id: null }, changes: { category_id: ids['Food'] } }],
      },
    });
    expect((await show(newest)).category_id).toBeNull();
  });

  it('change what they catch, count it once, and leave alone what is so already', async () => {
    const one = await spend('Beta shop', { category_id: ids['Groceries'] });
    const two = await spend('Beta shop 7');
    const other = await spend('Gamma shop');
    const rule = await made(
      about(
        'beta shop',
        { kind: 'set_category', value: ids['Food'] },
        { kind: 'add_tag', value: ids['tag'] },
        { kind: 'set_payee', value: 'Beta' },
        { kind: 'set_member', value: world.ids.tama },
        { kind: 'set_notes', value: 'By rule' },
      ),
    );
    expect(await apply(rule, { dry_run: true })).toMatchObject({ matched: 2, changed: 2, dry_run: true });
    expect((await show(one)).category_id).toBe(ids['Groceries']);
    expect(await apply(rule)).toMatchObject({ matched: 2, changed: 2, skipped: 0, dry_run: false });
    for (const id of [one, two]) {
      expect(await show(id)).toMatchObject({
        category_id: ids['Food'],
        tags: [ids['tag']],
        payee: 'Beta',
        payer_id: world.ids.tama,
        notes: 'By rule',
      });
    }
    expect(await show(other)).toMatchObject({ category_id: null, version: 1 });
    expect((await world.as('mere').get(`rules/${rule}/`)).body.hits).toBe(2);
    const again = await made(about('beta', { kind: 'add_tag', value: ids['tag'] }));
    expect(await apply(again)).toMatchObject({ matched: 2, changed: 0 });
    const audit = await world.sql(
      "select 1 from audit_entries where action = 'rule.applied' and entity_id = $1",
      [rule],
    );
    expect(audit).toHaveLength(1);
  });

  it('leave what has a category, where that is wanted', async () => {
    const sorted = await spend('Delta', { category_id: ids['Groceries'] });
    const open = await spend('Delta');
    const rule = await made(about('delta', { kind: 'set_category', value: ids['Food'] }));
    expect(await apply(rule, { overwrite: false })).toMatchObject({ matched: 2, changed: 1 });
    expect((await show(sorted)).category_id).toBe(ids['Groceries']);
    expect((await show(open)).category_id).toBe(ids['Food']);
  });

  it('never put spending into income, nor touch the category of a transfer', async () => {
    const entry = await spend('Epsilon');
    const moved = await spend('Epsilon to savings', {
      transfer_account_id: ids['savings'],
      type: 'transfer',
    });
    const wages = await made(about('epsilon', { kind: 'set_category', value: ids['Wages'] }));
    expect(await apply(wages)).toMatchObject({ changed: 0 });
    const food = await made(about('epsilon', { kind: 'set_category', value: ids['Food'] }));
    expect(await apply(food)).toMatchObject({ changed: 1 });
    expect((await show(entry)).category_id).toBe(ids['Food']);
    expect((await show(moved)).category_id).toBeNull();
  });

  it('split to the cent, by shares, and only what is not split', async () => {
    const entry = await spend('Zeta', { amount: '-10.01', category_id: ids['Food'] });
    const rule = await made(
      about('zeta', {
        kind: 'split',
        value: [
          { category_id: ids['Groceries'], share: 1 },
          { category_id: ids['Household'], member_id: world.ids.tama, share: 2 },
        ],
      }),
    );
    expect(await apply(rule)).toMatchObject({ matched: 1, changed: 1 });
    const split = await show(entry);
    expect(split).toMatchObject({
      category_id: null,
      splits: [
        { category_id: ids['Groceries'], amount: '-3.34' },
        { category_id: ids['Household'], member_id: world.ids.tama, amount: '-6.67' },
      ],
    });
    expect(await apply(rule)).toMatchObject({ changed: 0 });
  });

  it('split into no category that is gone, or that takes no spending', async () => {
    const gone = (await world.as('mere').post('categories/', { name: 'Gone' })).body.id;
    const into = (category_id: string | undefined) => ({
      kind: 'split',
      value: [
        { category_id, share: 1 },
        { category_id: ids['Food'], share: 1 },
      ],
    });
    const [lost, wrong] = [await spend('Lost parts'), await spend('Wrong parts')];
    const rules = [
      await made(about('lost parts', into(gone))),
      await made(about('wrong parts', into(ids['Wages']))),
    ];
    await world.as('mere').delete(`categories/${gone}/`);
    for (const rule of rules) expect(await apply(rule)).toMatchObject({ matched: 1, changed: 0 });
    expect([(await show(lost)).splits, (await show(wrong)).splits]).toEqual([[], []]);
    const file = 'Date,Payee,Amount\n01/06/2026,Wrong parts,-12.00\n02/06/2026,Lost parts,-8.00\n';
    const bytes = new TextEncoder().encode(file);
    const fields = { account_id: ids['everyday'] ?? '' };
    const { id } = (await world.as('mere').upload('imports/', { name: 'a.csv', bytes }, fields)).body;
    const { results } = (await world.as('mere').get(`imports/${id}/rows/`)).body;
    expect(results.map((row: { splits: unknown[] }) => row.splits)).toEqual([[], []]);
  });

  it('link the other side of a transfer where exactly one fits', async () => {
    const out = await spend('Eta payment', { amount: '-77.70' });
    const into = await spend('From everyday', {
      amount: '77.70',
      account_id: ids['savings'],
      occurred_on: '2026-11-20',
    });
    const alone = await spend('Eta payment', { amount: '-78.80' });
    const rule = await made(about('eta payment', { kind: 'mark_transfer', value: ids['savings'] }));
    expect(await apply(rule)).toMatchObject({ matched: 2, changed: 2 });
    expect(await show(out)).toMatchObject({ type: 'transfer', transfer_account_id: ids['savings'] });
    expect((await show(into)).type).toBe('transfer');
    expect((await show(alone)).type).toBe('expense');
  });

  it('see and change only what their user does', async () => {
    const secret = await spend('Theta', {}, 'tama');
    const rule = await made(about('theta', { kind: 'set_category', value: ids['Food'] }));
    expect(await apply(rule)).toMatchObject({ matched: 0, changed: 0 });
    expect(await apply(rule, {}, 'tama')).toMatchObject({ matched: 1, changed: 1 });
    expect((await show(secret, 'tama')).category_id).toBe(ids['Food']);
    await spend('Iota');
    const flat = await made(about('iota', { kind: 'set_category', value: ids['Food'] }));
    expect(await apply(flat, {}, 'sam')).toMatchObject({ matched: 1, changed: 0, skipped: 1 });
    expect((await world.as('zed').post(`rules/${flat}/apply/`, {})).status).toBe(404);
    expect((await world.as('olive').post(`rules/${flat}/apply/`, {})).status).toBe(403);
  });

  it('refuse a test of what cannot be run', async () => {
    const rule = {
      conditions: [{ field: 'payee', op: 'matches', value: '[' }],
      actions: [{ kind: 'ignore' }],
    };
    expect(await world.as('mere').post('rules/test/', { rule })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/rule/conditions/0/value' }] },
    });
  });
});
