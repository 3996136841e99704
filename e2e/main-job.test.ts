/**
 * The main job, as somebody new does it: from the front door to the month by category, and the import undone again. All
 * by the screens, with the mail opened in between.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { systemClock, todayIn } from '../apps/server/src/platform/clock.ts';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { linkFor, newHome, newPerson, PASSWORD, signIn } from './people.ts';
import { entryRow } from './screens.ts';

const { url } = inject('program');

let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  ({ page, close, complaints } = await openPage(WITH_WORKER));
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

describe('a newcomer', () => {
  it('gets from the registration to their month by category, and takes the import back', async () => {
    const steps = stopwatch();
    const email = `aroha.${Math.round(performance.timeOrigin)}@example.nz`;
    await steps.take('registers', () => register(email));
    await steps.take('opens the link of the mail', async () => {
      await page.goto(await linkFor(email));
      await page.getByRole('heading', { name: 'Your household' }).waitFor();
    });
    await steps.take('names the household', async () => {
      await page.getByLabel('What is it called?').fill('Kōtuku Street');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: 'Your first account' }).waitFor();
    });
    await steps.take('adds an account', async () => {
      await page.getByLabel('Name').fill('Everyday');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: 'A file from your bank' }).waitFor();
    });
    await steps.take('gives the bank file', async () => {
      await giveFile('october.csv', Buffer.from(bankFile()));
      await page.getByRole('heading', { name: 'october.csv' }).waitFor();
    });
    expect(await figure('Rows read')).toBe('7');
    expect(await figure('Money in')).toBe('$2,400.00');
    expect(await figure('Money out')).toBe('$467.75');
    await page.getByText('7 rows come in').waitFor();
    await steps.take('brings it in', async () => {
      await page.getByRole('button', { name: 'Bring in 7 entries' }).click();
      await page.getByRole('heading', { name: '7 entries are in your books' }).waitFor();
    });
    const preview = page.url();
    await steps.take('sees the month', async () => {
      await page.getByRole('link', { name: 'See today' }).click();
      await page.getByText('Balances').waitFor();
    });
    await page.getByRole('link', { name: 'Everyday $1,932.25' }).waitFor();
    await page.getByRole('heading', { name: /^Spent in / }).waitFor();
    await steps.take('sees the entries', async () => {
      await page.getByRole('link', { name: 'Transactions' }).first().click();
      await entryRow(page, 'Moana Coffee').first().waitFor();
    });
    // Two equal coffees on one day are two coffees.
    expect(await entryRow(page, 'Moana Coffee').count()).toBe(2);
    await page.getByText('7 entries').waitFor();
    await steps.take('undoes the import', async () => {
      await page.goto(preview);
      await page.getByRole('button', { name: 'Undo the import' }).click();
      await page
        .getByRole('dialog')
        .or(page.getByRole('alertdialog'))
        .getByRole('button', { name: 'Undo the import' })
        .click();
      await page.getByRole('heading', { name: 'Undone: it is as if it had never been' }).waitFor();
    });
    await page.goto(`${url}/transactions`);
    await page.getByText('No entries yet').waitFor();
    expect(complaints).toEqual([]);
    steps.print();
  });

  it('is told at once what is wrong with a registration, and loses nothing of it', async () => {
    await page.goto(`${url}/register`);
    await page.getByLabel('What shall we call you?').fill('Aroha');
    await page.getByLabel('Email').fill('aroha at example');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('This is no email address. It looks like name@example.nz.').waitFor();
    await page.getByText('Please agree to go on.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('aroha at example');
    expect(await page.getByLabel('What shall we call you?').inputValue()).toBe('Aroha');

    const other = await newPerson('Kauri');
    await other.call('PATCH', 'users/me/', { username: 'kauri-at-the-door' });
    await page.getByLabel('Email').fill('aroha-new@example.org');
    await page.getByLabel('Username (optional)').fill('Kauri-at-the-door');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.getByText('Somebody has this username.').waitFor();
    expect(await page.getByLabel('Username (optional)').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('bank files on the screen', () => {
  it('the same file twice adds nothing the second time', async () => {
    await signInWithHome();
    for (const [round, said] of [
      ['first', '7 rows come in'],
      ['second', 'Nothing to bring in'],
    ] as const) {
      await page.goto(`${url}/import`);
      await giveFile(`${round}.csv`, Buffer.from(bankFile()));
      await page.getByRole('heading', { name: `${round}.csv` }).waitFor();
      await chooseEveryday();
      await page.getByText(said).waitFor();
      if (round === 'first') {
        await page.getByRole('button', { name: 'Bring in 7 entries' }).click();
        await page.getByRole('heading', { name: '7 entries are in your books' }).waitFor();
      }
    }
    await page.getByRole('button', { name: 'Here already 7' }).waitFor();
  });

  it('a file that is no bank file is refused with the reason, and imports nothing', async () => {
    await signInWithHome();
    await page.goto(`${url}/import`);
    await giveFile('holiday.csv', Buffer.from('What a lovely day at the beach.\n'));
    await page.getByText('holiday.csv was not read').waitFor();
    await page.getByText(/^Nothing was imported. Code: \w+/).waitFor();
    await page.goto(`${url}/transactions`);
    await page.getByText('No entries yet').waitFor();
  });
});

async function register(email: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('What shall we call you?').fill('Aroha');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel(/^I agree/).check();
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
}

async function signInWithHome(): Promise<void> {
  await signIn(page, url, (await newHome()).person);
}

async function giveFile(name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(/your bank/).setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Says that the statement goes to the one account there is. */
async function chooseEveryday(): Promise<void> {
  await page.getByLabel('Goes to').selectOption({ label: 'Everyday' });
}

/** A figure of the preview's summary. */
async function figure(name: string): Promise<string> {
  const term = page.getByRole('term').filter({ hasText: name });
  return await term.locator('xpath=following-sibling::dd[1]').innerText();
}

/** Seven rows of this month, so that they show in the month by category whatever the day of the test. */
function bankFile(): string {
  const today = todayIn(systemClock.nowMs(), 'Pacific/Auckland');
  const first = `${today.slice(0, 8)}01`;
  return [
    'Date,Payee,Memo,Amount',
    `${first},Harbour Hospital,Wages,2400.00`,
    `${first},Pak Supermarket,Card 1234,-143.20`,
    `${first},Genesis Power,Bill 88,-190.00`,
    `${today},Zed Petrol,Card 1234,-86.05`,
    `${today},Moana Coffee,Card 1234,-5.50`,
    `${today},Moana Coffee,Card 1234,-5.50`,
    `${today},Paper Plus,Card 1234,-37.50`,
    '',
  ].join('\n');
}

/** Times the steps for information; nothing depends on them. */
function stopwatch() {
  const began = performance.now();
  const lines: string[] = [];
  return {
    take: async (name: string, work: () => Promise<void>) => {
      const start = performance.now();
      await work();
      lines.push(`${String(Math.round(performance.now() - start)).padStart(6)} ms  ${name}`);
    },
    print: () =>
      console.log(
        `The main job took ${lines.length} steps and ${Math.round(performance.now() - began)} ms:\n${lines.join('\n')}`,
      ),
  };
}
