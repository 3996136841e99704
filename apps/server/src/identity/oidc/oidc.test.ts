import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areTwo } from '../factors/factors.ts';
import { makeOidcWorld } from '../../../test/oidc-world.ts';
import type { OidcWorld } from '../../../test/oidc-world.ts';
import { PASSWORD, registration } from '../../../test/signing-in.ts';

describe('signing in by a provider', () => {
  let oidc: OidcWorld;
  beforeAll(async () => {
    oidc = await makeOidcWorld();
  });
  afterAll(async () => {
    expect(await oidc.signing.world.brokenInvariants()).toEqual([]);
    await oidc.close();
  });

  const count = async (table: string): Promise<number> => {
    const [row] = await oidc.signing.world.sql<{ count: number }>(`select count(*)::int from ${table}`);
    return row?.count ?? -1;
  };

  it('the page of signing in hears which providers there are, by name alone', async () => {
    const { status, body } = await oidc.signing.browser().get('auth/oidc/');
    expect(status).toBe(200);
    expect(body).toEqual({ results: [{ id: 'local', name: 'Harbour ID' }] });
  });

  it('who is new accepts the terms first: nothing is made before', async () => {
    const at = oidc.signing.browser();
    const before = await count('users');
    const arrived = await oidc.through(at, oidc.person('new@example.org'));
    expect(arrived).toMatchObject({
      status: 200,
      body: {
        registration_required: true,
        email: 'new@example.org',
        first_name: 'Hana',
        last_name: 'Parata',
      },
    });
    expect([await count('users'), await count('oidc_identities')]).toEqual([before, 0]);

    const token = arrived.body.registration_token;
    const without = await oidc.complete(at, token, { terms_accepted: false });
    expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: '/terms_accepted' }] } });
    const privacy = await oidc.complete(at, token, { privacy_policy_accepted: false });
    expect(privacy.status).toBe(422);
    expect(await count('users')).toBe(before);

    const done = await oidc.complete(at, token, { first_name: 'Hanna' });
    expect(done).toMatchObject({
      status: 200,
      body: {
        mfa_required: false,
        user: { email: 'new@example.org', first_name: 'Hanna', email_verified: true, asked_to_accept: [] },
      },
    });
    at.bear(done.body.access_token);
    expect((await at.get('users/me/')).status).toBe(200);
    const letters = await oidc.signing.letters('new@example.org');
    expect(letters.map(({ subject }) => subject)).toEqual(['Welcome to KinWise']);
  });

  it('what waits for the terms counts once, in one browser, for a few minutes', async () => {
    const at = oidc.signing.browser();
    const first = await oidc.through(at, oidc.person('waits@example.org'));
    const other = oidc.signing.browser();
    await oidc.away(other, oidc.person('else@example.org'));
    const stolen = await oidc.complete(other, first.body.registration_token);
    expect(stolen).toMatchObject({ status: 401, body: { error_code: 'AUTH_1022' } });
    const both = await Promise.all([1, 2].map(() => oidc.complete(at, first.body.registration_token)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);

    const late = await oidc.through(at, oidc.person('late@example.org'));
    oidc.signing.world.clock.advance(901_000);
    expect((await oidc.complete(at, late.body.registration_token)).status).toBe(401);
  });

  it('who is known there signs in, whatever the address there is by now', async () => {
    const login = oidc.person('known@example.org');
    const at = oidc.signing.browser();
    const arrived = await oidc.through(at, login);
    await oidc.complete(at, arrived.body.registration_token);
    oidc.provider.people.set(login, { email: 'moved@example.org', email_verified: false });
    const again = oidc.signing.browser();
    const { status, body } = await oidc.through(again, login);
    expect(status).toBe(200);
    expect(body.user.email).toBe('known@example.org');
    again.bear(body.access_token);
    const history = await again.get('users/me/security-history/');
    expect(history.body.results[0]).toMatchObject({ action: 'login.succeeded', details: { by: 'oidc' } });
    const sessions = await oidc.signing.world.sql<{ factors: string[] }>(
      `select factors from sessions s join users u on u.id = s.user_id where u.email = 'known@example.org'`,
    );
    expect(sessions.map(({ factors }) => factors)).toEqual([['oidc'], ['oidc']]);
  });

  it('an address that an account has opens nothing, and says what to do', async () => {
    await oidc.signing.signUp('taken@example.org');
    const login = oidc.person('Taken@Example.org');
    const { status, body } = await oidc.through(oidc.signing.browser(), login);
    expect(status).toBe(409);
    expect(body).toMatchObject({ error_code: 'AUTH_1026' });
    expect(body.detail).toContain('link Harbour ID under Settings');
    expect(await oidc.signing.world.sql(`select 1 from oidc_identities where subject = '${login}'`)).toEqual(
      [],
    );
  });

  it('nor when the account comes while the terms are being read', async () => {
    const at = oidc.signing.browser();
    const arrived = await oidc.through(at, oidc.person('race@example.org'));
    await oidc.signing.signUp('race@example.org');
    const { status, body } = await oidc.complete(at, arrived.body.registration_token);
    expect([status, body.error_code]).toEqual([409, 'AUTH_1026']);
  });

  it('an address that the provider has not verified is refused, whether an account has it or not', async () => {
    await oidc.signing.signUp('victim@example.org');
    for (const [email, verified] of [
      ['victim@example.org', false],
      ['nobody@example.org', false],
      ['nobody@example.org', 'yes'],
      ['nobody@example.org', undefined],
      ['not an address', true],
      [undefined, true],
    ] as const) {
      const login = oidc.person(email as string, { email, email_verified: verified });
      const { status, body } = await oidc.through(oidc.signing.browser(), login);
      expect([status, body.error_code]).toEqual([422, 'AUTH_1025']);
    }
  });

  it('whoever began to register with the address, and never showed that it is theirs, keeps nothing', async () => {
    const squatter = oidc.signing.browser('192.0.2.66');
    await squatter.post('auth/register/', registration('mine@example.org', { first_name: 'Squatter' }));
    const link = await oidc.signing.tokenFor('mine@example.org');
    const at = await oidc.signUp('mine@example.org');
    expect((await at.get('users/me/')).body.first_name).toBe('Hana');
    const login = { email_or_username: 'mine@example.org', password: PASSWORD };
    expect((await squatter.post('auth/login/', login)).status).toBe(401);
    expect((await squatter.post('auth/email/verify/', { token: link })).status).toBe(400);
  });

  it('the second factor is still asked for, and a provider with a mail is not two', async () => {
    const login = oidc.person('two@example.org');
    const first = oidc.signing.browser();
    const arrived = await oidc.through(first, login);
    const { body } = await oidc.complete(first, arrived.body.registration_token);
    first.bear(body.access_token);
    const app = await oidc.signing.addAuthenticator(first);
    const at = oidc.signing.browser();
    const waiting = await oidc.through(at, login);
    expect(waiting.body).toMatchObject({ mfa_required: true, factors: ['totp', 'backup_code'] });
    expect(waiting.body.access_token).toBeUndefined();
    const done = await at.post('auth/login/mfa/', {
      challenge_token: waiting.body.challenge_token,
      code: app.code(),
    });
    expect(done).toMatchObject({ status: 200, body: { mfa_required: false } });
    expect(areTwo(['oidc', 'mail', 'password'])).toBe(false);
    expect(areTwo(['oidc', 'passkey'])).toBe(true);
  });

  it('a new device is told of, as with every sign-in', async () => {
    const login = oidc.person('devices@example.org');
    const first = oidc.signing.browser();
    const arrived = await oidc.through(first, login);
    await oidc.complete(first, arrived.body.registration_token);
    const phone = oidc.signing.browser();
    const csrf = await phone.get('auth/csrf/');
    const answer = await oidc.away(phone, login);
    await phone.post('auth/oidc/local/callback/', answer, {
      'x-csrf-token': csrf.body.csrf_token,
      'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0',
    });
    const subjects = (await oidc.signing.letters('devices@example.org')).map(({ subject }) => subject);
    expect(subjects.some((subject) => /new device|sign-in/i.test(subject))).toBe(true);
  });

  it('a password can be set later, by mail, and signs in then', async () => {
    const at = await oidc.signUp('later@example.org');
    expect((await at.get('auth/step-up/')).body.methods).toEqual([]);
    await at.post('auth/password/reset/', { email: 'later@example.org' });
    const token = await oidc.signing.tokenFor('later@example.org');
    const set = { token, new_password: PASSWORD, new_password_confirm: PASSWORD };
    expect((await at.post('auth/password/reset/confirm/', set)).status).toBe(200);
    const home = await oidc.signing.logIn('later@example.org');
    expect((await home.get('users/me/')).status).toBe(200);
    expect((await home.get('auth/oidc/identities/')).body.results).toHaveLength(1);
  });
});
