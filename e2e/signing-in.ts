/** What tests of signing in do again and again, for people called Ana. */
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { findings } from './axe.ts';
import { PASSWORD, type Person } from './people.ts';

const { url, databaseUrl } = inject('program');
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

export async function atHome(page: Page): Promise<void> {
  await page.waitForURL(`${url}/`);
  await page.getByRole('heading', { level: 1, name: 'Kia ora, Ana' }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto(`${url}/settings/security`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Email or username').waitFor();
}

/** Name and password; ends where the second step is asked for. */
export async function firstStep(page: Page, person: Person): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email or username').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
}

/** The sessions of the person confirmed an hour ago. */
export async function grownOld(person: Person): Promise<void> {
  await changeRows("update sessions set confirmed_at = now() - interval '1 hour' where user_id = $1", [
    person.id,
  ]);
}

/** Nobody has sat at the newest session of the person for so many minutes. */
export async function leftAlone(person: Person, minutes: number): Promise<void> {
  const newest = 'select id from sessions where user_id = $1 order by created_at desc limit 1';
  const text = `update sessions set active_at = now() - $2 * interval '1 minute' where id = (${newest})`;
  await changeRows(text, [person.id, minutes]);
}

export async function changeRows(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** In light and dark, on desk and phone, axe finds nothing and nothing scrolls sideways. */
export async function accessible(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ size, colorScheme, found: await findings(page) }).toEqual({ size, colorScheme, found: [] });
    }
    expect({ size, sideways: await sidewaysOf(page) }).toEqual({ size, sideways: [] });
  }
}

/** What makes a page scroll sideways: how far, and the elements that stick out; empty when it does not. */
async function sidewaysOf(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > window.innerWidth + 0.5,
    );
    return [over + ' px', ...out.slice(0, 12).map((one) => one.cloneNode(false).outerHTML)];
  })()`);
}

/** A refusal that a test asks for is written to the console by the browser itself. */
export function unexpected(complaints: readonly string[]): string[] {
  return complaints.filter((line) => !/status of (401|403|404|409|422)/.test(line));
}
