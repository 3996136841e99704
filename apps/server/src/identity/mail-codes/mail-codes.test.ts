import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';

const MINUTE_MS = 60_000;

describe('codes in mails', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { MAIL_CODE_EVERYWHERE_TRIES: '30' } });
  });
  afterAll(async () => {
    await signing.close();
  });

  const ask = async (email: string): Promise<Answer> =>
    await signing.browser().post('auth/otp/request/', { email });
  /** The code of the newest mail. */
  const codeFor = async (email: string): Promise<string> => {
    const mail = (await signing.letters(email)).filter((one) => one.subject.startsWith('Your code')).at(-1);
    const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0];
    if (code === undefined) throw new Error(`no code went to ${email}`);
    return code;
  };
  const codesOf = async (email: string): Promise<number> =>
    (await signing.letters(email)).filter((one) => one.subject.startsWith('Your code')).length;
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const verify = async (email: string, request_id: unknown, code: string): Promise<Answer> =>
    await signing.browser().post('auth/otp/verify/', { email, request_id, code });
  const actions = async (email: string): Promise<string[]> => {
    const rows = await signing.world.sql<{ action: string }>(
      `select action from security_entries e join users u on u.id = e.user_id
       where u.email = $1 and action like 'code.%' order by e.at, e.id`,
      [email],
    );
    return rows.map((row) => row.action);
  };

  it('sign in, once, and the session knows that it saw a mail', async () => {
    await signing.signUp('code@example.org');
    const asked = await ask('code@example.org');
    expect(asked).toMatchObject({ status: 202, body: { expires_in: 600 } });
    const code = await codeFor('code@example.org');
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const entered = await verify('code@example.org', asked.body.request_id, spaced);
    expect(entered).toMatchObject({ status: 200, body: { mfa_required: false, token_type: 'Bearer' } });
    const [session] = await signing.world.sql<{ factors: string[] }>(
      `select s.factors from sessions s join users u on u.id = s.user_id where u.email = 'code@example.org'
       order by s.created_at desc, s.id desc limit 1`,
    );
    expect(session?.factors).toEqual(['mail']);
    const again = await verify('code@example.org', asked.body.request_id, code);
    expect(again).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1021', errors: [{ pointer: '/code' }] },
    });
    expect(await actions('code@example.org')).toEqual(['code.asked', 'code.failed']);
  });

  it('do not come twice out of one mail, however many ask at once', async () => {
    await signing.signUp('race@example.org');
    const { body } = await ask('race@example.org');
    const code = await codeFor('race@example.org');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => (await verify('race@example.org', body.request_id, code)).status),
    );
    expect(answers.sort()).toEqual([200, 401, 401, 401]);
  });

  it('belong to the one request that they were sent for', async () => {
    const email = 'both@example.org';
    await signing.signUp(email);
    const first = (await ask(email)).body.request_id;
    const code = await codeFor(email);
    const elsewhere = await signing.browser('198.51.100.9').post('auth/otp/request/', { email });
    expect((await verify(email, elsewhere.body.request_id, code)).body.error_code).toBe('AUTH_1021');
    expect((await verify(email, first, code)).status).toBe(200);
  });

  it('end after ten minutes', async () => {
    await signing.signUp('late@example.org');
    const { body } = await ask('late@example.org');
    const code = await codeFor('late@example.org');
    signing.world.clock.advance(10 * MINUTE_MS);
    expect((await verify('late@example.org', body.request_id, code)).status).toBe(401);
  });

  it('belong to the request and the address that they were asked for', async () => {
    await signing.signUp('mine@example.org');
    await signing.signUp('yours@example.org');
    const mine = await ask('mine@example.org');
    const yours = await ask('yours@example.org');
    const code = await codeFor('mine@example.org');
    expect((await verify('mine@example.org', yours.body.request_id, code)).status).toBe(401);
    expect((await verify('yours@example.org', mine.body.request_id, code)).status).toBe(401);
    expect((await verify('yours@example.org', yours.body.request_id, code)).status).toBe(401);
    expect((await verify('MINE@example.org', mine.body.request_id, code)).status).toBe(200);
  });

  it('are the newest only', async () => {
    await signing.signUp('newest@example.org');
    const first = await ask('newest@example.org');
    const old = await codeFor('newest@example.org');
    const second = await ask('newest@example.org');
    expect((await verify('newest@example.org', first.body.request_id, old)).status).toBe(401);
    const fresh = await codeFor('newest@example.org');
    expect((await verify('newest@example.org', second.body.request_id, fresh)).status).toBe(200);
  });

  it('may be tried five times; the right one comes too late after that', async () => {
    await signing.signUp('tries@example.org');
    const { body } = await ask('tries@example.org');
    const code = await codeFor('tries@example.org');
    const wrong = other(code);
    for (let count = 0; count < 5; count += 1)
      expect((await verify('tries@example.org', body.request_id, wrong)).status).toBe(401);
    expect((await verify('tries@example.org', body.request_id, code)).status).toBe(401);
    const next = await ask('tries@example.org');
    const fresh = await codeFor('tries@example.org');
    expect((await verify('tries@example.org', next.body.request_id, fresh)).status).toBe(200);
  });

  it('of a stranger elsewhere neither replace the owner’s nor use up its tries', async () => {
    await signing.signUp('owner@example.org');
    const { body } = await ask('owner@example.org');
    const code = await codeFor('owner@example.org');
    const stranger = signing.browser('192.0.2.50');
    const theirs = await stranger.post('auth/otp/request/', { email: 'owner@example.org' });
    const guess = { email: 'owner@example.org', request_id: theirs.body.request_id, code: other(code) };
    const statuses: number[] = [];
    for (let count = 0; count < 22; count += 1)
      statuses.push((await stranger.post('auth/otp/verify/', guess)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(423);
    expect((await verify('owner@example.org', body.request_id, code)).status).toBe(200);
  });

  it('are counted for the account as a whole, sixty at once and from everywhere, and then locked', async () => {
    await signing.signUp('guessed@example.org');
    const { body } = await ask('guessed@example.org');
    const code = await codeFor('guessed@example.org');
    const guesses = Array.from({ length: 60 }, async (_, index) => {
      const from = signing.browser(`198.51.100.${index}`);
      const wrong = { email: 'guessed@example.org', request_id: body.request_id, code: other(code) };
      return (await from.post('auth/otp/verify/', wrong)).status;
    });
    const statuses = await Promise.all(guesses);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 423)).toHaveLength(30);
    const next = await ask('guessed@example.org');
    const fresh = await codeFor('guessed@example.org');
    expect((await verify('guessed@example.org', next.body.request_id, fresh)).status).toBe(423);
    const subjects = (await signing.letters('guessed@example.org')).map((letter) => letter.subject);
    expect(subjects).toContain('Wrong codes were tried for your account');
    // The password is another matter.
    const byPassword = { email_or_username: 'guessed@example.org', password: PASSWORD };
    expect((await signing.browser().post('auth/login/', byPassword)).status).toBe(200);
    signing.world.clock.advance(31 * MINUTE_MS);
    const later = await ask('guessed@example.org');
    const good = await codeFor('guessed@example.org');
    expect((await verify('guessed@example.org', later.body.request_id, good)).status).toBe(200);
  });

  it('stay counted although each of the tries is refused', async () => {
    await signing.signUp('counted@example.org');
    const { body } = await ask('counted@example.org');
    const wrong = other(await codeFor('counted@example.org'));
    await verify('counted@example.org', body.request_id, wrong);
    await verify('counted@example.org', body.request_id, wrong);
    const [row] = await signing.world.sql<{ total: number }>(
      `select f.total from sign_in_failures f join users u on f.name_key = 'mail_codes:' || u.id
       where u.email = 'counted@example.org' and f.network = '*'`,
    );
    expect(row?.total).toBe(2);
  });

  it('do not let in whom wrong passwords have locked out', async () => {
    await signing.signUp('locked@example.org');
    const before = await ask('locked@example.org');
    const code = await codeFor('locked@example.org');
    for (let count = 0; count < 5; count += 1)
      await signing
        .browser()
        .post('auth/login/', { email_or_username: 'locked@example.org', password: 'no no no' });
    expect((await verify('locked@example.org', before.body.request_id, code)).status).toBe(423);
    expect((await ask('locked@example.org')).status).toBe(423);
  });

  it('do not let in either whom wrong passwords under another name have locked, and do not say so', async () => {
    await signing.signUp('named@example.org', { username: 'named' });
    const { body } = await ask('named@example.org');
    const code = await codeFor('named@example.org');
    const wrong = { email_or_username: 'named', password: 'wrong wrong wrong' };
    for (let count = 0; count < 5; count += 1) await signing.browser().post('auth/login/', wrong);
    expect((await verify('named@example.org', body.request_id, code)).status).toBe(401);
    signing.world.clock.advance(31 * MINUTE_MS);
    const again = await ask('named@example.org');
    const fresh = await codeFor('named@example.org');
    expect((await verify('named@example.org', again.body.request_id, fresh)).status).toBe(200);
  });

  it('leave the second step to who has one, and never count as it', async () => {
    const browser = await signing.signUp('second@example.org');
    const app = await signing.addAuthenticator(browser);
    const { body } = await ask('second@example.org');
    const entered = await verify('second@example.org', body.request_id, await codeFor('second@example.org'));
    expect(entered).toMatchObject({ status: 200, body: { mfa_required: true } });
    expect(entered.body.access_token).toBeUndefined();
    const token = { challenge_token: entered.body.challenge_token };
    const again = await ask('second@example.org');
    const mailed = await codeFor('second@example.org');
    const byMail = await signing.browser().post('auth/login/mfa/', { ...token, code: mailed });
    expect(byMail.status).toBe(401);
    // Two mails are one factor: the password set by one and the code of another still ask for the app.
    await signing.browser().post('auth/password/reset/', { email: 'second@example.org' });
    const reset = await signing.tokenFor('second@example.org');
    const fresh = 'a kererū sleeps in the pūriri';
    await signing.browser().post('auth/password/reset/confirm/', {
      token: reset,
      new_password: fresh,
      new_password_confirm: fresh,
    });
    const dead = await verify('second@example.org', again.body.request_id, mailed);
    expect(dead.status).toBe(401);
    const third = await ask('second@example.org');
    const still = await verify(
      'second@example.org',
      third.body.request_id,
      await codeFor('second@example.org'),
    );
    expect(still.body).toMatchObject({ mfa_required: true });
    const done = await signing
      .browser()
      .post('auth/login/mfa/', { challenge_token: still.body.challenge_token, code: app.code() });
    expect(done).toMatchObject({ status: 200, body: { mfa_required: false } });
  });

  it('go to nobody whose address is not confirmed: who registered it may be somebody else', async () => {
    await signing.browser().post('auth/register/', registration('squat@example.org'));
    const asked = await ask('squat@example.org');
    expect(asked.status).toBe(202);
    expect(await codesOf('squat@example.org')).toBe(0);
    const [row] = await signing.world.sql<{ verified: string | null }>(
      `select email_verified_at as verified from users where email = 'squat@example.org'`,
    );
    expect(row?.verified).toBeNull();
  });

  it('are kept as keyed hashes, and wait sealed', async () => {
    await signing.signUp('hashed@example.org');
    await ask('hashed@example.org');
    const waiting = await signing.world.sql<{ payload: unknown }>(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail_codes.send'`,
    );
    const rows = await signing.world.sql('select * from mail_codes');
    const code = await codeFor('hashed@example.org');
    expect(waiting).toHaveLength(1);
    expect(JSON.stringify([waiting, rows])).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain('hashed@example.org');
  });

  it('are asked for five times an hour from one network, and twenty for one address from anywhere', async () => {
    const limited = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
    try {
      const from = async (ip: string, email: string): Promise<number> =>
        (await limited.browser(ip).post('auth/otp/request/', { email })).status;
      for (let count = 0; count < 20; count += 1)
        expect(await from(`198.51.100.${count % 4}`, 'one@example.org')).toBe(202);
      for (let count = 0; count < 5; count += 1)
        expect(await from('192.0.2.7', `other${count}@example.org`)).toBe(202);
      expect(await from('198.51.100.9', 'one@example.org')).toBe(429);
      expect(await from('192.0.2.7', 'last@example.org')).toBe(429);
    } finally {
      await limited.close();
    }
  });
});
