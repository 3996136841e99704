/** What unlocks an account ends every lock there is on it, also the one after wrong codes of mails. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';
import { byCommand, staffPerson } from './staff-people.ts';

const TRIES = 3;

describe('an account that is locked after wrong codes of mails', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { MAIL_CODE_ACCOUNT_TRIES: String(TRIES) } });
  });
  afterAll(async () => {
    await signing.close();
  });

  async function tried(email: string, change: (code: string) => string): Promise<number> {
    const browser = signing.browser('192.0.2.99');
    const { request_id } = (await browser.post('auth/otp/request/', { email })).body;
    const mail = (await signing.letters(email)).findLast((one) => one.subject.startsWith('Your code'));
    const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
    return (await browser.post('auth/otp/verify/', { email, request_id, code: change(code) })).status;
  }
  const right = (code: string): string => code;
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  async function lockedOut(name: string): Promise<string> {
    const email = `${name}@example.org`;
    await signing.signUp(email);
    for (let count = 0; count < TRIES; count += 1) expect(await tried(email, wrong)).toBe(401);
    expect(await tried(email, right)).toBe(423);
    return email;
  }

  it('is opened by staff', async () => {
    const email = await lockedOut('moana');
    const { browser } = await staffPerson(signing, 'Rewi', 'manager');
    const [{ id }] = (await browser.get(`admin/users/?q=${email}`)).body.results;
    expect((await browser.get(`admin/users/${id}/`)).body.sign_in_locked_until).not.toBeNull();
    const unlocked = await browser.post(`admin/users/${id}/unlock/`, { reason: 'Called from their number' });
    expect(unlocked.body.sign_in_locked_until).toBeNull();
    expect(await tried(email, right)).toBe(200);
  });

  it('is opened by the command line of the server', async () => {
    const email = await lockedOut('tane');
    expect(await byCommand(signing, { what: 'unlock', name: email })).toMatchObject({ code: 0 });
    expect(await tried(email, right)).toBe(200);
  });

  it('is opened by the link that unlocks after wrong passwords', async () => {
    const email = await lockedOut('ngaire');
    const login = { email_or_username: email, password: 'no no no' };
    for (let count = 0; count < 5; count += 1) await signing.browser().post('auth/login/', login);
    const token = await signing.tokenFor(email);
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(204);
    expect(await tried(email, right)).toBe(200);
  });

  it('is opened by a password that is set by mail', async () => {
    const email = await lockedOut('wiremu');
    await signing.browser().post('auth/password/reset/', { email });
    const password = 'four kererū over the ridge';
    await signing.browser().post('auth/password/reset/confirm/', {
      token: await signing.tokenFor(email),
      new_password: password,
      new_password_confirm: password,
    });
    expect(await tried(email, right)).toBe(200);
  });
});
