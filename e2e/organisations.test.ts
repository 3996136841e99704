/** What administrators of organisations do on the screen: change, make, let go, leave, close. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, newPerson, PASSWORD, signIn } from './people.ts';
import { accessible, grownOld, unexpected } from './signing-in.ts';

const { url } = inject('program');
const NAME = 'Harbour Budgeting';

let home: Home;
let organisation: string;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Ora');
  organisation = String((await home.person.call('POST', 'organisations/', { name: NAME }))['id']);
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, home.person);
  await page.goto(`${url}/settings/organisations`);
  await page.getByText('No household belongs to it yet.').waitFor();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

/** Opens the menu of the organisation and takes an entry, by keyboard alone. */
async function fromMenu(entry: string, at = page): Promise<void> {
  await at.getByRole('button', { name: `More about ${NAME}` }).focus();
  await at.keyboard.press('Enter');
  await at.getByRole('menuitem', { name: entry }).focus();
  await at.keyboard.press('Enter');
}

const known = async () =>
  await home.person.call<Record<string, unknown>>('GET', `organisations/${organisation}/`);

/** A household that belongs to it; its admin looks after it alone. */
async function member(name: string): Promise<Home> {
  const other = await newHome(name);
  const body = { kind: 'household', email: other.person.email };
  const made = await home.person.call('POST', `organisations/${organisation}/invitations/`, body);
  const token = new URL(String(made['link'])).searchParams.get('token');
  const accept = { household_id: other.household, shares: 'totals' };
  await other.person.call('POST', `organisations/by-token/${token}/accept/`, accept);
  return other;
}

describe('an organisation', () => {
  it('is changed by its owner, by keyboard; a day that is none is said at its field', async () => {
    await fromMenu('Change it');
    const dialog = page.getByRole('dialog', { name: `Change ${NAME}` });
    await dialog.getByLabel('Name').waitFor();
    await accessible(page);
    await dialog.getByLabel('Name').fill('Harbour Money Help');
    expect(await dialog.getByLabel('Size').count()).toBe(0);
    await dialog.getByLabel('The financial year begins in').selectOption('02');
    await dialog.getByLabel('On which day of it').fill('30');
    await page.keyboard.press('Enter');
    await dialog.getByText('must be a day that exists').waitFor();
    await dialog.getByLabel('The financial year begins in').selectOption('07');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Harbour Money Help' }).waitFor();
    await page.getByText('financial year from 30 July').waitFor();
    expect(await known()).toMatchObject({
      name: 'Harbour Money Help',
      tier: 'small',
      financial_year_start: '07-30',
      currency: 'NZD',
      pay_cycle: 'monthly',
    });
    expect(unexpected(complaints)).toEqual([]);
  });

  it('asks for another size, and takes the wish back', async () => {
    await fromMenu('Ask for another size');
    const dialog = page.getByRole('dialog', { name: `Ask for another size of ${NAME}` });
    await dialog.getByLabel('Size').waitFor();
    await accessible(page);
    await dialog.getByLabel('Size').selectOption('large');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('You asked for the size Large').waitFor();
    expect(await known()).toMatchObject({ tier: 'small', asked_tier: 'large' });
    await fromMenu('Ask for another size');
    await dialog.getByLabel('Size').selectOption('small');
    await dialog.getByRole('button', { name: 'Take the wish back' }).click();
    await page.getByText('You asked for the size Large').waitFor({ state: 'detached' });
    expect(await known()).toMatchObject({ tier: 'small', asked_tier: null });
    expect(unexpected(complaints)).toEqual([]);
  });

  it('gets a household of its own, which stands among the administrator’s', async () => {
    await fromMenu('Make a household');
    const dialog = page.getByRole('dialog', { name: `Make a household under ${NAME}` });
    await dialog.getByLabel('What is it called?').waitFor();
    await accessible(page);
    await page.keyboard.type('Flat 7');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const homes = page.getByRole('list', { name: `Households of ${NAME}` });
    await homes.getByText('Flat 7').waitFor();
    await page.getByRole('button', { name: /Ora’s place/ }).click();
    await page.getByRole('menuitem', { name: /Flat 7/ }).waitFor();
    await page.keyboard.press('Escape');
    await accessible(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('lets a household go after a question, and sees nothing of it from then on', async () => {
    const other = await member('Moana');
    await page.reload();
    await page.getByRole('button', { name: 'Remove Moana’s place' }).focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: `Remove Moana’s place from ${NAME}?` });
    await question.getByText('sees nothing of the household').waitFor();
    await accessible(page);
    await question.getByRole('button', { name: 'Remove' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No household belongs to it yet.').waitFor();
    expect(await other.person.call('GET', 'organisation/')).toEqual({ organisation: null });
    expect(unexpected(complaints)).toEqual([]);
  });

  it('is closed by its owner once no household belongs to it, after confirming', async () => {
    const other = await member('Moana');
    await page.reload();
    await page.getByRole('button', { name: 'Remove Moana’s place' }).waitFor();
    await fromMenu('Close it');
    await page.getByText('One household belongs to it. Remove it first').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Understood' }).click();
    await other.person.call('POST', 'organisation/leave/');
    await page.reload();
    await page.getByText('No household belongs to it yet.').waitFor();
    await grownOld(home.person);
    await fromMenu('Close it');
    const question = page.getByRole('alertdialog', { name: `Close ${NAME}?` });
    await question.getByText('This cannot be undone').waitFor();
    await accessible(page);
    await question.getByRole('button', { name: 'Close it' }).click();
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(`${NAME} is closed`).waitFor();
    await page.getByRole('button', { name: `More about ${NAME}` }).waitFor({ state: 'detached' });
    expect(await home.person.call('GET', 'organisations/')).toEqual({ results: [] });
    expect(unexpected(complaints)).toEqual([]);
  });

  it('is left by an administrator, who cannot change or close it, and led by its owner alone', async () => {
    const helper = await newPerson('Hemi');
    await helper.call('POST', 'households/', { name: 'Hemi’s place', type: 'individual' });
    const body = { kind: 'administrator', email: helper.email };
    const made = await home.person.call('POST', `organisations/${organisation}/invitations/`, body);
    const token = new URL(String(made['link'])).searchParams.get('token');
    await helper.call('POST', `organisations/by-token/${token}/accept/`, {});

    await page.reload();
    await page.getByRole('button', { name: 'Hand over to Hemi' }).click();
    const handing = page.getByRole('alertdialog', { name: `Hand ${NAME} over to Hemi?` });
    await handing.getByText('only Hemi can give it back').waitFor();
    await accessible(page);
    await handing.getByRole('button', { name: 'Keep it' }).click();
    await handing.waitFor({ state: 'detached' });

    const his = await openPage({ viewport: { width: 1280, height: 800 } });
    await signIn(his.page, url, helper);
    await his.page.goto(`${url}/settings/organisations`);
    await his.page.getByRole('button', { name: `More about ${NAME}` }).click();
    const entries = his.page.getByRole('menuitem');
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual(['Make a household', 'Stop administering it']);
    await his.page.keyboard.press('Escape');
    await fromMenu('Stop administering it', his.page);
    const question = his.page.getByRole('alertdialog', { name: `Stop administering ${NAME}?` });
    await question.getByText('has to invite you again').waitFor();
    await accessible(his.page);
    await question.getByRole('button', { name: 'Stop' }).click();
    await his.page.getByText(`You no longer administer ${NAME}`).waitFor();
    expect(await helper.call('GET', 'organisations/')).toEqual({ results: [] });
    expect([...unexpected(complaints), ...unexpected(his.complaints)]).toEqual([]);
    await his.close();
  });
});
