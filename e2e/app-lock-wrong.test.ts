/** Wrong and forgotten PINs of the app lock: they open nothing, lose nothing, and are no dead end. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  card,
  guess,
  locked,
  lockNow,
  openStage,
  openTransactions,
  PIN,
  pinField,
  setPin,
  showsNothing,
} from './app-lock.ts';
import { closeBrowser } from './browser.ts';
import { type Front, openFront } from './front.ts';
import { type Home, PASSWORD } from './people.ts';
import { addSpent, entryRow, eventually, waitingMark } from './screens.ts';
import { accessible } from './signing-in.ts';

let home: Home;
let front: Front;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  front = await openFront(inject('program').url);
});
beforeEach(async () => {
  ({ home, page, context } = await openStage(front));
});
afterEach(async () => {
  front.mend();
  await context.close();
});
afterAll(async () => {
  await closeBrowser();
  await front.stop();
});

const transactions = async (on = page) => await openTransactions(on, front);

describe('wrong PINs', () => {
  it('make one wait, and at last sign the device out; what waits is kept for its owner', async () => {
    await setPin(page, front.url);
    await transactions();
    front.cut();
    await addSpent(page, 'Kōwhai Bakery', '8.20');
    await waitingMark(entryRow(page, 'Kōwhai Bakery')).waitFor();
    await lockNow(page);
    for (let count = 0; count < 5; count += 1) await guess(page, `11122${count}`);
    await page.getByText(/Try again in (?:30|2\d) seconds/).waitFor();
    await accessible(page);
    // Neither a reload nor the right one helps before it is time.
    await page.reload();
    await locked(page);
    await page.getByText(/Try again in/).waitFor();
    await pinField(page).fill(PIN);
    expect(await page.getByRole('button', { name: 'Unlock', exact: true }).isDisabled()).toBe(true);
    await pinField(page).press('Enter');
    await showsNothing(page, 'Kōwhai');
    for (const wait of ['00:31', '01:01', '02:01', '04:01']) {
      await page.clock.fastForward(wait);
      await guess(page, '111229');
    }
    await page.clock.fastForward('08:01');
    await pinField(page).fill('111230');
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await page.getByText('This device was signed out').waitFor();
    await page.getByText('1 change waits on this device: it is kept, and sent when you are back.').waitFor();
    await accessible(page);
    const kept = await page.evaluate<string[]>(LEFT_ON_DEVICE);
    expect(kept).toEqual(['outbox']);

    front.mend();
    await page.reload();
    await eventually(
      async () => await page.evaluate<string>("localStorage.getItem('kw_lock_past')"),
      /"owed":false/,
    );
    await page.getByLabel('Email or username').fill(home.person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('The app lock is off', { exact: true }).waitFor();
    await eventually(async () => (await home.entriesOf('Kōwhai Bakery')).length, 1);
  });

  it('are no dead end: who has forgotten it signs in with everything', async () => {
    await setPin(page, front.url);
    await lockNow(page);
    await page.getByRole('button', { name: 'Forgot the PIN?' }).click();
    await accessible(page);
    front.cut();
    await page.getByRole('button', { name: 'Sign in with the password instead' }).click();
    await page.getByText('You cannot sign in at the moment').waitFor();
    front.mend();
    await page.getByRole('button', { name: 'Sign in with the password instead' }).click();
    await page.getByText('Once you have signed in it is off').waitFor();
    await page.goto(`${front.url}/transactions`);
    await page.getByLabel('Email or username').fill(home.person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await entryRow(page, 'Moana Fish Shop').waitFor();
    await page.reload();
    await entryRow(page, 'Moana Fish Shop').waitFor();
    await page.goto(`${front.url}/settings/security`);
    await card(page).getByRole('button', { name: 'Set a PIN' }).waitFor();
  });
});

/** The tables of the person's copy that have anything in them. */
const LEFT_ON_DEVICE = `(async () => {
  const named = (await indexedDB.databases()).find(({ name }) => name.startsWith('kinwise:'));
  const opened = await new Promise((resolve) => { indexedDB.open(named.name).onsuccess = (event) => resolve(event.target.result); });
  const full = [];
  for (const name of opened.objectStoreNames) {
    const count = await new Promise((resolve) => {
      opened.transaction(name).objectStore(name).count().onsuccess = (event) => resolve(event.target.result);
    });
    if (count > 0) full.push(name);
  }
  opened.close();
  return full;
})()`;
