/** Nobody sits at the browser any more: it asks, and what was typed and what waits is there afterwards. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../apps/server/src/identity/hotp/hotp.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { type Front, openFront } from './front.ts';
import { codeFor, type Home, newHome, PASSWORD, signIn } from './people.ts';
import { addSpent, entryRow, eventually, waitingMark } from './screens.ts';
import { accessible, leftAlone, unexpected } from './signing-in.ts';

let home: Home;
let front: Front;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeAll(async () => {
  front = await openFront(inject('program').url);
});
beforeEach(async () => {
  home = await newHome('Ana');
  await home.addEntry('Moana Fish Shop', '-24.90');
  ({ page, close, complaints } = await openPage({ ...WITH_WORKER, viewport: { width: 1280, height: 800 } }));
  await page.clock.install();
  await signIn(page, front.url, home.person);
});
afterEach(async () => {
  front.mend();
  await close();
});
afterAll(async () => {
  await closeBrowser();
  await front.stop();
});

/** Nobody is here from now on. What the page asks at its beginning counts as somebody, so that has to be answered first. */
async function goAway(minutes: number): Promise<void> {
  await page.waitForLoadState('networkidle');
  await leftAlone(home.person, minutes);
}

const question = () => page.getByRole('alertdialog', { name: 'Are you still there?' });

describe('when nobody does anything', () => {
  it('the app asks after a quarter of an hour, and who stays goes on where they were', async () => {
    await page.goto(`${front.url}/settings/security`);
    await page.getByLabel('New password', { exact: true }).fill('half a sentence');
    await goAway(15.2);
    await page.clock.fastForward('15:00');
    await question()
      .getByText(/The session ends in (?:9\d|[1-8]\d|2 minutes)/)
      .waitFor();
    await accessible(page);
    // The session is renewed on the way, which counts as somebody: it has to be over before nobody is here again.
    const synced = page.waitForResponse((one) => one.url().includes('/api/v1/sync/') && one.ok());
    await question().getByRole('button', { name: 'Stay signed in' }).click();
    await question().waitFor({ state: 'detached' });
    expect(await page.getByLabel('New password', { exact: true }).inputValue()).toBe('half a sentence');
    await synced;

    // By the keyboard: Escape says that somebody is there.
    await leftAlone(home.person, 16);
    await page.clock.fastForward('15:00');
    await question().waitFor();
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect((await home.person.call('GET', 'users/me/'))['email']).toBe(home.person.email);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('the session ends after the grace; what was typed and what waits is kept', async () => {
    // A page is under the worker from the load after the one that installed it.
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto(`${front.url}/transactions`);
    await entryRow(page, 'Moana Fish Shop').waitFor();
    front.cut();
    await addSpent(page, 'Kōwhai Bakery', '8.20');
    await waitingMark(entryRow(page, 'Kōwhai Bakery')).waitFor();
    await page.getByRole('searchbox').fill('Kōwhai');
    await goAway(15.5);
    front.mend();
    await page.clock.fastForward('15:00');
    await question().waitFor();
    expect(await home.entriesOf('Kōwhai Bakery').catch(() => [])).toEqual([]);
    await leftAlone(home.person, 17);
    await page.clock.fastForward('02:05');
    await page.getByText('1 change waits on this device and is kept').waitFor();
    await question().waitFor({ state: 'detached' });
    expect(await page.getByRole('searchbox').inputValue()).toBe('Kōwhai');
    await entryRow(page, 'Kōwhai Bakery').waitFor();
  });

  it('does not ask who goes on, and tells the server once a minute at most', async () => {
    await page.goto(`${front.url}/transactions`);
    await entryRow(page, 'Moana Fish Shop').waitFor();
    const pings = () => front.seen.filter(({ path }) => path.endsWith('/session/ping/')).length;
    await page.clock.fastForward('01:01');
    const before = pings();
    for (let count = 0; count < 5; count += 1) await page.mouse.move(100 + count * 10, 200);
    await eventually(async () => await Promise.resolve(pings() - before), 1);
    await page.clock.fastForward('01:01');
    await page.keyboard.press('Shift');
    await eventually(async () => await Promise.resolve(pings() - before), 2);
    expect(await question().count()).toBe(0);
  });
});

describe('when the session has ended over a form', () => {
  const first = () => page.getByLabel('First name');
  const again = () => page.getByRole('dialog', { name: 'Sign in again' });
  const save = () => page.getByRole('main').getByRole('button', { name: 'Save' }).first();
  const nameNow = async () => (await home.person.call('GET', 'users/me/'))['first_name'];

  /** Types into the profile, and lets the session end by itself. */
  async function typedAndOver(): Promise<void> {
    await page.goto(`${front.url}/settings/profile`);
    await first().fill('Anahera');
    await goAway(15.5);
    await page.clock.fastForward('15:00');
    await question().waitFor();
    await leftAlone(home.person, 17);
    await page.clock.fastForward('02:05');
    await page.getByText('Your session is over').waitFor();
    await question().waitFor({ state: 'detached' });
  }

  async function comeBack(): Promise<void> {
    await again().getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await again().waitFor({ state: 'detached' });
    await page.getByText('Your session is over').waitFor({ state: 'detached' });
  }

  it('the person signs in over it, and what was typed is there and can be saved', async () => {
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await again().getByLabel('Password', { exact: true }).waitFor();
    await accessible(page);
    await again().getByLabel('Password', { exact: true }).fill('two gulls over the roof');
    await page.keyboard.press('Enter');
    await again().getByText('You are not signed in').waitFor();
    await comeBack();
    expect(new URL(page.url()).pathname).toBe('/settings/profile');
    expect(await first().inputValue()).toBe('Anahera');
    await save().click();
    await eventually(nameNow, 'Anahera');
    expect(unexpected(complaints)).toEqual([]);
  });

  it('saving asks for the sign-in and then goes on by itself', async () => {
    await typedAndOver();
    await save().click();
    await comeBack();
    await eventually(nameNow, 'Anahera');
    expect(await first().inputValue()).toBe('Anahera');
  });

  it('the sidebar leads to the same question, and speaks of changes only where some wait', async () => {
    await typedAndOver();
    expect(await page.getByText('Sign in again to send your changes').count()).toBe(0);
    await page.getByRole('banner').getByRole('button', { name: 'Sign in again' }).click();
    await comeBack();
    expect(await first().inputValue()).toBe('Anahera');
  });

  it('the second factor is taken there, too', async () => {
    const setup = await home.person.call('POST', 'auth/mfa/totp/setup/');
    const secret = fromBase32(String(setup['secret']));
    const code = (ahead: number) => codeAt(secret, stepAt(systemClock.nowMs()) + ahead);
    await home.person.call('POST', 'auth/mfa/totp/confirm/', { code: code(0) });
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await again().getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await again().getByRole('heading', { name: 'One more step' }).waitFor();
    await accessible(page);
    await again().getByLabel('Authenticator code').fill(code(1));
    await page.keyboard.press('Enter');
    await again().waitFor({ state: 'detached' });
    expect(await first().inputValue()).toBe('Anahera');
  });

  it('another tab brings the session back as well', async () => {
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    const opened = page.context().waitForEvent('page');
    await again().getByRole('link', { name: 'Sign in another way, in a new tab' }).click();
    const tab = await opened;
    await tab.getByRole('heading', { name: 'Sign in again' }).waitFor();
    await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.waitForURL(`${front.url}/`);
    await again().waitFor({ state: 'detached' });
    expect(await first().inputValue()).toBe('Anahera');
  });

  it('somebody else who signs in over it sees nothing of what was typed', async () => {
    const other = await newHome('Rewi');
    await typedAndOver();
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await again().getByRole('button', { name: 'E-mail me a code' }).click();
    await again().getByLabel('Email').fill(other.person.email);
    await again().getByRole('button', { name: 'Send the code' }).click();
    await again()
      .getByLabel('Code of the mail')
      .fill(await codeFor(other.person.email));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kia ora, Rewi' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goto(`${front.url}/settings/profile`);
    await eventually(() => first().inputValue(), 'Rewi');
    expect(await nameNow().catch(() => 'Ana')).toBe('Ana');
  });
});

describe('the time until then', () => {
  it('is chosen in the settings', async () => {
    await page.goto(`${front.url}/settings/security`);
    await page.getByRole('radio', { name: '60' }).click();
    await eventually(
      async () => (await home.person.call('GET', 'users/me/preferences/'))['idle_timeout'],
      '60',
    );
    // For ever is for devices that lock the app instead: app-lock.test.ts.
    expect(await page.getByRole('radio', { name: 'Never' }).count()).toBe(0);
    await page.getByText('With an app lock on this device you can choose “Never”, too.').waitFor();
    await accessible(page);
  });
});
