/** Privacy: consents, a copy of everything, asking to be erased and changing one's mind, new documents. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { findings } from './axe.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, linkFor, newHome, PASSWORD, signIn } from './people.ts';
import { eventually } from './screens.ts';

const { url } = inject('program');
let home: Home;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeEach(async () => {
  home = await newHome();
  await home.addEntry('Moana Fish Shop', '-24.90');
  ({ context, page, complaints } = await openPage({ acceptDownloads: true }));
  await signIn(page, url, home.person);
  await page.goto(`${url}/settings/privacy`);
  await page.getByRole('heading', { name: 'What you agree to' }).waitFor();
});
afterEach(async () => {
  await context.close();
});
afterAll(closeBrowser);

describe('on the screen Privacy', () => {
  it('a consent is given by the keyboard, kept, taken back, and its history told', async () => {
    const assistant = page.getByRole('switch', { name: 'The assistant' });
    await assistant.focus();
    await page.keyboard.press('Space');
    await eventually(granted, ['ai']);
    await page.reload();
    await eventually(() => assistant.getAttribute('aria-checked'), 'true');
    await assistant.click();
    await eventually(granted, []);
    await page.getByRole('button', { name: 'What was said before' }).click();
    const history = page.getByRole('list', { name: 'What was said before' }).getByRole('listitem');
    await eventually(
      () => history.allInnerTexts(),
      [/no/, /yes/].map((word) => expect.stringMatching(word) as string),
    );
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a copy of everything is made, downloaded and unpacked', async () => {
    await page.getByRole('button', { name: 'Make a copy' }).click();
    const button = page.getByRole('button', { name: 'Download' });
    await button.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^kinwise-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(readFileSync(await download.path()));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(JSON.parse(text('you/users.json'))).toMatchObject([{ email: home.person.email }]);
    expect(text('households/hana-s-place/transactions.csv')).toContain('Moana Fish Shop');
    expect(text('README.txt')).toContain(home.person.email);
    expect(await linkFor(home.person.email)).toBe(`${inject('program').url}/settings/privacy`);
    expect(complaints).toEqual([]);
  });

  it('asking to be erased wants the address typed, signs out, and is taken back at the next sign-in', async () => {
    await askToBeErased();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await enter();
    await page.getByRole('heading', { name: 'Your account will be erased' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep my account' }).click();
    await page.getByRole('heading', { name: /^Kia ora/ }).waitFor();
    await eventually(status, 'none');

    // And once more, to leave it so: who looks around first can still keep the account on the screen.
    await page.goto(`${url}/settings/privacy`);
    await askToBeErased();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await enter();
    await page.getByRole('button', { name: 'Look at my data first' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: /^Privacy/ }).click();
    await page.getByText(/Your account will be erased on/).waitFor();
    await page.getByRole('button', { name: 'Keep my account' }).click();
    await eventually(status, 'none');
  });

  it('new terms are asked for calmly, can wait, and are agreed to', async () => {
    await page.route('**/api/v1/users/me/', async (route) => {
      const response = await route.fetch();
      const me = (await response.json()) as object;
      const asked = { document: 'terms', version: '2026-11', title: 'Terms', accept_by: '2199-01-01' };
      await route.fulfill({ response, json: { ...me, asked_to_accept: [asked] } });
    });
    await page.goto(url);
    const sheet = page.getByRole('dialog', { name: 'Something new to agree to' });
    await sheet.getByText('until then you can take your time').waitFor();
    expect(await findings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Later' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.goto(url);
    await sheet.waitFor();
    await page.unroute('**/api/v1/users/me/');
    await sheet.getByRole('button', { name: 'I agree' }).click();
    await sheet.waitFor({ state: 'detached' });
  });
});

async function askToBeErased(): Promise<void> {
  await page.getByRole('button', { name: 'Erase my account …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase your account?' });
  await dialog.getByText('“Hana’s place”').waitFor();
  const erase = dialog.getByRole('button', { name: 'Erase my account' });
  expect(await erase.isDisabled()).toBe(true);
  expect(await findings(page)).toEqual([]);
  await dialog.getByLabel(/Type your address/).fill(home.person.email);
  await erase.click();
  await page.waitForURL((address) => address.pathname === '/leaving');
}

async function enter(): Promise<void> {
  await page.getByLabel('Email or username').fill(home.person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function granted(): Promise<string[]> {
  const { results } = await home.person.call<{ results: { purpose: string; granted: boolean }[] }>(
    'GET',
    'privacy/consents/',
  );
  return results.filter((one) => one.granted).map((one) => one.purpose);
}

/** Asked in the page, because the session that made the household ended with all others. */
async function status(): Promise<string> {
  return await page.evaluate(async () => {
    const csrf = (await (await fetch('/api/v1/auth/csrf/')).json()) as { csrf_token: string };
    const headers = { 'X-CSRF-Token': csrf.csrf_token, 'Content-Type': 'application/json' };
    const refreshed = await fetch('/api/v1/auth/token/refresh/', { method: 'POST', headers, body: '{}' });
    const { access_token } = (await refreshed.json()) as { access_token: string };
    const answer = await fetch('/api/v1/privacy/deletion/', {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    return ((await answer.json()) as { status: string }).status;
  });
}
