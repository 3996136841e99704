/** What people say of themselves: name, number, country and photo, and who is shown what of it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { picture } from '../apps/server/test/picture.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, newPerson, type Person, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible, unexpected } from './signing-in.ts';
import { shoot } from './shots.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Rewi');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, home.person);
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

async function toProfile(): Promise<void> {
  await page.goto(`${url}/settings/profile`);
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

describe('the profile', () => {
  it('takes a name to be called by, a number in any spelling, and a country by its name', async () => {
    await toProfile();
    await page.getByText(/filled in\. Still to say, if you like:.*telephone, country, photo/).waitFor();
    await accessible(page);
    await page.getByLabel('Telephone').fill('021 123 4567');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('This is no whole number.').waitFor();
    await accessible(page);
    await shoot(page, 'refused');
    await page.getByLabel('Telephone').fill('+64(0)21-123-4567');
    await page.getByLabel('What others call you').fill('Koro');
    await page.getByLabel('Country').fill('New Zea');
    await page.getByRole('option', { name: 'New Zealand' }).click();
    await save();
    expect(await page.getByLabel('Telephone').inputValue()).toBe('+64 21 123 4567');
    await page.getByText(/Still to say, if you like: .*photo\./).waitFor();
    await shoot(page, 'filled');
    await page.getByRole('button', { name: /^Koro .*@/ }).waitFor();
    await page.goto(`${url}/household`);
    await page.getByRole('listitem').filter({ hasText: 'Koro' }).getByText('You').waitFor();
    await toProfile();
    expect(await page.getByLabel('Country').inputValue()).toBe('New Zealand');
    await page.getByLabel('What others call you').fill('');
    await page.getByLabel('Telephone').fill('');
    await save();
    await page.getByRole('button', { name: /^Rewi .*@/ }).waitFor();
    expect(unexpected(complaints.filter((line) => !line.includes('422')))).toEqual([]);
  });

  it('takes a photo, shows it wherever the person is, and takes it away again', async () => {
    await toProfile();
    const { bytes } = await picture({ width: 640, height: 400, format: 'jpeg', colour: '#b0532a' });
    const buffer = Buffer.from(bytes);
    await page
      .getByLabel('Picture for the photo')
      .setInputFiles({ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer });
    await page.getByText('Your photo is shown').waitFor();
    const faces = page.locator('img[src^="data:image/webp"]');
    // On the card, and in the menu of the person.
    await eventually(async () => await faces.count(), 2);
    expect(
      await faces.first().evaluate((face) => (face as unknown as { naturalWidth: number }).naturalWidth),
    ).toBe(256);
    await accessible(page);
    await shoot(page, 'photo');
    await page.goto(`${url}/household`);
    await eventually(async () => await faces.count(), 2);
    await shoot(page, 'members');
    await toProfile();
    await page
      .getByLabel('Picture for the photo')
      .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.getByText(/Choose a picture that is a PNG, a JPEG or a WebP/).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Take it away' }).click();
    await page.getByText('The photo is gone').waitFor();
    await eventually(async () => await faces.count(), 0);
    expect(unexpected(complaints.filter((line) => !line.includes('422')))).toEqual([]);
  });
});

describe('quiet hours', () => {
  it('are switched on with usual times, set to others, and switched off', async () => {
    await toProfile();
    const switched = page.getByRole('switch', { name: 'Let mails wait at night' });
    expect(await switched.getAttribute('aria-checked')).toBe('false');
    await switched.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('22:00');
    await accessible(page);
    await shoot(page, 'quiet');
    const button = page.getByRole('button', { name: 'Save the hours' });
    await page.getByLabel('Until').fill('22:00');
    await page.getByText('Choose another time than the beginning.').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('Until').fill('06:30');
    await button.click();
    await eventually(async () => await button.isDisabled(), true);
    await toProfile();
    await eventually(async () => await page.getByLabel('Until').inputValue(), '06:30');
    await switched.click();
    await page.getByLabel('Until').waitFor({ state: 'detached' });
    await toProfile();
    await eventually(async () => await switched.getAttribute('aria-checked'), 'false');
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe('the first steps', () => {
  it('are not offered anew to who said that they need no household', async () => {
    const person: Person = await newPerson('Wiremu');
    await close();
    ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
    await signIn(page, url, person);
    await page.waitForURL(`${url}/welcome`);
    const told = page.waitForResponse(
      (answer) => answer.url().endsWith('/users/me/') && answer.request().method() === 'PATCH',
    );
    await page.getByRole('link', { name: 'Your settings' }).click();
    expect((await told).status()).toBe(200);
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await eventually(async () => {
      await page.goto(`${url}/`);
      await page.waitForURL(/\/(settings|welcome)$/);
      return page.url();
    }, `${url}/settings`);
    // The way there stays open.
    await page.getByRole('link', { name: 'Set up a household' }).click();
    await page.waitForURL(`${url}/welcome`);
    expect(unexpected(complaints)).toEqual([]);
  });
});
