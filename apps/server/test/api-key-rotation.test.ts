import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotateWith } from '../src/cli/keys.ts';
import { keyOwner, makeKey } from './key-owner.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';

/** An API key that is made anew, as its programs and its owner see it; each call on the next of two nodes. */

const HOUR_MS = 3600_000;

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
});
afterAll(async () => {
  await signing.close();
});

const opens = async (key: string, headers: Record<string, string> = {}): Promise<unknown> => {
  const by = signing.browser('198.51.100.4');
  by.bear(key);
  const { status, body } = await by.get('accounts/', headers);
  return status === 200 ? 200 : body.error_code;
};

const rotate = async (browser: Browser, id: string, body: Record<string, unknown> = {}) =>
  await browser.post(`auth/api-keys/${id}/rotate/`, body);

/** A day later: a new access token, and confirmed anew. */
async function comeBack(browser: Browser): Promise<void> {
  browser.bear((await browser.refresh()).body.access);
  await browser.post('auth/step-up/', { password: PASSWORD });
}

function signed(secret: string): Record<string, string> {
  const time = String(Math.floor(signing.world.clock.nowMs() / 1000));
  const nonce = randomUUID();
  const nothing = createHash('sha256').digest('hex');
  const text = ['GET', '/api/v1/accounts/', time, nonce, nothing].join('\n');
  return {
    'x-signature': createHmac('sha256', secret).update(text).digest('hex'),
    'x-signature-timestamp': time,
    'x-signature-nonce': nonce,
  };
}

describe('an API key that is made anew', () => {
  it('keeps its name, scopes, household and end, and its old secret opens nothing from that moment', async () => {
    const { browser, email, household } = await keyOwner(signing, 'anew');
    const { key, id } = await makeKey(signing, browser, { household_id: household });
    const before = (await browser.get('auth/api-keys/')).body.results[0];
    const made = await rotate(browser, id);
    expect(made).toMatchObject({ status: 200, body: { signing_secret: null } });
    expect(made.body.key).toMatch(/^kw_[0-9A-Za-z]{49}$/);
    const { shown, ...same } = before;
    expect(made.body.api_key).toMatchObject({ ...same, shown: `kw_…${made.body.key.slice(-4)}` });
    expect(shown).toBe(`kw_…${key.slice(-4)}`);
    expect([await opens(key), await opens(key), await opens(made.body.key)]).toEqual([
      'AUTH_1040',
      'AUTH_1040',
      200,
    ]);
    const rows = await signing.world.sql<{ text: string }>('select a::text as text from api_keys a');
    for (const { text } of rows) expect(text).not.toContain(made.body.key.slice(3, 46));
    const kept = await signing.world.sql<{ text: string }>('select i::text as text from idempotency_keys i');
    for (const { text } of kept) expect(text).not.toContain(made.body.key);
    const letter = (await signing.letters(email)).at(-1);
    expect(letter?.subject).toBe('An API key of your account was made anew');
    expect(letter?.text.replace(/\s+/g, ' ')).toContain('The old one opens nothing any more.');
    const [entry] = await signing.world.sql<{ action: string; risk: string }>(
      `select action, risk from security_entries e join users u on u.id = e.user_id
       where u.email = $1 order by e.at desc, e.id desc limit 1`,
      [email],
    );
    expect(entry).toEqual({ action: 'api_key.rotated', risk: 'high' });
  });

  it('lets the old secret open something for as long as its owner says, and only the last old one', async () => {
    const { browser } = await keyOwner(signing, 'grace');
    await signing.unwatched('grace@example.org');
    const { key: first, id } = await makeKey(signing, browser);
    const second = (await rotate(browser, id, { grace_hours: 1 })).body;
    expect(Date.parse(second.api_key.old_until) - signing.world.clock.nowMs()).toBe(HOUR_MS);
    expect([await opens(first), await opens(second.key)]).toEqual([200, 200]);
    const third = (await rotate(browser, id, { grace_hours: 24 })).body;
    expect([await opens(first), await opens(second.key), await opens(third.key)]).toEqual([
      'AUTH_1040',
      200,
      200,
    ]);
    signing.world.clock.advance(24 * HOUR_MS - 1);
    expect(await opens(second.key)).toBe(200);
    signing.world.clock.advance(1);
    expect([await opens(second.key), await opens(third.key)]).toEqual(['AUTH_1040', 200]);
    await comeBack(browser);
    for (const grace_hours of [25, -1, 0.5])
      expect((await rotate(browser, id, { grace_hours })).status).toBe(422);
  });

  it('signs with a new secret, and each secret belongs to its own key', async () => {
    const { browser } = await keyOwner(signing, 'signs');
    const body = { name: 'Server', scopes: ['read:accounts'], signed_only: true };
    const old = (await browser.post('auth/api-keys/', body)).body;
    const now = (await rotate(browser, old.api_key.id, { grace_hours: 2 })).body;
    expect(now.signing_secret).toMatch(/^kws_[0-9A-Za-z]{49}$/);
    expect(now.signing_secret).not.toBe(old.signing_secret);
    expect(await opens(now.key, signed(now.signing_secret))).toBe(200);
    expect(await opens(old.key, signed(old.signing_secret))).toBe(200);
    expect(await opens(now.key, signed(old.signing_secret))).toBe('AUTH_1043');
    expect(await opens(old.key, signed(now.signing_secret))).toBe('AUTH_1043');
    expect(await opens(now.key)).toBe('AUTH_1043');
    const said: string[] = [];
    await rotateWith(signing.world.program, { write: (text) => said.push(text) });
    expect(said.join('')).toContain('api_keys.old_signing_cipher: ');
    expect(await opens(old.key, signed(old.signing_secret))).toBe(200);
  });

  it('is made anew by its owner alone, who confirms; never by a key, and not once it has expired', async () => {
    const [mine, theirs] = [await keyOwner(signing, 'owner'), await keyOwner(signing, 'other')];
    await signing.unwatched('owner@example.org');
    const { id, key, by } = await makeKey(signing, mine.browser, { expires_in_days: 1 });
    expect((await rotate(theirs.browser, id)).status).toBe(404);
    expect((await rotate(by, id)).body.error_code).toBe('AUTH_1042');
    signing.world.clock.advance(11 * 60_000);
    expect((await rotate(mine.browser, id)).body.error_code).toBe('AUTH_1020');
    expect(await opens(key)).toBe(200);
    signing.world.clock.advance(24 * HOUR_MS);
    await comeBack(mine.browser);
    expect(await rotate(mine.browser, id)).toMatchObject({ status: 409 });
  });

  it('leaves one secret that opens when it is made anew many times at once', async () => {
    const { browser } = await keyOwner(signing, 'atonce');
    const { key, id } = await makeKey(signing, browser);
    const made = await Promise.all(Array.from({ length: 8 }, async () => await rotate(browser, id)));
    expect(made.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const opened: unknown[] = [await opens(key)];
    for (const { body } of made) opened.push(await opens(body.key));
    expect(opened.filter((outcome) => outcome === 200)).toHaveLength(1);
  });

  it('is revoked with its old secret, and forgets it when its time is over', async () => {
    const { browser } = await keyOwner(signing, 'forgets');
    await signing.unwatched('forgets@example.org');
    const [one, two] = [await makeKey(signing, browser), await makeKey(signing, browser)];
    await rotate(browser, one.id, { grace_hours: 24 });
    await rotate(browser, two.id, { grace_hours: 1 });
    expect((await browser.delete(`auth/api-keys/${one.id}/`)).status).toBe(204);
    expect(await opens(one.key)).toBe('AUTH_1040');
    signing.world.clock.advance(HOUR_MS);
    await signing.world.sql("select graphile_worker.add_job('api_keys.forget')");
    await signing.world.runJobs();
    const [row] = await signing.world.sql<{ old: string | null }>(
      'select old_hash as old from api_keys where id = $1',
      [two.id],
    );
    expect(row?.old).toBeNull();
  });
});
