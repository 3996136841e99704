// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onTokenMessage } from './kept-token.ts';
import { acceptToken, expectSession, forgetToken, send } from './session.ts';

let paths: string[];
let refused: string[];

const tokenOf = (sub: string, jti = '1') => `head.${btoa(JSON.stringify({ sub, jti }))}.sign`;
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
/** The page is gone, and its memory with it; what the worker has stays. */
const newPage = async () => {
  const { controller } = navigator.serviceWorker;
  vi.stubGlobal('navigator', {});
  forgetToken();
  vi.stubGlobal('navigator', { serviceWorker: { controller } });
};

beforeEach(() => {
  paths = [];
  refused = [];
  vi.stubGlobal('fetch', async (address: string, init: { headers: Record<string, string> }) => {
    const path = address.replace('/api/v1/', '');
    paths.push(path);
    if (path === 'auth/csrf/') return json(200, { csrf_token: 'c1' });
    if (path === 'auth/token/refresh/')
      return json(200, { access_token: tokenOf('mere', '2'), expires_in: 900 });
    const given = init.headers['Authorization']?.replace('Bearer ', '') ?? '';
    return json(given === '' || refused.includes(given) ? 401 : 200, {});
  });
  const worker = { postMessage: (data: unknown, ports = []) => onTokenMessage({ data, ports }) };
  vi.stubGlobal('navigator', { serviceWorker: { controller: worker } });
  forgetToken();
  acceptToken(tokenOf('mere'), 900);
});

afterEach(() => {
  forgetToken();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('A page that is opened after another', () => {
  test('goes on with its token, and asks for no new one', async () => {
    await newPage();
    expectSession('mere');
    await Promise.all([send('accounts/'), send('tags/')]);
    expect(paths.sort()).toEqual(['accounts/', 'tags/']);
  });

  test('takes no token of somebody else, and none where nobody is expected', async () => {
    await newPage();
    expectSession('tama');
    await send('accounts/');
    expect(paths).toContain('auth/token/refresh/');
    await newPage();
    paths = [];
    expectSession();
    await send('accounts/');
    expect(paths).toContain('auth/token/refresh/');
  });

  test('renews the session where the token is about to end, or has been ended', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.advanceTimersByTime(850_000);
    await newPage();
    expectSession('mere');
    await send('accounts/');
    expect(paths).toEqual(['auth/csrf/', 'auth/token/refresh/', 'accounts/']);
    refused = [tokenOf('mere', '2')];
    await newPage();
    paths = [];
    expectSession('mere');
    await send('accounts/');
    expect(paths.slice(0, 3)).toEqual(['accounts/', 'auth/csrf/', 'auth/token/refresh/']);
  });

  test('finds none after a sign-out', async () => {
    forgetToken();
    await newPage();
    expectSession('mere');
    await send('accounts/');
    expect(paths).toContain('auth/token/refresh/');
  });

  test('does not wait long for a worker that knows nothing of it', async () => {
    vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage: () => undefined } } });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await newPage();
    expectSession('mere');
    const sent = send('accounts/');
    await vi.advanceTimersByTimeAsync(300);
    expect((await sent).status).toBe(200);
    expect(paths).toContain('auth/token/refresh/');
  });
});
