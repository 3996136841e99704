import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Authenticator, SigningWorld } from '../../../test/signing-in.ts';
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

type Person = { email: string; app: Authenticator };

async function withApp(name: string): Promise<Person> {
  const email = `${name}@example.org`;
  const browser = await signing.signUp(email);
  return { email, app: await signing.addAuthenticator(browser) };
}

const password = async (email: string, more: object = {}, ip?: string): Promise<Answer> =>
  await signing.browser(ip).post('auth/login/', { email_or_username: email, password: PASSWORD, ...more });

const second = async (token: string, shown: object, ip?: string): Promise<Answer> =>
  await signing.browser(ip).post('auth/login/mfa/', { challenge_token: token, ...shown });

/** Both steps, each from a browser of its own. */
async function bothSteps(email: string, code: string, ip?: string): Promise<Answer> {
  return await second((await password(email, {}, ip)).body.challenge_token, { code }, ip);
}

describe('wrong codes', () => {
  const guess = async (email: string, times: number, ip?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let count = 0; count < times; count += 1)
      statuses.push((await bothSteps(email, '000000', ip)).status);
    return statuses;
  };

  it('are counted for the account, wherever they come from; a right password forgives none of them', async () => {
    const { email, app } = await withApp('anywhere');
    const statuses: number[] = [];
    for (let host = 1; host <= 6; host += 1) statuses.push(...(await guess(email, 1, `192.0.2.${host}`)));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 423]);
    const right = await bothSteps(email, app.code(), '198.51.100.1');
    expect(right).toMatchObject({ status: 423, body: { error_code: 'AUTH_1007' } });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(1700);
    expect((await signing.letters(email)).at(-1)?.subject).toBe('Wrong codes were given for your account');
    const withPassword = await password(email, { mfa_code: app.code() });
    expect(withPassword.status).toBe(423);
  });

  it('are not forgiven by a new password, nor by the link that unlocks passwords', async () => {
    const { email, app } = await withApp('stubborn');
    await guess(email, 5);
    await signing.browser().post('auth/password/reset/', { email });
    const body = { new_password: PASSWORD.toUpperCase(), new_password_confirm: PASSWORD.toUpperCase() };
    const token = await signing.tokenFor(email);
    expect((await signing.browser().post('auth/password/reset/confirm/', { token, ...body })).status).toBe(
      200,
    );
    const first = await password(email, { password: PASSWORD.toUpperCase() });
    expect((await second(first.body.challenge_token, { code: app.code() })).status).toBe(423);
    signing.world.clock.advance(30 * MINUTE_MS);
    const again = await password(email, { password: PASSWORD.toUpperCase() });
    expect((await second(again.body.challenge_token, { code: app.code() })).status).toBe(200);
  });

  it('do not count against passwords, nor passwords against codes', async () => {
    const { email, app } = await withApp('apart');
    await guess(email, 4);
    for (let count = 0; count < 4; count += 1) await password(email, { password: 'not the password at all' });
    expect((await bothSteps(email, app.code())).status).toBe(200);
    expect(await guess(email, 4)).toEqual([401, 401, 401, 401]);
    expect((await bothSteps(email, app.code())).status).toBe(200);
  });

  it('are all counted though sixty come at once, and no right one slips between them', async () => {
    const { email, app } = await withApp('sixty');
    const token = (await password(email)).body.challenge_token;
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_none, host) =>
        second(token, { code: String(100_000 + host) }, `198.51.100.${host}`),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 423)).toHaveLength(55);
    const [row] = await signing.world.sql<{ total: number }>(
      `select f.total from sign_in_failures f join users u on f.name_key = 'codes:' || u.id where u.email = $1`,
      [email],
    );
    expect(row?.total).toBe(60);
    expect((await second(token, { code: app.code() })).status).toBe(423);
  });

  it('stop at ten a minute from one address', async () => {
    const limited = await makeSigningWorld({ settings: { RATE_LIMITS: 'on' } });
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      const body = { challenge_token: 'made up', code: '000000' };
      statuses.push((await limited.browser().post('auth/login/mfa/', body)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    await limited.close();
  });
});
