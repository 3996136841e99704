import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOwner, makeKey } from '../../../test/key-owner.ts';
import { byCommand, homeWithMoney, staffPerson } from '../../../test/staff-people.ts';
import type { StaffPerson } from '../../../test/staff-people.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

const MINUTE_MS = 60_000;
const WHY = { reason: 'Called from their own number' };

let signing: SigningWorld;
let manager: StaffPerson;
let boss: StaffPerson;
beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
  boss = await staffPerson(signing, 'Sina', 'superadmin');
  manager = await staffPerson(signing, 'Rewi', 'manager');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

async function fresh(person: StaffPerson): Promise<StaffPerson['browser']> {
  const browser = await signing.logIn(person.email, person.app.code());
  Object.assign(person, { browser });
  return browser;
}

const logIn = async (email: string) =>
  await signing.browser().post('auth/login/', { email_or_username: email, password: PASSWORD });

describe('accounts', () => {
  it('are found by address, name, id and state, page by page', async () => {
    const home = await homeWithMoney(signing, 'hinemoa');
    await keyOwner(signing, 'tane');
    const staff = await fresh(manager);
    const names = async (query: string) =>
      (await staff.get(`admin/users/?${query}`)).body.results.map(({ email }: { email: string }) => email);
    expect(await names('q=HINEMOA@')).toEqual([home.email]);
    expect(await names(`q=${home.id}`)).toEqual([home.email]);
    expect(await names('q=Rewi')).toEqual([manager.email]);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('state=locked')).toEqual([]);
    const first = (await staff.get('admin/users/?page_size=2')).body;
    const second = (await staff.get(`admin/users/?page_size=2&cursor=${first._meta.next_cursor}`)).body;
    const back = (await staff.get(`admin/users/?page_size=2&cursor=${second._meta.previous_cursor}`)).body;
    expect(new Set([...first.results, ...second.results].map(({ id }) => id)).size).toBe(4);
    expect(back.results).toEqual(first.results);
  });

  it('of children are said to be that, and not to be unconfirmed', async () => {
    const { browser } = await homeWithMoney(signing, 'marama');
    const child = { first_name: 'Pipi', guardian_consents: true };
    const { user_id } = (await browser.post('children/', child)).body;
    const staff = await fresh(manager);
    const ids = async (state: string) =>
      (await staff.get(`admin/users/?state=${state}`)).body.results.map(({ id }: { id: string }) => id);
    expect(await ids('guarded')).toEqual([user_id]);
    expect(await ids('unverified')).not.toContain(user_id);
    expect(await ids('active')).not.toContain(user_id);
    expect((await staff.get(`admin/users/${user_id}/`)).body).toMatchObject({ state: 'guarded', email: '' });
  });

  it('show how they stand, and households no money', async () => {
    const home = await homeWithMoney(signing, 'aperahama');
    const staff = await fresh(manager);
    const account = (await staff.get(`admin/users/${home.id}/`)).body;
    expect(account).toMatchObject({
      state: 'active',
      factors: [],
      sessions: 1,
      households: [{ id: home.household, name: 'Home of aperahama', role: 'admin' }],
      locked_at: null,
    });
    const page = (await staff.get(`admin/households/${home.household}/`)).body;
    expect(page).toMatchObject({ name: 'Home of aperahama', currency: 'NZD', members_count: 1 });
    expect(Object.keys(page).sort()).toEqual(
      ['created_at', 'currency', 'deleted_at', 'id', 'members', 'members_count', 'name', 'type'].sort(),
    );
    const list = (await staff.get('admin/households/?q=APERAHAMA')).body.results;
    expect(list.map(({ id }: { id: string }) => id)).toEqual([home.household]);
    expect(JSON.stringify([page, list, account])).not.toMatch(/balance|Everyday|Grocer|-9\.00/);
  });
});

describe('locking an account', () => {
  it('ends sessions and rests keys on every node, tells its owner why, and hides behind a wrong password', async () => {
    const { browser, email } = await keyOwner(signing, 'wiremu');
    const { by } = await makeKey(signing, browser);
    const { id } = (await browser.get('users/me/')).body;
    const staff = await fresh(manager);
    const locked = await staff.post(`admin/users/${id}/lock/`, WHY);
    expect(locked.body).toMatchObject({ state: 'locked', sessions: 0 });
    for (let node = 0; node < 2; node += 1) {
      expect((await browser.get('users/me/')).body.error_code).toBe('AUTH_1003');
      expect((await by.get('accounts/')).body.error_code).toBe('AUTH_1040');
    }
    expect((await logIn(email)).body.error_code).toBe('AUTH_1002');
    expect((await browser.refresh()).status).toBe(401);
    expect((await signing.letters(email)).at(-1)?.text).toContain(WHY.reason);
    expect((await staff.post(`admin/users/${id}/lock/`, WHY)).status).toBe(409);
    const list = (await staff.get('admin/users/?state=locked')).body.results;
    expect(list.map((one: { id: string }) => one.id)).toEqual([id]);

    expect((await staff.post(`admin/users/${id}/unlock/`, WHY)).body.state).toBe('active');
    expect((await by.get('accounts/')).status).toBe(200);
    const back = await signing.logIn(email);
    const history = (await back.get('users/me/security-history/?page_size=100')).body.results;
    expect(history.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['staff.locked_account', 'staff.unlocked_account']),
    );
    const told = history.find(({ action }: { action: string }) => action === 'staff.locked_account');
    expect(told.reason).toBe(WHY.reason);
    // From where staff did it is theirs.
    expect(told.ip).toBeNull();
    expect((await staff.post(`admin/users/${id}/unlock/`, WHY)).status).toBe(409);
  });

  it('is refused to a mailed code or a link as well: no session begins', async () => {
    const { browser, email } = await keyOwner(signing, 'ngaire');
    const { id } = (await browser.get('users/me/')).body;
    const staff = await fresh(manager);
    await staff.post(`admin/users/${id}/lock/`, WHY);
    await signing.browser().post('auth/password/reset/', { email });
    const words = {
      new_password: 'four kererū over the ridge',
      new_password_confirm: 'four kererū over the ridge',
    };
    await signing
      .browser()
      .post('auth/password/reset/confirm/', { token: await signing.tokenFor(email), ...words });
    const answer = await signing
      .browser()
      .post('auth/login/', { email_or_username: email, password: words.new_password });
    expect(answer.body.error_code).toBe('AUTH_1002');
    expect(
      await signing.world.sql('select 1 from sessions where user_id = $1 and ended_at is null', [id]),
    ).toEqual([]);
  });

  it('goes for wrong passwords too: staff, or the command line, unlocks', async () => {
    const { browser, email } = await keyOwner(signing, 'moana');
    const { id } = (await browser.get('users/me/')).body;
    const lockOut = async () => {
      for (let time = 0; time < 5; time += 1)
        await signing.browser().post('auth/login/', { email_or_username: email, password: 'wrong' });
      expect((await logIn(email)).status).toBe(423);
    };
    await lockOut();
    const staff = await fresh(manager);
    expect((await staff.get(`admin/users/${id}/`)).body.sign_in_locked_until).not.toBeNull();
    expect((await staff.post(`admin/users/${id}/unlock/`, WHY)).status).toBe(200);
    expect((await logIn(email)).status).toBe(200);
    await lockOut();
    expect(await byCommand(signing, { what: 'unlock', name: email })).toMatchObject({ code: 0 });
    expect((await logIn(email)).status).toBe(200);
  });

  it('is nobody’s own business, and of staff only a superadmin’s', async () => {
    const staff = await fresh(manager);
    expect((await staff.post(`admin/users/${manager.id}/lock/`, WHY)).status).toBe(422);
    expect((await staff.post(`admin/users/${boss.id}/lock/`, WHY)).body.error_code).toBe('AUTH_1052');
    const top = await fresh(boss);
    const other = await staffPerson(signing, 'Tavita', 'viewer');
    expect((await top.post(`admin/users/${other.id}/end-sessions/`, WHY)).body.sessions).toBe(0);
    expect((await other.browser.get('users/me/')).status).toBe(401);
  });
});

describe('a new password', () => {
  it('is asked for by staff, and chosen before anything else', async () => {
    const { browser, email } = await keyOwner(signing, 'pita');
    const { id } = (await browser.get('users/me/')).body;
    const staff = await fresh(manager);
    expect((await staff.post(`admin/users/${id}/require-new-password/`, WHY)).status).toBe(200);
    expect((await signing.letters(email)).at(-1)?.text).toContain(WHY.reason);
    const { body } = await logIn(email);
    expect(body.access_token).toBeUndefined();
  });
});

describe('what staff did', () => {
  it('is listed by who, what, on whom and when, with its reason, and can be changed by nobody', async () => {
    const top = await fresh(boss);
    const acts = async (query: string) => (await top.get(`admin/acts/?${query}`)).body.results;
    const mine = await acts(`staff_id=${manager.id}&action=account.locked`);
    expect(mine.length).toBe(2);
    expect(mine[0]).toMatchObject({
      staff: { id: manager.id, name: 'Rewi' },
      staff_role: 'manager',
      reason: WHY.reason,
      user: { name: 'Hana' },
    });
    expect((await acts(`user_id=${mine[0].user.id}`)).length).toBeGreaterThan(0);
    expect(await acts('at__gte=2030-01-01T00:00:00Z')).toEqual([]);
    const app = signing.world.program.ground.database.app;
    await expect(app.query("update staff_acts set reason = ''")).rejects.toThrow(/permission denied/);
    await expect(app.query('delete from staff_acts')).rejects.toThrow(/permission denied/);
  });
});

describe('staff roles', () => {
  it('are given and taken by a superadmin, each with a letter, and the last superadmin stays', async () => {
    const { browser, email } = await keyOwner(signing, 'kahu');
    const { id } = (await browser.get('users/me/')).body;
    const top = await fresh(boss);
    const given = await top.post('admin/staff/', { user_id: id, role: 'editor', ...WHY });
    expect(given.body).toMatchObject({ role: 'editor', has_factor: false });
    expect((await signing.letters(email)).at(-1)?.subject).toBe('You are editor of this KinWise now');
    expect((await top.post(`admin/staff/${id}/take-role/`, WHY)).status).toBe(204);
    expect((await top.post(`admin/staff/${id}/take-role/`, WHY)).status).toBe(404);
    expect((await top.post(`admin/staff/${boss.id}/take-role/`, WHY)).status).toBe(409);
    const lower = await top.post('admin/staff/', { user_id: boss.id, role: 'viewer', ...WHY });
    expect(lower.body.error_code).toBe('BUSINESS_4008');
    expect((await top.post('privacy/deletion/')).body.error_code).toBe('BUSINESS_4008');
    expect(await byCommand(signing, { what: 'demote', name: boss.email })).toMatchObject({ code: 1 });
    expect(
      await byCommand(signing, { what: 'promote', name: 'nobody@example.org', role: 'viewer' }),
    ).toMatchObject({
      code: 1,
    });
  });

  it('shorten the life of access tokens to five minutes, also of one that was made before', async () => {
    const { browser, email } = await keyOwner(signing, 'hemi');
    await signing.unwatched(email);
    signing.world.clock.advance(6 * MINUTE_MS);
    expect((await browser.get('users/me/')).status).toBe(200);
    await byCommand(signing, { what: 'promote', name: email, role: 'viewer' });
    expect((await browser.get('users/me/')).status).toBe(401);
    const again = await logIn(email);
    expect(again.body.expires_in).toBe(300);
  });

  it('fix the idle timeout at 15 minutes, whatever was chosen, on every kind of client', async () => {
    const staff = await fresh(manager);
    await signing.unwatched(manager.email);
    expect((await staff.get('session/')).body.timeout_seconds).toBe(900);
    const { browser, email } = await keyOwner(signing, 'tui');
    await signing.unwatched(email);
    expect((await browser.get('session/')).body.timeout_seconds).toBeNull();
  });

  it('let four sign-ins a minute through', async () => {
    const strict = await makeSigningWorld({ settings: { RATE_LIMITS: 'on', LIMIT_LOGIN_MINUTE: '50' } });
    try {
      await strict.signUp('staff@example.org');
      await byCommand(strict, { what: 'promote', name: 'staff@example.org', role: 'viewer' });
      const statuses: number[] = [];
      for (let time = 0; time < 5; time += 1) {
        const at = strict.browser(`203.0.113.${20 + time}`);
        const login = { email_or_username: 'staff@example.org', password: PASSWORD };
        statuses.push((await at.post('auth/login/', login)).status);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 429]);
    } finally {
      await strict.close();
    }
  });
});

describe('a person who is erased', () => {
  it('takes the reasons of staff along; that something was done stays', async () => {
    const { browser, email } = await keyOwner(signing, 'erana');
    const { id } = (await browser.get('users/me/')).body;
    const staff = await fresh(manager);
    await staff.post(`admin/users/${id}/end-sessions/`, { reason: 'Erana Quillonabar lost her phone' });
    const again = await signing.logIn(email);
    await again.post('privacy/deletion/');
    const { close } = await import('../../home/erasure/erasure.ts');
    signing.world.clock.advance(31 * 24 * 60 * MINUTE_MS);
    await signing.world.program.opener.outside({ origin: { requestId: 'test' } }, close);
    await signing.world.runJobs();
    const rows = await signing.world.sql<{ reason: string }>(
      'select reason from staff_acts where on_user = $1',
      [id],
    );
    expect(rows).toEqual([{ reason: '' }]);
  });
});
