/** What is typed or pasted as an amount is that amount, or is refused where one sees it; never other money. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible } from './signing-in.ts';

const { url } = inject('program');
let home: Home;
let page: Page;

beforeAll(async () => {
  home = await newHome('Ana');
  ({ page } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await signIn(page, url, home.person);
});
afterAll(closeBrowser);

it('nonsense in the amount of an entry is refused with the cure, and stays to be mended', async () => {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Add' });
  const amount = sheet.getByLabel('Amount');
  const save = sheet.getByRole('button', { name: 'Save' });
  for (const [text, why] of [
    ['1e3', 'This is not an amount'],
    ['-5', 'An amount has no minus here'],
    ['99999999999999999', 'nine digits before the point at most'],
    ['0.001', 'no part as small as that'],
  ] as const) {
    await amount.fill(text);
    await sheet.getByRole('alert').filter({ hasText: why }).waitFor();
    expect(await amount.inputValue()).toBe(text);
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    expect(await save.isDisabled()).toBe(true);
  }
  await accessible(page);

  // Mended by hand, key by key; separators of thousands come by themselves.
  await amount.focus();
  await page.keyboard.press('End');
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('1234.50');
  expect(await amount.inputValue()).toBe('$1,234.50');
  expect(await sheet.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  await amount.fill(' $100.25 ');
  expect(await amount.inputValue()).toBe('$100.25');
  await sheet.getByLabel('Paid to').fill('Kōwhai Bakery');
  await page.getByRole('option', { name: 'Use “Kōwhai Bakery”' }).click();
  await save.click();
  await sheet.waitFor({ state: 'detached' });
  await eventually(async () => (await home.entriesOf('Kōwhai Bakery'))[0]?.amount, '-100.25');
});

it('nonsense in any other field of money stays where it was typed, and nothing is saved without it', async () => {
  await page.goto(`${url}/accounts`);
  await page.getByRole('button', { name: 'Add an account' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add an account' });
  await sheet.getByLabel('Name').fill('Kete');
  const limit = sheet.getByLabel('Overdraft limit');
  await limit.fill('1e3');
  await limit.press('Tab');
  await sheet.getByText('This is no amount. It looks like 1,234.50.').waitFor();
  expect(await limit.inputValue()).toBe('1e3');
  const add = sheet.getByRole('button', { name: 'Add', exact: true });
  expect(await add.isDisabled()).toBe(true);
  await accessible(page);
  await limit.fill('500');
  await limit.press('Tab');
  expect(await limit.inputValue()).toBe('500.00');
  await add.click();
  await sheet.waitFor({ state: 'detached' });
  const known = async () => {
    const { results } = await home.person.call<{ results: { name: string; overdraft_limit: string }[] }>(
      'GET',
      'accounts/',
    );
    return results.find((one) => one.name === 'Kete')?.overdraft_limit;
  };
  await eventually(known, '500.00');
});
