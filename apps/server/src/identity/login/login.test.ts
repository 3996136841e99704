import { byCommand } from '../../../test/staff-people.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

describe('signing in', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (name: string, password = PASSWORD, ip?: string) =>
    await signing.browser(ip).post('auth/login/', { email_or_username: name, password });

  it('works by address and by username, whatever the case', async () => {
    await signing.signUp('rewi@example.org', { username: 'Rewi.Tane' });
    for (const name of ['rewi@example.org', 'REWI@Example.ORG', 'rewi.tane', ' Rewi.Tane ']) {
      expect(await logIn(name)).toMatchObject({ status: 200, body: { user: { username: 'Rewi.Tane' } } });
    }
  });

  it('answers an unknown name and a wrong password with the same words', async () => {
    await signing.signUp('real@example.org');
    const wrong = await logIn('real@example.org', 'not the password at all', '192.0.2.1');
    const unknown = await logIn('unreal@example.org', 'not the password at all', '192.0.2.1');
    expect(wrong.status).toBe(401);
    const { error_id: _one, ...first } = wrong.body;
    const { error_id: _two, ...second } = unknown.body;
    expect(second).toEqual(first);
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(wrong.headers).sort());
  });

  it('waits for the address to be verified, and says so only to who knows the password', async () => {
    await signing.browser().post('auth/register/', registration('new@example.org'));
    expect(await logIn('new@example.org')).toMatchObject({ status: 403, body: { error_code: 'AUTH_1004' } });
    expect((await logIn('new@example.org', 'not the password at all')).status).toBe(401);
  });

  it('keeps a session for a week, or for two when it is remembered', async () => {
    await signing.signUp('memory@example.org');
    const ages = [];
    for (const remember_me of [false, true]) {
      const { headers } = await signing
        .browser()
        .post('auth/login/', { email_or_username: 'memory@example.org', password: PASSWORD, remember_me });
      ages.push(/kw_refresh=[^;]+;.*?Max-Age=(\d+)/.exec(String(headers['set-cookie']))?.[1]);
    }
    expect(ages).toEqual([String(7 * 86_400), String(14 * 86_400)]);
  });

  it('gives native clients the refresh token in the body and no cookie', async () => {
    await signing.signUp('phone@example.org');
    const answer = await signing.browser().post('auth/login/', {
      email_or_username: 'phone@example.org',
      password: PASSWORD,
      client: 'native',
      device_name: 'Pixel',
    });
    expect(answer.body.refresh_token).toMatch(/^[\w-]{43}$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('hashes anew when the cost has risen, and nobody notices', async () => {
    await signing.signUp('cost@example.org');
    const [old] = await signing.world.sql<{ password_hash: string }>(
      `update users set password_hash = '$argon2id$v=19$m=8,t=1,p=1$RJVFAmRSURqms3T8KXzLdw$n5kqLlkIXhMBiKAXLO1jR7QjeJUaeivg698rc9cJuMc'
       where email = 'cost@example.org' returning password_hash`,
    );
    expect((await logIn('cost@example.org', 'x')).status).toBe(200);
    const [row] = await signing.world.sql<{ password_hash: string }>(
      "select password_hash from users where email = 'cost@example.org'",
    );
    expect(row?.password_hash).not.toBe(old?.password_hash);
    expect(row?.password_hash).toContain('m=64,t=2,p=1');
    expect((await logIn('cost@example.org', 'x')).status).toBe(200);
  });

  it('writes every try to the security entries, which nobody can change', async () => {
    await signing.signUp('watched@example.org');
    await logIn('watched@example.org', 'wrong wrong wrong');
    await logIn('watched@example.org');
    const rows = await signing.world.sql<{ action: string; success: boolean; ip: string }>(
      `select action, success, host(ip) as ip from security_entries e join users u on u.id = e.user_id
       where u.email = 'watched@example.org' order by e.at, e.id`,
    );
    expect(rows.slice(-2)).toEqual([
      { action: 'login.failed', success: false, ip: '203.0.113.7' },
      { action: 'login.succeeded', success: true, ip: '203.0.113.7' },
    ]);
    const app = signing.world.program.ground.database.app;
    await expect(app.query('delete from security_entries')).rejects.toThrow(/permission denied/);
    await expect(app.query("update security_entries set action = 'nothing'")).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    [{ email_or_username: 'x', password: PASSWORD, is_staff: true }, '/is_staff'],
    [{ email_or_username: { $ne: '' }, password: PASSWORD }, '/email_or_username'],
    [{ email_or_username: 'x' }, '/password'],
  ])('refuses %j and names the field', async (body, pointer) => {
    const answer = await signing.browser().post('auth/login/', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('survives a name with NUL and a very long one', async () => {
    expect((await logIn('a\u0000b')).status).toBe(422);
    expect((await logIn('x'.repeat(255))).status).toBe(422);
  });
});

describe('limits of signing in', () => {
  it('stops at five tries a minute from one address', async () => {
    const limited = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const body = { email_or_username: `somebody${count}@example.org`, password: 'wrong wrong wrong' };
      statuses.push((await limited.browser().post('auth/login/', body)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    await limited.close();
  });

  it('answers wrong tries alike, whether a name is staff’s, somebody’s or nobody’s', async () => {
    const limited = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
    await limited.signUp('staff@example.org');
    await limited.signUp('member@example.org');
    await limited.world.sql(
      `insert into staff_members (user_id, role, since, given_by)
       select id, 'editor', now(), id from users where email = 'staff@example.org'`,
    );
    const seen: unknown[] = [];
    for (const [index, name] of ['staff', 'member', 'nobody'].entries()) {
      const body = { email_or_username: `${name}@example.org`, password: 'wrong wrong wrong' };
      for (let count = 0; count < 5; count += 1) {
        const { status, body: said } = await limited.browser(`192.0.2.${index}`).post('auth/login/', body);
        seen[count] = [...((seen[count] as unknown[] | undefined) ?? []), [status, said.limit]];
      }
      const elsewhere = await limited.browser(`198.51.100.${index}`).post('auth/login/', body);
      expect(elsewhere.status).toBe(401);
    }
    for (const three of seen) expect(three).toEqual(Array(3).fill([401, undefined]));
    await limited.close();
  });
});

describe('the switch of development', () => {
  it('signs in before the address is verified', async () => {
    const signing = await makeSigningWorld({ settings: { DEV_LOGIN_UNVERIFIED: 'true' } });
    await signing.browser().post('auth/register/', registration('quick@example.org'));
    const body = { email_or_username: 'quick@example.org', password: PASSWORD };
    expect(await signing.browser().post('auth/login/', body)).toMatchObject({
      status: 200,
      body: { user: { email_verified: false } },
    });
    await signing.close();
  });
});

describe('the passwords of staff', () => {
  it('may run out where those of everybody else do not', async () => {
    const strict = await makeSigningWorld({ settings: { STAFF_PASSWORD_DAYS: '90' } });
    try {
      await strict.signUp('plain@example.org');
      await strict.signUp('staff@example.org');
      await byCommand(strict, { what: 'promote', name: 'staff@example.org', role: 'viewer' });
      const asked = async (name: string) =>
        (
          await strict
            .browser()
            .post('auth/login/', { email_or_username: `${name}@example.org`, password: PASSWORD })
        ).body;
      expect((await asked('staff')).password_change_required).toBe(false);
      strict.world.clock.advance(90 * 24 * 3_600_000);
      expect(await asked('staff')).toMatchObject({ password_change_required: true, reason: 'expired' });
      expect((await asked('plain')).password_change_required).toBe(false);
    } finally {
      await strict.close();
    }
  });

  it('run out with those of everybody else, where these do so sooner', async () => {
    const strict = await makeSigningWorld({ settings: { STAFF_PASSWORD_DAYS: '90', PASSWORD_DAYS: '30' } });
    try {
      await strict.signUp('staff@example.org');
      await byCommand(strict, { what: 'promote', name: 'staff@example.org', role: 'viewer' });
      strict.world.clock.advance(30 * 24 * 3_600_000);
      const body = { email_or_username: 'staff@example.org', password: PASSWORD };
      const answer = await strict.browser().post('auth/login/', body);
      expect(answer.body).toMatchObject({ password_change_required: true, reason: 'expired' });
    } finally {
      await strict.close();
    }
  });
});
