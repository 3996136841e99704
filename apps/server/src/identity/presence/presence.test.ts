import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@kinwise/core/ids';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { makeProgram } from '../../program.ts';
import { revive } from '../sessions/sessions.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const BY_ITSELF = { 'x-session-activity': 'none' };

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  await signing.close();
});

/** The access token does not outlive the timeout; a fresh one is no activity. */
async function ask(browser: Browser, path: string, headers = {}) {
  const { status, body } = await browser.refresh();
  if (status === 200) browser.bear(body.access);
  return await browser.get(path, headers);
}

function wait(ms: number): void {
  signing.world.clock.advance(ms);
}

async function ends(email: string): Promise<(string | null)[]> {
  const rows = await signing.world.sql<{ ended_reason: string | null }>(
    `select ended_reason from sessions s join users u on u.id = s.user_id where u.email = $1 order by s.id`,
    [email],
  );
  return rows.map((row) => row.ended_reason);
}

/** On this and on other nodes the standing is looked up in a household only; a cache would hide nothing without one. */
async function member(email: string): Promise<Browser> {
  const browser = await signing.signUp(email);
  await signing.world.sql(
    `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
     select $1, $2, id, 'flatmate', true, now(), now(), now() from users where email = $3`,
    [signing.world.household, newId(), email],
  );
  return browser;
}

describe('a session in a browser', () => {
  it('is idle after a quarter of an hour in which nobody did anything, not a second earlier', async () => {
    const browser = await member('quarter@example.org');
    wait(15 * MINUTE_MS - SECOND_MS);
    expect((await ask(browser, 'users/me/', BY_ITSELF)).headers['x-session-remaining']).toBe('1');
    wait(SECOND_MS);
    const refused = await ask(browser, 'users/me/');
    expect(refused).toMatchObject({ status: 401, body: { error_code: 'AUTH_1031' } });
    expect(refused.headers).toMatchObject({
      'x-session-timeout': '900',
      'x-session-grace': '120',
      'x-session-remaining': '0',
    });
  });

  it('goes on with every call of its person, and tells with every answer how long', async () => {
    const browser = await member('active@example.org');
    for (let count = 0; count < 4; count += 1) {
      wait(10 * MINUTE_MS);
      const { status, headers } = await ask(browser, 'users/me/');
      expect([status, headers['x-session-remaining']]).toEqual([200, '900']);
    }
  });

  it('does not go on with what the app asks by itself: sync, renewals, and what says so', async () => {
    const browser = await member('alone@example.org');
    for (const [path, headers] of [
      ['sync/', {}],
      ['session/', {}],
      ['users/me/', BY_ITSELF],
    ] as const) {
      wait(4 * MINUTE_MS);
      expect((await ask(browser, path, headers)).status).toBe(200);
    }
    wait(3 * MINUTE_MS);
    expect((await ask(browser, 'users/me/')).body.error_code).toBe('AUTH_1031');
  });

  it('comes back within two minutes of grace by a ping alone', async () => {
    const browser = await member('grace@example.org');
    wait(16 * MINUTE_MS);
    expect((await ask(browser, 'users/me/')).status).toBe(401);
    for (const path of ['session/', 'session/ping/']) {
      const { body } = await ask(browser, path);
      expect(body, path).toMatchObject({ timeout_seconds: 900, grace_seconds: 60, remaining_seconds: 0 });
    }
    expect((await browser.get('users/me/')).status).toBe(401);
    const pinged = await browser.post('session/ping/');
    expect(pinged).toMatchObject({ status: 200, body: { grace_seconds: 120, remaining_seconds: 900 } });
    expect(pinged.headers['x-session-remaining']).toBe('900');
    expect((await browser.get('users/me/')).status).toBe(200);
  });

  it('is over after the grace: no ping, no renewal, and it is written down', async () => {
    const browser = await member('gone@example.org');
    wait(17 * MINUTE_MS - SECOND_MS);
    expect((await ask(browser, 'session/')).status).toBe(200);
    wait(SECOND_MS);
    expect(await browser.post('session/ping/')).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1003' },
    });
    expect((await browser.refresh()).status).toBe(401);
    expect(await ends('gone@example.org')).toEqual(['idle']);
    const noted = await signing.world.sql(
      `select 1 from security_entries e join users u on u.id = e.user_id
       where u.email = 'gone@example.org' and action = 'session.ended' and details ->> 'reason' = 'idle'`,
    );
    expect(noted).toHaveLength(1);
  });

  it('is not renewed after the grace either, and no longer listed', async () => {
    const left = await signing.signUp('left@example.org');
    wait(17 * MINUTE_MS);
    const back = await signing.logIn('left@example.org');
    expect((await back.get('auth/sessions/')).body.results).toHaveLength(1);
    expect((await left.refresh()).status).toBe(401);
  });

  it('is brought back by no statement that comes too late, whatever was looked up before it', async () => {
    await signing.signUp('late@example.org');
    const [session] = await signing.world.sql<{ id: string }>(
      "select s.id from sessions s join users u on u.id = s.user_id where u.email = 'late@example.org'",
    );
    const pinged = async () =>
      await signing.world.program.opener.outside(
        { origin: { requestId: 'test' } },
        async (ctx) => await revive(ctx, session?.id ?? ''),
      );
    wait(17 * MINUTE_MS - 1);
    expect(await pinged()).toBe(true);
    wait(17 * MINUTE_MS);
    expect(await pinged()).toBe(false);
  });

  it('ends once, or comes back once, when a ping and the end come together', async () => {
    const browser = await member('race@example.org');
    wait(17 * MINUTE_MS - 1);
    await ask(browser, 'session/');
    wait(1);
    const calls = Array.from({ length: 6 }, async () => (await browser.post('session/ping/')).status);
    expect(new Set(await Promise.all(calls))).toEqual(new Set([401]));
    expect(await ends('race@example.org')).toEqual(['idle']);
  });
});

describe('the clock of the machine', () => {
  const endIdle = async () => {
    await signing.world.sql("select graphile_worker.add_job('sessions.end_idle')");
    await signing.world.runJobs();
  };

  it('revives nothing when it is set back: what was left is ended by then', async () => {
    const browser = await signing.signUp('back@example.org');
    const remembered = await signing.signUp('stays@example.org');
    await signing.unwatched('stays@example.org');
    wait(17 * MINUTE_MS);
    await endIdle();
    wait(-17 * MINUTE_MS);
    expect((await browser.get('users/me/')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
    expect((await remembered.refresh()).status).toBe(200);
    expect(await ends('back@example.org')).toEqual(['idle']);
  });

  it('makes a session wait for its person when it was set back while it was open', async () => {
    const browser = await member('hour@example.org');
    wait(-60 * MINUTE_MS);
    expect((await ask(browser, 'users/me/')).body.error_code).toBe('AUTH_1031');
    expect((await browser.post('session/ping/')).status).toBe(200);
    expect((await browser.get('users/me/')).status).toBe(200);
    wait(60 * MINUTE_MS);
  });
});

describe('the timeout', () => {
  const choose = async (browser: Browser, choice: string) =>
    await browser.patch('users/me/preferences/', { idle_timeout: choice });

  it.each([
    ['5', 5],
    ['30', 30],
    ['60', 60],
  ])('may be %s minutes', async (choice, minutes) => {
    const browser = await signing.signUp(`choice${choice}@example.org`);
    expect((await choose(browser, choice)).body.idle_timeout).toBe(choice);
    wait(minutes * MINUTE_MS - SECOND_MS);
    expect((await ask(browser, 'users/me/', BY_ITSELF)).status).toBe(200);
    wait(SECOND_MS);
    expect((await ask(browser, 'users/me/')).status).toBe(401);
  });

  it('may be no other', async () => {
    const browser = await signing.signUp('other@example.org');
    expect((await choose(browser, '1440')).status).toBe(422);
  });

  it('may be never where the person is remembered and the device locks the app, and only there', async () => {
    const browser = await signing.signUp('never@example.org');
    await choose(browser, 'never');
    const own = signing.browser();
    const body = { email_or_username: 'never@example.org', password: PASSWORD, remember_me: true };
    own.bear((await own.post('auth/login/', body)).body.access_token);
    await own.post('session/app-lock/', { on: true });
    wait(3 * 86_400_000);
    const { status, headers } = await ask(own, 'users/me/');
    expect([status, headers['x-session-timeout']]).toEqual([200, undefined]);
    expect((await own.get('session/')).body).toMatchObject({
      timeout_seconds: null,
      remaining_seconds: null,
    });
    expect((await browser.refresh()).status).toBe(401);
  });

  it('is none for programs, which keep their tokens themselves', async () => {
    await signing.signUp('program@example.org');
    const body = { email_or_username: 'program@example.org', password: PASSWORD, client: 'native' };
    const at = signing.browser();
    const { refresh_token } = (await at.post('auth/login/', body)).body;
    wait(86_400_000);
    expect((await at.post('auth/token/refresh/', { refresh_token })).status).toBe(200);
  });
});

describe('two nodes', () => {
  it('agree within a second on who sits there', async () => {
    const browser = await member('nodes@example.org');
    const { ground } = signing.world.program;
    const node = makeProgram({
      config: ground.config,
      log: ground.log,
      clock: ground.clock,
      ownerUrl: ground.database.ownerUrl,
      appPassword: 'test',
    });
    const http = await node.http();
    let token = '';
    const elsewhere = async () =>
      (
        await http.inject({
          url: '/api/v1/users/me/',
          headers: { authorization: `Bearer ${token}`, ...BY_ITSELF },
        })
      ).statusCode;
    const renew = async () => {
      token = (await browser.refresh()).body.access;
      browser.bear(token);
    };
    wait(15 * MINUTE_MS - 500);
    await renew();
    expect(await elsewhere()).toBe(200);
    wait(500);
    expect(await elsewhere()).toBe(401);
    await browser.post('session/ping/');
    expect(await elsewhere()).toBe(200);
    await http.close();
    await node.close();
  });
});

describe('the answer about the session', () => {
  it('names its device and what it has seen of its owner', async () => {
    await signing.signUp('tells@example.org');
    const browser = await signing.logIn('tells@example.org');
    expect((await browser.get('session/')).body).toMatchObject({
      timeout_seconds: 900,
      grace_seconds: 120,
      remaining_seconds: 900,
      factors: ['password'],
      device: { browser: 'Firefox 140', os: 'Linux', current: true },
    });
  });

  it('is given to who is signed in only', async () => {
    expect((await signing.browser().get('session/')).status).toBe(401);
    expect((await signing.browser().post('session/ping/')).status).toBe(401);
  });
});
