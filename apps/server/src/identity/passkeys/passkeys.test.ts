import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasskeyDevice } from '../../../test/passkey-device.ts';
import type { PasskeyDevice, Twist } from '../../../test/passkey-device.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

async function register(at: Browser, device: PasskeyDevice, more: object = {}): Promise<Answer> {
  const { body } = await at.post('auth/passkeys/register/options/');
  return await at.post('auth/passkeys/register/verify/', { response: device.create(body), ...more });
}

type Person = { email: string; browser: Browser; device: PasskeyDevice; id: string };

async function withPasskey(name: string): Promise<Person> {
  const email = `${name}@example.org`;
  const browser = await signing.signUp(email);
  const device = makePasskeyDevice();
  const added = await register(browser, device);
  return { email, browser, device, id: added.body.passkey.id };
}

async function signInWith(device: PasskeyDevice, twist?: Twist): Promise<Answer> {
  const at = signing.browser();
  const { body } = await at.post('auth/passkeys/login/options/');
  return await at.post('auth/passkeys/login/verify/', { response: device.get(body, twist) });
}

async function secondStep(email: string, device: PasskeyDevice, twist?: Twist): Promise<Answer> {
  const at = signing.browser();
  const first = await at.post('auth/login/', { email_or_username: email, password: PASSWORD });
  const challenge_token = first.body.challenge_token;
  const { body } = await at.post('auth/passkeys/login/options/', { challenge_token });
  return await at.post('auth/login/mfa/', { challenge_token, passkey: device.get(body, twist) });
}

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

  it('of somebody else is not found', async () => {
    const mine = await withPasskey('mine');
    const theirs = await withPasskey('theirs');
    for (const id of [theirs.id, newId()]) {
      expect((await mine.browser.patch(`auth/passkeys/${id}/`, { name: 'Mine' })).status).toBe(404);
      expect((await mine.browser.delete(`auth/passkeys/${id}/`)).status).toBe(404);
    }
    expect((await mine.browser.get('auth/passkeys/')).body.results).toHaveLength(1);
    expect((await theirs.browser.get('auth/passkeys/')).body.results).toHaveLength(1);
  });

  it('is added once, and its authenticator is told which ones are there', async () => {
    const { browser, device } = await withPasskey('twice');
    expect((await register(browser, device)).status).toBe(409);
    const { body } = await browser.post('auth/passkeys/register/options/');
    expect(body.excludeCredentials).toMatchObject([{ id: device.id }]);
    const other = await signing.signUp('twice-other@example.org');
    expect((await register(other, device)).status).toBe(409);
  });

  it('comes with backup codes only when it is the first factor', async () => {
    const { browser } = await withPasskey('first');
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

  it.each([
    ['the challenge of nobody', { challenge: 'bm9uZQ' }],
    ['another origin', { origin: 'https://localhost.evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:9999' }],
    ['another host', { rpId: 'evil.example' }],
    ['another ceremony', { type: 'webauthn.get' }],
  ])('is not added with %s', async (_name, twist) => {
    const browser = await signing.signUp(`bad-${Object.values(twist)[0]?.replace(/\W/g, '')}@example.org`);
    const { body } = await browser.post('auth/passkeys/register/options/');
    const response = makePasskeyDevice().create(body, twist);
    expect((await browser.post('auth/passkeys/register/verify/', { response })).status).toBe(422);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ passkeys: 0, backup_codes_left: 0 });
  });

  it('is added within the session that asked for it, once and soon', async () => {
    const browser = await signing.signUp('session@example.org');
    const device = makePasskeyDevice();
    const verify = async (at: Browser, options: { challenge: string }) =>
      (await at.post('auth/passkeys/register/verify/', { response: device.create(options) })).status;
    const { body: asked } = await browser.post('auth/passkeys/register/options/');
    expect(await verify(await signing.logIn('session@example.org'), asked)).toBe(422);
    const { body: late } = await browser.post('auth/passkeys/register/options/');
    signing.world.clock.advance(5 * 60_000);
    expect(await verify(browser, late)).toBe(422);
    const { body: good } = await browser.post('auth/passkeys/register/options/');
    expect(await verify(browser, good)).toBe(201);
    expect(await verify(browser, good)).toBe(422);
  });
});

describe('signing in with a passkey alone', () => {
  it('needs no name, and is two factors because the device has looked who holds it', async () => {
    const { email, device, browser } = await withPasskey('alone');
    const answer = await signInWith(device);
    expect(answer).toMatchObject({ status: 200, body: { mfa_required: false, user: { email } } });
    expect(await lastFactors(email)).toEqual(['passkey', 'user_verified']);
    expect((await browser.get('auth/passkeys/')).body.results[0].last_used_at).not.toBeNull();
  });

  it('is refused where it did not look, and then does for the second step', async () => {
    const { email, device } = await withPasskey('touch');
    expect(await signInWith(device, { unverified: true })).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1023' },
    });
    expect((await secondStep(email, device, { unverified: true })).status).toBe(200);
    expect(await lastFactors(email)).toEqual(['password', 'passkey']);
  });

  it.each<[string, Twist]>([
    ['the challenge of nobody', { challenge: 'bm9uZQ' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['the name of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('is refused with %s', async (_name, twist) => {
    const { device } = await withPasskey(`refused-${Object.values(twist).join('').replace(/\W/g, '')}`);
    expect(await signInWith(device, twist)).toMatchObject({ status: 401, body: { error_code: 'AUTH_1023' } });
    expect((await signInWith(device)).status).toBe(200);
  });

  it('is refused with the signature of another key', async () => {
    const { device } = await withPasskey('forged');
    const at = signing.browser();
    const { body } = await at.post('auth/passkeys/login/options/');
    const [right, other] = [device.get(body), makePasskeyDevice().get(body)];
    const response = {
      ...right,
      response: {
        ...(right['response'] as object),
        signature: (other['response'] as { signature: string }).signature,
      },
    };
    expect((await at.post('auth/passkeys/login/verify/', { response })).status).toBe(401);
  });

  it('is good once: the same answer again is refused, also at the same moment', async () => {
    const { device } = await withPasskey('replay');
    const at = signing.browser();
    const { body } = await at.post('auth/passkeys/login/options/');
    const response = device.get(body);
    const statuses = await Promise.all(
      Array.from(
        { length: 5 },
        async () => (await at.post('auth/passkeys/login/verify/', { response })).status,
      ),
    );
    expect(statuses.sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('is refused when the question is older than five minutes', async () => {
    const { device } = await withPasskey('late');
    const at = signing.browser();
    const { body } = await at.post('auth/passkeys/login/options/');
    signing.world.clock.advance(5 * 60_000);
    expect((await at.post('auth/passkeys/login/verify/', { response: device.get(body) })).status).toBe(401);
  });

  it('is over with the passkey, while the password remains', async () => {
    const { email, device, browser, id } = await withPasskey('removed');
    expect((await browser.delete(`auth/passkeys/${id}/`)).status).toBe(204);
    expect((await signInWith(device)).status).toBe(401);
    expect((await (await signing.logIn(email)).get('users/me/')).status).toBe(200);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ enabled: false, backup_codes_left: 0 });
  });

  it('waits for the address to be verified like any other way', async () => {
    const { email, device } = await withPasskey('unverified');
    await signing.world.sql('update users set email_verified_at = null where email = $1', [email]);
    expect(await signInWith(device)).toMatchObject({ status: 403, body: { error_code: 'AUTH_1004' } });
  });
});

describe('a passkey that counts', () => {
  it('is refused when it counts backwards, as a copy does, and its owner is told', async () => {
    const { email, device } = await withPasskey('copied');
    expect((await signInWith(device, { counter: 7 })).status).toBe(200);
    expect((await signInWith(device, { counter: 7 })).status).toBe(401);
    expect((await signInWith(device, { counter: 0 })).status).toBe(401);
    expect((await signInWith(device, { counter: 8 })).status).toBe(200);
    expect((await signing.letters(email)).map(({ subject }) => subject)).toContain(
      'One of your passkeys was not accepted',
    );
    const rows = await signing.world.sql<{ risk: string }>(
      `select risk from security_entries e join users u on u.id = e.user_id where u.email = $1 and action = 'passkey.copied'`,
      [email],
    );
    expect(rows).toEqual([{ risk: 'high' }, { risk: 'high' }]);
  });

  it('need not count at all', async () => {
    const { device } = await withPasskey('zero');
    for (let count = 0; count < 3; count += 1)
      expect((await signInWith(device, { counter: 0 })).status).toBe(200);
  });
});

describe('a passkey as the second step', () => {
  it('is asked for after the password, among those of the person', async () => {
    const { email, device } = await withPasskey('second');
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
    const { email } = await withPasskey('victim');
    const thief = await withPasskey('thief');
    expect((await secondStep(email, thief.device)).status).toBe(401);
  });

  it('answers the question of this very sign-in and of no other', async () => {
    const { email, device } = await withPasskey('bound');
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
    const { email, device } = await withPasskey('locked');
    for (let count = 0; count < 6; count += 1)
      await signing
        .browser()
        .post('auth/login/', { email_or_username: email, password: PASSWORD, mfa_code: '000000' });
    expect((await secondStep(email, device)).status).toBe(200);
  });

  it('asks nobody whose sign-in does not wait', async () => {
    const answer = await signing
      .browser()
      .post('auth/passkeys/login/options/', { challenge_token: 'made up' });
    expect(answer).toMatchObject({ status: 401, body: { error_code: 'AUTH_1022' } });
  });
});
