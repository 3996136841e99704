import { expect, it } from 'vitest';
import { isScreen } from './web-files.ts';

it.each(['/', '/sign-in', '/transactions?payee=Countdown.nz', '/import/0193-4f', '/verify-email?token=a.b'])(
  '%s is a screen of the app',
  (url) => {
    expect(isScreen(url)).toBe(true);
  },
);

it.each([
  '/.env',
  '/.git/HEAD',
  '/main.js.map',
  '/assets/old-12345678.js',
  '/api/v1/nothing/',
  '/dev/mail/',
  '/..%2fetc%2fpasswd',
  '//metrics',
  '/..;/metrics',
  '/register~',
])('%s is no screen, and is not answered with one', (url) => {
  expect(isScreen(url)).toBe(false);
});
