import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * A function that makes a 32-byte key for a purpose from SECRET_KEY. Without one (never in production) a key is
 * made at the first start and kept in DATA_DIR, readable by the owner alone.
 */
export function keysOf(config: Config): (purpose: string) => Buffer {
  const secret = config.SECRET_KEY ?? keptSecret(config.DATA_DIR);
  const made = new Map<string, Buffer>();
  return (purpose) => {
    const known = made.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, 'kinwise', purpose, 32));
    made.set(purpose, key);
    return key;
  };
}

function keptSecret(dir: string): string {
  const path = join(dir, 'secret.key');
  mkdirSync(dir, { recursive: true });
  try {
    // `wx` lets exactly one of two programs that start together write it.
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}
