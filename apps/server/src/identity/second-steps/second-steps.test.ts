import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasskeyDevice } from '../../../test/passkey-device.ts';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Authenticator, Browser, SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';

const MINUTE_MS = 60_000;

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

type Person = { email: string; browser: Browser; app: Authenticator };

async function withApp(name: string): Promise<Person> {
  const email = `${name}@example.org`;
  const browser = await signing.signUp(email);
  return { email, browser, app: await signing.addAuthenticator(browser) };
}

const password = async (email: string, more: object = {}, ip?: string): Promise<Answer> =>
  await signing.browser(ip).post('auth/login/', { email_or_username: email, password: PASSWORD, ...more });

const second = async (token: string, shown: object, ip?: string): Promise<Answer> =>
  await signing.browser(ip).post('auth/login/mfa/', { challenge_token: token, ...shown });

/** Both steps, each from a browser of its own. */
async function bothSteps(email: string, code: string, ip?: string): Promise<Answer> {
  return await second((await password(email, {}, ip)).body.challenge_token, { code }, ip);
}

async function sessionsOf(email: string): Promise<string[]> {
  const rows = await signing.world.sql<{ factors: string[] }>(
    'select s.factors from sessions s join users u on u.id = s.user_id where u.email = $1 order by s.created_at, s.id',
    [email],
  );
  return rows.map(({ factors }) => factors.join(' '));
}

describe('who has a second factor', () => {
  it('gets no session for the password alone, and hears how to go on', async () => {
    const { email } = await withApp('alone');
    const before = await sessionsOf(email);
    const answer = await password(email);
    expect(answer).toMatchObject({
      status: 200,
      body: { mfa_required: true, expires_in: 300, factors: ['totp', 'backup_code'] },
    });
    expect(Object.keys(answer.body).sort()).toEqual([
      'challenge_token',
      'expires_in',
      'factors',
      'mfa_required',
    ]);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await sessionsOf(email)).toEqual(before);
    const thief = signing.browser();
    thief.bear(answer.body.challenge_token);
    expect((await thief.get('users/me/')).status).toBe(401);
    const [row] = await signing.world.sql<{ all: string }>(
      'select s::text as all from second_steps s limit 1',
    );
    expect(row?.all).not.toContain(answer.body.challenge_token);
  });

  it('is in after a code, and the session remembers both factors and what was wished for', async () => {
    const { email, app } = await withApp('both');
    const first = await password(email, { remember_me: true, device_name: 'Laptop' });
    const answer = await second(first.body.challenge_token, { code: app.code() });
    expect(answer).toMatchObject({ status: 200, body: { mfa_required: false, user: { email } } });
    expect(String(answer.headers['set-cookie'])).toMatch(/kw_refresh=[^;]+;.*?Max-Age=1209600/);
    expect((await sessionsOf(email)).at(-1)).toBe('password totp');
    const browser = signing.browser();
    browser.bear(answer.body.access_token);
    const { results } = (await browser.get('auth/sessions/')).body;
    expect(results[0]).toMatchObject({ device_name: 'Laptop', current: true });
  });

  it('may send the code with the password', async () => {
    const { email, app } = await withApp('together');
    expect((await password(email, { mfa_code: app.code() })).body.mfa_required).toBe(false);
    expect((await sessionsOf(email)).at(-1)).toBe('password totp');
    expect(await password(email, { mfa_code: '000000' })).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1021' },
    });
  });

  it('may send a native client’s wish along and gets the refresh token in the body', async () => {
    const { email, app } = await withApp('native');
    const first = await password(email, { client: 'native' });
    const answer = await second(first.body.challenge_token, { code: app.code() });
    expect(answer.body.refresh_token).toMatch(/^[\w-]{43}$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('hears nothing of it with a wrong password, with or without a code', async () => {
    const { email, app } = await withApp('quiet');
    const wrong = { email_or_username: email, password: 'not the password at all', mfa_code: app.code() };
    const known = await signing.browser('192.0.2.9').post('auth/login/', wrong);
    const unknown = await signing
      .browser('192.0.2.9')
      .post('auth/login/', { ...wrong, email_or_username: 'nobody@example.org' });
    const { error_id: _one, ...first } = known.body;
    const { error_id: _two, ...rest } = unknown.body;
    expect([known.status, rest]).toEqual([401, first]);
  });

  it('cannot get around it by mail: neither a reset nor a confirmed address is a second factor', async () => {
    const { email, app } = await withApp('mail');
    await signing.browser().post('auth/password/reset/', { email });
    const token = await signing.tokenFor(email);
    const fresh = {
      new_password: 'five godwits over the mudflat',
      new_password_confirm: 'five godwits over the mudflat',
    };
    expect((await signing.browser().post('auth/password/reset/confirm/', { token, ...fresh })).status).toBe(
      200,
    );
    const answer = await password(email, { password: fresh.new_password });
    expect(answer.body).toMatchObject({ mfa_required: true, factors: ['totp', 'backup_code'] });

    await signing.world.sql('update users set email_verified_at = null where email = $1', [email]);
    await signing.browser().post('auth/email/resend/', { email });
    const { body } = await signing
      .browser()
      .post('auth/email/verify/', { token: await signing.tokenFor(email) });
    const traded = await signing
      .browser()
      .post('auth/exchange-token/', { exchange_token: body.exchange_token });
    expect(traded.body.mfa_required).toBe(true);
    expect((await second(traded.body.challenge_token, { code: app.code() })).status).toBe(200);
    expect((await sessionsOf(email)).at(-1)).toBe('mail totp');
  });
});

describe('a code of the app', () => {
  it('is good half a minute early or late, and no further', async () => {
    const { email, app } = await withApp('clock');
    const statuses: number[] = [];
    for (const around of [-2, 2, -1, 1]) {
      signing.world.clock.advance(3 * MINUTE_MS);
      statuses.push((await bothSteps(email, app.codeIn(around))).status);
    }
    expect(statuses).toEqual([401, 401, 200, 200]);
  });

  it('works once, and takes those before it along', async () => {
    const { email, app } = await withApp('once');
    const code = app.code();
    expect((await bothSteps(email, code)).status).toBe(200);
    expect(await bothSteps(email, code)).toMatchObject({ status: 401, body: { error_code: 'AUTH_1021' } });
    expect((await bothSteps(email, app.codeIn(-1))).status).toBe(401);
  });

  it('signs in once though ten use it at the same moment', async () => {
    const { email, app } = await withApp('twins');
    await signing.world.sql('update totp_devices set last_step = 0');
    const tokens: string[] = [];
    for (let count = 0; count < 5; count += 1) tokens.push((await password(email)).body.challenge_token);
    const code = app.code();
    const answers = await Promise.all(tokens.map(async (token) => await second(token, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('of somebody else is none', async () => {
    const { email } = await withApp('mine');
    const other = await withApp('theirs');
    expect((await bothSteps(email, other.app.code())).status).toBe(401);
    expect((await bothSteps(email, other.app.backupCodes[0] ?? '')).status).toBe(401);
  });
});

describe('a backup code', () => {
  it('works once, however it is typed, and its owner is told how many are left', async () => {
    const { email, app } = await withApp('paper');
    const [first = '', another = ''] = app.backupCodes;
    expect((await bothSteps(email, ` ${first.toUpperCase().replace('-', ' ')} `)).status).toBe(200);
    expect((await sessionsOf(email)).at(-1)).toBe('password backup_code');
    expect((await bothSteps(email, first)).status).toBe(401);
    expect((await bothSteps(email, another)).status).toBe(200);
    const letters = (await signing.letters(email)).filter(
      ({ subject }) => subject === 'A backup code was used',
    );
    expect(letters.map(({ text }) => /(\d+) are left/.exec(text)?.[1])).toEqual(['9', '8']);
  });

  it('signs in once though five use it at the same moment', async () => {
    const { email, app } = await withApp('papers');
    const tokens: string[] = [];
    for (let count = 0; count < 5; count += 1) tokens.push((await password(email)).body.challenge_token);
    const answers = await Promise.all(
      tokens.map(async (token) => await second(token, { code: app.backupCodes[0] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });
});

describe('a sign-in that waits', () => {
  it('ends after five minutes', async () => {
    const { email, app } = await withApp('slow');
    const { body } = await password(email);
    signing.world.clock.advance(5 * MINUTE_MS);
    expect(await second(body.challenge_token, { code: app.code() })).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1022' },
    });
  });

  it('may correct a wrong code, and is good for one session', async () => {
    const { email, app } = await withApp('correct');
    const token = (await password(email)).body.challenge_token;
    expect((await second(token, { code: '000000' })).status).toBe(401);
    expect((await second(token, { code: app.code() })).status).toBe(200);
    expect(await second(token, { code: app.backupCodes[0] })).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1022' },
    });
  });

  it('makes one session of five right codes at the same moment', async () => {
    const { email, app } = await withApp('race');
    const token = (await password(email)).body.challenge_token;
    const before = (await sessionsOf(email)).length;
    const answers = await Promise.all(
      app.backupCodes.slice(0, 5).map(async (code) => await second(token, { code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await sessionsOf(email)).toHaveLength(before + 1);
    // A code that came too late for the sign-in was not used up by it.
    const [row] = await signing.world.sql<{ left: string }>(
      'select count(*) as left from backup_codes b join users u on u.id = b.user_id where u.email = $1',
      [email],
    );
    expect(Number(row?.left)).toBe(9);
  });

  it('is over when the password changes', async () => {
    const { email, browser, app } = await withApp('changed');
    const token = (await password(email)).body.challenge_token;
    const fresh = {
      new_password: 'six kererū in the tawa tree',
      new_password_confirm: 'six kererū in the tawa tree',
    };
    expect((await browser.post('auth/password/change/', { old_password: PASSWORD, ...fresh })).status).toBe(
      200,
    );
    expect((await second(token, { code: app.code() })).body.error_code).toBe('AUTH_1022');
  });

  it.each([
    ['neither', {}],
    ['both ways', { code: '123456', passkey: makePasskeyDevice().get({ challenge: 'eA' }) }],
  ])('takes %s not', async (_name, shown) => {
    const { email } = await withApp(`shape${Object.keys(shown).length}`);
    const token = (await password(email)).body.challenge_token;
    expect((await second(token, shown)).status).toBe(422);
  });
});

it('what happens at the second step is written down, and holds no secret', async () => {
  const { email, app } = await withApp('written');
  await bothSteps(email, '000000');
  await bothSteps(email, app.backupCodes[0] ?? '');
  const rows = await signing.world.sql<{ action: string; details: object }>(
    `select action, details from security_entries e join users u on u.id = e.user_id where u.email = $1 order by e.at, e.id`,
    [email],
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'factor.begun',
      'factor.added',
      'factor.failed',
      'backup_code.used',
      'login.succeeded',
    ]),
  );
  expect(JSON.stringify(rows)).not.toContain(app.backupCodes[0]);
});
