import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { makeErrorCount } from '../../platform/watch.ts';

const MINUTE_MS = 60_000;
const TOKEN = 'a token that only the watcher knows';

describe('the watch over signing in', () => {
  let signing: SigningWorld;
  beforeEach(async () => {
    // Figures and errors are counted by each node for itself.
    signing = await makeSigningWorld({ nodes: 1, settings: { METRICS_TOKEN: TOKEN } });
  });
  afterEach(async () => {
    await signing.close();
  });

  const fail = async (name: string, ip: string) =>
    await signing
      .browser(ip)
      .post('auth/login/', { email_or_username: name, password: 'not the password at all' });

  const noted = async (action: string) =>
    await signing.world.sql<{
      user_id: string | null;
      ip: string;
      kind: string;
      success: boolean;
      risk: string;
      details: Record<string, unknown>;
    }>(
      'select user_id, ip, kind, success, risk, details from security_entries where action = $1 order by id',
      [action],
    );

  const metrics = async (): Promise<string> =>
    (await signing.world.http.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } }))
      .body;

  it('raises one alert for five failures from one address, whatever names were tried', async () => {
    for (let index = 0; index < 4; index += 1) await fail(`somebody${index}@example.org`, '192.0.2.9');
    expect(await noted('alert.many_failures')).toEqual([]);
    for (let index = 4; index < 9; index += 1) await fail(`somebody${index}@example.org`, '192.0.2.9');
    await fail('other@example.org', '192.0.2.10');
    expect(await noted('alert.many_failures')).toMatchObject([
      { user_id: null, ip: '192.0.2.9', kind: 'alert', details: { failures: 5, accounts: 0 } },
    ]);
    expect(await metrics()).toContain('kinwise_alerts_total{alert="many_failures"} 1');
    signing.world.clock.advance(61 * MINUTE_MS);
    for (let index = 0; index < 5; index += 1) await fail(`later${index}@example.org`, '192.0.2.9');
    expect(await noted('alert.many_failures')).toHaveLength(2);
    expect(await metrics()).toContain('kinwise_alerts_total{alert="many_failures"} 2');
  });

  it('takes the addresses of one home for one, and names the person where there is only one', async () => {
    await signing.signUp('hine@example.org');
    for (let index = 1; index <= 5; index += 1) await fail('hine@example.org', `2001:db8:1:2::${index}`);
    await fail('hine@example.org', '2001:db8:1:3::1');
    const [alert, ...more] = await noted('alert.many_failures');
    const [hine] = await signing.world.sql<{ id: string }>(
      "select id from users where email = 'hine@example.org'",
    );
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ user_id: hine?.id, details: { failures: 5, accounts: 1 } });
  });

  it('raises one alert of any number of failures at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => await fail(`at-once${index}@example.org`, '192.0.2.11')),
    );
    await fail('last@example.org', '192.0.2.11');
    expect(await noted('alert.many_failures')).toHaveLength(1);
  });

  it('forgets nothing that it noted when a copied session is ended, and raises it once', async () => {
    const browser = await signing.signUp('copied@example.org');
    const old = browser.cookies.get('kw_refresh') ?? '';
    await browser.refresh();
    signing.world.clock.advance(MINUTE_MS);
    const thief = signing.browser('198.51.100.1');
    for (let index = 0; index < 2; index += 1) {
      thief.cookies.set('kw_refresh', old);
      expect((await thief.refresh()).status).toBe(401);
    }
    expect(await noted('refresh.reused')).toHaveLength(1);
    expect(await noted('alert.session_copied')).toHaveLength(1);
    const letters = await signing.letters('copied@example.org');
    expect(letters.filter(({ subject }) => subject.includes('ended to keep you safe'))).toHaveLength(1);
  });

  it('notes a call by cookie that did not come from the app, once in a while', async () => {
    const browser = await signing.signUp('foreign@example.org');
    for (let index = 0; index < 3; index += 1) {
      const answer = await browser.post('auth/token/refresh/', {}, { origin: 'https://evil.example' });
      expect(answer.status).toBe(403);
    }
    expect(await noted('request.refused')).toMatchObject([
      { ip: '203.0.113.7', details: { method: 'POST', route: '/api/v1/auth/token/refresh/' } },
    ]);
    signing.world.clock.advance(11 * MINUTE_MS);
    await browser.post('auth/token/refresh/', {}, { origin: 'https://evil.example' });
    expect(await noted('request.refused')).toHaveLength(2);
  });

  it('notes who asks for another household, for what is not there, and with what no app sends, once in a while', async () => {
    const browser = await signing.signUp('curious@example.org');
    expect((await browser.get('tags/')).status).toBe(404);
    expect(await noted('household.not_found')).toEqual([]);
    const own = { 'x-household-id': (await browser.post('households/', { name: 'Own' })).body.id };
    const foreign = { 'x-household-id': signing.world.household };
    const strange = { name: 'Rent', household_id: signing.world.household };
    for (let index = 0; index < 3; index += 1) {
      expect((await browser.get('tags/', foreign)).status).toBe(404);
      expect((await browser.get(`tags/${newId()}/`, own)).status).toBe(404);
      expect((await browser.post('tags/', strange, own)).status).toBe(422);
      // A field that needs a change is no more than that.
      expect((await browser.post('accounts/', { name: '' }, own)).status).toBe(422);
    }
    const by = { ip: '203.0.113.7', success: false };
    expect(await noted('household.not_found')).toMatchObject([
      { ...by, risk: 'medium', details: { method: 'GET', route: '/api/v1/tags/' } },
    ]);
    expect(await noted('object.not_found')).toMatchObject([
      { ...by, risk: 'low', details: { route: '/api/v1/tags/:id/' } },
    ]);
    expect(await noted('input.refused')).toMatchObject([
      { ...by, risk: 'low', details: { method: 'POST', route: '/api/v1/tags/', code: 'VALIDATION_2002' } },
    ]);
    // They are no failures to sign in.
    expect(await noted('alert.many_failures')).toEqual([]);
  });

  it('raises an alert when too many answers are errors of ours, and no second one within the hour', async () => {
    const browser = await signing.signUp('patient@example.org');
    signing.world.program.ground.log.level = 'silent';
    await signing.world.sql('alter table sessions rename to away');
    for (let index = 0; index < 45; index += 1) await signing.world.http.inject('/api/v1/health');
    signing.world.clock.advance(2000);
    for (let index = 0; index < 4; index += 1) expect((await browser.get('users/me/')).status).toBe(500);
    // It is written behind the answer.
    await expect.poll(async () => await noted('alert.error_rate'), { timeout: 20_000 }).toHaveLength(1);
    signing.world.clock.advance(MINUTE_MS);
    for (let index = 0; index < 4; index += 1) await browser.get('users/me/');
    expect(await noted('alert.error_rate')).toMatchObject([{ user_id: null, details: { failed: 3 } }]);
  });
});

describe('limits', () => {
  it('leave an entry when they are hit, one for a caller in a while', async () => {
    const signing = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
    const ask = async (ip: string) =>
      await signing.browser(ip).post('auth/password/reset/', { email: 'nobody@example.org' });
    for (let index = 0; index < 8; index += 1) await ask('192.0.2.20');
    for (let index = 0; index < 7; index += 1) await ask('192.0.2.21');
    const entries = await signing.world.sql<{ ip: string; success: boolean; details: unknown }>(
      "select ip, success, details from security_entries where action = 'limit.hit' order by ip, id",
    );
    const reset = { limit: 'reset', method: 'POST', route: '/api/v1/auth/password/reset/' };
    expect(entries).toContainEqual({ ip: '192.0.2.20', success: false, details: reset });
    expect(entries.filter(({ ip }) => ip === '192.0.2.20').length).toBeLessThanOrEqual(2);
    await signing.close();
  });
});

describe('the count of errors', () => {
  it('is told once a minute, when there are enough answers to tell and more than 5 in 100 failed', () => {
    let nowMs = 0;
    const count = makeErrorCount({ nowMs: () => nowMs });
    for (let index = 0; index < 38; index += 1) expect(count(false)).toBeUndefined();
    expect(count(true)).toBeUndefined();
    expect(count(true)).toBeUndefined();
    expect(count(true)).toEqual({ failed: 3, total: 41 });
    expect(count(true)).toBeUndefined();
    nowMs += MINUTE_MS;
    expect(count(true)).toEqual({ failed: 5, total: 43 });
    nowMs += 5 * MINUTE_MS;
    expect(count(true)).toBeUndefined();
  });
});
