/** What tests do and read on the screen of an import, and what should be written there. */
import { basename } from 'node:path';
import { exponentOf } from '@kinwise/core/currencies';
import { type Day, parseDay } from '@kinwise/core/days';
import { formatCount, formatDay, formatMoney } from '@kinwise/core/format';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { systemClock, todayIn } from '../apps/server/src/platform/clock.ts';
import { type Figures, pathOf, type Statement } from '../apps/server/test/imports/expectations.ts';

/** Figures by what they are called; a second line beneath one is part of it. */
export type Shown = Readonly<Record<string, string>>;

/** Gives a file to the screen, as a person does who picks it. */
export async function giveSample(page: Page, name: string): Promise<void> {
  const { url } = inject('program');
  if (new URL(page.url()).pathname !== '/import') await page.goto(`${url}/import`);
  await page.getByLabel(/your bank/).setInputFiles(pathOf(name));
}

/** Waits for the preview of a file; answers its id. */
export async function previewOf(page: Page, name: string): Promise<string> {
  await page.getByRole('heading', { level: 1, name: basename(name) }).waitFor();
  await page.getByRole('list', { name: 'Statements of the file' }).waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Says where a statement goes, by an account's id, `new` or `skip`; ends when the file was read again. */
export async function sendTo(page: Page, index: number, choice: string): Promise<void> {
  const answer = page.waitForResponse(isChange);
  await page.getByLabel('Goes to').nth(index).selectOption(choice);
  await answer;
  await page.getByLabel('Goes to').nth(index).and(page.locator(':enabled')).waitFor();
}

/** Makes the account that a statement is of, in the dialog that the choice opens; answers its id. */
export async function makeAccount(page: Page, index: number, name: string): Promise<string> {
  await page.getByLabel('Goes to').nth(index).selectOption('new');
  const dialog = page.getByRole('dialog', { name: 'A new account' });
  await dialog.getByLabel('Name').fill(name);
  const answer = page.waitForResponse(isChange);
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await answer;
  await dialog.waitFor({ state: 'detached' });
  return await page.getByLabel('Goes to').nth(index).inputValue();
}

function isChange(response: { url(): string; request(): { method(): string } }): boolean {
  return response.request().method() === 'PATCH' && /\/imports\/[^/]+\/$/.test(response.url());
}

/** Throws the preview away, and is back at the list. */
export async function throwAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Throw away' }).click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByRole('button', { name: 'Throw away' }).click();
  await page.waitForURL((address) => address.pathname === '/import');
}

/** All figures of a preview, as they stand on the screen. */
export async function figuresOn(
  page: Page,
): Promise<{ file: Shown; currencies: Shown[]; statements: Shown[] }> {
  return await page.evaluate(`(() => {
    const figures = (list) => Object.fromEntries([...list.children].map((one) => [
      one.querySelector('dt').innerText,
      [...one.querySelectorAll('dd')].map((line) => line.innerText).join(' | '),
    ]));
    const all = [...document.querySelectorAll('main dl')];
    const statements = [...document.querySelectorAll('ul[aria-label="Statements of the file"] > li')];
    return {
      file: figures(all[0]),
      currencies: all.filter((list) => /^In [A-Z]{3}$/.test(list.ariaLabel)).map(figures),
      statements: statements.map((one) => Object.assign({}, ...[...one.querySelectorAll('dl')].map(figures))),
    };
  })()`);
}

/** How the screen writes what is known of a file or statement; what is not known, or in several currencies, is left out. */
export function written(figures: Figures, currency: string | null): Shown {
  const shown: Record<string, string> = {};
  const put = (name: string, amount: string | undefined, sign: 'never' | 'auto') => {
    const text = amount === undefined || currency === null ? undefined : moneyText(amount, currency, sign);
    if (text !== undefined) shown[name] = text;
  };
  put('Money in', figures.sum_in, 'never');
  put('Money out', figures.sum_out, 'never');
  put('Sum', figures.sum, 'auto');
  if (figures.first_on !== undefined) shown['Days'] = daysText(figures.first_on, figures.last_on ?? null);
  return shown;
}

/** The same for a statement of a preview, where all is known. */
export function writtenOf(statement: Omit<Statement, 'currency'> & { currency: string | null }): Shown {
  const { currency, counts, opening_balance, closing_balance, closing_on } = statement;
  const code = currency ?? '';
  const shown: Record<string, string> = {
    Rows: formatCount(counts.total),
    ...written(statement as Figures, code),
  };
  if (opening_balance !== null) shown['Opening balance'] = moneyText(opening_balance, code, 'auto') ?? '';
  if (closing_balance !== null)
    shown['Closing balance'] = `${moneyText(closing_balance, code, 'auto')} | ${dayText(closing_on ?? '')}`;
  return shown;
}

/** Undefined where the amount has more decimals than its currency, and so was rounded. */
export function moneyText(amount: string, currency: string, sign: 'never' | 'auto'): string | undefined {
  const [, minus = '', whole = '', decimals = ''] = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(amount) ?? [];
  const exponent = exponentOf(currency);
  const kept = decimals.replace(new RegExp(`(?<=^.{${exponent},})0+$`), '');
  if (whole === '' || kept.length > exponent) return undefined;
  const wire = `${minus}${whole}${exponent > 0 ? `.${kept.padEnd(exponent, '0')}` : ''}`;
  return formatMoney({ amount: wire, currency }, undefined, { sign });
}

function daysText(first: string | null, last: string | null): string {
  if (first === null || last === null) return '–';
  return first === last ? dayText(last) : `${dayText(first, dayIn(last))} – ${dayText(last)}`;
}

/** A day beside another of its year leaves the year to that one. */
function dayText(on: string, beside = todayIn(systemClock.nowMs(), 'Pacific/Auckland')): string {
  return formatDay(dayIn(on), 'short', { tag: 'en-NZ', today: beside });
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new Error(`${text} is no day`);
  return day;
}
