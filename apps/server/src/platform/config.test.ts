import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningWorld, registration } from '../../test/signing-in.ts';
import { readConfig } from './config.ts';
import { LIMITS } from './limits.ts';
import { LIMIT_SETTINGS, SAFETY, limitNames, settingOf } from './safety-settings.ts';
import { UNSAFE } from './unsafe-settings.ts';

/** A production as it should be. */
const GOOD = {
  NODE_ENV: 'production',
  SECRET_KEY: 'pK3+vN8yQ2mZ7wL5tR1xB6cJ9hF4dS0g',
  PUBLIC_URL: 'https://money.example.org',
  MAIL_URL: 'smtps://mail.example.org',
  TRUST_PROXY: '10.0.0.5',
};

describe('settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-settings-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('have the lifetimes, locks and limits of the product where nothing else is said', () => {
    expect(readConfig({})).toMatchObject({
      ACCESS_TOKEN_SECONDS: 15 * 60,
      REFRESH_GRACE_SECONDS: 10,
      SESSION_DAYS: 7,
      SESSION_REMEMBERED_DAYS: 14,
      SESSION_LONGEST_DAYS: 30,
      SESSIONS_MOST: 10,
      LOCK_AFTER_FAILURES: 5,
      LOCK_FIRST_MINUTES: 30,
      LOCK_LONGEST_MINUTES: 24 * 60,
      VERIFY_LINK_SECONDS: 24 * 3600,
      RESET_LINK_SECONDS: 3600,
      EXCHANGE_TOKEN_SECONDS: 60,
      PASSWORDS_REMEMBERED: 5,
      LIMIT_REGISTER: 3,
      LIMIT_LOGIN_HOUR: 25,
      LIMIT_LOGIN_MINUTE: 5,
      LIMIT_RESET: 5,
      LIMIT_RESET_ACCOUNT: 3,
      LIMIT_REFRESH_HOUR: 60,
      LIMIT_REFRESH_MINUTE: 10,
      LIMIT_TOKEN_VERIFY: 100,
      LIMIT_API: 600,
      LIMIT_WRITE: 120,
      LIMIT_IMPORT: 20,
    });
    for (const name of limitNames()) expect(readConfig({})[settingOf(name)]).toBe(LIMITS[name].most);
  });

  it.each(Object.keys({ ...SAFETY, ...LIMIT_SETTINGS }))('%s is a whole number within its bounds', (name) => {
    for (const value of ['-1', '1.5', 'soon', '99999999']) {
      expect(() => readConfig({ [name]: value })).toThrow(`${name}: `);
    }
    expect(readConfig({ [name]: '60' })).toMatchObject({ [name]: 60 });
  });

  it('are read by somebody, each of them', () => {
    const source = sourceOf(join(import.meta.dirname, '..')).join('\n');
    const idle = Object.keys(SAFETY).filter((name) => !source.includes(name));
    expect(idle).toEqual([]);
  });

  it('come from files too, which suits secrets', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, `${GOOD.SECRET_KEY}\n`);
    expect(readConfig({ SECRET_KEY_FILE: path }).SECRET_KEY).toBe(GOOD.SECRET_KEY);
    expect(readConfig({ SECRET_KEY_FILE: path, SECRET_KEY: 'x'.repeat(32) }).SECRET_KEY).toBe('x'.repeat(32));
  });

  it('a file that cannot be read is named, with the cure', () => {
    const path = join(folder, 'not-there');
    expect(() => readConfig({ SECRET_KEY_FILE: path })).toThrow(
      `SECRET_KEY_FILE: ${path} cannot be read (ENOENT); name a file that this program may read, or set SECRET_KEY`,
    );
  });

  it('every mistake is told at once', () => {
    expect(() => readConfig({ PORT: '99999', LIMIT_API: '0' })).toThrow(/PORT: [\s\S]*LIMIT_API: /);
  });
});

describe('settings that were changed', () => {
  it('count: lifetimes, locks, grace and limits', async () => {
    const signing = await makeSigningWorld({
      settings: {
        RATE_LIMITS: 'on',
        ACCESS_TOKEN_SECONDS: '120',
        SESSIONS_MOST: '2',
        LOCK_AFTER_FAILURES: '2',
        LOCK_FIRST_MINUTES: '7',
        REFRESH_GRACE_SECONDS: '3',
        LIMIT_REGISTER: '1',
      },
    });
    const hana = 'hana@example.org';
    const home = await signing.signUp(hana);
    const refused = await signing.browser().post('auth/register/', registration('second@example.org'));
    expect(refused).toMatchObject({ status: 429, body: { error_code: 'RATE_LIMIT_6001' } });

    const refreshed = await home.refresh();
    expect(refreshed).toMatchObject({ status: 200, body: { expires_in: 120 } });
    home.bear(refreshed.body.access_token);
    signing.world.clock.advance(119_000);
    expect((await home.get('users/me/')).status).toBe(200);
    signing.world.clock.advance(2000);
    expect((await home.get('users/me/')).status).toBe(401);

    const wrong = { email_or_username: hana, password: 'a wrong one' };
    const stranger = signing.browser('198.51.100.9');
    await stranger.post('auth/login/', wrong);
    await stranger.post('auth/login/', wrong);
    const locked = await stranger.post('auth/login/', wrong);
    expect(locked).toMatchObject({ status: 423, headers: { 'retry-after': String(7 * 60) } });
    await signing.close();
  });
});

describe('unsafe settings in production', () => {
  it('a good production starts', () => {
    expect(readConfig(GOOD).NODE_ENV).toBe('production');
  });

  it.each(UNSAFE.map((unsafe) => [`${unsafe.setting}: ${unsafe.cure}`, unsafe] as const))(
    'nothing starts with %s',
    (line, { setting, example }) => {
      const demo = setting === '--demo';
      const settings: Record<string, string | undefined> = demo ? GOOD : { ...GOOD, [setting]: example };
      expect(() => readConfig(settings, demo)).toThrow(`  ${line}`);
      // The same is taken on a machine where somebody only tries things out.
      expect(readConfig({ ...settings, NODE_ENV: 'test' }, demo).NODE_ENV).toBe('test');
    },
  );

  it('limits are off only where nobody lives', () => {
    expect(readConfig({ ...GOOD, RATE_LIMITS: 'off', PUBLIC_URL: 'https://bench.invalid' }).RATE_LIMITS).toBe(
      'off',
    );
  });

  it('are said together with what cannot be read, so that one start tells it all', () => {
    const given = {
      ...GOOD,
      PORT: 'eighty',
      SECRET_KEY: 'short',
      RATE_LIMITS: 'off',
      CORS_ALLOWED_ORIGINS: '*',
    };
    const said = (() => {
      try {
        return String(readConfig(given));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const name of ['PORT', 'SECRET_KEY', 'RATE_LIMITS', 'CORS_ALLOWED_ORIGINS'])
      expect(said).toContain(`  ${name}: `);
    expect(said).toMatch(/SECRET_KEY: needs 32 characters or more; make one with: openssl/);
    expect(said.match(/SECRET_KEY/g)).toHaveLength(1);
  });

  it('no refusal repeats the value, which may be a secret', () => {
    const secret = 'abcabcabcabcabcabcabcabcabcabcabcabc';
    expect(() => readConfig({ ...GOOD, SECRET_KEY: secret })).not.toThrow(secret);
  });
});

/** The program's source, without the two files that only list settings and without tests. */
function sourceOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        path.endsWith('.ts') && !path.endsWith('.test.ts') && !/(un)?safe(ty)?-settings\.ts$/.test(path),
    )
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
