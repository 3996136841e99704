import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

const MINUTE_MS = 60_000;

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

describe('a lock after wrong passwords', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (name: string, password: string, ip = '203.0.113.7') =>
    await signing.browser(ip).post('auth/login/', { email_or_username: name, password });
  const fail = async (name: string, times: number, ip?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let count = 0; count < times; count += 1)
      statuses.push((await logIn(name, 'wrong wrong wrong', ip)).status);
    return statuses;
  };

  const isLocked = async (name: string): Promise<boolean> =>
    (await signing.browser().get(`auth/lockout-status/?email_or_username=${name}`)).body.locked;

  it('comes with the fifth, hides that the sixth was right, mails, and ends after half an hour', async () => {
    await signing.signUp('locked@example.org');
    expect(await fail('locked@example.org', 6)).toEqual([401, 401, 401, 401, 401, 423]);
    const right = await logIn('locked@example.org', PASSWORD);
    const wrong = await logIn('locked@example.org', 'wrong wrong wrong');
    expect(right.status).toBe(423);
    expect(right.body.detail).toBe(wrong.body.detail);
    expect(right.headers['retry-after']).toBe('1800');
    const subjects = (await signing.letters('locked@example.org')).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('locked'))).toHaveLength(1);
    signing.world.clock.advance(30 * MINUTE_MS);
    expect((await logIn('locked@example.org', PASSWORD)).status).toBe(200);
  });

  it('does not shut out the owner at another address', async () => {
    await signing.signUp('home@example.org');
    await fail('home@example.org', 6, '192.0.2.66');
    expect((await logIn('home@example.org', PASSWORD)).status).toBe(200);
  });

  it('holds for both names of one account, and tells nobody that they are of one', async () => {
    await signing.signUp('both@example.org', { username: 'both' });
    const seen: unknown[] = [];
    for (const [address, username] of [
      ['both@example.org', 'both'],
      ['neither@example.org', 'neither'],
    ] as const)
      seen.push([
        await fail(address, 3),
        await fail(username, 2),
        (await logIn(address, PASSWORD)).status,
        (await logIn(username, PASSWORD)).status,
        await isLocked(address),
        await isLocked(username),
        await fail(address, 2),
        await isLocked(address),
      ]);
    expect(seen[0]).toEqual([[401, 401, 401], [401, 401], 401, 401, false, false, [401, 423], true]);
    expect(seen[1]).toEqual(seen[0]);
    const mails = (await signing.letters('both@example.org')).map(({ subject }) => subject);
    expect(mails.filter((subject) => subject.includes('locked'))).toHaveLength(1);
    const token = await signing.tokenFor('both@example.org');
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(204);
    expect((await logIn('both', PASSWORD)).status).toBe(200);
    expect((await logIn('both@example.org', PASSWORD)).status).toBe(200);
  });

  it('is the same for a name that nobody has, also once somebody has it', async () => {
    expect(await fail('nobody@example.org', 6)).toEqual([401, 401, 401, 401, 401, 423]);
    expect(await isLocked('NOBODY@example.org')).toBe(true);
    await signing.signUp('nobody@example.org');
    expect(await isLocked('nobody@example.org')).toBe(true);
    expect((await logIn('nobody@example.org', PASSWORD)).status).toBe(423);
  });

  it('doubles each time, up to a day', async () => {
    await signing.signUp('again@example.org');
    const waits: string[] = [];
    for (let round = 0; round < 7; round += 1) {
      await fail('again@example.org', 5, '192.0.2.77');
      const refused = await logIn('again@example.org', PASSWORD, '192.0.2.77');
      waits.push(String(refused.headers['retry-after']));
      signing.world.clock.advance(Number(refused.headers['retry-after']) * 1000);
    }
    expect(waits).toEqual([1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400].map(String));
  });

  it('falls everywhere when many networks try', async () => {
    await signing.signUp('storm@example.org');
    for (let host = 1; host <= 13; host += 1) await fail('storm@example.org', 4, `192.0.2.${100 + host}`);
    expect((await logIn('storm@example.org', PASSWORD, '198.51.100.200')).status).toBe(423);
  });

  it('opens by the link of the mail, once', async () => {
    await signing.signUp('unlock@example.org');
    await fail('unlock@example.org', 5);
    const status = `auth/lockout-status/?email_or_username=unlock@example.org`;
    expect((await signing.browser().get(status)).body.locked).toBe(true);
    const token = await signing.tokenFor('unlock@example.org');
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(204);
    expect((await signing.browser().get(status)).body).toEqual({ locked: false, locked_until: null });
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(400);
    expect((await logIn('unlock@example.org', PASSWORD)).status).toBe(200);
  });

  it('forgets earlier failures after a success', async () => {
    await signing.signUp('clumsy@example.org');
    await fail('clumsy@example.org', 4);
    await logIn('clumsy@example.org', PASSWORD);
    expect(await fail('clumsy@example.org', 4)).toEqual([401, 401, 401, 401]);
  });

  it('counts all of sixty wrong passwords at once, and lets no right one slip between them', async () => {
    await signing.signUp('sixty@example.org');
    const ip = '192.0.2.60';
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => await logIn('sixty@example.org', 'wrong wrong wrong', ip)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 423)).toHaveLength(55);
    const [row] = await signing.world.sql<{ total: number }>(
      `select f.total from sign_in_failures f join users u on f.name_key = 'who:' || u.id
       where u.email = 'sixty@example.org' and network = $1`,
      [ip],
    );
    expect(row?.total).toBe(60);
    expect((await logIn('sixty@example.org', PASSWORD, ip)).status).toBe(423);
  });

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
