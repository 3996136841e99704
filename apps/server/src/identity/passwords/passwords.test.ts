import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { userWith } from '../../cli/user.ts';

const DAY_MS = 86_400_000;
const REQUIRE = { what: 'require-new-password', role: undefined } as const;

const NEXT = 'a kererū sleeps in the pūriri';
const twice = (password: string) => ({ new_password: password, new_password_confirm: password });

describe('passwords', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (email: string, password: string): Promise<Browser & { status: number }> => {
    const browser = signing.browser();
    const { status, body } = await browser.post('auth/login/', { email_or_username: email, password });
    browser.bear(body.access_token);
    return { ...browser, status };
  };
  const change = async (browser: Browser, from: string, to: string) =>
    await browser.post('auth/password/change/', { old_password: from, ...twice(to) });

  it('are changed by who knows the old one; other devices are signed out, this one stays', async () => {
    const browser = await signing.signUp('change@example.org');
    const other = await logIn('change@example.org', PASSWORD);
    expect((await change(browser, PASSWORD, NEXT)).status).toBe(200);
    expect((await other.get('users/me/')).status).toBe(401);
    expect((await browser.get('users/me/')).status).toBe(200);
    expect((await logIn('change@example.org', PASSWORD)).status).toBe(401);
    expect((await logIn('change@example.org', NEXT)).status).toBe(200);
    expect((await signing.letters('change@example.org')).at(-1)?.subject).toBe('Your password was changed');
  });

  it('stay when the old one was wrong, and the try is written down', async () => {
    const browser = await signing.signUp('stay@example.org');
    expect(await change(browser, 'not the password at all', NEXT)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/old_password', code: 'wrong' }] },
    });
    const tries = await signing.world.sql(
      `select 1 from security_entries e join users u on u.id = e.user_id
       where u.email = 'stay@example.org' and action = 'password.changed' and not success`,
    );
    expect(tries).toHaveLength(1);
    expect((await logIn('stay@example.org', PASSWORD)).status).toBe(200);
  });

  it('do not come back until five others were used', async () => {
    const browser = await signing.signUp('history@example.org');
    const sentences = ['first', 'second', 'third', 'fourth', 'fifth'].map(
      (word) => `the ${word} sentence of a poem`,
    );
    let current = PASSWORD;
    for (const next of sentences.slice(0, 4)) {
      expect((await change(browser, current, next)).status).toBe(200);
      current = next;
    }
    for (const old of [current, sentences[0] ?? '', PASSWORD]) {
      expect(await change(browser, current, old)).toMatchObject({
        status: 422,
        body: { error_code: 'AUTH_1009', errors: [{ pointer: '/new_password', code: 'used_before' }] },
      });
    }
    expect((await change(browser, current, sentences[4] ?? '')).status).toBe(200);
    expect((await change(browser, sentences[4] ?? '', PASSWORD)).status).toBe(200);
    const [kept] = await signing.world.sql<{ count: string }>(
      "select count(*)::text as count from password_history h join users u on u.id = h.user_id where u.email = 'history@example.org'",
    );
    expect(kept?.count).toBe('4');
  });

  it('are set by a mailed link, once: every device is signed out, locks are undone', async () => {
    const browser = await signing.signUp('reset@example.org');
    for (let count = 0; count < 6; count += 1) await logIn('reset@example.org', 'wrong wrong wrong');
    expect((await logIn('reset@example.org', PASSWORD)).status).toBe(423);
    await signing.browser().post('auth/password/reset/', { email: 'reset@example.org' });
    const token = await signing.tokenFor('reset@example.org');
    const confirm = async () =>
      (await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(NEXT) })).status;
    expect((await Promise.all([confirm(), confirm()])).sort()).toEqual([200, 400]);
    expect(await confirm()).toBe(400);
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
    expect((await logIn('reset@example.org', NEXT)).status).toBe(200);
  });

  it('are asked for with the same answer whether there is an account or not', async () => {
    await signing.signUp('exists@example.org');
    const [known, unknown] = await Promise.all(
      ['exists@example.org', 'missing@example.org'].map(
        async (email) => await signing.browser().post('auth/password/reset/', { email }),
      ),
    );
    expect(known?.status).toBe(202);
    expect(unknown?.status).toBe(202);
    expect(known?.body).toEqual(unknown?.body);
    expect(await signing.letters('missing@example.org')).toEqual([]);
  });

  it('are set by the newest link only, within an hour, and not after a change', async () => {
    const browser = await signing.signUp('newest@example.org');
    await signing.unwatched('newest@example.org');
    const ask = async (): Promise<string> => {
      await signing.browser().post('auth/password/reset/', { email: 'newest@example.org' });
      return await signing.tokenFor('newest@example.org');
    };
    const confirm = async (token: string) =>
      (
        await signing
          .browser()
          .post('auth/password/reset/confirm/', { token, ...twice('yet another sentence of mine') })
      ).status;
    const first = await ask();
    const second = await ask();
    expect(await confirm(first)).toBe(400);
    signing.world.clock.advance(3600_001);
    expect(await confirm(second)).toBe(400);
    const third = await ask();
    browser.bear((await browser.refresh()).body.access);
    expect((await change(browser, PASSWORD, NEXT)).status).toBe(200);
    expect(await confirm(third)).toBe(400);
  });

  it('prove the address when they are set by mail, and leave the older link to it nothing to open', async () => {
    await signing.browser().post('auth/register/', registration('proof@example.org'));
    const older = { token: await signing.tokenFor('proof@example.org') };
    await signing.browser().post('auth/password/reset/', { email: 'proof@example.org' });
    const token = await signing.tokenFor('proof@example.org');
    await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(NEXT) });
    expect((await logIn('proof@example.org', NEXT)).status).toBe(200);
    expect((await signing.browser().post('auth/email/verify/', older)).body.error_code).toBe('AUTH_1008');
  });

  it('do not lose the link when the new one is too weak', async () => {
    await signing.signUp('weak@example.org');
    await signing.browser().post('auth/password/reset/', { email: 'weak@example.org' });
    const token = await signing.tokenFor('weak@example.org');
    const confirm = async (password: string) =>
      (await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(password) })).status;
    expect([await confirm('short'), await confirm(PASSWORD), await confirm(NEXT)]).toEqual([422, 422, 200]);
  });

  it('lead to links of the configured address, whatever Host is claimed', async () => {
    await signing.signUp('host@example.org');
    await signing
      .browser()
      .post(
        'auth/password/reset/',
        { email: 'host@example.org' },
        { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      );
    const letter = (await signing.letters('host@example.org')).at(-1);
    expect(letter?.links[0]).toMatch(/^http:\/\/localhost:8000\/reset-password\?token=/);
    expect(letter?.html).not.toContain('evil.example');
  });

  it('are not confirmed when both fields differ, and unknown fields are refused', async () => {
    const answer = await signing.browser().post('auth/password/reset/confirm/', {
      token: 'x',
      new_password: NEXT,
      new_password_confirm: PASSWORD,
    });
    expect(answer.body.errors).toMatchObject([{ pointer: '/new_password_confirm', code: 'mismatch' }]);
    const extra = await signing
      .browser()
      .post('auth/password/reset/', { email: 'a@example.org', user_id: 'x' });
    expect(extra.body.errors).toMatchObject([{ pointer: '/user_id', code: 'unknown_field' }]);
  });
});

describe('a password that has to be changed', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { PASSWORD_DAYS: '90' } });
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (email: string, password = PASSWORD, more: object = {}) =>
    await signing.browser().post('auth/login/', { email_or_username: email, password, ...more });
  const renew = async (challenge_token: string, password = NEXT) =>
    await signing.browser().post('auth/login/new-password/', { challenge_token, ...twice(password) });
  const required = async (name: string): Promise<number> =>
    await userWith(signing.world.program, { ...REQUIRE, name }, { write: () => true });

  it('is asked for at the next sign-in, which goes on with the new one', async () => {
    const before = await signing.signUp('given@example.org');
    expect(await required('GIVEN@example.org')).toBe(0);
    const asked = await logIn('given@example.org');
    expect(asked).toMatchObject({
      status: 200,
      body: { mfa_required: false, password_change_required: true, reason: 'required' },
    });
    expect(asked.body.access_token).toBeUndefined();
    expect(asked.headers['set-cookie']).toBeUndefined();
    const token = asked.body.challenge_token;
    expect((await renew(token, 'short')).status).toBe(422);
    // The one that has to go is no new one.
    expect((await renew(token, PASSWORD)).body.errors).toMatchObject([{ code: 'used_before' }]);
    const done = await renew(token);
    expect(done).toMatchObject({ status: 200, body: { password_change_required: false } });
    const at = signing.browser();
    at.bear(done.body.access_token);
    expect((await at.get('users/me/')).status).toBe(200);
    expect((await before.get('users/me/')).status).toBe(401);
    expect((await renew(token)).status).toBe(401);
    expect((await logIn('given@example.org', NEXT)).body.password_change_required).toBe(false);
    expect((await logIn('given@example.org')).status).toBe(401);
    const actions = await at.get('users/me/security-history/');
    const all = actions.body.results.map((entry: { action: string }) => entry.action);
    expect(all).toEqual(expect.arrayContaining(['password.required', 'password.due', 'password.changed']));
  });

  it('is asked for after the second step, never in its place', async () => {
    const browser = await signing.signUp('two@example.org');
    const app = await signing.addAuthenticator(browser);
    await required('two@example.org');
    const first = await logIn('two@example.org');
    expect(first.body).toMatchObject({ mfa_required: true });
    expect((await renew(first.body.challenge_token)).status).toBe(401);
    const second = await signing
      .browser()
      .post('auth/login/mfa/', { challenge_token: first.body.challenge_token, code: app.code() });
    expect(second.body).toMatchObject({ mfa_required: false, password_change_required: true });
    const crossed = await signing
      .browser()
      .post('auth/login/mfa/', { challenge_token: second.body.challenge_token, code: app.code() });
    expect(crossed.status).toBe(401);
    const done = await renew(second.body.challenge_token);
    expect(done).toMatchObject({ status: 200, body: { password_change_required: false } });
    const [session] = await signing.world.sql<{ factors: string[] }>(
      `select s.factors from sessions s join users u on u.id = s.user_id where u.email = 'two@example.org'
       and s.ended_at is null`,
    );
    expect(session?.factors).toEqual(['password', 'totp']);
  });

  it('is asked for when it has grown old, and not a day earlier', async () => {
    await signing.signUp('old@example.org');
    signing.world.clock.advance(89 * DAY_MS);
    expect((await logIn('old@example.org')).body.password_change_required).toBe(false);
    signing.world.clock.advance(DAY_MS);
    const asked = await logIn('old@example.org');
    expect(asked.body).toMatchObject({ password_change_required: true, reason: 'expired' });
    signing.world.clock.advance(15 * 60_000);
    expect((await renew(asked.body.challenge_token)).status).toBe(401);
  });

  it('is asked of whoever signs in by another way as well', async () => {
    await signing.signUp('way@example.org');
    await required('way@example.org');
    const asked = await signing.browser().post('auth/otp/request/', { email: 'way@example.org' });
    const mail = (await signing.letters('way@example.org')).at(-1);
    const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0];
    const entered = await signing
      .browser()
      .post('auth/otp/verify/', { email: 'way@example.org', request_id: asked.body.request_id, code });
    expect(entered.body).toMatchObject({ password_change_required: true });
    // A password that is set by the mail of a reset is a new one too.
    await signing.browser().post('auth/password/reset/', { email: 'way@example.org' });
    const token = await signing.tokenFor('way@example.org');
    await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(NEXT) });
    expect((await renew(entered.body.challenge_token, 'yet another sentence of mine')).status).toBe(401);
    expect((await logIn('way@example.org', NEXT)).body.password_change_required).toBe(false);
  });

  it('cannot be asked of nobody', async () => {
    expect(await required('nobody@example.org')).toBe(1);
  });
});

describe('the rule about kinds of characters', () => {
  it('can be switched off, for registering as for judging', async () => {
    const signing = await makeSigningWorld({ settings: { PASSWORD_MIX: 'off' } });
    try {
      const password = 'kererupuriri';
      const judged = await signing.browser().post('auth/password/strength/', { password });
      expect(judged.body).toMatchObject({ acceptable: true, problems: [] });
      const browser = await signing.signUp('plain@example.org', { password, password_confirm: password });
      expect((await browser.get('users/me/')).status).toBe(200);
    } finally {
      await signing.close();
    }
    const strict = await makeSigningWorld();
    try {
      const judged = await strict.browser().post('auth/password/strength/', { password: 'kererupuriri' });
      expect(judged.body.problems).toMatchObject([{ code: 'mix' }]);
    } finally {
      await strict.close();
    }
  });
});
