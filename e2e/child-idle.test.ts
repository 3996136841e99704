/** A child whose session is over while something is typed comes back over the screen, and loses nothing. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible, leftAlone, unexpected } from './signing-in.ts';

const { url } = inject('program');

let home: Home;
let child: { id: string; user_id: string };
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Tui');
  child = await home.person.call('POST', 'children/', { first_name: 'Moana', guardian_consents: true });
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
  await page.clock.install();
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

const again = () => page.getByRole('dialog', { name: 'Sign in again' });
const called = () => page.getByLabel('What others call you');
const save = () => page.getByRole('main').getByRole('button', { name: 'Save', exact: true });
const kid = () => ({ ...home.person, id: child.user_id });

async function calledNow(): Promise<unknown> {
  const all = await home.person.call<{ results: { display_name: string }[] }>('GET', 'children/');
  return all.results[0]?.display_name;
}

async function newLink(): Promise<string> {
  const body = { device_name: 'Tablet', remember_me: false };
  const made = await home.person.call<{ link: string }>('POST', `children/${child.id}/link/`, body);
  return made.link;
}

/** Types into the profile, and lets the session end by itself. */
async function typedAndOver(): Promise<void> {
  await page.waitForURL(`${url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${url}/settings/profile`);
  await called().fill('Mo');
  await page.waitForLoadState('networkidle');
  await leftAlone(kid(), 15.5);
  await page.clock.fastForward('15:00');
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await question.waitFor();
  await leftAlone(kid(), 17);
  await page.clock.fastForward('02:05');
  await page.getByText('Your session is over').waitFor();
  await question.waitFor({ state: 'detached' });
}

async function isBack(): Promise<void> {
  await again().waitFor({ state: 'detached' });
  await page.getByText('Your session is over').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/settings/profile');
  expect(await called().inputValue()).toBe('Mo');
}

async function openLink(at: Page, link: string): Promise<void> {
  await at.goto(link);
  await at.getByRole('button', { name: 'I am Moana: let me in' }).click();
  await at.waitForURL(`${url}/`);
}

describe('a child whose session is over', () => {
  it('on a family device types its PIN over the screen, and what was typed is saved by itself', async () => {
    await home.person.call('POST', `children/${child.id}/pin/`, { pin: '4071' });
    await signIn(page, url, home.person);
    await page.goto(`${url}/household/children`);
    await page.getByRole('button', { name: 'Use this device' }).click();
    await page.getByLabel('What is this device called?').fill('Kitchen tablet');
    await page.getByRole('button', { name: 'Make it one' }).click();
    await page.getByRole('list', { name: 'Family devices' }).getByText('Kitchen tablet').waitFor();
    await page.goto(`${url}/settings/security`);
    await page.getByRole('button', { name: 'Sign out' }).last().click();
    await page.getByRole('link', { name: 'I am a child here' }).click();
    await page.getByRole('button', { name: 'Moana' }).click();
    await page.getByLabel('Your PIN').fill('4071');
    await page.keyboard.press('Enter');
    await typedAndOver();

    await save().click();
    await again().getByLabel('Your PIN').waitFor();
    await accessible(page);
    await again().getByLabel('Your PIN').fill('5926');
    await page.keyboard.press('Enter');
    await again().getByText('That was not the right PIN').first().waitFor();
    await again().getByLabel('Your PIN').fill('4071');
    await page.keyboard.press('Enter');
    await isBack();
    await eventually(calledNow, 'Mo');
    expect(unexpected(complaints)).toEqual([]);
  });

  it('elsewhere puts a new link of a guardian into the question', async () => {
    await openLink(page, await newLink());
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await again().getByText('Ask a guardian to sign you in on this device').waitFor();
    await accessible(page);
    await again().getByLabel('The link').fill(`${url}/child#token=spent`);
    await again().getByRole('button', { name: 'Let me in' }).click();
    await again().getByLabel('The link').and(page.locator('[aria-invalid]')).waitFor();
    await again()
      .getByLabel('The link')
      .fill(await newLink());
    await again().getByRole('button', { name: 'Let me in' }).click();
    await isBack();
    await save().click();
    await eventually(calledNow, 'Mo');
    // The refusal that was asked for above.
    expect(unexpected(complaints).filter((line) => !line.includes('400'))).toEqual([]);
  });

  it('or opens it in another tab, and this one goes on with what was typed', async () => {
    await openLink(page, await newLink());
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await again().getByLabel('The link').waitFor();
    const tab = await page.context().newPage();
    await openLink(tab, await newLink());
    await isBack();
    await save().click();
    await eventually(calledNow, 'Mo');
  });
});
