/** A session that ends while changes wait: nothing is lost, and nobody else sees or sends it. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { type Front, newEntry, openFront } from './front.ts';
import { type Home, newHome, PASSWORD, type Person } from './people.ts';
import { addSpent, entryRow, eventually, waitingMark } from './screens.ts';

let home: Home;
let front: Front;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  front = await openFront(inject('program').url);
});
beforeEach(async () => {
  home = await newHome();
  await home.addEntry('Moana Fish Shop', '-24.90');
  ({ context, page } = await openPage(WITH_WORKER));
  await page.goto(`${front.url}/sign-in`);
  await enter(home.person);
  // A page is under the worker from the load after the one that installed it.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.goto(`${front.url}/transactions`);
  await entryRow(page, 'Moana Fish Shop').waitFor();
  // One change waits, and meanwhile the session is ended from elsewhere.
  front.cut();
  await addSpent(page, 'Kōwhai Bakery', '8.20');
  await waitingMark(entryRow(page, 'Kōwhai Bakery')).waitFor();
  await home.person.call('POST', 'auth/sessions/terminate-all/', {});
  front.mend();
  await page.evaluate("window.dispatchEvent(new Event('online'))");
});
afterEach(async () => {
  front.mend();
  await context.close();
});
afterAll(async () => {
  await closeBrowser();
  await front.stop();
});

describe('when the session is over and a change waits', () => {
  it('the screen says so, and the same person signs in again and sends it', async () => {
    await page.getByText('1 change waits on this device and is kept').waitFor();
    await entryRow(page, 'Kōwhai Bakery').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Transactions' }).waitFor();
    await eventually(async () => (await home.entriesOf('Kōwhai Bakery')).length, 1);
    await page.getByText('Your session is over').waitFor({ state: 'detached' });
  });

  it('somebody else who signs in sees and sends their own only, and the change waits for its owner', async () => {
    const other = await newHome('Rewi');
    await other.addEntry('Pipi Street Books', '-31.00');
    await toSignIn();
    const before = front.seen.length;
    await enter(other.person);
    await page.goto(`${front.url}/transactions`);
    await entryRow(page, 'Pipi Street Books').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/Moana Fish Shop|Kōwhai Bakery|Hana/);
    expect(front.seen.slice(before).filter(newEntry)).toEqual([]);

    await page.goto(`${front.url}/settings/security`);
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((address) => address.pathname === '/sign-in');
    await enter(home.person);
    await eventually(async () => (await home.entriesOf('Kōwhai Bakery')).length, 1);
    expect(await other.entriesOf('Kōwhai Bakery')).toEqual([]);
  });
});

async function toSignIn(): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Sign in as yourself' }).click();
  await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
}

async function enter(person: Person): Promise<void> {
  await page.getByLabel('Email or username').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}
