/** API keys, by the screen: made, shown once, used by a program, changed and revoked. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, PASSWORD, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible, grownOld, unexpected } from './signing-in.ts';
import { shoot } from './shots.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Ana');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, home.person);
  await page.goto(`${url}/settings/api-keys`);
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

/** As a program would: no browser, no cookie. */
async function call(key: string, path: string, body?: unknown): Promise<number> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.status;
}

function keyLine(name: string): Locator {
  return page.getByRole('list', { name: 'Your keys' }).getByRole('listitem').filter({ hasText: name });
}

async function fromMenu(name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('on the screen API keys', () => {
  it('a key is made, works for what was chosen, is given another end and revoked, and is dead then', async () => {
    await page.getByText('None yet.').waitFor();
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make an API key' });
    await dialog.getByLabel('Name', { exact: true }).fill('Spreadsheet');
    expect(await dialog.getByRole('button', { name: 'Make the key' }).isDisabled()).toBe(true);
    await dialog.getByLabel('See accounts and balances').check();
    await accessible(page);
    await dialog.getByRole('button', { name: 'Make the key' }).click();

    const once = page.getByRole('dialog', { name: 'Copy the key now' });
    const key = await once.getByText(/^kw_/).innerText();
    expect(key).toMatch(/^kw_[0-9A-Za-z]{49}$/);
    await page.keyboard.press('Escape');
    await once.getByText('Copy it first, then tick this').waitFor();
    await accessible(page);
    await once.getByRole('button', { name: 'Copy: API key' }).click();
    await once.getByLabel('I have copied it to a safe place').check();
    await once.getByRole('button', { name: 'Done' }).click();
    await once.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(key);
    await keyLine('Spreadsheet').getByText('Not used yet').waitFor();
    await accessible(page);

    expect(await call(key, 'accounts/')).toBe(200);
    expect(await call(key, 'transactions/')).toBe(403);
    expect(await call(key, 'auth/api-keys/', { name: 'More', scopes: ['read:rules'] })).toBe(403);
    await page.reload();
    await keyLine('Spreadsheet').getByText('Last used: Today').waitFor();

    await fromMenu('Spreadsheet', 'Name and end');
    const change = page.getByRole('dialog', { name: 'Name and end of the key' });
    await change.getByLabel('Name').fill('Kitchen display');
    await change.getByLabel('Expires, counted from today').selectOption('7');
    await change.getByRole('button', { name: 'Save' }).click();
    await change.waitFor({ state: 'detached' });
    await keyLine('Kitchen display').waitFor();

    await fromMenu('Kitchen display', 'Make anew');
    const anew = page.getByRole('dialog', { name: 'Make Kitchen display anew?' });
    await anew.getByLabel('The old secret ends').selectOption('After an hour');
    await accessible(page);
    await shoot(page, 'api-key-renew');
    await anew.getByRole('button', { name: 'Make anew' }).click();
    const next = await once.getByText(/^kw_/).innerText();
    await once.getByLabel('I have copied it to a safe place').check();
    await once.getByRole('button', { name: 'Done' }).click();
    await keyLine('Kitchen display').getByText('The old secret works until').waitFor();
    await shoot(page, 'api-key-renewed');
    expect(next).not.toBe(key);
    expect([await call(key, 'accounts/'), await call(next, 'accounts/')]).toEqual([200, 200]);

    await fromMenu('Kitchen display', 'Revoke');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('None yet.').waitFor();
    expect(await call(key, 'accounts/')).toBe(401);
    expect(await call(next, 'accounts/')).toBe(401);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('one is made by the keyboard alone, for one household and signed requests, after confirming', async () => {
    await grownOld(home.person);
    await page.getByRole('button', { name: 'Make a key' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Make an API key' });
    await dialog.getByLabel('Name', { exact: true }).waitFor();
    await page.keyboard.type('Server');
    await dialog.getByLabel('Speaks of').selectOption({ label: 'Ana’s place' });
    await dialog.getByLabel('See entries, categories, tags and payees').focus();
    await page.keyboard.press('Space');
    await dialog.getByLabel('Take signed requests only').focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Make the key' }).focus();
    await page.keyboard.press('Enter');
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const once = page.getByRole('dialog', { name: 'Copy the key now' });
    const key = await once.getByText(/^kw_/).innerText();
    await once.getByText(/^kws_/).waitFor();
    await accessible(page);
    await once.getByLabel('I have copied it to a safe place').focus();
    await page.keyboard.press('Space');
    await once.getByRole('button', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    await keyLine('Server').getByText('Signed requests only').waitFor();
    await keyLine('Server').getByText('Only Ana’s place').waitFor();
    expect(await call(key, 'transactions/')).toBe(401);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('the end of all other sessions takes keys along where that is chosen', async () => {
    const { key } = await home.person.call<{ key: string }>('POST', 'auth/api-keys/', {
      name: 'Script',
      scopes: ['read:accounts'],
    });
    await page.goto(`${url}/settings/security`);
    await page.getByLabel('Revoke my API keys too when I end all others').check();
    expect(await call(key, 'accounts/')).toBe(200);
    await page.getByRole('button', { name: 'End all others' }).click();
    await eventually(() => call(key, 'accounts/'), 401);
    expect(unexpected(complaints)).toEqual([]);
  });
});
