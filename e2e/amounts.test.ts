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
