/** What tests of the app lock do again and again. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, WITH_WORKER } from './browser.ts';
import type { Front } from './front.ts';
import { type Home, newHome, signIn } from './people.ts';
import { entryRow, eventually } from './screens.ts';

export const PIN = '280619';

export type Stage = { home: Home; page: Page; context: BrowserContext; complaints: string[] };

/** Somebody new with one entry, signed in behind a way that can be cut, with a clock that tests set. */
export async function openStage(front: Front): Promise<Stage> {
  const home = await newHome('Ana');
  await home.addEntry('Moana Fish Shop', '-24.90');
  const { page, context, complaints } = await openPage({
    ...WITH_WORKER,
    viewport: { width: 1280, height: 800 },
  });
  page.setDefaultTimeout(20_000);
  await page.clock.install();
  await signIn(page, front.url, home.person);
  // A page is under the worker from the load after the one that installed it.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  return { home, page, context, complaints };
}

export async function openTransactions(page: Page, front: Front): Promise<void> {
  await page.goto(`${front.url}/transactions`);
  await entryRow(page, 'Moana Fish Shop').waitFor();
}

export const pinField = (page: Page): Locator => page.getByLabel('PIN of this device');
export const card = (page: Page): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'App lock on this device' }) });

/** Sets the lock up on the screen Security, with a PIN. Ends there. */
export async function setPin(page: Page, url: string, pin = PIN): Promise<void> {
  await page.goto(`${url}/settings/security`);
  await card(page).getByRole('button', { name: 'Set a PIN' }).click();
  await typeNewPin(page, pin);
  await card(page).getByText('It is on, with a PIN').waitFor();
}

export async function typeNewPin(page: Page, pin: string, again = pin): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'A PIN for this device' });
  await dialog.getByLabel('PIN', { exact: true }).fill(pin);
  await dialog.getByLabel('The PIN again').fill(again);
  await dialog.getByRole('button', { name: 'Set the PIN' }).click();
}

/** By the key, from anywhere in the page but a field. */
export async function lockNow(page: Page): Promise<void> {
  await page.locator('body').press('l');
  await locked(page);
}

export async function locked(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'KinWise is locked' }).waitFor();
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await pinField(page).fill(pin);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('heading', { name: 'KinWise is locked' }).waitFor({ state: 'detached' });
}

/** A wrong one; ends when it is refused. */
export async function guess(page: Page, pin: string): Promise<void> {
  await pinField(page).fill(pin);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await eventually(async () => await pinField(page).inputValue(), '');
}

/** Not merely covered: the document has nothing of the household, and its title says nothing of it. */
export async function showsNothing(page: Page, ...words: string[]): Promise<void> {
  const text = await page.evaluate<string>(
    'document.title + [...document.documentElement.querySelectorAll("body *")].map((one) => one.outerHTML + (one.value ?? "")).join(" ")',
  );
  for (const word of ['Moana', '24.90', 'Everyday', 'Ana', ...words]) expect(text).not.toContain(word);
  expect(await page.title()).toBe('Locked · KinWise');
}
