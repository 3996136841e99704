import { newId } from '@kinwise/core/ids';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makePasskeyDevice,
  register,
  secondStepWith,
  signInWith,
  withPasskey,
} from '../../../test/passkey-device.ts';
import { heldUp } from '../../../test/held-up.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { codeAt, fromBase32, stepAt } from '../hotp/hotp.ts';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const lastFactors = async (email: string): Promise<string[] | undefined> => {
  const [row] = await signing.world.sql<{ factors: string[] }>(
    'select s.factors from sessions s join users u on u.id = s.user_id where u.email = $1 order by s.id desc limit 1',
    [email],
  );
  return row?.factors;
};

describe('a passkey', () => {
  it('is added, listed, renamed and removed by its owner', async () => {
    const browser = await signing.signUp('own@example.org');
    const added = await register(browser, makePasskeyDevice());
    expect(added).toMatchObject({
      status: 201,
      body: { passkey: { name: 'Firefox, Linux', is_synced: true, last_used_at: null } },
    });
    expect(added.body.backup_codes).toHaveLength(10);
    const path = `auth/passkeys/${added.body.passkey.id}/`;
    expect((await browser.patch(path, { name: 'Kitchen tablet' })).body.name).toBe('Kitchen tablet');
    expect((await browser.get('auth/passkeys/')).body.results).toMatchObject([{ name: 'Kitchen tablet' }]);
    expect((await browser.delete(path)).status).toBe(204);
    expect((await browser.get('auth/passkeys/')).body.results).toEqual([]);
    const subjects = (await signing.letters('own@example.org')).map(({ subject }) => subject);
    expect(subjects.slice(-2)).toEqual([
      'A passkey was added to your account',
      'A passkey was removed from your account',
    ]);
  });

  it('that is the last second step is not removed by a session that has seen the password alone', async () => {
    const browser = await signing.signUp('before@example.org');
    const older = await signing.logIn('before@example.org');
    const [first, last] = [
      await register(browser, makePasskeyDevice()),
      await register(browser, makePasskeyDevice()),
    ].map(({ body }) => `auth/passkeys/${body.passkey.id}/`);
    expect((await older.delete(first ?? '')).status).toBe(204);
    expect(await older.delete(last ?? '')).toMatchObject({ status: 403, body: { error_code: 'AUTH_1051' } });
    expect((await browser.get('auth/passkeys/')).body.results).toHaveLength(1);
    expect((await browser.delete(last ?? '')).status).toBe(204);
  });

  it('of somebody else is not found', async () => {
    const mine = await withPasskey(signing, 'mine');
    const theirs = await withPasskey(signing, 'theirs');
    for (const id of [theirs.id, newId()]) {
      expect((await mine.browser.patch(`auth/passkeys/${id}/`, { name: 'Mine' })).status).toBe(404);
      expect((await mine.browser.delete(`auth/passkeys/${id}/`)).status).toBe(404);
    }
    expect((await mine.browser.get('auth/passkeys/')).body.results).toHaveLength(1);
    expect((await theirs.browser.get('auth/passkeys/')).body.results).toHaveLength(1);
  });

  it('is added once, and its authenticator is told which ones are there', async () => {
    const { browser, device } = await withPasskey(signing, 'twice');
    expect((await register(browser, device)).status).toBe(409);
    const { body } = await browser.post('auth/passkeys/register/options/');
    expect(body.excludeCredentials).toMatchObject([{ id: device.id }]);
    const other = await signing.signUp('twice-other@example.org');
    expect((await register(other, device)).status).toBe(409);
  });

  it('comes with backup codes only when it is the first factor', async () => {
    const { browser } = await withPasskey(signing, 'first');
    expect((await register(browser, makePasskeyDevice())).body.backup_codes).toEqual([]);
  });

  it('is asked for by the host of PUBLIC_URL, and for nothing that tells who its owner is', async () => {
    const browser = await signing.signUp('options@example.org');
    const { body } = await browser.post('auth/passkeys/register/options/');
    expect(body).toMatchObject({ rp: { id: 'localhost', name: 'KinWise' }, attestation: 'none' });
    const asked = (await signing.browser().post('auth/passkeys/login/options/')).body;
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(asked.allowCredentials ?? []).toEqual([]);
  });
});

describe('the last factor', () => {
  it('takes the backup codes along, and no other does', async () => {
    const { browser, id } = await withPasskey(signing, 'last');
    await signing.addAuthenticator(browser);
    expect((await browser.delete(`auth/passkeys/${id}/`)).status).toBe(204);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ passkeys: 0, backup_codes_left: 10 });
  });

  it('leaves no codes behind when two factors go at the same moment', async () => {
    const { browser, id } = await withPasskey(signing, 'together');
    const app = await signing.addAuthenticator(browser);
    const both = { password: PASSWORD, code: app.code() };
    // Both have done their work and only want to write it down: that is held up until both have come so far.
    const keeper = new Client({ connectionString: signing.world.program.ground.database.ownerUrl });
    await keeper.connect();
    await keeper.query('begin; lock table security_entries in share mode');
    const calls = [browser.post('auth/mfa/totp/disable/', both), browser.delete(`auth/passkeys/${id}/`)];
    await heldUp(signing.world.sql, 2);
    await keeper.query('commit');
    await keeper.end();
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([204, 204]);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ enabled: false, backup_codes_left: 0 });
  });
});

describe('signing in with a passkey alone', () => {
  it('needs no name, and is two factors because the device has looked who holds it', async () => {
    const { email, device, browser } = await withPasskey(signing, 'alone');
    const answer = await signInWith(signing, device);
    expect(answer).toMatchObject({ status: 200, body: { mfa_required: false, user: { email } } });
    expect(await lastFactors(email)).toEqual(['passkey', 'user_verified']);
    expect((await browser.get('auth/passkeys/')).body.results[0].last_used_at).not.toBeNull();
  });

  it('is refused where it did not look, and then does for the second step', async () => {
    const { email, device } = await withPasskey(signing, 'touch');
    expect(await signInWith(signing, device, { unverified: true })).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1023' },
    });
    expect((await secondStepWith(signing, { email, device }, { unverified: true })).status).toBe(200);
    expect(await lastFactors(email)).toEqual(['password', 'passkey']);
  });

  it('is over with the passkey, while the password remains', async () => {
    const { email, device, browser, id } = await withPasskey(signing, 'removed');
    expect((await browser.delete(`auth/passkeys/${id}/`)).status).toBe(204);
    expect((await signInWith(signing, device)).status).toBe(401);
    expect((await (await signing.logIn(email)).get('users/me/')).status).toBe(200);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ enabled: false, backup_codes_left: 0 });
  });

  it('waits for the address to be verified like any other way', async () => {
    const { email, device } = await withPasskey(signing, 'unverified');
    await signing.world.sql('update users set email_verified_at = null where email = $1', [email]);
    expect(await signInWith(signing, device)).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1004' },
    });
  });
});

describe('a passkey as the second step', () => {
  it('is asked for after the password, among those of the person', async () => {
    const { email, device } = await withPasskey(signing, 'second');
    const at = signing.browser();
    const first = await at.post('auth/login/', { email_or_username: email, password: PASSWORD });
    expect(first.body).toMatchObject({ mfa_required: true, factors: ['passkey', 'backup_code'] });
    const { challenge_token } = first.body;
    const { body } = await at.post('auth/passkeys/login/options/', { challenge_token });
    expect(body.allowCredentials).toMatchObject([{ id: device.id }]);
    expect((await at.post('auth/login/mfa/', { challenge_token, passkey: device.get(body) })).status).toBe(
      200,
    );
    expect(await lastFactors(email)).toEqual(['password', 'passkey', 'user_verified']);
  });

  it('is not done by the passkey of somebody else', async () => {
    const { email } = await withPasskey(signing, 'victim');
    const thief = await withPasskey(signing, 'thief');
    expect((await secondStepWith(signing, { email, device: thief.device })).status).toBe(401);
  });

  it('answers the question of this very sign-in and of no other', async () => {
    const { email, device } = await withPasskey(signing, 'bound');
    const begin = async () => {
      const at = signing.browser();
      const { body } = await at.post('auth/login/', { email_or_username: email, password: PASSWORD });
      return body.challenge_token as string;
    };
    const [one, two] = [await begin(), await begin()];
    const at = signing.browser();
    const { body } = await at.post('auth/passkeys/login/options/', { challenge_token: one });
    const passkey = device.get(body);
    expect((await at.post('auth/login/mfa/', { challenge_token: two, passkey })).status).toBe(401);
    expect((await at.post('auth/passkeys/login/verify/', { response: passkey })).status).toBe(401);
    const open = (await at.post('auth/passkeys/login/options/')).body;
    expect(
      (await at.post('auth/login/mfa/', { challenge_token: one, passkey: device.get(open) })).status,
    ).toBe(401);
  });

  it('still works while codes are locked', async () => {
    const { email, device } = await withPasskey(signing, 'locked');
    for (let count = 0; count < 6; count += 1)
      await signing
        .browser()
        .post('auth/login/', { email_or_username: email, password: PASSWORD, mfa_code: '000000' });
    expect((await secondStepWith(signing, { email, device })).status).toBe(200);
  });

  it('asks nobody whose sign-in does not wait, or no longer', async () => {
    const { email } = await withPasskey(signing, 'gone');
    const { body } = await signing
      .browser()
      .post('auth/login/', { email_or_username: email, password: PASSWORD });
    signing.world.clock.advance(5 * 60_000);
    for (const challenge_token of ['made up', body.challenge_token]) {
      const answer = await signing.browser().post('auth/passkeys/login/options/', { challenge_token });
      expect(answer).toMatchObject({ status: 401, body: { error_code: 'AUTH_1022' } });
    }
  });

  it('is not replaced by an app that has given no code yet', async () => {
    const { email, browser } = await withPasskey(signing, 'waiting-app');
    const { secret } = (await browser.post('auth/mfa/totp/setup/')).body;
    const mfa_code = codeAt(fromBase32(secret), stepAt(signing.world.clock.nowMs()));
    const body = { email_or_username: email, password: PASSWORD, mfa_code };
    expect((await signing.browser().post('auth/login/', body)).status).toBe(401);
  });
});
