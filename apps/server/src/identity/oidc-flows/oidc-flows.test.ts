import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Lie } from '../../../test/local-provider.ts';
import { makeOidcWorld } from '../../../test/oidc-world.ts';
import type { OidcWorld } from '../../../test/oidc-world.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';

const AGAIN = { status: 401, body: { error_code: 'AUTH_1022' } };
const REFUSED = { status: 401, body: { error_code: 'AUTH_1024' } };
const SILENT = { status: 502, body: { error_code: 'EXTERNAL_7001' } };

describe('the way to a provider and back', () => {
  let oidc: OidcWorld;
  let login: string;
  beforeAll(async () => {
    oidc = await makeOidcWorld({ settings: { OIDC_TIMEOUT_SECONDS: '2' } });
    login = oidc.person('hana@example.org');
  });
  afterEach(() => {
    oidc.provider.lie(undefined);
    oidc.provider.misbehave(undefined);
  });
  afterAll(async () => {
    await oidc.close();
  });

  it('leads to the provider with state, nonce and a challenge, and back to PUBLIC_URL alone', async () => {
    const at = oidc.signing.browser();
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const { body, headers: answered } = await at.get('auth/oidc/local/start/', headers);
    const url = new URL(body.authorization_url);
    expect(url.origin).toBe(oidc.provider.issuer);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'kinwise',
      redirect_uri: 'http://localhost:8000/oidc/local',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
    expect(String(answered['set-cookie'])).toMatch(
      /^kw_oidc=[\w-]{43}; Path=\/api\/v1\/auth\/oidc; Max-Age=1500; SameSite=Strict; HttpOnly$/,
    );
  });

  it('keeps neither state, nonce nor verifier in the open', async () => {
    const at = oidc.signing.browser();
    const { body } = await at.get('auth/oidc/local/start/');
    const { state, nonce } = Object.fromEntries(new URL(body.authorization_url).searchParams);
    const rows = await oidc.signing.world.sql('select * from oidc_flows');
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const secret of [state, nonce, at.cookies.get('kw_oidc')]) expect(text).not.toContain(secret);
  });

  it('a provider that is not set up is not found', async () => {
    const { status, body } = await oidc.signing.browser().get('auth/oidc/google/start/');
    expect([status, body.error_code]).toEqual([404, 'RESOURCE_3001']);
  });

  it('each way back counts once', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    await at.get('auth/csrf/');
    const all = await Promise.all([1, 2, 3].map(() => oidc.back(at, answer)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(await oidc.back(at, answer)).toMatchObject(AGAIN);
  });

  it('and only in the browser that began, which others cannot use up for it', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    const other = oidc.signing.browser();
    expect(await oidc.back(other, answer)).toMatchObject(AGAIN);
    await oidc.away(other, login);
    expect(await oidc.back(other, answer)).toMatchObject(AGAIN);
    expect((await oidc.back(at, answer)).status).toBe(200);
  });

  it('and for ten minutes', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    oidc.signing.world.clock.advance(601_000);
    expect(await oidc.back(at, answer)).toMatchObject(AGAIN);
  });

  it('a call without the token of the app is refused before anything is used up', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    const { status, body } = await at.post('auth/oidc/local/callback/', answer);
    expect([status, body.error_code]).toEqual([403, 'AUTH_1006']);
    expect((await oidc.back(at, answer)).status).toBe(200);
  });

  it('a state that nobody gave out is refused without asking the provider', async () => {
    const at = oidc.signing.browser();
    const { code } = await oidc.away(at, login);
    oidc.provider.asked('/token');
    expect(await oidc.back(at, { state: 'x'.repeat(43), code })).toMatchObject(AGAIN);
    expect(oidc.provider.asked('/token')).toBe(0);
  });

  it('a code of somebody else’s sign-in does not fit: the verifier and the nonce are not its own', async () => {
    const victim = await oidc.away(oidc.signing.browser(), oidc.person('victim@example.org'));
    const attacker = oidc.signing.browser();
    const { state, iss } = await oidc.away(attacker, login);
    expect(await oidc.back(attacker, { state, iss, code: victim['code'] })).toMatchObject(REFUSED);
  });

  it('an answer in the name of another issuer is refused', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    expect(await oidc.back(at, { ...answer, iss: 'https://evil.example' })).toMatchObject(REFUSED);
  });

  it('who does not agree at the provider hears that nothing was done', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, undefined);
    expect(answer).toMatchObject({ error: 'access_denied' });
    const { status, body } = await oidc.back(at, answer);
    expect(status).toBe(401);
    expect(body.detail).toBe(
      'You did not agree at Harbour ID. Nothing was done; begin again, or use another way.',
    );
  });

  const { privateKey: foreign } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const changed = (change: Record<string, unknown>): Lie => ({
    claims: (claims) => ({ ...claims, ...change }),
  });
  const lies: Record<string, Lie> = {
    'for another nonce': changed({ nonce: 'another' }),
    'without a nonce': changed({ nonce: undefined }),
    'of another issuer': changed({ iss: 'https://evil.example' }),
    'for another audience': changed({ aud: 'another client' }),
    'for several, in the name of another': changed({ aud: ['kinwise', 'other'], azp: 'other' }),
    'that is over': changed({ exp: 1_795_314_600 - 3600 }),
    'signed with another key': { key: foreign },
    'that is not signed': { header: (header) => ({ ...header, alg: 'none' }) },
    'by an algorithm that the settings do not name': { header: (header) => ({ ...header, alg: 'PS256' }) },
    'signed with the secret as if it were a key': { header: (header) => ({ ...header, alg: 'HS256' }) },
  };
  it.each(Object.entries(lies))('a token %s is refused', async (_name, lie) => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    oidc.provider.lie(lie);
    expect(await oidc.back(at, answer)).toMatchObject(REFUSED);
    // The same token in peace is good, so it was this that was refused.
    oidc.provider.lie({});
    expect((await oidc.back(at, await oidc.away(at, login))).status).toBe(200);
  });

  it('an address that the token itself tells is taken from it, verified or not', async () => {
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    oidc.provider.lie(changed({ email: 'token@example.org', email_verified: false }));
    expect(await oidc.back(at, answer)).toMatchObject({ status: 422, body: { error_code: 'AUTH_1025' } });
  });

  it.each(['hang', 'wander', 'swell', 'fail'] as const)(
    'a provider that should answer and does %s is said to be silent',
    async (how) => {
      for (const path of ['/token', '/jwks', '/me']) {
        const at = oidc.signing.browser();
        const answer = await oidc.away(at, login);
        oidc.provider.misbehave(path, how);
        oidc.provider.asked('/');
        expect(await oidc.back(at, answer), path).toMatchObject(SILENT);
        // It is not followed to wherever it points.
        expect(oidc.provider.asked('/elsewhere')).toBe(0);
        oidc.provider.misbehave(undefined);
        expect(await oidc.back(at, answer), 'it is used up all the same').toMatchObject(AGAIN);
      }
    },
    30_000,
  );

  it('a provider that leads to somewhere else without encryption is not followed', async () => {
    const { clock } = oidc.signing.world;
    // What it said of itself before is believed no more.
    clock.advance(11 * 60_000);
    oidc.provider.misbehave('/.well-known', 'stray');
    const at = oidc.signing.browser();
    const answer = await oidc.away(at, login);
    oidc.provider.asked('/');
    expect(await oidc.back(at, answer)).toMatchObject(SILENT);
    expect(oidc.provider.asked('/token')).toBe(0);
    oidc.provider.misbehave(undefined);
    clock.advance(11 * 60_000);
  });

  it('while many wait for the provider, nobody holds a connection of the database', async () => {
    // The pool has six.
    const waiting = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const at = oidc.signing.browser();
        return { at, answer: await oidc.away(at, login) };
      }),
    );
    oidc.provider.misbehave('/token', 'hang');
    oidc.provider.asked('/');
    let over = 0;
    let asked = 0;
    const backs = waiting.map(async ({ at, answer }) => {
      const { status } = await oidc.back(at, answer);
      over += 1;
      return status;
    });
    while (asked < 8 && over === 0) {
      asked += oidc.provider.asked('/token');
      const status = await oidc.signing.browser().get('auth/lockout-status/?email_or_username=nobody');
      expect(status.status).toBe(200);
    }
    expect({ asked, over }).toEqual({ asked: 8, over: 0 });
    expect(await Promise.all(backs)).toEqual(Array.from({ length: 8 }, () => 502));
  }, 30_000);

  it('while it does not answer at all, beginning says so', async () => {
    const fresh = await makeSigningWorld({
      settings: { ...oidc.provider.settings(), OIDC_TIMEOUT_SECONDS: '1' },
    });
    for (const how of ['hang', 'wander', 'swell', 'fail'] as const) {
      oidc.provider.misbehave('/.well-known', how);
      const { status, body } = await fresh.browser().get('auth/oidc/local/start/');
      expect([status, body.error_code]).toEqual([502, 'EXTERNAL_7001']);
      expect(body.detail).toBe('Harbour ID does not answer. Try again in a while, or use another way.');
    }
    oidc.provider.misbehave(undefined);
    expect((await fresh.browser().get('auth/oidc/local/start/')).status).toBe(200);
    await fresh.close();
  });

  it('what has run out is forgotten', async () => {
    const at = oidc.signing.browser();
    await oidc.away(at, login);
    await oidc.through(at, oidc.person('leaves@example.org'));
    oidc.signing.world.clock.advance(3_600_000);
    const { opener } = oidc.signing.world.program;
    const origin = { requestId: 'test' };
    const { features } = await import('../../features.ts');
    for (const job of features.flatMap(({ jobs = [] }) => jobs))
      if (job.kind === 'outside' && /^oidc/.test(job.name))
        await opener.outside({ origin }, async (ctx) => {
          await job.work(ctx, {});
        });
    for (const table of ['oidc_flows', 'oidc_arrivals'])
      expect(await oidc.signing.world.sql(`select 1 from ${table}`)).toEqual([]);
  });

  it('nothing of it stands in the audit: no secret, no code, no address', async () => {
    const rows = await oidc.signing.world.sql('select * from security_entries');
    const text = JSON.stringify(rows);
    expect(text).toContain('"provider":"local"');
    expect(text).not.toMatch(/secret that the local|@example\.org|(?<![\w-])[\w-]{43}(?![\w-])/);
  });
});
