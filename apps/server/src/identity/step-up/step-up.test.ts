import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../features.ts';
import { makePasskeyDevice } from '../../../test/passkey-device.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';
import { requireConfirmed } from './step-up.ts';

const MINUTE_MS = 60_000;

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

/** Something that asks for it and changes nothing that matters here. */
const danger = async (at: Browser): Promise<Answer> => await at.post('auth/passkeys/register/options/');

/** Eleven minutes pass, the app renews its access tokens, and people go on. */
async function later(...browsers: readonly Browser[]): Promise<void> {
  signing.world.clock.advance(11 * MINUTE_MS);
  for (const browser of browsers) {
    browser.bear((await browser.refresh()).body.access);
    await browser.post('session/ping/');
  }
}

/** Somebody who signed in more than ten minutes ago. */
async function longAgo(name: string): Promise<Browser> {
  const browser = await signing.signUp(`${name}@example.org`);
  await later(browser);
  return browser;
}

const factorsSeen = async (email: string): Promise<string[][]> =>
  (
    await signing.world.sql<{ factors: string[] }>(
      'select s.factors from sessions s join users u on u.id = s.user_id where u.email = $1 order by s.id',
      [email],
    )
  ).map(({ factors }) => factors);

describe('what is dangerous', () => {
  it('is done by a session that began a moment ago, and not by one that began ten minutes ago', async () => {
    const browser = await signing.signUp('fresh@example.org');
    expect((await danger(browser)).status).toBe(200);
    signing.world.clock.advance(9 * MINUTE_MS);
    expect((await danger(browser)).status).toBe(200);
    signing.world.clock.advance(MINUTE_MS);
    expect(await danger(browser)).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1020', title: 'Confirm that it is you' },
    });
    expect((await browser.get('auth/passkeys/')).status).toBe(200);
  });

  it('is not freed by refreshing the session', async () => {
    const browser = await longAgo('refreshed');
    expect((await browser.refresh()).status).toBe(200);
    expect((await danger(browser)).status).toBe(403);
  });

  it('is done again after the password was typed, by that session alone', async () => {
    const browser = await longAgo('typed');
    const other = await signing.logIn('typed@example.org');
    await later(browser, other);
    const answer = await browser.post('auth/step-up/', { password: PASSWORD });
    expect(answer).toMatchObject({ status: 200, body: { expires_in: 300, token_type: 'Bearer' } });
    expect((await danger(browser)).status).toBe(200);
    expect((await danger(other)).status).toBe(403);
    await later(browser);
    expect((await danger(browser)).status).toBe(403);
  });

  it('is not done because a clock was set back', async () => {
    const browser = await longAgo('clock');
    await browser.post('auth/step-up/', { password: PASSWORD });
    signing.world.clock.advance(-60 * MINUTE_MS);
    const [session] = await signing.world.sql<{ id: string; user_id: string }>(
      "select s.id, s.user_id from sessions s join users u on u.id = s.user_id where u.email = 'clock@example.org'",
    );
    const actor = { kind: 'user', userId: session?.user_id ?? '', sessionId: session?.id } as const;
    const ask = signing.world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      await requireConfirmed(ctx, actor);
    });
    await expect(ask).rejects.toMatchObject({ code: 'AUTH_1020' });
    signing.world.clock.advance(60 * MINUTE_MS);
  });

  it('has a list, and nothing that devices queue without signal is on it', () => {
    const asking = routes.filter((route) => route.access !== 'public' && route.stepUp === true);
    expect(asking.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE auth/oidc/identities/:id/',
      'DELETE auth/passkeys/:id/',
      'DELETE children/:id/',
      'DELETE households/:id/',
      'DELETE users/me/',
      'DELETE users/me/delete-account/',
      'GET admin/audit/export/',
      'GET audit/export/',
      'GET children/:id/exports/:export_id/download/',
      'GET privacy/export/:id/download/',
      'POST admin/households/:id/access/',
      'POST admin/organisations/:id/tier/',
      'POST admin/staff/',
      'POST admin/staff/:id/take-role/',
      'POST admin/users/:id/end-sessions/',
      'POST admin/users/:id/lock/',
      'POST admin/users/:id/require-new-password/',
      'POST admin/users/:id/tier/',
      'POST admin/users/:id/unlock/',
      'POST auth/api-keys/',
      'POST auth/api-keys/:id/extend/',
      'POST auth/api-keys/:id/rotate/',
      'POST auth/email/change/',
      'POST auth/mfa/backup-codes/',
      'POST auth/mfa/totp/disable/',
      'POST auth/mfa/totp/setup/',
      'POST auth/oidc/:provider/link/',
      'POST auth/passkeys/register/options/',
      'POST children/:id/exports/',
      'POST children/:id/grow-up/',
      'POST children/:id/link/',
      'POST children/:id/pin/',
      'POST family-devices/',
      'POST households/:id/transfer-ownership/',
      'POST organisations/:id/close/',
      'POST organisations/:id/hand-over/',
      'POST privacy/deletion/',
      'POST privacy/export/',
    ]);
  });
});

describe('confirming', () => {
  it('tells how it stands and which ways there are', async () => {
    const browser = await longAgo('ways');
    expect((await browser.get('auth/step-up/')).body).toEqual({
      confirmed: false,
      confirmed_until: null,
      methods: ['password'],
    });
    await browser.post('auth/step-up/', { password: PASSWORD });
    await signing.addAuthenticator(browser);
    const { body } = await browser.get('auth/step-up/');
    expect(body).toMatchObject({ confirmed: true, methods: ['password', 'totp', 'backup_code'] });
    expect(body.confirmed_until).toMatch(/^2026-/);
  });

  it('gives a token that ends after five minutes, when the session goes on', async () => {
    const browser = await longAgo('token');
    await browser.post('auth/step-up/', { password: PASSWORD });
    signing.world.clock.advance(5 * MINUTE_MS - 1000);
    expect((await browser.get('users/me/')).status).toBe(200);
    signing.world.clock.advance(1000);
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(200);
  });

  it('ends the token that asked, and no other of the session', async () => {
    const browser = await longAgo('copied');
    const [asking, tab] = [(await browser.refresh()).body.access, (await browser.refresh()).body.access];
    browser.bear(asking);
    expect((await browser.post('auth/step-up/', { password: PASSWORD })).status).toBe(200);
    expect((await browser.get('users/me/')).status).toBe(200);
    const copy = signing.browser();
    copy.bear(asking);
    expect((await copy.get('users/me/')).status).toBe(401);
    copy.bear(tab);
    expect((await copy.get('users/me/')).status).toBe(200);
  });

  it('works with a code, once, and the session has seen one factor more', async () => {
    const browser = await signing.signUp('code@example.org');
    const app = await signing.addAuthenticator(browser);
    const at = await signing.logIn('code@example.org', app.backupCodes[0]);
    signing.world.clock.advance(11 * MINUTE_MS);
    const code = app.code();
    expect((await at.post('auth/step-up/', { code })).status).toBe(200);
    expect((await at.post('auth/step-up/', { code })).status).toBe(422);
    expect((await at.post('auth/step-up/', { code: app.backupCodes[1] })).status).toBe(200);
    expect((await factorsSeen('code@example.org')).at(-1)).toEqual(['password', 'backup_code', 'totp']);
  });

  it('works with a passkey that looks who holds it, asked for within this session', async () => {
    const browser = await signing.signUp('key@example.org');
    const device = makePasskeyDevice();
    const adding = (await browser.post('auth/passkeys/register/options/')).body;
    await browser.post('auth/passkeys/register/verify/', { response: device.create(adding) });
    signing.world.clock.advance(8 * MINUTE_MS);
    // Asked for another passkey, and not for a proof: the same session, another purpose.
    const made = (await browser.post('auth/passkeys/register/options/')).body;
    signing.world.clock.advance(3 * MINUTE_MS);
    const asked = async () => (await browser.post('auth/step-up/passkey/')).body;
    const touched = device.get(await asked(), { unverified: true });
    expect(await browser.post('auth/step-up/', { passkey: touched })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/passkey', code: 'not_verified' }] },
    });
    const elsewhere = (await signing.browser().post('auth/passkeys/login/options/')).body;
    expect((await browser.post('auth/step-up/', { passkey: device.get(elsewhere) })).status).toBe(422);
    const another = { ...(await asked()), challenge: made.challenge };
    expect((await browser.post('auth/step-up/', { passkey: device.get(another) })).status).toBe(422);
    expect((await danger(browser)).status).toBe(403);
    const passkey = device.get(await asked());
    expect((await browser.post('auth/step-up/', { passkey })).status).toBe(200);
    expect((await browser.post('auth/step-up/', { passkey })).status).toBe(422);
    expect((await danger(browser)).status).toBe(200);
  });

  it('asks nobody for a passkey who has none', async () => {
    const browser = await signing.signUp('keyless@example.org');
    expect((await browser.post('auth/step-up/passkey/')).status).toBe(422);
  });

  it('counts wrong passwords with those at the door, and wrong codes with those of the second step', async () => {
    const browser = await longAgo('guess');
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await browser.post('auth/step-up/', { password: 'wrong wrong wrong' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 423]);
    expect((await browser.post('auth/step-up/', { password: PASSWORD })).status).toBe(423);
    const door = { email_or_username: 'guess@example.org', password: PASSWORD };
    expect((await signing.browser().post('auth/login/', door)).status).toBe(423);

    const other = await signing.signUp('guess-code@example.org');
    const app = await signing.addAuthenticator(other);
    for (let count = 0; count < 5; count += 1) await other.post('auth/step-up/', { code: '000000' });
    expect((await other.post('auth/step-up/', { code: app.code() })).status).toBe(423);
    const second = { email_or_username: 'guess-code@example.org', password: PASSWORD, mfa_code: app.code() };
    expect((await signing.browser().post('auth/login/', second)).status).toBe(423);
    const entries = await signing.world.sql<{ action: string }>(
      `select distinct action from security_entries e join users u on u.id = e.user_id
       where u.email like 'guess%' and action in ('step_up.failed', 'factor.failed', 'factor.locked', 'factor.refused', 'account.locked')`,
    );
    expect(entries).toHaveLength(5);
  });
});

describe('changing the password', () => {
  it('counts wrong present ones with those at the door: a stolen token is no way to guess it', async () => {
    const browser = await signing.signUp('change-guess@example.org');
    const change = {
      new_password: 'Another 1 long passphrase!',
      new_password_confirm: 'Another 1 long passphrase!',
    };
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const body = { ...change, old_password: 'wrong wrong wrong' };
      statuses.push((await browser.post('auth/password/change/', body)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 423]);
    const door = { email_or_username: 'change-guess@example.org', password: PASSWORD };
    expect((await signing.browser().post('auth/login/', door)).status).toBe(423);
    await signing.world.runJobs();
    const subjects = (await signing.letters('change-guess@example.org')).map((letter) => letter.subject);
    expect(subjects).toContain('Signing in is locked for a while');
  });
});

describe('a household', () => {
  it('is deleted and handed over by who has confirmed; who may not hears that first', async () => {
    const browser = await signing.signUp('owner@example.org');
    await signing.unwatched('owner@example.org');
    const { body: home } = await browser.post('households/', { name: 'Bach', type: 'family' });
    const [me] = (await browser.get(`households/${home.id}/members/`)).body.results;
    await later(browser);
    const remove = async (at: Browser) => await at.delete(`households/${home.id}/?confirm=Bach`);
    const handOver = async (at: Browser) =>
      await at.post(`households/${home.id}/transfer-ownership/`, { membership_id: me.id });
    for (const call of [remove, handOver])
      expect(await call(browser)).toMatchObject({ status: 403, body: { error_code: 'AUTH_1020' } });
    expect((await browser.get(`households/${home.id}/`)).status).toBe(200);
    const stranger = await longAgo('stranger');
    expect((await remove(stranger)).status).toBe(404);
    await later(browser);
    await browser.post('auth/step-up/', { password: PASSWORD });
    expect((await handOver(browser)).body.error_code).not.toBe('AUTH_1020');
    expect((await remove(browser)).status).toBe(204);
  });
});
