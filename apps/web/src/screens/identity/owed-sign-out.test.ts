// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recall, remember } from '../../shell/device.ts';
import { OWED, tellSignOut as signOut } from '../../shell/owed.ts';
import { payOwedSignOut } from './owed-sign-out.ts';

let paths: string[];
/** The answer to signing out; undefined without signal. */
let answer: number | undefined;

beforeEach(() => {
  paths = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace('/api/v1/', '');
    if (answer === undefined) throw new TypeError('Failed to fetch');
    paths.push(path);
    return path === 'auth/csrf/'
      ? new Response(JSON.stringify({ csrf_token: 'c' }))
      : new Response(null, { status: answer });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  for (const name of [OWED, 'kw_user']) remember(name, undefined);
});

const told = () => paths.filter((path) => path === 'auth/logout/').length;

describe('Signing out without signal', () => {
  test('is told to the server once there is signal, and then no more', async () => {
    answer = undefined;
    await signOut();
    await payOwedSignOut();
    expect(recall(OWED)).toBeDefined();
    answer = 204;
    await payOwedSignOut();
    await payOwedSignOut();
    expect([told(), recall(OWED)]).toEqual([1, undefined]);
  });

  test('stays owed while the server is not well', async () => {
    answer = 503;
    await signOut();
    await payOwedSignOut();
    expect([told(), recall(OWED) !== undefined]).toEqual([2, true]);
  });

  test('is not made good by signing out whoever came next', async () => {
    answer = undefined;
    await signOut();
    remember('kw_user', 'somebody');
    answer = 204;
    await payOwedSignOut();
    expect(told()).toBe(0);
  });

  test('with signal leaves nothing to tell', async () => {
    answer = 204;
    await signOut();
    expect([told(), recall(OWED)]).toEqual([1, undefined]);
  });
});
