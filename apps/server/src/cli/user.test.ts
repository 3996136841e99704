import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../test/signing-in.ts';
import type { SigningWorld } from '../../test/signing-in.ts';
import { userWith } from './user.ts';

describe('whoever has lost every second factor', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const reset = async (name: string): Promise<{ code: number; said: string }> => {
    let said = '';
    const words = { what: 'reset-factors', name, role: undefined };
    const out = { write: (text: string) => (said += text) };
    return { code: await userWith(signing.world.program, words, out), said };
  };

  it('gets back in by the operator: the factors and all sessions are gone, and the history says who did it', async () => {
    const browser = await signing.signUp('lost@example.org');
    await signing.addAuthenticator(browser);
    const name = { email_or_username: 'lost@example.org', password: PASSWORD };
    expect((await signing.browser().post('auth/login/', name)).body.mfa_required).toBe(true);
    expect(await reset('lost@example.org')).toMatchObject({ code: 0 });
    expect((await browser.get('users/me/')).status).toBe(401);
    const back = await signing.browser().post('auth/login/', name);
    expect(back).toMatchObject({ status: 200, body: { mfa_required: false } });
    const [told] = await signing.world.sql<{ count: string }>(
      "select count(*) from security_entries where action = 'staff.removed_factors'",
    );
    expect(told?.count).toBe('1');
    expect(await reset('lost@example.org')).toEqual({ code: 1, said: 'They have no second factor.\n' });
    expect((await reset('nobody@example.org')).code).toBe(1);
  });
});
