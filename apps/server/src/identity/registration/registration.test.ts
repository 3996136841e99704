import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

describe('registering', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  it('leads from the form over the mail to a session, and welcomes', async () => {
    const browser = signing.browser();
    const answer = await browser.post('auth/register/', registration('hana@example.org'));
    expect(answer).toMatchObject({ status: 202, body: { email: 'hana@example.org' } });
    const [letter] = await signing.letters('hana@example.org');
    expect(letter?.subject).toBe('Confirm your e-mail address');
    expect(letter?.links[0]).toMatch(/^http:\/\/localhost:8000\/verify-email\?token=[\w-]{43}$/);
    const verified = await browser.post('auth/email/verify/', {
      token: await signing.tokenFor('hana@example.org'),
    });
    expect(Object.keys(verified.body)).toEqual(['exchange_token']);
    const signedIn = await browser.post('auth/exchange-token/', verified.body);
    expect(signedIn).toMatchObject({
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: 900,
        mfa_required: false,
        user: { email: 'hana@example.org', first_name: 'Hana', email_verified: true, households: [] },
      },
    });
    expect(signedIn.body).not.toHaveProperty('refresh_token');
    expect(String(signedIn.headers['set-cookie'])).toMatch(
      /kw_refresh=[\w-]{43}; Path=\/api\/v1\/auth; Max-Age=604800; SameSite=Strict; HttpOnly/,
    );
    browser.bear(signedIn.body.access_token);
    expect((await browser.get('users/me/')).body.email).toBe('hana@example.org');
    const subjects = (await signing.letters('hana@example.org')).map(({ subject }) => subject);
    expect(subjects).toContain('Welcome to KinWise');
  });

  it('gives each link and each exchange one use', async () => {
    const browser = signing.browser();
    await browser.post('auth/register/', registration('once@example.org'));
    const token = await signing.tokenFor('once@example.org');
    const verified = await browser.post('auth/verify-email/', { token });
    expect((await browser.post('auth/email/verify/', { token })).status).toBe(400);
    const both = await Promise.all([
      browser.post('auth/exchange-token/', verified.body),
      browser.post('auth/exchange-token/', verified.body),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(both.find(({ status }) => status === 400)?.body.error_code).toBe('AUTH_1008');
  });

  it('sends links that open nothing but what they are for', async () => {
    const browser = signing.browser();
    const email = 'purpose@example.org';
    await browser.post('auth/register/', registration(email));
    const next = 'seven kererū over the ridge';
    const token = await signing.tokenFor(email);
    const reset = { token, new_password: next, new_password_confirm: next };
    expect((await browser.post('auth/password/reset/confirm/', reset)).body.error_code).toBe('AUTH_1008');
    await browser.post('auth/password/reset/', { email });
    const other = { token: await signing.tokenFor(email) };
    expect((await browser.post('auth/email/verify/', other)).body.error_code).toBe('AUTH_1008');
  });

  it('keeps a link for a day and an exchange for a minute', async () => {
    const browser = signing.browser();
    await browser.post('auth/register/', registration('late@example.org'));
    const token = await signing.tokenFor('late@example.org');
    signing.world.clock.advance(24 * 3600 * 1000 + 1);
    expect((await browser.post('auth/email/verify/', { token })).status).toBe(400);
    await browser.post('auth/email/resend/', { email: 'late@example.org' });
    const again = await signing.tokenFor('late@example.org');
    const verified = await browser.post('auth/email/verify/', { token: again });
    signing.world.clock.advance(60_001);
    expect((await browser.post('auth/exchange-token/', verified.body)).status).toBe(400);
  });

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    await signing.signUp('taken@example.org');
    const fresh = await signing.browser().post('auth/register/', registration('fresh@example.org'));
    const taken = await signing.browser().post(
      'auth/register/',
      registration('Taken@Example.org', {
        password: 'another bird over the sea',
        password_confirm: 'another bird over the sea',
      }),
    );
    expect(taken.status).toBe(fresh.status);
    expect(taken.body.message).toBe(fresh.body.message);
    expect(Object.keys(taken.body)).toEqual(Object.keys(fresh.body));
    const subjects = (await signing.letters('taken@example.org')).map(({ subject }) => subject);
    expect(subjects.at(-1)).toBe('You have an account already');
    const login = { email_or_username: 'taken@example.org', password: 'another bird over the sea' };
    expect((await signing.browser().post('auth/login/', login)).status).toBe(401);
  });

  const signsIn = async (email: string, password: string) =>
    (await signing.browser().post('auth/login/', { email_or_username: email, password })).status;
  const THIEF = {
    first_name: 'Ana',
    password: 'the password of a thief',
    password_confirm: 'the password of a thief',
  };

  it('lets a later registration write over one that was never verified, and its link die', async () => {
    const browser = signing.browser();
    await browser.post('auth/register/', registration('victim@example.org', THIEF));
    const old = await signing.tokenFor('victim@example.org');
    await browser.post('auth/register/', registration('victim@example.org'));
    expect((await browser.post('auth/email/verify/', { token: old })).status).toBe(400);
    await browser.post('auth/email/verify/', { token: await signing.tokenFor('victim@example.org') });
    expect(await signsIn('victim@example.org', THIEF.password)).toBe(401);
  });

  it('of one address twice leaves no password that somebody else may have chosen: the mailbox chooses anew', async () => {
    const email = 'contested@example.org';
    const browser = signing.browser();
    await browser.post('auth/register/', registration(email));
    await signing.browser('198.51.100.77').post('auth/register/', registration(email, THIEF));
    const verified = await browser.post('auth/email/verify/', { token: await signing.tokenFor(email) });
    expect(await signsIn(email, THIEF.password)).toBe(401);
    const { body } = await browser.post('auth/exchange-token/', verified.body);
    expect(body).toMatchObject({ password_change_required: true, reason: 'required' });
    expect(body).not.toHaveProperty('access_token');
    const chosen = {
      challenge_token: body.challenge_token,
      new_password: PASSWORD,
      new_password_confirm: PASSWORD,
    };
    const { status, body: signedIn } = await browser.post('auth/login/new-password/', chosen);
    expect([status, signedIn.user.email]).toEqual([200, email]);
    expect(await signsIn(email, THIEF.password)).toBe(401);
    expect(await signsIn(email, PASSWORD)).toBe(200);
  });

  it('folds the spellings of a Gmail address into one person, and mails what was typed', async () => {
    await signing.signUp('te.hana@gmail.com');
    await signing.browser().post('auth/register/', registration('TeHana+kinwise@googlemail.com'));
    expect(await signing.letters('TeHana+kinwise@googlemail.com')).toEqual([]);
    expect((await signing.letters('te.hana@gmail.com')).at(-1)?.subject).toBe('You have an account already');
  });

  it('says that a username is taken, and by that nothing about any address', async () => {
    await signing.signUp('one@example.org', { username: 'Kauri' });
    let askers = 0;
    const ask = async (email: string, username: string) =>
      await signing
        .browser(`203.0.113.${130 + askers++}`)
        .post('auth/register/', registration(email, { username }));
    const [known, unknown] = [await ask('one@example.org', 'kauri'), await ask('two@example.org', 'kauri')];
    const told = ({ status, body: { errors } }: typeof known) => ({ status, errors });
    expect(told(known)).toEqual(told(unknown));
    expect(told(known)).toMatchObject({ status: 422, errors: [{ pointer: '/username', code: 'taken' }] });
    expect(await signing.world.sql("select 1 from users where email = 'two@example.org'")).toEqual([]);
    expect((await signing.letters('one@example.org')).map(({ subject }) => subject)).not.toContain(
      'You have an account already',
    );
    // A name that is free answers the same for both addresses, and so does one that nobody has proven yet.
    for (const name of ['rimu', 'rimu'])
      for (const email of ['one@example.org', 'thrush@example.org'])
        expect((await ask(email, name)).status).toBe(202);
  });

  it('takes all of many who want one name at once, of whom the last has it; the addresses tell nothing', async () => {
    await signing.signUp('held@example.org', { username: 'Totara' });
    const emails = ['held', 'p1', 'p2', 'p3', 'p4', 'p5'].map((name) => `${name}@example.org`);
    const answers = await Promise.all(
      emails.map(
        async (email, index) =>
          await signing
            .browser(`203.0.113.${100 + index}`)
            .post('auth/register/', registration(email, { username: 'Matai' })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(emails.map(() => 202));
    const holders = await signing.world.sql("select email from users where username_key = 'matai'");
    expect(holders.length).toBeLessThanOrEqual(1);
    const refused = await Promise.all(
      emails.map(
        async (email, index) =>
          await signing
            .browser(`203.0.113.${110 + index}`)
            .post('auth/register/', registration(email, { username: 'totara' })),
      ),
    );
    expect(refused.map(({ status }) => status)).toEqual(emails.map(() => 422));
  });

  it('answers a resend the same for everybody, and mails only who waits', async () => {
    await signing.signUp('ready@example.org');
    const before = (await signing.letters()).length;
    const answers = await Promise.all(
      ['ready@example.org', 'nobody@example.org'].map(
        async (email) => await signing.browser().post('auth/email/resend/', { email }),
      ),
    );
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await signing.letters()).toHaveLength(before);
  });

  it('keeps no token and no password in the clear, not even while the mail waits', async () => {
    await signing.browser().post('auth/register/', registration('secret@example.org'));
    const jobs = await signing.world.sql<{ payload: unknown }>(
      "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'letters.send'",
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify(jobs)).not.toMatch(/secret@|verify-email/);
    const token = await signing.tokenFor('secret@example.org');
    const rows = await signing.world.sql('select * from one_time_tokens');
    expect(JSON.stringify(rows)).not.toContain(token);
    const [user] = await signing.world.sql<{ password_hash: string }>(
      "select password_hash from users where email = 'secret@example.org'",
    );
    expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$/);
  });

  it.each([
    [{ email: 'not an address' }, '/email'],
    [{ password_confirm: 'something else entirely' }, '/password_confirm'],
    [{ terms_accepted: false }, '/terms_accepted'],
    [{ privacy_policy_accepted: undefined }, '/privacy_policy_accepted'],
    [{ first_name: ' ' }, '/first_name'],
    [{ username: 'a@b' }, '/username'],
    [{ timezone: 'Middle/Earth' }, '/timezone'],
    [{ email_verified_at: '2026-01-01T00:00:00Z' }, '/email_verified_at'],
    [{ is_demo: true }, '/is_demo'],
    [{ token_version: 9 }, '/token_version'],
  ])('refuses %j and names the field', async (change, pointer) => {
    const answer = await signing.browser().post('auth/register/', registration('bad@example.org', change));
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('refuses a weak password with its reasons', async () => {
    const weak = { password: 'Hana1234', password_confirm: 'Hana1234' };
    const answer = await signing.browser().post('auth/register/', registration('weak@example.org', weak));
    expect(answer).toMatchObject({ status: 422, body: { error_code: 'AUTH_1009' } });
    expect(answer.body.errors.map((error: { code: string }) => error.code)).toEqual([
      'too_short',
      'mix',
      'similar',
      'common',
    ]);
  });
});

describe('registering under limits', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
  });
  afterAll(async () => {
    await signing.close();
  });

  it('works three times an hour from one address, and more for those who were invited', async () => {
    const post = async (name: string, more = {}) =>
      (
        await signing
          .browser('198.51.100.9')
          .post('auth/register/', registration(`${name}@example.org`, more))
      ).status;
    expect([await post('a'), await post('b'), await post('c'), await post('d')]).toEqual([
      202, 202, 202, 429,
    ]);
    expect(await post('e', { invitation_token: 'made-up' })).toBe(429);
    const token = 'a-token-of-a-real-invitation';
    await signing.world.sql(
      `insert into invitations (household_id, id, role, token_hash, invited_by, expires_at, created_at, updated_at)
       values ($1, $2, 'flatmate', translate(rtrim(encode(sha256($3::bytea), 'base64'), '='), '+/', '-_'), $4, 'tomorrow', 'now', 'now')`,
      [signing.world.household, newId(), token, signing.world.ids.mere],
    );
    expect(await post('e', { invitation_token: token })).toBe(202);
    expect(
      (await signing.browser('198.51.100.10').post('auth/register/', registration('f@example.org'))).status,
    ).toBe(202);
  });

  it('believes no X-Forwarded-For from a stranger', async () => {
    const statuses: number[] = [];
    for (const last of [1, 2, 3, 4]) {
      const headers = { 'x-forwarded-for': `192.0.2.${last}` };
      const body = registration(`g${last}@example.org`);
      statuses.push((await signing.browser('198.51.100.11').post('auth/register/', body, headers)).status);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
  });
});
