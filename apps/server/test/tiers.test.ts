import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOwner, makeKey } from './key-owner.ts';
import { staffPerson } from './staff-people.ts';
import type { StaffPerson } from './staff-people.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';

/** Who may call more often than others, and whose calls nobody counts. */

const WHY = { reason: 'Runs the books of the whole marae' };

describe('the tier of an account', () => {
  let signing: SigningWorld;
  let manager: StaffPerson;
  beforeAll(async () => {
    signing = await makeSigningWorld({
      nodes: 2,
      settings: {
        RATE_LIMITS: 'on',
        SESSION_BELIEVED_MS: '1000',
        LIMIT_API: '12',
        LIMIT_API_PREMIUM: '20',
        LIMIT_REGISTER: '100',
      },
    });
    manager = await staffPerson(signing, 'Ropata', 'manager');
  });
  afterAll(async () => {
    await signing.close();
  });

  const fresh = async (): Promise<StaffPerson['browser']> => {
    signing.world.clock.advance(2 * 60_000);
    return await signing.logIn(manager.email, manager.app.code());
  };

  it('is given and taken by a manager with a reason, which its owner reads, and shows to both', async () => {
    const { browser, email } = await keyOwner(signing, 'ruia');
    const { id, tier } = (await browser.get('users/me/')).body;
    expect(tier).toBe('standard');
    const staff = await fresh();
    const give = async (next: string) => await staff.post(`admin/users/${id}/tier/`, { ...WHY, tier: next });
    expect((await give('standard')).status).toBe(409);
    expect(await give('premium')).toMatchObject({ status: 200, body: { tier: 'premium' } });
    expect((await browser.get('users/me/')).body.tier).toBe('premium');
    expect((await give('premium')).status).toBe(409);
    const [letter] = (await signing.letters(email)).slice(-1);
    expect(letter?.text).toContain('20 calls a minute');
    expect(letter?.text).toContain(WHY.reason);
    const told = (await browser.get('users/me/security-history/')).body.results[0];
    expect(told.action).toBe('staff.gave_tier');
    const [act] = (await staff.get(`admin/acts/?user_id=${id}`)).body.results;
    expect(act).toMatchObject({ action: 'tier.given', reason: WHY.reason, details: { after: 'premium' } });
    expect(await give('standard')).toMatchObject({ status: 200, body: { tier: 'standard' } });
    expect((await browser.patch('users/me/', { tier: 'premium' })).status).toBe(422);
  });

  it('lets through more calls of a session and of a key within a second, on every node, and no more', async () => {
    const { browser } = await keyOwner(signing, 'pania');
    const { by } = await makeKey(signing, browser);
    const { id } = (await browser.get('users/me/')).body;
    const staff = await fresh();
    const called = async (ask: () => Promise<{ status: number }>): Promise<number> => {
      let count = 0;
      while ((await ask()).status === 200) count += 1;
      return count;
    };
    signing.world.clock.advance(2 * 60_000);
    expect(await called(async () => await browser.get('users/me/'))).toBe(12);
    const tier = { tier: 'premium', ...WHY };
    expect((await staff.post(`admin/users/${id}/tier/`, tier)).status).toBe(200);
    signing.world.clock.advance(1000);
    expect(await called(async () => await browser.get('users/me/'))).toBe(20);
    signing.world.clock.advance(2 * 60_000);
    expect(await called(async () => await by.get('accounts/'))).toBe(20);
  });
});

describe('networks whose calls count for no limit', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    const settings = {
      RATE_LIMITS: 'on',
      LIMIT_STRENGTH: '1',
      LIMIT_API: '3',
      TRUST_PROXY: '10.9.0.1',
      LIMITS_EXEMPT: '10.20.0.0/16, fd00:1::/32',
    };
    signing = await makeSigningWorld({ settings });
  });
  afterAll(async () => {
    await signing.close();
  });

  const times = async (count: number, from: string, forwarded?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let call = 0; call < count; call += 1) {
      const answer = await signing.world.http.inject({
        method: 'POST',
        url: '/api/v1/auth/password/strength/',
        remoteAddress: from,
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
        payload: { password: 'three herons over the harbour' },
      });
      statuses.push(answer.statusCode);
    }
    return statuses;
  };

  it('are those that the setting names, as they are or as our proxy says', async () => {
    expect(await times(3, '10.20.3.4')).toEqual([200, 200, 200]);
    expect(await times(3, 'fd00:1::9')).toEqual([200, 200, 200]);
    expect(await times(3, '10.9.0.1', '10.20.3.4')).toEqual([200, 200, 200]);
    expect(await times(2, '10.21.0.1')).toEqual([200, 429]);
  });

  it('are nobody’s who only says that they are', async () => {
    expect(await times(2, '203.0.113.50', '10.20.3.4')).toEqual([200, 429]);
    expect(await times(2, '10.9.0.1', '10.20.3.4, 203.0.113.51')).toEqual([200, 429]);
    expect(await times(1, '203.0.113.50')).toEqual([429]);
  });

  it('count for nobody who is signed in there either, and for locks all the same', async () => {
    await signing.signUp('inside@example.org');
    const inside = signing.browser('10.20.3.4');
    const body = { email_or_username: 'inside@example.org', password: 'wrong wrong wrong' };
    const said: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) said.push((await inside.post('auth/login/', body)).status);
    expect(said).toEqual([401, 401, 401, 401, 401, 423, 423]);
    const signedIn = { email_or_username: 'inside@example.org', password: PASSWORD };
    const { access_token: token } = (await signing.browser().post('auth/login/', signedIn)).body;
    const seen = async (ip: string): Promise<number[]> => {
      const browser = signing.browser(ip);
      browser.bear(token);
      const statuses: number[] = [];
      for (let call = 0; call < 5; call += 1) statuses.push((await browser.get('users/me/')).status);
      return statuses;
    };
    expect(await seen('10.20.3.4')).toEqual([200, 200, 200, 200, 200]);
    expect(await seen('203.0.113.7')).toEqual([200, 200, 200, 429, 429]);
  });
});
