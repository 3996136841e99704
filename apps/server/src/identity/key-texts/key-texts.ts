/** How the texts of API keys are made and read: a prefix that is recognised, 256 bits of chance, and check characters. */
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

export const KEY_PREFIX = 'kw_';
/** Of the secret that requests are signed with: whoever finds one has to see which of the two it is. */
export const SIGNING_PREFIX = 'kws_';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_BYTES = 32;
const SECRET_DIGITS = 43;
const CHECK_DIGITS = 6;

export function newKeyText(prefix: typeof KEY_PREFIX | typeof SIGNING_PREFIX): string {
  const secret = digitsOf(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_DIGITS);
  return `${prefix}${secret}${checkOf(prefix, secret)}`;
}

/** Whether a text was made here. A typo, or a text of something else, is told without asking the database. */
export function isKeyText(text: string): boolean {
  const [, secret = '', check] = /^kw_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(text) ?? [];
  return check !== undefined && checkOf(KEY_PREFIX, secret) === check;
}

/** The key that a call carries, whatever it is worth; undefined when it carries none, but a session perhaps. */
export function keyIn(header: string | undefined): string | undefined {
  return /^Bearer (kw_.{0,200})$/i.exec(header ?? '')?.[1];
}

export function hashOfKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function checkOf(prefix: string, secret: string): string {
  return digitsOf(BigInt(crc32(`${prefix}${secret}`)), CHECK_DIGITS);
}

function digitsOf(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n)
    text = `${DIGITS[Number(rest % 62n)] ?? ''}${text}`;
  return text;
}
