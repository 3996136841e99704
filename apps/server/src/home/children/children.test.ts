import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../features.ts';
import { consented } from '../../identity/consents/consents.ts';
import type { Purpose } from '../../identity/consents/consents.schema.ts';
import { NAMED_FOR_GUARDED, isOpenToGuarded } from '../../platform/guarded-routes.ts';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { makeFamily, ok } from '../../../test/family.ts';
import type { Family } from '../../../test/family.ts';

const DAY_MS = 24 * 3_600_000;

let signing: SigningWorld;
let family: Family;
beforeAll(async () => {
  signing = await makeSigningWorld();
  family = await makeFamily(signing);
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const may = async (user: string, purpose: Purpose): Promise<boolean> =>
  await signing.world.program.opener.outside(
    { origin: { requestId: 'test' } },
    async (ctx) => await consented(ctx, user, purpose),
  );

describe('a child without an e-mail address', () => {
  it('gets a place from a guardian, who agrees for it, and has neither address nor password', async () => {
    const { mother, household } = family;
    const { body } = await mother.post('children/', {
      first_name: 'Tui',
      username: 'tui.kowhai',
      role: 'teen',
      guardian_consents: true,
    });
    expect(body).toMatchObject({ display_name: 'Tui', role: 'teen', has_pin: false, sessions: 0 });
    const [row] = await signing.world.sql('select email, password_hash from users where id = $1', [
      body.user_id,
    ]);
    expect(row).toEqual({ email: '', password_hash: null });
    const accepted = await signing.world.sql('select 1 from acceptances where user_id = $1', [body.user_id]);
    expect(accepted).toHaveLength(2);
    const members = (await mother.get(`households/${household}/members/`)).body.results;
    expect(members.find((one: { id: string }) => one.id === body.id)).toMatchObject({
      role: 'teen',
      is_primary: true,
    });
    expect((await mother.get('users/me/security-history/')).body.results).toContainEqual(
      expect.objectContaining({ action: 'child.added' }),
    );
  });

  it('is not made without a word of consent, nor with a name that somebody has', async () => {
    const { mother } = family;
    expect((await mother.post('children/', { first_name: 'Tui', guardian_consents: false })).status).toBe(
      422,
    );
    const taken = { first_name: 'Tui', guardian_consents: true, username: 'TUI.kowhai' };
    expect(await mother.post('children/', taken)).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002' },
    });
    const unproven = registration('unproven@example.org', { username: 'tui.hopeful' });
    await signing.browser('203.0.113.98').post('auth/register/', unproven);
    expect((await mother.post('children/', { ...taken, username: 'TUI.hopeful' })).status).toBe(201);
    const stranger = registration('registering@example.org', { username: 'tui.kowhai' });
    expect(await signing.browser('203.0.113.99').post('auth/register/', stranger)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/username', code: 'taken' }] },
    });
  });

  it('does not sign in by password, mailed code or reset, whatever name is typed', async () => {
    const { child, mother } = family;
    ok(await mother.patch(`children/${child.id}/`, { username: 'manaia' }));
    const login = { email_or_username: 'manaia', password: PASSWORD };
    expect((await signing.browser().post('auth/login/', login)).body.error_code).toBe('AUTH_1002');
    const before = (await signing.letters()).length;
    for (const email of [`child:${child.user_id}@example.org`, 'manaia@example.org'])
      await signing.browser().post('auth/password/reset/', { email });
    expect((await signing.letters()).length).toBe(before);
  });

  it('has no say in what its data is used for: nothing is on but what a guardian turned on', async () => {
    const { child, mother } = family;
    const kid = await family.openLink();
    for (const purpose of ['analytics', 'cohort_comparison', 'ai', 'leaderboard'] as const) {
      expect(await may(child.user_id, purpose)).toBe(false);
      const said = await kid.post('privacy/consents/', { purpose, granted: true });
      expect(said.body.error_code).toBe('AUTH_1030');
    }
    ok(await mother.post(`memberships/${child.id}/consents/`, { purpose: 'ai', granted: true }));
    expect(await may(child.user_id, 'ai')).toBe(true);
    expect(await may(child.user_id, 'cohort_comparison')).toBe(false);
  });

  it('decides for itself from sixteen on, where the year of birth says so for certain', async () => {
    const teen = async (birth_year: number | null) =>
      (await family.addChild({ first_name: 'Rua', role: 'teen', birth_year })).user_id;
    const [unknown, young, old] = [await teen(null), await teen(2010), await teen(2009)];
    for (const user of [unknown, young, old]) {
      await signing.world.sql(
        `insert into consents (id, user_id, purpose, purpose_version, granted, given_by, given_at)
         values (gen_random_uuid(), $1, 'ai', '1', true, $1, now())`,
        [user],
      );
    }
    expect([await may(unknown, 'ai'), await may(young, 'ai'), await may(old, 'ai')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('finds every door closed to passwords, addresses, factors, keys, copies and erasure', async () => {
    const kid = await family.openLink();
    const closed = routes.filter((route) => route.access !== 'public' && !isOpenToGuarded(route));
    expect(closed.length).toBeGreaterThan(30);
    for (const route of closed) {
      const path = route.path.replace(/:\w+/g, family.child.id);
      const verb = route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete';
      const answer = await kid[verb](path);
      expect([route.method, route.path, answer.body.error_code]).toEqual([
        route.method,
        route.path,
        'AUTH_1060',
      ]);
    }
    const named = routes.map((route) => `${route.method} ${route.path}`);
    expect(NAMED_FOR_GUARDED.filter((title) => !named.includes(title))).toEqual([]);
    const families =
      /password|email\/|mfa|passkeys|api-keys|oidc|privacy\/(export|deletion)|users\/me\/(deletion|data-export|delete)/;
    expect(
      routes.filter((one) => one.access !== 'public' && families.test(one.path) && isOpenToGuarded(one)),
    ).toEqual([]);
    expect((await kid.get('users/me/')).body).toMatchObject({ guarded: true, email: '' });
  });

  it('does not make its own session live longer', async () => {
    const kid = await family.openLink();
    for (const idle_timeout of ['30', '60', 'never'])
      expect((await kid.patch('users/me/preferences/', { idle_timeout })).body.error_code).toBe('AUTH_1060');
    expect((await kid.patch('users/me/preferences/', { idle_timeout: '5' })).status).toBe(200);
    expect((await kid.patch('users/me/preferences/', { theme: 'dark' })).status).toBe(200);
  });
});

describe('a guardian', () => {
  it('sees where a child is signed in, ends one session or all, and reads its history', async () => {
    const { mother, father, child } = family;
    const [first, second] = [await family.openLink({ device_name: 'Tablet' }), await family.openLink()];
    const { results } = (await father.get(`children/${child.id}/sessions/`)).body;
    const tablet = results.find((one: { device_name: string }) => one.device_name === 'Tablet');
    expect((await father.delete(`children/${child.id}/sessions/${tablet.id}/`)).status).toBe(204);
    expect((await first.get('users/me/')).status).toBe(401);
    expect((await second.get('users/me/')).status).toBe(200);
    expect((await mother.post(`children/${child.id}/sessions/end/`)).body.ended).toBeGreaterThan(0);
    expect((await second.get('users/me/')).status).toBe(401);
    const history = (await mother.get(`children/${child.id}/security-history/`)).body.results;
    expect(history.map((one: { action: string }) => one.action)).toContain('login.succeeded');
    const own = (await mother.get('users/me/security-history/')).body.results;
    expect(own.map((one: { action: string }) => one.action)).toContain('child.sessions_ended');
  });

  it('decides for children of the own household only, and never for grown-ups', async () => {
    const other = await makeFamily(signing);
    expect((await other.mother.get(`children/${family.child.id}/`)).status).toBe(404);
    expect((await other.mother.post(`children/${family.child.id}/link/`, {})).status).toBe(404);
    expect((await family.mother.post(`children/${family.fatherPlace}/link/`, {})).status).toBe(404);
    const kid = await family.openLink();
    expect((await kid.get('children/')).status).toBe(403);
  });

  it('has a copy made of what is kept about the child, and fetches it', async () => {
    const { mother, child } = family;
    const asked = await mother.post(`children/${child.id}/exports/`);
    expect(asked.status).toBe(202);
    await signing.world.runJobs();
    const [copy] = (await mother.get(`children/${child.id}/exports/`)).body.results;
    expect(copy).toMatchObject({ id: asked.body.id, status: 'ready' });
    const file = await signing.world.http.inject({
      method: 'GET',
      url: `/api/v1/children/${child.id}/exports/${copy.id}/download/`,
      headers: {
        authorization: `Bearer ${(await mother.post('auth/step-up/', { password: PASSWORD })).body.access_token}`,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('erases a child’s account after the time of grace, or keeps it', async () => {
    const { mother } = family;
    const gone = await family.addChild({ first_name: 'Erased' });
    const kept = await family.addChild({ first_name: 'Kept' });
    for (const { id } of [gone, kept])
      expect((await mother.delete(`children/${id}/`)).body.deletion_due_at).toMatch(/^2026-12-2/);
    const told = (await signing.letters()).filter(({ subject }) =>
      subject.includes('of Erased will be erased'),
    );
    const both = [mother, family.father].map(async (one) => (await one.get('users/me/')).body.email);
    expect(told.map(({ to }) => to).sort()).toEqual((await Promise.all(both)).sort());
    expect((await mother.post(`children/${gone.id}/link/`, {})).body.error_code).toBe('RESOURCE_3005');
    expect((await mother.post(`children/${kept.id}/keep/`)).body.deletion_due_at).toBeNull();
    signing.world.clock.advance(30 * DAY_MS);
    await signing.world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      await Promise.resolve(ctx.enqueue({ job: 'erasure.close', payload: {} }));
    });
    await signing.world.runJobs();
    const names = await signing.world.sql(
      'select first_name from users where id = any($1::uuid[]) order by 1',
      [[gone.user_id, kept.user_id]],
    );
    expect(names).toEqual([{ first_name: 'Former member' }, { first_name: 'Kept' }]);
  });
});

describe('somebody is always there for a child', () => {
  it('a guardian may go as long as another one stays, and the last one is told why not', async () => {
    const { mother, father, household, fatherPlace, child } = await makeFamily(signing);
    ok(
      await mother.post(`households/${household}/transfer-ownership/`, {
        membership_id: fatherPlace,
        my_role: 'flatmate',
      }),
    );
    const last = await father.post(`households/${household}/transfer-ownership/`, {
      membership_id: (await father.get(`households/${household}/members/`)).body.results.find(
        (one: { role: string }) => one.role === 'flatmate',
      ).id,
      my_role: 'observer',
    });
    expect(last.status).toBe(200);
    const refused = await mother.post('privacy/deletion/');
    expect(refused).toMatchObject({ status: 409, body: { error_code: 'BUSINESS_4008' } });
    expect((await mother.post(`households/${household}/leave/`)).body.error_code).toBe('BUSINESS_4008');
    expect((await mother.post(`children/${child.id}/link/`, {})).status).toBe(201);
  });

  it('an admin who is about to be erased is no guardian that a parent could leave a child to', async () => {
    const { mother, father, household } = await makeFamily(signing);
    expect((await mother.post('privacy/deletion/')).status).toBe(409);
    const other = await makeFamily(signing);
    const made = (await other.father.get(`households/${other.household}/members/`)).body.results;
    const mine = made.find((one: { is_me: boolean }) => one.is_me).id;
    ok(await other.mother.patch(`memberships/${mine}/`, { role: 'admin' }));
    expect((await other.mother.post('privacy/deletion/')).status).toBe(202);
    const stays = await other.father.post('privacy/deletion/');
    expect(stays).toMatchObject({ status: 409, body: { error_code: 'BUSINESS_4008' } });
    expect((await father.post(`households/${household}/leave/`)).status).toBe(204);
  });

  it('a parent does not leave children to an admin who is about to be erased', async () => {
    const { mother, father } = await makeFamily(signing);
    const { id } = (await mother.get('users/me/')).body;
    const leaving = async (due: string | null) =>
      await signing.world.sql(
        'update users set deletion_requested_at = $1, deletion_due_at = $1 where id = $2',
        [due, id],
      );
    await leaving('2027-01-01T00:00:00Z');
    expect((await father.post('privacy/deletion/')).body.error_code).toBe('BUSINESS_4008');
    await leaving(null);
    expect((await father.post('privacy/deletion/')).status).toBe(202);
  });

  it('the last home of a child is not taken from it, and it is never put in charge', async () => {
    const { mother, household, child } = await makeFamily(signing);
    expect((await mother.post(`memberships/${child.id}/deactivate/`)).body.error_code).toBe('BUSINESS_4008');
    expect((await mother.patch(`memberships/${child.id}/`, { role: 'parent' })).body.error_code).toBe(
      'BUSINESS_4001',
    );
    const heir = { membership_id: child.id, my_role: 'flatmate' };
    expect((await mother.post(`households/${household}/transfer-ownership/`, heir)).body.error_code).toBe(
      'BUSINESS_4001',
    );
    const gone = await mother.delete(
      `households/${household}/?confirm=${encodeURIComponent('Kōwhai Street')}`,
    );
    expect(gone.body.error_code).toBe('BUSINESS_4008');
  });
});
