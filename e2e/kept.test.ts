/** What is typed without a button that saves it, and what belongs to one household among two. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, signIn } from './people.ts';
import { entryRow, eventually } from './screens.ts';

const { url } = inject('program');

let home: Home;
let page: Page;
let close: () => Promise<void>;

beforeEach(async () => {
  home = await newHome('Ana');
  ({ page, close } = await openPage({ viewport: { width: 1280, height: 800 } }));
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

const entry = async (payee: string) => (await home.entriesOf(payee))[0];

async function openEntry(payee: string) {
  await page.goto(`${url}/transactions`);
  await entryRow(page, payee).getByRole('button', { name: payee }).first().click();
  const sheet = page.getByRole('dialog', { name: payee });
  await sheet.waitFor();
  return sheet;
}

describe('an entry that is changed in its sheet', () => {
  beforeEach(async () => {
    await home.addEntry('Quay Garage', '-60.00', { occurred_on: '2026-03-05' });
    await signIn(page, url, home.person);
  });

  it('keeps what was typed though Escape closes it before the field was left', async () => {
    const sheet = await openEntry('Quay Garage');
    await sheet.getByLabel('Notes').fill('new tyres');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await eventually(async () => (await entry('Quay Garage'))?.notes, 'new tyres');
  });

  it('takes a day that is typed digit by digit, and sends no other one on the way', async () => {
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') sent.push(request.postDataJSON());
    });
    const sheet = await openEntry('Quay Garage');
    await sheet.getByLabel('Day').focus();
    await page.keyboard.type('11112025');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await eventually(() => sent, [{ occurred_on: '2025-11-11' }]);
  });
});

it('an account is taken back by its owner on its screen, and shown to everybody again', async () => {
  await signIn(page, url, home.person);
  await page.goto(`${url}/accounts/${home.account}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Only I see it' }).click();
  await page.getByText('Only you see it').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Only you see it').waitFor({ state: 'detached' });
});

it('the filters take a day that is typed digit by digit', async () => {
  await home.addEntry('Quay Garage', '-60.00', { occurred_on: '2026-03-05' });
  await signIn(page, url, home.person);
  await page.goto(`${url}/transactions`);
  await page.getByRole('button', { name: 'Filter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByLabel('From', { exact: true }).focus();
  await page.keyboard.type('11112025');
  await page.waitForURL(/from=2025-11-11/);
});

it('another household shows nothing of what was open in the one before, and goes on from there', async () => {
  const { id } = await home.addEntry('Quay Garage', '-60.00');
  const other = await home.person.call('POST', 'households/', { name: 'The crew', type: 'student' });
  await signIn(page, url, home.person);
  await page.goto(`${url}/transactions?q=quay&entry=${id}`);
  await page.getByRole('dialog', { name: 'Quay Garage' }).waitFor();
  await page.keyboard.press('Escape');
  await entryRow(page, 'Quay Garage').waitFor();
  await page.getByRole('button', { name: /Ana’s place/ }).click();
  await page.getByRole('menuitem', { name: 'The crew' }).click();
  await page.getByText('No entries yet').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`${url}/transactions?entry=${id}`);
  await page.getByText('This entry is not here').waitFor();
  expect(other['id']).toBeDefined();
});

it('a role that is changed elsewhere is followed without a reload, with all that it sees', async () => {
  await home.addEntry('Quay Garage', '-60.00');
  const teen = (await newHome('Kahu')).person;
  const { link } = await home.person.call<{ link: string }>(
    'POST',
    `households/${home.household}/invitations/`,
    { role: 'teen' },
  );
  const token = new URL(link).searchParams.get('token') ?? '';
  await teen.call('POST', `invitations/by-token/${token}/accept/`);
  await signIn(page, url, teen);
  await page.getByRole('button', { name: /Kahu’s place/ }).click();
  await page.getByRole('menuitem', { name: 'Ana’s place' }).click();
  await page.getByRole('link', { name: 'Transactions' }).first().click();
  await page.getByText('No entries yet').waitFor();
  const { results } = await home.person.call<{ results: { id: string; user_id: string }[] }>(
    'GET',
    `households/${home.household}/members/`,
  );
  const place = results.find((one) => one.user_id === teen.id);
  await home.person.call('PATCH', `memberships/${place?.id}/`, { role: 'parent' });
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await entryRow(page, 'Quay Garage').waitFor();
  await page.getByRole('link', { name: 'Import' }).waitFor();
  await home.person.call('POST', `memberships/${place?.id}/deactivate/`);
  await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await page.getByRole('button', { name: /Kahu’s place/ }).waitFor();
});
