import { createHash } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Db } from './database.ts';
import { Problem } from './problems.ts';

export type Claim = { scope: Id; user: Id; key: string; request: string; now: string };

/** What a repeated call gets: the first one's answer, to the byte. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** A file of the store, sent in place of the body; never an answer that is kept. */
  file?: string;
  /** What follows the body, piece by piece; never of an answer that is kept. */
  rest?: AsyncIterable<string>;
};

/** The text that two calls share when they are the same request. */
export function requestHash(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('base64url');
}

/**
 * Takes the key for this call. A twin that is under way holds the row, so that this one waits and then gets the
 * first one's answer. Undefined means: go on, and call `conclude` before the commit.
 */
export async function claim(db: Db, call: Claim): Promise<Answer | undefined> {
  const { scope, user, key, request, now } = call;
  const taken = await db.text(
    `insert into idempotency_keys (scope_id, user_id, key, request_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [scope, user, key, request, now],
  );
  if (taken.length > 0) return undefined;
  const [first] = await db.text<{
    request_hash: string;
    status: number;
    headers: Record<string, string>;
    body: string;
  }>(
    'select request_hash, status, headers, body from idempotency_keys where scope_id = $1 and user_id = $2 and key = $3',
    [scope, user, key],
  );
  if (!first || first.request_hash !== request) {
    throw new Problem(
      'BUSINESS_4007',
      'This Idempotency-Key came before with another request. Use a new key for a new request.',
    );
  }
  return { status: first.status, headers: first.headers, body: first.body };
}

/** Keeps the answer for a twin that comes later; travels with the commit. */
export function conclude(db: Db, call: Omit<Claim, 'now'>, answer: Answer): void {
  db.send(
    `update idempotency_keys set status = $4, headers = $5, body = $6 where scope_id = $1 and user_id = $2 and key = $3`,
    [call.scope, call.user, call.key, answer.status, JSON.stringify(answer.headers), answer.body],
  );
}
