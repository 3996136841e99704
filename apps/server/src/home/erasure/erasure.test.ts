import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { features } from '../../features.ts';
import { examine } from '../../platform/checkup.ts';
import { addressHash } from '../../identity/mail-addresses/mail-addresses.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

const DAY_MS = 24 * 3_600_000;

describe('when the time of grace is over', () => {
  let world: World;
  let mails: string;
  beforeEach(async () => {
    mails = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
    world = await makeWorld({ settings: { MAIL_URL: `dir:${mails}` } });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
    rmSync(mails, { recursive: true, force: true });
  });

  async function run(job: string): Promise<void> {
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      await Promise.resolve(ctx.enqueue({ job, payload: {} }));
    });
    await world.runJobs();
  }

  async function leave(person: Person): Promise<void> {
    expect((await world.as(person).post('privacy/deletion/')).status).toBe(202);
    world.clock.advance(30 * DAY_MS);
    await run('erasure.close');
  }

  const account = async (person: Person, body: Record<string, unknown>): Promise<string> =>
    (await world.as(person).post('accounts/', { kind: 'checking', allow_overdraft: true, ...body })).body.id;
  const letters = (to: string): { subject: string; text: string }[] =>
    readdirSync(mails)
      .sort()
      .map((name) => JSON.parse(readFileSync(join(mails, name), 'utf8')))
      .filter((mail: { to: string }) => mail.to === to);

  it('a household that others share keeps its books, under a neutral name', async () => {
    const shared = await account('tama', { name: 'Everyday' });
    const own = await account('tama', { name: 'Tama’s own', visibility: 'private' });
    const base = { account_id: shared, occurred_on: '2026-11-20' };
    const entry = (
      await world.as('tama').post('transactions/', { ...base, amount: '-30.00', payee: 'Grocer' })
    ).body;
    const move = await world.as('tama').post('transactions/', {
      ...base,
      account_id: own,
      transfer_account_id: shared,
      amount: '-12.00',
      type: 'transfer',
    });
    expect(move.status).toBe(201);
    const since = (await world.as('mere').get('sync/')).body.next_cursor;
    await leave('tama');

    const { results } = (await world.as('mere').get('transactions/')).body;
    expect(results).toHaveLength(2);
    expect(results.find((row: { id: string }) => row.id === entry.id)).toMatchObject({
      amount: '-30.00',
      author_id: world.ids.tama,
    });
    expect(results.find((row: { id: string }) => row.id !== entry.id)).toMatchObject({
      amount: '12.00',
      type: 'income',
      transfer_account_id: null,
    });
    expect((await world.as('mere').get(`accounts/${shared}/`)).body.balance).toBe('-18.00');
    expect((await world.sql('select 1 from accounts where id = $1', [own])).length).toBe(0);
    const members = (await world.as('mere').get(`households/${world.household}/members/`)).body.results;
    const former = members.find((one: { user_id: string }) => one.user_id === world.ids.tama);
    expect(former).toMatchObject({ display_name: 'Former member', status: 'cancelled' });
    expect(former.email).toBeUndefined();
    const { changes } = (await world.as('mere').get(`sync/?since=${since}`)).body;
    expect(changes).toContainEqual(
      expect.objectContaining({
        entity: 'membership',
        row: expect.objectContaining({ display_name: 'Former member' }) as unknown,
      }),
    );
    expect(letters('tama@example.org').map((mail) => mail.subject)).toEqual([
      'Your account will be erased',
      'Your account is erased',
    ]);
  });

  it('a household that was theirs alone goes with them, whatever its size', async () => {
    const home = (await world.as('zed').post('households/', { name: 'Second home' })).body.id;
    const headers = { 'x-household-id': home };
    const jar = (
      await world.as('zed').post('accounts/', { name: 'Jar', kind: 'cash', allow_overdraft: true }, headers)
    ).body.id;
    await world
      .as('zed')
      .post('transactions/', { account_id: jar, amount: '-2.00', payee: 'Kiosk' }, headers);
    await leave('zed');
    for (const table of [
      'households where id',
      'accounts where household_id',
      'transactions where household_id',
    ])
      expect(
        await world.sql(`select 1 from ${table} = any($1::uuid[])`, [[home, world.foreign]]),
        table,
      ).toEqual([]);
    expect(
      await world.sql('select email, first_name, erased_at is not null as erased from users where id = $1', [
        world.ids.zed,
      ]),
    ).toEqual([{ email: '', first_name: 'Former member', erased: true }]);
  });

  it('nobody is left without somebody in charge: it falls to a grown-up, who gets a letter', async () => {
    // Asked when another admin was there. That one may not step back any more: it happens where no rule looks.
    const [olive] = await world.sql<{ id: string }>('select id from memberships where user_id = $1', [
      world.ids.olive,
    ]);
    await world.as('mere').patch(`memberships/${olive?.id}/`, { role: 'admin' });
    expect((await world.as('mere').post('privacy/deletion/')).status).toBe(202);
    expect((await world.as('mere').patch(`memberships/${olive?.id}/`, { role: 'observer' })).status).toBe(
      409,
    );
    await world.sql("update memberships set role = 'observer' where id = $1", [olive?.id]);
    world.clock.advance(30 * DAY_MS);
    await run('erasure.close');
    const roles = await world.sql(
      `select u.first_name, m.role from memberships m join users u on u.id = m.user_id
       where m.household_id = $1 and m.status = 'active' and m.role in ('admin', 'parent')`,
      [world.household],
    );
    expect(roles).toEqual([{ first_name: 'Tama', role: 'admin' }]);
    expect(letters('tama@example.org').at(-1)?.subject).toBe('You are in charge of Ngata whānau now');
  });

  it('it falls to nobody who is about to be erased too, as long as somebody else stays', async () => {
    const role = async (person: Person, to: string) =>
      await world.sql('update memberships set role = $1 where user_id = $2', [to, world.ids[person]]);
    await role('olive', 'admin');
    for (const person of ['mere', 'tama'] as const)
      expect((await world.as(person).post('privacy/deletion/')).status).toBe(202);
    await role('olive', 'observer');
    await world.sql("update users set deletion_due_at = deletion_due_at + interval '9 days' where id = $1", [
      world.ids.tama,
    ]);
    world.clock.advance(30 * DAY_MS);
    await run('erasure.close');
    const admins = await world.sql(
      "select user_id from memberships where household_id = $1 and status = 'active' and role = 'admin'",
      [world.household],
    );
    expect(admins).toEqual([{ user_id: world.ids.sam }]);
  });

  it('a household where children alone would be left waits, and falls to none of them', async () => {
    const child = { first_name: 'Manaia', guardian_consents: true };
    expect((await world.as('mere').post('children/', child)).status).toBe(201);
    await world.sql("update memberships set role = 'admin' where user_id = $1", [world.ids.olive]);
    expect((await world.as('mere').post('privacy/deletion/')).status).toBe(202);
    await world.sql(
      `update memberships set status = 'cancelled', ended_at = now(), is_primary = false
       where household_id = $1 and user_id <> $2 and user_id not in (select user_id from guarded_accounts)`,
      [world.household, world.ids.mere],
    );
    world.clock.advance(30 * DAY_MS);
    await run('erasure.close');
    const admins = await world.sql(
      "select user_id from memberships where household_id = $1 and status = 'active' and role = 'admin'",
      [world.household],
    );
    expect(admins).toEqual([{ user_id: world.ids.mere }]);
    const waiting = await world.sql('select last_error from graphile_worker._private_jobs');
    expect(waiting).toContainEqual({ last_error: 'no guardian is left: this is tried again' });
  });

  it('not a day earlier, and there is no way back afterwards; doing it again changes nothing', async () => {
    await world.as('sam').post('privacy/deletion/');
    world.clock.advance(30 * DAY_MS - 1000);
    await run('erasure.close');
    expect(await world.sql('select email from users where id = $1', [world.ids.sam])).toEqual([
      { email: 'sam@example.org' },
    ]);
    world.clock.advance(1000);
    expect((await world.as('sam').post('users/me/deletion/cancel/')).status).toBe(409);
    expect((await world.as('sam').get('privacy/deletion/')).body.status).toBe('due');
    await run('erasure.close');
    const erased = await world.sql('select * from users where id = $1', [world.ids.sam]);
    expect(erased).toMatchObject([{ email: '', deletion_due_at: null }]);
    await run('erasure.close');
    expect(await world.sql('select * from users where id = $1', [world.ids.sam])).toEqual(erased);
    expect(letters('sam@example.org')).toHaveLength(2);
  });

  it('an erasure that broke off is taken up where it was', async () => {
    await world.as('sam').post('privacy/deletion/');
    world.clock.advance(30 * DAY_MS);
    // The account is closed and the process dies: sign-ins are over, everything else is still there.
    await world.sql('update users set deleted_at = deletion_due_at where id = $1', [world.ids.sam]);
    await run('erasure.close');
    expect(
      await world.sql('select first_name, deletion_due_at from users where id = $1', [world.ids.sam]),
    ).toEqual([{ first_name: 'Former member', deletion_due_at: null }]);
    // Erased, and dead before the others heard of it.
    await world.sql('update users set deletion_requested_at = $2, deletion_due_at = $2 where id = $1', [
      world.ids.sam,
      '2026-12-22T00:00:00Z',
    ]);
    const count = async (): Promise<number> =>
      (await world.sql("select 1 from changes where event = 'member.erased'")).length;
    const before = await count();
    await run('erasure.close');
    expect(await count()).toBe(before + 1);
    expect(await world.sql('select 1 from users where deletion_due_at is not null')).toEqual([]);
  });

  it('what came of letters to them is forgotten with them', async () => {
    const hash = addressHash(world.program.ground, 'tama@example.org');
    await world.sql(
      `insert into dead_letters (message_id, kind, reason, answer, tries, sealed, address_hash, given_up_at)
       values ('one', 'welcome', 'bounced', 'no', 1, 'k.a.b.c', $1, now())`,
      [hash],
    );
    await world.sql(
      'insert into mail_addresses (address_hash, undeliverable_at, changed_at) values ($1, now(), now())',
      [hash],
    );
    await world.sql(
      "insert into sent_letters (message_id, kind, sent_at, address_hash) values ('two', 'welcome', now(), $1)",
      [hash],
    );
    await leave('tama');
    const left = await world.sql(
      `select 1 from dead_letters where address_hash = $1 union all select 1 from mail_addresses where address_hash = $1
       union all select 1 from sent_letters where address_hash = $1`,
      [hash],
    );
    expect(left).toEqual([]);
  });

  it('accounts that never confirmed their address go without a trace, those in a household stay', async () => {
    const made = async (id: string): Promise<void> => {
      await world.sql(
        `insert into users (id, email, email_key, first_name, created_at, updated_at)
         values ($1::uuid, $1::uuid || '@example.org', $1::uuid || '@example.org', 'Ghost', $2, $2)`,
        [id, '2026-11-22T00:00:00Z'],
      );
    };
    const ghost = '01935f6e-0000-7000-8000-00000000aaaa';
    await made(ghost);
    await world.sql('update users set email_verified_at = null where id = $1', [world.ids.kiri]);
    world.clock.advance(29 * DAY_MS);
    await run('erasure.close');
    expect(await world.sql('select 1 from users where id = $1', [ghost])).toHaveLength(1);
    world.clock.advance(2 * DAY_MS);
    await run('erasure.close');
    expect(await world.sql('select 1 from users where id = $1', [ghost])).toEqual([]);
    expect(await world.sql('select first_name from users where id = $1', [world.ids.kiri])).toEqual([
      { first_name: 'Kiri' },
    ]);
    expect(letters(`${ghost}@example.org`)).toEqual([]);
  });

  it('deleted households go some time after their deletion', async () => {
    const home = (await world.as('mere').post('households/', { name: 'Mistake' })).body.id;
    await world.as('mere').delete(`households/${home}/?confirm=Mistake`);
    world.clock.advance(29 * DAY_MS);
    await run('erasure.close');
    expect(await world.sql('select 1 from households where id = $1', [home])).toHaveLength(1);
    world.clock.advance(2 * DAY_MS);
    await run('erasure.close');
    expect(await world.sql('select 1 from households where id = $1', [home])).toEqual([]);
    expect(await world.sql('select 1 from categories where household_id = $1', [home])).toEqual([]);
  });

  it('the check of the installation tells what should be gone and is not', async () => {
    const late = async (): Promise<string | undefined> =>
      (await examine(world.program.ground, features)).find(
        (finding) => finding.name === 'nothing is kept longer than is said',
      )?.broken;
    await world.as('sam').post('privacy/deletion/');
    expect(await late()).toBeUndefined();
    world.clock.advance(32 * DAY_MS);
    expect(await late()).toMatch(
      /^Your account.*: 1 should be gone since before 2026-12-23.*Does a worker run/,
    );
    await run('erasure.close');
    expect(await late()).toBeUndefined();
  });
});
