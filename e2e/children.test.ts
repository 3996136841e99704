/** Children without an address: a guardian makes their place, and lets them in by a link or with a PIN. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, linkFor, newHome, PASSWORD, signIn } from './people.ts';
import { accessible, unexpected } from './signing-in.ts';
import { shoot } from './shots.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Hana');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, home.person);
  await page.goto(`${url}/household`);
  await page.getByRole('link', { name: 'Children' }).click();
  await page.getByRole('heading', { level: 1, name: 'Children' }).waitFor();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

async function addChild(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a child' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a child' });
  await dialog.getByLabel('What is the child called?').fill(name);
  expect(await dialog.getByRole('button', { name: 'Add the child' }).isDisabled()).toBe(true);
  await dialog.getByLabel('I look after this child').check();
  await accessible(page);
  await dialog.getByRole('button', { name: 'Add the child' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'Your children' }).getByText(name).waitFor();
}

async function fromMenu(name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('a child', () => {
  it('is signed in on its own device by a link, once, and signed out by its guardian', async () => {
    await page.getByText('None yet. A child with').waitFor();
    await addChild('Manaia');
    await fromMenu('Manaia', 'Sign in on a device');
    await page.getByLabel('What is the device called?').fill('Tablet');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('img', { name: /picture for the camera/ }).waitFor();
    await accessible(page);
    await shoot(page, 'link');
    await page.setViewportSize({ width: 1280, height: 800 });
    const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
    expect(link).toContain('/child#token=');
    await page.getByRole('button', { name: 'Done' }).click();

    const tablet = await openPage({ viewport: { width: 390, height: 800 } });
    await tablet.page.goto(link);
    await tablet.page.getByRole('heading', { name: 'Kia ora Manaia' }).waitFor();
    await accessible(tablet.page);
    await shoot(tablet.page, 'open-link');
    await tablet.page.getByRole('button', { name: 'I am Manaia: let me in' }).click();
    await tablet.page.waitForURL(`${url}/`);
    await tablet.page.getByRole('heading', { level: 1 }).waitFor();
    await tablet.page.goto(`${url}/settings/security`);
    await tablet.page.getByText('A guardian looks after your account').waitFor();
    expect(await tablet.page.getByText('Two-step sign-in').count()).toBe(0);
    await accessible(tablet.page);
    expect(unexpected(tablet.complaints)).toEqual([]);

    const second = await openPage();
    await second.page.goto(link);
    await second.page.getByText('This link cannot be used').waitFor();
    await second.close();

    await page.reload();
    await page.getByText('signed in on 1 device').waitFor();
    await fromMenu('Manaia', 'Devices and sessions');
    await page.getByRole('button', { name: /End the session on Tablet/ }).click();
    await page.getByText('Nowhere at the moment.').waitFor();
    await accessible(page);
    await tablet.page.goto(`${url}/settings/security`);
    await tablet.page
      .getByText('The sessions could not be read')
      .or(tablet.page.getByRole('button', { name: 'Sign in' }))
      .first()
      .waitFor();
    await tablet.close();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('signs in with a PIN on a family device, by keyboard, and is locked out after wrong ones until a guardian unlocks', async () => {
    await addChild('Manaia');
    await fromMenu('Manaia', 'Set a PIN');
    await page.getByLabel('PIN', { exact: true }).fill('4071');
    await accessible(page);
    await page.getByRole('button', { name: 'Set the PIN' }).click();
    await page.getByText('PIN is set').waitFor();
    await page.getByRole('button', { name: 'Use this device' }).click();
    await page.getByLabel('What is this device called?').fill('Kitchen tablet');
    await page.getByRole('button', { name: 'Make it one' }).click();
    await page.getByRole('list', { name: 'Family devices' }).getByText('Kitchen tablet').waitFor();
    await accessible(page);
    await shoot(page, 'children');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${url}/settings/security`);
    await page.getByRole('button', { name: 'Sign out' }).last().click();
    await page.getByRole('link', { name: 'I am a child here' }).click();
    await page.getByRole('button', { name: 'Manaia' }).waitFor();
    await accessible(page);
    await shoot(page, 'family');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Manaia' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Your PIN').waitFor();
    await page.keyboard.type('5926');
    await page.keyboard.press('Enter');
    await page.getByText('That was not the right PIN. 4 more tries').first().waitFor();
    await accessible(page);
    await shoot(page, 'pin');
    await page.setViewportSize({ width: 1280, height: 800 });
    for (let count = 0; count < 4; count += 1) {
      await page.getByLabel('Your PIN').fill('5926');
      await page.keyboard.press('Enter');
      await page
        .getByText(count === 3 ? 'A guardian has to unlock it now' : `${3 - count} more`)
        .first()
        .waitFor();
    }
    await page.getByLabel('Your PIN').fill('4071');
    await page.keyboard.press('Enter');
    await page.getByText('There were too many wrong PINs').first().waitFor();

    const { results: kids } = await home.person.call<{ results: { id: string }[] }>('GET', 'children/');
    await home.person.call('POST', `children/${kids[0]?.id}/pin/unlock/`);
    const { results: devices } = await home.person.call<{ results: { id: string }[] }>(
      'GET',
      'family-devices/',
    );
    await home.person.call('POST', `family-devices/${devices[0]?.id}/unlock/`);
    await page.getByLabel('Your PIN').fill('4071');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(unexpected(complaints).filter((line) => !/401|423/.test(line))).toEqual([]);
  });

  it('leaves the guardian’s own devices alone, which are renamed in the list of sessions', async () => {
    await page.goto(`${url}/settings/security`);
    await page
      .getByRole('button', { name: /^Rename / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'What is this device called?' });
    await dialog.getByLabel('Name', { exact: true }).fill('Hana’s laptop');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Hana’s laptop/).waitFor();
    await accessible(page);
    await shoot(page, 'sessions');
    expect(unexpected(complaints)).toEqual([]);
  });

  it('takes its account over by mail', async () => {
    await addChild('Manaia');
    const email = `manaia.${home.household.slice(0, 8)}@example.nz`;
    await fromMenu('Manaia', 'An account of their own');
    await page.getByLabel('Email of Manaia').fill(email);
    await accessible(page);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await page.getByText(`Offered to ${email}`).waitFor();
    const own = await openPage();
    await own.page.goto(await linkFor(email));
    await own.page.getByRole('heading', { name: 'Your own account, Manaia' }).waitFor();
    await own.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await own.page.getByLabel('I agree to the terms').check();
    await accessible(own.page);
    await shoot(own.page, 'grow-up');
    await own.page.getByRole('button', { name: 'Take my account over' }).click();
    await own.page.getByText('The account is yours').waitFor();
    await signIn(own.page, url, { ...home.person, email });
    await own.close();
    await page.reload();
    await page.getByText('None yet. A child with').waitFor();
  });
});
