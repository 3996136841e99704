/** The page of one child: what its guardians change, agree to, read, and take with them. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, PASSWORD, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible, grownOld, unexpected } from './signing-in.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];
let child: string;

beforeEach(async () => {
  home = await newHome('Hana');
  ({ page, close, complaints } = await openPage({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  }));
  const made = await home.person.call('POST', 'children/', { first_name: 'Manaia', guardian_consents: true });
  child = String(made['id']);
  await home.person.call('POST', `children/${child}/pin/`, { pin: '4071' });
  await signIn(page, url, home.person);
  await page.goto(`${url}/household/children`);
  await page.getByRole('link', { name: 'Manaia' }).click();
  await page.getByRole('heading', { level: 1, name: 'Manaia' }).waitFor();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

const known = async () => await home.person.call<Record<string, unknown>>('GET', `children/${child}/`);

/** Reaches a button as somebody does who has no pointer, and presses it. */
async function press(name: string, key = 'Enter'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().focus();
  await page.keyboard.press(key);
}

async function confirmed(): Promise<void> {
  const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await prove.getByLabel('Your password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await prove.waitFor({ state: 'detached' });
}

describe('on the page of a child', () => {
  it('its name is changed, by keyboard, and stands everywhere at once', async () => {
    await press('Change the name');
    const dialog = page.getByRole('dialog', { name: 'The name of Manaia' });
    await dialog.getByLabel('First name').waitFor();
    await accessible(page);
    await dialog.getByLabel('First name').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Mānia');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Parata');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'Mānia Parata' }).waitFor();
    expect(await known()).toMatchObject({ first_name: 'Mānia', last_name: 'Parata', birth_year: null });
    await page.getByRole('link', { name: 'All children' }).click();
    await page.getByRole('list', { name: 'Your children' }).getByText('Mānia Parata').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('the PIN is removed after a question that says what follows, and can be set anew', async () => {
    await press('Remove the PIN');
    const question = page.getByRole('alertdialog', { name: 'Remove the PIN of Manaia?' });
    await question.getByText('can no longer sign in on family devices').waitFor();
    await accessible(page);
    await press('Keep it');
    await question.waitFor({ state: 'detached' });
    expect(await known()).toMatchObject({ has_pin: true });
    await press('Remove the PIN');
    await question.waitFor();
    await press('Remove it');
    await question.waitFor({ state: 'detached' });
    await page.getByText(/No PIN/).waitFor();
    expect(await known()).toMatchObject({ has_pin: false });
    expect(await page.getByRole('button', { name: 'Remove the PIN' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Set a PIN' }).waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });

  it('leaderboards, comparing and the assistant are off until a guardian turns them on', async () => {
    for (const name of ['Leaderboards', 'Comparing with others like you', 'The assistant']) {
      const one = page.getByRole('switch', { name });
      expect(await one.getAttribute('aria-checked')).toBe('false');
      await one.focus();
      await page.keyboard.press('Space');
      await eventually(() => one.getAttribute('aria-checked'), 'true');
    }
    const given = async () => {
      const path = `memberships/${child}/consents/`;
      const { results } = await home.person.call<{ results: { purpose: string; granted: boolean }[] }>(
        'GET',
        path,
      );
      return results
        .filter((one) => one.granted)
        .map((one) => one.purpose)
        .sort();
    };
    await eventually(given, ['ai', 'cohort_comparison', 'leaderboard']);
    await page.getByRole('switch', { name: 'The assistant' }).click();
    await eventually(given, ['cohort_comparison', 'leaderboard']);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('switches that are pressed faster than the server answers all stay where they were put', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const sent: string[] = [];
    await page.route('**/consents/', async (route) => {
      if (route.request().method() === 'POST') {
        sent.push(route.request().postData() ?? '');
        await held;
      }
      await route.continue();
    });
    const [first, second] = ['Leaderboards', 'The assistant'].map((name) =>
      page.getByRole('switch', { name }),
    ) as [Locator, Locator];
    await first.click();
    await eventually(() => sent.length, 1);
    await second.click();
    for (const one of [first, second]) await eventually(() => one.getAttribute('aria-checked'), 'true');
    expect(sent).toHaveLength(1);
    const answered = page.waitForResponse(
      (response) => /ai/.test(response.request().postData() ?? '') && response.ok(),
    );
    release();
    await answered;
    for (const one of [first, second]) expect(await one.getAttribute('aria-checked')).toBe('true');
    await page.reload();
    for (const one of [first, second]) await eventually(() => one.getAttribute('aria-checked'), 'true');
    expect(unexpected(complaints)).toEqual([]);
  });

  it('a teen from sixteen on is left to decide alone', async () => {
    const body = { first_name: 'Tui', role: 'teen', birth_year: 1990, guardian_consents: true };
    const teen = await home.person.call('POST', 'children/', body);
    await page.goto(`${url}/household/children/${String(teen['id'])}`);
    await page.getByText('From sixteen on people decide themselves').waitFor();
    expect(await page.getByRole('switch').count()).toBe(0);
    await accessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('where it signed in is read, in the words of a guardian', async () => {
    const made = await home.person.call('POST', `children/${child}/link/`, { device_name: 'Tablet' });
    const tablet = await openPage();
    await tablet.page.goto(String(made['link']));
    await tablet.page.getByRole('button', { name: 'I am Manaia: let me in' }).click();
    await tablet.page.waitForURL(`${url}/`);
    await tablet.close();
    await page.reload();
    const history = page.getByRole('list', { name: 'Recent activity' });
    await history.getByText('Signed in', { exact: true }).waitFor();
    await accessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('a copy of everything is made after confirming, and fetched', async () => {
    await grownOld(home.person);
    await press('Make a copy');
    await confirmed();
    const button = page.getByRole('button', { name: 'Download' });
    await button.waitFor({ timeout: 30_000 });
    await page.getByText('Only guardians can fetch it').waitFor();
    await accessible(page);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const files = unzipSync(readFileSync(await download.path()));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(JSON.parse(text('you/users.json'))).toMatchObject([{ first_name: 'Manaia' }]);
    expect(text('README.txt')).toContain('made for Manaia on');
    expect(unexpected(complaints)).toEqual([]);
  });

  it('that is not there, or somebody else’s, is said so', async () => {
    const other = await newHome('Zoe');
    const body = { first_name: 'Rangi', guardian_consents: true };
    const theirs = await other.person.call('POST', 'children/', body);
    await page.goto(`${url}/household/children/${String(theirs['id'])}`);
    await page.getByText('This child is not among those you look after').waitFor();
    await accessible(page);
    expect(await page.getByText('Rangi').count()).toBe(0);
    expect(unexpected(complaints)).toEqual([]);
  });
});
