import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoSignalError } from './problem.ts';
import {
  acceptToken,
  expectSession,
  forgetToken,
  onWatch,
  send,
  sendWithCookie,
  type Watch,
} from './session.ts';

type Call = { path: string; headers: Record<string, string> };

let calls: Call[];
/** Answers by path; the last one of a path goes on for ever. */
let answers: Record<string, Response[]>;

beforeEach(() => {
  calls = [];
  answers = {
    'auth/csrf/': [json(200, { csrf_token: 'c1' })],
    'auth/token/refresh/': [json(200, { access_token: 'fresh', expires_in: 900 })],
  };
  vi.stubGlobal('fetch', async (address: string, init: { headers: Record<string, string> }) => {
    const path = address.replace('/api/v1/', '');
    calls.push({ path, headers: init.headers });
    const list = answers[path] ?? [];
    const answer = list.length > 1 ? list.shift() : list[0];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer.clone();
  });
  forgetToken();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const times = (path: string) => calls.filter((call) => call.path === path).length;

describe('The session', () => {
  test('is renewed by the cookie before the first call, not after a refusal', async () => {
    answers['accounts/'] = [json(200, {})];
    expectSession();
    expect((await send('accounts/')).status).toBe(200);
    expect(calls.map((call) => call.path)).toEqual(['auth/csrf/', 'auth/token/refresh/', 'accounts/']);
    expect(calls[1]?.headers['X-CSRF-Token']).toBe('c1');
    expect(calls[2]?.headers['Authorization']).toBe('Bearer fresh');
  });

  test('is renewed once for calls that run side by side', async () => {
    answers['accounts/'] = [json(200, {})];
    expectSession();
    await Promise.all([send('accounts/'), send('accounts/'), send('accounts/')]);
    expect(times('auth/token/refresh/')).toBe(1);
  });

  test('is not renewed when it is idle, and says of every call that the app made it', async () => {
    acceptToken('old', 900);
    const heard: Watch[] = [];
    onWatch((watch) => heard.push(watch));
    const headers = { 'X-Session-Remaining': '0', 'X-Session-Grace': '90' };
    answers['accounts/'] = [new Response('{}', { status: 401, headers })];
    expect((await send('accounts/')).status).toBe(401);
    expect(times('auth/token/refresh/')).toBe(0);
    expect(heard).toEqual([{ remainingMs: 0, graceMs: 90_000 }]);
    expect(calls[0]?.headers['X-Session-Activity']).toBe('none');
  });

  test('is renewed, and the call repeated, when the server has ended the token early', async () => {
    acceptToken('old', 900);
    answers['accounts/'] = [json(401, {}), json(200, {})];
    expect((await send('accounts/')).status).toBe(200);
    expect(
      calls.filter((call) => call.path === 'accounts/').map((call) => call.headers['Authorization']),
    ).toEqual(['Bearer old', 'Bearer fresh']);
  });

  test('that has ended is not asked for again and again', async () => {
    answers['auth/token/refresh/'] = [json(401, {})];
    answers['accounts/'] = [json(401, {})];
    expectSession();
    expect((await send('accounts/')).status).toBe(401);
    expect((await send('accounts/')).status).toBe(401);
    expect(times('auth/token/refresh/')).toBe(1);
  });

  test('is used on while its token is good, though it may not be renewed yet', async () => {
    acceptToken('old', 30);
    answers['auth/token/refresh/'] = [new Response('{}', { status: 429, headers: { 'Retry-After': '30' } })];
    answers['accounts/'] = [json(200, {})];
    expect((await send('accounts/')).status).toBe(200);
    expect((await send('accounts/')).status).toBe(200);
    expect(times('auth/token/refresh/')).toBe(1);
  });

  test('tries a wrong password once only', async () => {
    acceptToken('good', 900);
    answers['auth/password/change/'] = [json(401, {})];
    await send('auth/password/change/', { method: 'POST' });
    expect(times('auth/password/change/')).toBe(1);
  });

  test('asks for a new CSRF token when the old one is refused', async () => {
    answers['auth/csrf/'] = [json(200, { csrf_token: 'c1' }), json(200, { csrf_token: 'c2' })];
    answers['auth/logout/'] = [json(403, {}), json(200, {})];
    expect((await sendWithCookie('auth/logout/')).status).toBe(200);
    expect(
      calls.filter((call) => call.path === 'auth/logout/').map((call) => call.headers['X-CSRF-Token']),
    ).toEqual(['c1', 'c2']);
  });

  test('turns silence into one kind of error', async () => {
    await expect(send('nowhere/')).rejects.toBeInstanceOf(NoSignalError);
  });

  test('of another tab’s person is not taken for one’s own', async () => {
    answers['auth/token/refresh/'] = [json(200, { access_token: tokenOf('tama'), expires_in: 900 })];
    answers['accounts/'] = [json(401, {})];
    expectSession('mere');
    expect((await send('accounts/')).status).toBe(401);
    expect(calls.at(-1)?.headers['Authorization']).toBeUndefined();
  });

  test('sends what one person wants as that person or not at all', async () => {
    answers['accounts/'] = [json(200, {})];
    acceptToken(tokenOf('tama'), 900);
    await expect(send('accounts/', { as: 'mere' })).rejects.toBeInstanceOf(NoSignalError);
    expect(times('accounts/')).toBe(0);
    expect((await send('accounts/', { as: 'tama' })).status).toBe(200);
  });

  test('sends nothing of the one before when somebody else signs in while it waits for a renewal', async () => {
    answers['auth/token/refresh/'] = [json(200, { access_token: tokenOf('mere'), expires_in: 900 })];
    answers['accounts/'] = [json(200, {})];
    expectSession('mere');
    const sending = send('accounts/', { as: 'mere' });
    acceptToken(tokenOf('tama'), 900);
    await expect(sending).rejects.toBeInstanceOf(NoSignalError);
    expect(times('accounts/')).toBe(0);
    expect((await send('accounts/', { as: 'tama' })).status).toBe(200);
  });

  test('goes on after the same person has signed in again', async () => {
    answers['auth/token/refresh/'] = [json(401, {})];
    answers['accounts/'] = [json(401, {}), json(200, {})];
    expectSession('mere');
    expect((await send('accounts/', { as: 'mere' })).status).toBe(401);
    acceptToken(tokenOf('mere'), 900);
    expect((await send('accounts/', { as: 'mere' })).status).toBe(200);
  });
});

/** An access token as the server shapes them, which names whom it signs in. */
function tokenOf(user: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part({ sub: user, name: 'Mārama?>' })}.signature`;
}
