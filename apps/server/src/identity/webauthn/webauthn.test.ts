import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasskeyDevice, signInWith, withPasskey } from '../../../test/passkey-device.ts';
import type { Twist } from '../../../test/passkey-device.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

describe('a new passkey', () => {
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

describe('signing in with a passkey', () => {
  it.each<[string, Twist]>([
    ['the challenge of nobody', { challenge: 'bm9uZQ' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['the name of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('is refused with %s', async (_name, twist) => {
    const { device } = await withPasskey(
      signing,
      `refused-${Object.values(twist).join('').replace(/\W/g, '')}`,
    );
    expect(await signInWith(signing, device, twist)).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1023' },
    });
    expect((await signInWith(signing, device)).status).toBe(200);
  });

  it('is refused with the signature of another key', async () => {
    const { device } = await withPasskey(signing, 'forged');
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
    const { device } = await withPasskey(signing, 'replay');
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
    const { device } = await withPasskey(signing, 'late');
    const at = signing.browser();
    const { body } = await at.post('auth/passkeys/login/options/');
    signing.world.clock.advance(5 * 60_000);
    expect((await at.post('auth/passkeys/login/verify/', { response: device.get(body) })).status).toBe(401);
  });
});

describe('a passkey that counts', () => {
  it('is refused when it counts backwards, as a copy does, and its owner is told', async () => {
    const { email, device } = await withPasskey(signing, 'copied');
    expect((await signInWith(signing, device, { counter: 7 })).status).toBe(200);
    expect((await signInWith(signing, device, { counter: 7 })).status).toBe(401);
    expect((await signInWith(signing, device, { counter: 0 })).status).toBe(401);
    expect((await signInWith(signing, device, { counter: 8 })).status).toBe(200);
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
    const { device } = await withPasskey(signing, 'zero');
    for (let count = 0; count < 3; count += 1)
      expect((await signInWith(signing, device, { counter: 0 })).status).toBe(200);
  });
});
