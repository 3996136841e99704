/** Mail that does not arrive and mail that is not wanted, as its readers see it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { findings } from './axe.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, linkFor, newHome, signIn } from './people.ts';

const { url, mails, settings } = inject('program');
let home: Home;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeEach(async () => {
  home = await newHome();
  ({ context, page, complaints } = await openPage());
});
afterEach(async () => {
  await context.close();
});
afterAll(closeBrowser);

/** The mail provider reports what came of the newest mail to somebody. */
async function report(email: string, event: 'bounce' | 'complaint'): Promise<void> {
  const files = readdirSync(mails).filter((name) => !name.startsWith('.'));
  const newest = files
    .sort()
    .filter((name) => (JSON.parse(readFileSync(join(mails, name), 'utf8')) as { to: string }).to === email)
    .at(-1);
  const message_id = newest?.split('_')[1]?.replace('.json', '') ?? '';
  const { status } = await fetch(`${url}/api/v1/mail/bounces/`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${settings['MAIL_WEBHOOK_SECRET'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ events: [{ event, message_id, status: '5.1.1' }] }),
  });
  expect(status).toBe(204);
}

const state = async (): Promise<unknown> => (await home.person.call('GET', 'users/me/'))['mail_state'];

describe('somebody whom mail does not reach', () => {
  it('is told above every screen, tries a mail, and is reached again by one press in it', async () => {
    await vi.waitFor(() => report(home.person.email, 'bounce'), 20_000);
    await signIn(page, url, home.person);
    await page.getByText('Mail does not reach you').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Look at it' }).click();
    await page.getByRole('button', { name: 'Send me a mail to try' }).click();
    await page.getByText('It is on its way.').waitFor();
    expect(await findings(page)).toEqual([]);
    const link = await vi.waitFor(async () => {
      const newest = await linkFor(home.person.email);
      if (!newest.includes('/mail-works')) throw new Error('The mail is not there yet.');
      return newest;
    }, 20_000);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Does mail reach you?' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await state()).toBe('undeliverable');
    await page.getByRole('button', { name: 'Yes, it reaches me' }).click();
    await page.getByRole('heading', { name: 'Mail reaches you' }).waitFor();
    expect(await state()).toBe('reached');
    await page.getByRole('link', { name: 'Open KinWise' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Mail does not reach you').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('mails that can be turned off', () => {
  it('are, on the screen Profile and by the keyboard', async () => {
    await signIn(page, url, home.person);
    await page.goto(`${url}/settings/profile`);
    const invitations = page.getByRole('switch', { name: 'Invitations' });
    await invitations.focus();
    await page.keyboard.press('Space');
    await vi.waitFor(async () => {
      const { preferences } = (await home.person.call('GET', 'users/me/')) as {
        preferences: { mail: unknown };
      };
      expect(preferences.mail).toEqual({ household_alerts: true, invitations: false });
    }, 20_000);
    await page.reload();
    await vi.waitFor(async () => {
      expect(await invitations.getAttribute('aria-checked')).toBe('false');
    }, 20_000);
    expect(await findings(page)).toEqual([]);
    // The card of the address asks by itself before the session of a page that was loaded anew is renewed.
    expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  });

  it('are, by the link in an invitation and one press, by somebody who is no user', async () => {
    const guest = `guest.${home.household.slice(-8)}@example.net`;
    await home.person.call('POST', `households/${home.household}/invitations/`, {
      email: guest,
      role: 'parent',
      message: 'Come in',
    });
    await linkFor(guest);
    const file = readdirSync(mails).find((name) => readFileSync(join(mails, name), 'utf8').includes(guest));
    const { links } = JSON.parse(readFileSync(join(mails, file ?? ''), 'utf8')) as { links: string[] };
    await page.goto(links[1] ?? '');
    const off = page.getByRole('button', { name: 'Turn them off' });
    await off.waitFor();
    expect(await findings(page)).toEqual([]);
    await page.reload();
    await off.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'They are off' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'They are off' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${url}/unsubscribe?token=nonsense`);
    await page.getByText('This link cannot be used').waitFor();
  });
});
