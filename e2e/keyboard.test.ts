/** The list of entries and the sheet that adds, with the keyboard alone: no pointer is touched in this file. */
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
  for (const payee of ['Moana Fish Shop', 'Tui Cycles', 'Karaka Books']) await home.addEntry(payee, '-20.00');
  ({ page, close } = await openPage());
  await signIn(page, url, home.person);
  await page.goto(`${url}/transactions`);
  await entryRow(page, 'Moana Fish Shop').waitFor();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

describe('the list of entries', () => {
  it('is reached past the navigation by the first press of Tab', async () => {
    await press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await press('Enter');
    await press('Tab');
    expect(await page.evaluate<boolean>('document.activeElement.closest("main") !== null')).toBe(true);
  });

  it('lets Tab go through the whole page and out of it again, showing where it is', async () => {
    const seen = new Set<string>();
    for (let presses = 0; presses < 120; presses += 1) {
      await press('Tab');
      if (await page.evaluate<boolean>('document.activeElement === document.body')) break;
      seen.add(await focused());
      expect({ at: await focused(), outline: await page.evaluate<string>(OUTLINE) }).not.toMatchObject({
        outline: 'none',
      });
    }
    for (const name of ['Filter', 'Add', 'Today', 'Order']) expect([...seen].join('\n')).toContain(name);
    expect([...seen].join('\n')).toContain('Karaka Books');
  });

  it('is walked with j and k, opened with e and left with Escape, back where one was', async () => {
    await press('j');
    await eventually(focused, /Karaka Books/);
    await press('j');
    await press('j');
    await eventually(focused, /Moana Fish Shop/);
    await press('k');
    await eventually(focused, /Tui Cycles/);
    await press('e');
    const sheet = page.getByRole('dialog', { name: 'Tui Cycles' });
    await sheet.waitFor();
    expect(await page.evaluate<boolean>('document.activeElement.closest("[role=dialog]") !== null')).toBe(
      true,
    );
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await eventually(focused, /Tui Cycles/);
  });

  it('is searched with / and shown whole again with Escape', async () => {
    await press('/');
    await page.keyboard.type('cyc');
    await eventually(() => entryRow(page, '').count(), 1);
    await entryRow(page, 'Tui Cycles').waitFor();
    await press('Escape');
    await eventually(() => entryRow(page, '').count(), 3);
  });

  it('gives an entry its category with c', async () => {
    await press('j');
    await eventually(focused, /Karaka Books/);
    await press('c');
    await page.getByRole('combobox', { name: 'Find a category' }).waitFor();
    await page.keyboard.type('books');
    const option = page.getByRole('listbox').getByRole('option').first();
    await option.waitFor();
    const name = (await option.innerText()).split('\n')[0] ?? '';
    await press('Enter');
    await entryRow(page, 'Karaka Books')
      .getByRole('button', { name: `Category: ${name}` })
      .waitFor();
  });

  it('selects entries with x and deletes them, with a way back', async () => {
    await press('j');
    await press('x');
    await press('j');
    await press('x');
    await page.getByRole('toolbar', { name: 'Selected entries' }).getByText('2 selected').waitFor();
    await press('#');
    await eventually(() => entryRow(page, '').count(), 1);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await press('Enter');
    await eventually(() => entryRow(page, '').count(), 3);
  });
});

describe('adding', () => {
  it('takes n, the amount, the payee and Enter', async () => {
    await press('n');
    const sheet = page.getByRole('dialog', { name: 'Add' });
    await sheet.getByLabel('Amount').waitFor();
    await eventually(focused, 'Amount');
    await page.keyboard.type('18.50');
    await tabTo('Paid to');
    await page.keyboard.type('Kea Bakery');
    await page.getByRole('option', { name: 'Use “Kea Bakery”' }).waitFor();
    await press('Enter');
    await tabTo('Save');
    await press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await entryRow(page, 'Kea Bakery').getByText('−$18.50').waitFor();
    await eventually(
      async () => (await home.entriesOf('Kea Bakery')).map(({ amount }) => amount),
      ['-18.50'],
    );
  });

  it('keeps the focus within the sheet, and gives it back with Escape', async () => {
    await press('n');
    await page.getByRole('dialog', { name: 'Add' }).getByLabel('Amount').waitFor();
    for (let presses = 0; presses < 40; presses += 1) {
      await press('Tab');
      expect(await page.evaluate<boolean>('document.activeElement.closest("main") === null')).toBe(true);
    }
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('j');
    await eventually(focused, /Karaka Books/);
  });
});

/** The outline that shows the focus: on the element, on what is drawn around it, or on what it lies in. */
const OUTLINE = `(() => {
  for (let at = document.activeElement, steps = 0; at && steps < 4; at = at.parentElement, steps += 1)
    for (const part of [null, '::after', '::before']) {
      const { outlineStyle } = getComputedStyle(at, part);
      if (outlineStyle !== 'none') return outlineStyle;
    }
  return 'none';
})()`;

async function press(key: string): Promise<void> {
  await page.keyboard.press(key);
}

/** Presses Tab until this is focused; a person would not press it more than thirty times. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await press('Tab');
    if ((await focused()) === name) return;
  }
  throw new Error(`Thirty presses of Tab did not lead to "${name}".`);
}

/** The name of what has the focus, as far as it is written on it or beside it. */
async function focused(): Promise<string> {
  return await page.evaluate<string>(`(() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.innerText;
    return (at.getAttribute('aria-label') || label || at.innerText || at.getAttribute('placeholder') || at.tagName).trim();
  })()`);
}
