import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../signing-in.ts';
import type { SigningWorld } from '../signing-in.ts';
import { makeWorld } from '../world.ts';
import type { World } from '../world.ts';
import { goodRequest, send, titleOf, writes } from './requests.ts';

/** Nothing that opens anything stands in the audit, whatever was done (ASVS 16.2.5). */

/** Hashes of passwords, tokens of 256 bits, signed tokens. */
const KEYLIKE = /\$argon2|\beyJ[\w-]{20,}|(?<![\w-])[\w-]{43}(?![\w-])/;
const NAMED = /"[a-z_]*(?:password|token|secret|cipher|hash|_key|number)":\s*(?!"\[hidden\]"|null)/;
const NUMBER = '12-3456-7890123-00';

async function texts(world: World): Promise<string[]> {
  const rows = await world.sql<{ text: string }>(
    `select concat_ws(' ', e.action, e.entity, e.before, e.after, e.parts, e.agent, e.request_id) as text
     from audit_entries e union all
     select concat_ws(' ', action, details, agent, request_id) from security_entries`,
  );
  return rows.map((row) => row.text);
}

describe('after every write of every route', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ staff: true });
    const where = { world, person: 'mere', household: world.household } as const;
    for (const route of writes.filter(({ access }) => access !== 'public')) {
      const answer = await send(route, where, await goodRequest(route, where));
      expect(answer.status, `${titleOf(route)}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    }
    const account = await world
      .as('mere')
      .post('accounts/', { name: 'Numbered', kind: 'checking', number: NUMBER });
    await world.as('mere').patch(`accounts/${account.body.id}/`, { number: '12-3456-7890124-00' });
    await world.as('mere').delete(`accounts/${account.body.id}/`);
  });
  afterAll(async () => {
    await world.close();
  });

  it('no key, no hash and no full account number stands in the audit', async () => {
    const found = await texts(world);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((text) => KEYLIKE.test(text) || NAMED.test(text))).toEqual([]);
    expect(found.filter((text) => /789012[34]/.test(text.replaceAll('-', '')))).toEqual([]);
    expect(found.some((text) => text.includes('number_last4'))).toBe(true);
  });
});

describe('after people signed up, in, out and forgot their passwords', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  it('neither a password nor a token of theirs stands in the audit', async () => {
    const email = 'keeper@example.org';
    const secrets = [PASSWORD, 'a wrong password that nobody has', 'seven kererū over the ridge'];
    const browser = signing.browser();
    await browser.post('auth/register/', registration(email));
    secrets.push(await signing.tokenFor(email));
    const verified = await browser.post('auth/email/verify/', { token: secrets.at(-1) });
    secrets.push(verified.body.exchange_token);
    const signedIn = await browser.post('auth/exchange-token/', { exchange_token: secrets.at(-1) });
    secrets.push(signedIn.body.access_token, browser.cookies.get('kw_refresh') ?? '');
    browser.bear(signedIn.body.access_token);
    for (let index = 0; index < 6; index += 1)
      await signing
        .browser('192.0.2.1')
        .post('auth/login/', { email_or_username: email, password: secrets[1] });
    const refreshed = await browser.refresh();
    secrets.push(refreshed.body.access, browser.cookies.get('kw_refresh') ?? '');
    const change = { old_password: PASSWORD, new_password: secrets[2], new_password_confirm: secrets[2] };
    await browser.post('auth/password/change/', change);
    await browser.post('auth/password/reset/', { email });
    secrets.push(await signing.tokenFor(email));
    const confirm = { token: secrets.at(-1), new_password: PASSWORD, new_password_confirm: PASSWORD };
    await signing.browser().post('auth/password/reset/confirm/', confirm);
    await browser.post('auth/logout/');
    const found = await texts(signing.world);
    expect(found.length).toBeGreaterThan(10);
    expect(secrets.filter(Boolean).length).toBeGreaterThanOrEqual(9);
    for (const secret of secrets.filter(Boolean))
      expect(
        found.filter((text) => text.includes(secret)),
        secret,
      ).toEqual([]);
    expect(found.filter((text) => KEYLIKE.test(text) || NAMED.test(text))).toEqual([]);
  });
});
