/** Another address, and a password that has to be changed: by the screens, with the mails that belong to them. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, linkFor, newHome, PASSWORD, signIn } from './people.ts';
import { accessible, atHome, changeRows, grownOld, signOut, unexpected } from './signing-in.ts';

const { url } = inject('program');
const NEXT = 'a kererū sleeps in the pūriri';

let home: Home;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

beforeEach(async () => {
  home = await newHome('Ana');
  ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
});
afterEach(async () => {
  await close();
});
afterAll(closeBrowser);

describe('another address', () => {
  it('is asked for with a fresh proof, called off, asked for again, confirmed and undone', async () => {
    const old = home.person.email;
    const next = `next.${old}`;
    await signIn(page, url, home.person);
    await grownOld(home.person);
    await askFor(next);
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(`${next} is not confirmed yet`).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Call the change off' }).click();
    await page.getByRole('button', { name: 'Change the address' }).waitFor();

    await askFor(old);
    await page.getByText('This is your address already.').waitFor();
    await accessible(page);
    // Another one than before, whose mail may still be on its way.
    const last = `last.${old}`;
    await page.getByLabel('New address').fill(last);
    await page.keyboard.press('Enter');
    await page.getByText(`${last} is not confirmed yet`).waitFor();
    await page.goto(await linkFor(last));
    await page.getByRole('button', { name: 'Confirm' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText(`You sign in with ${last} from now on.`).waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Open KinWise' }).click();
    await atHome(page);

    // The old mailbox is opened elsewhere, by somebody who did not ask for this.
    await close();
    ({ page, close, complaints } = await openPage({ viewport: { width: 1280, height: 800 } }));
    await page.goto(await linkFor(old));
    await page.getByRole('heading', { name: 'It was not you?' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Undo the change of the address' }).press('Enter');
    await page.getByRole('heading', { name: 'A new password' }).waitFor();
    await page.getByLabel('New password').fill(NEXT);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Every device is signed out.').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email or username').fill(old);
    await page.getByLabel('Password', { exact: true }).fill(NEXT);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await atHome(page);
    await page.goto(`${url}/confirm-email#token=used`);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('This link cannot be used').waitFor();
    await accessible(page);
    expect(unexpected(complaints).filter((line) => !line.includes('status of 400'))).toEqual([]);
  });
});

describe('a password that has to be changed', () => {
  it('is changed in the middle of the sign-in, and the person is in', async () => {
    await signIn(page, url, home.person);
    await mark('breached');
    await page.goto(`${url}/settings/security`);
    await page.getByText('Your password stands in a list of stolen ones').waitFor();
    await accessible(page);
    await signOut(page);
    await mark('required');
    await page.getByLabel('Email or username').fill(home.person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await accessible(page);
    const field = page.getByLabel('New password');
    await field.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('This was one of your last 5 passwords.').waitFor();
    await field.fill(NEXT);
    await page.keyboard.press('Enter');
    await atHome(page);
    await page.goto(`${url}/settings/security`);
    await page.getByRole('heading', { name: 'Password', exact: true }).waitFor();
    await page
      .getByText('A new password is asked for')
      .or(page.getByText('The password was changed'))
      .first()
      .waitFor();
    expect(await page.getByText('Your password stands in a list of stolen ones').count()).toBe(0);
    expect(unexpected(complaints)).toEqual([]);
  });
});

async function askFor(email: string): Promise<void> {
  await page.goto(`${url}/settings/profile`);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByLabel('New address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
}

/** What whoever runs the installation, or the list of breaches, says of the present password. */
async function mark(kind: 'required' | 'breached'): Promise<void> {
  const text = `insert into password_marks (user_id, kind, password_set_at, marked_at)
    select id, $2, password_changed_at, now() from users where id = $1`;
  await changeRows(text, [home.person.id, kind]);
}
