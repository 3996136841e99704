/** What gives a household away is asked for afresh: a new admin, an invitation of one, the activity as a file. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, newPerson, PASSWORD, signIn } from './people.ts';
import { accessible, grownOld, unexpected } from './signing-in.ts';

const { url } = inject('program');

let home: Home;

beforeAll(async () => {
  home = await newHome('Wiremu');
  const other = await newPerson('Hinewai');
  const { link } = await home.person.call('POST', `households/${home.household}/invitations/`, {
    role: 'parent',
  });
  const token = new URL(String(link)).searchParams.get('token') ?? '';
  await other.call('POST', `invitations/by-token/${token}/accept/`);
});
afterAll(closeBrowser);

/** The session is an hour old, then the act, then the proof. */
async function proven(page: Page, act: () => Promise<void>): Promise<void> {
  await grownOld(home.person);
  await act();
  const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await prove.getByLabel('Your password').fill(PASSWORD);
  await accessible(page);
  await page.keyboard.press('Enter');
  await prove.waitFor({ state: 'detached' });
}

describe('a session that has not confirmed for a while', () => {
  it('is asked who it is before it makes an admin, invites one or saves the activity', async () => {
    const { page, close, complaints } = await openPage({ acceptDownloads: true });
    await signIn(page, url, home.person);
    await page.goto(`${url}/household`);
    const role = page.getByRole('button', { name: 'Role of Hinewai' });
    await role.click();
    await proven(page, async () => await page.getByRole('menuitem', { name: /^Admin/ }).click());
    await page.getByRole('listitem').filter({ hasText: 'Hinewai' }).getByText('Admin').waitFor();

    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Invite somebody' });
    await sheet.getByRole('radio', { name: 'By link' }).click();
    await sheet.getByLabel('Role').selectOption('admin');
    await proven(page, async () => await sheet.getByRole('button', { name: 'Make the link' }).click());
    await page.getByRole('dialog', { name: 'The link' }).waitFor();

    await page.goto(`${url}/household/activity`);
    await page.getByRole('button', { name: 'Export' }).click();
    const saved = page.waitForEvent('download');
    await proven(page, async () => await page.getByRole('menuitem', { name: 'Table (CSV)' }).click());
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  });
});
