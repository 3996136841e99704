import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOwner, makeKey } from './key-owner.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';

/** When an API key is over, and what its owner's role has to do with it, on two nodes. */

const DAY_MS = 24 * 3600 * 1000;

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
});
afterAll(async () => {
  await signing.close();
});

const person = async (name: string) => await keyOwner(signing, name);
const make = async (browser: Browser, more = {}) => await makeKey(signing, browser, more);

const refused = { status: 401, body: { error_code: 'AUTH_1040' } };

describe('an API key that is over', () => {
  it('answers the same whether it is unknown, mistyped, expired or revoked, and on every node at once', async () => {
    const { browser, email } = await person('ended');
    await signing.unwatched(email);
    const revoked = await make(browser);
    expect((await revoked.by.get('accounts/')).status).toBe(200);
    expect((await browser.delete(`auth/api-keys/${revoked.id}/`)).status).toBe(204);
    const answers = [await revoked.by.get('accounts/'), await revoked.by.get('accounts/')];
    const expiring = await make(browser, { expires_in_days: 1 });
    signing.world.clock.advance(DAY_MS - 1);
    expect((await expiring.by.get('accounts/')).status).toBe(200);
    signing.world.clock.advance(1);
    answers.push(await expiring.by.get('accounts/'), await expiring.by.get('accounts/'));
    for (const text of [`${revoked.key.slice(0, -1)}!`, 'kw_', `kw_${'0'.repeat(49)}`, `${revoked.key}x`]) {
      const stranger = signing.browser();
      stranger.bear(text);
      answers.push(await stranger.get('accounts/'));
    }
    for (const answer of answers) expect(answer).toMatchObject(refused);
    expect(new Set(answers.map(({ body }) => `${body.detail} ${body.title}`)).size).toBe(1);
    expect(
      await browser.post(`auth/api-keys/${expiring.id}/extend/`, { expires_in_days: 9 }),
    ).not.toMatchObject({
      status: 200,
    });
  });

  it('is shown for a month and then forgotten', async () => {
    const { browser, email } = await person('forgotten');
    await signing.unwatched(email);
    await make(browser, { expires_in_days: 1 });
    signing.world.clock.advance(2 * DAY_MS);
    await browser.refresh().then(({ body }) => browser.bear(body.access));
    expect((await browser.get('auth/api-keys/')).body.results).toMatchObject([{ expired: true }]);
    const forget = async () => {
      await signing.world.sql("select graphile_worker.add_job('api_keys.forget')");
      await signing.world.runJobs();
      const rows = await signing.world.sql(
        'select 1 from api_keys a join users u on u.id = a.user_id where u.email = $1',
        [email],
      );
      return rows.length;
    };
    expect(await forget()).toBe(1);
    signing.world.clock.advance(30 * DAY_MS);
    expect(await forget()).toBe(0);
  });

  it('ends with a password reset by mail; a change and the end of all sessions end it where that is chosen', async () => {
    const { browser, email } = await person('reset');
    const [kept, other] = [await make(browser), await make(browser)];
    const change = (old_password: string, password: string, more = {}) =>
      browser.post('auth/password/change/', {
        old_password,
        new_password: password,
        new_password_confirm: password,
        ...more,
      });
    const [second, third] = ['seven kererū over the ridge', 'nine tūī in the kōwhai'];
    expect((await change(PASSWORD, second)).status).toBe(200);
    expect((await kept.by.get('accounts/')).status).toBe(200);
    expect((await change(second, third, { end_api_keys: true })).status).toBe(200);
    for (const { by } of [kept, other]) expect(await by.get('accounts/')).toMatchObject(refused);
    const next = await make(browser);
    expect((await browser.post('auth/sessions/terminate-all/')).body.api_keys_ended).toBe(0);
    expect((await next.by.get('accounts/')).status).toBe(200);
    const all = await browser.post('auth/sessions/terminate-all/', { end_api_keys: true });
    expect(all.body.api_keys_ended).toBe(1);
    expect(await next.by.get('accounts/')).toMatchObject(refused);
    const last = await make(browser);
    await browser.post('auth/password/reset/', { email });
    const token = await signing.tokenFor(email);
    const fourth = 'two pīwakawaka in the mānuka';
    const confirm = { token, new_password: fourth, new_password_confirm: fourth };
    expect((await signing.browser().post('auth/password/reset/confirm/', confirm)).status).toBe(200);
    expect(await last.by.get('accounts/')).toMatchObject(refused);
  });

  it('rests while its owner waits to be erased, and is over with the account', async () => {
    const { browser, email } = await person('erased');
    const { by } = await make(browser);
    await browser.post('privacy/deletion/');
    expect(await by.get('accounts/')).toMatchObject(refused);
    const again = await signing.logIn(email);
    await again.post('users/me/deletion/cancel/');
    expect((await by.get('accounts/')).status).toBe(200);
    await signing.world.sql('update users set deleted_at = $2 where email = $1', [
      email,
      '2026-11-22T00:00:00Z',
    ]);
    expect(await by.get('accounts/')).toMatchObject(refused);
  });
});

describe('the role of the owner', () => {
  it('holds for the key too, as it is at that moment', async () => {
    const { browser, email } = await person('role');
    const scopes = ['read:accounts', 'write:accounts'];
    const { by } = await make(browser, { scopes });
    const account = (name: string) => ({ name, kind: 'checking' });
    expect((await by.post('accounts/', account('One'))).status).toBe(201);
    await signing.world.sql(
      "update memberships set role = 'observer' where user_id = (select id from users where email = $1)",
      [email],
    );
    expect(await by.post('accounts/', account('Two'))).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1005' },
    });
    expect((await by.get('accounts/')).status).toBe(200);
    await signing.world.sql(
      "update memberships set status = 'cancelled', is_primary = false, ended_at = now() where user_id = (select id from users where email = $1)",
      [email],
    );
    expect((await by.get('accounts/')).status).toBe(404);
  });

  it('does not reach into households that are not theirs', async () => {
    const [mine, theirs] = [await person('in'), await person('out')];
    const { by } = await make(mine.browser);
    expect(await by.get('accounts/', { 'x-household-id': theirs.household })).toMatchObject({ status: 404 });
  });
});
