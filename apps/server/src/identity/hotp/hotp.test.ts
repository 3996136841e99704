import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { base32, codeAt, fromBase32, otpauthUri, stepAt, stepOf } from './hotp.ts';

/** The secret of the tables in RFC 4226 and RFC 6238. */
const SECRET = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  it('are those of RFC 4226', () => {
    const codes = Array.from({ length: 10 }, (_none, step) => codeAt(SECRET, step));
    expect(codes).toEqual('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
  });

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at second %d', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(seconds * 1000))).toBe(code);
  });

  it('count from half a minute before to half a minute after, and no further', () => {
    const nowMs = 1_234_567_890_000;
    const step = stepAt(nowMs);
    const found = [-2, -1, 0, 1, 2].map((around) => stepOf(SECRET, codeAt(SECRET, step + around), nowMs));
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(['', '00592', '0059240', ' 005924', '００５９２４', '-05924', '005924\u0000'])(
    'are not %j',
    (text) => {
      expect(stepOf(SECRET, text, 1_234_567_890_000)).toBeUndefined();
    },
  );

  it('come from a secret that survives being typed', () => {
    expect(base32(Buffer.from('Hello!\u0000'))).toBe('JBSWY3DPEEAA');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(bytes);
      }),
    );
  });

  it('are set up by an address that names account and issuer, whatever signs they hold', () => {
    const uri = new URL(otpauthUri({ issuer: 'KinWise', account: 'a&b=c?:d/é@example.org', secret: 'ABC' }));
    expect(decodeURIComponent(uri.pathname)).toContain('KinWise:a&b=c?:d/é@example.org');
    expect(uri.searchParams.get('secret')).toBe('ABC');
  });
});
