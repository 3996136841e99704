/** What happens while the password is being changed: whichever comes first, nothing that lets somebody in outlives it. */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../src/identity/hotp/hotp.ts';
import { heldUp } from './held-up.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';
import { makePasskeyDevice } from './passkey-device.ts';
import { staffPerson } from './staff-people.ts';
import type { Answer } from './world.ts';

const OTHER = 'four herons over the estuary';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  await signing.close();
});

/** Calls of which each waits for the person, in this order; nothing is done before all have come so far. */
async function inOrder(email: string, ...calls: (() => Promise<Answer>)[]): Promise<Answer[]> {
  const keeper = new Client({ connectionString: signing.world.program.ground.database.ownerUrl });
  await keeper.connect();
  await keeper.query('begin');
  await keeper.query('select 1 from users where email = $1 for update', [email]);
  const answers: Promise<Answer>[] = [];
  for (const call of calls) {
    answers.push(call());
    await heldUp(signing.world.sql, answers.length);
  }
  await keeper.query('commit');
  await keeper.end();
  return await Promise.all(answers);
}

async function person(email: string): Promise<{ owner: Browser; token: string }> {
  const owner = await signing.signUp(email);
  await signing.browser().post('auth/password/reset/', { email });
  return { owner, token: await signing.tokenFor(email) };
}

const logIn = async (at: Browser, email: string): Promise<Answer> =>
  await at.post('auth/login/', { email_or_username: email, password: PASSWORD, client: 'native' });
const reset = async (token: string): Promise<Answer> =>
  await signing
    .browser()
    .post('auth/password/reset/confirm/', { token, new_password: OTHER, new_password_confirm: OTHER });
const renewed = async (refresh_token: string): Promise<number> =>
  (await signing.browser().post('auth/token/refresh/', { refresh_token })).status;

describe('a sign-in with the old password', () => {
  it('that is about to begin a session when the password is reset is over with it', async () => {
    const email = 'first@example.org';
    const { token } = await person(email);
    const thief = signing.browser('198.51.100.9');
    const [entered, done] = await inOrder(
      email,
      async () => await logIn(thief, email),
      async () => await reset(token),
    );
    expect([entered?.status, done?.status]).toEqual([200, 200]);
    expect(await renewed(entered?.body.refresh_token)).toBe(401);
  });

  it('whose password was right before a reset, and is not any more, begins none', async () => {
    const email = 'second@example.org';
    const { token } = await person(email);
    const thief = signing.browser('198.51.100.9');
    const [done, refused] = await inOrder(
      email,
      async () => await reset(token),
      async () => await logIn(thief, email),
    );
    expect([done?.status, refused?.status, refused?.body.error_code]).toEqual([200, 401, 'AUTH_1022']);
  });

  it('begins no second step either', async () => {
    const email = 'third@example.org';
    const { owner, token } = await person(email);
    await signing.addAuthenticator(owner);
    const [done, refused] = await inOrder(
      email,
      async () => await reset(token),
      async () => await logIn(signing.browser('198.51.100.9'), email),
    );
    expect([done?.status, refused?.status]).toEqual([200, 401]);
  });
});

describe('a session that a new password ends', () => {
  it.each([
    ['API key', 'auth/api-keys/', { name: 'Mine', scopes: ['read:transactions'] }],
    ['change of address', 'auth/email/change/', { new_email: 'thief@example.org' }],
  ])('leaves no %s behind that it asked for just before', async (what, path, body) => {
    const email = `${what.replaceAll(' ', '')}@example.org`;
    const { owner, token } = await person(email);
    const [done, refused] = await inOrder(
      email,
      async () => await reset(token),
      async () => await owner.post(path, body),
    );
    expect([done?.status, refused?.status, refused?.body.error_code]).toEqual([200, 401, 'AUTH_1003']);
  });

  it('adds no authenticator either', async () => {
    const email = 'app@example.org';
    const { owner, token } = await person(email);
    const { secret } = (await owner.post('auth/mfa/totp/setup/')).body;
    const code = codeAt(fromBase32(secret), stepAt(signing.world.clock.nowMs()));
    const [done, refused] = await inOrder(
      email,
      async () => await reset(token),
      async () => await owner.post('auth/mfa/totp/confirm/', { code }),
    );
    expect([done?.status, refused?.status, refused?.body.error_code]).toEqual([200, 401, 'AUTH_1003']);
  });

  it('adds no passkey either', async () => {
    const email = 'key@example.org';
    const { owner, token } = await person(email);
    const { body } = await owner.post('auth/passkeys/register/options/');
    const response = makePasskeyDevice().create(body);
    const [done, refused] = await inOrder(
      email,
      async () => await reset(token),
      async () => await owner.post('auth/passkeys/register/verify/', { response }),
    );
    expect([done?.status, refused?.status, refused?.body.error_code]).toEqual([200, 401, 'AUTH_1003']);
    expect(await signing.world.sql('select 1 from passkeys')).toEqual([]);
  });
});

describe('a sign-in with the old password, while a change of address is undone,', () => {
  /** The link that undoes what somebody else asked for. */
  async function asked(email: string): Promise<string> {
    const thief = await signing.signUp(email);
    await thief.post('auth/email/change/', { new_email: `thief.of.${email}` });
    return await signing.tokenFor(email);
  }
  const undo = async (token: string): Promise<Answer> =>
    await signing.browser().post('auth/email/change/undo/', { token });
  const thief = () => signing.browser('198.51.100.9');

  it('is over with it where it is about to begin a session', async () => {
    const email = 'undone.after@example.org';
    const token = await asked(email);
    const [entered, undone] = await inOrder(
      email,
      async () => await logIn(thief(), email),
      async () => await undo(token),
    );
    expect([entered?.status, undone?.status]).toEqual([200, 200]);
    expect(await renewed(entered?.body.refresh_token)).toBe(401);
  });

  it('begins none where it comes just after', async () => {
    const email = 'undone.before@example.org';
    const token = await asked(email);
    const [undone, refused] = await inOrder(
      email,
      async () => await undo(token),
      async () => await logIn(thief(), email),
    );
    expect([undone?.status, refused?.status]).toEqual([200, 401]);
  });
});

describe('a sign-in in the moment in which staff', () => {
  it.each([
    ['locks the account', 'lock'],
    ['ends all sessions', 'end-sessions'],
  ])('%s is over with it', async (_what, act) => {
    const email = `${act}@example.org`;
    const { owner } = await person(email);
    const { id } = (await owner.get('users/me/')).body;
    const staff = await staffPerson(signing, `staff.${act}`, 'manager');
    const reason = 'Somebody else has their phone';
    const [entered, done] = await inOrder(
      email,
      async () => await logIn(signing.browser('198.51.100.9'), email),
      async () => await staff.browser.post(`admin/users/${id}/${act}/`, { reason }),
    );
    expect([entered?.status, done?.status]).toEqual([200, 200]);
    expect(await renewed(entered?.body.refresh_token)).toBe(401);
  });
});
