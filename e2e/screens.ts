/** What tests do on the screens again and again, by roles and labels as people know them. */
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** The longest that the app itself waits before it tries again is fifteen seconds. */
const PATIENCE_MS = 30_000;

/** Enters what was spent, by the sheet that adds. Ends when the sheet is gone. */
export async function addSpent(page: Page, payee: string, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add' });
  await sheet.getByLabel('Amount').fill(amount);
  await sheet.getByLabel('Paid to').fill(payee);
  await page.getByRole('option', { name: `Use “${payee}”` }).click();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** The row of a payee in the list of entries. */
export function entryRow(page: Page, payee: string): Locator {
  return page
    .getByRole('list', { name: 'Entries, newest first' })
    .getByRole('listitem')
    .filter({ hasText: payee });
}

/** The mark of a row that is on this device only. */
export function waitingMark(row: Locator): Locator {
  return row.getByText('Saved on this device');
}

/** Waits until what the probe finds equals what is wanted, or matches it; fails with the difference. */
export async function eventually<Value>(
  probe: () => Promise<Value> | Value,
  wanted: Value | RegExp,
  timeout = PATIENCE_MS,
): Promise<void> {
  const look = async () => {
    const found = await probe();
    if (wanted instanceof RegExp) expect(found).toMatch(wanted);
    else expect(found).toEqual(wanted);
  };
  await vi.waitFor(look, { timeout, interval: 50 });
}
