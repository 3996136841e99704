import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

describe('refreshing', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    expect(await signing.world.brokenInvariants()).toEqual([]);
    await signing.close();
  });

  const logIn = async (email: string, more = {}): Promise<Browser> => {
    const browser = signing.browser();
    const { body } = await browser.post('auth/login/', {
      email_or_username: email,
      password: PASSWORD,
      ...more,
    });
    browser.bear(body.access_token);
    return browser;
  };
  const withCookie = async (browser: Browser, token: string): Promise<Browser> => {
    const other = signing.browser();
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    other.cookies.set('kw_refresh', token);
    return await Promise.resolve(other);
  };

  it('gives a new access token and a new cookie', async () => {
    const browser = await signing.signUp('refresh@example.org');
    const before = browser.cookies.get('kw_refresh');
    const answer = await browser.refresh();
    expect(answer).toMatchObject({
      status: 200,
      body: { expires_in: 900, access: answer.body.access_token },
    });
    expect(browser.cookies.get('kw_refresh')).not.toBe(before);
    browser.bear(answer.body.access);
    expect((await browser.get('users/me/')).status).toBe(200);
  });

  it('leaves one live chain and everybody signed in when twenty tabs ask at once', async () => {
    const browser = await signing.signUp('twenty@example.org');
    const { body } = await browser.get('auth/csrf/');
    const token = browser.cookies.get('kw_refresh') ?? '';
    const tabs = await Promise.all(Array.from({ length: 20 }, async () => await withCookie(browser, token)));
    const answers = await Promise.all(
      tabs.map(async (tab) => await tab.post('auth/token/refresh/', {}, { 'x-csrf-token': body.csrf_token })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const cookies = new Set(tabs.map((tab) => tab.cookies.get('kw_refresh')));
    expect(cookies.size).toBe(1);
    const unused = await signing.world.sql(
      `select 1 from refresh_tokens t join sessions s on s.id = t.session_id join users u on u.id = s.user_id
       where u.email = 'twenty@example.org' and t.used_at is null`,
    );
    expect(unused).toHaveLength(1);
    for (const tab of tabs.slice(0, 3)) {
      tab.bear(answers[tabs.indexOf(tab)]?.body.access);
      expect((await tab.get('users/me/')).status).toBe(200);
    }
    signing.world.clock.advance(60_000);
    expect((await tabs[7]?.refresh())?.status).toBe(200);
  });

  it('leads a tab that is late within the grace to the end of the chain', async () => {
    const browser = await signing.signUp('late@example.org');
    const first = browser.cookies.get('kw_refresh') ?? '';
    await browser.refresh();
    await browser.refresh();
    signing.world.clock.advance(9_000);
    const late = await withCookie(browser, first);
    expect((await late.refresh()).status).toBe(200);
    expect(late.cookies.get('kw_refresh')).toBe(browser.cookies.get('kw_refresh'));
  });

  it('ends the session, access included, when a used token is shown later, and tells its owner', async () => {
    const browser = await signing.signUp('robbed@example.org');
    const other = await logIn('robbed@example.org');
    const stolen = browser.cookies.get('kw_refresh') ?? '';
    const { body } = await browser.refresh();
    browser.bear(body.access);
    signing.world.clock.advance(11_000);
    const thief = await withCookie(browser, stolen);
    expect(await thief.refresh()).toMatchObject({ status: 401, body: { error_code: 'AUTH_1003' } });
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
    expect((await other.get('users/me/')).status).toBe(200);
    const subjects = (await signing.letters('robbed@example.org')).map(({ subject }) => subject);
    expect(subjects.at(-1)).toBe('One of your sessions was ended to keep you safe');
    const entries = await signing.world.sql<{ risk: string }>(
      `select risk from security_entries e join users u on u.id = e.user_id
       where u.email = 'robbed@example.org' and action = 'refresh.reused'`,
    );
    expect(entries).toEqual([{ risk: 'critical' }]);
  });

  it('slides with use, but never past thirty days', async () => {
    const browser = await signing.signUp('slide@example.org');
    await signing.unwatched('slide@example.org');
    let days = 0;
    for (let status = 200; status === 200; days += 6) {
      signing.world.clock.advance(6 * 86_400_000);
      ({ status } = await browser.refresh());
    }
    expect(days).toBe(30);
  });

  it('is over after a week without use, also where nobody has to sit there', async () => {
    await signing.signUp('week@example.org');
    const body = { email_or_username: 'week@example.org', password: PASSWORD, client: 'native' };
    const phone = signing.browser();
    const { refresh_token } = (await phone.post('auth/login/', body)).body;
    signing.world.clock.advance(7 * 86_400_000);
    expect((await phone.post('auth/token/refresh/', { refresh_token })).status).toBe(401);
  });

  it('takes the token of a native client from the body, without CSRF, and gives the next one there', async () => {
    await signing.signUp('native@example.org');
    const body = { email_or_username: 'native@example.org', password: PASSWORD, client: 'native' };
    const phone = signing.browser();
    const { refresh_token } = (await phone.post('auth/login/', body)).body;
    const answer = await phone.post('auth/token/refresh/', { refresh_token }, { origin: '' });
    expect(answer.status).toBe(200);
    expect(answer.body.refresh_token).toMatch(/^[\w-]{43}$/);
    expect(answer.body.refresh_token).not.toBe(refresh_token);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['no token', {}],
    ['a made-up token', { 'x-csrf-token': 'x'.repeat(43) }],
  ])('by cookie is refused with %s', async (_name, headers) => {
    const browser = await signing.signUp(`csrf-${Object.keys(headers).length}@example.org`);
    expect(await browser.post('auth/token/refresh/', {}, headers)).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1006' },
    });
  });

  it('by cookie is refused from another origin, even with the right token', async () => {
    const browser = await signing.signUp('origin@example.org');
    const { body } = await browser.get('auth/csrf/');
    for (const origin of ['https://evil.example', 'http://localhost:8000.evil.example', 'null', '']) {
      const headers = { 'x-csrf-token': body.csrf_token, origin };
      expect([origin, (await browser.post('auth/token/refresh/', {}, headers)).status]).toEqual([
        origin,
        403,
      ]);
    }
  });

  it('asks for a new CSRF token after signing in, and keeps one for all tabs in between', async () => {
    await signing.signUp('rotate@example.org');
    const browser = signing.browser();
    const before = (await browser.get('auth/csrf/')).body.csrf_token;
    expect((await browser.get('auth/csrf/')).body.csrf_token).toBe(before);
    const { body } = await browser.post('auth/login/', {
      email_or_username: 'rotate@example.org',
      password: PASSWORD,
    });
    expect(body.csrf_token).not.toBe(before);
    const post = async (token: string) =>
      (await browser.post('auth/token/refresh/', {}, { 'x-csrf-token': token })).status;
    expect([await post(before), await post(body.csrf_token)]).toEqual([403, 200]);
  });

  it('refuses who has no session', async () => {
    expect(await signing.browser().refresh()).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1001' },
    });
    const guess = await signing.browser().post('auth/token/refresh/', { refresh_token: 'x'.repeat(43) });
    expect(guess).toMatchObject({ status: 401, body: { error_code: 'AUTH_1003' } });
  });
});

describe('signing out', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  it('ends access and refresh at once, and takes the cookie back', async () => {
    const browser = await signing.signUp('out@example.org');
    const token = browser.cookies.get('kw_refresh') ?? '';
    expect((await browser.post('auth/logout/')).status).toBe(204);
    expect(browser.cookies.has('kw_refresh')).toBe(false);
    expect((await browser.get('users/me/')).status).toBe(401);
    browser.cookies.set('kw_refresh', token);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('works by cookie when the access token is too old, with CSRF proof only', async () => {
    const browser = await signing.signUp('old@example.org');
    signing.world.clock.advance(16 * 60_000);
    expect((await browser.get('users/me/')).status).toBe(401);
    const token = browser.cookies.get('kw_refresh') ?? '';
    expect((await browser.post('auth/logout/')).status).toBe(403);
    const { body } = await browser.get('auth/csrf/');
    expect((await browser.post('auth/logout/', {}, { 'x-csrf-token': body.csrf_token })).status).toBe(204);
    browser.cookies.set('kw_refresh', token);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('is no mistake for who is signed out already', async () => {
    expect((await signing.browser().post('auth/logout/')).status).toBe(204);
  });

  it('is seen by the token check', async () => {
    const browser = await signing.signUp('check@example.org');
    const { access } = (await browser.refresh()).body;
    expect((await signing.browser().post('auth/token/verify/', { token: access })).body).toEqual({
      valid: true,
    });
    browser.bear(access);
    await browser.post('auth/logout/');
    expect((await signing.browser().post('auth/token/verify/', { token: access })).body).toEqual({
      valid: false,
    });
    expect((await signing.browser().post('auth/token/verify/', { token: 'nonsense' })).body).toEqual({
      valid: false,
    });
  });
});

describe('refreshing under limits', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
  });
  afterAll(async () => {
    await signing.close();
  });

  it('counts tokens that nobody has by the address that made them up, and a real one by its session', async () => {
    const at = await signing.signUp('limited@example.org');
    const stranger = signing.browser();
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const refresh_token = String(guess).padStart(43, 'x');
      statuses.push((await stranger.post('auth/token/refresh/', { refresh_token })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    const keys = await signing.world.sql("select key from rate_limits where key like 'refresh_minute:%'");
    expect(keys).toEqual([{ key: 'refresh_minute:203.0.113.7' }]);
    expect((await at.refresh()).status).toBe(200);
  });
});
