import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Ground } from './context.ts';
import { FIRST_KEY, readKeys } from './encryption-keys.ts';
import type { NamedKey } from './encryption-keys.ts';

const CIPHER = 'aes-256-gcm';

/** Encrypts a field. The text is `key id . nonce . tag . cipher`, so that keys can change while old values stay readable. */
export function sealed(ground: Ground, text: string): string {
  const [keyId, key] = keysOf(ground)[0] ?? noKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [keyId, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
}

/** The plain text of a sealed field; throws when it was changed or its key is gone. */
export function unsealed(ground: Ground, value: string): string {
  const [keyId, nonce = '', tag = '', body = ''] = value.split('.');
  const key = keysOf(ground).find(([id]) => id === keyId)?.[1] ?? noKey()[1];
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, 'base64url'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}

/** A keyed hash by which an encrypted field can be found again without reading it. */
export function sealedHash(ground: Ground, text: string): string {
  return createHmac('sha256', ground.keyFor('field lookup')).update(text).digest('base64url');
}

/** The key id of a sealed value; the value itself tells it. */
export function keyIdOf(value: string): string {
  return value.slice(0, Math.max(0, value.indexOf('.')));
}

/** The id of the key that seals from now on. */
export function newestKeyId(ground: Ground): string {
  return keysOf(ground)[0]?.[0] ?? FIRST_KEY;
}

/** The ids of every key at hand, newest first. */
export function keyIds(ground: Ground): string[] {
  return keysOf(ground).map(([id]) => id);
}

const known = new WeakMap<Ground, readonly NamedKey[]>();

/** The keys of ENCRYPTION_KEYS, newest first, and last the one made from the installation's secret, with which it began. */
function keysOf(ground: Ground): readonly NamedKey[] {
  const made = known.get(ground);
  if (made) return made;
  const given = ground.config.ENCRYPTION_KEYS;
  const named = given === undefined ? [] : readKeys(given).keys;
  const keys = [...named, [FIRST_KEY, ground.keyFor('field encryption')] as const];
  known.set(ground, keys);
  return keys;
}

function noKey(): never {
  throw new Error('the key of an encrypted field is missing from ENCRYPTION_KEYS');
}
