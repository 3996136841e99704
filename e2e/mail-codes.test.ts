/** Signing in by a code in a mail, by the screens. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { codeFor, type Home, newHome } from './people.ts';
import { accessible, atHome, unexpected } from './signing-in.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Ana');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

describe('a code in a mail', () => {
  it('signs in without the password, by the keyboard alone, and says what is wrong with a wrong one', async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('Email or username').fill(home.person.email);
    await page.getByRole('button', { name: 'E-mail me a code' }).press('Enter');
    const address = page.getByLabel('Email', { exact: true });
    await address.waitFor();
    expect(await address.inputValue()).toBe(home.person.email);
    await accessible(page);
    await address.press('Enter');
    const field = page.getByLabel('Code of the mail');
    await field.waitFor();
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
    // The next mail has to wait for a moment, counted down.
    expect(await page.getByRole('button', { name: 'Send a new code' }).isDisabled()).toBe(true);
    await accessible(page);
    const code = await codeFor(home.person.email);
    await field.fill(code === '000000' ? '000001' : '000000');
    await field.press('Enter');
    await page.getByRole('alert').getByText('The code is wrong, too old or used.').waitFor();
    await accessible(page);
    await field.fill(code);
    await field.press('Enter');
    await atHome(page);
    await page.goto(`${url}/settings/security`);
    await page.getByText('A code to sign in was mailed').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('tells nobody whether there is an account', async () => {
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'E-mail me a code' }).click();
    await page.getByLabel('Email', { exact: true }).fill('nobody@example.nz');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByText('If nobody@example.nz belongs to an account').waitFor();
    await page.getByRole('button', { name: 'Sign in with the password' }).click();
    await page.getByLabel('Email or username').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });
});
