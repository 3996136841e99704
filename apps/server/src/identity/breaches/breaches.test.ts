import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRanges } from '../../../test/ranges.ts';
import type { Ranges } from '../../../test/ranges.ts';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const STOLEN = 'the quick brown fox of everybody';
const OWN = 'a kererū sleeps in the pūriri';
const twice = (password: string) => ({ new_password: password, new_password_confirm: password });

describe('breached passwords', () => {
  let service: Ranges;
  let signing: SigningWorld;
  beforeAll(async () => {
    service = await startRanges();
    service.publish(STOLEN);
    signing = await makeSigningWorld({
      settings: { BREACH_CHECK: 'on', BREACH_RANGE_URL: service.url, BREACH_BUDGET_MS: '200' },
    });
  });
  afterAll(async () => {
    await signing.close();
    await service.stop();
  });

  const register = async (email: string, password: string) =>
    await signing
      .browser()
      .post('auth/register/', registration(email, { password, password_confirm: password }));
  const change = async (browser: Browser, from: string, to: string) =>
    await browser.post('auth/password/change/', { old_password: from, ...twice(to) });
  const refusal = (pointer: string) => ({
    status: 422,
    body: { error_code: 'AUTH_1009', errors: [{ pointer, code: 'breached' }] },
  });
  const statusOf = async (browser: Browser): Promise<boolean> =>
    (await browser.get('auth/security-status/')).body.password_breached;

  it('are refused at registration, at a change and at a reset', async () => {
    expect(await register('new@example.org', STOLEN)).toMatchObject(refusal('/password'));
    expect(await signing.letters('new@example.org')).toEqual([]);
    const browser = await signing.signUp('owner@example.org');
    expect(await change(browser, PASSWORD, STOLEN)).toMatchObject(refusal('/new_password'));
    await signing.browser().post('auth/password/reset/', { email: 'owner@example.org' });
    const token = await signing.tokenFor('owner@example.org');
    const confirm = async (password: string) =>
      await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(password) });
    expect(await confirm(STOLEN)).toMatchObject(refusal('/new_password'));
    expect((await confirm(OWN)).status).toBe(200);
  });

  it('are found later where the list did not answer: the owner is told once, and it passes with a new one', async () => {
    service.behave('hang');
    expect((await register('later@example.org', STOLEN)).status).toBe(202);
    service.behave('answer');
    const subjects = async () => (await signing.letters('later@example.org')).map(({ subject }) => subject);
    expect(await subjects()).toContain('Your password stands in a list of stolen ones');
    const { body } = await signing
      .browser()
      .post('auth/email/verify/', { token: await signing.tokenFor('later@example.org') });
    const browser = signing.browser();
    const signedIn = await browser.post('auth/exchange-token/', { exchange_token: body.exchange_token });
    browser.bear(signedIn.body.access_token);
    expect(await statusOf(browser)).toBe(true);
    const history = await browser.get('users/me/security-history/');
    expect(history.body.results.map((entry: { action: string }) => entry.action)).toContain(
      'password.breached',
    );
    expect((await change(browser, STOLEN, OWN)).status).toBe(200);
    expect(await statusOf(browser)).toBe(false);
    expect((await subjects()).filter((one) => one.includes('stolen'))).toHaveLength(1);
  });

  it('are asked for by a job until the list answers, sealed meanwhile; a password that went since is nobody’s', async () => {
    signing.world.clock.advance(120_000);
    const browser = await signing.signUp('waits@example.org');
    service.behave('hang');
    expect((await change(browser, PASSWORD, STOLEN)).status).toBe(200);
    service.behave('fail');
    await signing.world.runJobs();
    const waiting = await signing.world.sql<{ payload: { sealed: string }; attempts: number }>(
      `select j.payload, j.attempts from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'breaches.check'`,
    );
    expect(waiting).toMatchObject([{ attempts: 1 }]);
    const sha1 = createHash('sha1').update(STOLEN).digest('hex');
    expect(JSON.stringify(waiting).toLowerCase()).not.toContain(sha1);
    signing.world.clock.advance(1000);
    // Nothing waits for the service while it is known not to answer; each node has learnt that for itself.
    const asked = service.asked.length;
    expect((await change(browser, STOLEN, OWN)).status).toBe(200);
    expect(service.asked.length - asked).toBeLessThan(signing.world.nodes.length);
    service.behave('answer');
    await signing.world.sql('update graphile_worker._private_jobs set run_at = now()');
    const subjects = (await signing.letters('waits@example.org')).map(({ subject }) => subject);
    expect(subjects.filter((one) => one.includes('stolen'))).toEqual([]);
    expect(await statusOf(browser)).toBe(false);
  });

  it('are asked for with no transaction open', async () => {
    service.behave('hang');
    signing.world.clock.advance(120_000);
    const asked = service.asked.length;
    const pending = register('open@example.org', OWN);
    while (service.asked.length === asked) await new Promise(setImmediate);
    const open = await signing.world.sql(
      `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(open).toEqual([]);
    expect((await pending).status).toBe(202);
    service.behave('answer');
  });
});
