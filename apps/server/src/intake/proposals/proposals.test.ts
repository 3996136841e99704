import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

describe('what a file brings', () => {
  let world: World;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    world = await makeWorld();
    const mere = world.as('mere');
    for (const name of ['Groceries', 'Food', 'Household']) {
      ids[name] = (await mere.post('categories/', { name })).body.id;
    }
    ids['tag'] = (await mere.post('tags/', { name: 'Weekly' })).body.id;
    const account = { kind: 'checking', opening_balance: '5000.00', opened_on: '2026-01-01' };
    ids['shared'] = (await mere.post('accounts/', { ...account, name: 'Everyday' })).body.id;
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

  /** A preview of rows such as `2026-06-01,-12.50,Countdown`. */
  const preview = async (lines: readonly string[], person: Person = 'mere') => {
    const text = ['Date,Amount,Payee,Memo', ...lines].join('\n');
    const file = { name: 'june.csv', bytes: new TextEncoder().encode(`${text}\n`) };
    const account_id = (person === 'tama' ? ids['hidden'] : ids['shared']) ?? '';
    const made = await world.as(person).upload('imports/', file, { account_id });
    const rows = (await world.as(person).get(`imports/${made.body.id}/rows/`)).body.results;
    return { id: made.body.id as string, rows };
  };
  const spend = async (payee: string, category: string, person: Person = 'mere') => {
    const account_id = person === 'tama' ? ids['hidden'] : ids['shared'];
    await world.as(person).post('transactions/', {
      account_id,
      amount: '-1.00',
      payee,
      category_id: ids[category],
      occurred_on: '2026-02-01',
    });
  };
  const rule = async (name: string, payee: string, ...actions: object[]) =>
    (
      await world.as('mere').post('rules/', {
        name,
        conditions: [{ field: 'payee', op: 'contains', value: payee }],
        actions,
      })
    ).body.id;

  it('is proposed by rule first, then by merchant, then by history, each with its reason', async () => {
    for (let times = 0; times < 3; times += 1) await spend('Alpha', 'Groceries');
    const byHistory = (await preview(['2026-06-01,-12.50,Alpha,'])).rows[0];
    expect(byHistory).toMatchObject({
      category_id: ids['Groceries'],
      proposed: { confidence: 90, reason: '3 of 3 Alpha entries were Groceries.' },
    });
    await world.as('mere').post('merchants/', { name: 'Alpha', default_category_id: ids['Household'] });
    expect((await preview(['2026-06-01,-12.50,ALPHA,'])).rows[0].proposed).toMatchObject({
      category_id: ids['Household'],
      reason: 'Alpha goes to Household.',
    });
    await rule('Alpha is food', 'alpha', { kind: 'set_category', value: ids['Food'] });
    expect((await preview(['2026-06-01,-12.50,Alpha,'])).rows[0].proposed).toEqual({
      category_id: ids['Food'],
      confidence: 100,
      reason: 'Your rule “Alpha is food” says so.',
    });
  });

  it('is treated as the rules say, and counted for them', async () => {
    const renamed = await rule(
      'Beta',
      'beta 4412',
      { kind: 'set_payee', value: 'Beta' },
      { kind: 'add_tag', value: ids['tag'] },
      { kind: 'set_notes', value: 'By rule' },
      { kind: 'set_member', value: world.ids.tama },
    );
    const split = await rule('Half and half', 'gamma', {
      kind: 'split',
      value: [
        { category_id: ids['Food'], share: 1 },
        { category_id: ids['Household'], share: 1 },
      ],
    });
    await rule('Not ours', 'delta', { kind: 'ignore' });
    const { id, rows } = await preview([
      '2026-06-02,-20.01,BETA 4412 HAMILTON,Card',
      '2026-06-03,-10.01,Gamma,',
      '2026-06-04,-5.00,Delta,',
    ]);
    expect(rows.map((row: { include: boolean }) => row.include)).toEqual([true, true, false]);
    expect(rows[2].reason).toBe('Left out by your rule “Not ours”.');
    const done = await world.as('mere').post(`imports/${id}/commit/`);
    expect(done.body.status).toBe('committed');
    const made = (await world.as('mere').get(`transactions/?import_id=${id}&sort=occurred_on`)).body.results;
    expect(made).toMatchObject([
      {
        payee: 'Beta',
        memo: 'BETA 4412 HAMILTON Card',
        tags: [ids['tag']],
        notes: 'By rule',
        payer_id: world.ids.tama,
      },
      {
        category_id: null,
        splits: [
          { category_id: ids['Food'], amount: '-5.01' },
          { category_id: ids['Household'], amount: '-5.00' },
        ],
      },
    ]);
    for (const one of [renamed, split]) {
      expect((await world.as('mere').get(`rules/${one}/`)).body.hits).toBe(1);
    }
  });

  it('is never told by what only somebody else saw', async () => {
    for (let times = 0; times < 5; times += 1) await spend('Jeweller', 'Household', 'tama');
    expect((await preview(['2026-06-05,-99.00,Jeweller,'])).rows[0].proposed).toBeNull();
    expect((await preview(['2026-06-05,-99.00,Jeweller,'], 'tama')).rows[0].proposed).toMatchObject({
      category_id: ids['Household'],
      reason: '5 of 5 Jeweller entries were Household.',
    });
  });
});
