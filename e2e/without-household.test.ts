/** Who has no household has an account all the same: what concerns the person is there, at the addresses that mails name. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { newPerson, PASSWORD, type Person, signIn } from './people.ts';
import { accessible, grownOld, unexpected } from './signing-in.ts';

const { url } = inject('program');

let person: Person;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  person = await newPerson('Ana');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, person);
  await page.waitForURL(`${url}/welcome`);
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('a person without a household', () => {
  it('finds the settings from the welcome, and in them all that concerns the person alone', async () => {
    await accessible(page);
    await page.getByRole('link', { name: 'Your settings' }).click();
    await heading('Settings').waitFor();
    await accessible(page);
    const places = page.getByRole('main').getByRole('link');
    expect(await places.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      '/settings/profile',
      '/settings/look',
      '/settings/security',
      '/settings/api-keys',
      '/settings/privacy',
      '/settings/organisations',
      '/settings/about',
    ]);
    for (const [path, name] of [
      ['profile', 'Profile'],
      ['look', 'Look and language'],
      ['sessions', 'Security'],
      ['api-keys', 'API keys'],
      ['organisations', 'Organisations'],
      ['privacy', 'Privacy'],
      ['about', 'About KinWise'],
    ] as const) {
      await page.goto(`${url}/settings/${path}`);
      await heading(name).waitFor();
    }
    // What is about a household asks for one first.
    for (const path of ['transactions', 'settings/rates', 'tags', 'sync']) {
      await page.goto(`${url}/${path}`);
      await page.waitForURL(`${url}/welcome`);
    }
    expect(unexpected(complaints)).toEqual([]);
  });

  it('changes the password, after confirming where that is asked, and sets up a second factor', async () => {
    await page.goto(`${url}/settings/security`);
    await page.getByText('In use now').waitFor();
    await accessible(page);
    await grownOld(person);
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await prove.waitFor({ state: 'detached' });
    await page.getByLabel('Authenticator code').waitFor();
    await page.keyboard.press('Escape');

    await page.getByLabel('Present password').fill(PASSWORD);
    await page.getByLabel('New password', { exact: true }).fill('four herons over the bay');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('makes an organisation and sees it, asks for the export, and can leave', async () => {
    await page.goto(`${url}/settings/organisations`);
    await page.getByLabel('Name of the organisation').fill('Harbour Budgeting');
    await page.getByRole('button', { name: 'Make it' }).click();
    await heading('Organisations').waitFor();
    await page.getByRole('heading', { name: 'Harbour Budgeting' }).waitFor();
    await accessible(page);

    await page.goto(`${url}/settings/privacy`);
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByRole('button', { name: 'Erase my account …' }).click();
    const question = page.getByRole('dialog', { name: 'Erase your account?' });
    await question.getByText('You are signed out everywhere at once').waitFor();
    await page.keyboard.press('Escape');
    await accessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('hears that the session is over, and gets out of the frame', async () => {
    await page.goto(`${url}/settings/profile`);
    await heading('Profile').waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).waitFor();
    await person.call('POST', 'auth/sessions/terminate-all/', {});
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    await page.getByText('Your session is over').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Set up a household' }).click();
    await page.waitForURL(`${url}/welcome`);
    expect(unexpected(complaints)).toEqual([]);
  });
});
