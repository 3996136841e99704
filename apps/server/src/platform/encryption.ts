import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Ground } from './context.ts';

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

/** The keys of ENCRYPTION_KEYS, newest first; one made from the installation's secret when there are none. */
function keysOf(ground: Ground): [id: string, key: Buffer][] {
  const given = ground.config.ENCRYPTION_KEYS;
  if (given === undefined) return [['k0', ground.keyFor('field encryption')]];
  return given.split(',').map((entry) => {
    const [id = '', text = ''] = entry.trim().split(':');
    const key = Buffer.from(text, 'base64');
    if (!/^[\w-]{1,20}$/.test(id) || key.length !== 32)
      throw new Error('ENCRYPTION_KEYS: each is id:base64 of 32 bytes');
    return [id, key];
  });
}

function noKey(): never {
  throw new Error('the key of an encrypted field is missing from ENCRYPTION_KEYS');
}
