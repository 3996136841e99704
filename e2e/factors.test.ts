/** The second step of signing in, and confirming that it is oneself: all by the screens, as people meet them. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { codeAt, fromBase32, stepAt } from '../apps/server/src/identity/hotp/hotp.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { closeBrowser, openPage } from './browser.ts';
import { type Home, newHome, PASSWORD, signIn } from './people.ts';
import { eventually } from './screens.ts';
import { accessible, atHome, firstStep, grownOld, signOut, unexpected } from './signing-in.ts';

const { url } = inject('program');

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

describe('two-step sign-in', () => {
  it('is set up with a picture or a key, and asks for a code from then on', async () => {
    await signIn(page, url, home.person);
    const { code } = await setUpApp({ atPicture: () => accessible(page) });
    await signOut(page);
    await firstStep(page, home.person);
    await accessible(page);
    await page.getByLabel('Authenticator code').fill('000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('alert').getByText('The code is wrong').waitFor();
    await accessible(page);
    // The one of the set-up is used; the next one counts half a minute early.
    await page.getByLabel('Authenticator code').fill(code(1));
    await page.keyboard.press('Enter');
    await atHome(page);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('lets in by a backup code, with which it is also turned off', async () => {
    await signIn(page, url, home.person);
    const { backupCodes } = await setUpApp();
    await signOut(page);
    await firstStep(page, home.person);
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.getByLabel('Backup code').fill(backupCodes[0]?.toUpperCase() ?? '');
    await page.keyboard.press('Enter');
    await atHome(page);

    await page.goto(`${url}/settings/security`);
    await page.getByText('9 are left.').waitFor();
    await page.getByRole('button', { name: 'Turn off …' }).click();
    const off = page.getByRole('dialog', { name: 'Turn the app off?' });
    await off.getByLabel('Your password').fill('not my password');
    await off.getByRole('button', { name: 'Use a backup code' }).click();
    await off.getByLabel('Backup code').fill(backupCodes[1] ?? '');
    await off.getByRole('button', { name: 'Turn off' }).click();
    await off.getByText('This is not your password.').waitFor();
    await accessible(page);
    await off.getByLabel('Your password').fill(PASSWORD);
    await off.getByRole('button', { name: 'Turn off' }).click();
    await off.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Set up' }).waitFor();
    await signOut(page);
    await signIn(page, url, home.person);
    expect(unexpected(complaints)).toEqual([]);
  });

  it('shows backup codes once: copied, saved and printed, and closed when they are kept', async () => {
    await signIn(page, url, home.person);
    const look = async (dialog: Locator) => {
      await page.keyboard.press('Escape');
      await dialog.getByText('Keep the codes first').waitFor();
      await accessible(page);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Save as a file' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^kinwise-backup-codes-\d{4}-\d\d-\d\d\.txt$/);
      await page.evaluate('window.print = () => { window.printed = true }');
      await dialog.getByRole('button', { name: 'Print' }).click();
      expect(await page.evaluate<boolean>('window.printed')).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'Done' }).isVisible()).toBe(false);
      expect(await page.getByText(/KinWise backup codes for/).isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    };
    const { backupCodes } = await setUpApp({ atCodes: look });
    expect(new Set(backupCodes).size).toBe(10);
    await page.getByText('10 are left.').waitFor();
    expect(unexpected(complaints)).toEqual([]);
  });
});

describe('what is dangerous', () => {
  it('asks an older session to confirm, by the keyboard alone, and then goes on by itself', async () => {
    await signIn(page, url, home.person);
    await grownOld(home.person);
    await page.goto(`${url}/household`);
    await askToDelete();
    const prove = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await prove.getByLabel('Your password').waitFor();
    await accessible(page);
    // Not now: the question goes, the dialog beneath stays and says why nothing happened.
    await page.keyboard.press('Escape');
    await prove.waitFor({ state: 'detached' });
    await page.getByRole('dialog').getByText('This needs a fresh proof that it is you').waitFor();

    await page.getByRole('button', { name: 'Delete for good' }).click();
    await eventually(focused, 'Your password');
    await page.keyboard.type('not my password');
    await page.keyboard.press('Enter');
    await prove.getByText('This is not your password.').waitFor();
    await prove.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/welcome`);
    expect(unexpected(complaints)).toEqual([]);
  });
});

type Looks = { atPicture?: () => Promise<void>; atCodes?: (dialog: Locator) => Promise<void> };

/** Sets the app up by the screen, with time to look at what is shown once. */
async function setUpApp(looks: Looks = {}) {
  await page.goto(`${url}/settings/security`);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('img', { name: /camera of an authenticator app/ }).waitFor();
  const key = (await page.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(' ', '');
  await looks.atPicture?.();
  const code = (ahead: number) => codeAt(fromBase32(key), stepAt(systemClock.nowMs()) + ahead);
  await page.getByLabel('Authenticator code').fill(code(0));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two-step sign-in is on' });
  await dialog.waitFor();
  const backupCodes = await dialog.getByRole('listitem').allInnerTexts();
  await looks.atCodes?.(dialog);
  await dialog.getByLabel(/I keep them/).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  return { code, backupCodes };
}

async function askToDelete(): Promise<void> {
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByLabel(/Type its name/).fill('Ana’s place');
  await page.getByRole('button', { name: 'Delete for good' }).click();
}

async function focused(): Promise<string> {
  return await page.evaluate<string>(
    'document.activeElement?.labels?.[0]?.innerText ?? document.activeElement?.innerText ?? ""',
  );
}
