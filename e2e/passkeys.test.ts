/** Passkeys, by the screens and with an authenticator that the browser plays. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, signIn } from './people.ts';
import { accessible, atHome, firstStep, grownOld, signOut, unexpected } from './signing-in.ts';
import { addVirtualPasskeys } from './virtual-passkeys.ts';

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

describe('a passkey', () => {
  it('is added, signs in alone and after the password, gets a name and is removed', async () => {
    await offerNothing(page);
    const device = await addVirtualPasskeys(page);
    await signIn(page, url, home.person);
    await addPasskey(page);
    await passkeysOf(page).getByText('Not used yet').waitFor();
    expect(await device.count()).toBe(1);
    await accessible(page);

    await signOut(page);
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await atHome(page);

    await signOut(page);
    await firstStep(page, home.person);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await atHome(page);

    await page.goto(`${url}/settings/security`);
    await passkeysOf(page).getByText('Last used: Today').waitFor();
    await fromMenu(page, 'Rename');
    const rename = page.getByRole('dialog', { name: 'Rename the passkey' });
    await rename.getByLabel('Name').fill('Kitchen tablet');
    await rename.getByRole('button', { name: 'Save' }).click();
    await passkeysOf(page).getByText('Kitchen tablet').waitFor();
    await fromMenu(page, 'Remove');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await passkeysOf(page).getByText('None yet.').waitFor();

    await signOut(page);
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('alert').getByText('The passkey was not accepted').waitFor();
    await signIn(page, url, home.person);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('is offered under the field for the name: who takes it there is in without a word', async () => {
    await addVirtualPasskeys(page);
    await signIn(page, url, home.person);
    await addPasskey(page);
    // This device takes whatever it is offered, as if somebody had chosen it from the list.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${url}/sign-in`);
    await atHome(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('says what to do when the device gives none', async () => {
    await offerNothing(page);
    const device = await addVirtualPasskeys(page);
    await device.verify(false);
    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('alert').getByText('No passkey was given').waitFor();
    await accessible(page);
    await signIn(page, url, home.person);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('confirms with one press what is dangerous', async () => {
    await addVirtualPasskeys(page);
    await signIn(page, url, home.person);
    await addPasskey(page);
    await grownOld(home.person);
    await fromMenu(page, 'Remove');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByRole('button', { name: 'Use a passkey' }).click();
    await passkeysOf(page).getByText('None yet.').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });
});

function passkeysOf(at: Page): Locator {
  return at.locator('section').filter({ has: at.getByRole('heading', { name: 'Passkeys' }) });
}

async function fromMenu(at: Page, entry: string): Promise<void> {
  await passkeysOf(at)
    .getByRole('button', { name: /^More about/ })
    .click();
  await at.getByRole('menuitem', { name: entry }).click();
}

/** Adds a passkey by the screen, and puts the backup codes away that come with the first. */
async function addPasskey(at: Page): Promise<void> {
  await at.goto(`${url}/settings/security`);
  await passkeysOf(at).getByRole('button', { name: 'Add' }).click();
  const keep = at.getByRole('dialog', { name: 'Keep these codes' });
  await keep.getByLabel(/I keep them/).check();
  await keep.getByRole('button', { name: 'Done' }).click();
  await keep.waitFor({ state: 'detached' });
}

/** A browser that offers no passkeys under fields, so that buttons are what is left. */
async function offerNothing(at: Page): Promise<void> {
  await at.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false');
}
