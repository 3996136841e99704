/** Who did what: the household's activity for its admin, the history of an entry for everybody, one's own sign-ins. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings } from './axe.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Entry, type Home, newHome, newPerson, type Person, signIn } from './people.ts';
import { eventually } from './screens.ts';

const { url } = inject('program');

let home: Home;
let sam: Person;
let entry: Entry;

beforeAll(async () => {
  home = await newHome('Mere');
  sam = await newPerson('Sam');
  const { link } = await home.person.call('POST', `households/${home.household}/invitations/`, {
    role: 'flatmate',
  });
  const token = new URL(String(link)).hash.replace('#token=', '');
  await sam.call('POST', `invitations/by-token/${token}/accept/`);
  entry = await home.addEntry('Moana Fish Shop', '-24.90');
  await home.person.call('PATCH', `transactions/${entry.id}/`, { amount: '-42.90', notes: 'With chips' });
  await sam.call('POST', 'transactions/', { account_id: home.account, payee: 'Tui Cycles', amount: '-8.00' });
  await sam.call('PATCH', `transactions/${entry.id}/`, { notes: 'No chips' }).catch(() => undefined);
});
afterAll(closeBrowser);

describe('the activity of a household', () => {
  it('tells its admin who changed what, is narrowed in the address, and leads to the thing', async () => {
    const { context, page, complaints } = await openPage();
    await signIn(page, url, home.person);
    await page.goto(`${url}/household`);
    await page.getByRole('link', { name: 'Activity' }).click();
    const change = line(page, 'Mere changed an entry: Moana Fish Shop');
    await change.waitFor();
    expect(await change.innerText()).toMatch(/Amount\s+(before:)?\s*−\$24\.90[\s\S]*−\$42\.90/);
    expect(await change.innerText()).toMatch(/Notes[\s\S]*nothing[\s\S]*With chips/);
    await line(page, 'Sam was refused: changing entries of others').waitFor();
    await change.getByRole('button', { name: /Details of/ }).click();
    await change.getByText('Request').waitFor();
    await page.getByLabel('Who').selectOption({ label: 'Sam' });
    await line(page, 'Mere changed an entry').waitFor({ state: 'detached' });
    await line(page, 'Sam added an entry: Tui Cycles').waitFor();
    expect(new URL(page.url()).searchParams.get('member')).toBe(sam.id);
    await page.getByLabel('Risk').selectOption({ label: 'Worth a look' });
    await line(page, 'Sam added an entry').waitFor({ state: 'detached' });
    await line(page, 'Sam was refused').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await line(page, 'Mere changed an entry').getByRole('link', { name: 'Moana Fish Shop' }).click();
    await page.getByRole('dialog', { name: 'Moana Fish Shop' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is saved as a table, and that stands in it', async () => {
    const { context, page, complaints } = await openPage({ acceptDownloads: true });
    await signIn(page, url, home.person);
    await page.goto(`${url}/household/activity?kind=transaction`);
    await line(page, 'Mere changed an entry').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Table (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kinwise-activity-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('amount,-24.90,-42.90,NZD');
    await page.goto(`${url}/household/activity`);
    await line(page, 'Mere exported data').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is not for others, who find the history of an entry in its details, field by field', async () => {
    const { context, page, complaints } = await openPage();
    await signIn(page, url, sam);
    await page.goto(`${url}/household`);
    await page.getByRole('heading', { name: 'Members' }).waitFor();
    expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
    await page.goto(`${url}/household/activity`);
    await page.getByText('This is for admins').waitFor();
    await page.goto(`${url}/transactions?entry=${entry.id}`);
    const sheet = page.getByRole('dialog', { name: 'Moana Fish Shop' });
    const steps = sheet.getByRole('listitem');
    await steps.filter({ hasText: 'Mere changed it' }).waitFor();
    expect(await steps.filter({ hasText: 'Mere changed it' }).innerText()).toMatch(
      /Amount[\s\S]*−\$24\.90[\s\S]*−\$42\.90/,
    );
    await steps.filter({ hasText: 'Mere added it' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('a person sees their own sign-ins, and a new device', async () => {
  const { context, page, complaints } = await openPage();
  await signIn(page, url, home.person);
  await page.goto(`${url}/settings/security`);
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Recent activity' }) });
  await card.getByText('Signed in', { exact: true }).first().waitFor();
  await card.getByText('This session').first().waitFor();
  await eventually(async () => await card.getByText(/Signed in on a new device/).count(), 1);
  expect(complaints).toEqual([]);
  await context.close();
});

/** A line of the feed by its words, as they are read. */
function line(page: Page, words: string) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: words });
}
