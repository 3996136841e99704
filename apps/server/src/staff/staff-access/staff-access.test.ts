import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../features.ts';
import { appUrlOf } from '../../platform/migrate.ts';
import { byCommand, homeWithMoney, staffPerson } from '../../../test/staff-people.ts';
import type { StaffPerson } from '../../../test/staff-people.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { endWhatIsOver } from './staff-access.ts';

const MINUTE_MS = 60_000;
const WHY = { reason: 'An import shows doubled entries, as they wrote', ticket: 'K-7', minutes: 10 };

let signing: SigningWorld;
let home: Awaited<ReturnType<typeof homeWithMoney>>;
let manager: StaffPerson;
let other: StaffPerson;
beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2, settings: { STAFF_ACCESS_MINUTES: '30' } });
  home = await homeWithMoney(signing, 'hinemoa');
  await signing.unwatched(home.email);
  manager = await staffPerson(signing, 'Rewi', 'manager');
  other = await staffPerson(signing, 'Sina', 'superadmin');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const at = (): Record<string, string> => ({ 'x-household-id': home.household });
const tick = async () =>
  await signing.world.program.opener.outside({ origin: { requestId: 'test' } }, endWhatIsOver);
const look = async (path: string) => await manager.browser.get(path, at());

async function open(by = manager, more = {}) {
  return await by.browser.post(`admin/households/${home.household}/access/`, { ...WHY, ...more });
}

async function fresh(person: StaffPerson): Promise<void> {
  const again = await signing.logIn(person.email, person.app.code());
  Object.assign(person, { browser: again });
}

async function atHome(): Promise<void> {
  home = { ...home, browser: await signing.logIn(home.email) };
}

/** Calls every route of a household as staff, on both nodes in turn. */
async function everyRoute(): Promise<{ title: string; status: number; code: string }[]> {
  const found: { title: string; status: number; code: string }[] = [];
  for (const route of routes) {
    if (route.access !== 'household' || route.upload !== undefined) continue;
    const param = (name: string) => (name === route.householdParam ? home.household : home.account);
    const path = route.path.replace(/:(\w+)/g, (_all, name: string) => param(name));
    const verb = route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete';
    for (let node = 0; node < 2; node += 1) {
      const answer =
        verb === 'get' || verb === 'delete'
          ? await manager.browser[verb](path, at())
          : await manager.browser[verb](path, {}, at());
      found.push({
        title: `${route.method} ${route.path}`,
        status: answer.status,
        code: answer.body.error_code,
      });
    }
  }
  return found;
}

describe('without a reason', () => {
  it('every route of a household answers staff 404, a write as well, on every node', {
    timeout: 120_000,
  }, async () => {
    const answers = await everyRoute();
    // What takes a body is read before the household is looked for, and may be refused for that.
    expect(answers.filter(({ status }) => ![404, 422, 400].includes(status))).toEqual([]);
    expect(answers.filter(({ title }) => title.startsWith('GET')).length).toBeGreaterThan(40);
    expect((await look('accounts/')).body.error_code).toBe('RESOURCE_3001');
  });

  it('only a manager or superadmin who confirms, and says why, gets in', async () => {
    const viewer = await staffPerson(signing, 'Vili', 'viewer');
    expect((await open(viewer)).body).toMatchObject({ error_code: 'AUTH_1052', needs: 'manager' });
    await fresh(manager);
    expect((await open(manager, { reason: 'because' })).status).toBe(422);
    for (const minutes of [31, 61]) expect((await open(manager, { minutes })).status).toBe(422);
    const nowhere = await manager.browser.post(
      'admin/households/01890a5d-ac96-774b-bcce-b302099a8057/access/',
      WHY,
    );
    expect(nowhere.status).toBe(404);
    signing.world.clock.advance(11 * MINUTE_MS);
    expect((await open()).body.error_code).toBe('AUTH_1003');
    await fresh(manager);
    await signing.world.sql('update sessions set confirmed_at = $1 where user_id = $2', [
      '2026-01-01T00:00:00Z',
      manager.id,
    ]);
    expect((await open()).body.error_code).toBe('AUTH_1020');
  });
});

describe('with a reason', () => {
  let grant: string;
  beforeAll(async () => {
    await fresh(manager);
    const opened = await open();
    expect(opened, JSON.stringify(opened.body)).toMatchObject({ status: 201, body: { is_open: true } });
    grant = opened.body.id;
  });

  it('the household’s admins get a letter and find it in their activity at once', async () => {
    const letter = (await signing.letters(home.email)).at(-1);
    expect(letter?.subject).toBe('Somebody who runs this KinWise may look into Home of hinemoa');
    expect(letter?.text).toContain('Rewi (manager)');
    expect(letter?.text).toContain(WHY.reason);
    const { body } = await home.browser.get('audit/?action=staff_access.opened');
    const said = JSON.stringify(body.results[0].changes);
    for (const word of ['Rewi', 'manager', WHY.reason]) expect(said).toContain(word);
    const list = (await home.browser.get('staff-access/')).body.results;
    expect(list).toMatchObject([{ id: grant, is_open: true, ticket: 'K-7', staff: { name: 'Rewi' } }]);
  });

  it('staff read what members share, never private accounts, and each look is written down', async () => {
    const accounts = await look('accounts/');
    expect(accounts.body.results.map(({ name }: { name: string }) => name)).toEqual(['Everyday']);
    const entries = await look('transactions/');
    expect(entries.body.results.map(({ payee }: { payee: string }) => payee)).toEqual(['Grocer']);
    expect((await look(`accounts/${home.account}/`)).status).toBe(200);
    const { body } = await home.browser.get('audit/?action=staff_access.read');
    expect(body.results.length).toBe(3);
    expect(JSON.stringify(body.results)).toContain('GET transactions/');
    const [row] = (await home.browser.get('staff-access/')).body.results;
    expect(row.reads).toBe(3);
  });

  it('only reads work: whatever writes, exports or copies is refused', { timeout: 120_000 }, async () => {
    await fresh(manager);
    const before = await signing.world.sql('select * from transactions order by id');
    const answers = await everyRoute();
    const writes = answers.filter(({ title }) => !title.startsWith('GET'));
    expect(
      writes.filter(
        ({ status, code }) => status !== 403 && ![400, 422].includes(status) && code !== 'AUTH_1053',
      ),
    ).toEqual([]);
    expect(writes.some(({ code }) => code === 'AUTH_1053')).toBe(true);
    const reads = answers.filter(({ title }) => title.startsWith('GET'));
    expect(reads.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    for (const path of ['sync/', 'audit/', 'staff-access/'])
      expect((await look(path)).status, path).toBe(403);
    expect(await signing.world.sql('select * from transactions order by id')).toEqual(before);
  });

  it('a second one at the same time is refused, and other staff see nothing by it', async () => {
    expect((await open()).status).toBe(409);
    await fresh(other);
    expect((await other.browser.get('accounts/', at())).status).toBe(404);
  });

  it('opens nothing to a session that has not seen the second factor', async () => {
    await fresh(manager);
    const [session] = (await manager.browser.get('auth/sessions/')).body.results.filter(
      (one: { current: boolean }) => one.current,
    );
    await signing.world.sql("update sessions set factors = '{password}' where id = $1", [session.id]);
    expect((await look('accounts/')).body.error_code).toBe('AUTH_1051');
    await fresh(manager);
  });

  it('opens nothing to an API key of theirs', async () => {
    await fresh(manager);
    const made = await manager.browser.post('auth/api-keys/', { name: 'Key', scopes: ['read:accounts'] });
    const program = signing.browser();
    program.bear(made.body.key);
    expect((await program.get('accounts/', at())).status).toBe(404);
    expect((await program.get('admin/users/')).body.error_code).toBe('AUTH_1042');
  });

  it('the database itself shows them nothing without it, private rows never, and lets them write nothing', async () => {
    const role = signing.world.program.ground.config.DATABASE_APP_ROLE;
    const [{ name } = { name: '' }] = await signing.world.sql<{ name: string }>(
      'select current_database() as name',
    );
    const owner = new URL(
      String((signing.world.program.ground.database.owner as pg.Pool).options.connectionString),
    );
    expect(owner.pathname.slice(1)).toBe(name);
    const client = new pg.Client({ connectionString: appUrlOf(owner.href, role, 'test') });
    await client.connect();
    const count = async (): Promise<number> =>
      Number((await client.query<{ count: string }>('select count(*) from transactions')).rows[0]?.count);
    try {
      await client.query('begin');
      await client.query(
        "select set_config('app.household_id', $1, true), set_config('app.user_id', $2, true)",
        [home.household, manager.id],
      );
      expect(await count()).toBe(0);
      await client.query("select set_config('app.staff_grant', $1, true)", [grant]);
      expect(await count()).toBe(1);
      const changed = await client.query('update transactions set memo = $1', ['x']);
      expect(changed.rowCount).toBe(0);
      await expect(
        client.query('insert into accounts select (a).* from (select a from accounts a limit 1) s'),
      ).rejects.toThrow(/row-level security/);
      await client.query('rollback');
      await client.query('begin');
      await client.query(
        "select set_config('app.household_id', $1, true), set_config('app.user_id', $2, true)",
        [home.household, other.id],
      );
      await client.query("select set_config('app.staff_grant', $1, true)", [grant]);
      expect(await count()).toBe(0);
      await client.query('rollback');
    } finally {
      await client.end();
    }
  });

  it('is over when its time is over, also for a clock that goes back afterwards', async () => {
    await fresh(manager);
    expect((await look('accounts/')).status).toBe(200);
    signing.world.clock.advance(10 * MINUTE_MS);
    await fresh(manager);
    const before = signing.world.clock.nowMs();
    expect((await look('accounts/')).status).toBe(404);
    expect((await look('accounts/')).status).toBe(404);
    await tick();
    signing.world.clock.moveTo(before - 8 * MINUTE_MS);
    expect((await look('accounts/')).status).not.toBe(200);
    signing.world.clock.moveTo(before);
    await atHome();
    const [row] = (await home.browser.get('staff-access/')).body.results;
    expect(row).toMatchObject({ is_open: false, ended_by: 'time' });
  });

  it('is over at once, on every node, when an admin of the household ends it, or the staff member does', async () => {
    for (const end of ['household', 'staff']) {
      await fresh(manager);
      await atHome();
      const { body } = await open();
      expect((await look('accounts/')).status).toBe(200);
      const ended =
        end === 'staff'
          ? await manager.browser.post(`admin/access/${body.id}/end/`)
          : await home.browser.post(`staff-access/${body.id}/end/`);
      expect(ended.body).toMatchObject({ is_open: false, ended_by: end });
      expect([(await look('accounts/')).status, (await look('accounts/')).status]).toEqual([404, 404]);
    }
  });

  it('goes with the role: whoever is no manager any more sees nothing at once', async () => {
    await fresh(manager);
    await open();
    expect((await look('accounts/')).status).toBe(200);
    await byCommand(signing, { what: 'promote', name: manager.email, role: 'viewer' });
    expect([(await look('accounts/')).status, (await look('accounts/')).status]).toEqual([404, 404]);
    await byCommand(signing, { what: 'promote', name: manager.email, role: 'manager' });
    expect((await look('accounts/')).status).toBe(200);
  });

  it('a member of the household looks at it as one, and never with a reason', async () => {
    const own = await homeWithMoney(signing, 'worker');
    await fresh(manager);
    await signing.world.sql(
      `insert into memberships (household_id, id, user_id, role, joined_at, created_at, updated_at)
       values ($1, gen_random_uuid(), $2, 'observer', $3, $3, $3)`,
      [own.household, manager.id, '2026-11-01T00:00:00Z'],
    );
    const asked = await manager.browser.post(`admin/households/${own.household}/access/`, WHY);
    expect(asked.body.error_code).toBe('BUSINESS_4001');
    await signing.world.sql('delete from memberships where user_id = $1', [manager.id]);
  });

  it('a member who is no admin, and a stranger, neither see nor end it', async () => {
    await atHome();
    const stranger = await homeWithMoney(signing, 'stranger');
    const [row] = (await home.browser.get('staff-access/')).body.results;
    expect((await stranger.browser.get('staff-access/', at())).status).toBe(404);
    expect((await stranger.browser.post(`staff-access/${row.id}/end/`)).status).toBe(404);
  });

  it('ends with the household, and holds up none that goes on', async () => {
    const gone = await homeWithMoney(signing, 'zoe');
    await fresh(manager);
    const path = `admin/households/${gone.household}/access/`;
    expect((await manager.browser.post(path, WHY)).status).toBe(201);
    const name = encodeURIComponent('Home of zoe');
    expect((await gone.browser.delete(`households/${gone.household}/?confirm=${name}`)).status).toBe(204);
    expect((await manager.browser.get(path)).body.results).toMatchObject([{ ended_by: 'household' }]);
    const reopened = 'update staff_grants set ended_at = null, ended_by = null where household_id = $1';
    await signing.world.sql(reopened, [gone.household]);
    signing.world.clock.advance(10 * MINUTE_MS);
    await tick();
  });
});
