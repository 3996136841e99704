import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const DAY_MS = 24 * 3600 * 1000;

describe('the own security history', () => {
  let signing: SigningWorld;
  let mine: Browser;
  beforeAll(async () => {
    signing = await makeSigningWorld();
    await signing.signUp('moana@example.org');
    mine = signing.browser();
    await signing.signUp('other@example.org');
    signing.world.clock.advance(3 * DAY_MS);
    const failing = { email_or_username: 'moana@example.org', password: 'not the password at all' };
    await signing.browser('192.0.2.1').post('auth/login/', failing);
    const { body } = await mine.post('auth/login/', {
      email_or_username: 'moana@example.org',
      password: PASSWORD,
    });
    mine.bear(body.access_token);
  });
  afterAll(async () => {
    await signing.close();
  });

  it('tells what happened, newest first, and nothing of others', async () => {
    const { status, body } = await mine.get('users/me/security-history/');
    expect(status).toBe(200);
    expect(body.results.map(({ action }: { action: string }) => action)).toEqual([
      'login.succeeded',
      'login.failed',
      'login.succeeded',
      'email.verified',
      'account.registered',
    ]);
    expect(body.results[0]).toMatchObject({
      kind: 'event',
      success: true,
      device: 'Firefox on Linux',
      ip: '203.0.113.7',
      this_session: true,
      details: { by: 'password' },
    });
    expect(body.results[1]).toMatchObject({
      success: false,
      risk: 'medium',
      ip: '192.0.2.1',
      this_session: false,
    });
  });

  it('comes in pages, forward and back, and by what is asked for', async () => {
    const first = await mine.get('users/me/security-history/?page_size=2');
    const next = await mine.get(
      `users/me/security-history/?page_size=2&cursor=${first.body._meta.next_cursor}`,
    );
    expect(next.body.results.map(({ action }: { action: string }) => action)).toEqual([
      'login.succeeded',
      'email.verified',
    ]);
    const back = await mine.get(
      `users/me/security-history/?page_size=2&cursor=${next.body._meta.previous_cursor}`,
    );
    expect(back.body.results).toEqual(first.body.results);
    const failed = await mine.get('users/me/security-history/?success=false');
    expect(failed.body.results.map(({ action }: { action: string }) => action)).toEqual(['login.failed']);
    expect((await mine.get('users/me/security-history/?kind=alert')).body.results).toEqual([]);
    expect((await signing.browser().get('users/me/security-history/')).status).toBe(401);
  });

  it('is summed up: sign-ins, sessions, the password’s age, failures and risks', async () => {
    const { body } = await mine.get('auth/security-status/');
    expect(body).toMatchObject({ email_verified: true, password_age_days: 3, failures: 1 });
    // Nobody has sat at the first one for days: it is over.
    expect(body.sessions).toBe(1);
    expect(body.last_sign_ins).toHaveLength(2);
    expect(body.recent_risks).toEqual([]);
    await signing.browser('192.0.2.2').post(
      'auth/login/',
      { email_or_username: 'moana@example.org', password: PASSWORD },
      {
        'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    );
    const after = await mine.get('auth/security-status/');
    expect(after.body.recent_risks).toMatchObject([
      { action: 'alert.new_device', details: { device: 'Firefox on macOS' } },
    ]);
    signing.world.clock.advance(31 * DAY_MS);
    expect((await mine.get('auth/security-status/')).status).toBe(401);
  });
});
