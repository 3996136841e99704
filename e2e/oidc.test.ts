/** Signing in by a provider: the screens, a real provider on this machine, and the browser between the two. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../apps/server/src/identity/hotp/hotp.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { closeBrowser, openPage } from './browser.ts';
import { linkFor, newHome, PASSWORD, signIn } from './people.ts';
import { accessible, atHome, signOut, unexpected } from './signing-in.ts';

const { url } = inject('program');

let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  // The page of the provider asks somebody else for a font.
  await page.route(/^https:/, async (route) => await route.fulfill({ body: '', contentType: 'text/css' }));
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

describe('who is new', () => {
  it('comes by a provider, accepts the terms, and signs in by it from then on', async () => {
    const email = newAddress('ana');
    await page.goto(`${url}/register`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await logInThere(page, email);

    await page.getByText(`Harbour ID confirms that ${email} is yours`).waitFor();
    expect(page.url()).toBe(`${url}/oidc/local`);
    await accessible(page);
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('Please agree to go on.').first().waitFor();
    await accessible(page);
    await page.getByLabel('What shall we call you?').fill('Anahera');
    await page.getByRole('checkbox', { name: 'I agree to the terms.' }).check();
    await page.getByRole('checkbox', { name: 'I have read the privacy policy.' }).check();
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.waitForURL(`${url}/welcome`);

    await page.context().clearCookies({ name: 'kw_refresh' });
    await page.evaluate('localStorage.clear()');
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    // The provider knows them still; nobody is asked twice.
    await page.waitForURL(`${url}/welcome`);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('does all of it by keyboard', async () => {
    await page.goto(`${url}/sign-in`);
    await reach(page, page.getByRole('button', { name: 'Continue with Harbour ID' }));
    await page.keyboard.press('Enter');
    await logInThere(page, newAddress('keys'));
    await page.getByLabel('What shall we call you?').waitFor();
    await reach(page, page.getByRole('checkbox', { name: 'I agree to the terms.' }));
    await page.keyboard.press('Space');
    await reach(page, page.getByRole('checkbox', { name: 'I have read the privacy policy.' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/welcome`);
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe('who has an account', () => {
  it('is not let in by the address alone, links it under Security, signs in by it, and unlinks it', async () => {
    const { person } = await newHome('Ana');
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await logInThere(page, person.email);
    await page.getByRole('alert').getByText('You have an account already').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email or username').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${url}/settings/security`);

    await page.getByRole('button', { name: 'Link Harbour ID' }).click();
    await linked(page).getByText(person.email).waitFor();
    expect(page.url()).toBe(`${url}/settings/security`);
    await linked(page).getByText('Not used yet').waitFor();
    await accessible(page);

    await signOut(page);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await atHome(page);
    await page.goto(`${url}/settings/security`);
    await linked(page).getByText('Last used: Today').waitFor();
    await linked(page).getByRole('button', { name: 'Unlink' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click();
    await linked(page).getByRole('button', { name: 'Link Harbour ID' }).waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('takes the second step all the same', async () => {
    const { person } = await newHome('Ana');
    await signIn(page, url, person);
    await page.goto(`${url}/settings/security`);
    await page.getByRole('button', { name: 'Link Harbour ID' }).click();
    await logInThere(page, person.email);
    await linked(page).getByText(person.email).waitFor();
    const { secret } = await person.call<{ secret: string }>('POST', 'auth/mfa/totp/setup/');
    const code = codeAt(fromBase32(secret), stepAt(systemClock.nowMs()));
    const confirmed = await person.call<{ backup_codes: string[] }>('POST', 'auth/mfa/totp/confirm/', {
      code,
    });

    await signOut(page);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await page.getByText('The first step was right.').waitFor();
    await accessible(page);
    await page.getByRole('textbox').fill(confirmed.backup_codes[0] ?? '');
    await page.getByRole('button', { name: 'Go on' }).click();
    await atHome(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('hears why another address cannot be linked, and gets back', async () => {
    const { person } = await newHome('Ana');
    await signIn(page, url, person);
    await page.goto(`${url}/settings/security`);
    await page.getByRole('button', { name: 'Link Harbour ID' }).click();
    await logInThere(page, newAddress('other'));
    await page.getByRole('alert').getByText('Only the same address can be linked').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Back to Security' }).click();
    await linked(page).getByRole('button', { name: 'Link Harbour ID' }).waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe('who signs in by a provider alone', () => {
  it('cannot unlink it, hears the cure, and sets a password by mail', async () => {
    const email = newAddress('ana');
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await logInThere(page, email);
    await page.getByRole('checkbox', { name: 'I agree to the terms.' }).check();
    await page.getByRole('checkbox', { name: 'I have read the privacy policy.' }).check();
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.waitForURL(`${url}/welcome`);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL((address) => address.pathname !== '/welcome');

    await page.goto(`${url}/settings/security`);
    await linked(page).getByRole('button', { name: 'Unlink' }).click();
    const ask = page.getByRole('alertdialog');
    await ask.getByRole('button', { name: 'Unlink' }).click();
    await ask.getByText('Set a password or add a passkey first').waitFor();
    await ask.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Set a password by mail' }).click();
    await page.getByText(`A link to set a password is on its way to ${email}`).waitFor();
    await accessible(page);
    expect(await linkFor(email)).toContain('/reset-password#token=');
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe('what goes wrong is said in words, with a way on', () => {
  it('an address that the provider has not verified', async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await logInThere(page, newAddress('unverified'));
    await page.getByRole('alert').getByText('does not say that your e-mail address is verified').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Sign in another way' }).click();
    await page.getByLabel('Email or username').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('somebody who does not agree there, and tries again', async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with Harbour ID' }).click();
    await page.getByRole('link', { name: /cancel/i }).click();
    await page.getByRole('alert').getByText('You did not agree at Harbour ID').waitFor();
    await page.getByRole('button', { name: 'Try again with Harbour ID' }).click();
    await logInThere(page, newAddress('ana'));
    await page.getByLabel('What shall we call you?').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('an address that somebody sent along, which counts in no other browser', async () => {
    await page.goto(`${url}/oidc/local?state=${'x'.repeat(43)}&code=stolen`);
    await page.getByRole('alert').getByText('begun in another browser').waitFor();
    expect(page.url()).toBe(`${url}/oidc/local`);
    await page.goto(`${url}/oidc/local`);
    await page.getByRole('alert').getByText('The address is not complete').waitFor();
    await accessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });
});

function newAddress(name: string): string {
  return `${name}.${randomUUID().slice(0, 8)}@example.nz`;
}

/** The page of the provider: any login and any password. */
async function logInThere(at: Page, email: string): Promise<void> {
  await at.getByPlaceholder('Enter any login').fill(email);
  await at.getByPlaceholder('and password').fill('any');
  await at.getByRole('button', { name: 'Sign-in' }).click();
  await at.waitForURL(`${url}/**`);
}

/** Presses Tab until something has the focus. */
async function reach(at: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < 40; press += 1) {
    if ((await target.and(at.locator(':focus')).count()) > 0) return;
    await at.keyboard.press('Tab');
  }
  throw new Error('No number of Tabs leads there.');
}

function linked(at: Page): Locator {
  return at.locator('section').filter({ has: at.getByRole('heading', { name: 'Linked accounts' }) });
}
