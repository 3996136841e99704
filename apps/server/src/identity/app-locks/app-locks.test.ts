import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('a device that locks the app', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  /** Somebody who chose that their sessions never idle, signed in at a device. */
  async function restless(email: string, remember_me: boolean): Promise<Browser> {
    const first = await signing.signUp(email);
    await first.patch('users/me/preferences/', { idle_timeout: 'never' });
    const own = signing.browser();
    const body = { email_or_username: email, password: PASSWORD, remember_me };
    own.bear((await own.post('auth/login/', body)).body.access_token);
    return own;
  }
  const wait = (ms: number) => signing.world.clock.advance(ms);
  const timeout = async (at: Browser) => (await at.get('session/')).body.timeout_seconds;
  const actions = async (email: string) =>
    (
      await signing.world.sql<{ action: string }>(
        `select e.action from security_entries e join users u on u.id = e.user_id
         where u.email = $1 and e.action like 'session.app_lock%' order by e.id`,
        [email],
      )
    ).map(({ action }) => action);

  it('may stay signed in for ever where its person is remembered and chose so, and no other device', async () => {
    const own = await restless('locks@example.org', true);
    const other = signing.browser();
    const login = { email_or_username: 'locks@example.org', password: PASSWORD, remember_me: true };
    other.bear((await other.post('auth/login/', login)).body.access_token);
    expect([await timeout(own), await timeout(other)]).toEqual([900, 900]);
    const said = await own.post('session/app-lock/', { on: true });
    expect(said.body).toMatchObject({ app_lock: true, timeout_seconds: null });
    expect([await timeout(own), await timeout(other)]).toEqual([null, 900]);
    expect((await other.get('session/')).body.app_lock).toBe(false);

    wait(3 * DAY_MS);
    own.bear((await own.refresh()).body.access);
    expect((await own.get('users/me/')).status).toBe(200);
    expect((await other.refresh()).status).toBe(401);

    // Without the lock it is an ordinary one at once.
    expect((await own.post('session/app-lock/', { on: false })).body).toMatchObject({ timeout_seconds: 900 });
    expect(await actions('locks@example.org')).toEqual(['session.app_lock_on', 'session.app_lock_off']);
  });

  it('idles as ever where its person need not be remembered', async () => {
    const own = await restless('borrowed@example.org', false);
    expect((await own.post('session/app-lock/', { on: true })).body.timeout_seconds).toBe(900);
    wait(17 * MINUTE_MS);
    expect((await own.get('users/me/')).status).toBe(401);
  });

  it('says so after a fresh proof only, and that it no longer does without one', async () => {
    const own = await restless('later@example.org', true);
    wait(11 * MINUTE_MS);
    own.bear((await own.refresh()).body.access);
    expect((await own.post('session/app-lock/', { on: true })).body.error_code).toBe('AUTH_1020');
    expect((await own.post('session/app-lock/', { on: false })).status).toBe(200);
    own.bear((await own.post('auth/step-up/', { password: PASSWORD })).body.access_token);
    expect((await own.post('session/app-lock/', { on: true })).status).toBe(200);
    wait(11 * MINUTE_MS);
    own.bear((await own.refresh()).body.access);
    // Said already: nothing is gained by saying it again, and nothing is written down twice.
    expect((await own.post('session/app-lock/', { on: true })).status).toBe(200);
    expect(await actions('later@example.org')).toEqual(['session.app_lock_on']);
  });
});
