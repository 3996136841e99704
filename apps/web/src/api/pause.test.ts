// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, got } from './client.ts';
import { expectSession, forgetToken } from './session.ts';
import { syncTransportOf } from './sync-transport.ts';

let paths: string[];
let answers: Record<string, Response[]>;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const renewals = () => paths.filter((path) => path === 'auth/token/refresh/').length;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  paths = [];
  answers = {
    'auth/csrf/': [json(200, { csrf_token: 'c1' })],
    'auth/token/refresh/': [
      json(429, { detail: 'Too often.' }, { 'Retry-After': '30' }),
      json(200, { access_token: 'fresh', expires_in: 900 }),
    ],
    'sync/?limit=1000': [json(200, { changes: [] })],
    'users/me/': [json(200, { id: 'mere' })],
  };
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace('/api/v1/', '');
    paths.push(path);
    const answer = answers[path]?.shift();
    return answer ? await Promise.resolve(answer) : json(404, {});
  });
  forgetToken();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('A session that may not be renewed for a moment', () => {
  test('is waited for: it is not over, the server is there, and it is asked nothing meanwhile', async () => {
    expectSession('mere');
    const transport = syncTransportOf('mere');
    expect(await transport.pull('home', undefined)).toEqual({ kind: 'again', afterMs: 30_000 });
    vi.advanceTimersByTime(10_000);
    expect(await transport.present()).toEqual({ kind: 'again', afterMs: 20_000 });
    expect(paths).toEqual(['auth/csrf/', 'auth/token/refresh/']);
    vi.advanceTimersByTime(20_000);
    expect(await transport.pull('home', undefined)).toMatchObject({ kind: 'page' });
    expect(renewals()).toBe(2);
  });

  test('keeps who reads waiting, and tells who wants something done how long it takes', async () => {
    expectSession('mere');
    const reading = got(api.GET('/users/me/'));
    await expect(got(api.POST('/users/me/mail/check/'))).rejects.toMatchObject({
      facts: { status: 429, retryAfterMs: 30_000 },
    });
    expect(renewals()).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await reading).toEqual({ id: 'mere' });
  });
});
