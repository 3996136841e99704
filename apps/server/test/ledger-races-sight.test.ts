/** What is written to an account while its owner shares it or takes it back is seen by whom the account is. */
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit, csv, upload } from './imports/books.ts';
import { heldUp } from './held-up.ts';
import { makeWorld } from './world.ts';
import type { Answer, Caller, World } from './world.ts';

describe('an entry that is written', () => {
  let world: World;
  let mere: Caller;
  let account: string;
  let other: string;
  let tag: string;
  let category: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    const add = async (name: string): Promise<string> =>
      (await mere.post('accounts/', { name, kind: 'checking', allow_overdraft: true })).body.id;
    [account, other] = [await add('Everyday'), await add('Savings')];
    tag = (await mere.post('tags/', { name: 'Gift', colour: '' })).body.id;
    category = (await mere.post('categories/', { name: 'Presents', kind: 'expense' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const setVisibility = async (visibility: 'shared' | 'private'): Promise<Answer> =>
    await mere.post(`accounts/${account}/visibility/`, { visibility });

  /** Begins to move the account, and the writing when that stands in the middle; then lets both go on. */
  async function whileMoved(visibility: 'shared' | 'private', write: () => Promise<unknown>): Promise<void> {
    const first = { account_id: account, amount: '-1.00', payee: 'First' };
    const { id } = (await mere.post('transactions/', first)).body;
    const keeper = new Client({ connectionString: world.program.ground.database.ownerUrl });
    await keeper.connect();
    await keeper.query('begin');
    await keeper.query('select from transactions where id = $1 for update', [id]);
    const moved = setVisibility(visibility);
    await heldUp(world.sql, 1);
    const written = write();
    await heldUp(world.sql, 2);
    await keeper.query('commit');
    await keeper.end();
    expect((await moved).status).toBe(200);
    await written;
  }

  const ways: Record<string, () => Promise<unknown>> = {
    'by hand': async () =>
      await mere.post('transactions/', {
        account_id: account,
        amount: '-5.00',
        payee: 'Jeweller',
        tags: [tag],
        splits: [
          { amount: '-3.00', category_id: category },
          { amount: '-2.00', category_id: null },
        ],
      }),
    'as a transfer': async () =>
      await mere.post('transactions/', {
        account_id: account,
        amount: '-5.00',
        payee: 'Jeweller',
        type: 'transfer',
        transfer_account_id: other,
      }),
    'by a change of its amount': async () => {
      const [row] = await world.sql<{ id: string }>("select id from transactions where notes = 'earlier'");
      await mere.patch(`transactions/${row?.id}/`, { amount: '-6.00', payee: 'Jeweller', tags: [tag] });
    },
    'by a file': async () => {
      const [row] = await world.sql<{ id: string }>('select id from imports');
      await commit({ world, by: mere }, row?.id ?? '');
    },
  };

  it.each(Object.keys(ways).flatMap((way) => [[way, 'private'] as const, [way, 'shared'] as const]))(
    '%s while its account becomes %s is so too',
    async (way, visibility) => {
      await mere.post('transactions/', { account_id: account, amount: '-4.00', notes: 'earlier' });
      if (way === 'by a file')
        await upload(mere, { account_id: account, bytes: csv([['05/01/2026', 'Jeweller', '-4.50']]) });
      if (visibility === 'shared') await setVisibility('private');
      await whileMoved(visibility, ways[way] as () => Promise<unknown>);
      const private_to = visibility === 'private' ? world.ids.mere : null;
      const found = await world.sql<{ payee: string | null; seen: (string | null)[] }>(
        `select p.name as payee, array[t.private_to, coalesce(p.private_to, case when p.id is null then t.private_to end)]
         || array(select s.private_to from transaction_splits s where s.transaction_id = t.id)
         || array(select g.private_to from transaction_tags g where g.transaction_id = t.id) as seen
       from transactions t left join payees p on p.id = t.payee_id where t.account_id = $1`,
        [account],
      );
      expect(found.filter(({ payee }) => payee === 'Jeweller')).toHaveLength(1);
      for (const { payee, seen } of found)
        expect(new Set(seen), payee ?? 'none').toEqual(new Set([private_to]));
      const { results } = (await world.as('tama').get(`transactions/?account_id=${account}`)).body;
      expect(results ?? []).toHaveLength(visibility === 'private' ? 0 : found.length);
    },
  );
});
