/** Signed requests: a key that asks for it counts only with a signature over what is sent, once, and soon after it was made. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { instant } from '../../platform/clock.ts';
import type { KeyFacts, SentRequest } from '../../platform/http.ts';
import { Problem } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { signingSecret, used } from '../api-keys/api-keys.ts';
import { takeNonce } from './signatures.store.ts';

const NOTHING = createHash('sha256').digest('hex');

/** Refuses a request whose signature is missing, wrong, too old or used; each with its own words, since the key was right. */
export async function checkSignature(steps: Steps, key: KeyFacts, sent: SentRequest): Promise<void> {
  const { signature, timestamp, nonce } = headersOf(sent);
  const { SIGNATURE_SECONDS: most } = steps.ground.config;
  const sentMs = Number(timestamp) * 1000;
  if (Math.abs(steps.ground.clock.nowMs() - sentMs) > most * 1000)
    throw refused(
      'timestamp',
      `X-Signature-Timestamp is more than ${most} seconds from the time of the server.`,
    );
  if (sent.isForm)
    throw refused('file', 'A file cannot be sent signed. Send it with a key that need not sign.');
  await steps.step(async (ctx) => {
    const secret = await signingSecret(ctx, key);
    const text = [sent.method, sent.url, timestamp, nonce, sent.bodyHash ?? NOTHING].join('\n');
    const right = createHmac('sha256', secret).update(text).digest();
    if (!timingSafeEqual(right, Buffer.from(signature, 'hex')))
      throw refused(
        'signature',
        'X-Signature does not fit. Sign method, path with query, timestamp, nonce and SHA-256 of the body, a line each.',
      );
    // After the signature, so that nobody but the signer can use nonces up. Kept until its timestamp is too old.
    const taken = await takeNonce(ctx, {
      key: key.id,
      nonce,
      expiresAt: instant(sentMs + (most + 1) * 1000),
    });
    if (!taken) throw refused('nonce', 'X-Signature-Nonce was used before. Make a new one for each request.');
    await used(ctx, key);
  });
}

function headersOf({ headers }: SentRequest): { signature: string; timestamp: string; nonce: string } {
  // Headers are not signed: whoever stands in between could send what is meant for one household to another.
  if (headers['x-household-id'] !== undefined)
    throw refused(
      'header',
      'Name the household by ?household= in the address, which is signed, and not by X-Household-Id.',
    );
  const read = (name: string, form: RegExp, cure: string): string => {
    const value = headers[name.toLowerCase()];
    if (typeof value === 'string' && form.test(value)) return value;
    throw refused('header', `This key takes signed requests only: ${name} ${cure}.`);
  };
  return {
    signature: read('X-Signature', /^[0-9a-f]{64}$/, 'has to be an HMAC-SHA256 of 64 small hex digits'),
    timestamp: read('X-Signature-Timestamp', /^\d{1,11}$/, 'has to be seconds since 1970'),
    nonce: read('X-Signature-Nonce', /^[\w-]{16,64}$/, 'has to be 16 to 64 letters, digits, _ or -'),
  };
}

function refused(reason: string, words: string): Problem {
  return new Problem('AUTH_1043', words, { extra: { reason } });
}
