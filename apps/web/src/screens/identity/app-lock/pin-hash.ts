import { bytesOf, chanceBytes, isSame, textOf } from './bytes.ts';

/** What the device keeps of a PIN: never the PIN. */
export type KeptPin = {
  readonly kind: 'pin';
  readonly salt: string;
  readonly iterations: number;
  readonly hash: string;
};

/** What OWASP asks of PBKDF2 with SHA-256: the only slow hash that browsers bring themselves. */
const ITERATIONS = 600_000;

export async function hashPin(pin: string, iterations = ITERATIONS): Promise<KeptPin> {
  const salt = chanceBytes(16);
  return {
    kind: 'pin',
    salt: textOf(salt),
    iterations,
    hash: textOf(await slowHash(pin, salt, iterations)),
  };
}

export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  return isSame(await slowHash(pin, bytesOf(kept.salt), kept.iterations), bytesOf(kept.hash));
}

async function slowHash(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}
