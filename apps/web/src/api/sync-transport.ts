import type { Sync } from '@kinwise/api-client/schema';
import type { Address } from './address.ts';
import type { Answer } from '../offline/answers.ts';
import type { Presence, PullAnswer, Transport } from '../offline/transport.ts';
import { pauseOf, retryAfterOf } from './problem.ts';
import { isIdle, send, type SendOptions } from './session.ts';

const SYNC: Address = 'sync/';
const SESSION: Address = 'session/';
const PAGE = 1000;
const TOO_EARLY = 425;

/** The real way of one person's local copy to the server; shut while somebody else is signed in. */
export const syncTransportOf = (userId: string): Transport => ({
  send: async ({ method, path, body, headers }): Promise<Answer> => {
    const response = await sent(path, {
      as: userId,
      method,
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const retryAfterMs = retryAfterOf(response);
    return {
      // An idle session waits for its person; what is queued waits with it.
      status: isIdle(response) ? TOO_EARLY : response.status,
      body: await bodyOf(response),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  },

  pull: async (household, cursor): Promise<PullAnswer> => {
    const since = cursor === undefined ? '' : `since=${encodeURIComponent(cursor)}&`;
    const response = await sent(`${SYNC}?${since}limit=${PAGE}`, {
      as: userId,
      headers: { 'X-Household-Id': household },
    });
    if (response.ok) return { kind: 'page', page: (await response.json()) as Sync };
    // A cursor of before the server's keys were changed means as little to it as one that is too old.
    if (response.status === 410 || (response.status === 400 && cursor !== undefined))
      return { kind: 'forgotten' };
    if (isIdle(response)) return { kind: 'again' };
    if (response.status === 401) return { kind: 'sign-in' };
    if (response.status === 403 || response.status === 404) return { kind: 'no-access' };
    return again(response);
  },

  present: async (): Promise<Presence> => {
    const response = await sent(SESSION, { as: userId });
    if (response.ok) return { kind: 'here' };
    return response.status === 401 && !isIdle(response) ? { kind: 'sign-in' } : again(response);
  },
});

/** A renewal that has to wait is an answer too: it says for how long. */
async function sent(path: string, options: SendOptions): Promise<Response> {
  return send(path, options).catch((cause: unknown) => {
    const waitMs = pauseOf(cause);
    if (waitMs === undefined) throw cause;
    return new Response('', { status: 429, headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } });
  });
}

function again(response: Response): { kind: 'again'; afterMs?: number } {
  const afterMs = retryAfterOf(response);
  return { kind: 'again', ...(afterMs !== undefined && { afterMs }) };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A page of some proxy; the status is what is judged.
    return undefined;
  }
}
