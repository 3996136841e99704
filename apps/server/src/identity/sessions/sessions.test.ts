import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProgram } from '../../program.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const DAY_MS = 24 * 3_600_000;

describe('sessions', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (email: string, more = {}): Promise<Browser> => {
    const browser = signing.browser();
    const { body } = await browser.post('auth/login/', {
      email_or_username: email,
      password: PASSWORD,
      ...more,
    });
    browser.bear(body.access_token);
    return browser;
  };

  it('are listed with their device, the current one marked', async () => {
    await signing.signUp('list@example.org');
    const browser = await logIn('list@example.org', { device_name: 'Kitchen laptop' });
    const { results } = (await browser.get('auth/sessions/')).body;
    expect(results).toHaveLength(2);
    expect(results.find((session: { current: boolean }) => session.current)).toMatchObject({
      device_name: 'Kitchen laptop',
      browser: 'Firefox 140',
      os: 'Linux',
      device_type: 'computer',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      ip: '203.0.113.7',
    });
  });

  it('end one by one, and all but the present one', async () => {
    const first = await signing.signUp('end@example.org');
    const second = await logIn('end@example.org');
    const third = await logIn('end@example.org');
    const { results } = (await second.get('auth/sessions/')).body;
    const mine = results.find((session: { current: boolean }) => session.current).id;
    expect((await first.delete(`auth/sessions/${mine}/`)).status).toBe(204);
    expect((await second.get('users/me/')).status).toBe(401);
    expect((await first.delete(`auth/sessions/${mine}/`)).status).toBe(404);
    expect((await third.post('auth/sessions/terminate-all/')).body).toEqual({ ended: 1, api_keys_ended: 0 });
    expect((await first.get('users/me/')).status).toBe(401);
    expect((await third.get('users/me/')).status).toBe(200);
  });

  it('that have run out end with the others, so that no clock that is set back brings them to life', async () => {
    const left = await signing.signUp('back@example.org');
    await signing.unwatched('back@example.org');
    signing.world.clock.advance(7 * DAY_MS + 1000);
    const here = await logIn('back@example.org');
    expect((await here.post('auth/sessions/terminate-all/')).body).toEqual({ ended: 0, api_keys_ended: 0 });
    signing.world.clock.advance(-2 * DAY_MS);
    expect((await left.refresh()).status).toBe(401);
    signing.world.clock.advance(2 * DAY_MS);
  });

  it('of other people are not found, neither listed nor ended', async () => {
    const mine = await signing.signUp('mine@example.org');
    const theirs = await signing.signUp('theirs@example.org');
    const [session] = (await theirs.get('auth/sessions/')).body.results;
    expect((await mine.delete(`auth/sessions/${session.id}/`)).status).toBe(404);
    expect((await mine.delete(`auth/sessions/${newId()}/`)).status).toBe(404);
    const listed = (await mine.get('auth/sessions/')).body.results.map(({ id }: { id: string }) => id);
    expect(listed).not.toContain(session.id);
    expect((await theirs.get('users/me/')).status).toBe(200);
  });

  it('are ten at most: the one that was away longest ends', async () => {
    const first = await signing.signUp('many@example.org');
    const others: Browser[] = [];
    for (let count = 0; count < 10; count += 1) {
      signing.world.clock.advance(1000);
      others.push(await logIn('many@example.org'));
    }
    expect((await first.get('users/me/')).status).toBe(401);
    expect((await others[0]?.get('auth/sessions/'))?.body.results).toHaveLength(10);
  });

  it('end when their browser signs in anew, whoever it is then; those of other browsers go on', async () => {
    const browser = await signing.signUp('before@example.org');
    await signing.signUp('after@example.org');
    const elsewhere = await logIn('before@example.org');
    const body = { email_or_username: 'after@example.org', password: PASSWORD };
    expect((await browser.post('auth/login/', body)).status).toBe(200);
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await elsewhere.get('users/me/')).status).toBe(200);
    const [row] = await signing.world.sql<{ reason: string }>(
      `select s.ended_reason as reason from sessions s join users u on u.id = s.user_id
       where u.email = 'before@example.org' and s.ended_at is not null`,
    );
    expect(row?.reason).toBe('replaced');
  });

  it('are dead on every other node within a second of their end', async () => {
    const browser = await signing.signUp('nodes@example.org');
    const { access } = (await browser.refresh()).body;
    const [{ id: user } = { id: '' }] = await signing.world.sql<{ id: string }>(
      "select id from users where email = 'nodes@example.org'",
    );
    await signing.world.sql(
      `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
       values ($1, $2, $3, 'flatmate', true, now(), now(), now())`,
      [signing.world.household, newId(), user],
    );
    const { ground } = signing.world.program;
    const node = makeProgram({
      config: ground.config,
      log: ground.log,
      clock: ground.clock,
      ownerUrl: ground.database.ownerUrl,
      appPassword: 'test',
    });
    const http = await node.http();
    const ask = async () =>
      (await http.inject({ url: '/api/v1/users/me/', headers: { authorization: `Bearer ${access}` } }))
        .statusCode;
    expect(await ask()).toBe(200);
    browser.bear(access);
    await browser.post('auth/logout/');
    signing.world.clock.advance(1000);
    expect(await ask()).toBe(401);
    await http.close();
    await node.close();
  });

  it('end with the user’s token version, and with the account', async () => {
    const browser = await signing.signUp('version@example.org');
    await signing.world.sql(
      "update users set token_version = token_version + 1 where email = 'version@example.org'",
    );
    signing.world.clock.advance(1000);
    expect((await browser.get('users/me/')).status).toBe(401);
    const { access } = (await browser.refresh()).body;
    browser.bear(access);
    expect((await browser.get('users/me/')).status).toBe(200);
    await signing.world.sql("update users set deleted_at = now() where email = 'version@example.org'");
    signing.world.clock.advance(1000);
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('carry the primary household, as soon as there is one', async () => {
    const browser = await signing.signUp('member@example.org');
    expect((await browser.get('tags/')).status).toBe(404);
    const [{ id: user } = { id: '' }] = await signing.world.sql<{ id: string }>(
      "select id from users where email = 'member@example.org'",
    );
    await signing.world.sql(
      `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
       values ($1, $2, $3, 'parent', true, now(), now(), now())`,
      [signing.world.household, newId(), user],
    );
    expect((await browser.get('tags/')).status).toBe(200);
    expect((await browser.get('users/me/')).body.households).toMatchObject([
      {
        id: signing.world.household,
        name: 'Ngata whānau',
        role: 'parent',
        is_primary: true,
        currency: 'NZD',
      },
    ]);
    expect((await browser.get('tags/', { 'x-household-id': signing.world.foreign })).status).toBe(404);
  });

  it('are forgotten a month after they ended', async () => {
    await signing.signUp('gone@example.org');
    const count = async () =>
      (
        await signing.world.sql(
          "select 1 from sessions s join users u on u.id = s.user_id where u.email = 'gone@example.org'",
        )
      ).length;
    const forget = async () => {
      await signing.world.sql("select graphile_worker.add_job('sessions.forget')");
      await signing.world.runJobs();
    };
    signing.world.clock.advance(36 * 86_400_000);
    await forget();
    expect(await count()).toBe(1);
    signing.world.clock.advance(2 * 86_400_000);
    await forget();
    expect(await count()).toBe(0);
  });
});
