import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOwner, makeKey } from '../../../test/key-owner.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const DAY_MS = 24 * 3600 * 1000;

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
});
afterAll(async () => {
  await signing.close();
});

const person = async (name: string) => await keyOwner(signing, name);
const make = async (browser: Browser, more = {}) => await makeKey(signing, browser, more);

describe('an API key', () => {
  it('is shown once, kept as a hash, and lives 90 days', async () => {
    const { browser, email } = await person('once');
    const { key } = await make(browser);
    expect(key).toMatch(/^kw_[0-9A-Za-z]{49}$/);
    const { body } = await browser.get('auth/api-keys/');
    expect(body.results).toMatchObject([
      {
        name: 'Spreadsheet',
        shown: `kw_…${key.slice(-4)}`,
        expired: false,
        last_used_at: null,
        signed_only: false,
      },
    ]);
    const days = (Date.parse(body.results[0].expires_at) - signing.world.clock.nowMs()) / DAY_MS;
    expect(days).toBe(90);
    expect(JSON.stringify(body)).not.toContain(key);
    const rows = await signing.world.sql<{ text: string }>('select a::text as text from api_keys a');
    for (const { text } of rows) expect(text).not.toContain(key.slice(3, 46));
    const kept = await signing.world.sql<{ text: string }>('select i::text as text from idempotency_keys i');
    for (const { text } of kept) expect(text).not.toContain(key);
    expect((await signing.letters(email)).at(-1)).toMatchObject({
      subject: 'An API key was made for your account',
      text: expect.stringContaining('“Spreadsheet”'),
    });
    expect((await browser.get('users/me/security-history/')).body.results[0].action).toBe('api_key.made');
  });

  it('opens what its scopes say, without cookies and without anything of a session', async () => {
    const { browser } = await person('opens');
    const { by } = await make(browser);
    const answer = await by.get('accounts/');
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.headers).filter((name) => /set-cookie|x-session/.test(name))).toEqual([]);
    expect(await by.get('transactions/')).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1041', missing_scopes: ['read:transactions'] },
    });
    const account = { name: 'Everyday', kind: 'checking' };
    expect(await by.post('accounts/', account)).toMatchObject({
      status: 403,
      body: { missing_scopes: ['write:accounts'] },
    });
    expect(await by.get('auth/api-keys/')).toMatchObject({ status: 403, body: { error_code: 'AUTH_1042' } });
    await signing.world.runJobs();
    const { body } = await browser.get('users/me/security-history/?success=false');
    expect(body.results.map(({ action }: { action: string }) => action)).toContain('api_key.refused');
  });

  it('asks who makes or extends one to confirm; renaming, shortening and revoking do not', async () => {
    const { browser, email } = await person('confirm');
    await signing.unwatched(email);
    const { id } = await make(browser);
    signing.world.clock.advance(11 * 60_000);
    const again = await browser.post('auth/api-keys/', { name: 'Other', scopes: ['read:accounts'] });
    expect(again.body.error_code).toBe('AUTH_1020');
    const longer = await browser.post(`auth/api-keys/${id}/extend/`, { expires_in_days: 180 });
    expect(longer.body.error_code).toBe('AUTH_1020');
    const change = { name: 'Kitchen display', expires_in_days: 7 };
    const changed = await browser.patch(`auth/api-keys/${id}/`, change);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Kitchen display' } });
    expect(Date.parse(changed.body.expires_at) - signing.world.clock.nowMs()).toBe(7 * DAY_MS);
    expect(await browser.patch(`auth/api-keys/${id}/`, { expires_in_days: 8 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/expires_in_days', code: 'longer' }] },
    });
    await browser.post('auth/step-up/', { password: PASSWORD });
    const extended = await browser.post(`auth/api-keys/${id}/extend/`, { expires_in_days: 180 });
    expect(Date.parse(extended.body.expires_at) - signing.world.clock.nowMs()).toBe(180 * DAY_MS);
    expect((await browser.delete(`auth/api-keys/${id}/`)).status).toBe(204);
  });

  it('is made for who asks, whatever the body says', async () => {
    const { browser } = await person('maker');
    const [victim] = await signing.world.sql<{ id: string }>(
      "select id from users where email = 'once@example.org'",
    );
    const body = { name: 'Mine', scopes: ['read:accounts'] };
    for (const field of ['user_id', 'userId', 'user', 'id', 'key_hash', 'expires_at']) {
      const answer = await browser.post('auth/api-keys/', { ...body, [field]: victim?.id });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_field' }] } });
      expect((await signing.browser().post('auth/api-keys/', { ...body, [field]: victim?.id })).status).toBe(
        401,
      );
    }
    const { id } = await make(browser);
    const [row] = await signing.world.sql<{ email: string }>(
      'select u.email from api_keys a join users u on u.id = a.user_id where a.id = $1',
      [id],
    );
    expect(row?.email).toBe('maker@example.org');
  });

  it('of somebody else is not found', async () => {
    const [mine, theirs] = [await person('mine'), await person('theirs')];
    const { id, by } = await make(theirs.browser);
    for (const one of [id, randomUUID()]) {
      expect((await mine.browser.patch(`auth/api-keys/${one}/`, { name: 'Mine' })).status).toBe(404);
      expect((await mine.browser.post(`auth/api-keys/${one}/extend/`, { expires_in_days: 9 })).status).toBe(
        404,
      );
      expect((await mine.browser.delete(`auth/api-keys/${one}/`)).status).toBe(404);
    }
    expect((await mine.browser.get('auth/api-keys/')).body.results).toEqual([]);
    expect((await by.get('accounts/')).status).toBe(200);
  });

  it('is one of twenty at most, also when several are made at once', async () => {
    const { browser, email } = await person('many');
    await signing.world.sql(
      `insert into api_keys (id, user_id, name, key_hash, last_four, scopes, created_at, expires_at)
       select gen_random_uuid(), u.id, 'Old', gen_random_uuid()::text, 'abcd', '{read:accounts}', now(), now() + '1 day'
       from users u, generate_series(1, 19) where u.email = $1`,
      [email],
    );
    const body = { name: 'One more', scopes: ['read:accounts'] };
    const made = await Promise.all([1, 2, 3].map(async () => await browser.post('auth/api-keys/', body)));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('lives a year at most, has scopes that there are, and a household of its owner', async () => {
    const { browser } = await person('limits');
    const stranger = await person('limits-stranger');
    const wrong = [
      { expires_in_days: 366 },
      { expires_in_days: 0 },
      { scopes: [] },
      { scopes: ['admin'] },
      { scopes: ['read:accounts', 'read:accounts'] },
      { scopes: ['read:budgets'] },
      { name: '' },
    ];
    for (const more of wrong)
      expect(
        (await browser.post('auth/api-keys/', { name: 'x', scopes: ['read:accounts'], ...more })).status,
      ).toBe(422);
    const foreign = { name: 'x', scopes: ['read:accounts'], household_id: stranger.household };
    expect(await browser.post('auth/api-keys/', foreign)).toMatchObject({
      status: 404,
      body: { errors: [{ pointer: '/household_id' }] },
    });
  });
});

describe('an installation', () => {
  it('may allow fewer keys and shorter lives, and says so', async () => {
    const strict = await makeSigningWorld({ settings: { API_KEYS_MOST: '1', API_KEY_LONGEST_DAYS: '30' } });
    try {
      const { browser } = await keyOwner(strict, 'strict');
      const body = { name: 'x', scopes: ['read:accounts'] };
      const long = { status: 422, body: { errors: [{ pointer: '/expires_in_days', code: 'too_long' }] } };
      expect(await browser.post('auth/api-keys/', { ...body, expires_in_days: 31 })).toMatchObject(long);
      const { id } = await makeKey(strict, browser);
      const extend = `auth/api-keys/${id}/extend/`;
      expect(await browser.post(extend, { expires_in_days: 31 })).toMatchObject(long);
      expect((await browser.post('auth/api-keys/', body)).status).toBe(409);
      const list = (await browser.get('auth/api-keys/')).body;
      expect(list).toMatchObject({ days_default: 30, days_most: 30, most: 1 });
      const days = (Date.parse(list.results[0].expires_at) - strict.world.clock.nowMs()) / DAY_MS;
      expect(days).toBe(30);
    } finally {
      await strict.close();
    }
  });
});

describe('a key of one household', () => {
  it('speaks of that one and of no other, however the other is named', async () => {
    const { browser, household } = await person('bound');
    const bach = { name: 'Bach', type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
    const second = (await browser.post('households/', bach)).body.id;
    const scopes = ['read:accounts', 'read:household'];
    const { by } = await make(browser, { scopes, household_id: second });
    const free = await make(browser, { scopes });
    expect((await by.get(`households/${second}/`)).status).toBe(200);
    expect((await free.by.get(`households/${household}/`)).status).toBe(200);
    const calls = [
      by.get(`households/${household}/`),
      by.get('accounts/', { 'x-household-id': household }),
      by.get(`accounts/?household=${household}`),
      by.get('accounts/', { 'x-household-id': household.toUpperCase() }),
    ];
    for (const answer of await Promise.all(calls))
      expect(answer).toMatchObject({ status: 404, body: { error_code: 'RESOURCE_3001' } });
    expect((await by.get('accounts/', { 'x-household-id': second })).status).toBe(200);
    expect((await by.get('accounts/')).status).toBe(200);
    expect(await by.get('households/')).toMatchObject({ status: 403, body: { error_code: 'AUTH_1042' } });
    const profile = { name: 'x', scopes: ['read:profile'], household_id: second };
    expect((await browser.post('auth/api-keys/', profile)).status).toBe(422);
  });
});

describe('what a key did', () => {
  it('stands in the audit with the key, and the key shows when it was last used, once a minute at most', async () => {
    const { browser, email } = await person('audit');
    await signing.unwatched(email);
    const { by, id } = await make(browser, {
      name: 'Robot “7”',
      scopes: ['write:accounts', 'read:accounts'],
    });
    const headers = { 'user-agent': 'API key 00000000-0000-4000-8000-000000000000 forged\ncurl/8.0' };
    expect((await by.post('accounts/', { name: 'Jar', kind: 'savings' }, headers)).status).toBe(201);
    await browser.post('accounts/', { name: 'Own', kind: 'savings' }, headers);
    const entries = (await browser.get('audit/?action=account.created')).body.results;
    expect(entries.map((entry: { api_key: unknown }) => entry.api_key)).toEqual([
      null,
      { id, name: 'Robot “7”' },
    ]);
    const used = async () => (await browser.get('auth/api-keys/')).body.results[0];
    const first = await used();
    expect(first).toMatchObject({ last_used_ip: '198.51.100.4' });
    const begun = signing.world.clock.nowMs();
    signing.world.clock.advance(59_000);
    await by.get('accounts/');
    expect((await used()).last_used_at).toBe(first.last_used_at);
    signing.world.clock.advance(1000);
    await by.get('accounts/');
    expect(Date.parse((await used()).last_used_at)).toBe(begun + 60_000);
  });

  it('counts for the limits of its owner', async () => {
    const limited = await makeSigningWorld({
      settings: { RATE_LIMITS: 'on', LIMIT_API: '5', LIMIT_WRITE: '100' },
    });
    try {
      const browser = await limited.signUp('limited@example.org');
      const home = { name: 'Home', type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
      await browser.post('households/', home);
      const keys: string[] = [];
      for (const name of ['one', 'two'])
        keys.push((await browser.post('auth/api-keys/', { name, scopes: ['read:accounts'] })).body.key);
      const statuses: number[] = [];
      for (const key of [...keys, ...keys]) {
        const by = limited.browser();
        by.bear(key);
        statuses.push((await by.get('accounts/')).status);
      }
      expect(statuses).toEqual([200, 200, 429, 429]);
    } finally {
      await limited.close();
    }
  });
});
