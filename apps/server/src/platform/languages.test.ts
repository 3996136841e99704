import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOwner, makeKey } from '../../test/key-owner.ts';
import { makeSigningWorld } from '../../test/signing-in.ts';
import type { SigningWorld } from '../../test/signing-in.ts';
import { wantedLocale } from './languages.ts';
import { MAORI_PROBLEMS } from './maori-problems.ts';
import { PROBLEMS } from './problems.ts';

describe('the language that a browser asks for', () => {
  it.each([
    [undefined, 'en-NZ'],
    ['', 'en-NZ'],
    ['mi', 'mi-NZ'],
    ['mi-NZ,mi;q=0.9,en;q=0.8', 'mi-NZ'],
    ['MI-nz', 'mi-NZ'],
    ['en-NZ,en;q=0.9,mi;q=0.8', 'en-NZ'],
    ['en;q=0.5, mi;q=0.7', 'mi-NZ'],
    ['mi;q=0', 'en-NZ'],
    ['de, mi;q=0.3', 'mi-NZ'],
    ['*', 'en-NZ'],
    ['min, mic', 'en-NZ'],
    [`${'x,'.repeat(5000)}mi`, 'en-NZ'],
  ])('%j is answered in %s', (header, locale) => {
    expect(wantedLocale(header)).toBe(locale);
  });
});

describe('what went wrong, in te reo Māori', () => {
  it('is a sentence of its own for each code, and short', () => {
    expect(Object.keys(MAORI_PROBLEMS)).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
    for (const sentence of Object.values(MAORI_PROBLEMS)) expect(sentence).toMatch(/^\p{Lu}.{5,80}\.$/u);
    expect(new Set(Object.values(MAORI_PROBLEMS)).size).toBe(Object.keys(MAORI_PROBLEMS).length);
  });
});

describe('a refusal', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ nodes: 1 });
  });
  afterAll(async () => {
    await signing.close();
  });

  const said = ({ body, headers }: { body: Record<string, unknown>; headers: Record<string, unknown> }) => [
    body['user_message'],
    body['detail'],
    headers['content-language'],
  ];
  const mi = { 'accept-language': 'mi-NZ,en;q=0.5' };

  it('is said in the language that the browser asks for while nobody is signed in', async () => {
    const wrong = { email_or_username: 'nobody@example.org', password: 'wrong wrong wrong' };
    const english = 'The name or the password is not right. Try again, or set a new password.';
    const answer = await signing.browser().post('auth/login/', wrong, mi);
    expect(said(answer)).toEqual([MAORI_PROBLEMS.AUTH_1002, english, 'mi-NZ']);
    expect(String(answer.headers['vary'])).toMatch(/(^|, )Accept-Language(,|$)/);
    expect(said(await signing.browser().post('auth/login/', wrong))).toEqual([english, english, 'en-NZ']);
    expect(said(await signing.browser().get('nowhere/', mi))[0]).toBe(MAORI_PROBLEMS.RESOURCE_3001);
    expect(said(await signing.browser().get('users/me/', mi))[0]).toBe(MAORI_PROBLEMS.AUTH_1001);
  });

  it('is said in the language that somebody signed in has chosen, whatever the browser asks for', async () => {
    const { browser } = await keyOwner(signing, 'reo');
    const { by } = await makeKey(signing, browser);
    const other = 'users/01890a5d-ac96-774b-bcce-b302099a8057/';
    const before = said(await browser.get(other, mi));
    expect(before).toEqual([before[1], before[1], 'en-NZ']);
    await browser.patch('users/me/preferences/', { language: 'mi-NZ' });
    signing.world.clock.advance(1000);
    const english = { 'accept-language': 'en' };
    expect(said(await browser.get(other, english))).toEqual([
      MAORI_PROBLEMS.RESOURCE_3001,
      before[1],
      'mi-NZ',
    ]);
    expect(said(await by.get('transactions/', english))[0]).toBe(MAORI_PROBLEMS.AUTH_1041);
    const field = await browser.patch('users/me/', { first_name: 7 });
    expect(field.body.user_message).toBe(MAORI_PROBLEMS.VALIDATION_2002);
    expect(field.body.errors[0].pointer).toBe('/first_name');
  });
});
