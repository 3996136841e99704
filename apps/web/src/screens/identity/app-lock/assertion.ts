/**
 * Whether an answer of a passkey is right, found out by the device itself: without signal there is no server to ask. As the
 * Web Authentication standard has it (7.2), for the two kinds of keys that lock passkeys are made of.
 */
import { bytesOf, isSame } from './bytes.ts';

/** What the device keeps of the passkey that unlocks it. */
export type KeptPasskey = {
  readonly kind: 'passkey';
  readonly id: string;
  /** As the browser hands it out: SPKI, base64url. */
  readonly publicKey: string;
  readonly algorithm: number;
  /** How often it was used, as far as it counts: one that counts backwards was copied. */
  readonly counter: number;
};

/** The parts of the browser's answer that are looked at; all in base64url. */
export type Assertion = {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
  };
};

export type Expected = { readonly challenge: string; readonly origin: string; readonly rpId: string };

export const ES256 = -7;
export const RS256 = -257;

const PRESENT = 0x01;
const VERIFIED = 0x04;

/** The new counter where everything is right; undefined otherwise. */
export async function counterOf(
  answer: Assertion,
  kept: KeptPasskey,
  expected: Expected,
): Promise<number | undefined> {
  const data = bytesOf(answer.response.authenticatorData);
  const client = bytesOf(answer.response.clientDataJSON);
  const rpHash = await sha256(new TextEncoder().encode(expected.rpId));
  const flags = data[32] ?? 0;
  const wanted = PRESENT | VERIFIED;
  if (answer.id !== kept.id || data.length < 37 || !isMeant(client, expected)) return undefined;
  if (!isSame(data.subarray(0, 32), rpHash) || (flags & wanted) !== wanted) return undefined;
  const counter = new DataView(data.buffer).getUint32(33);
  if ((counter > 0 || kept.counter > 0) && counter <= kept.counter) return undefined;
  const signed = new Uint8Array([...data, ...(await sha256(client))]);
  return (await isSigned(kept, bytesOf(answer.response.signature), signed)) ? counter : undefined;
}

/** Whether a passkey has looked who holds it when it was made. */
export function isVerified(authenticatorData: string): boolean {
  return ((bytesOf(authenticatorData)[32] ?? 0) & VERIFIED) !== 0;
}

function isMeant(client: Uint8Array, expected: Expected): boolean {
  try {
    const said = JSON.parse(new TextDecoder().decode(client)) as Record<string, unknown>;
    return (
      said['type'] === 'webauthn.get' &&
      said['challenge'] === expected.challenge &&
      said['origin'] === expected.origin &&
      said['crossOrigin'] !== true
    );
  } catch {
    return false;
  }
}

async function isSigned(
  kept: KeptPasskey,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const elliptic = kept.algorithm === ES256;
  const how = elliptic
    ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const plain = elliptic ? plainSignature(signature) : signature;
  if (!plain) return false;
  const key = await crypto.subtle.importKey('spki', bytesOf(kept.publicKey), how, false, ['verify']);
  return await crypto.subtle.verify(how, key, plain, signed);
}

/**
 * Passkeys sign in DER, a sequence of two numbers that are as short as they can be; browsers verify two numbers of 32 bytes
 * each. Undefined where it is no such sequence.
 */
export function plainSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const plain = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || number.length !== length) return undefined;
    // A leading zero says that the number is not below nought.
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (digits.length > 32) return undefined;
    plain.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? plain : undefined;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
