import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

type Change = { entity: string; id: string; op: 'put' | 'delete'; row?: { [name: string]: unknown } };

/** A device: a copy of rows by kind and id, kept up to date through the one door. */
function device(world: World, person: Person, limit = 1000) {
  const rows = new Map<string, Change>();
  let cursor: string | undefined;
  let calls = 0;
  const pull = async (): Promise<Change[]> => {
    const seen: Change[] = [];
    for (let more = true; more; ) {
      const since = cursor === undefined ? '' : `&since=${cursor}`;
      const { status, body } = await world.as(person).get(`sync/?limit=${limit}${since}`);
      expect(status).toBe(200);
      for (const change of body.changes as Change[]) {
        seen.push(change);
        if (change.op === 'put') rows.set(`${change.entity} ${change.id}`, change);
        else rows.delete(`${change.entity} ${change.id}`);
      }
      cursor = body.next_cursor;
      more = body.has_more;
      calls += 1;
    }
    return seen;
  };
  const all = (entity: string): Change[] => [...rows.values()].filter((change) => change.entity === entity);
  return { pull, all, calls: () => calls, cursor: () => cursor };
}

describe('sync', () => {
  let world: World;
  let account: string;
  const operations = (count: number, payee: string): object => ({
    operations: Array.from({ length: count }, (_unused, index) => ({
      op: 'create',
      data: { account_id: account, amount: '1.00', payee, occurred_on: `2026-0${(index % 9) + 1}-11` },
    })),
  });

  beforeAll(async () => {
    world = await makeWorld();
    account = (await world.as('mere').post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
    await world.as('mere').post('transactions/bulk/', operations(45, 'First'));
  });
  afterAll(async () => {
    await world.close();
  });

  it('gives a device the whole copy in pages, and then only what changed', async () => {
    const phone = device(world, 'tama', 10);
    await phone.pull();
    expect(phone.calls()).toBeGreaterThan(4);
    expect(phone.all('transaction')).toHaveLength(45);
    expect(phone.all('account')).toHaveLength(1);
    expect(phone.all('membership')).toHaveLength(6);
    expect(await phone.pull()).toEqual([]);
    const made = (
      await world.as('mere').post('transactions/', { account_id: account, amount: '2.00', payee: 'Later' })
    ).body;
    const changes = await phone.pull();
    expect(changes.find((change) => change.id === made.id)?.row).toMatchObject({
      payee: 'Later',
      amount: '2.00',
    });
    expect(changes.find((change) => change.entity === 'account')?.row).toMatchObject({ balance: '47.00' });
  });

  it('misses nothing that is written while the first copy is being fetched', async () => {
    const phone = device(world, 'tama', 10);
    const first = await world.as('tama').get('sync/?limit=10');
    await world.as('mere').post('transactions/', { account_id: account, amount: '3.00', payee: 'Meanwhile' });
    let cursor = first.body.next_cursor;
    const seen: Change[] = [...first.body.changes];
    for (let more = true; more; ) {
      const { body } = await world.as('tama').get(`sync/?limit=10&since=${cursor}`);
      seen.push(...body.changes);
      cursor = body.next_cursor;
      more = body.has_more;
    }
    expect(seen.some((change) => change.row?.['payee'] === 'Meanwhile')).toBe(true);
    await phone.pull();
  });

  it('tells of what is gone, and of what came back', async () => {
    const phone = device(world, 'mere');
    await phone.pull();
    const { id } = phone.all('transaction')[0] as Change;
    await world.as('mere').delete(`transactions/${id}/`);
    expect(await phone.pull()).toContainEqual(expect.objectContaining({ id, op: 'delete' }));
    await world.as('mere').post(`transactions/${id}/restore/`);
    expect((await phone.pull()).find((change) => change.id === id)?.op).toBe('put');
  });

  it('says nothing of another member’s private account', async () => {
    const phone = device(world, 'tama');
    await phone.pull();
    const secret = (
      await world.as('mere').post('accounts/', { name: 'Secret', kind: 'cash', visibility: 'private' })
    ).body.id;
    await world
      .as('mere')
      .post('transactions/', { account_id: secret, amount: '5.00', payee: 'Nobody knows' });
    expect(await phone.pull()).toEqual([]);
    const own = device(world, 'mere');
    await own.pull();
    expect(own.all('account').map((change) => change.id)).toContain(secret);
  });

  it('gives a teen no more than the teen may see', async () => {
    const phone = device(world, 'aroha');
    await phone.pull();
    expect(phone.all('transaction')).toEqual([]);
    expect(phone.all('account')).toEqual([]);
    expect(phone.all('invitation')).toEqual([]);
    expect(phone.all('category').length).toBeGreaterThanOrEqual(0);
  });

  it('gives a member with another role a new copy, with all that the role sees and nothing else', async () => {
    const memberships = (await world.as('mere').get(`households/${world.household}/members/`)).body.results;
    const place = memberships.find((one: { role: string }) => one.role === 'teen');
    const become = async (role: string) => await world.as('mere').patch(`memberships/${place.id}/`, { role });
    const phone = device(world, 'aroha');
    await phone.pull();
    const asTeen = phone.cursor() ?? '';
    expect((await become('parent')).status).toBe(200);
    expect(await world.as('aroha').get(`sync/?since=${asTeen}`)).toMatchObject({
      status: 410,
      body: { error_code: 'RESOURCE_3010' },
    });
    const asParent = device(world, 'aroha');
    await asParent.pull();
    expect(asParent.all('transaction').length).toBeGreaterThan(40);
    expect((await become('teen')).status).toBe(200);
    expect((await world.as('aroha').get(`sync/?since=${asParent.cursor() ?? ''}`)).status).toBe(410);
    // The first copy is of the same role again, but of before: what happened in between is in the log.
    await phone.pull();
    expect(phone.all('transaction')).toEqual([]);
  });

  it('answers 410 to a copy that is too old, and 400 to a cursor that was made elsewhere', async () => {
    const phone = device(world, 'mere');
    await phone.pull();
    await world.as('mere').post('tags/', { name: 'Forgotten' });
    await world.sql('update change_counters set forgotten_seq = last_seq where household_id = $1', [
      world.household,
    ]);
    const old = await world.as('mere').get(`sync/?since=${phone.cursor() ?? ''}`);
    expect(old).toMatchObject({ status: 410, body: { error_code: 'RESOURCE_3010' } });
    expect((await world.as('mere').get('sync/?since=abc.def')).status).toBe(400);
    const foreign = (await world.as('zed').get('sync/')).body.next_cursor;
    expect((await world.as('mere').get(`sync/?since=${foreign}`)).status).toBe(400);
  });

  it('hands out numbers in the order of the commits, whoever writes at once', async () => {
    await Promise.all(
      Array.from(
        { length: 20 },
        async (_unused, index) =>
          await world.as(index % 2 ? 'mere' : 'tama').post('tags/', { name: `Race ${index}` }),
      ),
    );
    const lines = await world.sql<{ seq: string }>(
      'select seq::text from changes where household_id = $1 order by changes.seq',
      [world.household],
    );
    const numbers = lines.map((line) => Number(line.seq));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_unused, index) => index + 1));
  });
});
