import { newId } from '@kinwise/core/ids';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { codeAt, fromBase32, stepAt } from '../hotp/hotp.ts';
import { areTwo, factorsOf, hasFactor } from './factors.ts';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const subjects = async (email: string): Promise<string[]> =>
  (await signing.letters(email)).map(({ subject }) => subject);

const firstStep = async (email: string) =>
  (await signing.browser().post('auth/login/', { email_or_username: email, password: PASSWORD })).body;

describe('an authenticator app', () => {
  it('is set up by typing, by link or by a picture that says the same', async () => {
    const browser = await signing.signUp('picture@example.org');
    const { body } = await browser.post('auth/mfa/totp/setup/');
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(body.uri).toBe(
      `otpauth://totp/KinWise:picture%40example.org?secret=${body.secret}&issuer=KinWise&algorithm=SHA1&digits=6&period=30`,
    );
    const { size, data } = encode(body.uri, { ecc: 'M', border: 4 });
    expect(body.qr.size).toBe(size);
    const drawn = new Set<string>();
    for (const [, x = '', y = '', run = ''] of body.qr.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let step = 0; step < Number(run); step += 1) drawn.add(`${Number(x) + step} ${y}`);
    const dark = data.flatMap((row, y) => row.flatMap((one, x) => (one ? [`${x} ${y}`] : [])));
    expect([...drawn].sort()).toEqual(dark.sort());
  });

  it('changes nothing at the door before it has given a right code', async () => {
    const browser = await signing.signUp('begun@example.org');
    await browser.post('auth/mfa/totp/setup/');
    expect(await browser.post('auth/mfa/totp/confirm/', { code: '000000' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/code', code: 'wrong' }] },
    });
    expect((await browser.get('auth/mfa/')).body).toEqual({
      enabled: false,
      factors: [],
      totp: { enabled: false, since: null },
      passkeys: 0,
      backup_codes_left: 0,
    });
    expect((await firstStep('begun@example.org')).mfa_required).toBe(false);
    expect(
      await signing.logIn('begun@example.org', '123456').then((at) => at.get('users/me/')),
    ).toMatchObject({
      status: 200,
    });
  });

  it('is on from its first code, shows ten backup codes once and tells its owner', async () => {
    const browser = await signing.signUp('on@example.org');
    const app = await signing.addAuthenticator(browser);
    expect(app.backupCodes).toHaveLength(10);
    expect(new Set(app.backupCodes).size).toBe(10);
    for (const code of app.backupCodes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
    for (const path of ['auth/mfa/', 'auth/mfa/status/'])
      expect((await browser.get(path)).body).toMatchObject({
        enabled: true,
        factors: ['totp', 'backup_code'],
        totp: { enabled: true },
        backup_codes_left: 10,
      });
    expect((await subjects('on@example.org')).at(-1)).toBe('Two-step sign-in is on');
  });

  it('is one at a time', async () => {
    const browser = await signing.signUp('one@example.org');
    await signing.addAuthenticator(browser);
    expect(await browser.post('auth/mfa/totp/setup/')).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002' },
    });
    expect((await browser.post('auth/mfa/totp/confirm/', { code: '000000' })).status).toBe(404);
  });

  it('leaves neither secret nor codes readable anywhere in the database', async () => {
    const browser = await signing.signUp('sealed@example.org');
    const key = () => ({ 'idempotency-key': newId() });
    const { secret } = (await browser.post('auth/mfa/totp/setup/', {}, key())).body;
    const code = codeAt(fromBase32(secret), stepAt(signing.world.clock.nowMs()));
    const first = (await browser.post('auth/mfa/totp/confirm/', { code }, key())).body.backup_codes;
    const both = { password: PASSWORD, code: first[0] };
    const second = (await browser.post('auth/mfa/backup-codes/', both, key())).body.backup_codes;
    const tables = await signing.world.sql<{ name: string }>(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
    );
    const all = await Promise.all(
      tables.map(async ({ name }) =>
        JSON.stringify(await signing.world.sql(`select t::text from ${name} t`)),
      ),
    );
    expect(all.some((text) => text.includes('sealed@example.org'))).toBe(true);
    for (const hidden of [secret, ...first, ...second].flatMap((text) => [text, text.replace('-', '')]))
      expect(
        all.some((text) => text.includes(hidden)),
        hidden,
      ).toBe(false);
  });
});

describe('turning the authenticator app off', () => {
  it('takes the password and a factor, both right, whatever the session has shown', async () => {
    const browser = await signing.signUp('off@example.org');
    const app = await signing.addAuthenticator(browser);
    const disable = async (body: object) => await browser.post('auth/mfa/totp/disable/', body);
    expect(await disable({ code: app.code() })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password', code: 'required' }] },
    });
    expect(await disable({ password: PASSWORD })).toMatchObject({ status: 422 });
    expect(await disable({ password: 'not my password at all', code: app.code() })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password', code: 'wrong' }] },
    });
    expect(await disable({ password: PASSWORD, code: '000000' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/code', code: 'wrong' }] },
    });
    expect((await firstStep('off@example.org')).mfa_required).toBe(true);
    expect((await disable({ password: PASSWORD, code: app.code() })).status).toBe(204);
    expect((await firstStep('off@example.org')).mfa_required).toBe(false);
    expect((await browser.get('auth/mfa/')).body).toMatchObject({ enabled: false, backup_codes_left: 0 });
    expect((await subjects('off@example.org')).at(-1)).toBe('Your authenticator app was turned off');
  });

  it('works with a backup code too, for who has lost the phone', async () => {
    const browser = await signing.signUp('lost@example.org');
    const { backupCodes } = await signing.addAuthenticator(browser);
    const body = { password: PASSWORD, code: backupCodes[3] };
    expect((await browser.post('auth/mfa/totp/disable/', body)).status).toBe(204);
  });
});

describe('new backup codes', () => {
  it('replace the old ones and are told by mail', async () => {
    const browser = await signing.signUp('renew@example.org');
    const app = await signing.addAuthenticator(browser);
    const made = await browser.post('auth/mfa/backup-codes/', { password: PASSWORD, code: app.code() });
    expect(made.body.backup_codes).toHaveLength(10);
    expect((await subjects('renew@example.org')).at(-1)).toBe('You have new backup codes');
    const old = await signing.logIn('renew@example.org', app.backupCodes[0]);
    expect((await old.get('users/me/')).status).toBe(401);
    const fresh = await signing.logIn('renew@example.org', made.body.backup_codes[0]);
    expect((await fresh.get('users/me/')).status).toBe(200);
  });

  it('are refused to who shows only one of password and factor', async () => {
    const browser = await signing.signUp('half@example.org');
    const app = await signing.addAuthenticator(browser);
    expect((await browser.post('auth/mfa/backup-codes/', { password: PASSWORD })).status).toBe(422);
    expect((await browser.post('auth/mfa/backup-codes/', { code: app.code() })).status).toBe(422);
    expect((await browser.get('auth/mfa/')).body.backup_codes_left).toBe(10);
  });
});

describe('what other features ask', () => {
  it('is whether somebody has a factor, and what a session has seen', async () => {
    const browser = await signing.signUp('ask@example.org');
    const [user] = await signing.world.sql<{ id: string }>(
      "select id from users where email = 'ask@example.org'",
    );
    const { opener } = signing.world.program;
    const ask = async () =>
      await opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
        const [session] = await signing.world.sql<{ id: string }>(
          'select id from sessions where user_id = $1 order by created_at limit 1',
          [user?.id],
        );
        return { has: await hasFactor(ctx, user?.id ?? ''), seen: await factorsOf(ctx, session?.id) };
      });
    expect(await ask()).toEqual({ has: false, seen: ['mail'] });
    await signing.addAuthenticator(browser);
    expect(await ask()).toEqual({ has: true, seen: ['mail', 'totp'] });
  });

  it.each([
    [['password'], false],
    [['password', 'mail'], false],
    [['totp'], false],
    [['totp', 'backup_code'], false],
    [['passkey'], false],
    [['password', 'totp'], true],
    [['mail', 'backup_code'], true],
    [['password', 'passkey'], true],
    [['passkey', 'user_verified'], true],
    [['user_verified', 'password'], false],
  ])('%j are two factors: %s', (factors, two) => {
    expect(areTwo(factors)).toBe(two);
  });
});
