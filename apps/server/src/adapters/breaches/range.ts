/**
 * The range protocol: the service learns five of the forty digits of a hash, and answers the rest of each hash that
 * begins with them, with how often it was seen. With padding nobody can tell by the size of the answer which were asked.
 */

const PREFIX = 5;
const ANSWER_BYTES = 2_000_000;
const LINE = /^([0-9A-F]{35}):(\d+)$/;

/** Whether the hash is in the range that it belongs to; throws when the service gives no such answer in time. */
export async function isInRange(
  url: string,
  { sha1, timeoutMs }: { sha1: string; timeoutMs: number },
): Promise<boolean> {
  const response = await fetch(`${url.replace(/\/?$/, '/')}${sha1.slice(0, PREFIX)}`, {
    headers: { 'Add-Padding': 'true', 'User-Agent': 'KinWise', Accept: 'text/plain' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the range service answered ${response.status}`);
  }
  return holds(await textOf(response), sha1);
}

/** Whether lines of a range name the hash. What was never seen (a count of 0) is padding. */
export function holds(range: string, sha1: string): boolean {
  const lines = range
    .split(/\r?\n/)
    .map((line) => line.trim().toUpperCase())
    .filter((line) => line !== '');
  const entries = lines.map((line) => LINE.exec(line) ?? malformed());
  return entries.some(([, suffix, count]) => suffix === sha1.slice(PREFIX) && Number(count) > 0);
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > ANSWER_BYTES) throw new Error('the range service answered more than any range is long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('latin1');
}

/** A sign-in page of a café’s network is no answer. */
function malformed(): never {
  throw new Error('this is no range of hashes');
}
