/** Filters of the transactions list under a name: kept from the menu, opened again, on this device and others. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { type Front, openFront } from './front.ts';
import { type Home, newHome, signIn } from './people.ts';
import { entryRow, eventually } from './screens.ts';

let front: Front;
let home: Home;

beforeAll(async () => {
  front = await openFront(inject('program').url);
  home = await newHome();
  await home.addEntry('Moana Fish Shop', '-24.90');
  await home.addEntry('Kōwhai Bakery', '-8.20');
});
afterEach(() => {
  front.mend();
});
afterAll(async () => {
  await closeBrowser();
  await front.stop();
});

describe('a saved search', () => {
  it('is kept without signal, sent later, and opens the same list on another device', async () => {
    const { context, page, complaints } = await openPage(WITH_WORKER);
    await signIn(page, front.url, home.person);
    // A page is under the worker from the load after the one that installed it.
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto(`${front.url}/transactions?q=bakery`);
    await entryRow(page, 'Kōwhai Bakery').waitFor();
    front.cut();
    await choose(page, 'Save this search');
    await page.getByRole('textbox', { name: 'Name' }).fill('Bread');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await menuItem(page, 'Bread');
    await page.keyboard.press('Escape');
    front.mend();
    await eventually(savedNames, ['Bread']);
    expect(complaints.filter((line) => !/ERR_|Failed to load/.test(line))).toEqual([]);
    await context.close();

    const other = await openPage();
    await signIn(other.page, front.url, home.person);
    await other.page.goto(`${front.url}/transactions`);
    await entryRow(other.page, 'Moana Fish Shop').waitFor();
    await choose(other.page, 'Bread');
    await eventually(() => new URL(other.page.url()).searchParams.get('q'), 'bakery');
    await entryRow(other.page, 'Moana Fish Shop').waitFor({ state: 'detached' });
    await entryRow(other.page, 'Kōwhai Bakery').waitFor();
    await other.context.close();
  });

  it('is renamed and forgotten where it is open', async () => {
    const { context, page, complaints } = await openPage(WITH_WORKER);
    await signIn(page, front.url, home.person);
    await page.goto(`${front.url}/transactions?q=bakery`);
    await entryRow(page, 'Kōwhai Bakery').waitFor();
    await choose(page, 'Rename Bread');
    await page.getByRole('textbox', { name: 'Name' }).fill('Loaves');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await eventually(savedNames, ['Loaves']);
    await choose(page, 'Forget Loaves');
    await eventually(savedNames, []);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function menuItem(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('menuitem', { name, exact: true }).waitFor();
}

async function choose(page: Page, name: string): Promise<void> {
  await menuItem(page, name);
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function savedNames(): Promise<string[]> {
  const { results } = await home.person.call<{ results: { name: string }[] }>('GET', 'saved-searches/');
  return results.map((one) => one.name);
}
