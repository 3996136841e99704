import type { paths } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import createClient from 'openapi-fetch';
import { pauseOf, type ProblemError, problemOf } from './problem.ts';
import { API, send } from './session.ts';

/**
 * The typed way to the server for what needs it anyway: reports, imports, members, signing in. What the local copy keeps
 * is read and written through `offline`. A refusal rejects with ProblemError, silence with NoSignalError.
 */
export const api = createClient<paths>({ baseUrl: API, fetch: throughSession });

let household: string | undefined;

/** Every call from now on speaks of this household, unless it names another. */
export function speakOf(id: string | undefined): void {
  household = id;
}

let confirm: () => Promise<boolean> = () => Promise.resolve(false);

/** Whoever can ask the person to confirm that it is them, for calls that the server refuses without it. */
export function confirmBy(ask: () => Promise<boolean>): void {
  confirm = ask;
}

let signInAgain: () => Promise<boolean> = () => Promise.resolve(false);

/** Whoever can ask the person to sign in again where they are, for what they want done after their session ended. */
export function signInAgainBy(ask: () => Promise<boolean>): void {
  signInAgain = ask;
}

/** The body of an answer: `const me = await got(api.GET('/users/me/'))`. */
export async function got<Value>(answer: Promise<{ data?: Value }>): Promise<Spoken<Value>> {
  // Refusals have been thrown before this, so what is missing here is an empty answer (204), whose type says so.
  return (await answer).data as Spoken<Value>;
}

/** The client's types walk through branded texts (days, months) as if they were objects; this puts them together again. */
export type Spoken<Value> = Value extends { readonly __brand: infer Brand }
  ? string & { readonly __brand: Brand }
  : Value extends (infer Item)[]
    ? Spoken<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: Spoken<Value[Name]> }
      : Value;

/** Files of any length, which leave while they are made. */
const DOWNLOADS = /\/(?:download|audit\/export)\/(?:\?|$)/;

async function throughSession(request: Request): Promise<Response> {
  const headers: Record<string, string> = Object.fromEntries(request.headers);
  if (household !== undefined) headers['x-household-id'] ??= household;
  if (request.method === 'POST') headers['idempotency-key'] ??= newId();
  // A form with a file names its own boundary; read as a blob it keeps it.
  const body = request.method === 'GET' || request.method === 'DELETE' ? null : await request.blob();
  const upload = headers['content-type']?.startsWith('multipart/') === true;
  const download = DOWNLOADS.test(request.url);
  const attempt = () =>
    send(request.url.slice(request.url.indexOf(API) + API.length + 1), {
      method: request.method,
      headers,
      signal: request.signal,
      ...(body && body.size > 0 && { body }),
      // A large file over a slow line takes as long as it takes.
      ...((upload || download) && { timeoutMs: 600_000 }),
    });
  const response = await attempt().catch(async (cause: unknown) => {
    // Only a renewal of the session throws so. Who reads waits for it; who wants something done hears how long it takes.
    const waitMs = request.method === 'GET' ? pauseOf(cause) : undefined;
    if (waitMs === undefined) throw cause;
    await new Promise((go) => setTimeout(go, waitMs));
    return attempt();
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (!(await cured(problem, request.method))) throw problem;
  const again = await attempt();
  if (!again.ok) throw await problemOf(again);
  return again;
}

/** Whether the person has taken away what stood in the way. What is only read does not ask: nobody waits for it. */
async function cured({ code }: ProblemError, method: string): Promise<boolean> {
  if (code === 'AUTH_1020') return confirm();
  const over = code === 'AUTH_1001' || code === 'AUTH_1003';
  return over && method !== 'GET' && signInAgain();
}
