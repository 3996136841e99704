import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { createSigner } from 'fast-jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unsealed } from '../../platform/encryption.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

type Part = Record<string, unknown>;

describe('an access token', () => {
  let signing: SigningWorld;
  let browser: Browser;
  let token: string;
  beforeAll(async () => {
    signing = await makeSigningWorld();
    browser = await signing.signUp('token@example.org');
    token = (await browser.refresh()).body.access;
  });
  afterAll(async () => {
    await signing.close();
  });

  const read = (part: number): Part =>
    JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString('utf8')) as Part;
  const pack = (part: Part): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const status = async (bearer: string): Promise<number> => {
    browser.bear(bearer);
    return (await browser.get('users/me/')).status;
  };

  it('says who, where from, for whom and how long, and no role', () => {
    expect(read(0)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: expect.any(String) });
    const claims = read(1);
    expect(claims).toMatchObject({ iss: 'http://localhost:8000', aud: 'kinwise', ver: 1, scope: 'user' });
    expect(Object.keys(claims).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'scope',
      'sid',
      'sub',
      'ver',
    ]);
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(900);
  });

  it('is refused when anything about it was changed', async () => {
    const [head = '', body = '', signature = ''] = token.split('.');
    expect(await status(token)).toBe(200);
    const { user: other } = { user: signing.world.ids.mere };
    const forgeries = [
      `${head}.${pack({ ...read(1), sub: other })}.${signature}`,
      `${head}.${pack({ ...read(1), exp: 99_999_999_999 })}.${signature}`,
      `${pack({ ...read(0), alg: 'none' })}.${body}.`,
      `${pack({ ...read(0), kid: 'nothing' })}.${body}.${signature}`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
      `${head}.${body}`,
      'x.y.z',
      '',
    ];
    for (const forgery of forgeries) expect(await status(forgery)).toBe(401);
  });

  it('is refused when the public key was taken for a shared secret', async () => {
    const [key] = await signing.world.sql<{ public_key: string }>('select public_key from signing_keys');
    const input = `${pack({ ...read(0), alg: 'HS256' })}.${pack(read(1))}`;
    const signature = createHmac('sha256', key?.public_key ?? '')
      .update(input)
      .digest('base64url');
    expect(await status(`${input}.${signature}`)).toBe(401);
  });

  it('is refused when another key, or a key that it brings along, signed it', async () => {
    const pair = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: String(read(0)['kid']) } as const;
    for (const extra of [
      {},
      { jwk: { kty: 'OKP' } },
      { jku: 'https://evil.example/keys' },
      { crit: ['exp'] },
    ]) {
      const sign = createSigner({
        algorithm: 'EdDSA',
        key: pair.privateKey,
        header: { ...header, ...extra },
      });
      expect(await status(sign(read(1)))).toBe(401);
    }
  });

  it('of the right key is good for this type, issuer, audience and scope alone, whole, and in its time', async () => {
    const [key] = await signing.world.sql<{ private_cipher: string }>(
      'select private_cipher from signing_keys',
    );
    const own = unsealed(signing.world.program.ground, key?.private_cipher ?? '');
    // By hand, because the library refuses to sign what it should refuse to read.
    const sign = (claims: Part, header: Part = {}): string => {
      const input = `${pack({ ...read(0), ...header })}.${pack({ ...read(1), ...claims })}`;
      return `${input}.${signBytes(null, Buffer.from(input), own).toString('base64url')}`;
    };
    expect(await status(sign({}))).toBe(200);
    const claims: Part[] = [
      { iss: 'https://evil.example' },
      { iss: [signing.world.program.ground.publicUrl(), 'https://evil.example'] },
      { aud: 'another' },
      { scope: 'refresh' },
      { sid: undefined },
      { sid: 7 },
      { iat: undefined },
      { exp: undefined },
      { exp: String(read(1)['exp']) },
      { nbf: Number(read(1)['exp']) },
      { ver: 99 },
    ];
    for (const change of claims) expect(await status(sign(change)), JSON.stringify(change)).toBe(401);
    for (const header of [{ typ: 'JWT' }, { typ: undefined }, { crit: ['b64'], b64: false }])
      expect(await status(sign({}, header)), JSON.stringify(header)).toBe(401);
  });

  it('lives a quarter of an hour, and not again when the clock is set back', async () => {
    const fresh = (await browser.refresh()).body.access;
    signing.world.clock.advance(900_000 - 1);
    expect(await status(fresh)).toBe(200);
    signing.world.clock.advance(1);
    expect(await status(fresh)).toBe(401);
    const later = (await browser.refresh()).body.access;
    signing.world.clock.advance(-3600_000);
    expect(await status(later)).toBe(401);
    signing.world.clock.advance(3600_000);
  });

  it('is signed by a new key after a month, while the old ones are verified for as long as they live', async () => {
    const rotate = async () => {
      await signing.world.sql("select graphile_worker.add_job('access.rotate_keys')");
      await signing.world.runJobs();
    };
    const keys = async () => (await signing.world.sql('select id from signing_keys')).length;
    const other = await signing.signUp('rotated@example.org');
    await signing.unwatched('rotated@example.org');
    for (const days of [6, 6, 6, 6]) {
      signing.world.clock.advance(days * 86_400_000);
      await other.refresh();
    }
    await rotate();
    expect(await keys()).toBe(1);
    signing.world.clock.advance(5.9 * 86_400_000 + 3600_000);
    const before = (await other.refresh()).body.access;
    signing.world.clock.advance(0.05 * 86_400_000);
    await other.refresh();
    const again = await signing.signUp('rotated2@example.org');
    const old = (await again.refresh()).body.access;
    signing.world.clock.advance(600_000);
    await rotate();
    expect(await keys()).toBe(2);
    expect(await status(old)).toBe(200);
    signing.world.clock.advance(601_000);
    const next = (await again.refresh()).body.access;
    const kid = (text: string): unknown =>
      JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())['kid'];
    expect(kid(next)).not.toBe(kid(before));
    expect(await status(next)).toBe(200);
    signing.world.clock.advance(2 * 86_400_000);
    await rotate();
    expect(await keys()).toBe(1);
  });

  it('keeps the private half of its key sealed', async () => {
    const [key] = await signing.world.sql<{ private_cipher: string }>(
      'select private_cipher from signing_keys',
    );
    expect(key?.private_cipher).not.toContain('PRIVATE KEY');
  });

  it('is missing: the answer says what to do', async () => {
    expect(await signing.browser().get('users/me/')).toMatchObject({
      status: 401,
      body: { error_code: 'AUTH_1001' },
    });
  });
});
