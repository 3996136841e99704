/** Fetches from addresses that pass: no redirects, an end to the time, an end to the size. */
import type { CustomFetch } from 'openid-client';

const ANSWER_MOST_BYTES = 512 * 1024;

export function guardedFetch(until: AbortSignal, passes: (url: URL) => boolean): CustomFetch {
  return async (address, options) => {
    if (!passes(new URL(address))) throw new TypeError('an address that does not pass');
    const signal = options.signal ? AbortSignal.any([until, options.signal]) : until;
    const response = await fetch(address, { ...options, redirect: 'error', signal } as RequestInit);
    const { status, headers } = response;
    const body = await limited(response);
    return new Response(body.length === 0 ? null : body, { status, headers });
  };
}

async function limited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > ANSWER_MOST_BYTES) throw new TypeError('an answer larger than any that is meant');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
