import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterOf, ES256, type KeptPasskey, plainSignature, RS256 } from './assertion.ts';
import { textOf } from './bytes.ts';

const EXPECTED = { challenge: 'what-was-asked', origin: 'https://kinwise.nz', rpId: 'kinwise.nz' };
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Made = {
  counter?: number;
  flags?: number;
  rpId?: string;
  id?: string;
  said?: Record<string, unknown>;
  key?: KeyObject;
};

/** What an authenticator would answer. */
function answered(made: Made = {}) {
  const said = { type: 'webauthn.get', challenge: EXPECTED.challenge, origin: EXPECTED.origin, ...made.said };
  const client = Buffer.from(JSON.stringify(said));
  const data = Buffer.alloc(37);
  createHash('sha256')
    .update(made.rpId ?? EXPECTED.rpId)
    .digest()
    .copy(data);
  data[32] = made.flags ?? 0x05;
  data.writeUInt32BE(made.counter ?? 0, 33);
  const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
  const response = {
    clientDataJSON: textOf(client),
    authenticatorData: textOf(data),
    signature: textOf(sign('sha256', signed, made.key ?? elliptic.privateKey)),
  };
  return { id: made.id ?? 'ours', response };
}

function kept(counter = 0, algorithm = ES256): KeptPasskey {
  const { publicKey } = algorithm === ES256 ? elliptic : rsa;
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { kind: 'passkey', id: 'ours', publicKey: textOf(spki), algorithm, counter };
}

describe('The answer of a passkey', () => {
  // One signature in a hundred has a number that is shorter than the others.
  test('is right, whatever the length of the numbers in its signature', async () => {
    for (let count = 1; count <= 600; count += 1)
      expect(await counterOf(answered({ counter: count }), kept(count - 1), EXPECTED)).toBe(count);
  });

  test('may be signed in the manner of Windows', async () => {
    const answer = answered({ counter: 3, key: rsa.privateKey });
    expect(await counterOf(answer, kept(2, RS256), EXPECTED)).toBe(3);
    expect(await counterOf(answered({ counter: 3 }), kept(2, RS256), EXPECTED)).toBeUndefined();
  });

  test.each<[string, Made]>([
    ['of another passkey', { id: 'theirs' }],
    ['signed by another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['that looked at nobody', { flags: 0x01 }],
    ['that nobody touched', { flags: 0x04 }],
    ['for another host', { rpId: 'kinwise.example' }],
    ['to another question', { said: { challenge: 'what-was-asked-before' } }],
    ['at another origin', { said: { origin: 'https://kinwise.nz:8443' } }],
    ['to a page within another', { said: { crossOrigin: true } }],
    ['to making one', { said: { type: 'webauthn.create' } }],
  ])('is refused: one %s', async (_name, made) => {
    expect(await counterOf(answered(made), kept(), EXPECTED)).toBeUndefined();
  });

  test('is refused when it counts backwards or not on, but for those that never count', async () => {
    const count = async (counter: number, before: number) =>
      await counterOf(answered({ counter }), kept(before), EXPECTED);
    expect(await count(0, 0)).toBe(0);
    expect(await count(7, 6)).toBe(7);
    for (const [counter, before] of [
      [6, 6],
      [5, 6],
      [0, 6],
    ] as const)
      expect(await count(counter, before)).toBeUndefined();
  });

  test('is refused, not thrown, when it is no answer at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 80 }),
        async (one, two) => {
          const response = {
            clientDataJSON: textOf(one),
            authenticatorData: textOf(two),
            signature: textOf(two),
          };
          expect(await counterOf({ id: 'ours', response }, kept(), EXPECTED)).toBeUndefined();
        },
      ),
    );
  });
});

describe('A signature in DER', () => {
  test('that is cut, longer or of other parts is none', () => {
    const whole = sign('sha256', Buffer.from('x'), elliptic.privateKey);
    expect(plainSignature(whole)).toHaveLength(64);
    for (let length = 0; length < whole.length; length += 1)
      expect(plainSignature(whole.subarray(0, length))).toBeUndefined();
    expect(plainSignature(Buffer.concat([whole, Buffer.from([0])]))).toBeUndefined();
  });
});
