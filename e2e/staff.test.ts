/** The staff portal, and what a household sees of it: all by the screens, as people meet them. */
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../apps/server/src/identity/hotp/hotp.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, linkFor, newHome, newPerson, PASSWORD, type Person, signIn } from './people.ts';
import { accessible, unexpected } from './signing-in.ts';
import { shoot } from './shots.ts';

const { url, databaseUrl } = inject('program');
const WHY = 'An import shows doubled entries, as they wrote to us';

let home: Home;
let boss: Person;
let secret: Uint8Array;

beforeAll(async () => {
  home = await newHome('Moana');
  await home.addEntry('Corner Dairy', '-12.50');
  await home.person.call('POST', 'accounts/', { name: 'Secret jar', kind: 'savings', visibility: 'private' });
  boss = await newPerson('Rewi');
});
afterAll(closeBrowser);

async function makeStaff(person: Person, role: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('insert into staff_members (user_id, role, since) values ($1, $2, now())', [
      person.id,
      role,
    ]);
  } finally {
    await client.end();
  }
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('the staff portal', () => {
  it('is closed to whoever is no staff, to staff without a second factor, and to a session that has not seen it', async () => {
    const { page, close, complaints } = await openPage();
    await page.goto(`${url}/admin/`);
    await title(page, 'Sign in first').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email or username').fill(boss.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await title(page, 'This is for the people who run this KinWise').waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/');
    await makeStaff(boss, 'superadmin');
    await page.reload();
    await title(page, 'Set up a second factor first').waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Open Settings, Security' }).waitFor();
    const setup = await boss.call('POST', 'auth/mfa/totp/setup/');
    secret = fromBase32(String(setup['secret']));
    const code = codeAt(secret, stepAt(systemClock.nowMs()));
    await boss.call('POST', 'auth/mfa/totp/confirm/', { code });
    await page.reload();
    await title(page, 'Sign in with your second factor').waitFor();
    expect(unexpected(complaints)).toEqual([]);
    await close();
  });

  it('opens with it: finds people and households, looks in with a reason, and the household sees and ends it', async () => {
    const staff = await openPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    const { page } = staff;
    await page.goto(`${url}/sign-in?next=/admin/`);
    await page.getByLabel('Email or username').fill(boss.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Authenticator code').fill(codeAt(secret, stepAt(systemClock.nowMs()) + 1));
    await page.keyboard.press('Enter');
    await title(page, 'Accounts').waitFor();
    await page.getByRole('link', { name: boss.email }).waitFor();
    await accessible(page);
    await shoot(page, 'users');
    await page.getByLabel('Email, name or id').fill(home.person.email);
    await page.getByRole('link', { name: /Moana/ }).press('Enter');
    await title(page, 'Moana').waitFor();
    await accessible(page);
    await shoot(page, 'user');
    await page.getByRole('link', { name: 'Moana’s place' }).click();
    await title(page, 'Moana’s place').waitFor();
    expect(await page.getByText('Corner Dairy').count()).toBe(0);
    const look = page.getByRole('button', { name: 'Look into it' });
    expect(await look.isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill(WHY);
    await page.getByLabel('Ticket, if there is one').fill('K-7');
    await accessible(page);
    await shoot(page, 'household');
    await look.click();
    await page.getByText('Corner Dairy').waitFor();
    expect(await page.getByText('Secret jar').count()).toBe(0);
    await accessible(page);
    await shoot(page, 'looking');

    const member = await openPage({ viewport: { width: 1280, height: 800 } });
    await signIn(member.page, url, home.person);
    await member.page.goto(`${url}/household`);
    await member.page.getByRole('link', { name: 'Staff access' }).click();
    await member.page.getByText(`${WHY} (K-7)`).waitFor();
    await member.page.getByText('Open now').waitFor();
    await accessible(member.page);
    await shoot(member.page, 'member');
    await member.page.getByRole('button', { name: 'End it now' }).click();
    await member.page.getByText(/ended by an admin of yours/).waitFor();
    await member.page.goto(`${url}/household/activity`);
    await member.page
      .getByText(/let staff look into the household: Rewi, “An import/)
      .first()
      .waitFor();
    await shoot(member.page, 'activity');

    await page.reload();
    await page.getByText('Nobody so far.').waitFor({ state: 'detached' });
    await look.waitFor();
    expect(await page.getByText('Corner Dairy').count()).toBe(0);
    expect([...unexpected(staff.complaints), ...unexpected(member.complaints)]).toEqual([]);

    await page.getByRole('link', { name: 'What staff did' }).click();
    await page.getByText(`${WHY} (K-7)`).waitFor();
    await accessible(page);
    await shoot(page, 'acts');
    await page.getByRole('link', { name: 'Staff', exact: true }).click();
    await page.getByText('What the roles may').waitFor();
    await accessible(page);
    await shoot(page, 'roles');

    await page.getByRole('link', { name: 'Organisations' }).click();
    await title(page, 'Organisations').waitFor();
    const asker = await newPerson('Ngaire');
    const { id } = await asker.call<{ id: string }>('POST', 'organisations/', { name: 'Ngaire’s Trust' });
    await asker.call('POST', `organisations/${id}/ask-tier/`, { tier: 'medium' });
    await page.getByLabel('Which').selectOption('true');
    await page.getByText('asks for medium').waitFor();
    await accessible(page);
    await shoot(page, 'organisations');
    await page.getByRole('button', { name: 'Set the size of Ngaire’s Trust' }).click();
    const tier = page.getByRole('dialog', { name: 'Set the size of Ngaire’s Trust' });
    expect(await tier.getByLabel('Size').inputValue()).toBe('medium');
    await tier.getByLabel('Reason').fill('Paid by invoice 2026-118');
    await accessible(page);
    await shoot(page, 'tier');
    await tier.getByRole('button', { name: 'Set it' }).click();
    await page.getByText('None was found').waitFor();
    expect(await asker.call('GET', `organisations/${id}/`)).toMatchObject({ tier: 'medium', capacity: 50 });

    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByText('transaction.created').first().waitFor();
    await accessible(page);
    await shoot(page, 'audit');
    expect(await page.getByText('Corner Dairy').count()).toBe(0);
    await page.getByLabel('Action, or its beginning').focus();
    await page.keyboard.type('login.');
    await page.keyboard.press('Enter');
    await page.getByText('login.succeeded').first().waitFor();
    await page.getByText('transaction.created').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?action=login.');
    await page.goBack();
    await page.getByText('transaction.created').first().waitFor();
    await page
      .getByRole('button', { name: /^Only the request/ })
      .first()
      .click();
    await page.waitForURL(/request_id=/);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByText('transaction.created').first().waitFor();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(table.suggestedFilename()).toBe('kinwise-audit.csv');

    const wrong = { email_or_username: home.person.email, password: 'not the one' };
    await fetch(`${url}/api/v1/auth/login/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(wrong),
    });
    await page.getByRole('link', { name: 'Signing in' }).click();
    await title(page, 'Signing in').waitFor();
    await page.getByText('1 failure').waitFor();
    await page.getByRole('region', { name: 'Sign-ins over time' }).waitFor();
    await accessible(page);
    await shoot(page, 'sign-ins');
    await page.getByLabel('Time', { exact: true }).selectOption('day');
    await page.getByRole('heading', { name: 'By the hour' }).waitFor();
    expect(new URL(page.url()).search).toBe('?span=day');

    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByLabel('Email, name or id').fill(home.person.email);
    await page.getByRole('link', { name: /Moana/ }).click();
    await page.getByRole('button', { name: 'Make premium' }).click();
    const premium = page.getByRole('dialog', { name: 'Make it premium?' });
    await premium.getByLabel('Reason').fill('Runs the books of the whole marae');
    await premium.getByRole('button', { name: 'Make premium' }).click();
    await page.getByRole('button', { name: 'Make standard' }).waitFor();
    await accessible(page);
    await shoot(page, 'premium');
    expect(await home.person.call('GET', 'users/me/')).toMatchObject({ tier: 'premium' });
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Lock this account?' });
    await dialog.getByLabel('Reason').fill('Somebody else has their phone');
    await shoot(page, 'lock');
    await dialog.getByRole('button', { name: 'Lock' }).click();
    await page.getByText('Locked by staff').waitFor();
    await member.page.goto(`${url}/household/staff-access`);
    await member.page
      .getByText(/session is over|could not be read/i)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Unlock' }).click();
    const unlock = page.getByRole('dialog', { name: 'Unlock this account?' });
    await unlock.getByLabel('Reason').fill('They have it back again');
    await unlock.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('Locked by staff').waitFor({ state: 'detached' });
    await member.close();
    await staff.close();
  });
});

describe('an organisation', () => {
  it('is made in the settings, asks a household by mail, and sees the totals that its admin chose until they leave', async () => {
    const ora = await newHome('Ora');
    const owner = await openPage({ viewport: { width: 1280, height: 800 } });
    await signIn(owner.page, url, ora.person);
    await owner.page.goto(`${url}/settings`);
    await owner.page.getByRole('link', { name: /Organisations/ }).click();
    await owner.page.getByLabel('Name of the organisation').fill('Harbour Budgeting');
    await owner.page.getByRole('button', { name: 'Make it' }).click();
    await owner.page.getByText('No household belongs to it yet.').waitFor();
    await owner.page.getByLabel('Email of whom you invite').fill(home.person.email);
    await owner.page.getByRole('button', { name: 'Invite' }).click();
    await owner.page.getByText('The invitation is on its way').waitFor();
    await accessible(owner.page);

    const member = await openPage({ viewport: { width: 1280, height: 800 } });
    await signIn(member.page, url, home.person);
    await member.page.goto((await linkFor(home.person.email)).replace(/^https?:\/\/[^/]+/, url));
    await title(member.page, 'Harbour Budgeting').waitFor();
    await accessible(member.page);
    await member.page.getByRole('button', { name: 'Accept' }).click();
    await member.page.getByText('Moana’s place belongs to Harbour Budgeting').waitFor();
    await accessible(member.page);
    await shoot(member.page, 'belongs');

    await owner.page.reload();
    await owner.page.getByText('$487.50').waitFor();
    expect(await owner.page.getByText('Corner Dairy').count()).toBe(0);
    await accessible(owner.page);
    await shoot(owner.page, 'organisation');
    await member.page.getByRole('button', { name: 'Leave the organisation' }).click();
    await member.page.getByRole('button', { name: 'Leave', exact: true }).click();
    await member.page.getByText('belongs to Harbour').waitFor({ state: 'detached' });
    await owner.page.reload();
    await owner.page.getByText('No household belongs to it yet.').waitFor();
    expect([...unexpected(owner.complaints), ...unexpected(member.complaints)]).toEqual([]);
    await owner.close();
    await member.close();
  });
});
