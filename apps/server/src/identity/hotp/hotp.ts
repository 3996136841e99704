/** Codes of an authenticator app: counted (HOTP, RFC 4226) by time (TOTP, RFC 6238), six digits every half minute. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones are a little wrong: the code before and the one after count too. */
const STEPS_AROUND = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The number of the half minute that a moment lies in. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / STEP_SECONDS);
}

/** The code of a step. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const from = (digest.at(-1) ?? 0) & 0x0f;
  const number = (digest.readUInt32BE(from) & 0x7f_ff_ff_ff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The step whose code this is, around now; undefined when it is none of them. Takes as long whichever it is. */
export function stepOf(secret: Uint8Array, code: string, nowMs: number): number | undefined {
  const given = Buffer.from(code.padEnd(DIGITS).slice(0, DIGITS + 1));
  let found: number | undefined;
  for (let around = -STEPS_AROUND; around <= STEPS_AROUND; around += 1) {
    const step = stepAt(nowMs) + around;
    const wanted = Buffer.from(codeAt(secret, step));
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) found = step;
  }
  return found;
}

/** Bytes as people and authenticator apps type them (RFC 4648, without padding). */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** What the picture that an authenticator app reads says. */
export function otpauthUri(of: { issuer: string; account: string; secret: string }): string {
  const label = `${encodeURIComponent(of.issuer)}:${encodeURIComponent(of.account)}`;
  const query = `secret=${of.secret}&issuer=${encodeURIComponent(of.issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
  return `otpauth://totp/${label}?${query}`;
}
